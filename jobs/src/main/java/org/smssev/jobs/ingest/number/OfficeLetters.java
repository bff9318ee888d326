package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.Set;
import org.smssev.common.text.CountryCodes;

/**
 * Whether letters in front of a number are its office, or are part of it beside an office that is given: those of a type
 * ({@code RE45678} of US), of the place of filing ({@code SP056123} of EC, {@code MI20150123} of IT), or of a PCT publication that an
 * office publishes again ({@code WO2005012345} of JP).
 */
final class OfficeLetters {
    /** Letters that are those of offices as well, so that a number with its kind would seem to name its own. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "US", Set.of("RE", "PP"),
            "BR", Set.of("PI", "MU", "DI"),
            "MX", Set.of("PA", "NL", "GT", "YU"),
            "DK", Set.of("PA", "BA"),
            "IT", Set.of("MI", "RM", "TO", "BO", "TV", "VI", "FI", "GE", "PD", "VR", "BS"),
            "TN", Set.of("SN"),
            "GE", Set.of("AP"),
            "LT", Set.of("PA"),
            "HR", Set.of("PK"),
            "AT", Set.of("GM"));

    private static final Set<String> YUGOSLAVIA = Set.of("YU");

    /** Offices beside which others' letters are an office: of the International Bureau, and of states of before. */
    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("IB", Set.of("WO")),
            Map.entry("RU", Set.of("SU")),
            Map.entry("EA", Set.of("SU")),
            Map.entry("DE", Set.of("DD")),
            Map.entry("CZ", Set.of("CS")),
            Map.entry("SK", Set.of("CS")),
            Map.entry("RS", YUGOSLAVIA),
            Map.entry("ME", YUGOSLAVIA),
            Map.entry("HR", YUGOSLAVIA),
            Map.entry("SI", YUGOSLAVIA),
            Map.entry("MK", YUGOSLAVIA),
            Map.entry("BA", YUGOSLAVIA));

    private OfficeLetters() {}

    /**
     * Whether a number starts with letters that are not those of the office given beside it. Where a kind stands behind it as well,
     * it is whole, and its letters are an office if there is one of them.
     *
     * @param number in capitals
     * @param office office given beside it; may be null
     */
    static boolean arePart(String number, String office) {
        if (office == null || number.length() < 3 || number.startsWith(office)) {
            return false;
        }
        String letters = number.substring(0, 2);
        if (PARTS.getOrDefault(office, Set.of()).contains(letters)) {
            return true;
        }
        boolean isOwn = CountryCodes.ofStandard(letters).equals(office)
                || NAMES.getOrDefault(office, Set.of()).contains(letters)
                || CountryCodes.isOne(letters) && hasKind(number);
        return !isOwn && Ascii.isLetter(letters.charAt(0)) && Ascii.isLetter(letters.charAt(1));
    }

    /** Whether a letter, or one and a digit, stand behind the digits of a number. */
    private static boolean hasKind(String number) {
        int last = number.length() - 1;
        int letter = Ascii.isLetter(number.charAt(last)) ? last : last - 1;
        int before = number.charAt(letter - 1) == '-' ? letter - 2 : letter - 1;
        return Ascii.isLetter(number.charAt(letter)) && before > 1 && Ascii.isDigit(number.charAt(before));
    }
}
