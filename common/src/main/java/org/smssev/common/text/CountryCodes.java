package org.smssev.common.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two-letter codes of countries, of regional offices, and of countries that are no more (ISO 3166 and WIPO Standard ST.3); of
 * Kosovo, too, which neither has.
 */
public final class CountryCodes {
    private static final Set<String> CODES = Stream.concat(
                    Stream.of(Locale.getISOCountries()),
                    Stream.of(
                            "AP", "BX", "CS", "DD", "EA", "EM", "EP", "GC", "IB", "OA", "QZ", "SU", "WO", "XK", "XN",
                            "YU"))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Further countries that are no more, as applicants and inventors have them (ISO 3166-3): the Netherlands Antilles, Burma,
     * Dahomey, Upper Volta, Rhodesia, East Timor, South Yemen and Zaire. Not all that were: Midway, Canton and the New Hebrides
     * would be taken for Michigan, Connecticut and New Hampshire.
     */
    private static final Set<String> FORMER = Set.of("AN", "BU", "DY", "HV", "RH", "TP", "YD", "ZR");

    /** Codes of offices that are of several countries, or of none, so that they tell no country. */
    private static final Set<String> OFFICES =
            Set.of("AP", "BX", "EA", "EM", "EP", "EU", "GC", "IB", "OA", "QZ", "WO", "XN", "XU", "XV");

    /** Codes that others write in place of those of ST.3: Britain's, and the European Union's of Greece. */
    private static final Map<String, String> OTHER_CODES = Map.of("UK", "GB", "EL", "GR");

    private CountryCodes() {}

    /** Whether a text is such a code, in capitals. */
    public static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /** Whether a text is such a code, or one of a country of before that parties have, in capitals. */
    public static boolean isOrWasOne(String code) {
        return CODES.contains(code) || FORMER.contains(code);
    }

    /** Whether a text is the code of one country, of today or of before, in capitals: no regional office, and no mark of none. */
    public static boolean isCountry(String code) {
        return isOrWasOne(code) && !OFFICES.contains(code);
    }

    /** Whether a text is the code of an office of several countries, or of none, in capitals. */
    public static boolean isOfSeveral(String code) {
        return OFFICES.contains(code);
    }

    /** The code of ST.3 that is meant by one, in capitals, {@code GB} by {@code UK}; any other as it is. */
    public static String ofStandard(String code) {
        return OTHER_CODES.getOrDefault(code, code);
    }
}
