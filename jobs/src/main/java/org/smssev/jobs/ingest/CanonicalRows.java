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
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.Reading.Findings;
import org.smssev.jobs.ingest.RecordNormaliser.Normalised;
import org.smssev.jobs.ingest.format.Field;

/**
 * Canonical rows: one per record read, with the columns of {@link PatentRows} of the publication that it gives (null where
 * rejected; {@code withdrawn} where it only marks a withdrawal), and behind them where it stands and why it is rejected.
 * {@code outcome} is the place among {@link Merge#OUTCOMES} of what becomes of the record if no other gives its publication,
 * {@code earlier} the place of that among the {@link EarlierSketches}, -1 where these do not have it. A record that
 * {@code stays}, as the stored row was made of one that says the same, has no publication; number and family of each accepted
 * one are there as digests.
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
            .add("number_digest", DataTypes.LongType)
            .add("family_digest", DataTypes.LongType)
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
     * @param how what the rows depend on beside records, source, plan, release and the families that other records tell
     * @param earlier the publications that a snapshot replaces; null if they are not known, or it replaces none
     */
    static JavaRDD<InternalRow> of(
            Input input, String release, NormaliserSetup setup, String how, Broadcast<EarlierSketches> earlier) {
        Normalise normalise =
                new Normalise(input.source(), input.numbers(), input.plan(), release, setup, how, earlier);
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
            String how,
            Broadcast<EarlierSketches> earlier)
            implements FlatMapFunction<Iterator<Row>, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<InternalRow> call(Iterator<Row> rows) {
            Task task = new Task(this);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public InternalRow next() {
                    return task.canonical(rows.next());
                }
            };
        }
    }

    /** What a task has for itself. */
    private static final class Task {
        private final Normalise of;
        private final RecordNormaliser normaliser;
        private final FieldsDigest digest;
        private final EarlierSketches earlier;
        private final Sketching sketching;
        private final PatentWriter writer = new PatentWriter(SCHEMA.length());

        Task(Normalise of) {
            this.of = of;
            this.normaliser =
                    new RecordNormaliser(of.release(), of.source(), of.plan().writings(), of.setup());
            this.digest = new FieldsDigest(of.source() + "\n" + of.plan().writings() + "\n" + of.how());
            this.earlier = of.earlier() == null ? null : of.earlier().value();
            this.sketching = new Sketching(earlier, digest);
        }

        InternalRow canonical(Row r) {
            if (!r.isNullAt(Landing.REASON)) {
                return rejected(r, Normalised.rejected(r.getString(Landing.REASON), r.getString(Landing.DETAIL)));
            }
            Map<Field, String> fields = of.plan().fields(r);
            digest.of(fields);
            if (sketching.isKnown(
                    normaliser.namesFamily(fields), of.setup().families().isEmpty())) {
                return known(r);
            }
            Normalised n = normaliser.normalise(fields);
            if (n.patent() == null) {
                return rejected(r, n);
            }
            Findings findings = new Findings(IngestQuality.lacks(n.patent()), n.malformedIpc(), n.ipcStatuses());
            Patent patent = sketching.of(n.patent(), findings);
            return sketching.stays()
                    ? known(r)
                    : row(
                            r,
                            patent,
                            findings,
                            sketching.outcome(),
                            DigestedKeys.digest(UTF8String.fromString(patent.publicationNumber())),
                            DigestedKeys.digest(UTF8String.fromString(patent.familyId())),
                            null);
        }

        private InternalRow rejected(Row r, Normalised n) {
            return row(r, null, new Findings(0, 0, null), Outcome.QUARANTINED, 0, 0, n);
        }

        private InternalRow known(Row r) {
            int place = sketching.place();
            return row(
                    r,
                    null,
                    earlier.findings(place),
                    sketching.outcome(),
                    earlier.number(place),
                    earlier.family(place),
                    null);
        }

        private InternalRow row(
                Row r,
                Patent patent,
                Findings findings,
                Outcome outcome,
                long number,
                long family,
                Normalised rejection) {
            boolean accepted = rejection == null;
            UnsafeRowWriter row = writer.start(patent);
            int column = PATENT;
            row.write(column++, of.numbers().get(r.getString(Landing.FILE)));
            row.write(column++, r.getLong(Landing.RECORD_NO));
            row.write(column++, (long) findings.malformedIpc());
            writer.numbers(column++, findings.ipcStatuses());
            row.write(column++, r.getLong(Landing.REPLACED));
            row.write(column++, accepted);
            row.write(column++, findings.lacks());
            row.write(column++, Merge.OUTCOMES.indexOf(outcome));
            row.write(column++, accepted ? sketching.place() : -1);
            row.write(column++, accepted && sketching.stays());
            row.write(column++, number);
            row.write(column++, family);
            writer.text(column++, accepted ? null : rejection.reason());
            writer.text(column++, accepted ? null : rejection.detail());
            writer.text(
                    column,
                    accepted ? null : r.isNullAt(Landing.RAW) ? of.plan().raw(r) : r.getString(Landing.RAW));
            return row.getRow();
        }
    }
}
