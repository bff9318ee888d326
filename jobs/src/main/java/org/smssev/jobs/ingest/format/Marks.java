package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;

/**
 * What is known of the quotation marks of a text, and what is still to be found out while it is read.
 *
 * @param quote quotation mark; 0 if the text has none
 * @param isEscaped whether marks inside of quoted cells stand behind a backslash, as Spark, Hive and MySQL write them, and not
 *     doubled
 * @param columnsOfStray cells of its header, where marks may turn out to quote nothing ({@link StrayMarks}); else 0
 * @param columnsOfEscaped cells of its header, where it may turn out that marks are escaped; else 0
 */
public record Marks(char quote, boolean isEscaped, int columnsOfStray, int columnsOfEscaped) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Records by which it is told whether marks are escaped. */
    private static final int RECORDS = 11;
    /** Characters of them at most. */
    private static final int LOOKED = 1 << 23;

    /** Marks of which all is known: doubled inside of cells. */
    public static Marks of(char quote) {
        return new Marks(quote, false, 0, 0);
    }

    /** The same, and nothing is to be found out any more. */
    public Marks settled() {
        return new Marks(quote, isEscaped, 0, 0);
    }

    /** The same, now that it is known whether they quote anything. */
    public Marks settledStray(boolean quotesNothing) {
        return quotesNothing ? of((char) 0) : new Marks(quote, isEscaped, 0, columnsOfEscaped);
    }

    /** The same, now that it is known whether they are escaped; a text of escaped ones quotes. */
    public Marks settledEscaped(boolean escaped) {
        return new Marks(quote, escaped, escaped ? 0 : columnsOfStray, 0);
    }

    /**
     * Settles what a mark behind a backslash is: the rule by which more of the records from its own on are sound, and fewer are
     * not, holds for the whole text. Where it is as many by both, it is escaped if it would neither end its cell nor be doubled.
     *
     * @param text from the start of that record on
     * @param after what stands behind the mark; -1 at the end
     */
    public boolean areEscaped(Reader text, char separator, int after) throws IOException {
        StringBuilder start = new StringBuilder();
        char[] buffer = new char[1 << 13];
        for (int n = 0; n >= 0 && start.length() < LOOKED; n = text.read(buffer)) {
            start.append(buffer, 0, n);
        }
        String records = start.toString();
        int escaped = new Soundness(records, separator, true).records();
        int doubled = new Soundness(records, separator, false).records();
        boolean isInside = after >= 0 && !isEnd((char) after, separator) && after != quote;
        return escaped > doubled || escaped == doubled && isInside;
    }

    private static boolean isEnd(char c, char separator) {
        return c == separator || c == '\n' || c == '\r';
    }

    /**
     * Counts records that have as many cells as the header, and marks only where a writer puts them who follows one rule, less
     * the others.
     */
    private final class Soundness {
        private final String text;
        private final char separator;
        private final boolean escaped;
        private int at;
        private boolean isSound;

        Soundness(String text, char separator, boolean escaped) {
            this.text = text;
            this.separator = separator;
            this.escaped = escaped;
        }

        int records() {
            int sound = 0;
            for (int i = 0; i < RECORDS && at < text.length(); i++) {
                sound += record() ? 1 : -1;
            }
            return sound;
        }

        /** Passes over a record and the line ends behind it. */
        private boolean record() {
            isSound = true;
            int cells = 1;
            for (cell(); at < text.length() && text.charAt(at) == separator; cells++) {
                at++;
                cell();
            }
            while (at < text.length() && !isOpen(text.charAt(at))) {
                at++;
            }
            return isSound && cells == columnsOfEscaped;
        }

        private boolean isOpen(char c) {
            return c != '\n' && c != '\r';
        }

        private void cell() {
            boolean isQuoted = at < text.length() && text.charAt(at) == quote;
            at += isQuoted ? 1 : 0;
            while (at < text.length() && (isQuoted || !isEnd(text.charAt(at), separator))) {
                char c = text.charAt(at++);
                if (isQuoted && escaped && c == '\\') {
                    at++;
                } else if (c == quote) {
                    boolean isLast = at >= text.length() || isEnd(text.charAt(at), separator);
                    if (isQuoted && isLast) {
                        return;
                    }
                    boolean isDoubled = isQuoted && !escaped && text.charAt(at) == quote;
                    at += isDoubled ? 1 : 0;
                    isSound &= isDoubled;
                }
            }
            isSound &= !isQuoted;
        }
    }
}
