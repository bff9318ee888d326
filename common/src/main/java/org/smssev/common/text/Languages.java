package org.smssev.common.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The language of a title or abstract, by script and by function words, and the choice among several by preference. Stateless.
 *
 * <p>Short texts are judged: a title in Han characters only is Japanese where one of them is of Japan alone, else Chinese; Latin
 * text without function words or accents counts as English, as most titles of that kind are.
 */
public final class Languages {
    /** The code of a language that cannot be told. */
    public static final String UNKNOWN = "und";

    /** The EPO's mark for a language that it has no code for: it is known to be no other. */
    public static final String OTHER = "ol";

    /** A Han character carries about what three letters do. */
    private static final int LETTERS_PER_HAN = 3;
    /** Characters that are looked at; more tell nothing new. */
    private static final int LOOKED_AT = 2000;
    /** Characters that tell the language of a text of some length. */
    private static final int START = 160;
    /** Last letter of the Latin blocks of Unicode. */
    private static final char LAST_LATIN = '\u024f';

    private static final Set<String> OWN_SCRIPT = Set.of("zh", "ja", "ko", "ru");

    private static final int LANGUAGE_LENGTH = 2;

    /** Letters of other languages of the Cyrillic script. */
    private static final String NOT_RUSSIAN = "іїєґўјљњћђџѓќѕәғқңөұүһ";

    private static final String HARD_SIGN = "ъЪ";
    /** Russian has the hard sign before these alone; Bulgarian has it for a vowel. */
    private static final String BEHIND_HARD_SIGN = "еёюяЕЁЮЯ";

