package org.smssev.jobs.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Text;
import org.smssev.common.stage.InputFile;
import org.smssev.jobs.ingest.format.DelimitedReader;

/**
 * A file of delimited text: where it is, how it is written, and its columns.
 *
 * @param source name of the source
 * @param path absolute path
 * @param sha256 digest of its bytes
 * @param charset name of the character set, by the byte order mark if it has one
 * @param mark bytes of the byte order mark
 * @param separator column separator
 * @param quote quotation mark, 0 if none
 * @param maxCell longest cell, in characters
 * @param header column names as they stand, trimmed
 */
record SourceFile(
        String source,
        String path,
        String sha256,
        String charset,
        int mark,
        char separator,
        char quote,
        int maxCell,
        List<String> header)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> ASCII_BASED =
            Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "x-MacRoman");

    /**
     * Opens a file and reads its header.
     *
     * @throws UserException if the character set is unknown, a separator is no single character, or the file is empty
     */
    static SourceFile open(String source, InputFile input, Text text) {
        Path path = input.path();
        char separator = character(text.separator(), "separator", source);
        char quote = text.quote().isEmpty() ? 0 : character(text.quote(), "quote", source);
        try (PushbackInputStream in = new PushbackInputStream(stream(path), 4)) {
            byte[] start = in.readNBytes(4);
            in.unread(start);
            String charset = marked(start, charset(text.encoding(), source));
            int mark = markLength(start);
            in.skipNBytes(mark);
            DelimitedReader reader =
                    new DelimitedReader(new InputStreamReader(in, Charset.forName(charset)), separator, quote, 10_000);
            if (!reader.hasNext()) {
                throw new UserException(
                        Exit.INPUT, "File " + path + " of source " + source + " is empty; it must start with a header");
            }
            List<String> header =
                    reader.next().cells().stream().map(String::strip).toList();
            return new SourceFile(
                    source, path.toString(), input.sha256(), charset, mark, separator, quote, text.maxCell(), header);
        } catch (IOException e) {
            throw new UserException(
                    Exit.INPUT, "Cannot read " + path + " of source " + source + ": " + e.getMessage(), e);
        }
    }

    /** Whether parts of the file can be read apart: plain, and every ASCII byte stands for ASCII. */
    boolean isSplittable() {
        return !isCompressed(path) && ASCII_BASED.contains(charset) && separator < 0x80 && quote < 0x80;
    }

    /** Name of the file in its folder. */
    String fileName() {
        return String.valueOf(Path.of(path).getFileName());
    }

    /** The text after the byte order mark, header included. */
    InputStream bytes() throws IOException {
        InputStream in = stream(Path.of(path));
        in.skipNBytes(mark);
        return in;
    }

    /** Splits text of this file. */
    DelimitedReader split(InputStream in) {
        // Malformed bytes become U+FFFD, which is counted.
        Reader reader = new InputStreamReader(in, Charset.forName(charset));
        return new DelimitedReader(reader, separator, quote, maxCell);
    }

    /** Names for the columns in Parquet, unique whatever the case. */
    List<String> columnNames() {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
            while (name.startsWith("_") || !taken.add(name.toLowerCase(Locale.ROOT))) {
                name = name.startsWith("_") ? "c" + name : name + " (" + (i + 1) + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** Digest of all that decides how the bytes are split, so that other settings are landed anew. */
    String readingKey() {
        return Integer.toHexString((source + charset + mark + separator + quote + maxCell).hashCode());
    }

    private static InputStream stream(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return isCompressed(path.toString()) ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static boolean isCompressed(String path) {
        return path.endsWith(".gz");
    }

    private static String charset(String name, String source) {
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UserException(
                    Exit.USAGE, "Source " + source + ": encoding '" + name + "' is unknown; use e.g. UTF-8", e);
        }
    }

    private static String marked(byte[] b, String otherwise) {
        return switch (markLength(b)) {
            case 3 -> "UTF-8";
            case 2 -> b[0] == (byte) 0xFE ? "UTF-16BE" : "UTF-16LE";
            default -> otherwise;
        };
    }

    private static int markLength(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return 3;
        }
        boolean utf16 = b.length >= 2
                && ((b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE));
        return utf16 ? 2 : 0;
    }

    private static char character(String text, String setting, String source) {
        String plain = text.equals("\\t") ? "\t" : text;
        if (plain.length() != 1) {
            throw new UserException(
                    Exit.USAGE,
                    "Source " + source + ": text." + setting + " must be one character, but is '" + text + "'");
        }
        return plain.charAt(0);
    }

    /** Chunks of whole records, of about 16 MB. */
    List<RecordScan.Chunk> chunks(long size) {
        try (InputStream in = bytes()) {
            return RecordScan.scan(in, separator, quote, size);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
