package org.smssev.jobs.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.FileErrors;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Marks;
import org.smssev.jobs.ingest.format.TableFile;
import org.smssev.jobs.ingest.format.TableLimits;
import org.smssev.jobs.ingest.format.TableRow;
import org.smssev.jobs.ingest.format.TableRows;
import org.smssev.jobs.ingest.format.TextForm;

/** Reads the records of recognised files, one in memory at a time. */
public final class RawRows {
    /** Bytes decoded at a time: ASCII is quick up to the first other character, but slow behind it. */
    private static final int WINDOW = 1024;
    /** Bytes read at a time. */
    private static final int READ = 1 << 16;
    /** Most bytes of a chunk, which is held in memory: it only has so many if it ends with a very long record. */
    private static final long LONGEST = 256L << 20;

    private static final String FIELD_COUNT = "FIELD_COUNT";
    private static final String CELL_TOO_LONG = "CELL_TOO_LONG";

    private RawRows() {}

    /** Whether records rejected for this reason are rows that could not be split into their cells. */
    public static boolean areUnsplit(String reason) {
        return reason.equals(FIELD_COUNT) || reason.equals(CELL_TOO_LONG);
    }

    /** All records of a file, but of Parquet and Delta, which Spark reads. */
    public static ClosedRows of(SourceFile file) throws IOException {
        return switch (file.kind()) {
            case TEXT -> lines(file);
            case WORKBOOK -> workbook(file);
            case DOCUMENTS -> DocumentRows.of(file);
            case PARQUET, DELTA ->
                throw new IllegalArgumentException(file.entry().name() + " is for Spark to read");
            case NOTES, UNREAD, EMPTY -> new ClosedRows(Collections.emptyIterator(), () -> {});
        };
    }

    private static ClosedRows lines(SourceFile file) throws IOException {
        DelimitedReader reader = reader(file, file::text, file.form().marks(file.header()));
        try {
            return new ClosedRows(new Lines(file, reader, 0, -1), reader);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The records of a chunk of a splittable file, or of one of documents by line. */
    public static Iterator<RawRow> of(SourceFile file, RecordScan.Chunk chunk) throws IOException {
        byte[] bytes = bytes(file, chunk);
        if (file.kind() == SourceFile.Kind.DOCUMENTS) {
            return DocumentRows.of(file, bytes, chunk);
        }
        return new Lines(
                file,
                reader(file, () -> new ByteArrayInputStream(bytes), file.form().marks()),
                chunk.firstRecord(),
                chunk.records());
    }

    /** The bytes of a chunk. */
    public static byte[] bytes(SourceFile file, RecordScan.Chunk chunk) throws IOException {
        if (chunk.length() > LONGEST) {
            long last = chunk.firstRecord() + chunk.records() - 1 - file.form().leadRows();
            throw new IOException("record " + last + " has more than " + (LONGEST >> 20)
                    + " MB. A quotation mark seems to open a cell there that is not closed. Close it.");
        }
        try (InputStream in = file.text()) {
            in.skipNBytes(chunk.offset());
            byte[] bytes = new byte[(int) chunk.length()];
            int filled = 0;
            // The JVM keeps a buffer of the size that is asked for, for each thread.
            for (int n = 0; n >= 0 && filled < bytes.length; filled += Math.max(0, n)) {
                n = in.read(bytes, filled, Math.min(READ, bytes.length - filled));
            }
            if (filled < bytes.length) {
                throw new EOFException("the file became shorter while it was read. Start again when it is complete.");
            }
            return bytes;
        }
    }

    /**
     * Some records of a splittable file, which stand below its header.
     *
     * @param bytes those of the records
     * @param records how many there are
     * @return records numbered from 1 on
     */
    public static Lines of(SourceFile file, RecordScan.Bytes bytes, long records) throws IOException {
        return new Lines(
                file, reader(file, bytes, file.form().marks()), file.form().leadRows() + 1L, records);
    }

    /** A reader of the whole text, or of a part, of whose marks the scan told all. */
    private static DelimitedReader reader(SourceFile file, RecordScan.Bytes bytes, Marks marks) throws IOException {
        TextForm form = file.form();
        return new DelimitedReader(
                () -> {
                    // Malformed bytes become U+FFFD, which is counted.
                    CharsetDecoder decoder = Charset.forName(form.charset())
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE);
                    return Channels.newReader(Channels.newChannel(bytes.open()), decoder, WINDOW);
                },
                form.separator(),
                marks,
                file.maxCell());
    }

    /** Lines below the header; what stands above it is record 0 and before. */
    public static final class Lines implements Iterator<RawRow> {
        private final SourceFile file;
        private final HeaderAgain again;
        private final DelimitedReader reader;
        private final long first;
        private final long expected;
        private long number;

        private Lines(SourceFile file, DelimitedReader reader, long first, long expected) {
            this.file = file;
            this.again = new HeaderAgain(file);
            this.reader = reader;
            this.first = first;
            this.expected = expected;
            this.number = first;
            while (number <= file.form().leadRows() && reader.hasNext()) {
                reader.next();
                number++;
            }
        }

        @Override
        public boolean hasNext() {
            boolean more = reader.hasNext();
            if (!more && expected >= 0 && number - first != expected) {
                throw new IllegalStateException("File " + file.entry().file() + " has " + expected
                        + " records from record " + first + " by the scan, but " + (number - first) + " were read");
            }
            return more;
        }

        @Override
        public RawRow next() {
            DelimitedReader.Line line = reader.next();
            // Of a part the scan told.
            if (expected < 0 && reader.isCutOff()) {
                throw cutOff(file);
            }
            RawRow row = row(file, again, number++ - file.form().leadRows(), line.cells(), line.tooLong(), reader::raw);
            return row.reason() == null ? row : withLines(row);
        }

        /** The text of the record that was given last, as it stands in the file; to be asked for once. */
        public String raw() {
            return reader.raw();
        }

        /** A stray quotation mark may have made one record of several: of how many lines is told. */
        private static RawRow withLines(RawRow row) {
            long lines = row.raw().lines().count();
            if (lines < 2) {
                return row;
            }
            String more = row.raw().length() < Document.MAX_RAW ? "" : " and more";
            return RawRow.rejected(
                    row.number(), row.reason(), row.detail() + ", over " + lines + " lines" + more, row.raw());
        }
    }

    private static RawRow row(
            SourceFile file,
            HeaderAgain again,
            long number,
            List<String> found,
            boolean tooLong,
            Supplier<String> raw) {
        int columns = file.header().size();
        if (tooLong) {
            return RawRow.rejected(
                    number,
                    CELL_TOO_LONG,
                    found.size() == DelimitedReader.MAX_CELLS
                            ? "the row has more than " + DelimitedReader.MAX_CELLS + " cells"
                            : "a cell is longer than " + file.maxCell() + " characters",
                    raw.get());
        }
        RawRow header = again.mayBe(found) ? again.row(number, found, raw.get()) : null;
        if (header != null) {
            return header;
        }
        if (!isEven(found, columns, file)) {
            return RawRow.rejected(
                    number, FIELD_COUNT, found.size() + " fields, but the header has " + columns, raw.get());
        }
        List<String> cells = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            cells.add(i >= found.size() || found.get(i).isEmpty() ? null : found.get(i));
        }
        return RawRow.of(number, cells);
    }

