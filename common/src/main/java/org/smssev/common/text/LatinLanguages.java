package org.smssev.common.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharArraySet;

/** The language of a text of Latin letters, by function words and letters that one language has. Stateless. */
final class LatinLanguages {
    /**
     * Function words by language, without such as another has for a word of its own or titles for an abbreviation (EL, AU).
     * Those behind es are known only so that their texts are not taken for one of the others.
     */
    private static final Map<String, List<String>> WORDS = words();

    private static final List<String> TOLD_APART = List.copyOf(WORDS.keySet());

    private static final int ENGLISH = TOLD_APART.indexOf("en");
    /** Place of the first language that is known only so that its texts are not taken for others. */
    private static final int DECOYS = TOLD_APART.indexOf("pt");

    /** Places of languages in {@link #TOLD_APART} by function word. */
    private static final CharArrayMap<int[]> LANGUAGES_OF_WORD = languagesOfWord();

    /** Function words of others that titles in English have, too: die casting, Al alloy, par excellence, per. */
    private static final CharArraySet ENGLISH_TOO = new CharArraySet(List.of("die", "al", "par", "per", "no"), false);

    /** Function words of English that titles in other languages have as their own or as loans. */
    private static final CharArraySet OTHERS_TOO = new CharArraySet(
            List.of("a", "an", "as", "at", "for", "in", "is", "on", "or", "are", "system", "apparatus"), false);

    /** Words that are signs and abbreviations in capitals: NO, Na, DIN rail, Cu, AV. */
    private static final CharArraySet SMALL =
            new CharArraySet(List.of("no", "na", "ao", "cu", "din", "el", "af", "av"), false);

    /** Words of French that hardly any English title in capitals has, unlike du, en or par. */
    private static final CharArraySet FRENCH_ONLY = new CharArraySet(
            List.of("de", "des", "la", "les", "et", "une", "avec", "pour", "dans", "procede", "dispositif"), false);

    private static final int LONGEST_WORD = WORDS.values().stream()
            .flatMap(List::stream)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    /** Places of the languages that have a letter, of letters that few of those told apart have. */
    private static final Map<Character, int[]> LETTERS = letters();

    /** A lone function word of so many letters is no evidence where it may be an abbreviation or a name. */
    private static final int SHORT_WORD = 3;
    /** Letters that several languages have, which prove none of them. */
    private static final String UMLAUTS = "äöü";
    /** One foreign letter in a text of more characters is one of a name. */
    private static final int LONG = 40;

    private LatinLanguages() {}

    /** What tells the language of a text. */
    private static final class Evidence {
        private final int[] votes = new int[TOLD_APART.size()];
        private int foreignLetters;
        private int votingLetters;
        private boolean isPlain = true;
        private int words;
        private boolean isEnglishToo = true;
        /** Letters A that stand alone behind the first word. */
        private int lateAs;
        /** Words that tell English for sure. */
        private int english;
        /** Words that French has, and hardly an English title. */
        private int french;

        /** Place of the last function word, and its length. */
        private int at;

        private int length;

        Evidence(char[] lower, String text) {
            letters(lower);
            words(lower, text);
        }

        private void letters(char[] lower) {
            for (char c : lower) {
                if (c < 0x80) {
                    continue;
                }
                isPlain &= !Character.isLetter(c);
                int[] languages = LETTERS.get(c);
                if (languages != null) {
                    for (int language : languages) {
                        votes[language]++;
                    }
                    votingLetters++;
                }
                foreignLetters += languages != null || UMLAUTS.indexOf(c) >= 0 ? 1 : 0;
            }
        }

        private void words(char[] lower, String text) {
            int start = 0;
            for (int i = 0; i <= lower.length; i++) {
                if (i == lower.length || !isLetter(lower[i])) {
                    if (i > start && i - start <= LONGEST_WORD && isAlone(lower, start, i)) {
                        word(lower, start, i - start, text);
                    }
                    start = i + 1;
                }
            }
        }

