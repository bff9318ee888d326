package org.smssev.jobs.ingest.format.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.ss.formula.ptg.FuncVarPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.smssev.jobs.ingest.format.TableLimits;

/** The rows of a sheet of a .xls; the cells of a row stand together there, in the order of rows. */
final class XlsRows implements SheetRows {
    private final DocumentInputStream in;
    private final RecordFactoryInputStream records;
    private final String sheet;
    private final XlsWorkbook.Globals globals;
    private final WorkbookErrors errors;
    private final TableLimits limits;
    private final SheetText texts;
    private int depth;
    private boolean ended;
    private int rows;
    private int row = -1;
    private List<String> cells = new ArrayList<>();
    private boolean tooLong;
    /** A formula whose text comes with the next record. */
    private FormulaRecord open;

    /** Starts at the record that begins the sheet. */
    XlsRows(
            DocumentInputStream in,
            int offset,
            String sheet,
            XlsWorkbook.Globals globals,
            WorkbookErrors errors,
            TableLimits limits)
            throws IOException {
        this.in = in;
        this.sheet = sheet;
        this.globals = globals;
        this.errors = errors;
        this.limits = limits;
        this.texts = new SheetText(sheet, errors, limits);
        if (offset < 0) {
            throw new IOException("sheet " + sheet + " starts at " + offset);
        }
        in.skipNBytes(offset);
        records = new RecordFactoryInputStream(in, false);
    }

    @Override
    public SheetRow next() throws IOException {
        return errors.guard(this::read);
    }

    private SheetRow read() {
        while (!ended) {
            Record r = records.nextRecord();
            if (r == null || r instanceof EOFRecord) {
                depth--;
                ended = r == null || depth <= 0;
            } else if (r instanceof BOFRecord) {
                depth++;
            } else if (depth == 1) {
                SheetRow done = take(r);
                if (done != null) {
                    return done;
                }
            }
        }
        return done(-1);
    }

    /** Takes a record; gives the row before it if the record starts another. */
    private SheetRow take(Record r) {
        if (r instanceof StringRecord text && open != null) {
            set(open.getColumn(), text.getString());
            open = null;
            return null;
        }
        if (!(r instanceof CellValueRecordInterface cell)) {
            return null;
        }
        SheetRow done = cell.getRow() == row ? null : done(cell.getRow());
        row = cell.getRow();
        open = null;
        if (r instanceof LabelSSTRecord label) {
            set(cell.getColumn(), shared(label.getSSTIndex()));
        } else if (r instanceof LabelRecord label) {
            set(cell.getColumn(), label.getValue());
        } else if (r instanceof NumberRecord number) {
            set(cell.getColumn(), globals.number(number.getValue(), cell.getXFIndex()));
        } else if (r instanceof BoolErrRecord flag) {
            set(cell.getColumn(), flag.isBoolean() ? flag.getBooleanValue() ? "TRUE" : "FALSE" : "");
        } else if (r instanceof FormulaRecord formula) {
            if (formula.hasCachedResultString()) {
                open = formula;
            } else {
                set(cell.getColumn(), result(formula));
            }
        }
        return done;
    }

    /** The stored result of a formula that is no text, or an empty one: nothing for an error, of a link the text that it shows. */
    private String result(FormulaRecord formula) {
        return switch (formula.getCachedResultTypeEnum()) {
            case BOOLEAN -> formula.getCachedBooleanValue() ? "TRUE" : "FALSE";
            case NUMERIC -> {
                // Programs that only write workbooks store a zero or an empty text, which a link never has.
                String shown = formula.getValue() == 0 ? shown(formula.getParsedExpression()) : "";
                yield shown.isEmpty() ? globals.number(formula.getValue(), formula.getXFIndex()) : shown;
            }
            case STRING -> shown(formula.getParsedExpression());
            default -> "";
        };
    }

    /** The text that {@code =HYPERLINK("address","text")} shows; empty for other formulas. */
    private static String shown(Ptg[] formula) {
        int last = formula.length - 1;
        boolean isLink = last > 0
                && formula[last] instanceof FuncVarPtg function
                && function.getName().equals("HYPERLINK")
                && function.getNumberOfOperands() == 2;
        return isLink && formula[last - 1] instanceof StringPtg text ? text.getValue() : "";
    }

    private String shared(int index) {
        String text = globals.text(index);
        if (text == null) {
            throw errors.lacksText(sheet, row + 1);
        }
        return text;
    }

    private void set(int column, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw errors.refused(
                    "sheet " + sheet + ", row " + (row + 1) + " has over " + limits.columns() + " columns",
                    "delete those that are not needed",
                    null);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        boolean isCut = text.length() > limits.cell();
        String kept = isCut ? text.substring(0, limits.cell()) : text;
        boolean fits = texts.add(kept);
        tooLong |= isCut || !fits;
        if (fits) {
            cells.set(column, kept);
        }
    }

    private SheetRow done(int next) {
        boolean blank = cells.stream().allMatch(String::isBlank);
        SheetRow done = blank ? null : new SheetRow(row + 1, List.copyOf(cells), tooLong);
        if (done != null && ++rows > limits.rows()) {
            throw errors.refused("sheet " + sheet + " has over " + limits.rows() + " rows", "split it", null);
        }
        cells = new ArrayList<>();
        texts.startRow();
        tooLong = false;
        row = next;
        return done;
    }

    @Override
    public void close() {
        in.close();
    }
}
