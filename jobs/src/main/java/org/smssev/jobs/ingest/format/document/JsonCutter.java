package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import org.smssev.jobs.ingest.format.CharWindow;

/**
 * Cuts JSON into the texts of its records, as the brackets tell. A record is not parsed, so that a broken one ends where its brackets
 * do, and the next is found; a string that does not end is taken to end with its line. What stands in the place of a record, or of
 * the list of them, is told as it is.
 */
final class JsonCutter {
    /** What ends a string or a part of it. */
    private static final String IN_STRING = "\"\\\n\r";
    /** What stands in an entry beside its plain text. */
    private static final String IN_ENTRY = "\"{}[]";

    private final CharWindow in;
    private final JsonRecords records;
    private final int max;
    private final StringBuilder text = new StringBuilder();
    private boolean isTooLong;
    private boolean isOpen;

    /** Brackets that are open outside of the records. */
    private int open;
    /** How many of these, from the outermost on, lead to the list. */
    private int leading;
    /** Whether the outermost value had the list. */
    private boolean hasList;
    /** The last text outside of the records, which a colon makes a name. */
    private String said = "";
    /** The name that a value outside of the records stands behind. */
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

    /** The text of the next entry of the list, or of what stands in the place of the list; null behind the last. */
    String next() throws IOException {
        int c = in.peek(0);
        while (c >= 0) {
            boolean isUnnamed = isUnnamed(c);
            if (open == 0 || isBetween() || isUnnamed) {
                text.setLength(0);
                isTooLong = false;
            }
            if (isUnnamed || (isBetween() ? isStart(c) : open == 0 && isStart(c) && !leads(c))) {
                entry(c);
                return text.toString();
            }
            if (outside(c)) {
                return text.toString();
            }
            c = in.peek(0);
        }
        return null;
    }

    /** Whether the text told last is longer than is kept of it. */
    boolean isTooLong() {
        return isTooLong;
    }

    /** Whether brackets are open, at the end of all. */
    boolean isCutOff() {
        return isOpen || open > 0;
    }

    /** Whether a value without a name begins in an object around the list, as where the list was closed too early. */
    private boolean isUnnamed(int c) {
        return open > 0 && open < records.depth() && leading == open && name.isEmpty() && (c == '{' || c == '[');
    }

    private boolean isBetween() {
        return open == records.depth() && leading == records.depth();
    }

    /** Whether an entry begins so. A bracket that closes no list is told as one. */
    private boolean isStart(int c) {
        boolean closes = c == ']' && isBetween() && open > 0;
        return c != ',' && !closes && !Character.isWhitespace(c) && c != '\ufeff';
    }

    /**
     * Takes one character outside of the records, or a string.
     *
     * @return whether an outermost value ended that had no list
     */
    private boolean outside(int c) throws IOException {
        if (c == '"') {
            int start = text.length();
            string();
            said = text.length() < start + 2 ? "" : text.substring(start + 1, text.length() - 1);
            name = "";
            return false;
        }
        in.take(1, this::keep);
        if (c == '{' || c == '[') {
            if (leading == open && leads(c)) {
                leading++;
                hasList |= leading == records.depth();
            }
            open++;
        } else if (c == '}' || c == ']') {
            open--;
            leading = Math.min(leading, open);
        }
        if (!Character.isWhitespace(c)) {
            name = c == ':' ? said : "";
            said = "";
        }
        boolean hasEnded = open == 0;
        boolean lacksList = hasEnded && !hasList;
        hasList = hasList && !hasEnded;
        return lacksList && (c == '}' || c == ']');
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
            if (within > 0) {
                in.take(in.before(IN_ENTRY), this::keep);
            }
        } while (within > 0 && in.peek(0) >= 0);
        isOpen = within > 0;
    }

    /** A value without brackets, or a bracket that closes nothing. */
    private void value() throws IOException {
        int c = in.peek(0);
        if (c == '}' || c == ']') {
            in.take(1, this::keep);
            return;
        }
        while (c >= 0 && isStart(c) && IN_ENTRY.indexOf(c, 1) < 0) {
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
            if (c == '\\') {
                // What is escaped ends nothing.
                in.take(in.peek(1) < 0 ? 1 : 2, this::keep);
            } else {
                in.take(in.before(IN_STRING), this::keep);
            }
            c = in.peek(0);
        }
        if (c == '"') {
            in.take(1, this::keep);
        }
    }

    private void keep(char[] buffer, int start, int count) {
        int room = max - text.length();
        text.append(buffer, start, Math.max(0, Math.min(room, count)));
        isTooLong |= count > room;
    }
}
