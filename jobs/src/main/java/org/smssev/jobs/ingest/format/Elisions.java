package org.smssev.jobs.ingest.format;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles and prepositions of one letter that lost their vowel and, in the spelling of some offices, their apostrophe:
 * {@code COMMISSARIAT A L ENERGIE ATOMIQUE} is one with {@code Commissariat à l'énergie atomique}. Where nothing tells it,
 * the letter is an initial: names that are apart can be joined later, not so those that are joined. Stateless.
 */
final class Elisions {
    /** Names are shorter; what is longer is no name, and not worth the work. */
    private static final int LONGEST = 1_000;

    /** Such a letter, with or without its apostrophe, and the word behind it. */
    private static final Pattern ELIDED =
            Pattern.compile("(?<= |^)([LD])( ?['\u2019\u2018`\u00b4] ?| )(?=([AEIOUYH][A-Z]{2,})(?![A-Z]))");

    /** Words that hardly any name but a French one has. */
    private static final String FRENCH = "POUR|PAR|CENTRE|INSTITUT|UNIVERSITE|SOCIETE|ECOLE|COMMISSARIAT|AGENCE"
            + "|LABORATOIRES?|COMPAGNIE|CONSEIL|HOPITAL|FONDATION";

    /** By these a name is French whatever it starts with. */
    private static final Pattern TELLING = Pattern.compile("(?<![A-Z])(?:" + FRENCH + ")(?![A-Z])");

    /**
     * Words by which a name is of a language that elides; else the letter is an initial, {@code EDWARD D ALLEN}. A is an
     * initial itself, and LE the surname of many Vietnamese.
     */
    private static final Pattern ELIDING =
            Pattern.compile("(?<![A-Z])(?:DE|DU|DES|LA|LES|ET|EN|UNIVERSITAT|OFFICE|" + FRENCH + ")(?![A-Z])");

    /** Words behind the L of companies that have no other French word: by its form {@code L ADAMS} is the same. */
    private static final Set<String> BEHIND_L = Set.of("OREAL", "AIR", "OCCITANE", "ETAT", "ELECTRONIQUE");

    private Elisions() {}

    /** A folded name in which such letters stand with an apostrophe before their word, so that the two are one. */
    static String joined(String folded) {
        if (folded.length() > LONGEST) {
            return folded;
        }
        Matcher elided = ELIDED.matcher(folded);
        if (!elided.find()) {
            return folded;
        }
        // Once a name: to look for it at each letter would take the square of the name's length.
        boolean isEliding = ELIDING.matcher(folded).find();
        boolean isTelling = isEliding && TELLING.matcher(folded).find();
        StringBuilder joined = new StringBuilder(folded.length());
        do {
            String between = elided.group(2);
            String word = elided.group(3);
            boolean isElided = elided.start() == 0
                    ? elided.group(1).equals("L") && (isTelling || BEHIND_L.contains(word) || !between.equals(" "))
                    : isEliding && !isBehindInitial(folded, elided.start());
            boolean isWord = !word.equals("AND") && !LegalForms.endsForm(word);
            elided.appendReplacement(
                    joined, elided.group(1) + Matcher.quoteReplacement(isElided && isWord ? "'" : between));
        } while (elided.find());
        return elided.appendTail(joined).toString();
    }

    /** Behind another initial, {@code J L ANDERSON}, the letter is one as well; A is none where a word stands before it. */
    private static boolean isBehindInitial(String folded, int at) {
        boolean isOne = at > 1 && (at == 2 || folded.charAt(at - 3) == ' ');
        boolean isPreposition =
                isOne && at > 4 && folded.charAt(at - 2) == 'A' && isLetter(folded, at - 4) && isLetter(folded, at - 5);
        return isOne && !isPreposition;
    }

    private static boolean isLetter(String folded, int at) {
        return folded.charAt(at) >= 'A' && folded.charAt(at) <= 'Z';
    }
}
