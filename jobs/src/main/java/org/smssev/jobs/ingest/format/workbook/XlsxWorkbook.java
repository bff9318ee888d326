package org.smssev.jobs.ingest.format.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smssev.common.io.NumberFormats;
import org.smssev.jobs.ingest.format.CellNumbers;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.TableLimits;

/**
 * A .xlsx workbook, streamed. Read by our own hand, as the reader used for small tables trusts what cells say of their
 * place: one cell at column ZZZZZZ, or one that names a shared text that is not there, takes all memory.
 */
public final class XlsxWorkbook implements Workbook {
    /**
     * What part of the heap the shared texts in memory may take, and the places of those in a file again: several workbooks may be
     * read at a time, beside all else.
     */
    private static final int SHARE_OF_HEAP = 16;

    private static final int MAX_STYLES = 100_000;

    private final ZipFile zip;
    private final WorkbookErrors errors;
    private final TableLimits limits;
    private final XlsxParts parts;
    private List<XlsxParts.SheetPart> sheets = List.of();
    private final SharedTexts shared = new SharedTexts(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private final List<Integer> formatIds = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private boolean from1904;

    private XlsxWorkbook(ZipFile zip, XlsxParts parts, WorkbookErrors errors, TableLimits limits) {
        this.zip = zip;
        this.parts = parts;
        this.errors = errors;
        this.limits = limits;
    }

    /**
     * Opens a workbook and reads its shared texts.
     *
     * @throws org.smssev.common.UserException if it is damaged, another kind of archive, or beyond the limits
     */
    public static XlsxWorkbook open(Path file, WorkbookErrors errors, TableLimits limits) throws IOException {
        ZipFile zip = errors.guard(() -> new ZipFile(file.toFile()));
        try {
            return errors.guard(() -> {
                if (Packed.isOpenDocument(zip)) {
                    throw errors.refused(
                            "it is an OpenDocument file (.ods) of LibreOffice", "save it as CSV or .xlsx", null);
                }
                XlsxParts parts = new XlsxParts(zip, errors, limits);
                if (!parts.has("xl/workbook.xml")) {
                    boolean isOffice = parts.has("content.xml") || parts.has("[Content_Types].xml");
                    throw isOffice
                            ? errors.refused(kind(parts), "save it as .xlsx, or unpack it", null)
                            : errors.refused(
                                    "it is a ZIP archive within another, or within a .gz",
                                    "unpack the outer archive and give the folder with the inner ones",
                                    null);
                }
                XlsxWorkbook workbook = new XlsxWorkbook(zip, parts, errors, limits);
                try {
                    workbook.read();
                } catch (IOException | XMLStreamException | RuntimeException e) {
                    workbook.shared.close();
                    throw e;
                }
                return workbook;
            });
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static String kind(XlsxParts parts) {
        if (parts.has("xl/workbook.bin")) {
            return "it is a binary workbook (.xlsb)";
        }
        return parts.has("content.xml")
                ? "it is a document of OpenOffice"
                : parts.has("word/document.xml") ? "it is a document of Word" : "it is a ZIP archive, but no workbook";
    }

    private void read() throws IOException, XMLStreamException {
        Map<String, String> relations = parts.relations();
        boolean[] flag = new boolean[1];
        sheets = parts.sheets(relations, flag);
        from1904 = flag[0];
        String styles = relations.getOrDefault("styles", "xl/styles.xml");
        if (parts.has(styles)) {
            readStyles(styles);
        }
        String texts = relations.getOrDefault("sharedStrings", "xl/sharedStrings.xml");
        if (parts.has(texts)) {
            readShared(texts);
        }
    }

    private void readStyles(String part) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = XlsxParts.xml(in);
            boolean cells = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    String name = xml.getLocalName();
                    cells |= name.equals("cellXfs");
                    if (name.equals("numFmt") && formats.size() < MAX_STYLES) {
                        formats.put(
                                number(xml.getAttributeValue(null, "numFmtId")),
                                xml.getAttributeValue(null, "formatCode"));
                    } else if (cells && name.equals("xf") && formatIds.size() < MAX_STYLES) {
                        formatIds.add(number(xml.getAttributeValue(null, "numFmtId")));
                    }
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) {
                    cells = false;
                }
            }
        }
    }

    private void readShared(String part) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = XlsxParts.xml(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("si")
                        && !shared.add(XlsxRows.richText(xml, "si", limits.cell()))) {
                    throw errors.refused(
                            "it has over " + shared.size() + " shared texts, more than the memory has places for",
                            "give more by SMSSEV_HEAP (spark.driver.memory on a cluster), or split it, or export it"
                                    + " as CSV",
                            null);
                }
            }
        }
    }

    /** A whole number of an attribute; -1 if it is none. */
    static int number(String text) {
        boolean digits = text != null
                && !text.isEmpty()
                && text.length() <= 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    /** A shared text; null if there is none of that number. */
    String shared(int index) {
        return shared.get(index);
    }

    /** A number as the format of its style has it. */
    String number(String value, int style) {
        double number;
        try {
            number = Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            // Not what a number cell should hold, but it is what the user sees.
            return value;
        }
        int id = style >= 0 && style < formatIds.size() ? formatIds.get(style) : 0;
        return NumberFormats.isDate(id, formats.get(id))
                ? CellNumbers.date(number, from1904)
                : CellNumbers.number(number);
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(XlsxParts.SheetPart::name).toList();
    }

    @Override
    public SheetRows rows(int sheet) throws IOException {
        XlsxParts.SheetPart part = sheets.get(sheet);
        return errors.guard(() -> new XlsxRows(this, parts.open(part.part()), part.name(), errors, limits));
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            shared.close();
        }
    }
}