    /** Whether a row has as many cells as it must, and none behind the last column that is filled; rows of PATENTSCOPE are of any width. */
    private static boolean isEven(List<String> found, int columns, SourceFile file) {
        return (found.size() >= file.least() || file.layout().equals("PATENTSCOPE"))
                && found.stream().skip(columns).allMatch(String::isBlank);
    }

    private static ClosedRows workbook(SourceFile file) throws IOException {
        TableFile table = TableFile.open(
                file.entry().name(),
                file.entry()::open,
                // The header of mapped columns stands where it stood when the file was recognised.
                file.layout().equals(Recognition.MAPPED) ? TextForm.Given.of(file.header()) : TextForm.Given.NOTHING,
                TableLimits.DEFAULT.withCell(file.maxCell()));
        TableRows rows;
        try {
            rows = table.rows();
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
        HeaderAgain again = new HeaderAgain(file);
        Iterator<RawRow> records = new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RawRow next() {
                TableRow row = rows.next();
                return row(file, again, ++number, row.cells(), row.tooLong(), row::raw);
            }
        };
        return new ClosedRows(records, () -> {
            // Both in any case, the rows first.
            try (table) {
                rows.close();
            }
        });
    }

    /** A text that ends within a quoted cell: what else it had is lost, and in a snapshot would be withdrawn. */
    static UserException cutOff(SourceFile file) {
        return new UserException(
                Exit.INPUT,
                file.entry().place()
                        + ": file cut off, because its last record ends within a quoted cell. Copy or download it again."
                        + " If it is complete, close that cell, or set text.quote of its source.");
    }

    /** A file that failed while it was read. */
    public static UserException unreadable(SourceFile file, IOException e) {
        return new UserException(Exit.INPUT, file.entry().file() + ": " + FileErrors.why(e), e);
    }
}
