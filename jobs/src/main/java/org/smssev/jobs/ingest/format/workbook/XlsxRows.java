package org.smssev.jobs.ingest.format.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.TableLimits;

/** The rows of a sheet of a .xlsx. Of a formula the stored value is read; of a link without one the text that it shows. */
final class XlsxRows implements SheetRows {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String MIDNIGHT = "T00:00:00";

    private final XlsxWorkbook workbook;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final String sheet;
    private final WorkbookErrors errors;
    private final TableLimits limits;
    private final SheetText texts;
    private int row;
    private int rows;
    private boolean tooLong;

    XlsxRows(XlsxWorkbook workbook, InputStream in, String sheet, WorkbookErrors errors, TableLimits limits)
            throws XMLStreamException {
        this.workbook = workbook;
        this.in = in;
        this.sheet = sheet;
        this.errors = errors;
        this.limits = limits;
        this.texts = new SheetText(sheet, errors, limits);
        this.xml = XlsxParts.xml(in);
    }

    @Override
    public SheetRow next() throws IOException {
        return errors.guard(this::read);
    }

    private SheetRow read() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                int given = XlsxWorkbook.number(xml.getAttributeValue(null, "r"));
                row = given > 0 ? given : row + 1;
                tooLong = false;
                texts.startRow();
                List<String> cells = cells();
                if (cells.stream().anyMatch(c -> !c.isBlank())) {
                    rows++;
                    if (rows > limits.rows()) {
                        throw errors.refused(
                                "sheet " + sheet + " has over " + limits.rows() + " rows", "split it", null);
                    }
                    return new SheetRow(row, cells, tooLong);
                }
            }
        }
        return null;
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                int given = column(xml.getAttributeValue(null, "r"));
                column = given >= 0 ? given : column;
                String text = cell();
                if (!text.isEmpty()) {
                    if (column >= limits.columns()) {
                        throw errors.refused(
                                "sheet " + sheet + ", row " + row + " has over " + limits.columns() + " columns",
                                "delete those that are not needed",
                                null);
                    }
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    if (texts.add(text)) {
                        cells.set(column, text);
                    } else {
                        tooLong = true;
                    }
                }
                column++;
            }
        }
        return cells;
    }

    private String cell() throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        int style = XlsxWorkbook.number(xml.getAttributeValue(null, "s"));
        String text = "";
        String formula = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("f")) {
                formula = text("f", limits.cell());
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("v")) {
                text = value(type, style, text("v", limits.cell()));
            } else if (event == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("is")) {
                text = richText(xml, "is", limits.cell());
            }
        }
        if (text.isEmpty() && !formula.isEmpty()) {
            // Programs that only write workbooks calculate nothing.
            text = Cleaning.shown(formula);
        }
        if (text.length() > limits.cell()) {
            tooLong = true;
            return text.substring(0, limits.cell());
        }
        return text;
    }

    private String value(String type, int style, String raw) {
        return switch (type) {
            case "s" -> raw.isBlank() ? "" : shared(raw.strip());
            case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
            case "e" -> "";
            case "str", "inlineStr" -> unescaped(raw);
            case "d" -> raw.endsWith(MIDNIGHT) ? raw.substring(0, raw.length() - MIDNIGHT.length()) : raw;
            default -> raw.isBlank() ? "" : workbook.number(raw, style);
        };
    }

    private String shared(String number) {
        String text = workbook.shared(XlsxWorkbook.number(number));
        if (text == null) {
            throw errors.lacksText(sheet, row);
        }
        return text;
    }

    private String text(String element, int longest) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (xml.hasNext() && depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
            append(xml, event, text, longest);
        }
        if (depth > 0) {
            throw new XMLStreamException("element " + element + " does not end");
        }
        return text.toString();
    }

    /** The text of runs inside an element, without how Japanese text is pronounced; one character beyond the longest. */
    static String richText(XMLStreamReader xml, String element, int longest) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        int spoken = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                within = xml.getLocalName().equals("t");
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                within = false;
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(element)) {
                    break;
                }
            } else if (within && spoken == 0) {
                append(xml, event, text, longest);
            }
        }
        return unescaped(text.toString());
    }

    private static void append(XMLStreamReader xml, int event, StringBuilder text, int longest) {
        boolean isText =
                event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA || event == XMLStreamReader.SPACE;
        if (isText && text.length() <= longest) {
            String more = xml.getText();
            text.append(more, 0, Math.min(more.length(), longest + 1 - text.length()));
        }
    }

    /** {@code _x000D_} stands for a character that XML cannot hold. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(m -> {
            String character = String.valueOf((char) Integer.parseInt(m.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
    }

    /** Column of a cell's reference, {@code AB12}; -1 if it names none, and beyond all limits where it is too long. */
    private static int column(String reference) {
        if (reference == null) {
            return -1;
        }
        int column = 0;
        int at = 0;
        while (at < reference.length() && Character.isLetter(reference.charAt(at)) && column < 1_000_000) {
            column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
            at++;
        }
        return column < 0 ? Integer.MAX_VALUE : column - 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
