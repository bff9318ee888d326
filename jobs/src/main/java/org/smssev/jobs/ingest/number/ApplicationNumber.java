package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.text.CountryCodes;

/** Numbers of applications and priorities, as keys to compare. */
public final class ApplicationNumber {
    /** A date after a number that is complete without it. */
    private static final Pattern DATED = Pattern.compile(
            "(?s)(.*\\d.*?)[\\s;]+((?:18|19|20)\\d\\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d).*");

    /** A country and a date, in either order, or a date alone, which tell no number. */
    private static final Pattern DATE = Pattern.compile("(?:[A-Z]{2}[\\s,;\\[(]*)?"
            + "(?:(?:18|19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\\d|3[01]|[1-9])"
            + "|(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:18|19|20)\\d\\d)"
            + "(?:[ T]\\d\\d:\\d\\d.{0,20})?[\\s,;\\])]*(?:[A-Z]{2})?");

    private static final Pattern NOISE = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})?([A-Z]{0,3})(\\d+)([A-Z]\\d?)?");
    private static final Pattern OFFICE = Pattern.compile("([A-Z]{2})-?(?=\\d|P|G|PI|MU)(.*)");

    /**
     * {@code PCT/US2005/020005}, also behind the country that a list gives beside it, and, as Espacenet has it,
     * {@code WO2005US20005}, without marks.
     */
    private static final Pattern PCT = Pattern.compile("(?:[A-Z]{2})?PCT([A-Z]{2})(\\d{6,})W?");

    private static final Pattern PCT_OF_ESPACENET = Pattern.compile("WO(\\d{4})([A-Z]{2})(\\d+)[A-Z]?");
    /** P for patents, which some print before Japanese and Korean numbers: {@code KR P2001-0012345}. */
    private static final Pattern OF_PATENT = Pattern.compile("^(JP|KR|)-?P(?=(?:19|20)\\d\\d)");

    private static final Pattern OF_YEAR = Pattern.compile("(?:19|20)\\d{7,}");

    /** By office, what stands before the check digit that the office writes and databases leave out. */
    private static final Map<String, Pattern> CHECKED = Map.of(
            "CN", Pattern.compile("(?:(\\d{8})\\.|(\\d{12})\\.?)[\\dX](?!\\d)"),
            "EP", Pattern.compile("(\\d{8})\\.\\d(?!\\d)"),
            "DE", Pattern.compile("[PG]?(\\d{7,8}|\\d{12})\\.\\d(?!\\d)"),
            "GB", Pattern.compile("(\\d{7})\\.\\d(?!\\d)"),
            "SE", Pattern.compile("(\\d{7})-\\d(?!\\d)"),
            // Behind the slash stands the department.
            "RU", Pattern.compile("(\\d{10}|\\d{7,8})/\\d\\d(?!\\d)"),
            "SU", Pattern.compile("(\\d{7})/\\d\\d(?!\\d)"),
            "BR", Pattern.compile("((?:PI|MU)\\d{7}|\\d{7}(?=-)|\\d{12})-?\\d(?!\\d)"));

    private static final Set<String> OF_BRAZIL = Set.of("PI", "MU");

    /** Offices that count utility models apart from patents, so that one number may be of both. */
    private static final Set<String> APART =
            Set.of("JP", "KR", "ES", "AT", "CZ", "SK", "DK", "IT", "MX", "HU", "RO", "VN", "PH");

    /** Digits of an application of the United States, its series of two digits among them. */
    private static final int OF_SERIES = 8;

    /** Offices whose shorter numbers have two digits of the year in front in DOCDB, and behind. */
    private static final Set<String> YEAR_IN_FRONT = Set.of("EP", "FR", "GB", "SE");

    private static final Set<String> YEAR_BEHIND = Set.of("AU", "JP", "US");
    /** Offices the form, era or century of whose numbers their date tells. */
    private static final Set<String> OF_DATE = Set.of("AU", "CH", "JP", "US", "IL", "NZ", "PL", "PT");

    /** Longer texts are lists that nothing cuts, or no numbers at all. */
    private static final int LONGEST = 200;

    private static final int LEAST_DIGITS = 5;
    /** Digits of a number of China or Brazil with its check digit. */
    private static final int CHECKED_DIGITS = 13;

    private ApplicationNumber() {}

    /**
     * A key that the spellings of one number share: {@code US 15/062116}, {@code US15062116A}, {@code US201615062116} and
     * {@code US 15062116 20160305} give one. Leading zeros, check digits, the right in front of Korean numbers and kind letters
     * are dropped, but not those of numbers that are counted apart: PCT applications (W), utility models of some offices (U),
     * designs (F), and provisional ones (P) and designs of the United States whose digits do not tell them, as DOCDB spells them; a
     * number of unknown form is its letters and digits.
     *
     * @param office office of a number that names none; may be null
     * @param date when it was filed, as far as that is told beside it; may be null
     * @return empty, or without a digit, where the text is no number
     */
    public static String key(String raw, String office, LocalDate date) {
        String usual = usual(raw, date);
        String key = usual == null ? unusual(raw, office, date) : usual;
        return PublicationNumber.hasNonZero(key) ? UsApplication.ofCentury(key, raw, date) : "";
    }

    /**
     * The key of a number that is spelled as by databases, {@code US15062116A}: office, digits, and a kind letter at most; null
     * where it is spelled otherwise, or its digits hold more than a number.
     */
    private static String usual(String s, LocalDate date) {
        int end = 2;
        while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
            end++;
        }
        boolean hasKind = end == s.length() - 1;
        if (end == 2
                || end < s.length() - 1
                || !isLetter(s.charAt(0))
                || !isLetter(s.charAt(1))
                || hasKind && (!isLetter(s.charAt(end)) || s.charAt(end) == 'W')) {
            return null;
        }
        String of = s.substring(0, 2);
        if (end - 2 == CHECKED_DIGITS && (of.equals("CN") || of.equals("BR"))
                || of.equals("ZL")
                || of.equals("KR")
                || of.equals("PI")
                || of.equals("MU")) {
            return null;
        }
        String given = s.substring(2, end);
        String letter = hasKind ? s.substring(end) : null;
        String digits = DatabaseDigits.of(of, given, letter);
        return digits.equals(given) && isDoubtful(of, digits, date)
                ? apart(of, digits, letter)
                : of + digits + kind(of, digits, letter, isOld(of, given, letter, date));
    }

    /**
     * Whether the date of a number may change its key, or give it another. That of others, of China, say, need not be read.
     *
     * @param office office of a number that names none; may be null
     */
    public static boolean isOpen(String raw, String office) {
        int start = 0;
        while (start < raw.length() && !isLetter(capital(raw, start)) && !isDigit(raw.charAt(start))) {
            start++;
        }
        boolean isNamed =
                raw.length() > start + 1 && isLetter(capital(raw, start)) && isLetter(capital(raw, start + 1));
        String letters = isNamed ? raw.substring(start, start + 2).toUpperCase(Locale.ROOT) : "";
        String own = CountryCodes.isOne(letters) ? letters : office;
        // Two letters may be those of an era, too: HEI 10-123499.
        if ("JP".equals(office) || own != null && OF_DATE.contains(own)) {
            return true;
        }
        int digits = start;
        while (digits < raw.length() && !isDigit(raw.charAt(digits))) {
            digits++;
        }
        return own != null
                && YEAR_IN_FRONT.contains(own)
                && (raw.startsWith("19", digits) || raw.startsWith("20", digits));
    }

    private static char capital(String text, int at) {
        char c = text.charAt(at);
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String unusual(String raw, String office, LocalDate date) {
        String text = raw.strip().toUpperCase(Locale.ROOT);
        if (text.length() > LONGEST || DATE.matcher(text).matches()) {
            return "";
        }
        Matcher dated = DATED.matcher(text);
        // Less than that is a year, behind which a number starts like a date.
        boolean isDated = dated.matches()
                && dated.group(1).chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
        String number = isDated ? dated.group(1) : text;
        LocalDate own = isDated ? date(dated, date) : date;
        String ofYear = keyOfYear(number.strip(), office, own);
        if (ofYear != null) {
            return ofYear;
        }
        String plain = BLANKS.matcher(number).replaceAll("");
        String compact =
                NOISE.matcher(withoutMark(checked(plain, office), office)).replaceAll("");
        Matcher pct = PCT.matcher(compact);
        if (pct.matches()) {
            return ofPct(pct.group(1), pct.group(2));
        }
        Matcher espacenet = PCT_OF_ESPACENET.matcher(compact);
        if (espacenet.matches()) {
            return ofPct(espacenet.group(2), espacenet.group(1) + sixDigits(espacenet.group(3)));
        }
        String lettered = LetteredApplication.key(compact, office);
        if (lettered != null) {
            return lettered;
        }
        Matcher m = NUMBER.matcher(OfficeMark.taken(compact, office));
        if (!m.matches()) {
            return compact;
        }
        String of = m.group(1) == null ? (office == null ? "" : office) : m.group(1);
        if ("W".equals(m.group(4))) {
            return ofPct(of, m.group(3));
        }
        String digits = DatabaseDigits.of(of, m.group(3), m.group(4));
        // A mark behind the year tells that it is one.
        boolean isPlain = m.group(2).isEmpty() && compact.equals(plain) && digits.equals(m.group(3));
        if (isPlain && isDoubtful(of, digits, own)) {
            return apart(of, digits, m.group(4));
        }
        String letter = of.equals("KR") ? DatabaseDigits.letterOfKorea(m.group(3), m.group(4)) : m.group(4);
        boolean isOld = m.group(2).isEmpty() && text.indexOf('/') < 0 && isOld(of, m.group(3), m.group(4), own);
        return of + m.group(2) + digits + kind(of, digits, letter, isOld);
    }

    /**
     * Whether a number has the year of its date in front and a short serial number, {@code EP20153368A} of 2015-11-25, while it is
     * one of another year as DOCDB has them, of 2020: of which of both is told by its layout alone, where Derwent wrote it.
     *
     * @param date when it was filed; null if unknown
     */
    private static boolean isDoubtful(String office, String digits, LocalDate date) {
        if (date == null
                || digits.length() < LEAST_DIGITS
                || digits.length() > OF_SERIES
                || !digits.startsWith("19") && !digits.startsWith("20")) {
            return false;
        }
        int year = date.getYear();
        if (Integer.parseInt(digits.substring(0, 4)) != year) {
            return false;
        }
        int behind = Integer.parseInt(digits.substring(digits.length() - 2));
        return YEAR_IN_FRONT.contains(office)
                ? 2000 + Integer.parseInt(digits.substring(0, 2)) != year
                : YEAR_BEHIND.contains(office) && behind != year % 100;
    }

    /** A number with a letter, as no other key of its office has it, so that it meets its own spelling alone. */
    private static String apart(String office, String digits, String letter) {
        return office + digits + (letter == null ? "A" : letter);
    }

    /** The key of a number whose year is spelled otherwise by its office than by databases; null for any other. */
    private static String keyOfYear(String number, String office, LocalDate date) {
        String japanese = JapaneseApplication.key(number, office, date);
        String swiss = japanese == null ? SwissApplication.key(number, office, date) : japanese;
        return swiss == null ? MarkedYear.key(number, office) : swiss;
    }

    private static String withoutMark(String text, String office) {
        Matcher m = text.indexOf('P') < 0 ? null : OF_PATENT.matcher(text);
        boolean isMarked =
                m != null && m.find() && (!m.group(1).isEmpty() || "JP".equals(office) || "KR".equals(office));
        return isMarked ? m.group(1) + text.substring(m.end()) : text;
    }

    /** The date behind a number, as it is that number's own; the one beside it where there is no such day. */
    private static LocalDate date(Matcher dated, LocalDate beside) {
        int year = Integer.parseInt(dated.group(2));
        YearMonth month = YearMonth.of(year, Integer.parseInt(dated.group(3)));
        int day = Integer.parseInt(dated.group(4));
        return month.isValidDay(day) ? month.atDay(day) : beside;
    }

    /** A number, with the office in front, without the check digit; as it is where it has none. */
    private static String checked(String text, String office) {
        Matcher own = OFFICE.matcher(text);
        // PI and MU of Brazil are no offices.
        boolean hasOwn = own.matches() && !("BR".equals(office) && OF_BRAZIL.contains(own.group(1)));
        String named = hasOwn ? own.group(1) : office;
        // A patent of China is called by its application.
        String of = "ZL".equals(named) ? "CN" : named;
        String rest = hasOwn ? own.group(2) : text;
        Pattern pattern = of == null ? null : CHECKED.get(of);
        Matcher m = pattern == null ? null : pattern.matcher(rest);
        if (m == null || !m.lookingAt()) {
            return hasOwn || "BR".equals(of) ? of + rest : text;
        }
        String before = m.group(1) == null ? m.group(2) : m.group(1);
        // Databases put the century before years of two digits from 2010 on.
        boolean isShort = of.equals("GB") && before.compareTo("1") >= 0 && before.compareTo("78") < 0;
        return of + (isShort ? "20" : "") + before;
    }

    /** An international application: the receiving office, the year and six digits. */
    private static String ofPct(String office, String digits) {
        if (OF_YEAR.matcher(digits).matches()) {
            return office + digits.substring(0, 4) + sixDigits(digits.substring(4)) + "W";
        }
        if (digits.length() == 7) {
            String century = digits.compareTo("78") >= 0 ? "19" : "20";
            return office + century + digits.substring(0, 2) + sixDigits(digits.substring(2)) + "W";
        }
        return office + DatabaseDigits.withoutZeros(digits) + "W";
    }

    private static String sixDigits(String serial) {
        String digits = DatabaseDigits.withoutZeros(serial);
        return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    private static boolean isOld(String office, String digits, String letter, LocalDate date) {
        return office.equals("US") && UsApplication.isOld(digits, letter, date);
    }

    /** Whether an office counts utility models apart from patents. */
    public static boolean isCountedApart(String office) {
        return APART.contains(office);
    }

    /** Whether a number tells by its series, or by a digit behind its year, whether it is of a design. */
    public static boolean isToldByDigits(String office) {
        return office.equals("US") || office.equals("CN");
    }

    /**
     * The letter of applications that are counted apart from those of the same digits, O for old ones of the United States;
     * empty for all others. Provisional ones with their series, 60 to 63, are told by it, with a letter or without.
     */
    static String kind(String office, String digits, String letter, boolean isOld) {
        if (letter == null) {
            return "";
        }
        boolean isDesign = letter.equals("F") || letter.equals("S");
        if (office.equals("US") && (letter.equals("P") || isDesign)) {
            boolean isOfSeries = !isOld && digits.length() == OF_SERIES && (isDesign || digits.charAt(0) == '6');
            return isOfSeries ? "" : isDesign ? "F" : letter;
        }
        if (isDesign) {
            return isToldByDigits(office) ? "" : "F";
        }
        return isOld ? "O" : "U".equals(letter) && APART.contains(office) ? letter : "";
    }
}
