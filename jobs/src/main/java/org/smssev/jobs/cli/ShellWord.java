package org.smssev.jobs.cli;

/** Quotes a text so that a shell takes it for one word. */
final class ShellWord {
    private ShellWord() {}

    static String of(String text) {
        return text.matches("[\\w./:@%+,=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
