package org.smssev.common.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.smssev.common.io.Sheets.Note;

/** The sheets of a workbook, as text. */
final class WorkbookReader {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final int MAX_PROPERTIES = 1 << 20;

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
                    Map<String, Note> notes = new HashMap<>();
                    List<Sheets.Line> lines = lines(sheet, file, notes);
                    boolean isHidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
                    sheets.add(new Sheets.Sheet(sheet.getName(), lines, isHidden, notes));
                }
            }
        } catch (IOException | ExcelReaderException e) {
            throw Sheets.unreadable(
                    file, "it is a damaged workbook (" + e.getMessage() + ")", "save it again as .xlsx", e);
        }
        return sheets;
    }

    static Optional<Instant> savedAt(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(PROPERTIES);
            if (entry == null) {
                return Optional.empty();
            }
            byte[] xml;
            try (InputStream in = zip.getInputStream(entry)) {
                xml = in.readNBytes(MAX_PROPERTIES);
            }
            return modified(xml);
        } catch (IOException e) {
            throw Sheets.unreadable(
                    file, "it is a damaged workbook (" + e.getMessage() + ")", "save it again as .xlsx", e);
        }
    }

    /** The date in the properties; none where they are no sound XML. Entities are not looked at. */
    private static Optional<Instant> modified(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("modified")) {
                    return Optional.of(
                            OffsetDateTime.parse(reader.getElementText().strip())
                                    .toInstant());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Unpacks all once, as what an archive says of its sizes need not be true. */
    private static void checkSize(Path file) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> it = zip.entries().asIterator(); it.hasNext(); ) {
                try (InputStream in = zip.getInputStream(it.next())) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        bytes += n;
                        if (bytes > Sheets.MAX_BYTES) {
                            throw Sheets.unreadable(
                                    file, "it unpacks to more than 512 MiB", "split it, or save it as .csv.gz", null);
                        }
                    }
                }
            }
        }
    }

    private static List<Sheets.Line> lines(org.dhatim.fastexcel.reader.Sheet sheet, Path file, Map<String, Note> notes)
            throws IOException {
        List<Sheets.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
                Row row = it.next();
                List<String> cells = new ArrayList<>();
                for (int j = 0; j < row.getCellCount(); j++) {
                    String text =
                            row.getOptionalCell(j).map(WorkbookReader::text).orElse("");
                    if (j >= Sheets.MAX_COLUMNS) {
                        // Cells that are only formatted may stand anywhere.
                        requireEmpty(text, sheet.getName(), file);
                        continue;
                    }
                    if (text.length() > Sheets.MAX_CELL) {
                        String cell =
                                "cell " + Sheets.columnLetters(j) + row.getRowNum() + " of sheet " + sheet.getName();
                        throw Sheets.unreadable(
                                file, cell + " has " + text.length() + " characters", "shorten it to 100,000", null);
                    }
                    cells.add(text);
                    String reference = Sheets.columnLetters(j) + row.getRowNum();
                    row.getOptionalCell(j).flatMap(WorkbookReader::note).ifPresent(note -> notes.put(reference, note));
                }
                TextReader.add(lines, row.getRowNum(), cells);
            }
        }
        return lines;
    }

    private static void requireEmpty(String text, String sheet, Path file) {
        if (!text.isEmpty()) {
            throw Sheets.unreadable(
                    file,
                    "its sheet " + sheet + " has more than " + Sheets.MAX_COLUMNS + " columns",
                    "remove those that are not needed",
                    null);
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            Integer format = cell.getDataFormatId();
            if (NumberFormats.isDate(format == null ? 0 : format, cell.getDataFormatString())) {
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

    private static Optional<Note> note(Cell cell) {
        if (cell.getType() == CellType.FORMULA
                && (cell.getRawValue() == null || cell.getRawValue().isBlank())) {
            return Optional.of(Note.FORMULA_WITHOUT_VALUE);
        }
        String format = cell.getDataFormatString();
        return format != null && format.contains("%") && !text(cell).isEmpty()
                ? Optional.of(Note.PERCENT)
                : Optional.empty();
    }
}
