package org.smssev.common.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smssev.common.UserException;

/**
 * Small tables that people make: .xlsx workbooks, and .csv, .tsv or .txt in UTF-8 or UTF-16, plain or with .gz. Nothing
 * in a file is run: of a formula only the value counts that the workbook holds. Hidden sheets are passed over.
 */
public final class Sheets {
    /** Greatest size of a file, in bytes, and of what a workbook unpacks to. */
    static final long MAX_BYTES = 512L << 20;

    /** Greatest length of a cell, in characters. */
    static final int MAX_CELL = 100_000;

    /** Greatest number of columns. */
    static final int MAX_COLUMNS = 2_000;

    /** Greatest number of rows of a sheet, that of a workbook. */
    static final int MAX_ROWS = 1 << 20;

    /** A header stands within so many filled lines from the top. */
    private static final int HEADER_WITHIN = 20;

    private Sheets() {}

    /**
     * A sheet.
     *
     * @param name name of the sheet, empty for a text file
     * @param lines lines with at least one filled cell, from the top
     * @param isHidden whether the workbook hides it
     * @param notes what the text of a cell does not tell, by reference, e.g. {@code D17}
     */
    public record Sheet(String name, List<Line> lines, boolean isHidden, Map<String, Note> notes) {
        /** A visible sheet whose cells are what their text says. */
        public Sheet(String name, List<Line> lines) {
            this(name, lines, false, Map.of());
        }
    }

    /** What the text of a cell does not tell. */
    public enum Note {
        /** A formula that was saved without a value, so that its cell reads as empty. */
        FORMULA_WITHOUT_VALUE,
        /** A number that is shown as a percentage: 85 % reads as 0.85. */
        PERCENT
    }

    /**
     * A line.
     *
     * @param number row of the sheet, or line of the text where the record starts, from 1
     * @param cells trimmed text, empty where the cell is; without the empty cells at the end
     */
    public record Line(int number, List<String> cells) {}

    /** Rows under a header; column names are lower case, with _ between words. */
    public record Table(List<String> header, List<TableRow> rows) {
        /** Whether there is such a column. */
        public boolean has(String column) {
            return header.contains(columnName(column));
        }
    }

    /** A row that is read by column name. */
    public record TableRow(int number, List<String> cells, Map<String, Integer> columns) {
        /** The trimmed text of a column, null where it is empty or the column absent. */
        public String get(String column) {
            Integer index = columns.get(columnName(column));
            return index == null || index >= cells.size() || cells.get(index).isEmpty() ? null : cells.get(index);
        }

        /** The reference of a cell of this row, e.g. {@code D17}; of the row, e.g. {@code row 17}, without it. */
        public String reference(String column) {
            Integer index = columns.get(columnName(column));
            return index == null ? "row " + number : columnLetters(index) + number;
        }
    }

    /**
     * Reads every visible sheet of a file.
     *
     * @throws UserException INPUT if the file is missing, empty, of another kind, damaged or too large
     */
    public static List<Sheet> read(Path file) {
        return readAll(file).stream().filter(sheet -> !sheet.isHidden()).toList();
    }

    /**
     * Reads every sheet of a file, hidden ones too.
     *
     * @throws UserException as {@link #read}; a file whose visible sheets are all empty is empty
     */
    public static List<Sheet> readAll(Path file) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, "file not found", "correct its path in the configuration", null);
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        List<Sheet> sheets;
        if (name.endsWith(".xlsx")) {
            sheets = WorkbookReader.read(file);
        } else if (plain.endsWith(".csv") || plain.endsWith(".tsv") || plain.endsWith(".txt")) {
            sheets = List.of(TextReader.read(file, plain.endsWith(".csv")));
        } else {
            throw unreadable(file, "kind of file not recognised", "save it as .xlsx, .csv or .tsv", null);
        }
        if (sheets.stream().allMatch(sheet -> sheet.isHidden() || sheet.lines().isEmpty())) {
            throw unreadable(file, "it is empty", "put a header row and rows into it", null);
        }
        return sheets;
    }

    /**
     * When a workbook was last saved, by what it says of itself; empty for text and where it says nothing.
     *
     * @throws UserException INPUT if the file is damaged
     */
    public static Optional<Instant> savedAt(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? WorkbookReader.savedAt(file)
                : Optional.empty();
    }

    /**
     * The rows under the first line that names all of {@code required}, among the first 20 filled lines.
     *
     * @param file for messages
     * @param required column names that the header must hold
     * @throws UserException INPUT if no line does, or if the header names a column twice
     */
    public static Table table(Sheet sheet, Path file, String... required) {
        for (int at = 0; at < Math.min(HEADER_WITHIN, sheet.lines().size()); at++) {
            List<String> header = new ArrayList<>();
            sheet.lines().get(at).cells().forEach(cell -> header.add(columnName(cell)));
            if (header.containsAll(columnNames(required))) {
                return table(sheet, file, at, header);
            }
        }
        throw unreadable(
                file,
                where(sheet) + "no header row with the columns " + String.join(", ", required),
                "add them. The first row is "
                        + (sheet.lines().isEmpty()
                                ? "empty"
                                : sheet.lines().get(0).cells()),
                null);
    }

    /** Whether a header with these columns is found, so that {@link #table} finds it too. */
    public static boolean hasHeader(Sheet sheet, String... required) {
        return sheet.lines().stream()
                .limit(HEADER_WITHIN)
                .anyMatch(line ->
                        line.cells().stream().map(Sheets::columnName).toList().containsAll(columnNames(required)));
    }

    /** Letters of a column of a workbook: 0 is A, 26 is AA. */
    public static String columnLetters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }

    static UserException unreadable(Path file, String why, String what, Throwable cause) {
        return UserException.input(file, why, what, cause);
    }

    private static Table table(Sheet sheet, Path file, int at, List<String> header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int j = 0; j < header.size(); j++) {
            if (!header.get(j).isEmpty() && columns.put(header.get(j), j) != null) {
                String row = where(sheet) + "row " + sheet.lines().get(at).number();
                throw unreadable(
                        file,
                        row + " has the column " + header.get(j) + " twice",
                        "rename or remove one of them",
                        null);
            }
        }
        List<TableRow> rows = new ArrayList<>();
        for (Line line : sheet.lines().subList(at + 1, sheet.lines().size())) {
            rows.add(new TableRow(line.number(), line.cells(), columns));
        }
        return new Table(header, rows);
    }

    private static String where(Sheet sheet) {
        return sheet.name().isEmpty() ? "" : "sheet " + sheet.name() + ": ";
    }

    private static List<String> columnNames(String... names) {
        List<String> result = new ArrayList<>();
        for (String name : names) {
            result.add(columnName(name));
        }
        return result;
    }

    private static String columnName(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
