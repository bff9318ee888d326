package org.smssev.jobs.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.Reading.Findings;
import org.smssev.jobs.ingest.format.CutCells;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;
import org.smssev.jobs.ingest.source.FilePart;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.ingest.source.Landing;
import org.smssev.jobs.ingest.source.RawRows;
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
                    return task.canonical(rows.next(), null, null);
                }
            };
        }

        /** The records of parts that are read in place. */
        Iterator<InternalRow> parts(Iterator<FilePart> parts) {
            Task task = new Task(this);
            return new Iterator<>() {
                private FilePart part;
                private PartRecords records;

                @Override
                public boolean hasNext() {
                    while ((records == null || !records.hasNext()) && task.run.isEmpty() && parts.hasNext()) {
                        part = parts.next();
                        // Its bytes are let go first.
                        records = null;
                        records = task.records(part);
                    }
                    return records != null && (records.hasNext() || !task.run.isEmpty());
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

    /** What a task has for itself. */
    private static final class Task {
        private final Normalise of;
        private final RecordNormaliser normaliser;
        private final FieldsDigest digest;
        private final EarlierSketches earlier;
        private final Sketching sketching;
        /** Places of the cells that fields are taken from. */
        private final int[] read;

        private final PatentWriter writer = new PatentWriter(SCHEMA.length());
        private final LastChange changes;
        /** Records of the last part that no row holds yet. */
        private final KnownRun run = new KnownRun();

        /** Whether the family of a record that names none is its own number. */
        private final boolean isOwn;

        Task(Normalise of) {
            this.of = of;
            this.normaliser = of.plan().normaliser(of.release(), of.source(), of.setup());
            this.digest = new FieldsDigest(of.source() + "\n" + of.plan().reading() + "\n" + of.how());
            this.earlier = of.earlier() == null ? null : of.earlier().value();
            this.sketching = new Sketching(earlier, digest);
            this.read = of.plan().read();
            this.isOwn = of.setup().families().isEmpty();
            this.changes = new LastChange(of.plan().writings().get(Field.LAST_CHANGE));
        }

        /** Starts to read a part of a file. */
        PartRecords records(FilePart part) {
            String how = String.join(
                    "\n", digest.how(), of.plan().ofCells(), part.file().howCut());
            try {
                return new PartRecords(part, new BytesDigest.Start(how), bytes -> sketching.known(bytes, isOwn));
            } catch (IOException e) {
                throw RawRows.unreadable(part.file(), e);
            }
        }

        /** The next record of a part, or several that are known. */
        InternalRow next(FilePart part, PartRecords records) {
            while (records.hasNext() && !run.isFull()) {
                records.next();
                if (records.place() < 0) {
                    BytesDigest bytes = records.digest();
                    return canonical(records.row(), bytes, records::raw);
                }
                run.add(records.number(), records.place());
            }
            return run(of.numbers().get(part.id().sha256()));
        }

        private InternalRow run(int file) {
            return row(file, 0, 0, null, Findings.NOTHING, Outcome.UNCHANGED, 0, 0, null, null, null, run.take());
        }

        /**
         * A record.
         *
         * @param bytes digest of its bytes; null where it was not read in place
         * @param raw gives its text, as it stands in the file; null where it was not read in place
         */
        InternalRow canonical(Row r, BytesDigest bytes, Supplier<String> raw) {
            if (!r.isNullAt(Landing.REASON)) {
                return rejected(r, unsplit(r), raw);
            }
            int file = of.numbers().get(r.getString(Landing.FILE));
            long record = r.getLong(Landing.RECORD_NO);
            long replaced = r.getLong(Landing.REPLACED);
            Map<Field, String> fields = of.plan().fields(r);
            digest.of(fields);
            if (sketching.isKnown(isOwn)) {
                // Of other cells than those of the fields, too, which may have changed.
                return known(file, record, replaced);
            }
            Normalised n = normaliser.normalise(fields);
            if (n.patent() == null) {
                return rejected(r, n, raw);
            }
            LastChange.Told change = changes.of(fields);
            Findings findings = new Findings(
                    normaliser.namesFamily(fields),
                    n.detectsLanguage(),
                    of.plan().cutsNames(),
                    replaced,
                    Lacks.of(
                            n.patent(),
                            new Lacks.Told(
                                    normaliser.hasRounded(fields),
                                    change.isUnread(),
                                    n.unknownCountry() != null,
                                    of.plan().isOwnNumber(n.patent().office()),
                                    hasCut(r))),
                    n.malformedIpc(),
                    n.ipcStatuses());
            Patent patent = change.dated(sketching.of(n.patent(), bytes, findings));
            return sketching.stays()
                    ? known(file, record, replaced)
                    : accepted(
                            file,
                            record,
                            replaced,
                            patent,
                            findings,
                            sketching.key().number(),
                            sketching.key().family(),
                            n.unknownCountry());
        }

        /** Whether a spreadsheet program cut a cell of a record that is read. */
        private boolean hasCut(Row r) {
            for (int at : read) {
                if (CutCells.isCut(r.getString(at))) {
                    return true;
                }
            }
            return false;
        }

        /** A record that could not be read; where it is a row, its first cells may tell which it is. */
        private Normalised unsplit(Row r) {
            String reason = r.getString(Landing.REASON);
            String number = RawRows.areUnsplit(reason) ? of.plan().number(r.getString(Landing.RAW)) : null;
            return Normalised.rejected(reason, r.getString(Landing.DETAIL), number);
        }

        private InternalRow known(int file, long record, long replaced) {
            int place = sketching.place();
            Findings findings = earlier.findings(place);
            return accepted(file, record, replaced, null, findings, earlier.number(place), earlier.family(place), null);
        }

        private InternalRow accepted(
                int file,
                long record,
                long replaced,
                Patent patent,
                Findings findings,
                long number,
                long family,
                String unknownCountry) {
            return row(
                    file,
                    record,
                    replaced,
                    patent,
                    findings,
                    sketching.outcome(),
                    number,
                    family,
                    null,
                    unknownCountry,
                    null,
                    null);
        }

        private InternalRow rejected(Row r, Normalised n, Supplier<String> text) {
            return row(
                    of.numbers().get(r.getString(Landing.FILE)),
                    r.getLong(Landing.RECORD_NO),
                    r.getLong(Landing.REPLACED),
                    null,
                    Findings.NOTHING,
                    Outcome.QUARANTINED,
                    0,
                    0,
                    n,
                    n.detail(),
                    r.isNullAt(Landing.RAW) ? raw(r, text) : r.getString(Landing.RAW),
                    null);
        }

        /** The text of a row that was split; where it is longer than what readers keep of it, its cells tell all of it. */
        private String raw(Row r, Supplier<String> text) {
            String raw = text == null ? null : text.get();
            return raw == null || raw.length() >= Document.MAX_RAW ? of.plan().raw(r) : raw;
        }

        /** Where the publication of a rejected record is among the earlier ones; -1 if it is none of them. */
        private int place(String number) {
            return earlier == null || number == null ? -1 : earlier.place(KeyDigests.of(number, number));
        }

        private InternalRow row(
                int file,
                long record,
                long replaced,
                Patent patent,
                Findings findings,
                Outcome outcome,
                long number,
                long family,
                Normalised rejection,
                String detail,
                String raw,
                byte[] known) {
            boolean accepted = rejection == null;
            UnsafeRowWriter row = accepted ? writer.start(patent) : writer.start(rejection.number());
            int column = PATENT;
            row.write(column++, file);
            row.write(column++, record);
            row.write(column++, (long) findings.malformedIpc());
            writer.numbers(column++, findings.ipcStatuses());
            row.write(column++, replaced);
            row.write(column++, accepted);
            row.write(column++, findings.lacks());
            row.write(column++, Merge.OUTCOMES.indexOf(outcome));
            int place = accepted ? sketching.place() : place(rejection.number());
            row.write(column++, known == null ? place : -1);
            row.write(column++, known != null || accepted && sketching.stays());
            row.write(column++, number);
            row.write(column++, family);
            writer.text(column++, accepted ? null : rejection.reason());
            writer.text(column++, detail);
            writer.text(column++, raw);
            writer.bytes(column, known);
            return row.getRow();
        }
    }
}
