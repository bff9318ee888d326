package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the lists and dictionaries that Python prints into cells, also as JSON or as numpy prints them (without commas,
 * in {@code array(...)}). Nothing is evaluated.
 */
final class PythonLiteral {
    /** Deeper nesting is no data of ours. */
    private static final int MAX_DEPTH = 20;

    private final String text;
    private int at;
    /** What was read whole of the outermost list. */
    private List<Object> elements;

    /** Text that is no literal. */
    private static final class NoLiteral extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * Reads a list, tuple or dictionary; of a cell that a spreadsheet program cut, what stands whole in its list.
     *
     * @return {@code List}, {@code Map} with text keys, or text (numbers and truth values too; empty for None); empty if the
     *     text is none of it, ends within it though the cell was not cut, or nests deeper than 20
     */
    static Optional<Object> read(String cell) {
        String trimmed = cell.strip();
        if (trimmed.isEmpty() || ("[({".indexOf(trimmed.charAt(0)) < 0 && !trimmed.startsWith("array("))) {
            return Optional.empty();
        }
        PythonLiteral literal = new PythonLiteral(trimmed);
        try {
            Object value = literal.value(0);
            literal.blanks();
            return literal.at == trimmed.length() ? Optional.of(value) : Optional.empty();
        } catch (NoLiteral e) {
            // The cell was cut, or is plain text that starts with a bracket.
            boolean isCut = CutCells.isCut(cell) && literal.at == trimmed.length();
            return isCut ? Optional.of(literal.whole()) : Optional.empty();
        }
    }

    private List<Object> whole() {
        return elements == null ? List.of() : elements;
    }

    private Object value(int depth) throws NoLiteral {
        blanks();
        if (depth > MAX_DEPTH || at >= text.length()) {
            throw new NoLiteral();
        }
        char c = text.charAt(at);
        if (text.startsWith("array(", at)) {
            return array(depth);
        }
        if (c == '[' || c == '(') {
            return list(c == '[' ? ']' : ')', depth);
        }
        if (c == '{') {
            return map(depth);
        }
        return c == '\'' || c == '"' ? string(c) : word();
    }

    /** {@code array([...], dtype=object)}. */
    private Object array(int depth) throws NoLiteral {
        at += "array(".length();
        Object value = value(depth + 1);
        int end = text.indexOf(')', at);
        if (end < 0) {
            throw new NoLiteral();
        }
        at = end + 1;
        return value;
    }

    private List<Object> list(char end, int depth) throws NoLiteral {
        List<Object> values = new ArrayList<>();
        elements = elements == null ? values : elements;
        at++;
        while (!ended(end)) {
            values.add(value(depth + 1));
        }
        return values;
    }

    private Map<String, Object> map(int depth) throws NoLiteral {
        Map<String, Object> values = new LinkedHashMap<>();
        at++;
        while (!ended('}')) {
            Object key = value(depth + 1);
            blanks();
            if (at >= text.length() || text.charAt(at) != ':') {
                throw new NoLiteral();
            }
            at++;
            values.put(String.valueOf(key), value(depth + 1));
        }
        return values;
    }

    /** Skips blanks and a comma; takes the end mark if it is next. */
    private boolean ended(char end) throws NoLiteral {
        blanks();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            blanks();
        }
        if (at >= text.length()) {
            throw new NoLiteral();
        }
        if (text.charAt(at) == end) {
            at++;
            return true;
        }
        return false;
    }

    private String string(char quote) throws NoLiteral {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                escape(text.charAt(at++), value);
            } else {
                value.append(c);
            }
        }
        if (at >= text.length()) {
            throw new NoLiteral();
        }
        at++;
        return value.toString();
    }

    private void escape(char c, StringBuilder value) throws NoLiteral {
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'x' -> value.appendCodePoint(hex(2));
            case 'u' -> value.append((char) hex(4));
            case 'U' -> value.appendCodePoint(hex(8));
            case '\\', '\'', '"', '/' -> value.append(c);
            default -> value.append('\\').append(c);
        }
    }

    private int hex(int digits) throws NoLiteral {
        int end = at + digits;
        if (end > text.length()) {
            at = text.length();
            throw new NoLiteral();
        }
        int value = 0;
        while (at < end) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                throw new NoLiteral();
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            throw new NoLiteral();
        }
        return value;
    }

    /** A number, a truth value or None. */
    private String word() throws NoLiteral {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        // One at the end of the text may go on; a sound text ends with a bracket.
        if (at == start || at == text.length()) {
            throw new NoLiteral();
        }
        String word = text.substring(start, at);
        return word.equals("None") || word.equals("null") || word.equals("nan") || word.equals("NaN") ? "" : word;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
