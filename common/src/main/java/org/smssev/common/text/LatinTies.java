package org.smssev.common.text;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which language a text of Latin letters is of where its function words are as many of another: {@code de la} is French and
 * Spanish, {@code des} French and German. Endings and letters of the other words tell. Stateless.
 */
final class LatinTies {
    private static final int GERMAN = LatinLanguages.place("de");
    private static final int FRENCH = LatinLanguages.place("fr");
    private static final int SPANISH = LatinLanguages.place("es");
    private static final int PORTUGUESE = LatinLanguages.place("pt");
    private static final int ROMANIAN = LatinLanguages.place("ro");
    private static final int DUTCH = LatinLanguages.place("nl");

    /** Letters that French has not. */
    private static final Pattern NOT_FRENCH = Pattern.compile("[áíóúñãõăţțșåøìò]");
    /** Letters that German has not. */
    private static final Pattern NOT_GERMAN = Pattern.compile("[éèêëàâçîïôûœ]");
    /** Letters and parts that French words do not have and German ones often do. */
    private static final Pattern GERMAN_PART = Pattern.compile("[äöüßkw]|sch|ung");

    private static final String PLURAL_END = "sxz";

    private static final Pattern UMLAUT = Pattern.compile("[äöüß]");

    /** What no French word has and many a Dutch one. */
    private static final Pattern DUTCH_PART = Pattern.compile("aa|oo|uu|ij|sch|[a-z]{3}en(?!\\p{L})");

    /** Endings of Romanian words. */
    private static final Pattern ROMANIAN_END = Pattern.compile("(?:ii|ului|[ie]lor|oare|uri|iuni)(?!\\p{L})");

    /** Articles and prepositions of French that lost their vowel. */
    private static final Pattern ELISION = Pattern.compile("(?<!\\p{L})(?:d|l|qu)['’]\\p{L}");
    /** Endings of French words that those of its neighbours hardly have, or as often. */
    private static final Pattern FRENCH_END =
            Pattern.compile("\\p{L}{2}(?:(?<!or)es?|eurs?|tions?|ments?|eaux?|aux|ées?|ifs?|ets?|els?)(?!\\p{L})");
    /** Endings of Spanish, Portuguese and Italian words that hardly any French one has. */
    private static final Pattern OPEN_END =
            Pattern.compile("\\p{L}{2}(?:\\p{L}[ao]s?|or|ores|dad|dades|iones)(?!\\p{L})");

    private static final Pattern SPANISH_PART = Pattern.compile(
            "ll|ñ|ía|iento|iones|[aeiu]j[ao]|ie(?:[rlmz]|nd|dr)|(?<![qg])ue|(?<!\\p{L})(?:y|ej)(?!\\p{L})"
                    + "|(?:[nd]|[aei]les|bles?|aje|cios?|eras?|zos?)(?!\\p{L})");
    private static final Pattern PORTUGUESE_PART =
            Pattern.compile("[ãõçêàâô]|[ln]h|ss|dade|ei|ou|vel|[cs]oes|(?:m|[cs]ao|[aio]is|[ai]mentos?)(?!\\p{L})");

    private LatinTies() {}

    /**
     * The language of a text.
     *
     * @param best the first of those with most votes
     * @param votes by place of the language
     * @param lower the text in lower case
     * @param text the same as it stands
     * @param at where the last function word begins
     * @return its place; negative if it cannot be told
     */
    static int settled(int best, int[] votes, char[] lower, String text, int at) {
        if (best == GERMAN && votes[FRENCH] == votes[GERMAN]) {
            return isPlural(new String(lower), text, at) ? FRENCH : GERMAN;
        }
        int place = best == FRENCH ? french(votes, lower) : best;
        if (place != SPANISH || votes[PORTUGUESE] < votes[SPANISH]) {
            return place;
        }
        String words = new String(lower);
        return count(SPANISH_PART, words) > count(PORTUGUESE_PART, words) ? SPANISH : -1;
    }

    /** What a text is that may be French. */
    private static int french(int[] votes, char[] lower) {
        int other = IntStream.range(FRENCH + 1, votes.length)
                .filter(place -> votes[place] == votes[FRENCH])
                .findFirst()
                .orElse(FRENCH);
        if (other == FRENCH) {
            return FRENCH;
        }
        String words = new String(lower);
        if (ELISION.matcher(words).find()) {
            return FRENCH;
        }
        if (votes[ROMANIAN] == votes[FRENCH] && ROMANIAN_END.matcher(words).find()) {
            return ROMANIAN;
        }
        if (votes[DUTCH] == votes[FRENCH] && DUTCH_PART.matcher(words).find()) {
            return DUTCH;
        }
        return NOT_FRENCH.matcher(words).find() || isOpen(words) ? other : FRENCH;
    }

    /** Whether words end in A, O and the like as often as those of its neighbours. */
    private static boolean isOpen(String words) {
        long open = count(OPEN_END, words);
        return open > 0 && open >= count(FRENCH_END, words);
    }

    private static long count(Pattern pattern, String words) {
        return pattern.matcher(words).results().count();
    }

    /**
     * Whether {@code des} stands before a French plural. Behind the German genitive stands a noun with a capital, or an adjective
     * that ends in N; in a title in capitals both may end in S, and other words tell.
     */
    private static boolean isPlural(String lower, String text, int at) {
        int start = at + "des ".length();
        int end = start;
        while (end < lower.length() && LatinLanguages.isLetter(lower.charAt(end))) {
            end++;
        }
        if (end <= start
                || lower.length() != text.length()
                || UMLAUT.matcher(lower).find()) {
            return false;
        }
        if (NOT_GERMAN.matcher(lower).find()) {
            return true;
        }
        char last = lower.charAt(end - 1);
        if (!LatinLanguages.hasSmall(text)) {
            return PLURAL_END.indexOf(last) >= 0 && !GERMAN_PART.matcher(lower).find();
        }
        return !Character.isUpperCase(text.charAt(start)) && last != 'n';
    }
}
