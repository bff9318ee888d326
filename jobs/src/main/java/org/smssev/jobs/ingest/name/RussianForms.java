package org.smssev.jobs.ingest.name;

import java.util.List;
import java.util.stream.Stream;

/**
 * Legal forms of Russian companies in Latin letters, in full, as they begin a name. Offices transcribe them in several ways:
 * щ is SHCH, SCH, SH, SHSH or SC (Š and Č without accents), й is J, I or Y, ю is JU, YU or IU.
 */
final class RussianForms {
    private static final List<String> COMPANY =
            List.of("OBSHCHESTVO", "OBSCHESTVO", "OBSHESTVO", "OBSHSHESTVO", "OBSCESTVO");
    private static final List<String> LIMITED =
            List.of("OGRANICHENNOJ", "OGRANICHENNOI", "OGRANICHENNOY", "OGRANICENNOJ");
    private static final List<String> LIABILITY = List.of("OTVETSTVENNOSTJU", "OTVETSTVENNOSTYU", "OTVETSTVENNOSTIU");
    private static final List<String> SHARES = List.of("AKTSIONERNOE", "AKCIONERNOE");
    private static final List<String> HELD = List.of("", "OTKRYTOE ", "ZAKRYTOE ", "PUBLICHNOE ");

    private RussianForms() {}

    /** All spellings, their words with blanks between. */
    static List<String> leading() {
        Stream<String> limited = COMPANY.stream()
                .flatMap(company -> LIMITED.stream()
                        .flatMap(with -> LIABILITY.stream().map(what -> company + " S " + with + " " + what)));
        Stream<String> byShares = HELD.stream()
                .flatMap(held -> SHARES.stream()
                        .flatMap(shares -> COMPANY.stream().map(company -> held + shares + " " + company)));
        return Stream.concat(limited, byShares).toList();
    }
}
