package org.smssev.jobs.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Fills score sheets in as an expert's office program does: it sees cells and their labels, and knows neither what wrote
 * the sheet nor what reads it.
 */
public final class FilledSheets {
    private FilledSheets() {}

    /** What an expert does with a workbook. */
    public interface Hand {
        void fill(Workbook book) throws IOException;
    }

    /** Opens a workbook, changes it and saves it under another name. */
    public static void fill(Path from, Path to, Hand hand) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            hand.fill(book);
            try (OutputStream out = Files.newOutputStream(to)) {
                book.write(out);
            }
        }
    }

    /** Makes a workbook say that it was last saved at a time. */
    public static void saveAt(Workbook book, Instant time) throws IOException {
        try {
            ((XSSFWorkbook) book).getPackage().getPackageProperties().setModifiedProperty(Optional.of(Date.from(time)));
        } catch (InvalidFormatException e) {
            throw new IOException("The workbook has no properties", e);
        }
    }

    /** The cell of a row under the column whose label starts with some words. */
    public static Cell cell(Sheet sheet, int row, String label) {
        return sheet.getRow(row).getCell(column(sheet, label), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The column whose label starts with some words. */
    public static int column(Sheet sheet, String label) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(label)
                    || cell.getStringCellValue().startsWith(label + "\n")) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column is labelled " + label);
    }

    /** What is seen in a cell. */
    public static String seen(Cell cell) {
        return new DataFormatter().formatCellValue(cell);
    }

    /** Where a cell stands, e.g. {@code D17}. */
    public static String place(Cell cell) {
        return cell.getAddress().formatAsString();
    }
}
