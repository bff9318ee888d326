package org.smssev.jobs.ingest.name;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles and prepositions of one letter that lost their vowel and, in the spelling of some offices, their apostrophe:
 * {@code COMMISSARIAT A L ENERGIE ATOMIQUE} is one with {@code Commissariat à l'énergie atomique}. Where nothing tells it,
 * the letter is an initial: names that are apart can be joined later, not so those that are joined. So are the Irish surnames with
 * O', {@code LAING O ROURKE}. Stateless.
 */
final class Elisions {
    /** What stands behind O' in surnames, and hardly elsewhere: in Korean names, KWON O BONG, O is a syllable. */
    private static final String IRISH =
            "BRIEN|CALLAGHAN|CONNELL|CONNOR|DONNELL|DONOGHUE|DRISCOLL|DWYER|FARRELL|FLAHERTY|GORMAN"
                    + "|GRADY|HALLORAN|HANLON|KEEFE|KEEFFE|LEARY|LOUGHLIN|MALLEY|MEARA|NEILL|REILLY|RIORDAN|ROURKE|SHAUGHNESSY"
                    + "|SULLIVAN|TOOLE";

    /** Such a letter, with or without its apostrophe, and the word behind it. */
    private static final Pattern ELIDED =
            Pattern.compile("(?<= |^)(?:([LD])( ?['\u2019\u2018`\u00b4] ?| )(?=([AEIOUYH][A-Z]{2,})(?![A-Z]))"
                    + "|O( ?['\u2019\u2018`\u00b4] ?| )(?=(?:" + IRISH + ")(?![A-Z])))");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

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
        if (folded.length() > NameWords.LONGEST || !hasLoneLetter(folded)) {
            return folded;
        }
        // One blank between words tells them.
        String even = BLANKS.matcher(folded).replaceAll(" ");
        Matcher elided = ELIDED.matcher(even);
        if (!elided.find()) {
            return folded;
        }
        // Once a name: to look for it at each letter would take the square of the name's length.
        boolean isEliding = ELIDING.matcher(even).find();
        boolean isTelling = isEliding && TELLING.matcher(even).find();
        StringBuilder joined = new StringBuilder(even.length());
        do {
            if (elided.group(1) == null) {
                boolean isSurname = elided.start() == 0 || !isBehindInitial(even, elided.start());
                elided.appendReplacement(joined, "O" + Matcher.quoteReplacement(isSurname ? "'" : elided.group(4)));
                continue;
            }
            String between = elided.group(2);
            String word = elided.group(3);
            boolean isElided = elided.start() == 0
                    ? elided.group(1).equals("L") && (isTelling || BEHIND_L.contains(word) || !between.equals(" "))
                    : isEliding && !isBehindInitial(even, elided.start());
            boolean isWord = !word.equals("AND") && !LegalForms.endsForm(word);
            elided.appendReplacement(
                    joined, elided.group(1) + Matcher.quoteReplacement(isElided && isWord ? "'" : between));
        } while (elided.find());
        return elided.appendTail(joined).toString();
    }

    /** Whether one of the letters stands alone or before a mark: few names have one, and to look for it is cheap. */
    private static boolean hasLoneLetter(String folded) {
        for (int i = 0; i < folded.length() - 1; i++) {
            char c = folded.charAt(i);
            if ((c == 'L' || c == 'D' || c == 'O')
                    && (i == 0 || Character.isWhitespace(folded.charAt(i - 1)))
                    && !isLetter(folded, i + 1)) {
                return true;
            }
        }
        return false;
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
