package org.smssev.jobs.ingest.name;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acronyms that stand beside the name that they are of: {@code CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE (CNRS)}, {@code
 * PETROLEO BRASILEIRO SA - PETROBRAS}, {@code INSERM (INSTITUT NATIONAL DE LA SANTE ...)}. They are told by their letters: first
 * ones of words of the name, in their order, the first word among them. Stateless.
 */
final class Acronyms {
    private static final String LETTERS = "[A-Z](?:\\.?[A-Z]){2,11}\\.?";

    /** In brackets or behind a dash; a country in square brackets may follow. */
    private static final Pattern BEHIND = Pattern.compile("(.*[^\\s,]),?\\s*(?:\\(\\s?(" + LETTERS
            + ")\\s?\\)|\\s[-\u2013\u2014]\\s?(" + LETTERS + "))(\\s*\\[[A-Z]{2}\\])?\\s*");
    /** Before the name in brackets, or before a dash. */
    private static final Pattern IN_FRONT = Pattern.compile(
            "\\s*(" + LETTERS + ")\\s*(?:\\(([^()]+)\\)|\\s[-\u2013\u2014]\\s(.+?))(\\s*\\[[A-Z]{2}\\])?\\s*");

    private static final Pattern BETWEEN = Pattern.compile("[^A-Z]+");
    /** An acronym of fewer words may be another word, unless it is as long as {@link #LONG}. */
    private static final int ENOUGH_WORDS = 3;

    private static final int FEW_WORDS = 2;
    private static final int LONG = 6;

    private Acronyms() {}

    /** A folded name without an acronym of it. */
    static String leftOut(String name) {
        if (name.length() > NameWords.LONGEST || !mayHaveOne(name)) {
            return name;
        }
        Matcher behind = BEHIND.matcher(name);
        if (behind.matches()) {
            String acronym = behind.group(2) == null ? behind.group(3) : behind.group(2);
            if (isOf(acronym, behind.group(1))) {
                return behind.group(1) + (behind.group(4) == null ? "" : behind.group(4));
            }
        }
        Matcher front = IN_FRONT.matcher(name);
        if (front.matches()) {
            String whole = front.group(2) == null ? front.group(3) : front.group(2);
            if (isOf(front.group(1), whole)) {
                return whole + (front.group(4) == null ? "" : front.group(4));
            }
        }
        return name;
    }

    private static boolean mayHaveOne(String name) {
        return name.indexOf('(') > 0
                || name.indexOf(" -") > 0
                || name.indexOf(" \u2013") > 0
                || name.indexOf(" \u2014") > 0;
    }

    /** Whether the words of a name, each by its first letters, spell an acronym. */
    private static boolean isOf(String dotted, String name) {
        String acronym = dotted.replace(".", "");
        List<String> words =
                BETWEEN.splitAsStream(name).filter(w -> !w.isEmpty()).toList();
        int enough = acronym.length() < LONG ? ENOUGH_WORDS : FEW_WORDS;
        if (words.size() < enough) {
            return false;
        }
        // The most words that spell so many of its letters; 0 where none do.
        int[] most = new int[acronym.length() + 1];
        for (int at = 1; at <= prefix(acronym, 0, words.get(0)); at++) {
            most[at] = 1;
        }
        for (String word : words.subList(1, words.size())) {
            // From the end, as each word counts once.
            for (int at = acronym.length() - 1; at > 0; at--) {
                int letters = most[at] == 0 ? 0 : prefix(acronym, at, word);
                for (int end = at + 1; end <= at + letters; end++) {
                    most[end] = Math.max(most[end], most[at] + 1);
                }
            }
        }
        return most[acronym.length()] >= enough;
    }

    /** How many letters from a place on are the first ones of a word. */
    private static int prefix(String acronym, int at, String word) {
        int n = 0;
        while (at + n < acronym.length() && n < word.length() && acronym.charAt(at + n) == word.charAt(n)) {
            n++;
        }
        return n;
    }
}
