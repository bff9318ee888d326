package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.RecordNormaliser.Normalised;

/**
 * Canonical rows: one per record read, with where it stands, whether it is rejected, and the columns of {@link PatentRows}
 * of the publication that it gives (null where rejected).
 */
final class CanonicalRows {
    /** Where the publication's columns start. */
    static final int PATENT = 11;

    /** The rows. */
    static final StructType SCHEMA = schema();

    private CanonicalRows() {}

    private static StructType schema() {
        StructType schema = new StructType()
                .add("file_no", DataTypes.IntegerType)
                .add("record_no", DataTypes.LongType)
                .add("withdrawal", DataTypes.BooleanType)
                .add("malformed_ipc", DataTypes.LongType)
                .add("ipc_statuses", DataTypes.createArrayType(DataTypes.LongType))
                .add("replaced", DataTypes.LongType)
                .add("accepted", DataTypes.BooleanType)
                .add("lacks", DataTypes.IntegerType)
                .add("reason", DataTypes.StringType)
                .add("detail", DataTypes.StringType)
                .add("raw", DataTypes.StringType);
        if (schema.length() != PATENT) {
            throw new IllegalStateException("CanonicalRows.PATENT is " + PATENT + ", not " + schema.length());
        }
        for (int i = 0; i < PatentRows.SCHEMA.length(); i++) {
            schema = schema.add(PatentRows.SCHEMA.apply(i));
        }
        return schema;
    }

    /** The records of some files, in Spark's binary form, each in the bytes of the one before it. */
    static JavaRDD<InternalRow> of(Input input, String release, NormaliserSetup setup) {
        Normalise normalise = new Normalise(input.source(), input.numbers(), input.plan(), release, setup);
        JavaRDD<Row> rows = input.inPlace() == null ? input.rows().javaRDD() : input.inPlace();
        return rows.mapPartitions(normalise);
    }

    /** Puts the columns of a publication behind other columns. */
    static Row row(Object[] before, Patent patent) {
        return RowFactory.create(values(before, patent, RowForm.EXTERNAL));
    }

    private static Object[] values(Object[] before, Patent patent, RowForm form) {
        Object[] values = Arrays.copyOf(before, before.length + PatentRows.SCHEMA.length());
        if (patent != null) {
            System.arraycopy(PatentRows.values(patent, form), 0, values, before.length, PatentRows.SCHEMA.length());
        }
        return values;
    }

    /** Brings rows as they were read to canonical ones. */
    private record Normalise(
            String source, Map<String, Integer> numbers, RecordPlan plan, String release, NormaliserSetup setup)
            implements FlatMapFunction<Iterator<Row>, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<InternalRow> call(Iterator<Row> rows) {
            UnsafeProjection binary = UnsafeProjection.create(SCHEMA);
            RecordNormaliser normaliser = new RecordNormaliser(release, source, plan.writings(), setup);
            RecordDigest digest = new RecordDigest();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public InternalRow next() {
                    Object[] values = canonical(rows.next(), normaliser, digest);
                    return binary.apply(new GenericInternalRow(values));
                }
            };
        }

        private Object[] canonical(Row r, RecordNormaliser normaliser, RecordDigest digest) {
            Normalised n = r.isNullAt(Landing.REASON)
                    ? normaliser.normalise(plan.fields(r))
                    : Normalised.rejected(r.getString(Landing.REASON), r.getString(Landing.DETAIL));
            boolean accepted = n.patent() != null;
            String raw = accepted ? null : r.isNullAt(Landing.RAW) ? plan.raw(r) : r.getString(Landing.RAW);
            Object[] before = {
                numbers.get(r.getString(Landing.FILE)),
                r.getLong(Landing.RECORD_NO),
                n.withdrawal(),
                (long) n.malformedIpc(),
                n.ipcStatuses() == null ? null : new GenericArrayData(n.ipcStatuses()),
                r.getLong(Landing.REPLACED),
                accepted,
                accepted ? IngestQuality.lacks(n.patent()) : 0,
                RowForm.INTERNAL.text(n.reason()),
                RowForm.INTERNAL.text(n.detail()),
                RowForm.INTERNAL.text(raw)
            };
            return values(before, accepted ? Merge.hashed(n.patent(), digest) : null, RowForm.INTERNAL);
        }
    }
}
