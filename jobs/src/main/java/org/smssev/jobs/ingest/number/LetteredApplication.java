package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of applications with letters between the year and the serial number, which DOCDB has in another order: those of India,
 * Italy, and EPODOC's of Argentina, Denmark and Germany, or in front of it, as EPODOC has priorities that are not known; and those of
 * Singapore, which end in a check letter.
 */
final class LetteredApplication {
    private static final String YEAR = "19\\d\\d|20[0-4]\\d";

    /** {@code IN 1113MU2013}, {@code 1113/MUM/2013} by its office, and {@code IN2013MU1113} in Derwent. */
    private static final Pattern INDIA = Pattern.compile("0*([1-9]\\d{0,5})([A-Z]{2,6})(" + YEAR + ")(?:[A-Z]\\d?)?");

    /** {@code 1234/MAS/98}. */
    private static final Pattern OLD_INDIA = Pattern.compile("0*([1-9]\\d{0,5})(DEL|MUM|BOM|CAL|MAS)([7-9]\\d)");

    private static final Pattern INDIA_OF_DERWENT =
            Pattern.compile("(" + YEAR + ")([A-Z]{2,6})0*([1-9]\\d{0,5})(?:[A-Z]\\d?)?");
    /**
     * Codes of India's patent offices, which have two letters in DOCDB ({@code IN 1113MU2013 A}), and three for national phases of
     * the PCT ({@code IN 24CHN2014 A}, {@code 24/CHENP/2014} by its office), for which Derwent has two of its own.
     */
    private static final Map<String, String> OFFICES_OF_INDIA = Map.ofEntries(
            Map.entry("DEL", "DE"),
            Map.entry("MUM", "MU"),
            Map.entry("BOM", "BO"),
            Map.entry("KOL", "KO"),
            Map.entry("CAL", "CA"),
            Map.entry("CHE", "CH"),
            Map.entry("MAS", "MA"),
            Map.entry("DELNP", "DEN"),
            Map.entry("DN", "DEN"),
            Map.entry("MUMNP", "MUN"),
            Map.entry("MN", "MUN"),
            Map.entry("KOLNP", "KON"),
            Map.entry("KN", "KON"),
            Map.entry("CHENP", "CHN"),
            Map.entry("CN", "CHN"));

    /** {@code IT2011BO768} in Derwent, with zeros in EPODOC, and {@code BG2002A000039} by its office. */
    private static final Pattern ITALY = Pattern.compile("((?:19|20)\\d\\d)([A-Z]{2})(\\d{1,5})([AU]?)");

    private static final Pattern OFFICE_OF_ITALY = Pattern.compile("([A-Z]{2})(20\\d\\d|[6-9]\\d)([AU])(\\d{1,6})");

    /** Since 2016 there are no letters, but the type of right in front, 10 or 20 for utility models, and a serial number of nine digits. */
    private static final Pattern NUMBER_OF_ITALY = Pattern.compile("([12])0(20(?:1[6-9]|[2-4]\\d))0(\\d{8})[AU]?");

    /** With its check letter, and a kind. */
    private static final Pattern SINGAPORE = Pattern.compile("(1[01]20\\d{7})[A-Z]([A-Z]\\d?)?");

    /** {@code USX1258190}: a priority of which no more is known than the publication that claims it, {@code US 1258190X A} in DOCDB. */
    private static final Pattern UNKNOWN = Pattern.compile("([A-Z]{2})X(\\d+)");

    private static final Pattern ARGENTINA = Pattern.compile("((?:19|20)\\d\\d)P(\\d{6})A?");
    private static final Pattern DENMARK = Pattern.compile("((?:19|20)\\d\\d)BA(\\d{5})U?");
    /** Until 1968 the letter is that of a name. */
    private static final Pattern GERMANY = Pattern.compile("19[3-6]\\d([A-Z])(\\d{6})A?");

    /** From it on the year has four digits in Italy, and Chennai, whose code is CH, is no longer Madras in Derwent. */
    private static final String CENTURY = "2000";

    private LetteredApplication() {}

