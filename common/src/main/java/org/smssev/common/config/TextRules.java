package org.smssev.common.config;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.function.BiConsumer;

/** What must hold for how delimited text is said to be written. */
final class TextRules {
    private TextRules() {}

    /**
     * Checks what a source, a table that is joined to it, or a list says of its text.
     *
     * @param text null if it says nothing
     * @param at its place in the configuration
     */
    static void check(Config.Text text, String at, BiConsumer<String, String> problem) {
        if (text == null) {
            return;
        }
        if (text.encoding() != null && !isCharset(text.encoding())) {
            problem.accept(
                    at + ".text.encoding", "unknown character set '" + text.encoding() + "'. Use UTF-8, for example.");
        }
        if (text.separator() != null && !text.separator().equals("\\t")) {
            character(text.separator(), at + ".text.separator", "one character or \\t", problem);
        }
        if (text.quote() != null && !text.quote().isEmpty()) {
            character(text.quote(), at + ".text.quote", "one character, or empty for none", problem);
        }
        String flaw = text.datePattern() == null ? null : DatePatterns.flaw(text.datePattern());
        if (flaw != null) {
            problem.accept(at + ".text.date-pattern", flaw);
        }
    }

    private static void character(String text, String key, String shape, BiConsumer<String, String> problem) {
        if (text.length() != 1) {
            problem.accept(key, "must be " + shape + ", but is '" + text + "'");
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
