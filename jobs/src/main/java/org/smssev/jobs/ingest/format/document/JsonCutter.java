package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import org.smssev.jobs.ingest.format.CharWindow;

/**
 * Cuts JSON into the texts of its records, as the brackets tell. A record is not parsed, so that a broken one ends where its brackets
 * do, and the next is found; a string that does not end is taken to end with its line.
 */
final class JsonCutter {
    private final CharWindow in;
    private final JsonRecords records;
    private final int max;
    private final StringBuilder text = new StringBuilder();
    private boolean isTooLong;

    /** Brackets that are open. */
    private int open;
    /** How many of these, from the outermost on, lead to the list. */
    private int leading;
    /** The name that a value outside of the records stands behind, or the text that may be one. */
    private String name = "";

    /**
     * A cutter.
     *
     * @param max greatest length of a record's text, in characters
     */
    JsonCutter(CharWindow in, JsonRecords records, int max) {
        this.in = in;
        this.records = records;
        this.max = max;
    }

    /** The text of the next entry of the list, or of the next value where there is none; null behind the last. */
    String next() throws IOException {
        text.setLength(0);
        isTooLong = false;
        int c = in.peek(0);
        while (c >= 0) {
            boolean isBetween = open == records.depth() && leading == records.depth();
            if (isBetween && isStart(c)) {
                entry(c);
                return text.toString();
            }
            outside(c);
            c = in.peek(0);
        }
        return null;
    }

    /** Whether the text told last is longer than is kept of it. */
    boolean isTooLong() {
        return isTooLong;
    }

    /** Whether the text ended within the list. */
    boolean isCutOff() {
        return records.depth() > 0 && leading == records.depth();
    }

    private static boolean isStart(int c) {
        return c != ',' && c != ']' && c != '}' && !Character.isWhitespace(c);
    }

    /** Takes one character outside of the records, or a string. */
    private void outside(int c) throws IOException {
        switch (c) {
            case '{', '[' -> {
                if (leading == open && leads(c)) {
                    leading++;
                }
                open++;
                name = "";
                in.take(1, null);
            }
            case '}', ']' -> {
                open = Math.max(0, open - 1);
                leading = Math.min(leading, open);
                name = "";
                in.take(1, null);
            }
            case '"' -> {
                string();
                name = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
                text.setLength(0);
            }
            case ',' -> {
                name = "";
                in.take(1, null);
            }
            default -> in.take(1, null);
        }
    }

    /** Whether a bracket, behind those that lead to the list, does so too. */
    private boolean leads(int bracket) {
        int names = records.names().size();
        boolean isNamed =
                open == 0 || open <= names && records.names().get(open - 1).equals(name);
        return open < records.depth() && isNamed && bracket == (open == names ? '[' : '{');
    }

    private void entry(int first) throws IOException {
        if (first != '{' && first != '[') {
            value();
            return;
        }
        int within = 0;
        do {
            int c = in.peek(0);
            if (c == '"') {
                string();
            } else {
                within += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                in.take(1, this::keep);
            }
        } while (within > 0 && in.peek(0) >= 0);
    }

    /** A value without brackets, up to what ends it. */
    private void value() throws IOException {
        int c = in.peek(0);
        while (c >= 0 && isStart(c) && c != '{' && c != '[') {
            if (c == '"') {
                string();
            } else {
                in.take(1, this::keep);
            }
            c = in.peek(0);
        }
    }

    /** A string with its quotation marks. */
    private void string() throws IOException {
        in.take(1, this::keep);
        int c = in.peek(0);
        while (c >= 0 && c != '"' && c != '\n' && c != '\r') {
            int plain = in.before('"', '\\');
            if (plain > 0) {
                in.take(line(plain), this::keep);
            } else {
                // What is escaped ends nothing.
                in.take(in.peek(1) < 0 ? 1 : 2, this::keep);
            }
            c = in.peek(0);
        }
        if (c == '"') {
            in.take(1, this::keep);
        }
    }

    /** How many of the characters at hand stand before the end of the line. */
    private int line(int atHand) throws IOException {
        int before = in.before('\n', '\r');
        return Math.max(1, Math.min(atHand, before));
    }

    private void keep(char[] buffer, int start, int count) {
        int room = max - text.length();
        text.append(buffer, start, Math.max(0, Math.min(room, count)));
        isTooLong |= count > room;
    }
}
