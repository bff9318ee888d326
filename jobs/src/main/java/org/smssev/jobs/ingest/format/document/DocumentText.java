package org.smssev.jobs.ingest.format.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.WiderCharsets;

/**
 * Text of XML and JSON files. The encoding is that of the byte order mark, else what the first two bytes or the XML
 * declaration tell, else UTF-8. Bytes that are not of the encoding become U+FFFD.
 */
final class DocumentText {
    private static final int START = 1024;
    private static final Pattern DECLARED =
            Pattern.compile("\\A\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][\\w.:-]*)[\"']");

    private DocumentText() {}

    /** How a text is encoded, and how many bytes its byte order mark has. */
    private record Encoding(Charset charset, int mark) {
        /** Of a text that starts so. */
        static Encoding of(byte[] start) {
            int a = start.length > 0 ? start[0] & 0xff : -1;
            int b = start.length > 1 ? start[1] & 0xff : -1;
            int c = start.length > 2 ? start[2] & 0xff : -1;
            if (a == 0xef && b == 0xbb && c == 0xbf) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if ((a == 0xff && b == 0xfe) || (a == 0xfe && b == 0xff)) {
                return new Encoding(a == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 2);
            }
            if (a > 0 && b == 0) {
                return new Encoding(StandardCharsets.UTF_16LE, 0);
            }
            return a == 0 && b > 0
                    ? new Encoding(StandardCharsets.UTF_16BE, 0)
                    : new Encoding(declared(new String(start, StandardCharsets.ISO_8859_1)), 0);
        }
    }

    /** How many bytes stand before a text of UTF-8 that starts so; empty if it is of another encoding. */
    static OptionalInt beginOfUtf8(byte[] start) {
        Encoding encoding = Encoding.of(start);
        return encoding.charset.equals(StandardCharsets.UTF_8) ? OptionalInt.of(encoding.mark) : OptionalInt.empty();
    }

    /** A reader of the text behind the byte order mark. */
    static Reader open(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(START);
        Encoding encoding = Encoding.of(buffered.readNBytes(START));
        buffered.reset();
        buffered.skipNBytes(encoding.mark);
        return new InputStreamReader(
                buffered,
                encoding.charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static Charset declared(String start) {
        Matcher m = DECLARED.matcher(start);
        if (!m.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = WiderCharsets.of(m.group(1));
            // The declaration was readable as single bytes, so what it says of wider units is wrong.
            boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
            return wide ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A name that means nothing is as good as none.
            return StandardCharsets.UTF_8;
        }
    }
}
