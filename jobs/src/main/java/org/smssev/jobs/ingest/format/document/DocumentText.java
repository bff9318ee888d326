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

    /** A reader of the text behind the byte order mark. */
    static Reader open(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(START);
        byte[] start = buffered.readNBytes(START);
        buffered.reset();
        int a = start.length > 0 ? start[0] & 0xff : -1;
        int b = start.length > 1 ? start[1] & 0xff : -1;
        int c = start.length > 2 ? start[2] & 0xff : -1;
        Charset charset;
        int mark = 0;
        if (a == 0xef && b == 0xbb && c == 0xbf) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if ((a == 0xff && b == 0xfe) || (a == 0xfe && b == 0xff)) {
            charset = a == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (a > 0 && b == 0) {
            charset = StandardCharsets.UTF_16LE;
        } else if (a == 0 && b > 0) {
            charset = StandardCharsets.UTF_16BE;
        } else {
            charset = declared(new String(start, StandardCharsets.ISO_8859_1));
        }
        buffered.skipNBytes(mark);
        return new InputStreamReader(
                buffered,
                charset.newDecoder()
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
