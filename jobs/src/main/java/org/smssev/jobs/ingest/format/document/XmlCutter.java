package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.smssev.jobs.ingest.format.CharWindow;

/**
 * Cuts a file of XML documents into the single ones. It looks at the tags only, so that a broken document does not take
 * its neighbours along: wherever an XML declaration, a document type or the start tag of a record comes, whatever was
 * open before it ends. Document types are dropped with all entities that they declare.
 */
final class XmlCutter {
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String INSTRUCTION_END = "?>";
    private static final int MAX_DECLARATION = 200;
    private static final int MAX_PROLOG = 1000;
    /** How far the end of a passage may be behind what it quotes. */
    private static final int MAX_REST = CharWindow.AHEAD - 100;
    /** A buffer that has grown beyond this is given back. */
    private static final int KEPT_BUFFER = 1 << 20;

    private final CharWindow in;
    private final Set<String> records;
    private final Set<String> wrappers;
    private final Set<String> passedOver;
    private final int max;

    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;
    /** What is open; null between documents. */
    private Kind open;

    private String name = "";
    private int depth;
    /** Elements around documents that are open. */
    private int around;

    private String outermost = "";

    private String prolog = "";

    /** What a piece of a file is. */
    enum Kind {
        /** An element that is a record, from its start tag on; whole only if it is well-formed. */
        RECORD,
        /** An element of another name. */
        FOREIGN,
        /** Text outside of the elements, or a declaration that no element follows. */
        LOOSE
    }

    /**
     * A piece of a file.
     *
     * @param name local name of the element; empty if it is none
     * @param text its text, cut at the greatest length
     * @param tooLong whether it is longer than that
     */
    record Piece(Kind kind, String name, String text, boolean tooLong) {}

    /**
     * A cutter.
     *
     * @param layout which elements are records, and which stand around them
     * @param max greatest length of a piece, in characters
     */
    XmlCutter(Reader reader, XmlDocuments.Layout layout, int max) {
        this.in = new CharWindow(reader);
        this.records = layout.records();
        this.wrappers = layout.wrappers();
        this.passedOver = layout.passedOver();
        this.max = max;
    }

    /** The next piece, null behind the last one. */
    Piece next() throws IOException {
        while (in.peek(0) >= 0) {
            int plain = in.before('<', '<');
            Piece piece = plain > 0 ? characters(plain) : markup();
            if (piece != null) {
                return piece;
            }
        }
        if (open == null && !prolog.isEmpty()) {
            startLoose();
        }
        if (open == null) {
            return null;
        }
        // A record that does not end may hold the end of what is around it.
        if (around > 0 && (tooLong || text.indexOf(outermost + '>') >= 0)) {
            around = 0;
        }
        return close();
    }

    /** Whether an element around the documents was not closed before the end. */
    boolean isCutOff() {
        return around > 0;
    }

    private Piece characters(int count) throws IOException {
        if (open == null) {
            int blank = 0;
            while (blank < count && XmlTags.isBlank(in.peek(blank))) {
                blank++;
            }
            in.take(blank, null);
            if (blank < count) {
                startLoose();
                in.take(count - blank, this::keep);
            }
        } else {
            in.take(count, this::keep);
        }
        return null;
    }

    private Piece markup() throws IOException {
        if (XmlTags.isDeclaration(in)) {
            return open == null ? declaration() : close();
        }
        if (in.at("<!DOCTYPE")) {
            return open == null ? documentType() : close();
        }
        if (in.at(COMMENT)) {
            return passage(COMMENT_END, COMMENT.length());
        }
        if (in.at(CDATA)) {
            return passage(CDATA_END, CDATA.length());
        }
        if (in.peek(1) == '?') {
            return passage(INSTRUCTION_END, 2);
        }
        return in.peek(1) == '/' ? endTag() : startTag();
    }

    private Piece startTag() throws IOException {
        String tag = XmlTags.localName(in, 1);
        if (records.contains(tag)) {
            return open == null ? element(Kind.RECORD, tag) : close();
        }
        if (open == Kind.RECORD || tag.isEmpty()) {
            return characters(1);
        }
        if (wrappers.contains(tag)) {
            if (open != null) {
                return close();
            }
            prolog = "";
            int length = XmlTags.length(in);
            if (length < 2 || in.peek(length - 2) != '/') {
                outermost = around == 0 ? tag : outermost;
                around++;
            }
            in.take(Math.max(1, length), null);
            return null;
        }
        if (open == Kind.LOOSE) {
            return close();
        }
        if (open == null) {
            return element(Kind.FOREIGN, tag);
        }
        int length = XmlTags.length(in);
        if (tag.equals(name) && (length < 2 || in.peek(length - 2) != '/')) {
            depth++;
        }
        in.take(Math.max(1, length), this::keep);
        return null;
    }

    /** Opens an element at its start tag; it is whole already if the tag closes itself. */
    private Piece element(Kind kind, String tag) throws IOException {
        start(kind, tag);
        int length = XmlTags.length(in);
        boolean closed = length > 1 && in.peek(length - 2) == '/';
        in.take(Math.max(1, length), this::keep);
        return closed ? whole() : null;
    }

    /** Ends an element that is closed: one that is to be passed over is no piece. */
    private Piece whole() {
        if (passedOver.contains(name)) {
            drop();
            return null;
        }
        return close();
    }

