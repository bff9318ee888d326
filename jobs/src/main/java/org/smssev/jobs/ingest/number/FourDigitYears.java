package org.smssev.jobs.ingest.number;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publication numbers that Derwent Innovation, PatSnap and older exports of The Lens write with a year of four digits, where DOCDB
 * has two, has them behind the serial number, or has fewer zeros: {@code NL197603512A} and {@code AU198436767A} are
 * {@code NL7603512A} and {@code AU3676784A}. Offices, kinds and years are those for which DOCDB's form is known, by lists of its
 * numbers, by publications that one export has in both forms with one date, and by members of families that two tools list; others
 * stay.
 */
public final class FourDigitYears {
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})((?:19|20)\\d\\d)(\\d{3,7})([A-Z]\\d?)");

    /** Provinces of Italy, which stand behind the year or in front of it. */
    private static final Pattern ITALY =
            Pattern.compile("IT(?:((?:19|20)\\d\\d)([A-Z]{2})|([A-Z]{2})((?:19|20)\\d\\d))(\\d{4}[A-Z]\\d)");

    /** Letters behind the office, or another year of the right, stand before the year. */
    private static final Pattern MARKED = Pattern.compile(
            "(HRP)(19\\d\\d)(\\d{4}[AB]\\d)|(EA)20((?:19|20)\\d\\d\\d{5}A\\d)|(ECSP)20(\\d\\d\\d{4,6}A)");

    /** An old number of Australia in PatSnap, with the kind that newer ones have. */
    private static final Pattern AUSTRALIA = Pattern.compile("(AU(?:19\\d\\d|200[01]))0(\\d{5}A)1");

    /** One of South Africa there, with zeros that DOCDB does not have. */
    private static final Pattern SOUTH_AFRICA = Pattern.compile("(ZA[7-9]\\d)0(\\d{4}B)");

    /** An old number of Australia, six digits behind its year. */
    private static final Pattern LENS = Pattern.compile("AU(?:19|20)\\d\\d0\\d{5}A");

    private static final String CENTURY = "2000";
    private static final int LAST = 2099;
    private static final int SHORTEST = 9;

    private FourDigitYears() {}

    /** A number of Derwent, {@code GB200512345D0}, as DOCDB has it; as it is where its form there is not known. */
    public static String ofDerwent(String number) {
        if (number.length() < SHORTEST || !mayHave(number)) {
            return number;
        }
        Matcher m = NUMBER.matcher(number);
        if (m.matches()) {
            Yeared parts = new Yeared(m.group(1), m.group(2), m.group(3), m.group(4));
            String digits = digits(parts);
            if (digits != null) {
                return parts.office + digits + parts.kind;
            }
        }
        Matcher marked = MARKED.matcher(number);
        if (marked.matches()) {
            return marked(marked);
        }
        Matcher italy = ITALY.matcher(number);
        if (!italy.matches()) {
            return number;
        }
        boolean isBehind = italy.group(1) != null;
        String year = isBehind ? italy.group(1) : italy.group(4);
        String province = isBehind ? italy.group(2) : italy.group(3);
        return "IT" + province + (year.startsWith("19") ? year.substring(2) : year) + italy.group(5);
    }

    /** A number of The Lens, {@code AU1984036767A}, likewise. */
    public static String ofLens(String number) {
        return number.startsWith("AU") && LENS.matcher(number).matches() ? ofDerwent(number) : number;
    }

    /** A number of PatSnap, {@code AU1974075484A1}, likewise. */
    public static String ofPatSnap(String number) {
        if (number.startsWith("AU")) {
            Matcher m = AUSTRALIA.matcher(number);
            return m.matches() ? ofDerwent(m.group(1) + m.group(2)) : number;
        }
        return number.startsWith("ZA") ? SOUTH_AFRICA.matcher(number).replaceFirst("$1$2") : number;
    }

    private static String marked(Matcher m) {
        if (m.group(1) != null) {
            return m.group(1) + m.group(2).substring(2) + m.group(3);
        }
        return m.group(4) != null ? m.group(4) + m.group(5) : m.group(6) + m.group(7);
    }

    /** Whether a number may have a year: of most it is told by a digit. */
    private static boolean mayHave(String number) {
        return number.startsWith("19", 2)
                || number.startsWith("20", 2)
                || number.startsWith("IT")
                || number.startsWith("HRP19")
                || number.startsWith("ECSP20");
    }

    /** A number with its year. */
    private record Yeared(String office, String year, String serial, String kind) {
        /** Whether it has as many digits behind the year, is of a year from one to another, and of one of the kinds. */
        boolean is(int digits, int from, int to, String... kinds) {
            int of = Integer.parseInt(year);
            return serial.length() == digits
                    && of >= from
                    && of <= to
                    && List.of(kinds).contains(kind);
        }

        boolean isOld() {
            return year.compareTo(CENTURY) < 0;
        }

        /** The serial number without zeros in front. */
        String bare() {
            return DocdbDigits.withoutZeros(serial);
        }

        String shortYear(int digits) {
            return DocdbDigits.shortYear(year, bare(), digits);
        }

        String wholeYear(int digits) {
            return DocdbDigits.wholeYear(year, bare(), digits);
        }

        String yearBehind() {
            return DocdbDigits.yearBehind(year, bare(), 4);
        }

        /** Offices that publish under the number of the application. */
        String asApplication() {
            return DocdbDigits.of(office, year, serial);
        }
    }

    /** Digits as DOCDB has them, where it has a number; null where that is not known. */
    private static String digits(Yeared n) {
        return switch (n.office) {
            case "AT" -> n.is(5, 1970, 2003, "A") ? austrian(n) : null;
            case "AU" -> n.is(5, 1900, 2001, "A") || n.is(6, 1900, 2001, "A") ? n.asApplication() : null;
            case "BR" -> brazilian(n);
            case "CN" -> n.is(6, 1985, 1988, "A", "B", "U") ? n.shortYear(6) : null;
            case "CZ" -> czech(n);
            case "DE" -> n.is(5, 1968, 1994, "U", "U1") ? n.shortYear(5) : null;
            case "EE" -> n.is(5, 1994, 1999, "A") ? n.shortYear(5) : null;
            case "DK" -> n.is(5, 1975, 1992, "A", "D0") ? n.yearBehind() : null;
            case "ES" -> n.is(5, 1978, 1986, "A", "A1") ? n.shortYear(5) : null;
            case "FI" -> nordic(n, "A", "A0", "L");
            case "GB" -> n.is(5, 1979, 2009, "D0") ? n.asApplication() : null;
            case "GR" -> n.is(6, 1987, 1999, "A") || n.is(7, 1987, 1999, "A") ? n.shortYear(7) : null;
            case "HK" -> n.is(3, 1976, 1997, "A") || n.is(4, 1976, 1997, "A") ? n.yearBehind() : null;
            case "HU" -> hungarian(n);
            case "IE" -> n.is(4, 1983, 1999, "A1", "L") ? n.shortYear(4) : null;
            case "IT" -> n.is(5, 1978, 1991, "A1", "D0") ? n.shortYear(5) : null;
            case "KR" -> n.is(5, 1979, 1997, "A", "B1") || n.is(6, 1979, 1997, "A", "B1") ? n.shortYear(7) : null;
            case "LT" -> n.is(3, 1992, 1999, "A") ? n.shortYear(3) : null;
            case "MX" ->
                n.is(5, 1991, 1999, "A") ? n.shortYear(5) : n.is(6, 2000, 2006, "A") ? "PA" + n.shortYear(6) : null;
            case "NL" -> n.is(5, 1964, 1994, "A") ? n.shortYear(5) : null;
            case "NO" -> nordic(n, "A", "D0", "L");
            case "RU" -> n.is(6, 1992, 1999, "A") ? n.asApplication() : null;
            case "SE" -> n.is(5, 1973, LAST, "A", "A1", "D0", "L") ? n.asApplication() : null;
            case "SI" -> n.is(5, 1989, 1999, "A", "B") ? n.shortYear(5) : null;
            case "SK" -> n.is(5, 1993, LAST, "A3") ? slovak(n) : null;
            case "YU" -> n.is(4, 1970, 2003, "A") ? n.asApplication() : null;
            case "ZA" -> n.is(5, 1970, 1999, "A", "B") ? southAfrican(n) : null;
            default -> null;
        };
    }

    /** The letter of applications, and years of four digits since 2000. */
    private static String austrian(Yeared n) {
        String serial = n.bare();
        return "A" + serial + (n.isOld() ? n.year.substring(2) : n.year);
    }

    /** The year in front since 2000, with no zeros behind it: 97 of 2000 would be 2000 of 1997. */
    private static String czech(Yeared n) {
        String serial = n.bare();
        boolean isTold = serial.length() > 2 && n.is(5, 2000, LAST, "A3");
        return isTold ? n.year + serial : n.is(5, 1993, 1999, "A3") ? n.yearBehind() : null;
    }

    /** Letters of the type of right since 2004. */
    private static String brazilian(Yeared n) {
        boolean isLettered = n.is(5, 2004, 2006, "A");
        return isLettered ? "PI" + n.shortYear(5) : n.is(5, 1971, 2003, "A", "D0") ? n.shortYear(5) : null;
    }

    /** Four digits of a serial number, but where there are five. */
    private static String southAfrican(Yeared n) {
        return n.shortYear(n.bare().length() == 5 ? 5 : 4);
    }

    /** Four digits of a serial number, in Finland and Norway, behind years of four digits since 2000. */
    private static String nordic(Yeared n, String... kinds) {
        return n.is(5, 1970, 1999, kinds) ? n.shortYear(4) : n.is(5, 2000, LAST, kinds) ? n.wholeYear(4) : null;
    }

    /** Of what was filed, from 1990 to 1992 there may be serial numbers of four digits, and of five. */
    private static String hungarian(Yeared n) {
        if (n.is(5, 1993, LAST, "A1", "A2", "A3", "D0")) {
            return n.shortYear(5);
        }
        return n.is(5, 1983, 1989, "D0") ? n.shortYear(4) : null;
    }

    /** The year behind the number, of four digits since 2000. Serial numbers of five digits may have a misread year in them. */
    private static String slovak(Yeared n) {
        String behind = n.yearBehind();
        return behind == null || n.isOld() ? behind : n.bare() + n.year;
    }
}