    private static final Map<String, String> OTHER_SPELLINGS = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("zho", "zh"),
            Map.entry("chi", "zh"),
            Map.entry("cn", "zh"),
            Map.entry("jpn", "ja"),
            Map.entry("jp", "ja"),
            Map.entry("kor", "ko"),
            Map.entry("kr", "ko"),
            Map.entry("deu", "de"),
            Map.entry("ger", "de"),
            Map.entry("fra", "fr"),
            Map.entry("fre", "fr"),
            Map.entry("spa", "es"),
            Map.entry("rus", "ru"));

    private Languages() {}

    /** The language that a code is taken for, {@code ja} for {@code jp}; the code itself where it is not known to be another's spelling. */
    public static String meant(String code) {
        return OTHER_SPELLINGS.getOrDefault(code, code);
    }

    /**
     * A text chosen for display.
     *
     * @param text the text, not blank
     * @param language its two letters; null if not known
     * @param isTold whether the language stands beside it, and is not told by its words
     */
    public record Chosen(String text, String language, boolean isTold) {}

    /** Letters of a text by script. */
    private static final class Scripts {
        private int latin;
        private int han;
        private int kana;
        private int hangul;
        private int cyrillic;
        private int other;
        private boolean notRussian;
        private boolean japaneseAlone;
        private boolean notJapanese;

        Scripts(String text) {
            int i = 0;
            int end = Math.min(text.length(), LOOKED_AT);
            while (i < end) {
                int c = text.charAt(i);
                if (c >= 0x80) {
                    c = text.codePointAt(i);
                }
                i += Character.charCount(c);
                count(c);
                notRussian |=
                        HARD_SIGN.indexOf(c) >= 0 && i < text.length() && BEHIND_HARD_SIGN.indexOf(text.charAt(i)) < 0;
            }
        }

        private void count(int c) {
            if (c < 0x80) {
                latin += LatinLanguages.isLetter((char) c) ? 1 : 0;
                return;
            }
            if (!Character.isLetter(c)) {
                return;
            }
            switch (Character.UnicodeScript.of(c)) {
                case LATIN -> latin++;
                case HAN -> {
                    han++;
                    japaneseAlone |= HanWriting.isJapaneseAlone(c);
                    notJapanese |= HanWriting.isNotJapanese(c);
                }
                case HIRAGANA, KATAKANA -> kana++;
                case HANGUL -> hangul++;
                case CYRILLIC -> {
                    cyrillic++;
                    notRussian |= NOT_RUSSIAN.indexOf(Character.toLowerCase(c)) >= 0;
                }
                // The long vowel mark and the middle dot of Japanese are COMMON and occur in Chinese too.
                case COMMON, INHERITED -> {}
                default -> other++;
            }
        }
    }

    /**
     * The language of a text.
     *
     * @return en, zh, ja, ko, de, fr, es or ru; null if it is another, or cannot be told, or the text has no letters
     */
    public static String detect(String text) {
        if (text == null) {
            return null;
        }
        char[] ascii = lowerAscii(text);
        if (ascii != null) {
            return hasLetter(ascii) ? LatinLanguages.of(ascii, text) : null;
        }
        Scripts s = new Scripts(text);
        int asian = LETTERS_PER_HAN * (s.han + s.kana + s.hangul);
        int most = Math.max(Math.max(asian, s.latin), Math.max(s.cyrillic, s.other));
        if (most == 0 || most == s.other) {
            return null;
        }
        if (most == asian) {
            return asian(s);
        }
        if (most == s.cyrillic) {
            return s.notRussian ? null : "ru";
        }
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return LatinLanguages.of(start.toLowerCase(Locale.ROOT).toCharArray(), start);
    }

    private static String asian(Scripts s) {
        if (s.kana > 0 && s.kana >= s.hangul) {
            return "ja";
        }
        return s.hangul > 0 ? "ko" : s.japaneseAlone && !s.notJapanese ? "ja" : "zh";
    }

    /** The language of a text by its start, which tells enough of a long one; {@link #UNKNOWN} where it cannot be told. */
    public static String ofStart(String text) {
        String language = detect(text.substring(0, Math.min(text.length(), START)));
        return language == null ? UNKNOWN : language;
    }

    /** Whether the start of a text of Latin letters has words that are of its language alone, and not only such as several have. */
    public static boolean isSure(String text) {
        String start = text.substring(0, Math.min(text.length(), START));
        return LatinLanguages.isSure(start.toLowerCase(Locale.ROOT).toCharArray(), start);
    }

    /**
     * The language of a term in a text: that of the text, unless its script is another's. Latin words in a text of a
     * script of its own count as English.
     *
     * @param first first character of the term
     * @param textLanguage two letters, or {@link #UNKNOWN}
     */
    public static String ofTerm(char first, String textLanguage) {
        if (isHan(first)) {
            return textLanguage.equals("ja") ? "ja" : "zh";
        }
        return first > LAST_LATIN || !OWN_SCRIPT.contains(textLanguage) ? textLanguage : "en";
    }

    /** Whether a character is one of the Han script, as Chinese and Japanese write it. */
    public static boolean isHan(char c) {
        return (c >= '\u3400' && c <= '\u9fff') || (c >= '\uf900' && c <= '\ufaff');
    }

    private static boolean hasLetter(char[] ascii) {
        for (char c : ascii) {
            if (LatinLanguages.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    /** The characters that are looked at, in lower case; null if not all of them are of ASCII. */
    private static char[] lowerAscii(String text) {
        char[] lower = new char[Math.min(text.length(), LOOKED_AT)];
        for (int i = 0; i < lower.length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return null;
            }
            lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c;
        }
        return lower;
    }

    /**
     * Two letters of a language as sources spell it, {@code EN}, {@code zh-Hans}, {@code jpn}.
     *
     * @return null for none, or for a spelling that is not known
     */
    public static String code(String raw) {
        if (raw == null) {
            return null;
        }
        String first = raw.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        String known = OTHER_SPELLINGS.getOrDefault(first, first);
        boolean isCode = known.length() == LANGUAGE_LENGTH
                && known.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !known.equals("xx");
        return isCode ? known : null;
    }

    /**
     * The text to display: the first in the most preferred language that has one, else the first there is.
     *
     * @param values texts of one thing in several languages; blank ones are passed over
     * @param languages their languages, aligned; where it is shorter or blank the language is detected
     * @param preference two-letter languages, the best first; may be empty
     * @return null if all texts are blank
     */
    public static Chosen choose(List<String> values, List<String> languages, List<String> preference) {
        Chosen best = null;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < values.size(); i++) {
            String text = values.get(i) == null ? "" : values.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            String given = i < languages.size() ? code(languages.get(i)) : null;
            String language = given == null ? detect(text) : given;
            int at = language == null ? -1 : preference.indexOf(language);
            int rank = at < 0 ? preference.size() : at;
            if (rank < bestRank) {
                best = new Chosen(text, language, given != null);
                bestRank = rank;
            }
        }
        return best;
    }
}
