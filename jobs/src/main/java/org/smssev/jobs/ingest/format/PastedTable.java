package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells a table all of which stands in one column, as a spreadsheet program has it that was given delimited text to paste, or to
 * open with another separator than its own. In a text of it each line is one quoted cell, {@code "Publication Number,Title"}, that
 * is the line of a table; without the marks it would be read, and wrongly.
 */
public final class PastedTable {
    private static final String SEPARATORS = String.valueOf(TextShape.SEPARATORS);
    private static final int LOOKED_AT = 1 << 16;

    private PastedTable() {}

    /**
     * Why a text of such a table is not read, and what to do.
     *
     * @param text its start is read
     * @param given what the user says of it
     * @return a sentence for the user, without the file's name; empty for all other texts
     */
    static Optional<String> ofText(Reader text, TextForm.Given given) throws IOException {
        char[] start = new char[LOOKED_AT];
        int length = 0;
        for (int n = 0; n >= 0 && length < LOOKED_AT; n = text.read(start, length, LOOKED_AT - length)) {
            length += n;
        }
        List<String> lines = new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(TextShape.HEADER_WITHIN)
                .toList();
        for (int i = 0; given.quote() == null && i < lines.size(); i++) {
            String cell = cell(lines.get(i));
            boolean goesOn = i + 1 == lines.size() || lines.get(i + 1).startsWith("\"");
            if (goesOn && isHeader(cell, given::isMeant)) {
                return Optional.of(sentence());
            }
        }
        return Optional.empty();
    }

    /** The cell of a line that is one quoted cell, and empty ones; empty for all other lines. */
    private static String cell(String line) {
        int start = line.startsWith("\ufeff") ? 1 : 0;
        int end = line.length();
        while (end > start && SEPARATORS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - start < 2 || line.charAt(start) != '"' || line.charAt(end - 1) != '"') {
            return "";
        }
        String quoted = line.substring(start + 1, end - 1);
        return quoted.replace("\"\"", "").indexOf('"') < 0 ? quoted.replace("\"\"", "\"") : "";
    }

    /**
     * The same of a table whose cells are known.
     *
     * @param header of no known layout
     */
    public static Optional<String> ofHeader(List<String> header) {
        List<String> filled = header.stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() == 1 && isHeader(filled.get(0), row -> false) ? Optional.of(sentence()) : Optional.empty();
    }

    private static String sentence() {
        return "all columns are in one cell. Spreadsheet programs save a table in this way if it was pasted, or opened with"
                + " another separator. Use the file as it was exported, or split the column (Text to Columns) and save it"
                + " again.";
    }

    /** Whether a cell, split again, is the header of a known layout or one that is meant. */
    private static boolean isHeader(String cell, Predicate<List<String>> isMeant) {
        for (char separator : TextShape.SEPARATORS) {
            DelimitedReader cells =
                    new DelimitedReader(new StringReader(cell), separator, Marks.of('"'), TableLimits.DEFAULT.cell());
            if (cells.hasNext()) {
                List<String> row =
                        cells.next().cells().stream().map(String::strip).toList();
                // A table of one column, which is meant, is none.
                if (row.size() > 1
                        && (isMeant.test(row) || TableLayouts.recognise(row).isPresent())) {
                    return true;
                }
            }
        }
        return false;
    }
}
