package org.smssev.jobs.ingest.record;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smssev.common.text.CountryCodes;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.format.Offices;

/** Countries and offices as records give them, by code or by name. */
final class Countries {
    /** A code in brackets or with a part of the country behind it, {@code [US]}, {@code US-CA}. */
    private static final Pattern CODE_AND_MARKS = Pattern.compile("[\\[(]([A-Z]{2})[\\])]|([A-Z]{2})-[A-Z0-9]{1,3}");

    /** Codes that say that the country is not known. */
    private static final Set<String> NONE = Set.of("XX", "ZZ");

    /** The codes of ISO 3166-1 alpha-3, in which statistics of countries are kept. */
    private static final Map<String, String> BY_THREE_LETTERS = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> new Locale("", code).getISO3Country(), code -> code));

    private Countries() {}

    /**
     * The code of an office; two letters are taken for one, also where they are none that is known, and keep numbers apart.
     *
     * @param raw code or name, in Chinese or English; may be null
     * @return null if it is none
     */
    static String office(String raw) {
        String text = raw == null ? "" : raw.strip();
        if (text.isEmpty() || text.length() > Offices.LONGEST) {
            return null;
        }
        String code = text.toUpperCase(Locale.ROOT);
        return Offices.isCode(code) ? CountryCodes.ofStandard(code) : named(code);
    }

    /** The country of a person or company; null if it is none that there is or was. */
    static String ofParty(String raw) {
        String code = office(raw);
        return code == null || !CountryCodes.isCountry(code) ? null : code;
    }

    /** Whether a text, of which {@link #ofParty} is null, neither says that it is none nor is of an office of several countries. */
    static boolean isUnknown(String raw) {
        if (raw == null) {
            return false;
        }
        String text = raw.strip();
        if (NoValue.isOne(text) || text.length() == 2 && NONE.contains(text.toUpperCase(Locale.ROOT))) {
            return false;
        }
        String code = office(text);
        return code == null || !CountryCodes.isOrWasOne(code) && !CountryCodes.isOfSeveral(code);
    }

    private static String named(String text) {
        Matcher marked = CODE_AND_MARKS.matcher(text);
        if (marked.matches()) {
            String code = CountryCodes.ofStandard(marked.group(1) == null ? marked.group(2) : marked.group(1));
            return CountryCodes.isOrWasOne(code) || CountryCodes.isOfSeveral(code) ? code : null;
        }
        String ofThree = BY_THREE_LETTERS.get(text);
        return ofThree == null ? Offices.named(Cleaning.line(text)) : ofThree;
    }
}
