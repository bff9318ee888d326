package org.smssev.common.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The visible sheets of a workbook, as text. */
final class WorkbookReader {
    private WorkbookReader() {}

    static List<Sheets.Sheet> read(Path file) {
        List<Sheets.Sheet> sheets = new ArrayList<>();
        try {
            checkSize(file);
            // Cell formats tell dates from numbers; an unreadable cell is an error value, not the end of the file.
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                    Stream<org.dhatim.fastexcel.reader.Sheet> found = workbook.getSheets()) {
                for (Iterator<org.dhatim.fastexcel.reader.Sheet> it = found.iterator(); it.hasNext(); ) {
                    org.dhatim.fastexcel.reader.Sheet sheet = it.next();
                    if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                        sheets.add(new Sheets.Sheet(sheet.getName(), lines(sheet, file)));
                    }
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw Sheets.unreadable(
                    file, "it is no sound workbook (" + e.getMessage() + ")", "save it again as .xlsx", e);
        }
        return sheets;
    }

    private static void checkSize(Path file) throws IOException {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> it = zip.entries().asIterator(); it.hasNext(); ) {
                bytes += Math.max(0, it.next().getSize());
            }
        }
        if (bytes > Sheets.MAX_BYTES) {
            throw Sheets.unreadable(
                    file, "it unpacks to " + (bytes >> 20) + " MiB, over 512", "split it, or save it as .csv.gz", null);
        }
    }

    private static List<Sheets.Line> lines(org.dhatim.fastexcel.reader.Sheet sheet, Path file) throws IOException {
        List<Sheets.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
                Row row = it.next();
                List<String> cells = new ArrayList<>();
                int columns = Math.min(row.getCellCount(), Sheets.MAX_COLUMNS);
                for (int j = 0; j < columns; j++) {
                    String text =
                            row.getOptionalCell(j).map(WorkbookReader::text).orElse("");
                    if (text.length() > Sheets.MAX_CELL) {
                        String cell =
                                "cell " + Sheets.columnLetters(j) + row.getRowNum() + " of sheet " + sheet.getName();
                        throw Sheets.unreadable(
                                file, cell + " holds " + text.length() + " characters", "shorten it to 100000", null);
                    }
                    cells.add(text);
                }
                TextReader.add(lines, row.getRowNum(), cells);
            }
        }
        return lines;
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            if (isDate(cell.getDataFormatString())) {
                return cell.asDate().toLocalDate().toString();
            }
            BigDecimal number = cell.asNumber();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.STRING) {
            return cell.asString().strip();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(cell.asBoolean());
        }
        // Formula or error: the value the workbook was saved with.
        String raw = cell.getRawValue();
        return raw == null ? "" : raw.strip();
    }

    private static boolean isDate(String format) {
        return format != null
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "")
                        .matches(".*(yy|d.*m|m.*d).*");
    }
}
