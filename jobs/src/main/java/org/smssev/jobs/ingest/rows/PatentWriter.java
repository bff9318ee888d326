package org.smssev.jobs.ingest.rows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeArrayWriter;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

/**
 * Writes patents, and columns behind theirs, as rows in Spark's binary form. Byte for byte they are those that Spark makes of
 * objects, but with no objects in between. Each row takes the place of the one before it; not for several threads.
 */
public final class PatentWriter {
    /** Fields of a party, and of a code. */
    private static final int RECORD = 3;

    private static final int WORD = 8;

    private final UnsafeRowWriter row;
    private final UnsafeArrayWriter list;
    private final UnsafeRowWriter record;

    /** A writer of rows of so many columns; those of {@link PatentRows} come first. */
    public PatentWriter(int columns) {
        row = new UnsafeRowWriter(columns, 1 << 12);
        list = new UnsafeArrayWriter(row, WORD);
        record = new UnsafeRowWriter(list, RECORD);
    }

    /** Starts a row, and writes the columns of a patent; null where there is none. The others are for the caller to write. */
    public UnsafeRowWriter start(Patent p) {
        if (p == null) {
            return start((String) null);
        }
        row.reset();
        row.zeroOutNullBytes();
        text(0, p.publicationNumber());
        text(1, p.office());
        text(2, p.kind());
        text(3, p.familyId());
        day(4, p.priorityDate());
        day(5, p.filingDate());
        day(6, p.publicationDate());
        parties(7, p.applicants());
        parties(8, p.inventors());
        codes(9, p.ipc());
        texts(10, p.cited());
        texts(11, p.applications());
        text(12, p.language());
        text(13, p.firstRelease());
        text(14, p.lastRelease());
        texts(15, p.sources());
        row.write(16, p.withdrawn());
        text(17, p.recordHash());
        text(18, p.title());
        text(19, p.abstractText());
        text(20, p.reading());
        return row;
    }

    /** Starts a row that has a publication's number at most; null where it has none. */
    public UnsafeRowWriter start(String number) {
        row.reset();
        row.zeroOutNullBytes();
        text(0, number);
        for (int i = 1; i < PatentRows.SCHEMA.length(); i++) {
            row.setNullAt(i);
        }
        return row;
    }

    /** Writes a text into a column of the row. */
    public void text(int column, String text) {
        text(row, column, text);
    }

    /** Writes bytes into a column of the row; null stays null. */
    public void bytes(int column, byte[] bytes) {
        if (bytes == null) {
            row.setNullAt(column);
        } else {
            row.write(column, bytes);
        }
    }

    /** Writes a list of numbers into a column of the row; null stays null. */
    public void numbers(int column, long[] numbers) {
        if (numbers == null) {
            row.setNullAt(column);
            return;
        }
        int before = row.cursor();
        list.initialize(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            list.write(i, numbers[i]);
        }
        row.setOffsetAndSizeFromPreviousCursor(column, before);
    }

    private static void text(UnsafeRowWriter into, int column, String text) {
        if (text == null) {
            into.setNullAt(column);
        } else {
            into.write(column, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void day(int column, LocalDate date) {
        if (date == null) {
            row.setNullAt(column);
        } else {
            row.write(column, Math.toIntExact(date.toEpochDay()));
        }
    }

    private void texts(int column, List<String> texts) {
        int before = row.cursor();
        list.initialize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            list.write(i, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        row.setOffsetAndSizeFromPreviousCursor(column, before);
    }

    private void parties(int column, List<Party> parties) {
        int before = row.cursor();
        list.initialize(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            Party p = parties.get(i);
            record(i, p.name(), p.country(), p.harmonised());
        }
        row.setOffsetAndSizeFromPreviousCursor(column, before);
    }

    private void codes(int column, List<IpcCode> codes) {
        int before = row.cursor();
        list.initialize(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            IpcCode c = codes.get(i);
            record(i, c.symbol(), c.position(), c.value());
        }
        row.setOffsetAndSizeFromPreviousCursor(column, before);
    }

    private void record(int place, String first, String second, String third) {
        int before = list.cursor();
        record.resetRowWriter();
        text(record, 0, first);
        text(record, 1, second);
        text(record, 2, third);
        list.setOffsetAndSizeFromPreviousCursor(place, before);
    }
}
