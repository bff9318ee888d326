package org.smssev.jobs.ingest.format.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.smssev.common.io.NumberFormats;
import org.smssev.jobs.ingest.format.CellNumbers;
import org.smssev.jobs.ingest.format.TableLimits;

/**
 * A .xls workbook (BIFF8), read record by record as POI's event API does it, but pulled: memory holds the shared texts
 * and one row. Nothing in it is run.
 */
public final class XlsWorkbook implements Workbook {
    private static final String STREAM = "Workbook";
    private static final int FILE_PASS = 0x2f;
    private static final int FILE_PASS_WITHIN = 20;

    private final WorkbookErrors errors;
    private final TableLimits limits;
    private final POIFSFileSystem files;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final Globals globals = new Globals();

    /** What all sheets share. */
    static final class Globals {
        private SSTRecord texts;
        private final List<Integer> formatIds = new ArrayList<>();
        private final Map<Integer, String> formats = new HashMap<>();
        private boolean from1904;

        /** A shared text; null if there is none of that number. */
        String text(int index) {
            if (texts == null || index < 0 || index >= texts.getNumUniqueStrings()) {
                return null;
            }
            try {
                return texts.getString(index).getString();
            } catch (IndexOutOfBoundsException e) {
                // There are fewer than the record says.
                return null;
            }
        }

        String number(double value, int style) {
            int id = style >= 0 && style < formatIds.size() ? formatIds.get(style) : 0;
            return NumberFormats.isDate(id, formats.get(id))
                    ? CellNumbers.date(value, from1904)
                    : CellNumbers.number(value);
        }
    }

    private XlsWorkbook(Path file, WorkbookErrors errors, TableLimits limits) throws IOException {
        this.errors = errors;
        this.limits = limits;
        this.files = errors.guard(() -> new POIFSFileSystem(file.toFile(), true));
    }

    /**
     * Opens a workbook.
     *
     * @throws org.smssev.common.UserException if it is encrypted, damaged, no workbook, or older than Excel 97
     */
    public static XlsWorkbook open(Path file, WorkbookErrors errors, TableLimits limits) throws IOException {
        XlsWorkbook workbook = new XlsWorkbook(file, errors, limits);
        try {
            if (Files.size(file) > limits.unpacked()) {
                throw errors.refused("it is larger than " + (limits.unpacked() >> 20) + " MiB", "split it", null);
            }
            DirectoryNode root = workbook.files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw errors.encrypted(null);
            }
            if (!root.hasEntryCaseInsensitive(STREAM)) {
                throw root.hasEntryCaseInsensitive("Book")
                        ? errors.refused("it was written by Excel 95 or older", "save it as .xlsx", null)
                        : errors.refused("it is a document of Office, but no workbook", "export a table", null);
            }
            errors.guard(workbook::readGlobals);
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private Globals readGlobals() throws IOException {
        if (hasPassword()) {
            throw errors.encrypted(null);
        }
        try (DocumentInputStream in = stream()) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            Record r = records.nextRecord();
            while (r != null && !(r instanceof EOFRecord)) {
                keep(r);
                r = records.nextRecord();
            }
        }
        if (sheets.stream().anyMatch(XlsWorkbook::isShown)) {
            sheets.removeIf(sheet -> !isShown(sheet));
        }
        return globals;
    }

    /** Whether a record FILEPASS stands among the first; behind it nothing can be read. */
    private boolean hasPassword() throws IOException {
        try (DocumentInputStream in = stream()) {
            for (int i = 0; i < FILE_PASS_WITHIN && in.available() >= 4; i++) {
                int id = in.readUShort();
                int length = in.readUShort();
                if (id == FILE_PASS || in.available() < length) {
                    return id == FILE_PASS;
                }
                in.skipNBytes(length);
            }
        }
        return false;
    }

    private static boolean isShown(BoundSheetRecord sheet) {
        return !sheet.isHidden() && !sheet.isVeryHidden();
    }

    private void keep(Record r) {
        if (r instanceof BoundSheetRecord sheet) {
            sheets.add(sheet);
        } else if (r instanceof SSTRecord texts) {
            globals.texts = texts;
        } else if (r instanceof ExtendedFormatRecord style) {
            globals.formatIds.add((int) style.getFormatIndex());
        } else if (r instanceof FormatRecord format) {
            globals.formats.put(format.getIndexCode(), format.getFormatString());
        } else if (r instanceof DateWindow1904Record window) {
            globals.from1904 = window.getWindowing() == 1;
        }
    }

    private DocumentInputStream stream() throws IOException {
        return files.getRoot().createDocumentInputStream(files.getRoot().getEntryCaseInsensitive(STREAM));
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(BoundSheetRecord::getSheetname).toList();
    }

    @Override
    public SheetRows rows(int sheet) throws IOException {
        BoundSheetRecord record = sheets.get(sheet);
        return errors.guard(
                () -> new XlsRows(stream(), record.getPositionOfBof(), record.getSheetname(), globals, errors, limits));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
