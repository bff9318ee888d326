package org.smssev.jobs.ingest.name;

import java.util.List;
import org.smssev.jobs.ingest.name.NameWords.Word;

/**
 * Legal forms that are known by their marks and small letters; without them they may be initials and words: {@code Krka d.d.},
 * not {@code SMITH DD}. Stateless.
 */
final class MarkedForms {
    /** Of Slovenia and Croatia, Hungary, and Denmark, as they end a name. */
    private static final List<String> ENDS = List.of("d.d.", "d. d.", "Rt.", "I/S", "K/S");
    /** As words they have this many letters. */
    private static final int LETTERS = 2;

    private MarkedForms() {}

    /** Whether a name ends with such a form, which is the last of its words. */
    static boolean isAtEnd(String raw, List<Word> words) {
        int end = words.size() - 1;
        if (end < 1) {
            return false;
        }
        return words.get(end).text().length() == LETTERS && endsWithOne(raw);
    }

    private static boolean endsWithOne(String raw) {
        int bracket = raw.endsWith("]") ? raw.lastIndexOf('[') : -1;
        String name = (bracket < 0 ? raw : raw.substring(0, bracket)).strip();
        for (String form : ENDS) {
            int before = name.length() - form.length() - 1;
            if (before >= 0 && name.charAt(before) == ' ' && name.endsWith(form)) {
                return true;
            }
        }
        return false;
    }
}