        private void word(char[] lower, int start, int wordLength, String text) {
            int[] languages = LANGUAGES_OF_WORD.get(lower, start, wordLength);
            if (languages == null
                    || wordLength == 1 && isSign(lower, start, text)
                    || SMALL.contains(lower, start, wordLength) && isCapital(text, start)) {
                return;
            }
            words++;
            lateAs += start > 0 && wordLength == 1 && lower[start] == 'a' ? 1 : 0;
            english += languages[0] == ENGLISH && !OTHERS_TOO.contains(lower, start, wordLength) ? 1 : 0;
            french += FRENCH_ONLY.contains(lower, start, wordLength) ? 1 : 0;
            isEnglishToo &= ENGLISH_TOO.contains(lower, start, wordLength);
            at = start;
            length = wordLength;
            for (int language : languages) {
                votes[language] += 2;
            }
        }

        /** Whether all that is English is an A, which is the French à where capitals lost their accents. */
        boolean hasFrenchA(String text) {
            return lateAs > 0 && votes[ENGLISH] == 2 * lateAs && french > 0 && !hasSmall(text);
        }

        /** Whether a lone word in a text without accents may be an abbreviation, a name or an English word. */
        boolean isLoneAndShort() {
            return isPlain && words == 1 && votes[ENGLISH] == 0 && (isEnglishToo || length <= SHORT_WORD);
        }
    }

    /** The words that tell are short, and stand alone: not so in De-icing, La-doped or Y2O3. */
    private static boolean isAlone(char[] lower, int start, int end) {
        return (start == 0 || !isPartBeside(lower[start - 1])) && (end == lower.length || !isPartBeside(lower[end]));
    }

    private static boolean isPartBeside(char c) {
        return c == '-' || c >= '0' && c <= '9' || c >= '₀' && c <= '₉';
    }

    /**
     * Whether a lone letter is no word: a capital among small ones, as that of an axis, an element or a vitamin, or beside a mark,
     * as in e.g.; A begins titles.
     */
    private static boolean isSign(char[] lower, int at, String text) {
        boolean isBetweenBlanks = (at == 0 || lower[at - 1] == ' ') && (at == lower.length - 1 || lower[at + 1] == ' ');
        return lower[at] != 'a' && (!isBetweenBlanks || isCapital(text, at) && hasSmall(text));
    }

    private static boolean isCapital(String text, int at) {
        return at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }

