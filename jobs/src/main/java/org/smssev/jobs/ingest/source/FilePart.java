package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.source.SourceReader.Opened;

/**
 * A part of a file that is read at a stretch.
 *
 * @param chunk which records; null for all
 */
public record FilePart(FileId id, SourceFile file, RecordScan.Chunk chunk) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Bytes of a part of a large file; one of a small file has less, for several cores. */
    private static final long CHUNK = 16L << 20;

    private static final long LEAST_CHUNK = 1L << 20;
    private static final int PARTS_OF_SMALL_FILE = 4;

    /**
     * The parts of a file, in order.
     *
     * @param most of so many records is kept where they end
     */
    public static List<FilePart> of(Opened opened, int most) {
        SourceFile file = opened.file();
        long size = Math.max(LEAST_CHUNK, Math.min(CHUNK, file.bytes() / PARTS_OF_SMALL_FILE));
        try {
            if (!file.isSplittable()) {
                List<RecordScan.Chunk> lines = file.cutLines(size);
                return lines.isEmpty() ? List.of(new FilePart(opened.id(), file, null)) : of(opened.id(), file, lines);
            }
            RecordScan.Cut cut = file.cut(size, most);
            if (cut.isCutOff()) {
                throw RawRows.cutOff(file);
            }
            return of(opened.id(), file.markedBy(cut.marks()), cut.chunks());
        } catch (IOException e) {
            throw RawRows.unreadable(file, e);
        }
    }

    private static List<FilePart> of(FileId id, SourceFile file, List<RecordScan.Chunk> chunks) {
        return chunks.stream().map(chunk -> new FilePart(id, file, chunk)).toList();
    }

    /** Tasks for files that together have so many bytes, at most one for a chunk. */
    static int tasks(long bytes) {
        return Math.toIntExact(Math.max(1, bytes / CHUNK));
    }

    /**
     * The records of parts, as {@link Landing#META} and the cells of the file.
     *
     * @param tasks partitions; each holds parts that stand together
     */
    static JavaRDD<Row> rows(SparkSession spark, List<FilePart> parts, int tasks) {
        return together(spark, parts, tasks).flatMap(FilePart::rows);
    }

    /** Parts, in so many partitions at most; each holds parts that stand together. */
    static JavaRDD<FilePart> together(SparkSession spark, List<FilePart> parts, int tasks) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(parts, Math.max(1, Math.min(parts.size(), tasks)));
    }

    /** Records of a chunk below the header of its table, by the scan. */
    public long records() {
        long lead = file.form().leadRows() + 1L;
        return Math.max(0, chunk.firstRecord() + chunk.records() - Math.max(lead, chunk.firstRecord()));
    }

    /** Its records, as {@link #rows(SparkSession, List, int)}. */
    public Iterator<Row> rows() {
        Iterator<RawRow> raw;
        try {
            raw = chunk == null ? RawRows.of(file) : RawRows.of(file, chunk);
        } catch (IOException e) {
            throw RawRows.unreadable(file, e);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return raw.hasNext();
                } catch (UncheckedIOException e) {
                    throw RawRows.unreadable(file, e.getCause());
                }
            }

            @Override
            public Row next() {
                RawRow record = raw.next();
                return row(record, record.number());
            }
        };
    }

    /**
     * The row of a record.
     *
     * @param number its place among the records of the file, from 1
     * @throws UserException if it is another header
     */
    public Row row(RawRow raw, long number) {
        HeaderAgain.refuseOther(file, raw, number);
        Object[] values = new Object[Landing.FIRST_CELL + file.header().size()];
        values[0] = id.source();
        values[Landing.FILE] = id.sha256();
        values[Landing.RECORD_NO] = number;
        values[Landing.REASON] = raw.reason();
        values[Landing.DETAIL] = raw.detail();
        values[Landing.RAW] = raw.raw();
        values[Landing.REPLACED] = raw.replaced();
        for (int i = 0; raw.cells() != null && i < raw.cells().size(); i++) {
            values[Landing.FIRST_CELL + i] = raw.cells().get(i);
        }
        return RowFactory.create(values);
    }
}
