package org.smssev.jobs.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles and prepositions of one letter that lost their vowel and, in the spelling of some offices, their apostrophe:
 * {@code COMMISSARIAT A L ENERGIE ATOMIQUE} is one with {@code Commissariat à l'énergie atomique}. Stateless.
 */
final class Elisions {
    /** Such a letter, with or without its apostrophe, and the word behind it. */
    private static final Pattern ELIDED =
            Pattern.compile("(?<= |^)([LD])(?: ?['\u2019\u2018`\u00b4] ?| )(?=([AEIOUYH][A-Z]{2,})(?![A-Z]))");

    /** Words by which a name is of a language that elides; else the letter is an initial, {@code EDWARD D ALLEN}. */
    private static final Pattern ELIDING = Pattern.compile("(?<![A-Z])(?:A|DE|DU|DES|LA|LE|LES|ET|POUR|PAR|EN|CENTRE"
            + "|INSTITUT|UNIVERSITE|UNIVERSITAT|SOCIETE|ECOLE|OFFICE|COMMISSARIAT|AGENCE|LABORATOIRES?"
            + "|COMPAGNIE|CONSEIL|HOPITAL|FONDATION)(?![A-Z])");

    private Elisions() {}

    /** A folded name in which such letters stand with an apostrophe before their word, so that the two are one. */
    static String joined(String folded) {
        Matcher elided = ELIDED.matcher(folded);
        if (!elided.find()) {
            return folded;
        }
        StringBuilder joined = new StringBuilder(folded.length());
        do {
            boolean isElided = !elided.group(2).equals("AND") && !LegalForms.endsForm(elided.group(2));
            String behind =
                    isElided && isEliding(folded, elided.start()) ? "'" : folded.substring(elided.end(1), elided.end());
            elided.appendReplacement(joined, elided.group(1) + Matcher.quoteReplacement(behind));
        } while (elided.find());
        return elided.appendTail(joined).toString();
    }

    /** L begins names of companies, {@code L OREAL}; behind another initial, {@code J L ANDERSON}, it is one as well. */
    private static boolean isEliding(String folded, int at) {
        if (at == 0) {
            return folded.charAt(0) == 'L';
        }
        boolean isBehindInitial = at > 1 && folded.charAt(at - 2) != 'A' && (at == 2 || folded.charAt(at - 3) == ' ');
        return !isBehindInitial && ELIDING.matcher(folded).find();
    }
}
