package org.smssev.jobs.ingest.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.smssev.jobs.ingest.format.ByteSource;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Marks;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.TableLayout;
import org.smssev.jobs.ingest.format.TextForm;
import org.smssev.jobs.ingest.format.document.DocumentFormat;
import org.smssev.jobs.ingest.format.document.DocumentFormats;

/**
 * A file that was recognised: how its records are read.
 *
 * @param entry where its bytes are
 * @param kind what holds its records
 * @param layout name of what it is, e.g. PATSNAP, DOCDB_XML, g_patent, or MAPPED
 * @param form how its text is written; null unless it is a table of text
 * @param header its columns as they stand, trimmed; of documents the fields by key
 * @param least how many cells a row has at least; spreadsheet programs leave out what is empty at the end
 * @param bound layout that reads its columns; null for documents, tables of a database and mapped columns
 * @param maxCell longest cell, in characters; of a document the longest document
 * @param sheetsLeft names of sheets of a workbook that are shown, hold more than one column, and are not read
 */
public record SourceFile(
        Packed.Entry entry,
        Kind kind,
        String layout,
        TextForm form,
        List<String> header,
        int least,
        TableLayout.Bound bound,
        int maxCell,
        List<String> sheetsLeft)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long LONGEST_LINE = 16L << 20;

    private static final Set<String> ASCII_BASED =
            Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "x-MacRoman");

    /** Columns of documents: the fields, in their order. */
    static final List<String> FIELDS =
            Arrays.stream(Field.values()).map(Field::key).toList();

    /** What holds the records. */
    public enum Kind {
        TEXT,
        WORKBOOK,
        DOCUMENTS,
        PARQUET,
        DELTA,
        /** It says what a delivery holds, and has no records. */
        NOTES,
        /** A table of a database of which nothing is read. */
        UNREAD,
        /** Packed by itself, and nothing is in it: programs that export in parts write such ones. */
        EMPTY
    }

    /** Whether Spark reads it. */
    boolean isColumnar() {
        return kind == Kind.PARQUET || kind == Kind.DELTA;
    }

    /** Whether it has nothing to read, and is passed over. */
    boolean isPassedOver() {
        return kind == Kind.NOTES || kind == Kind.UNREAD || kind == Kind.EMPTY;
    }

    /** Whether parts of the file can be read apart: plain text in which every ASCII byte stands for ASCII. */
    boolean isSplittable() {
        return kind == Kind.TEXT
                && entry.kind() == Packed.Kind.PLAIN
                && ASCII_BASED.contains(form.charset())
                && form.separator() < 0x80
                && form.quote() < 0x80;
    }

    /** Size unpacked; where that is not known before it is read, packed. */
    long bytes() {
        return entry.size() >= 0 ? entry.size() : new File(entry.file()).length();
    }

    /** The text, header included; of documents all bytes. */
    InputStream text() throws IOException {
        ByteSource bytes = entry::open;
        return bytes.from(form == null ? 0 : form.begin());
    }

    /**
     * Chunks of whole records, of about so many bytes.
     *
     * @param most of so many records is kept where they end
     */
    public RecordScan.Cut cut(long size, int most) throws IOException {
        return RecordScan.scan(this::text, form.separator(), form.marks(header), size, most);
    }

    /**
     * Chunks of whole lines, of about so many bytes, where each document has a line that can be read apart; none otherwise, and where
     * a line is too long to be held in memory as it is.
     */
    List<RecordScan.Chunk> cutLines(long size) throws IOException {
        if (kind != Kind.DOCUMENTS || entry.kind() != Packed.Kind.PLAIN) {
            return List.of();
        }
        OptionalInt begin;
        try (InputStream in = entry.open()) {
            begin = DocumentFormats.named(layout).linesFrom(in.readNBytes(DocumentFormat.START));
        }
        if (begin.isEmpty()) {
            return List.of();
        }
        ByteSource bytes = entry::open;
        try (InputStream in = bytes.from(begin.getAsInt())) {
            List<RecordScan.Chunk> chunks = LineScan.chunks(in, begin.getAsInt(), size);
            return chunks.stream().allMatch(c -> c.length() <= size + LONGEST_LINE) ? chunks : List.of();
        }
    }

    /** The same file with what was found out of its marks. */
    SourceFile markedBy(Marks marks) {
        return marks.equals(form.marks())
                ? this
                : new SourceFile(entry, kind, layout, form.markedBy(marks), header, least, bound, maxCell, sheetsLeft);
    }

    /** The same file with the columns that Spark found in it. */
    SourceFile withHeader(List<String> columns) {
        return new SourceFile(entry, kind, layout, form, columns, columns.size(), bound, maxCell, sheetsLeft);
    }

    /** A Delta table in a folder. */
    static SourceFile delta(String name, Path folder, boolean isMapped, int maxCell) {
        return new SourceFile(
                Packed.Entry.plain(name, folder, -1, Packed.Limits.DEFAULT),
                Kind.DELTA,
                isMapped ? Recognition.MAPPED : Recognition.GOOGLE_PARQUET,
                null,
                List.of(),
                0,
                null,
                maxCell,
                List.of());
    }

    /** Separator of the raw text of a record that is built from its cells. */
    char separator() {
        return form == null ? '\t' : form.separator();
    }

    /** Quotation mark of such text, 0 for none. */
    char quote() {
        return form == null ? '"' : form.quote();
    }

    /** Names for the columns in Parquet, unique whatever the case. */
    List<String> columnNames() {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i);
            while (name.startsWith("_") || !taken.add(name.toLowerCase(Locale.ROOT))) {
                name = name.startsWith("_") ? "c" + name : name + " (" + (i + 1) + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** All that decides how the bytes of a record below the header are cut into cells, and which columns these are of. */
    public String howCut() {
        return String.join(
                "\n",
                layout,
                form.charset(),
                String.valueOf((int) form.separator()),
                String.valueOf((int) form.quote()),
                String.valueOf(form.isEscaped()),
                String.valueOf(maxCell),
                String.join("\u0000", header));
    }

    /**
     * Digest of all that decides which records the bytes give, so that what other settings, another sheet of a workbook or other
     * code give is landed anew.
     *
     * @param code digest of the code that reads it
     */
    String readingKey(String code) {
        return DigestUtils.sha256Hex(String.join(
                "\n",
                code,
                entry.inner(),
                kind.name(),
                layout,
                String.valueOf(form),
                String.valueOf(maxCell),
                String.valueOf(least),
                String.join("\u0000", header)));
    }
}
