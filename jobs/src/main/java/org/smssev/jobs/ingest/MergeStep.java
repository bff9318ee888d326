package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Action;
import org.smssev.jobs.ingest.Merge.Decision;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.Merge.Sketch;

/**
 * Merges the records of a release with one another and with an earlier release. Most publications are given by one record
 * and pass as they are. Of a first release and of an increment digests tell which do not ({@link Census},
 * {@link ReleaseOverlap}); where these would be too many, and of a snapshot too large for {@link SnapshotMerge}, numbers and
 * digests of all records are shuffled.
 */
final class MergeStep implements ReleaseMerge {
    private static final String NUMBER = "publication_number";

    private final InternalRows canonical;
    private final Census census;
    /** Earlier publications; null if there were none. */
    private final EarlierPatents earlier;

    private final String release;
    /** Publications that several records give, the earlier one among them, if digests tell; null else. */
    private final DigestedKeys several;
    /** What is done with each record of {@link #undecided()}; null if nothing is to be decided. */
    private final Dataset<Row> decisions;

    private final Dataset<Row> folded;
    private final List<Counted> counted = new ArrayList<>();
    private final List<Dataset<Row>> toRelease = new ArrayList<>();

    /**
     * Decisions of one kind.
     *
     * @param outcome null where a fold tells
     * @param isFirst whether the publications are of this release first
     * @param present whether they leave a publication that is not withdrawn
     * @param wasPresent whether they stand for earlier ones that were not
     */
    private record Counted(
            int file, String outcome, Action action, boolean isFirst, boolean present, boolean wasPresent, long n) {
        boolean isException() {
            return file != Decisions.EARLIER && (action != Action.EMIT || !isFirst);
        }

        boolean isReplaced() {
            return file == Decisions.EARLIER && action != Action.CARRY;
        }
    }

    /**
     * Decides, and folds what several records give.
     *
     * @param canonical the records, as {@link CanonicalRows}, persisted
     * @param census what it counted of them
     * @param earlier the patents as published by the run of an earlier release, to be closed with it; null if there was none
     * @param release this release
     */
    MergeStep(
            InternalRows canonical,
            Census census,
            EarlierPatents earlier,
            String release,
            boolean snapshot,
            int partitions) {
        this.canonical = canonical;
        this.census = census;
        this.release = release;
        if (earlier != null && earlier.areToldByDigests()) {
            several = new DigestedKeys(canonical.spark(), earlier.overlap().publications(census));
        } else if (earlier == null && !census.allNumbers().isFull()) {
            several = new DigestedKeys(canonical.spark(), census.allNumbers().repeated());
        } else {
            several = null;
        }
        this.earlier = earlier;
        if (several != null) {
            countSingle(census, earlier == null);
        }
        boolean decided = several != null && (earlier == null || several.size() == 0);
        decisions = decided
                ? null
                : persisted(Decisions.of(undecided(), census.accepted(), earlier(), snapshot, partitions));
        if (decisions != null) {
            countDecisions();
        }
        folded = total(c -> c.action() == Action.FOLD) == 0 ? null : persisted(fold(partitions));
    }

    /** Earlier publications, of an increment those alone that digests tell it may give; null if there were none. */
    private Dataset<Row> earlier() {
        return earlier == null ? null : earlier.given(several);
    }

    /** The accepted records of publications that several records may give. */
    private Dataset<Row> undecided() {
        Dataset<Row> accepted = canonical.dataset().filter("accepted");
        return several == null ? accepted : accepted.filter(several.has(NUMBER));
    }

    private Dataset<Row> persisted(Dataset<Row> rows) {
        Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
        toRelease.add(persisted);
        return persisted;
    }

    /** Counts the publications that one record gives, and of a first release the others. */
    private void countSingle(Census census, boolean isFirst) {
        census.numbers().forEach((part, numbers) -> {
            Decision decision = Merge.single(null, new Sketch(part.isWithdrawal(), ""));
            long shared = numbers.among(several.digests());
            if (isFirst) {
                counted.add(new Counted(part.file(), null, Action.FOLD, true, false, false, shared));
            }
            counted.add(new Counted(
                    part.file(),
                    decision.outcome().name(),
                    decision.action(),
                    true,
                    !part.isWithdrawal(),
                    false,
                    numbers.size() - shared));
        });
    }

    private void countDecisions() {
        Dataset<Row> kinds = decisions.select(
                functions.col("file_no"),
                functions.col("outcome"),
                functions.col("action"),
                functions.col("first_release").equalTo(release),
                functions.col("present"),
                functions.col("was_present"));
        Tally.of(kinds)
                .forEach((r, n) -> counted.add(new Counted(
                        r.getInt(0),
                        r.getString(1),
                        Action.valueOf(r.getString(2)),
                        r.getBoolean(3),
                        r.getBoolean(4),
                        r.getBoolean(5),
                        n)));
    }

    private Dataset<Row> fold(int partitions) {
        if (decisions == null) {
            return FoldStep.of(undecided(), null, partitions);
        }
        Dataset<Row> numbers = decisions
                .filter(functions.col("action").equalTo(Action.FOLD.name()))
                .select(functions.col(NUMBER).as("x_key"))
                .distinct();
        Dataset<Row> wanted = Broadcasts.ofFew(numbers, total(c -> c.action() == Action.FOLD));
        return FoldStep.of(
                of(undecided(), wanted),
                earlier == null ? null : of(earlier(), wanted).select(PatentRows.fromTable()),
                partitions);
    }

