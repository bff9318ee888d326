package org.smssev.jobs.ingest.format.document;

import java.util.Set;
import org.smssev.jobs.ingest.format.Entities;

/**
 * Makes the text of a document readable that uses entities without their declaration, or characters that XML forbids.
 * A known entity becomes its character, an unknown one stays as its own text; a forbidden character becomes a
 * blank. Nothing is expanded, so the result grows at most fivefold.
 */
final class XmlRepair {
    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int MAX_NAME = 40;

    private final String in;
    private final StringBuilder out;

    private XmlRepair(String text) {
        this.in = text;
        this.out = new StringBuilder(text.length() + 64);
    }

    /** The text, repaired. */
    static String repair(String text) {
        return new XmlRepair(text).run();
    }

    private String run() {
        int at = 0;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '&') {
                at = reference(at);
            } else if (c == '<' && in.startsWith("<![CDATA[", at)) {
                at = copy(at, "]]>", 9);
            } else if (c == '<' && in.startsWith("<!--", at)) {
                at = copy(at, "-->", 4);
            } else if (c == '<' && in.startsWith("<?", at)) {
                at = copy(at, "?>", 2);
            } else {
                at = character(at);
            }
        }
        return out.toString();
    }

    /** Copies up to an end, where an ampersand is only that; to the end of the text if the end is not there. */
    private int copy(int start, String end, int opening) {
        int found = in.indexOf(end, start + opening);
        int to = found < 0 ? in.length() : found + end.length();
        int at = start;
        while (at < to) {
            at = character(at);
        }
        return to;
    }

    private int character(int at) {
        char c = in.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < in.length() && Character.isLowSurrogate(in.charAt(at + 1))) {
            out.append(c).append(in.charAt(at + 1));
            return at + 2;
        }
        out.append(isAllowed(c) ? c : ' ');
        return at + 1;
    }

    private int reference(int start) {
        int end = start + 1;
        while (end < in.length() && end - start <= MAX_NAME && isNameCharacter(in.charAt(end))) {
            end++;
        }
        boolean closed = end < in.length() && in.charAt(end) == ';' && end > start + 1;
        if (!closed) {
            out.append("&amp;");
            return start + 1;
        }
        String name = in.substring(start + 1, end);
        if (PREDEFINED.contains(name)) {
            out.append('&').append(name).append(';');
        } else if (name.charAt(0) == '#') {
            numeric(name);
        } else {
            named(name);
        }
        return end + 1;
    }

    private void numeric(String name) {
        int point = Entities.codePoint(name.substring(1));
        boolean allowed = point >= Character.MIN_SUPPLEMENTARY_CODE_POINT || (point >= 0 && isAllowed((char) point));
        out.append(allowed ? "&#" + point + ";" : " ");
    }

    private void named(String name) {
        String known = Entities.text(name);
        if (known == null) {
            out.append("&amp;").append(name).append(';');
        } else if (known.equals("<") || known.equals("&")) {
            out.append("&#").append((int) known.charAt(0)).append(';');
        } else {
            out.append(known);
        }
    }

    private static boolean isNameCharacter(char c) {
        return c == '#' || c == '.' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    /** Whether XML allows a character; half of a surrogate pair it does not. */
    private static boolean isAllowed(char c) {
        return (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xfffe)
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }
}
