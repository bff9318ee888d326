package org.smssev.jobs.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes of patent offices: those of countries, of regional offices, and of countries that are no more (WIPO Standard ST.3). */
final class OfficeCodes {
    private static final Set<String> CODES = Stream.concat(
                    Stream.of(Locale.getISOCountries()),
                    Stream.of("AP", "BX", "CS", "DD", "EA", "EM", "EP", "GC", "IB", "OA", "QZ", "SU", "WO", "XN", "YU"))
            .collect(Collectors.toUnmodifiableSet());

    /** A number whose form is not known; with a hyphen behind the office it would be one of a known form. */
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})[\\s_]*\\d.*", Pattern.DOTALL);

    private OfficeCodes() {}

    /** Whether two letters are the code of an office, or of a country that may have one. */
    static boolean isOne(String letters) {
        return CODES.contains(letters);
    }

    /** The office that a number of unknown form starts with; null if it starts with none. */
    static String of(String number) {
        Matcher m = NUMBER.matcher(number);
        return m.matches() && isOne(m.group(1)) ? m.group(1) : null;
    }
}
