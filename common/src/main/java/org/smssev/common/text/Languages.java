package org.smssev.common.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharArraySet;

/**
 * The language of a title or abstract, by script and by function words, and the choice among several by preference. Stateless.
 *
 * <p>Short texts are judged: a Chinese title without any kana cannot be told from a Japanese one in Han characters only, and
 * counts as Chinese; Latin text without function words or accents counts as English, as most titles of that kind are.
 */
public final class Languages {
    /** The code of a language that cannot be told. */
    public static final String UNKNOWN = "und";

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

    /**
     * Function words by language, without such as another has for a word of its own or titles for an abbreviation (EL, AU).
     * Those of pt, it, nl and pl are known only so that their texts are not taken for one of
     * the others.
     */
    private static final Map<String, List<String>> WORDS = words();

    private static final List<String> TOLD_APART = List.copyOf(WORDS.keySet());

    /** Places of languages in {@link #TOLD_APART} by function word. */
    private static final CharArrayMap<int[]> LANGUAGES_OF_WORD = languagesOfWord();

    /** Function words of others that titles in English have, too: die casting, Al alloy, par excellence. */
    private static final CharArraySet ENGLISH_TOO = new CharArraySet(List.of("die", "al", "par"), false);

    private static final int LONGEST_WORD = WORDS.values().stream()
            .flatMap(List::stream)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    /** Letters that only one of the languages has among those told apart. */
    private static final Map<Character, Integer> LETTERS = letters();

