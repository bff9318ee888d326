package org.smssev.common.io;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Delimited text: RFC 4180 with comma (or semicolon, where the first line has no comma) for .csv, else tabs. */
final class TextReader {
    private TextReader() {}

    static Sheets.Sheet read(Path file, boolean isCsv) {
        String text;
        try (InputStream in = PackedText.open(file)) {
            byte[] bytes = in.readNBytes((int) Sheets.MAX_BYTES);
            if (bytes.length == Sheets.MAX_BYTES) {
                throw Sheets.unreadable(file, "it is larger than 512 MiB", "split it", null);
            }
            text = decode(bytes);
        } catch (CharacterCodingException e) {
            throw Sheets.unreadable(file, "it is not in UTF-8", "save it as CSV UTF-8", e);
        } catch (IOException e) {
            throw Sheets.unreadable(file, String.valueOf(e.getMessage()), "check the file", e);
        }
        try {
            return new Sheets.Sheet("", lines(text, isCsv ? csvDelimiter(text) : '\t', file));
        } catch (TextParsingException e) {
            String why = "record near line " + (e.getLineIndex() + 1) + " cannot be read";
            String what = "close its quotes. A cell may have 100,000 characters, and a row 2,000 cells";
            throw Sheets.unreadable(file, why, what, e);
        }
    }

    /** Adds a line without its empty end, unless it is all empty. */
    static void add(List<Sheets.Line> lines, int number, List<String> cells) {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).isEmpty()) {
            filled--;
        }
        if (filled > 0) {
            lines.add(new Sheets.Line(number, List.copyOf(cells.subList(0, filled))));
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF && bytes[0] != bytes[1]) {
            boolean isUtf16 = (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE;
            charset = isUtf16 ? StandardCharsets.UTF_16 : charset;
        }
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char csvDelimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
    }

    private static List<Sheets.Line> lines(String text, char delimiter, Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setComment('\0');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setSkipEmptyLines(false);
        settings.setMaxCharsPerColumn(Sheets.MAX_CELL);
        settings.setMaxColumns(Sheets.MAX_COLUMNS);
        settings.setNullValue("");
        settings.setEmptyValue("");
        CsvParser parser = new CsvParser(settings);
        List<Sheets.Line> lines = new ArrayList<>();
        parser.beginParsing(new StringReader(text));
        int start = 1;
        for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
            List<String> trimmed = new ArrayList<>(cells.length);
            for (String cell : cells) {
                trimmed.add(cell.strip());
            }
            add(lines, start, trimmed);
            if (lines.size() > Sheets.MAX_ROWS) {
                throw Sheets.unreadable(file, "it has more than " + Sheets.MAX_ROWS + " rows", "split it", null);
            }
            start = (int) parser.getContext().currentLine() + 1;
        }
        return lines;
    }
}
