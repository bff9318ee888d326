package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.ingest.format.workbook.Workbook;
import org.smssev.jobs.ingest.format.workbook.WorkbookErrors;
import org.smssev.jobs.ingest.format.workbook.WorkbookTable;
import org.smssev.jobs.ingest.format.workbook.XlsWorkbook;
import org.smssev.jobs.ingest.format.workbook.XlsxWorkbook;

/**
 * A table in a file: delimited text, .xls or .xlsx, told by its bytes and not by its name. Says how it is written, which
 * known layout its header is of, and gives its rows.
 *
 * <pre>{@code
 * try (TableFile table = TableFile.open(entry.name(), entry::open, TextForm.Given.NOTHING, TableLimits.DEFAULT)) {
 *     TableLayout.Bound bound = table.layout().orElseThrow().bind(table.header()).orElseThrow();
 *     try (TableRows rows = table.rows()) {
 *         while (rows.hasNext()) {
 *             Map<Field, String> fields = bound.fields(rows.next().cells());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A plain text file may as well be read in parts by {@link #form()}: skip {@link TextForm#mark()} bytes, then
 * {@link TextForm#leadRows()} records and the header. Memory holds one row, the shared texts of a workbook, and 256 KiB
 * while a text is looked at.
 */
public final class TableFile implements AutoCloseable {
    private final Container container;
    private final Content content;
    private final Runnable cleanup;

    /** What holds the table. */
    public enum Container {
        TEXT,
        XLS,
        XLSX
    }

    /** The table of a container. */
    public interface Content {
        Optional<TextForm> form();

        String sheet();

        /** Names of sheets that are shown, hold more than one column, and are not read. */
        default List<String> sheetsLeft() {
            return List.of();
        }

        List<String> header();

        long headerRow();

        TableRows rows() throws IOException;

        void close() throws IOException;
    }

    private TableFile(Container container, Content content, Runnable cleanup) {
        this.container = container;
        this.content = content;
        this.cleanup = cleanup;
    }

    /**
     * Opens unpacked bytes, such as a member of an archive; a workbook is put into a temporary file until it is closed.
     *
     * @param name how messages call it
     * @param given what the user says of a text, and of the columns of any table
     * @throws UserException INPUT if it is empty, damaged, encrypted, no table (HTML, PDF, an archive, ...), beyond the
     *     limits, or an export that cannot be used ({@link TableLayouts#refusal}); USAGE if a given character set is unknown
     * @throws IOException if it cannot be read, a truncated .gz too
     */
    public static TableFile open(String name, ByteSource bytes, TextForm.Given given, TableLimits limits)
            throws IOException {
        byte[] start;
        try (InputStream in = bytes.open()) {
            start = in.readNBytes(FileKind.LOOKED_AT);
        }
        FileKind kind = FileKind.of(start);
        TableFile table;
        if (kind == FileKind.TEXT) {
            table = new TableFile(Container.TEXT, TextTable.open(name, bytes, given, limits), () -> {});
        } else if (kind == FileKind.OLE2 || kind == FileKind.ZIP) {
            table = workbook(name, bytes, kind, given, limits);
        } else {
            throw new UserException(Exit.INPUT, name + ": " + kind.refusal());
        }
        Optional<String> refusal = TableLayouts.refusal(table.header());
        if (refusal.isPresent()) {
            table.close();
            throw new UserException(Exit.INPUT, name + ": " + refusal.get());
        }
        return table;
    }

    private static TableFile workbook(
            String name, ByteSource bytes, FileKind kind, TextForm.Given given, TableLimits limits) throws IOException {
        Path file = copied(name, bytes, limits);
        Runnable cleanup = () -> delete(file);
        WorkbookErrors errors = new WorkbookErrors(name);
        try {
            boolean old = kind == FileKind.OLE2;
            Workbook workbook = old ? XlsWorkbook.open(file, errors, limits) : XlsxWorkbook.open(file, errors, limits);
            return new TableFile(
                    old ? Container.XLS : Container.XLSX, WorkbookTable.open(workbook, errors, given), cleanup);
        } catch (IOException | RuntimeException e) {
            cleanup.run();
            throw e;
        }
    }

    private static Path copied(String name, ByteSource bytes, TableLimits limits) throws IOException {
        Path file = Files.createTempFile("smssev-table", ".tmp");
        try (InputStream in = limited(name, bytes.open(), limits.unpacked())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            delete(file);
            throw e;
        }
        return file;
    }

    private static InputStream limited(String name, InputStream in, long most) {
        return new LimitedStream(
                in,
                most,
                () -> new UserException(Exit.INPUT, name + ": it is larger than " + (most >> 20) + " MiB. Split it."));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    /** What holds the table. */
    public Container container() {
        return container;
    }

    /** How a text is written; empty for a workbook. */
    public Optional<TextForm> form() {
        return content.form();
    }

    /** Names of the sheets of a workbook that are shown, hold more than one column, and are not part of the table. */
    public List<String> sheetsLeft() {
        return content.sheetsLeft();
    }

    /**
     * Name of the sheet of a workbook: the first with the header that is meant, or a known one, else the first with any row;
     * empty for a text.
     */
    public String sheet() {
        return content.sheet();
    }

    /**
     * Column names, trimmed: the first of 30 rows that has the columns which the user maps, else that a known layout binds to,
     * else the first row. Never empty.
     */
    public List<String> header() {
        return content.header();
    }

    /** Where the header stands, from 1, counted as {@link TableRow#number()} is. */
    public long headerRow() {
        return content.headerRow();
    }

    /** The known layout of the header; empty if it is of none, see {@link TableLayouts#nearest}. */
    public Optional<TableLayout> layout() {
        return TableLayouts.recognise(content.header());
    }

    /** The rows below the header, each time from the first. The caller closes them before the table. */
    public TableRows rows() throws IOException {
        return content.rows();
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            cleanup.run();
        }
    }
}
