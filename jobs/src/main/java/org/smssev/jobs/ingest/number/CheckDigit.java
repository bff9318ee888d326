package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What offices write behind the numbers of applications and databases leave out: a check digit, or the department that has it. */
final class CheckDigit {
    /** By office, what stands before it. */
    private static final Map<String, Pattern> NUMBERS = Map.of(
            "CN", Pattern.compile("(?:(\\d{8})\\.|(\\d{12})\\.?)[\\dX](?!\\d)"),
            "EP", Pattern.compile("(\\d{6,8})\\.\\d(?!\\d)"),
            "DE", Pattern.compile("([PG]?(?:\\d{7,8}|\\d{12}))\\.\\d(?!\\d)"),
            "GB", Pattern.compile("(\\d{3,7})\\.\\d(?!\\d)"),
            "HK", Pattern.compile("(\\d{11}|\\d{8})\\.\\d(?!\\d)"),
            "SE", Pattern.compile("(\\d{7})-\\d(?!\\d)"),
            // Behind the slash stands the department.
            "RU", Pattern.compile("(\\d{10}|\\d{7,8})/\\d\\d(?!\\d)"),
            "SU", Pattern.compile("(\\d{7})/\\d\\d(?!\\d)"),
            "BR", Pattern.compile("((?:PI|MU)\\d{7}|\\d{7}(?=-)|\\d{12})-?\\d(?!\\d)"));

    /** Digits of the year and the serial number by office, of which spreadsheet programs leave zeros in front out. */
    private static final Map<String, Integer> WIDTHS = Map.of("EP", 8, "GB", 7);

    private static final Pattern OFFICE = Pattern.compile("([A-Z]{2})-?(?=\\d|P|G|PI|MU)(.*)");

    /** Letters of Brazil that are no offices. */
    private static final Set<String> OF_BRAZIL = Set.of(BrazilianNumber.PATENT, BrazilianNumber.MODEL);

    private CheckDigit() {}

    /**
     * A number without it, with the office in front; as it is where it has none.
     *
     * @param text in capitals and without blanks
     * @param office office of a number that names none; may be null
     */
    static String taken(String text, String office) {
        Matcher own = OFFICE.matcher(text);
        boolean hasOwn = own.matches() && !("BR".equals(office) && OF_BRAZIL.contains(own.group(1)));
        String named = hasOwn ? own.group(1) : office;
        // A patent of China is called by its application.
        String of = "ZL".equals(named) ? "CN" : named;
        String rest = hasOwn ? own.group(2) : text;
        Pattern pattern = of == null ? null : NUMBERS.get(of);
        Matcher m = pattern == null ? null : pattern.matcher(rest);
        if (m == null || !m.lookingAt()) {
            return hasOwn || "BR".equals(of) ? of + rest : text;
        }
        String found = m.group(1) == null ? m.group(2) : m.group(1);
        String before = WIDTHS.containsKey(of) ? DocdbDigits.filled(found, WIDTHS.get(of)) : found;
        // Databases put the century before years of two digits from 2010 on.
        boolean isShort = of.equals("GB") && before.compareTo("1") >= 0 && before.compareTo("78") < 0;
        return of + (isShort ? "20" : "") + before;
    }
}
