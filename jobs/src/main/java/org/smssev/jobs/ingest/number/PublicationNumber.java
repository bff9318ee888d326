package org.smssev.jobs.ingest.number;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.text.CountryCodes;

/** Publication numbers in one spelling, {@code US-7650331-B1}: office, serial number, kind. */
public final class PublicationNumber {
    /** A date after a number that is complete without it. */
    private static final Pattern DATED =
            Pattern.compile("(.*\\d.*)\\s\\d{4}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\\d|3[01])");

    /** A number of Brazil, in front of its check digit. */
    private static final Pattern BRAZIL =
            Pattern.compile("^((?:BR)?[\\s-]*(?:(?:PI|MU|DI)\\s?\\d{7}(?=[\\s-]?\\d(?!\\d))"
                    + "|(?:1[0-3]|2[0-2])\\s?\\d{4}\\s?\\d{6}(?=[\\s-]?\\d(?!\\d))"
                    + "|\\d{7}(?=[\\s-]\\d(?!\\d))))[\\s-]?\\d");

    /** A PCT publication with its slash. */
    private static final Pattern PCT = Pattern.compile("(?i)^(?:WO)?[\\s-]*(\\d{4}|\\d{2})/(\\d{4,6})(?!\\d)");

    /** A rounded number without sign and fraction, {@code 2E11}, which a number of known form may look like, {@code US2E1}. */
    private static final Pattern SCIENTIFIC = Pattern.compile("(?i)(?:[A-Z]{2}-?)?\\dE\\d+");
    /** A footer or a title: words with a colon, or several. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}\\s*:|(?:\\p{L}{3,}\\P{L}.*?){3}\\p{L}{3,}");
    /** Longer numbers of unknown form are none. */
    private static final int LONGEST_UNKNOWN = 100;

    /** Most letters before the digits: an office and an era or type. */
    private static final int MOST_LETTERS = 4;

    /** Year and six digits, where the office's own spelling has seven. */
    private static final int US_SHORT_APPLICATION = 10;

    private static final int YEAR = 4;
    /** Longer texts are no numbers, and patterns would take long to say so. */
    private static final int LONGEST = 200;

    /** Digits of a PCT publication, its year among them. */
    private static final int PCT_DIGITS = 10;
    /** The year of the first PCT publications. */
    private static final String FIRST_PCT = "78";

    /**
     * A number with its parts.
     *
     * @param canonical the number in canonical spelling, or as it was if its form is unknown
     * @param office two letters, null if unknown
     * @param kind kind code, null if not given
     */
    public record Parts(String canonical, String office, String kind) {
        /** Whether its form is known, so that the number starts with the office. */
        public boolean isKnown() {
            return PublicationNumber.isKnown(canonical, office);
        }
    }

    private PublicationNumber() {}

