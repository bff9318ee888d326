package org.smssev.jobs.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publication numbers in one spelling, {@code US-7650331-B1}: office, serial number, kind. */
final class PublicationNumber {
    /** A date after a number that is complete without it. */
    private static final Pattern DATED = Pattern.compile("(.*\\d.*)\\s\\d{4}-?\\d{2}-?\\d{2}");

    /** Office, year, letters and a number, as India counts by its patent offices: {@code IN2005DE01234A}. */
    private static final Pattern LETTERED = Pattern.compile("([A-Z]{2})(\\d{4}[A-Z]{2,5}\\d{3,})([A-Z]\\d?)?");

    /** Most letters before the digits: an office and an era or type. */
    private static final int MOST_LETTERS = 4;

    /** Year and six digits, where the office's own spelling has seven. */
    private static final int US_SHORT_APPLICATION = 10;

    private static final int YEAR = 4;

    /**
     * A number with its parts.
     *
     * @param canonical the number in canonical spelling, or as it was if its form is unknown
     * @param office two letters, null if unknown
     * @param kind kind code, null if not given
     */
    record Parts(String canonical, String office, String kind) {}

    private PublicationNumber() {}

    /** Canonical spelling; a number of unknown form is kept as it is, trimmed. */
    static String canonical(String raw) {
        return parse(raw, null, null).canonical();
    }

    /**
     * Reads a number in one of the usual spellings, {@code US7650331B1} and {@code US-7650331-B1}, with no more than digits
     * between office and kind; null where it is spelled otherwise.
     */
    private static Parts usual(String s, String kind) {
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
        String ownKind = kindPlace == s.length() ? kind : s.substring(kindPlace);
        return of(s.substring(0, 2), ownKind, s, start, start, end);
    }

    /**
     * Reads a number such as {@code US 2011/0185700 A1}, {@code WO2015026896 (A1)} or {@code US-7650331-B1}.
     *
     * <p>Leading zeros are dropped, but not after the era letters of Japan, whose digits start with the year; ten digits of
     * a United States application become eleven, {@code 2011185700} is {@code 20110185700}.
     *
     * @param office office given beside the number, used where the number has none; may be null
     * @param kind kind given beside the number, likewise
     */
    static Parts parse(String raw, String office, String kind) {
        Parts usual = usual(raw, kind);
        return usual == null ? unusual(raw, office, kind) : usual;
    }

    private static Parts unusual(String raw, String office, String kind) {
        String trimmed = raw.strip();
        String compact = compact(undated(trimmed));
        int letters = 0;
        while (letters < compact.length() && isLetter(compact.charAt(letters))) {
            letters++;
        }
        int end = letters;
        while (end < compact.length() && isDigit(compact.charAt(end))) {
            end++;
        }
        if (end == letters || !isKind(compact, end) || letters > MOST_LETTERS) {
            Matcher lettered = LETTERED.matcher(compact);
            return lettered.matches() ? lettered(lettered, kind) : new Parts(trimmed, office, kind);
        }
        String ownKind = end == compact.length() ? kind : compact.substring(end);
        if (letters >= 2) {
            return of(compact.substring(0, 2), ownKind, compact, 2, letters, end);
        }
        return office == null ? new Parts(trimmed, null, kind) : of(office, ownKind, compact, 0, letters, end);
    }

    private static Parts lettered(Matcher m, String kind) {
        String ownKind = m.group(3) == null ? kind : m.group(3);
        String canonical = m.group(1) + "-" + m.group(2) + (ownKind == null ? "" : "-" + ownKind);
        return new Parts(canonical, m.group(1), ownKind);
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
            if (!isNoise && c != '\u2002' && c != '\u00a0') {
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
        boolean era = office.equals("JP") && letters > prefix;
        int start = letters;
        while (!era && start < end - 1 && compact.charAt(start) == '0') {
            start++;
        }
        StringBuilder canonical = new StringBuilder(compact.length() + MOST_LETTERS)
                .append(office)
                .append('-')
                .append(compact, prefix, letters);
        // Of whatever kind, P1 of plants, too: no grant has as many digits.
        boolean isShort = end - start == US_SHORT_APPLICATION && compact.startsWith("20", start);
        if (office.equals("US") && isShort) {
            canonical.append(compact, start, start + YEAR).append('0');
            start += YEAR;
        }
        canonical.append(compact, start, end);
        if (kind != null) {
            canonical.append('-').append(kind);
        }
        return new Parts(canonical.toString(), office, kind);
    }
}