    /**
     * The key of a number.
     *
     * @param compact office, letters and digits without marks between
     * @param office office of a number that names none; may be null
     * @return null where it is none of these
     */
    static String key(String compact, String office) {
        if (compact.startsWith("X", 2)) {
            return unknown(compact);
        }
        String named = compact.length() > 2 ? compact.substring(0, 2) : "";
        return switch (named) {
            case "IN" -> indian(compact.substring(2));
            case "IT" -> italian(compact.substring(2));
            case "AR" -> argentine(compact.substring(2));
            case "DK" -> danish(compact.substring(2));
            case "DE" -> german(compact.substring(2));
            case "SG" -> singapore(compact.substring(2));
            default -> ofOffice(compact, office);
        };
    }

    private static String ofOffice(String number, String office) {
        return switch (office == null ? "" : office) {
            case "IN" -> indian(number);
            case "IT" -> italian(number);
            case "SG" -> singapore(number);
            default -> null;
        };
    }

    /** Its digits tell its check letter, which some leave out. */
    private static String singapore(String number) {
        Matcher m = SINGAPORE.matcher(number);
        return m.matches() ? "SG" + m.group(1) : null;
    }

    private static String unknown(String compact) {
        Matcher m = UNKNOWN.matcher(compact);
        return m.matches() ? m.group(1) + m.group(2) + "XA" : null;
    }

    /**
     * A number of India, which its publication has as well.
     *
     * @param number digits and letters without the office
     * @return as DOCDB has it, with the office; null for others, and for what may be both, 2013MU2001, whose order is not told
     */
    static String indian(String number) {
        Matcher old = OLD_INDIA.matcher(number);
        if (old.matches()) {
            return "IN" + old.group(1) + OFFICES_OF_INDIA.get(old.group(2)) + "19" + old.group(3);
        }
        Matcher own = INDIA.matcher(number);
        Matcher derwent = INDIA_OF_DERWENT.matcher(number);
        if (own.matches() == derwent.matches()) {
            return null;
        }
        Matcher m = own.matches() ? own : derwent;
        String serial = m.group(own.matches() ? 1 : 3);
        String year = m.group(own.matches() ? 3 : 1);
        String code = OFFICES_OF_INDIA.getOrDefault(m.group(2), m.group(2));
        boolean isMadras = !own.matches() && code.equals("CH") && year.compareTo(CENTURY) < 0;
        return "IN" + serial + (isMadras ? "MA" : code) + year;
    }

    private static String italian(String number) {
        Matcher m = ITALY.matcher(number);
        if (m.matches()) {
            return italian(m.group(2), m.group(1), m.group(3), m.group(4));
        }
        Matcher numbered = NUMBER_OF_ITALY.matcher(number);
        if (numbered.matches()) {
            return "IT" + numbered.group(2) + numbered.group(3)
                    + (numbered.group(1).equals("2") ? "U" : "");
        }
        Matcher office = OFFICE_OF_ITALY.matcher(number);
        if (!office.matches()) {
            return null;
        }
        String year = office.group(2).length() == 2 ? "19" + office.group(2) : office.group(2);
        return italian(office.group(1), year, office.group(4), office.group(3));
    }

    private static String italian(String province, String year, String given, String letter) {
        String serial = DocdbDigits.withoutZeros(given);
        if (serial.length() > 4) {
            return null;
        }
        String digits = (year.compareTo(CENTURY) < 0 ? year.substring(2) : year) + DocdbDigits.filled(serial, 4);
        return "IT" + province + digits + ApplicationKind.of("IT", digits, letter);
    }

    /** A zero stands between the year and the serial number. */
    private static String argentine(String number) {
        Matcher m = ARGENTINA.matcher(number);
        return m.matches() ? "ARP" + DocdbDigits.withoutZeros(m.group(1).substring(2) + "0" + m.group(2)) : null;
    }

    private static String danish(String number) {
        Matcher m = DENMARK.matcher(number);
        return m.matches() ? "DK" + m.group(1) + m.group(2) + "U" : null;
    }

    private static String german(String number) {
        Matcher m = GERMANY.matcher(number);
        return m.matches() ? "DE" + m.group(1) + DocdbDigits.withoutZeros(m.group(2)) : null;
    }
}