    private static final Map<String, String> OTHER_SPELLINGS = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("zho", "zh"),
            Map.entry("chi", "zh"),
            Map.entry("cn", "zh"),
            Map.entry("jpn", "ja"),
            Map.entry("jp", "ja"),
            Map.entry("kor", "ko"),
            Map.entry("deu", "de"),
            Map.entry("ger", "de"),
            Map.entry("fra", "fr"),
            Map.entry("fre", "fr"),
            Map.entry("spa", "es"),
            Map.entry("rus", "ru"));

    private Languages() {}

    /**
     * A text chosen for display.
     *
     * @param text the text, not blank
     * @param language its two letters; null if not known
     */
    public record Chosen(String text, String language) {}

    /** Letters of a text by script. */
    private static final class Scripts {
        private int latin;
        private int han;
        private int kana;
        private int hangul;
        private int cyrillic;
        private int other;
        private boolean notRussian;

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
            }
        }

        private void count(int c) {
            if (c < 0x80) {
                latin += isLetter((char) c) ? 1 : 0;
                return;
            }
            if (!Character.isLetter(c)) {
                return;
            }
            switch (Character.UnicodeScript.of(c)) {
                case LATIN -> latin++;
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case HANGUL -> hangul++;
                case CYRILLIC -> {
                    cyrillic++;
                    notRussian |= "іїєґўјљњћђџӘәҚқҢңҰұҮү".indexOf(c) >= 0;
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
            return hasLetter(ascii) ? latin(ascii) : null;
        }
        Scripts s = new Scripts(text);
        int asian = LETTERS_PER_HAN * (s.han + s.kana + s.hangul);
        int most = Math.max(Math.max(asian, s.latin), Math.max(s.cyrillic, s.other));
        if (most == 0 || most == s.other) {
            return null;
        }
        if (most == asian) {
            return s.kana > 0 && s.kana >= s.hangul ? "ja" : s.hangul > 0 ? "ko" : "zh";
        }
        if (most == s.cyrillic) {
            return s.notRussian ? null : "ru";
        }
        return latin(text.substring(0, Math.min(text.length(), LOOKED_AT))
                .toLowerCase(Locale.ROOT)
                .toCharArray());
    }

    /** The language of a text by its start, which tells enough of a long one; {@link #UNKNOWN} where it cannot be told. */
    public static String ofStart(String text) {
        String language = detect(text.substring(0, Math.min(text.length(), START)));
        return language == null ? UNKNOWN : language;
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

    /** The language of what is looked at of a text of Latin letters, in lower case. */
    private static String latin(char[] lower) {
        int[] votes = new int[TOLD_APART.size()];
        int all = 0;
        boolean isPlain = true;
        for (char c : lower) {
            if (c < 0x80) {
                continue;
            }
            isPlain &= !Character.isLetter(c);
            Integer language = LETTERS.get(c);
            if (language != null) {
                votes[language]++;
                all++;
            }
        }
        int words = 0;
        boolean isEnglishToo = true;
        int start = 0;
        for (int i = 0; i <= lower.length; i++) {
            if (i == lower.length || !isLetter(lower[i])) {
                // The words that tell are short, and stand alone: not so in De-icing or La-doped.
                boolean isPart = (start > 0 && lower[start - 1] == '-') || (i < lower.length && lower[i] == '-');
                int[] languages = i > start && i - start <= LONGEST_WORD && !isPart
                        ? LANGUAGES_OF_WORD.get(lower, start, i - start)
                        : null;
                if (languages != null) {
                    words++;
                    isEnglishToo &= ENGLISH_TOO.contains(lower, start, i - start);
                }
                for (int k = 0; languages != null && k < languages.length; k++) {
                    votes[languages[k]] += 2;
                    all += 2;
                }
                start = i + 1;
            }
        }
        if (all == 0 || (isPlain && words == 1 && isEnglishToo)) {
            return isPlain ? "en" : null;
        }
        // One foreign letter, as in a name, does not outweigh plain words.
        boolean isWeak = words == 0 && all == 1 && lower.length > 40;
        String best = TOLD_APART.get(winner(votes));
        return isWeak ? "en" : isDecoy(best) ? null : best;
    }

    private static boolean hasLetter(char[] ascii) {
        for (char c : ascii) {
            if (isLetter(c)) {
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

    /** Whether a character is a letter; most are of ASCII, for which this is quicker than what the JDK has. */
    private static boolean isLetter(char c) {
        int lower = c | 0x20;
        return c < 0x80 ? lower >= 'a' && lower <= 'z' : Character.isLetter(c);
    }

    /** Most votes; among equals the first in the order of the table. */
    private static int winner(int[] votes) {
        int best = 0;
        for (int language = 1; language < votes.length; language++) {
            best = votes[language] > votes[best] ? language : best;
        }
        return best;
    }

    private static boolean isDecoy(String language) {
        return !List.of("en", "de", "fr", "es").contains(language);
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
                best = new Chosen(text, language);
                bestRank = rank;
            }
        }
        return best;
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put(
                "en",
                split("the of and for with to from by in on at using thereof having method is are an or a as its such"
                        + " between system device apparatus based"));
        words.put(
                "de",
                split("und der die das für von mit zur zum eine ein einer eines verfahren vorrichtung aus auf"
                        + " bei sowie des dem den oder nach durch"));
        words.put(
                "fr",
                split("et le la les des du de pour avec une dans par sur procédé procede dispositif aux ou à en"
                        + " comprenant"));
        words.put(
                "es",
                split("y la los las del de para con una en por procedimiento dispositivo método sistema que al"
                        + " mediante"));
        words.put("pt", split("os da dos das de para com uma em por processo dispositivo método compreendendo"));
        words.put("it", split("il lo gli del della dei delle di con una procedimento dispositivo comprendente"));
        words.put("nl", split("de het een van voor met werkwijze inrichting uit"));
        words.put("pl", split("sposób urządzenie oraz dla układ"));
        return words;
    }

    private static List<String> split(String words) {
        return List.of(words.split(" "));
    }

    private static CharArrayMap<int[]> languagesOfWord() {
        CharArrayMap<int[]> languages = new CharArrayMap<>(512, false);
        for (int language = 0; language < TOLD_APART.size(); language++) {
            for (String word : WORDS.get(TOLD_APART.get(language))) {
                int[] before = languages.getOrDefault(word, new int[0]);
                int[] with = Arrays.copyOf(before, before.length + 1);
                with[before.length] = language;
                languages.put(word, with);
            }
        }
        return languages;
    }

    private static Map<Character, Integer> letters() {
        Map<Character, Integer> letters = new HashMap<>();
        put(letters, "äöüß", "de");
        put(letters, "èêçœëù", "fr");
        put(letters, "ñ¿¡", "es");
        put(letters, "ãõ", "pt");
        put(letters, "ìò", "it");
        put(letters, "ąęłśżź", "pl");
        return letters;
    }

    private static void put(Map<Character, Integer> letters, String all, String language) {
        for (int i = 0; i < all.length(); i++) {
            letters.put(all.charAt(i), TOLD_APART.indexOf(language));
        }
    }
}
