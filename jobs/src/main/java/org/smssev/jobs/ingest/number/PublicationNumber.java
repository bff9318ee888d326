package org.smssev.jobs.ingest.number;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.text.CountryCodes;

/** Publication numbers in one spelling, {@code US-7650331-B1}: office, serial number, kind. */
public final class PublicationNumber {
    /** A date after a number that is complete without it. */
    private static final Pattern DATED =
            Pattern.compile("(.*\\d.*)\\s\\d{4}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\\d|3[01])");

    /**
     * Applications whose digits are those of other publications: of the United States by series and serial number, and those with
     * their check digit, which publications have none of.
     */
    private static final Map<String, Pattern> APPLICATIONS = Map.of(
            "US", application("US", "\\d{2}\\s?/\\s?\\d{3},?\\s?\\d{3}"),
            "CN", application("CN", "(?:\\d{8}|20\\d{10})\\.[\\dX]"),
            "EP", application("EP", "\\d{8}\\.\\d"),
            "GB", application("GB", "\\d{7}\\.\\d"));

    /** A number of Germany, whose publications are called by their application, in front of its check digit. */
    private static final Pattern GERMANY =
            Pattern.compile("(?i)^((?:DE)?[\\s-]*[PG]?(?:\\d{7,8}|\\d{12}))\\.\\d(?!\\d)");

    /** A number of Brazil, in front of its check digit. */
    private static final Pattern BRAZIL =
            Pattern.compile("^((?:BR)?[\\s-]*(?:(?:PI|MU|DI)\\s?\\d{7}(?=[\\s-]?\\d(?!\\d))"
                    + "|(?:1[0-3]|2[0-2])[\\s-]?\\d{4}[\\s-]?\\d{6}(?=[\\s-]?\\d(?!\\d))"
                    + "|\\d{7}(?=[\\s-]\\d(?!\\d))))[\\s-]?\\d");

    /** Most letters before the digits: an office and an era or type. */
    private static final int MOST_LETTERS = 4;

    /** Year and six digits, where the office's own spelling has seven. */
    private static final int US_SHORT_APPLICATION = 10;

    private static final int YEAR = 4;
    /** Longer texts are no numbers, and patterns would take long to say so. */
    private static final int LONGEST = 200;

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

    private static Pattern application(String office, String digits) {
        return Pattern.compile("(?i)(?:" + office + ")?[\\s-]*" + digits + "(?:\\s*\\(?[A-Z]\\d?\\)?)?");
    }

