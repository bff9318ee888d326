package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import org.smssev.jobs.ingest.format.CharWindow;

/** What a tag is that comes next in a text, told without taking it. */
final class XmlTags {
    private static final String DECLARATION = "<?xml";
    private static final int MAX_NAME = 200;
    private static final int MAX_TAG = CharWindow.AHEAD - 1;

    private XmlTags() {}

    /** Whether it is an XML declaration. */
    static boolean isDeclaration(CharWindow in) throws IOException {
        return isDeclaration(in, 0);
    }

    /** Whether an XML declaration starts some places ahead. */
    static boolean isDeclaration(CharWindow in, int ahead) throws IOException {
        return in.at(ahead, DECLARATION) && isBlank(in.peek(ahead + DECLARATION.length()));
    }

    /** The local name of a tag whose name starts some places ahead; empty if none does. */
    static String localName(CharWindow in, int start) throws IOException {
        StringBuilder tag = new StringBuilder();
        for (int i = start; i < start + MAX_NAME; i++) {
            int c = in.peek(i);
            if (c < 0 || c == '>' || c == '/' || c == '<' || isBlank(c)) {
                break;
            }
            if (c == ':') {
                tag.setLength(0);
            } else {
                tag.append((char) c);
            }
        }
        return !tag.isEmpty() && (Character.isLetter(tag.charAt(0)) || tag.charAt(0) == '_') ? tag.toString() : "";
    }

    /** Length of a tag up to its end; -1 if it does not end before another one starts. */
    static int length(CharWindow in) throws IOException {
        int quote = 0;
        for (int i = 1; i < MAX_TAG; i++) {
            int c = in.peek(i);
            if (c < 0 || c == '<') {
                return -1;
            }
            if (quote == 0 && c == '>') {
                return i + 1;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        return -1;
    }

    /** Whether a character is one of those that XML counts as white space, or a byte order mark. */
    static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xfeff;
    }
}
