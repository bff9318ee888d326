package org.smssev.jobs.ingest;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.digest.FieldsDigest;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.format.CutCells;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.merge.LastChange;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;
import org.smssev.jobs.ingest.rows.PatentWriter;
import org.smssev.jobs.ingest.source.FilePart;
import org.smssev.jobs.ingest.source.Landing;
import org.smssev.jobs.ingest.source.RawRows;

/** Brings the records that a task reads to canonical rows; what each has to itself. Not for several threads. */
final class CanonicalTask {
    private final CanonicalRows.Normalise of;
    private final RecordNormaliser normaliser;
    private final FieldsDigest digest;
    private final EarlierSketches earlier;
    private final Sketching sketching;
    /** Places of the cells that fields are taken from. */
    private final int[] read;

    private final PatentWriter writer = new PatentWriter(CanonicalRows.SCHEMA.length());
    private final LastChange changes;
    /** Records of the last part that no row holds yet. */
    private final KnownRun run = new KnownRun();

    /** Whether the family of a record that names none is its own number. */
    private final boolean isOwn;

    CanonicalTask(CanonicalRows.Normalise of) {
        this.of = of;
        this.normaliser = of.plan().normaliser(of.release(), of.source(), of.setup());
        this.digest = new FieldsDigest(of.source() + "\n" + of.plan().reading() + "\n" + of.how());
        this.earlier = of.earlier() == null ? null : of.earlier().value();
        this.sketching = new Sketching(earlier, digest);
        this.read = of.plan().read();
        this.isOwn = of.setup().families().isEmpty();
        this.changes = new LastChange(of.plan().writings().get(Field.LAST_CHANGE));
    }

    /** Whether no record is left that is known and in no row yet. */
    boolean hasNoRun() {
        return run.isEmpty();
    }

    /** Starts to read a part of a file. */
    PartRecords records(FilePart part) {
        String how =
                String.join("\n", digest.how(), of.plan().ofCells(), part.file().howCut());
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
        int column = CanonicalRows.PATENT;
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