    private Piece endTag() throws IOException {
        String tag = XmlTags.localName(in, 2);
        if (open == null && wrappers.contains(tag)) {
            around = Math.max(0, around - 1);
            in.take(Math.max(1, XmlTags.length(in)), null);
            return null;
        }
        boolean mine = (open == Kind.RECORD || open == Kind.FOREIGN) && tag.equals(name);
        if (!mine) {
            return characters(1);
        }
        in.take(Math.max(1, XmlTags.length(in)), this::keep);
        depth--;
        return depth == 0 ? whole() : null;
    }

    /**
     * Takes a comment, CDATA section or instruction. It ends early where another document starts; between documents it is
     * dropped if it ends properly, else it is loose text.
     */
    private Piece passage(String end, int start) throws IOException {
        boolean between = open == null;
        String before = prolog;
        if (between) {
            startLoose();
        }
        in.take(start, this::keep);
        char beforeEnd = end.charAt(end.length() - 2);
        int taken = 0;
        while (in.peek(0) >= 0) {
            int c = in.peek(0);
            if (c == '<' && breaksOff(end, between)) {
                int rest = between ? 0 : rest(end);
                if (rest == 0) {
                    return close();
                }
                in.take(rest, this::keep);
                return null;
            }
            boolean ends = c == '>'
                    && taken >= end.length() - 1
                    && in.last() == beforeEnd
                    && (end.length() == 2 || in.beforeLast() == beforeEnd);
            int count = Math.max(1, in.before('<', '>'));
            in.take(count, this::keep);
            taken = Math.min(end.length(), taken + count);
            if (ends) {
                if (between && !end.equals(CDATA_END)) {
                    drop();
                    prolog = before;
                }
                return null;
            }
        }
        return null;
    }

    /**
     * Whether a passage that nothing closes ends here. A text may quote an XML declaration, but not at the start of a line
     * in a patent; a comment between documents may hold a document that was taken out, if it ends soon.
     */
    private boolean breaksOff(String end, boolean between) throws IOException {
        if (XmlTags.isDeclaration(in)) {
            return end.equals(INSTRUCTION_END) || in.last() == '\n' || in.last() == '\r';
        }
        boolean isTakenOut = between && end.equals(COMMENT_END);
        return records.contains(XmlTags.localName(in, 1)) && !(isTakenOut && rest(end) > 0);
    }

    /**
     * Length of the rest of a passage that quotes the start tag of a record, its end included; 0 if its end does not come
     * soon, or another passage of its kind or an XML declaration on a line of its own comes before it: then nothing closes
     * it, and what looks like a record is one.
     */
    private int rest(String end) throws IOException {
        String start = end.equals(CDATA_END) ? CDATA : end.equals(COMMENT_END) ? COMMENT : null;
        if (start == null || XmlTags.isDeclaration(in)) {
            return 0;
        }
        int before = '<';
        for (int i = 1; i < MAX_REST && before >= 0; i++) {
            int c = in.peek(i);
            if (c == end.charAt(0) && in.at(i, end)) {
                return i + end.length();
            }
            boolean lineStarts = before == '\n' || before == '\r';
            if (c == '<' && (in.at(i, start) || (lineStarts && XmlTags.isDeclaration(in, i)))) {
                return 0;
            }
            before = c;
        }
        return 0;
    }

    /** Drops an XML declaration, but remembers that one came. */
    private Piece declaration() throws IOException {
        if (!prolog.isEmpty()) {
            startLoose();
            return close();
        }
        int length = 0;
        while (length < MAX_DECLARATION
                && in.peek(length) >= 0
                && in.peek(length) != '>'
                && (length == 0 || in.peek(length) != '<')) {
            length++;
        }
        StringBuilder seen = new StringBuilder();
        in.take(length, (buffer, start, count) -> seen.append(buffer, start, count));
        if (in.peek(0) == '>') {
            in.take(1, null);
            seen.append('>');
        }
        prolog = seen.toString();
        return null;
    }

    /** Drops a document type with what it declares; one that does not end is loose text. */
    private Piece documentType() throws IOException {
        startLoose();
        int brackets = 0;
        while (in.peek(0) >= 0) {
            in.take(1, this::keep);
            char c = in.last();
            if (c == '>' && brackets <= 0) {
                String whole = text.substring(0, Math.min(MAX_PROLOG, text.length()));
                drop();
                prolog = whole;
                return null;
            }
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (in.peek(0) == '<' && (XmlTags.isDeclaration(in) || records.contains(XmlTags.localName(in, 1)))) {
                return close();
            }
        }
        return close();
    }

    private void start(Kind kind, String element) {
        open = kind;
        name = element;
        depth = 1;
        prolog = "";
    }

    private void startLoose() {
        String before = prolog;
        start(Kind.LOOSE, "");
        text.append(before);
    }

    private Piece close() {
        Piece piece = new Piece(open, name, text.toString(), tooLong);
        drop();
        return piece;
    }

    private void drop() {
        text.setLength(0);
        if (text.capacity() > KEPT_BUFFER) {
            text.trimToSize();
        }
        tooLong = false;
        open = null;
        name = "";
    }

    private void keep(char[] buffer, int start, int count) {
        int room = max - text.length();
        text.append(buffer, start, Math.max(0, Math.min(room, count)));
        tooLong |= count > room;
    }
}