    /** Whether the form of a number is known, so that it starts with its office. */
    public static boolean isKnown(String canonical, String office) {
        if (office == null || !canonical.startsWith(office) || !canonical.startsWith("-", office.length())) {
            return false;
        }
        // A cell that holds two numbers may start as one.
        for (int i = office.length(); i < canonical.length(); i++) {
            char c = canonical.charAt(i);
            if (c != '-' && !isLetter(c) && !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Why a text is no number of one publication, in words; null if it may be one. What is none would make one publication of
     * all records that have it.
     *
     * @param raw the text as given
     * @param parts what was read of it
     */
    public static String flaw(String raw, Parts parts) {
        // An exponent of one digit looks like a kind, so that the form seems known.
        boolean isRounded = RoundedNumber.isOne(raw)
                || !parts.isKnown()
                        && (SCIENTIFIC.matcher(raw).matches() || RoundedNumber.isOne(BareNumber.of(raw.strip())));
        if (isRounded) {
            return "a spreadsheet program rounded the publication number to '" + raw
                    + "'; export the table again, with the numbers as text";
        }
        boolean isOfZeros = "-1".equals(raw) || !hasNonZero(parts.isKnown() ? serial(parts) : raw);
        if (parts.isKnown() && !isOfZeros) {
            return null;
        }
        boolean isLong = raw.length() > LONGEST_UNKNOWN;
        boolean isNone = isLong || isOfZeros || WORDS.matcher(raw).find();
        return isNone
                ? "'" + (isLong ? raw.substring(0, LONGEST_UNKNOWN) + "…" : raw) + "' is no publication number"
                : null;
    }

    private static String serial(Parts parts) {
        String number = parts.canonical().substring(parts.office().length());
        String kind = "-" + parts.kind();
        return number.endsWith(kind) ? number.substring(0, number.length() - kind.length()) : number;
    }

    /** Whether a text has a digit other than zero. */
    public static boolean hasNonZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0' && isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text may be a number; what is none would link all that have it. */
    public static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Of full width as well.
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Canonical spelling; a number of unknown form is kept as it is, trimmed. */
    public static String canonical(String raw) {
        return parse(raw, null, null).canonical();
    }

    /**
     * Reads a number in one of the usual spellings, {@code US7650331B1} and {@code US-7650331-B1}, with no more than digits
     * between office and kind; null where it is spelled otherwise.
     */
    private static Parts usual(String s, String office, String kind) {
        if (OfficeLetters.arePart(s, office)) {
            return null;
        }
        int start = s.length() > 2 && s.charAt(2) == '-' ? 3 : 2;
        boolean isNumber = s.length() > start && isLetter(s.charAt(0)) && isLetter(s.charAt(1));
        int end = start;
        while (isNumber && end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        int kindPlace = end < s.length() && s.charAt(end) == '-' ? end + 1 : end;
        if (end == start || !isKind(s, kindPlace)) {
            return null;
        }
        String own = s.substring(0, 2);
        if (own.equals("BR") || own.equals("SG")) {
            return null;
        }
        String ownKind = kindPlace == s.length() ? kind : s.substring(kindPlace);
        return of(CountryCodes.ofStandard(own), ownKind, s, start, start, end);
    }

    /**
     * Reads a number such as {@code US 2011/0185700 A1}, {@code WO2015026896 (A1)} or {@code US-7650331-B1}.
     *
     * <p>Leading zeros are dropped, but not after the era letters of Japan and PI and MU of Brazil, whose digits start with the
     * year; ten digits of a United States application become eleven, {@code 2011185700} is {@code 20110185700}; the year of a PCT
     * publication gets four digits and its serial number six, {@code WO 00/12345} is {@code WO2000012345}; what Korea puts in
     * front of the year, and Brazil behind the number, is left out, as by DOCDB.
     *
     * @param office office given beside the number, used where the number has none; may be null
     * @param kind kind given beside the number, likewise
     */
    public static Parts parse(String raw, String office, String kind) {
        Parts usual = usual(raw, office, kind);
        return usual == null ? unusual(WholeNumber.of(raw.strip(), office), office, kind) : usual;
    }

    private static Parts unusual(String raw, String office, String kind) {
        String trimmed = raw.strip();
        if (trimmed.length() > LONGEST) {
            return new Parts(trimmed, office, kind);
        }
        String bare = BareNumber.of(trimmed);
        boolean isJapanese = isOf("JP", bare, office) || office == null && JapaneseMark.isJapanese(bare);
        Parts japanese = isJapanese ? JapaneseMark.read(bare, kind) : null;
        Parts marked = japanese == null ? KindInFront.read(bare) : japanese;
        if (marked != null) {
            return marked;
        }
        String compact = compact(asDatabasesHaveIt(undated(bare), office));
        Parts singapore = LetteredNumber.singapore(bare, compact, office, kind);
        if (singapore != null) {
            return singapore;
        }
        int letters = 0;
        while (letters < compact.length() && isLetter(compact.charAt(letters))) {
            letters++;
        }
        int end = letters;
        while (end < compact.length() && isDigit(compact.charAt(end))) {
            end++;
        }
        if (end == letters || !isKind(compact, end) || letters > MOST_LETTERS) {
            Parts lettered = LetteredNumber.within(compact, office, kind);
            return lettered == null
                    ? new Parts(trimmed, office == null ? OfficeCodes.of(trimmed) : office, kind)
                    : lettered;
        }
        String ownKind = end == compact.length() ? kind : compact.substring(end);
        if (letters >= 2 && !OfficeLetters.arePart(compact, office)) {
            return of(CountryCodes.ofStandard(compact.substring(0, 2)), ownKind, compact, 2, letters, end);
        }
        return office == null ? new Parts(trimmed, null, kind) : of(office, ownKind, compact, 0, letters, end);
    }

    /** A number in canonical spelling. */
    static Parts whole(String office, String number, String kind) {
        return new Parts(office + "-" + number + (kind == null ? "" : "-" + kind), office, kind);
    }

    /** A number as databases have it where its office writes more, or less. */
    private static String asDatabasesHaveIt(String text, String office) {
        if (isOf("BR", text, office)) {
            return BRAZIL.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("$1");
        }
        if (isOf("JP", text, office)) {
            return JapaneseEra.spelled(text);
        }
        if (isOf("KR", text, office)) {
            return KoreanNumber.spelled(text);
        }
        if (isOf("IN", text, office)) {
            return LetteredNumber.indian(text);
        }
        Matcher pct = isOf("WO", text, office) ? PCT.matcher(text) : null;
        if (pct == null || !pct.lookingAt()) {
            return text;
        }
        String year = pct.group(1).length() == YEAR ? pct.group(1) : century(pct.group(1)) + pct.group(1);
        return "WO" + year + "0".repeat(6 - pct.group(2).length()) + pct.group(2) + text.substring(pct.end());
    }

    /** Whether a text starts with an office, or with no letters of one where the office stands beside it. */
    private static boolean isOf(String of, String text, String office) {
        return text.regionMatches(true, 0, of, 0, 2) || of.equals(office);
    }

    private static String century(String year) {
        return year.compareTo(FIRST_PCT) >= 0 ? "19" : "20";
    }

    private static String undated(String trimmed) {
        boolean hasBlank = false;
        for (int i = 0; i < trimmed.length() && !hasBlank; i++) {
            hasBlank = Character.isWhitespace(trimmed.charAt(i));
        }
        if (hasBlank) {
            Matcher dated = DATED.matcher(trimmed);
            return dated.matches() ? dated.group(1) : trimmed;
        }
        return trimmed;
    }

    /** Capitals, without what stands between the parts of a number. */
    private static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isNoise = c <= ' ' || c == '/' || c == ',' || c == '.' || c == '(' || c == ')' || c == '-';
            // Copied from web pages, numbers have marks in them that nobody sees.
            boolean isUnseen = c > '~' && Character.getType(c) == Character.FORMAT;
            if (!isNoise && !isUnseen) {
                compact.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            }
        }
        return compact.toString();
    }

    /** Whether nothing follows at a place, or a letter with a digit at most. */
    private static boolean isKind(String compact, int at) {
        int left = compact.length() - at;
        return left == 0
                || (left <= 2 && isLetter(compact.charAt(at)) && (left == 1 || isDigit(compact.charAt(at + 1))));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Puts a number together.
     *
     * @param compact text that holds its serial number at letters to end, and the letters of an era or type before it
     */
    private static Parts of(String office, String kind, String compact, int prefix, int letters, int end) {
        String japanese =
                office.equals("JP") && letters == prefix ? JapaneseEra.of(compact.substring(letters, end), kind) : null;
        if (japanese != null) {
            return whole(office, japanese, kind);
        }
        if (office.equals("KR") && letters == prefix) {
            String given = compact.substring(letters, end);
            return KoreanNumber.isDoubtful(given, kind)
                    ? new Parts(office + given, office, null)
                    : whole(office, DatabaseDigits.withoutZeros(KoreanNumber.digits(given, kind)), kind);
        }
        boolean era = office.equals("JP") && letters > prefix;
        if (era && letters == prefix + 1 && JapaneseEra.isLetter(compact.charAt(prefix))) {
            String digits = JapaneseEra.digits(compact.substring(letters, end));
            return whole(office, compact.substring(prefix, letters) + digits, kind);
        }
        int start = letters;
        StringBuilder canonical = new StringBuilder(compact.length() + MOST_LETTERS)
                .append(office)
                .append('-')
                .append(compact, prefix, letters);
        if (office.equals("WO") && letters == prefix) {
            start = pct(compact, start, end, canonical);
        }
        // Behind PI and MU, Brazil's year of two digits starts with it.
        boolean hasZeros = era || office.equals("BR") && letters > prefix;
        while (!hasZeros && start < end - 1 && compact.charAt(start) == '0' && isEmpty(canonical)) {
            start++;
        }
        // Of whatever kind, P1 of plants, too: no grant has as many digits. PCT applications have.
        boolean isShort = end - start == US_SHORT_APPLICATION && compact.startsWith("20", start);
        if (office.equals("US") && letters == prefix && isShort && !"W".equals(kind)) {
            canonical.append(compact, start, start + YEAR).append('0');
            start += YEAR;
        }
        canonical.append(compact, start, end);
        if (kind != null) {
            canonical.append('-').append(kind);
        }
        return new Parts(canonical.toString(), office, kind);
    }

    /** Whether no digit of the number is put down. */
    private static boolean isEmpty(StringBuilder canonical) {
        return !isDigit(canonical.charAt(canonical.length() - 1));
    }

    private static boolean isPctYear(String year) {
        return year.compareTo("1978") >= 0 && year.compareTo("2100") < 0;
    }

    /**
     * Puts down the year of a PCT publication and the zeros before its serial number, where they are short of four digits and
     * of six.
     *
     * @return where the rest of the number starts
     */
    private static int pct(String compact, int start, int end, StringBuilder canonical) {
        int digits = end - start;
        boolean isOfYear = digits > YEAR && isPctYear(compact.substring(start, start + YEAR));
        if (digits > YEAR && digits < PCT_DIGITS && isOfYear) {
            canonical.append(compact, start, start + YEAR).append("0".repeat(PCT_DIGITS - digits));
            return start + YEAR;
        }
        if (digits == 7 || digits == 8) {
            String year = compact.substring(start, start + 2);
            canonical.append(century(year)).append(year).append("0".repeat(8 - digits));
            return start + 2;
        }
        return start;
    }
}
