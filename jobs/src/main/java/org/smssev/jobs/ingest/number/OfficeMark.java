package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters that offices write in front of the numbers of applications and databases leave out, as {@code P200201529} of Spain: they tell
 * patents from utility models, as the kind letter of databases does. Those of Denmark are DOCDB's as well, but not EPODOC's.
 */
final class OfficeMark {
    private static final Map<String, Pattern> NUMBERS = Map.ofEntries(
            Map.entry("AT", Pattern.compile("(A|GM)(\\d{4,9})")),
            // Seven digits are of before 1995, when the first two told patents from utility models. Since then the
            // first digit
            // of eight, or the first two of twelve, tell it, and parts of European patents from both.
            Map.entry(
                    "DE",
                    Pattern.compile(
                            "(P(?=[1-4]\\d{6}(?!\\d)|(?:1(?:9[5-9]|0[0-3])|[56]\\d\\d)\\d{5}(?!\\d)|(?:1[01]|[56]0)20\\d{8}(?!\\d))"
                                    + "|G(?=[6-9]\\d{6}(?!\\d)|2(?:9[5-9]|0[0-3])\\d{5}(?!\\d)|2[01]20\\d{8}(?!\\d)))(\\d{12}|\\d{7,8})")),
            Map.entry("DK", Pattern.compile("(PA|BA)((?:19|20)\\d{7})")),
            Map.entry("ES", Pattern.compile("(P|U)((?:19|20)\\d{7}|\\d{7})")),
            Map.entry("HU", Pattern.compile("(P|U)(\\d{7})")),
            Map.entry("JP", Pattern.compile("(P)((?:19|20)\\d{2,})")),
            Map.entry("KR", Pattern.compile("(P)((?:19|20)\\d{2,})")),
            Map.entry("MX", Pattern.compile("(A|U)(20\\d{8})")),
            Map.entry("PL", Pattern.compile("(P)(\\d{6})")),
            Map.entry("RO", Pattern.compile("(A|U)(20\\d{7})")),
            Map.entry("SI", Pattern.compile("(P)(20\\d{7})")));

    private static final Pattern KIND = Pattern.compile("[A-Z]\\d?");

    private static final Set<String> OF_UTILITY_MODELS = Set.of("GM", "BA", "U");

    private OfficeMark() {}

    /**
     * A number without the letters in front, with the kind letter that they tell.
     *
     * @param compact office, letters and digits without marks between
     * @param office office of a number that names none; may be null
     * @return the number as it is where it is another
     */
    static String taken(String compact, String office) {
        boolean isNamed = compact.length() > 2 && NUMBERS.containsKey(compact.substring(0, 2));
        String own = isNamed ? compact.substring(0, 2) : office;
        Pattern pattern = own == null ? null : NUMBERS.get(own);
        String number = isNamed ? compact.substring(2) : compact;
        Matcher m = pattern == null ? null : pattern.matcher(number);
        if (m == null || !m.lookingAt()) {
            return compact;
        }
        String kind = number.substring(m.end());
        boolean isWhole = kind.isEmpty() || KIND.matcher(kind).matches();
        return isWhole ? own + m.group(2) + (OF_UTILITY_MODELS.contains(m.group(1)) ? "U" : kind) : compact;
    }
}
