package org.smssev.jobs.ingest.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Column names made comparable: no byte order mark, width, case, quotes or blanks that tell them apart. */
final class HeaderNames {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern AROUND_BRACKETS = Pattern.compile(" ?([()\\[\\]/]) ?");
    private static final Pattern NO_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Longer text is no column name. */
    private static final int LONGEST = 200;

    private HeaderNames() {}

    /** A name as it is compared; empty for text that is no column name. */
    static String key(String name) {
        if (name == null || name.length() > LONGEST) {
            return "";
        }
        if (isPlain(name)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String plain = name.replace("\ufeff", "").replace("\0", "");
        boolean ascii = plain.chars().allMatch(c -> c < 0x80);
        String text = ascii ? plain : Normalizer.normalize(plain, Normalizer.Form.NFKC);
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return AROUND_BRACKETS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("$1");
    }

    /** Letters and digits of a name, the marks between which a program may have changed. */
    static String loose(String name) {
        return NO_LETTERS_OR_DIGITS.matcher(key(name)).replaceAll("");
    }

    /** Whether a name needs nothing but another case, as most do: letters, digits and lines, single blanks between them. */
    private static boolean isPlain(String name) {
        boolean afterBlank = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean blank = c == ' ';
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (!word && !blank || blank && afterBlank) {
                return false;
            }
            afterBlank = blank;
        }
        return !afterBlank;
    }

    /**
     * Whether R ({@code Publication.Number}) or another program ({@code publication_number}) may have put dots or lines where
     * names had blanks, brackets or slashes: no name has a blank, and at least two have such a mark.
     */
    static boolean isRenamed(List<String> header) {
        long marked = header.stream()
                .filter(name -> name.indexOf('.') >= 0 || name.indexOf('_') >= 0)
                .count();
        return marked > 1
                && header.stream()
                        .noneMatch(name -> BLANKS.matcher(name.strip()).find());
    }

    /** The first place of each name that is there again, with each of its further places. */
    static List<int[]> repeats(List<String> header) {
        Map<String, Integer> positions = positions(header);
        List<int[]> repeats = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int first = positions.getOrDefault(key(header.get(i)), i);
            if (first < i) {
                repeats.add(new int[] {first, i});
            }
        }
        return repeats;
    }

    /** Where each name stands; the first place of a repeated one. */
    static Map<String, Integer> positions(List<String> header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String key = key(header.get(i));
            if (!key.isEmpty()) {
                positions.putIfAbsent(key, i);
            }
        }
        return positions;
    }

    /** Where each name stands by its {@linkplain #loose letters and digits}; the first place of a repeated one. */
    static Map<String, Integer> loosePositions(List<String> header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String loose = loose(header.get(i));
            if (!loose.isEmpty()) {
                positions.putIfAbsent(loose, i);
            }
        }
        return positions;
    }
}
