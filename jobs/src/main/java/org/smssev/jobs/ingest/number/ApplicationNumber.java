package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.text.CountryCodes;

/** Numbers of applications and priorities, as keys to compare. */
public final class ApplicationNumber {
    /** A date after a number that is complete without it. */
    private static final Pattern DATED = Pattern.compile(
            "(?s)(.*\\d.*?)[\\s;]+\\(?((?:18|19|20)\\d\\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d).*");

    /** A country and a date, in either order, or a date alone, which tell no number. */
    private static final Pattern DATE = Pattern.compile("(?:[A-Z]{2}[\\s,;\\[(]*)?"
            + "(?:(?:18|19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\\d|3[01]|[1-9])"
            + "|(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:18|19|20)\\d\\d)"
            + "(?:[ T]\\d\\d:\\d\\d.{0,20})?[\\s,;\\])]*(?:[A-Z]{2})?");

    private static final Pattern NOISE = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})?([A-Z]{0,3})(\\d+)([A-Z]\\d?)?");

    /** Offices of China, Korea and Brazil, whose numbers have check digits, rights and letters that make them no usual ones. */
    private static final Set<String> UNUSUAL = Set.of("ZL", "KR", "PI", "MU");

    private static final Set<String> CHECKED = Set.of("CN", "BR");
    /** Digits of a number of China or Brazil with its check digit. */
    private static final int CHECKED_DIGITS = 13;
    /** Those of Italy with the type of right. */
    private static final int DIGITS_OF_ITALY = 15;

    /** Offices whose shorter numbers have two digits of the year in front in DOCDB, and behind. */
    private static final Set<String> YEAR_IN_FRONT = Set.of("EP", "FR", "GB", "SE");

    private static final Set<String> YEAR_BEHIND = Set.of("AU", "JP", "US");
    /** Offices the form, era or century of whose numbers their date tells. */
    private static final Set<String> OF_DATE = Set.of("AU", "CH", "JP", "US", "IL", "NZ", "PL", "PT");

    /** Longer texts are lists that nothing cuts, or no numbers at all. */
    private static final int LONGEST = 200;

    /** Fewest and most digits of one that starts with a year and may be of another. */
    private static final int LEAST_DIGITS = 5;

    private static final int MOST_DIGITS = 8;

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
        String key = usual == null ? unusual(raw, JapaneseApplication.isMarked(raw) ? "JP" : office, date) : usual;
        return PublicationNumber.hasNonZero(key) ? UsApplication.ofCentury(key, raw, date) : "";
    }

    /**
     * The key of a number that is spelled as by databases, {@code US15062116A}: office, digits, and a kind letter at most; null
     * where it is spelled otherwise, or its digits hold more than a number.
     */
    private static String usual(String s, LocalDate date) {
        int end = Ascii.endOfDigits(s, 2);
        boolean hasKind = end == s.length() - 1;
        if (end == 2
                || end < s.length() - 1
                || !Ascii.isLetter(s.charAt(0))
                || !Ascii.isLetter(s.charAt(1))
                || hasKind && (!Ascii.isLetter(s.charAt(end)) || s.charAt(end) == 'W')) {
            return null;
        }
        String of = s.substring(0, 2);
        if (UNUSUAL.contains(of)
                || end - 2 == CHECKED_DIGITS && CHECKED.contains(of)
                || end - 2 == DIGITS_OF_ITALY && of.equals("IT")) {
            return null;
        }
        String given = s.substring(2, end);
        String letter = hasKind ? s.substring(end) : null;
        String digits = DatabaseDigits.of(of, given, letter);
        return digits.equals(given) && isDoubtful(of, digits, date)
                ? apart(of, digits, letter)
                : of + digits + ApplicationKind.of(of, digits, letter, isOld(of, given, letter, date));
    }

    /**
     * Whether the date of a number may change its key, or give it another. That of others, of China, say, need not be read.
     *
     * @param office office of a number that names none; may be null
     */
    public static boolean isOpen(String raw, String office) {
        int start = 0;
        while (start < raw.length() && !isLetter(raw, start) && !Ascii.isDigit(raw.charAt(start))) {
            start++;
        }
        boolean isNamed = isLetter(raw, start) && isLetter(raw, start + 1);
        String letters = isNamed ? raw.substring(start, start + 2).toUpperCase(Locale.ROOT) : "";
        String own = CountryCodes.isOne(letters) ? letters : office;
        // Two letters may be those of an era, too: HEI 10-123499.
        if ("JP".equals(office) || JapaneseApplication.isMarked(raw) || own != null && OF_DATE.contains(own)) {
            return true;
        }
        int digits = start;
        while (digits < raw.length() && !Ascii.isDigit(raw.charAt(digits))) {
            digits++;
        }
        return own != null
                && YEAR_IN_FRONT.contains(own)
                && (raw.startsWith("19", digits) || raw.startsWith("20", digits));
    }

    private static boolean isLetter(String text, int at) {
        return at < text.length() && Ascii.isLetter(Ascii.capital(text.charAt(at)));
    }

    private static String unusual(String raw, String office, LocalDate date) {
        String given = raw.strip();
        if (given.length() > LONGEST) {
            return "";
        }
        String text = given.toUpperCase(Locale.ROOT);
        if (DATE.matcher(text).matches()) {
            return "";
        }
        String mexican = MexicanNumber.spelled(text, null);
        if (!mexican.equals(text)) {
            return key(mexican, office, date);
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
        String plain = BLANKS.matcher(KoreanApplication.spelled(number, office)).replaceAll("");
        String compact = NOISE.matcher(CheckDigit.taken(plain, office)).replaceAll("");
        String pct = PctNumber.key(compact);
        String lettered = pct == null ? LetteredApplication.key(compact, office) : pct;
        if (lettered != null) {
            return lettered;
        }
        String unmarked = OfficeMark.taken(compact, office);
        Matcher m = NUMBER.matcher(unmarked);
        if (!m.matches()) {
            return compact;
        }
        String of = m.group(1) == null ? (office == null ? "" : office) : m.group(1);
        String letter = m.group(4);
        if ("W".equals(letter)) {
            return PctNumber.key(of, m.group(3));
        }
        boolean isOldOfBrazil = of.equals("BR") && BrazilianNumber.isOld(m.group(2), m.group(3));
        String type = isOldOfBrazil ? "" : m.group(2);
        String digits = DatabaseDigits.of(of, m.group(3), letter);
        // A mark behind the year, or in front of it, tells that it is one.
        boolean isPlain = type.isEmpty() && unmarked.equals(plain) && digits.equals(m.group(3));
        if (isPlain && isDoubtful(of, digits, own)) {
            return apart(of, digits, letter);
        }
        String right = of.equals("KR")
                ? KoreanApplication.letter(m.group(3), letter)
                : of.equals("BR") ? BrazilianNumber.letter(m.group(2), isOldOfBrazil, letter) : letter;
        boolean isOld = type.isEmpty() && text.indexOf('/') < 0 && isOld(of, m.group(3), letter, own);
        return of + type + digits + ApplicationKind.of(of, digits, right, isOld);
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
                || digits.length() > MOST_DIGITS
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

    /** The date behind a number, as it is that number's own; the one beside it where there is no such day. */
    private static LocalDate date(Matcher dated, LocalDate beside) {
        int year = Integer.parseInt(dated.group(2));
        YearMonth month = YearMonth.of(year, Integer.parseInt(dated.group(3)));
        int day = Integer.parseInt(dated.group(4));
        return month.isValidDay(day) ? month.atDay(day) : beside;
    }

    private static boolean isOld(String office, String digits, String letter, LocalDate date) {
        return office.equals("US") && UsApplication.isOld(digits, letter, date);
    }
}
