package org.smssev.jobs.ingest.name;

import java.util.ArrayList;
import java.util.List;

/** The words of a folded name, of an applicant or inventor. Stateless. */
public final class NameWords {
    /**
     * Names have no more characters; what is longer is a cell that was misread. No forms are looked for in it, as that can take the
     * square of its length.
     */
    static final int LONGEST = 1_000;

    /** What programs write for a letter that their character set has not. */
    private static final char LOST = '?';

    private static final char REPLACEMENT = '\ufffd';
    /** Most letters that are taken for lost on one side of another; texts of nothing else would take the square of their length. */
    private static final int LOST_TOGETHER = 4;

    private NameWords() {}

    /**
     * A word of a name.
     *
     * @param text letters and digits
     * @param isSpelled whether it is one letter, or put together of such
     * @param isInitials whether it was put together of letters that stood between blanks, not dots
     * @param isDotted whether nothing but a dot stood between its last two letters
     */
    record Word(String text, boolean isSpelled, boolean isInitials, boolean isDotted) {
        Word(String text, boolean isSpelled, boolean isInitials) {
            this(text, isSpelled, isInitials, false);
        }

        /** Whether it is {@code e.K.}, the form of a German merchant; without dots it is a surname. */
        boolean isMerchant() {
            return isDotted && text.equals("EK");
        }
    }

    /**
     * Words of letters and digits, {@code &} and {@code +} as AND. Letters that stand alone are one word with those beside
     * them ({@code S.A.}, {@code E I DU PONT}); East Asian words are one, whatever stands between. What stands for a lost letter
     * beside others, {@code MO?SE}, is one of them.
     */
    static List<Word> of(String folded) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        StringBuilder between = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (isOfWord(c) || isLost(c) && isBesideLetter(folded, i)) {
                word.append(c == REPLACEMENT ? LOST : c);
            } else if (!isApostrophe(c) || word.length() == 0) {
                if (word.length() > 0) {
                    add(words, word.toString(), between);
                    word.setLength(0);
                    between.setLength(0);
                }
                if (between.length() < 3) {
                    between.append(c);
                }
                if (c == '&' || c == '+') {
                    words.add(new Word("AND", false, false));
                }
            }
        }
        return words;
    }

    private static boolean isOfWord(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isLost(char c) {
        return c == LOST || c == REPLACEMENT;
    }

    /** Whether a letter stands beside a place, or beside the lost ones there; few are lost together. */
    private static boolean isBesideLetter(String folded, int at) {
        int start = at;
        while (start > 0 && at - start < LOST_TOGETHER && isLost(folded.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < folded.length() && end - at <= LOST_TOGETHER && isLost(folded.charAt(end))) {
            end++;
        }
        return start > 0 && isAlphabetic(folded.charAt(start - 1))
                || end < folded.length() && isAlphabetic(folded.charAt(end));
    }

    /** Whether a letter is of an alphabet: between East Asian ones a mark got lost as often. */
    private static boolean isAlphabetic(char c) {
        return Character.isLetter(c) && !isEastAsian(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`' || c == '\u00b4';
    }

    /**
     * Adds a word, or puts it to the one before where both are letters that stand alone, or both are East Asian.
     *
     * @param between what stands before the word, the first characters of it
     */
    private static void add(List<Word> words, String text, StringBuilder between) {
        int last = words.size() - 1;
        // What got too long stays as it is, as to add to it each time would take the square of its length.
        Word before = last < 0 || words.get(last).text().length() > LONGEST ? null : words.get(last);
        if (before != null
                && isEastAsian(before.text().charAt(before.text().length() - 1))
                && isEastAsian(text.charAt(0))) {
            words.set(last, new Word(before.text() + text, false, false));
        } else if (before != null
                && text.length() == 1
                && before.isInitials()
                && (between.toString().equals(".") || between.toString().equals("/"))) {
            // The letter before was not one of initials, but the first of a form with dots: Team X B.V.
            int split = before.text().length() - 1;
            words.set(last, new Word(before.text().substring(0, split), true, split > 1));
            words.add(new Word(before.text().charAt(split) + text, true, false));
        } else if (before != null
                && text.length() == 1
                && before.isSpelled()
                && between.indexOf(",") < 0
                // In I.M.A. S.p.A. the form starts behind a blank where there was none before.
                && !(before.isDotted() && between.toString().equals(". "))) {
            String gap = between.toString();
            // Given names have hyphens, Patrick S.-L., forms have none.
            boolean isOfPerson = gap.isBlank() || gap.indexOf('-') >= 0;
            words.set(last, new Word(before.text() + text, true, before.isInitials() || isOfPerson, gap.equals(".")));
        } else {
            words.add(new Word(text, text.length() == 1, false));
        }
    }

    /** Whether a letter of a text is East Asian. */
    public static boolean hasEastAsian(String text) {
        return text.chars().anyMatch(c -> isEastAsian((char) c));
    }

    /** Whether a letter is of Chinese, Japanese or Korean. */
    public static boolean isEastAsian(char c) {
        return c >= '\u3040' && c <= '\u30ff' || c >= '\u3400' && c <= '\u9fff' || c >= '\uac00' && c <= '\ud7af';
    }
}