    /** Rows whose publication is among some, given as {@code x_key}. */
    private static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> numbers) {
        return rows.join(numbers, rows.col(NUMBER).equalTo(numbers.col("x_key")), "left_semi");
    }

    private long total(Predicate<Counted> of) {
        return counted.stream().filter(of).mapToLong(Counted::n).sum();
    }

    @Override
    public void count(Ledger ledger, Map<Integer, Long> rejected) {
        counted.stream()
                .filter(c -> c.outcome() != null)
                .forEach(c -> ledger.add(c.file(), Outcome.valueOf(c.outcome()), c.n()));
        if (folded != null) {
            Tally.of(folded.select("file_no", "outcome"))
                    .forEach((r, n) -> ledger.add(r.getInt(0), Outcome.valueOf(r.getString(1)), n));
        }
        rejected.forEach((file, n) -> ledger.add(file, Outcome.QUARANTINED, n));
    }

    @Override
    public long before() {
        return earlier == null ? 0 : earlier.present();
    }

    @Override
    public long present(long before) {
        long several = folded == null
                ? 0
                : folded.filter("publication_number IS NOT NULL AND NOT withdrawn")
                        .count();
        return before - total(Counted::wasPresent) + total(Counted::present) + several;
    }

    @Override
    public InternalRows changed() {
        List<Dataset<Row>> parts = new ArrayList<>();
        if (several == null || decisions != null) {
            parts.add(emitted().select(PatentRows.toTable()));
        }
        if (folded != null) {
            parts.add(folded.filter("publication_number IS NOT NULL").select(PatentRows.toTable()));
        }
        if (total(c -> c.action() == Action.WITHDRAW) > 0) {
            parts.add(withdrawn());
        }
        if (several == null) {
            return parts.stream()
                    .reduce(Dataset::union)
                    .map(InternalRows::planned)
                    .orElseThrow();
        }
        InternalRows alone = alone();
        return parts.isEmpty() ? alone : InternalRows.planned(parts.stream().reduce(alone.dataset(), Dataset::union));
    }

    @Override
    public Carry carried() {
        return earlier == null ? Carry.NOTHING : stayingPatents().carry();
    }

    @Override
    public Optional<Staying> staying() {
        return earlier == null ? Optional.empty() : Optional.of(stayingPatents());
    }

    private StayingPatents stayingPatents() {
        return new StayingPatents(earlier, census, several, nReplaced() == 0 ? null : replaced(), nReplaced());
    }

    /** Numbers of the earlier publications that this release gives or withdraws, as {@code x_key}. */
    private Dataset<Row> replaced() {
        return decisions
                .filter(functions
                        .col("file_no")
                        .equalTo(Decisions.EARLIER)
                        .and(functions.col("action").notEqual(Action.CARRY.name())))
                .select(functions.col(NUMBER).as("x_key"));
    }

    /** How many earlier publications this release gives or withdraws. */
    long nReplaced() {
        return total(Counted::isReplaced);
    }

    /** What records give that are known to be alone with their publication. */
    private InternalRows alone() {
        int accepted = CanonicalRows.SCHEMA.fieldIndex("accepted");
        DigestedKeys.Known shared = several.known();
        JavaRDD<InternalRow> alone = CanonicalRows.patents(
                canonical.rows().filter(row -> row.getBoolean(accepted) && !shared.has(row.getUTF8String(0))));
        // The rows are those of the table, where a date is a number of days too.
        return InternalRows.made(canonical.spark(), alone, TableSchema.spark(Patent.class));
    }

    /** What the decided records give that need no fold. */
    private Dataset<Row> emitted() {
        Dataset<Row> accepted = undecided();
        long n = total(Counted::isException);
        if (n == 0) {
            return accepted;
        }
        Dataset<Row> changed = decisions
                .filter(functions
                        .col("file_no")
                        .notEqual(Decisions.EARLIER)
                        .and(functions
                                .col("action")
                                .notEqual(Action.EMIT.name())
                                .or(functions.col("first_release").notEqual(release))))
                .select(
                        functions.col("file_no").as("x_file_no"),
                        functions.col("record_no").as("x_record_no"),
                        functions.col("action").as("x_action"),
                        functions.col("first_release").as("x_first_release"));
        Dataset<Row> exceptions = Broadcasts.ofFew(changed, n);
        return accepted.join(
                        exceptions,
                        accepted.col("file_no")
                                .equalTo(exceptions.col("x_file_no"))
                                .and(accepted.col("record_no").equalTo(exceptions.col("x_record_no"))),
                        "left")
                .filter("x_action IS NULL OR x_action = 'EMIT'")
                .withColumn("first_release", functions.expr("coalesce(x_first_release, first_release)"));
    }

    private Dataset<Row> withdrawn() {
        Dataset<Row> numbers = Broadcasts.ofFew(
                decisions
                        .filter(functions.col("action").equalTo(Action.WITHDRAW.name()))
                        .select(functions.col(NUMBER).as("x_key")),
                total(c -> c.action() == Action.WITHDRAW));
        return of(earlier(), numbers)
                .withColumn("withdrawn", functions.lit(true))
                .select(PatentRows.columns());
    }

    @Override
    public void close() {
        toRelease.forEach(Dataset::unpersist);
        if (several != null) {
            several.close();
        }
        if (earlier != null) {
            earlier.close();
        }
    }
}
