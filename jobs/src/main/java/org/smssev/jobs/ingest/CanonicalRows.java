package org.smssev.jobs.ingest;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.ingest.source.FilePart;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.ingest.source.RecordPlan;

/**
 * Canonical rows: one per record read, but for those below, with the columns of {@link PatentRows} of the publication that it gives (null where
 * rejected, but for the number, if that is known; {@code withdrawn} where it only marks a withdrawal), and behind them where it
 * stands and why it is rejected; {@code detail} of an accepted one is the first text of it in the place of a country that is none.
 * {@code outcome} is the place among {@link Merge#OUTCOMES} of what becomes of the record if no other gives its publication,
 * {@code earlier} the place of that among the {@link EarlierSketches}, -1 where these do not have it. A record that
 * {@code stays}, as the stored row was made of one that says the same, has no publication; number and family of each accepted
 * one are there as digests. Records that are {@code known} by their bytes share a row, a {@link KnownRun}: it is accepted and
 * stays, and nothing else of it counts but the file.
 */
final class CanonicalRows {
    static final int PATENT = PatentRows.SCHEMA.length();

    /** The rows. */
    static final StructType SCHEMA = PatentRows.SCHEMA
            .add("file_no", DataTypes.IntegerType)
            .add("record_no", DataTypes.LongType)
            .add("malformed_ipc", DataTypes.LongType)
            .add("ipc_statuses", DataTypes.createArrayType(DataTypes.LongType))
            .add("replaced", DataTypes.LongType)
            .add("accepted", DataTypes.BooleanType)
            .add("lacks", DataTypes.IntegerType)
            .add("outcome", DataTypes.IntegerType)
            .add("earlier", DataTypes.IntegerType)
            .add("stays", DataTypes.BooleanType)
            .add("number_digest", DataTypes.LongType)
            .add("family_digest", DataTypes.LongType)
            .add("reason", DataTypes.StringType)
            .add("detail", DataTypes.StringType)
            .add("raw", DataTypes.StringType)
            .add("known", DataTypes.BinaryType);

    /** Places of columns behind the publication. */
    static final int FILE_NO = SCHEMA.fieldIndex("file_no");

    static final int RECORD_NO = SCHEMA.fieldIndex("record_no");
    static final int ACCEPTED = SCHEMA.fieldIndex("accepted");
    static final int EARLIER = SCHEMA.fieldIndex("earlier");
    static final int STAYS = SCHEMA.fieldIndex("stays");
    static final int NUMBER_DIGEST = SCHEMA.fieldIndex("number_digest");
    static final int REASON = SCHEMA.fieldIndex("reason");
    static final int DETAIL = SCHEMA.fieldIndex("detail");
    static final int RAW = SCHEMA.fieldIndex("raw");
    static final int KNOWN = SCHEMA.fieldIndex("known");

    static {
        if (UnsafeRow.calculateBitSetWidthInBytes(SCHEMA.length()) != UnsafeRow.calculateBitSetWidthInBytes(PATENT)) {
            throw new IllegalStateException(SCHEMA.length() + " columns do not start as " + PATENT + " do");
        }
    }

    private CanonicalRows() {}

    /**
     * The records of some files, in Spark's binary form, each in the bytes of the one before it.
     *
     * @param how what the rows depend on beside records, source, plan, release and the families that other records tell
     * @param earlier the publications that the records are held against; null if they are held against none
     */
    static JavaRDD<InternalRow> of(
            Input input, String release, NormaliserSetup setup, String how, Broadcast<EarlierSketches> earlier) {
        Normalise normalise =
                new Normalise(input.source(), input.numbers(), input.plan(), release, setup, how, earlier);
        return input.parts() == null
                ? input.dataset().get().javaRDD().mapPartitions(normalise)
                : input.parts().mapPartitions(normalise::parts);
    }

    /**
     * The publications of canonical rows, with the columns of {@link PatentRows}. They are in the bytes of these rows: a row
     * of fewer columns starts as a longer one does, as long as both have as many words for what is null.
     *
     * @param canonical in Spark's binary form
     * @return rows each of which may be the object of the one before it
     */
    static JavaRDD<InternalRow> patents(JavaRDD<InternalRow> canonical) {
        return canonical.mapPartitions(rows -> {
            UnsafeRow patent = new UnsafeRow(PATENT);
            return new Iterator<InternalRow>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public InternalRow next() {
                    UnsafeRow row = (UnsafeRow) rows.next();
                    patent.pointTo(row.getBaseObject(), row.getBaseOffset(), row.getSizeInBytes());
                    return patent;
                }
            };
        });
    }

    /** Brings rows as they were read to canonical ones. */
    record Normalise(
            String source,
            Map<String, Integer> numbers,
            RecordPlan plan,
            String release,
            NormaliserSetup setup,
            String how,
            Broadcast<EarlierSketches> earlier)
            implements FlatMapFunction<Iterator<Row>, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<InternalRow> call(Iterator<Row> rows) {
            CanonicalTask task = new CanonicalTask(this);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public InternalRow next() {
                    return task.canonical(rows.next(), null, null);
                }
            };
        }

        /** The records of parts that are read in place. */
        Iterator<InternalRow> parts(Iterator<FilePart> parts) {
            CanonicalTask task = new CanonicalTask(this);
            return new Iterator<>() {
                private FilePart part;
                private PartRecords records;

                @Override
                public boolean hasNext() {
                    while ((records == null || !records.hasNext()) && task.hasNoRun() && parts.hasNext()) {
                        part = parts.next();
                        // Its bytes are let go first.
                        records = null;
                        records = task.records(part);
                    }
                    return records != null && (records.hasNext() || !task.hasNoRun());
                }

                @Override
                public InternalRow next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return task.next(part, records);
                }
            };
        }
    }
}
