package org.smssev.jobs.ingest;

import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.RecordNormaliser.Normalised;

/**
 * Canonical rows: one per record read, with the columns of {@link PatentRows} of the publication that it gives (null where
 * rejected; {@code withdrawn} where it only marks a withdrawal), and behind them where it stands and why it is rejected.
 * {@code outcome} is the place among {@link Merge#OUTCOMES} of what becomes of the record if no other gives its publication,
 * {@code earlier} the place of that among the {@link EarlierSketches}, -1 where these do not have it. Of a record that
 * {@code stays}, as the stored row says the same, only number, family, releases and sources are kept.
 */
final class CanonicalRows {
    private static final int PATENT = PatentRows.SCHEMA.length();

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
            .add("reason", DataTypes.StringType)
            .add("detail", DataTypes.StringType)
            .add("raw", DataTypes.StringType);

    static {
        if (UnsafeRow.calculateBitSetWidthInBytes(SCHEMA.length()) != UnsafeRow.calculateBitSetWidthInBytes(PATENT)) {
            throw new IllegalStateException(
                    "A row of " + SCHEMA.length() + " columns does not start as one of " + PATENT);
        }
    }

    private CanonicalRows() {}

    /**
     * The records of some files, in Spark's binary form, each in the bytes of the one before it.
     *
     * @param earlier the publications that a snapshot replaces; null if they are not known, or it replaces none
     */
    static JavaRDD<InternalRow> of(
            Input input, String release, NormaliserSetup setup, Broadcast<EarlierSketches> earlier) {
        Normalise normalise = new Normalise(input.source(), input.numbers(), input.plan(), release, setup, earlier);
        return input.records().get().mapPartitions(normalise);
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
    private record Normalise(
            String source,
            Map<String, Integer> numbers,
            RecordPlan plan,
            String release,
            NormaliserSetup setup,
            Broadcast<EarlierSketches> earlier)
            implements FlatMapFunction<Iterator<Row>, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<InternalRow> call(Iterator<Row> rows) {
            PatentWriter writer = new PatentWriter(SCHEMA.length());
            RecordNormaliser normaliser = new RecordNormaliser(release, source, plan.writings(), setup);
            Sketching sketching = new Sketching(earlier == null ? null : earlier.value());
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public InternalRow next() {
                    return canonical(rows.next(), normaliser, sketching, writer);
                }
            };
        }

        private InternalRow canonical(Row r, RecordNormaliser normaliser, Sketching sketching, PatentWriter writer) {
            Normalised n = r.isNullAt(Landing.REASON)
                    ? normaliser.normalise(plan.fields(r))
                    : Normalised.rejected(r.getString(Landing.REASON), r.getString(Landing.DETAIL));
            boolean accepted = n.patent() != null;
            String raw = accepted ? null : r.isNullAt(Landing.RAW) ? plan.raw(r) : r.getString(Landing.RAW);
            UnsafeRowWriter row = writer.start(accepted ? sketching.of(n.patent()) : null);
            int column = PATENT;
            row.write(column++, numbers.get(r.getString(Landing.FILE)));
            row.write(column++, r.getLong(Landing.RECORD_NO));
            row.write(column++, (long) n.malformedIpc());
            writer.numbers(column++, n.ipcStatuses());
            row.write(column++, r.getLong(Landing.REPLACED));
            row.write(column++, accepted);
            row.write(column++, accepted ? IngestQuality.lacks(n.patent()) : 0);
            row.write(column++, Merge.OUTCOMES.indexOf(accepted ? sketching.outcome() : Outcome.QUARANTINED));
            row.write(column++, accepted ? sketching.place() : -1);
            row.write(column++, accepted && sketching.stays());
            writer.text(column++, n.reason());
            writer.text(column++, n.detail());
            writer.text(column, raw);
            return row.getRow();
        }
    }
}