    static boolean hasSmall(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    /**
     * The language of a text.
     *
     * @param lower what is looked at of it, in lower case
     * @param text the same as it stands
     * @return en, de, fr or es; null if it is another, or cannot be told
     */
    static String of(char[] lower, String text) {
        Evidence e = new Evidence(lower, text);
        if (e.isLoneAndShort()) {
            return ofLone(e, lower, text);
        }
        // One foreign letter, as in a name, does not outweigh plain words.
        if (e.words == 0 && (e.foreignLetters == 0 && e.isPlain || e.foreignLetters == 1 && lower.length > LONG)) {
            return "en";
        }
        if (e.words == 0 && e.votingLetters == 0) {
            return null;
        }
        if (e.hasFrenchA(text)) {
            e.votes[ENGLISH] = 0;
        }
        int best = winner(e, lower, text);
        // Kühlung in Behältern: in, an and a are words of others, too.
        boolean isDoubtful = best == ENGLISH && e.words == 1 && e.foreignLetters > 1 && e.length < SHORT_WORD;
        return isDoubtful ? null : name(best);
    }

    /** Whether a text has words that are of its language alone, so that nothing that was said of it tells better. */
    static boolean isSure(char[] lower, String text) {
        Evidence e = new Evidence(lower, text);
        int best = winner(e, lower, text);
        if (e.isLoneAndShort() || e.hasFrenchA(text) || name(best) == null) {
            return false;
        }
        for (int language = 0; language < e.votes.length; language++) {
            if (language != best && e.votes[language] + 2 > e.votes[best]) {
                return false;
            }
        }
        return best != ENGLISH || e.english > 0;
    }

    /** The language of a text with one short function word. */
    private static String ofLone(Evidence e, char[] lower, String text) {
        // Die casting, AUX input: English, as most titles without function words.
        boolean isAbbreviation =
                isCapital(text, e.at) && isCapital(text, e.at + e.length - 1) && e.length > 1 && hasSmall(text);
        if (e.isEnglishToo || isAbbreviation) {
            return "en";
        }
        // Aux power unit, Van body: words of another language that begin a title are as often names or English ones.
        boolean isDoubtful = e.at == 0 || isCapital(text, e.at) && (e.length == 1 || hasSmall(text));
        return isDoubtful ? null : name(winner(e, lower, text));
    }

    /** Whether a character is a letter; most are of ASCII, for which this is quicker than what the JDK has. */
    static boolean isLetter(char c) {
        int lower = c | 0x20;
        return c < 0x80 ? lower >= 'a' && lower <= 'z' : Character.isLetter(c);
    }

    /** Most votes; among equals what {@link LatinTies} tells, else the first in the order of the table. */
    private static int winner(Evidence e, char[] lower, String text) {
        int best = 0;
        for (int language = 1; language < e.votes.length; language++) {
            best = e.votes[language] > e.votes[best] ? language : best;
        }
        return LatinTies.settled(best, e.votes, lower, text, e.at);
    }

    /** The place of a language in the table. */
    static int place(String language) {
        return TOLD_APART.indexOf(language);
    }

    private static String name(int place) {
        return place < 0 || place >= DECOYS ? null : TOLD_APART.get(place);
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put(
                "en",
                split("the of and for with to from by in on at using thereof having method is are an or a as its such"
                        + " between system device apparatus based"));
        words.put(
                "de",
                split("und der die das für fuer von mit zur zum eine ein einer eines verfahren vorrichtung aus auf"
                        + " bei sowie des dem den oder nach durch im vom beim ohne über ueber unter zwischen mittels"));
        words.put(
                "fr",
                split("et le la les des du de pour avec une dans par sur procédé procede dispositif aux ou à en"
                        + " comprenant"));
        words.put(
                "es",
                split("y la los las del de para con una en por procedimiento dispositivo método metodo sistema que al"
                        + " mediante el no"));
        words.put(
                "pt",
                split("os ou no na ao da dos das de para com uma em por processo dispositivo método metodo sistema e"
                        + " compreendendo"));
        words.put(
                "it",
                split("il lo gli del della dei delle di con una la per e metodo sistema procedimento dispositivo"
                        + " produzione comprendente"));
        words.put("nl", split("de het een van voor met en bij werkwijze inrichting uit"));
        words.put("ro", split("de şi și în la cu din pentru sau prin unei unui"));
        words.put("pl", split("sposób urządzenie oraz dla układ"));
        words.put("sv", split("för och ett samt förfarande anordning"));
        words.put("da", split("og til af av ved fremgangsmåde fremgangsmåte anordning"));
        words.put("fi", split("ja sekä menetelmä järjestelmä"));
        words.put("hu", split("és eljárás berendezés az"));
        words.put("tr", split("ve için ile yöntem yöntemi düzenek"));
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

    private static Map<Character, int[]> letters() {
        Map<Character, int[]> letters = new HashMap<>();
        put(letters, "ß", "de");
        put(letters, "œèù", "fr");
        put(letters, "êç", "fr", "pt");
        put(letters, "ë", "fr", "nl");
        put(letters, "ñ¿¡", "es");
        put(letters, "ãõ", "pt");
        put(letters, "ìò", "it");
        put(letters, "ăţțș", "ro");
        put(letters, "ąęłśżź", "pl");
        put(letters, "å", "sv", "da");
        put(letters, "ø", "da");
        put(letters, "őű", "hu");
        put(letters, "ğı", "tr");
        put(letters, "ş", "tr", "ro");
        return letters;
    }

    private static void put(Map<Character, int[]> letters, String all, String... languages) {
        int[] places = Arrays.stream(languages).mapToInt(LatinLanguages::place).toArray();
        for (int i = 0; i < all.length(); i++) {
            letters.put(all.charAt(i), places);
        }
    }
}
