package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.smssev.common.UserException;

/**
 * How a file of delimited text is written, as {@link DelimitedReader} needs it.
 *
 * @param charset name of the character set, as {@link Charset#name()} has it
 * @param begin bytes before the text: its byte order mark, and lines above the header whose marks would quote it
 * @param sure how sure the character set is
 * @param separator column separator
 * @param quote quotation mark, 0 if none
 * @param isQuoteGiven whether the user said so
 * @param isEscaped whether it is known that marks inside of cells stand behind a backslash
 * @param lineEnd what ends most records
 * @param leadRows records (empty lines are none) before the header: a query, a count, {@code sep=;}
 */
public record TextForm(
        String charset,
        int begin,
        Sureness sure,
        char separator,
        char quote,
        boolean isQuoteGiven,
        boolean isEscaped,
        LineEnd lineEnd,
        int leadRows)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes from the start that are looked at. */
    static final int START = 256 << 10;

    /** Bytes behind them that are searched for the first one beyond ASCII, where the start has none. */
    private static final long SEARCHED = 64L << 20;

    /** Character sets that may be meant where a guess finds no header that is known. */
    private static final List<String> OTHERS = List.of(
            WiderCharsets.CHINESE, WiderCharsets.KOREAN, WiderCharsets.SHIFT_JIS, "UTF-16LE", "UTF-16BE", "UTF-8");

    /** How sure a character set is. */
    public enum Sureness {
        /** Said by the user. */
        GIVEN,
        /** The file has a byte order mark. */
        MARKED,
        /** Sound UTF-8 with characters beyond ASCII, or a header with such that a known layout has. */
        CERTAIN,
        /** Nothing but ASCII was seen; UTF-8 is taken for the rest. */
        ASCII,
        /** Guessed, with a clear distance to the next best. */
        LIKELY,
        /** Guessed; the user should look at the first records. */
        UNSURE
    }

    /** What ends a record. */
    public enum LineEnd {
        LF,
        CRLF,
        CR,
        /** There is but one line. */
        NONE
    }

    /**
     * What the user says of a text; what is null is found.
     *
     * @param charset name of a character set; a byte order mark goes before it
     * @param separator column separator
     * @param quote quotation mark, 0 for none
     * @param columns columns that the user maps, so that the header is the row that has them all; empty where a known one is
     *     looked for
     */
    public record Given(String charset, Character separator, Character quote, Set<String> columns) {
        /** Nothing is said. */
        public static final Given NOTHING = new Given(null, null, null, Set.of());

        /** No more than the columns is said. */
        public static Given of(Collection<String> columns) {
            return new Given(null, null, null, Set.copyOf(columns));
        }

        /** Whether a row is the header that the user means. */
        public boolean isMeant(Collection<String> row) {
            return !columns.isEmpty() && new HashSet<>(row).containsAll(columns);
        }
    }

    /** A form, and the header that the text has by it. */
    record Look(TextForm form, TextShape shape) {}

    /**
     * Finds how a text is written.
     *
     * @param bytes of the file, unpacked
     * @throws UserException USAGE if the given character set is unknown
     */
    static Look look(ByteSource bytes, Given given) throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] start = in.readNBytes(START);
            boolean whole = start.length < START;
            Look look = look(start, whole, given);
            if (look.form.sure != Sureness.ASCII || whole) {
                return look;
            }
            byte[] beyond = beyondAscii(in);
            if (beyond.length == 0) {
                return look;
            }
            TextGuess.Guess guess = TextGuess.guess(beyond);
            return new Look(look.form.with(guess), look.shape);
        }
    }

    /** Text from its first byte beyond ASCII on; empty if none is near enough. */
    private static byte[] beyondAscii(InputStream in) throws IOException {
        byte[] buffer = new byte[START];
        for (long searched = 0; searched < SEARCHED; searched += START) {
            int read = in.readNBytes(buffer, 0, START);
            for (int i = 0; i < read; i++) {
                if (buffer[i] < 0) {
                    byte[] found = Arrays.copyOf(Arrays.copyOfRange(buffer, i, read), START);
                    int more = in.readNBytes(found, read - i, START - (read - i));
                    return Arrays.copyOf(found, read - i + more);
                }
            }
            if (read < START) {
                break;
            }
        }
        return new byte[0];
    }

    /** What is known of its marks, where no more is to be found out. */
    public Marks marks() {
        return new Marks(quote, isEscaped, 0, 0);
    }

    /** What is known of its marks before it is read through, below a header; that they quote is known where the user named them. */
    public Marks marks(List<String> header) {
        return new Marks(
                quote, isEscaped, isQuoteGiven ? 0 : header.size(), isEscaped || quote == 0 ? 0 : header.size());
    }

    /** The same form with what was found out of its marks. */
    public TextForm markedBy(Marks marks) {
        return new TextForm(
                charset, begin, sure, separator, marks.quote(), isQuoteGiven, marks.isEscaped(), lineEnd, leadRows);
    }

    private TextForm with(TextGuess.Guess guess) {
        return new TextForm(
                guess.charset(), begin, guess.sure(), separator, quote, isQuoteGiven, isEscaped, lineEnd, leadRows);
    }

    private static Look look(byte[] start, boolean whole, Given given) {
        int mark = markLength(start);
        if (mark > 0) {
            return look(start, mark, whole, new TextGuess.Guess(marked(start, mark), Sureness.MARKED), given);
        }
        if (given.charset() != null) {
            String charset = WiderCharsets.of(given.charset()).name();
            return look(start, 0, whole, new TextGuess.Guess(charset, Sureness.GIVEN), given);
        }
        TextGuess.Guess guess = TextGuess.guess(start);
        Look best = look(start, 0, whole, guess, given);
        boolean guessed = guess.sure() == Sureness.LIKELY || guess.sure() == Sureness.UNSURE;
        if (guessed && best.shape.layout().isEmpty()) {
            // A header beyond ASCII that a layout knows is read with the right character set only.
            for (String other : OTHERS) {
                Look look = look(start, 0, whole, new TextGuess.Guess(other, Sureness.CERTAIN), given);
                if (look.shape.columnsKnown() > best.shape.columnsKnown()) {
                    best = look;
                }
            }
        }
        return best;
    }

    private static Look look(byte[] start, int mark, boolean whole, TextGuess.Guess guess, Given given) {
        Charset charset = Charset.forName(guess.charset());
        String text = new String(start, mark, start.length - mark, charset);
        TextShape shape = TextShape.of(text, whole, given);
        int lead = QuotedLead.length(text, shape, given);
        int begin = behind(start, mark, text.substring(0, lead).getBytes(charset));
        if (begin > mark) {
            shape = TextShape.of(text.substring(lead), whole, given);
        }
        TextForm form = new TextForm(
                charset.name(),
                begin,
                guess.sure(),
                shape.separator(),
                shape.quote(),
                given.quote() != null,
                false,
                shape.lineEnd(),
                shape.leadRows());
        return new Look(form, shape);
    }

    /** The place behind a lead; where it is not spelled so, as one of broken characters, the place before it. */
    private static int behind(byte[] bytes, int from, byte[] lead) {
        int end = from + lead.length;
        return end <= bytes.length && Arrays.equals(bytes, from, end, lead, 0, lead.length) ? end : from;
    }

    private static String marked(byte[] b, int mark) {
        return switch (mark) {
            case 4 -> b[0] == 0 ? "UTF-32BE" : b[0] == (byte) 0x84 ? "gb18030" : "UTF-32LE";
            case 3 -> "UTF-8";
            default -> b[0] == (byte) 0xFE ? "UTF-16BE" : "UTF-16LE";
        };
    }

    private static int markLength(byte[] b) {
        int[] u = new int[4];
        for (int i = 0; i < 4; i++) {
            u[i] = i < b.length ? b[i] & 0xff : -1;
        }
        boolean wide = u[0] == 0xFF && u[1] == 0xFE && u[2] == 0 && u[3] == 0;
        boolean wideBig = u[0] == 0 && u[1] == 0 && u[2] == 0xFE && u[3] == 0xFF;
        if (wide || wideBig || (u[0] == 0x84 && u[1] == 0x31 && u[2] == 0x95 && u[3] == 0x33)) {
            return 4;
        }
        if (u[0] == 0xEF && u[1] == 0xBB && u[2] == 0xBF) {
            return 3;
        }
        return (u[0] == 0xFF && u[1] == 0xFE) || (u[0] == 0xFE && u[1] == 0xFF) ? 2 : 0;
    }

    /** The form in words, e.g. {@code gb18030 (likely), separator ';', quote '"', CRLF, 2 lead rows}. */
    public String describe() {
        return charset + " (" + sure.name().toLowerCase(Locale.ROOT) + "), separator "
                + (separator == '\t' ? "tab" : "'" + separator + "'") + ", "
                + (quote == 0 ? "no quote" : "quote '" + quote + "'") + ", " + lineEnd
                + (leadRows == 0 ? "" : ", " + leadRows + " lead rows");
    }
}
