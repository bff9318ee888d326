package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.Reader;

/** A window on text that is read once, with some characters of lookahead. */
public final class CharWindow {
    /** Greatest lookahead, in characters. */
    public static final int AHEAD = 1 << 16;

    private final Reader reader;
    private final char[] buffer = new char[2 * AHEAD];
    private int from;
    private int to;
    private boolean ended;
    private char last;
    private char beforeLast;

    /** Over all that a reader gives; the window does not close it. */
    public CharWindow(Reader reader) {
        this.reader = reader;
    }

    /** The character some places ahead, below {@link #AHEAD}; -1 behind the end. */
    public int peek(int ahead) throws IOException {
        while (from + ahead >= to) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[from + ahead];
    }

    /** Whether this text comes next. */
    public boolean at(String text) throws IOException {
        return at(0, text);
    }

    /** Whether this text stands some places ahead. */
    public boolean at(int ahead, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (peek(ahead + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Characters at hand before the next one of two; 0 if it comes next, or at the end. */
    public int before(char one, char other) throws IOException {
        if (peek(0) < 0) {
            return 0;
        }
        int at = from;
        while (at < to && buffer[at] != one && buffer[at] != other) {
            at++;
        }
        return at - from;
    }

    /** Characters at hand before the next one of some, or all that are at hand; 0 if it comes next, or at the end. */
    public int before(String some) throws IOException {
        if (peek(0) < 0) {
            return 0;
        }
        int at = from;
        while (at < to && some.indexOf(buffer[at]) < 0) {
            at++;
        }
        return at - from;
    }

    /** Takes characters that are at hand, and gives them to a taker if there is one. */
    public void take(int count, Taker taker) {
        if (count == 0) {
            return;
        }
        if (taker != null) {
            taker.take(buffer, from, count);
        }
        beforeLast = count > 1 ? buffer[from + count - 2] : last;
        last = buffer[from + count - 1];
        from += count;
    }

    /** The character taken last; 0 at the start. */
    public char last() {
        return last;
    }

    /** The character taken before the last one; 0 at the start. */
    public char beforeLast() {
        return beforeLast;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = reader.read(buffer, to, buffer.length - to);
        ended = read < 0;
        to += Math.max(0, read);
        return !ended;
    }

    /** Takes characters. */
    public interface Taker {
        void take(char[] buffer, int start, int count);
    }
}