    /** Whether the form of a number is known, so that it starts with its office. */
    public static boolean isKnown(String canonical, String office) {
        if (office == null || !canonical.startsWith(office) || !canonical.startsWith("-", office.length())) {
            return false;
        }
        // A cell that holds two numbers may start as one.
        for (int i = office.length(); i < canonical.length(); i++) {
            char c = canonical.charAt(i);
            if (c != '-' && !Ascii.isLetter(c) && !Ascii.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has a digit other than zero. */
    public static boolean hasNonZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0' && Ascii.isDigit(text.charAt(i))) {
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
        boolean isNumber = s.length() > start && Ascii.isLetter(s.charAt(0)) && Ascii.isLetter(s.charAt(1));
        int end = isNumber ? Ascii.endOfDigits(s, start) : start;
        int kindPlace = end < s.length() && s.charAt(end) == '-' ? end + 1 : end;
        if (end == start || !isKind(s, kindPlace)) {
            return null;
        }
        String own = s.substring(0, 2);
        if (own.equals("BR") || own.equals("SG") || !isOffice(own)) {
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
     * <p>Letters in front that are no code of an office ({@code ZL}) make it one of unknown form, and so does the series of a United
     * States application, {@code 08/123,456}: its digits are those of a patent.
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
        for (Map.Entry<String, Pattern> of : APPLICATIONS.entrySet()) {
            if (isOf(of.getKey(), bare, office) && of.getValue().matcher(bare).matches()) {
                return new Parts(trimmed, of.getKey(), kind);
            }
        }
        boolean isJapanese = isOf("JP", bare, office) || office == null && JapaneseMark.isJapanese(bare);
        Parts japanese = isJapanese ? JapaneseMark.read(bare, kind) : null;
        Parts marked = japanese == null ? KindInFront.read(bare) : japanese;
        if (marked != null) {
            return marked;
        }
        String compact = compact(asDatabasesHaveIt(undated(bare), office, kind));
        Parts singapore = LetteredNumber.singapore(bare, compact, office, kind);
        if (singapore != null) {
            return singapore;
        }
        int letters = Ascii.endOfLetters(compact, 0);
        int end = Ascii.endOfDigits(compact, letters);
        if (end == letters || !isKind(compact, end) || letters > MOST_LETTERS) {
            Parts lettered = LetteredNumber.within(compact, office, kind);
            return lettered == null
                    ? new Parts(trimmed, office == null ? OfficeCodes.of(trimmed) : office, kind)
                    : lettered;
        }
        String ownKind = end == compact.length() ? kind : compact.substring(end);
        if (letters >= 2 && !OfficeLetters.arePart(compact, office)) {
            if (!isOffice(compact.substring(0, 2))) {
                return new Parts(trimmed, office, kind);
            }
            return of(CountryCodes.ofStandard(compact.substring(0, 2)), ownKind, compact, 2, letters, end);
        }
        return office == null ? new Parts(trimmed, null, kind) : of(office, ownKind, compact, 0, letters, end);
    }

    /** Whether a text is an application of China with its check digit, which without its point would be another number. */
    public static boolean isApplicationOfChina(String text) {
        return APPLICATIONS.get("CN").matcher(text).matches();
    }

    /** A number in canonical spelling. */
    static Parts whole(String office, String number, String kind) {
        return new Parts(office + "-" + number + (kind == null ? "" : "-" + kind), office, kind);
    }

    /** A number as databases have it where its office writes more, or less. */
    private static String asDatabasesHaveIt(String text, String office, String kind) {
        if (isOf("BR", text, office)) {
            return BRAZIL.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("$1");
        }
        // Letters of the office in Delhi start likewise.
        Matcher german = isOf("DE", text, office) ? GERMANY.matcher(text) : null;
        if (german != null && german.find()) {
            return german.replaceFirst("$1");
        }
        if (isOf("JP", text, office)) {
            return JapaneseEra.spelled(text);
        }
        if (isOf("KR", text, office)) {
            return KoreanNumber.spelled(text, kind);
        }
        if (isOf("IN", text, office)) {
            return LetteredNumber.indian(text);
        }
        return isOf("WO", text, office) ? PctNumber.spelled(text) : MexicanNumber.spelled(text, kind);
    }

    /** Whether a text starts with an office, or with no letters of one where the office stands beside it. */
    private static boolean isOf(String of, String text, String office) {
        return text.regionMatches(true, 0, of, 0, 2) || of.equals(office);
    }

    private static boolean isOffice(String letters) {
        String code = CountryCodes.ofStandard(letters);
        return CountryCodes.isOrWasOne(code) || CountryCodes.isOfSeveral(code);
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
                compact.append(Ascii.capital(c));
            }
        }
        return compact.toString();
    }

    /** Whether nothing follows at a place, or a letter with a digit at most. */
    private static boolean isKind(String compact, int at) {
        int left = compact.length() - at;
        return left == 0
                || (left <= 2
                        && Ascii.isLetter(compact.charAt(at))
                        && (left == 1 || Ascii.isDigit(compact.charAt(at + 1))));
    }

    /**
     * Puts a number together.
     *
     * @param compact text that holds its serial number at letters to end, and the letters of an era or type before it
     */
    private static Parts of(String office, String kind, String compact, int prefix, int letters, int end) {
        String given = compact.substring(letters, end);
        if (letters > prefix) {
            String type = compact.substring(prefix, letters);
            if (office.equals("BR") && BrazilianNumber.isOldPublication(type, given, kind)) {
                return whole(office, DocdbDigits.withoutZeros(given), kind);
            }
            return whole(office, type + typed(office, type, given), kind);
        }
        if (office.equals("KR") && KoreanNumber.isDoubtful(given, kind)) {
            return new Parts(office + given, office, null);
        }
        String own = office.equals("KR") ? KoreanNumber.kind(given, kind) : kind;
        return whole(office, digits(office, given, own), own);
    }

    /** Digits behind letters: those of an era, and PI and MU of Brazil, are followed by a year, whose zero stays. */
    private static String typed(String office, String type, String given) {
        if (office.equals("JP")) {
            return type.length() == 1 && JapaneseEra.isLetter(type.charAt(0)) ? JapaneseEra.digits(given) : given;
        }
        return office.equals("BR") ? given : DocdbDigits.withoutZeros(given);
    }

    private static String digits(String office, String given, String kind) {
        return switch (office) {
            case "JP" -> {
                String japanese = JapaneseEra.of(given, kind);
                yield japanese == null ? DocdbDigits.withoutZeros(given) : japanese;
            }
            case "KR" -> DocdbDigits.withoutZeros(KoreanNumber.digits(given, kind));
            case "US" -> american(DocdbDigits.withoutZeros(given), kind);
            case "WO" -> PctNumber.digits(given);
            default -> DocdbDigits.withoutZeros(given);
        };
    }

    /** Ten digits of a year are an application of whatever kind, P1 of plants, too: no grant has as many. PCT applications have. */
    private static String american(String digits, String kind) {
        boolean isShort = digits.length() == US_SHORT_APPLICATION && digits.startsWith("20") && !"W".equals(kind);
        return isShort ? digits.substring(0, YEAR) + "0" + digits.substring(YEAR) : digits;
    }
}
