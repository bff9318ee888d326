package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.table.Digests;
import org.smssev.jobs.ingest.Merge.Action;
import org.smssev.jobs.ingest.Merge.Decision;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.Merge.Sketch;

/**
 * Merges the records of a release with one another and with an earlier release. Most publications are given by one record
 * and pass as they are. Of a first release the digests of a {@link Census} tell which do not; else numbers and digests of
 * records are shuffled.
 */
final class MergeStep implements AutoCloseable {
    private final Dataset<Row> canonical;
    private final Dataset<Row> earlier;
    private final String release;
    /** Publications that several records give, if the census tells; null else. */
    private final Repeats several;
    /** What is done with each record; null if the census tells. */
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
     * @param earlier the patents as published by the run of an earlier release; null if there was none
     * @param release this release
     */
    MergeStep(
            Dataset<Row> canonical,
            Census census,
            Dataset<Row> earlier,
            String release,
            boolean snapshot,
            int partitions) {
        this.canonical = canonical;
        this.earlier = earlier;
        this.release = release;
        Digests numbers = census.allNumbers();
        if (earlier == null && !numbers.isFull()) {
            several = new Repeats(canonical.sparkSession(), numbers.repeated());
            decisions = null;
            countFirst(census);
        } else {
            several = null;
            decisions = persisted(Decisions.of(canonical, census.accepted(), earlier, snapshot, partitions));
            countDecisions();
        }
        folded = total(c -> c.action() == Action.FOLD) == 0 ? null : persisted(fold(partitions));
    }

    private Dataset<Row> persisted(Dataset<Row> rows) {
        Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
        toRelease.add(persisted);
        return persisted;
    }

    private void countFirst(Census census) {
        census.numbers().forEach((part, numbers) -> {
            Decision decision = Merge.single(null, new Sketch(part.isWithdrawal(), ""));
            long shared = numbers.among(several.digests());
            counted.add(new Counted(part.file(), null, Action.FOLD, true, false, false, shared));
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
        Dataset<Row> accepted = canonical.filter("accepted");
        if (several != null) {
            return FoldStep.of(accepted.filter(several.has("publication_number")), null, partitions);
        }
        Dataset<Row> numbers = decisions
                .filter(functions.col("action").equalTo(Action.FOLD.name()))
                .select(functions.col("publication_number").as("x_key"))
                .distinct();
        Dataset<Row> wanted = Broadcasts.ofFew(numbers, total(c -> c.action() == Action.FOLD));
        return FoldStep.of(
                of(accepted, wanted),
                earlier == null ? null : of(earlier, wanted).select(PatentRows.fromTable()),
                partitions);
    }

    /** Rows whose publication is among some, given as {@code x_key}. */
    private static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> numbers) {
        return rows.join(numbers, rows.col("publication_number").equalTo(numbers.col("x_key")), "left_semi");
    }

    private long total(Predicate<Counted> of) {
        return counted.stream().filter(of).mapToLong(Counted::n).sum();
    }

    /** Counts the outcomes of all records, rejected ones included. */
    void count(Ledger ledger, Map<Integer, Long> rejected) {
        counted.stream()
                .filter(c -> c.outcome() != null)
                .forEach(c -> ledger.add(c.file(), Outcome.valueOf(c.outcome()), c.n()));
        if (folded != null) {
            Tally.of(folded.select("file_no", "outcome"))
                    .forEach((r, n) -> ledger.add(r.getInt(0), Outcome.valueOf(r.getString(1)), n));
        }
        rejected.forEach((file, n) -> ledger.add(file, Outcome.QUARANTINED, n));
    }

    /**
     * Publications after this release that are not withdrawn.
     *
     * @param before how many there were before it
     */
    long present(long before) {
        long several = folded == null
                ? 0
                : folded.filter("publication_number IS NOT NULL AND NOT withdrawn")
                        .count();
        return before - total(Counted::wasPresent) + total(Counted::present) + several;
    }

    /** The publications that this release gives or withdraws, with the columns of {@link PatentRows}. */
    Dataset<Row> changed() {
        Dataset<Row> patents = single();
        if (folded != null) {
            patents = patents.union(
                    folded.filter("publication_number IS NOT NULL").select(PatentRows.columns()));
        }
        return total(c -> c.action() == Action.WITHDRAW) == 0 ? patents : patents.union(withdrawn());
    }

    /** Numbers of the earlier publications that this release gives or withdraws, as {@code x_key}. */
    Dataset<Row> replaced() {
        return decisions
                .filter(functions
                        .col("file_no")
                        .equalTo(Decisions.EARLIER)
                        .and(functions.col("action").notEqual(Action.CARRY.name())))
                .select(functions.col("publication_number").as("x_key"));
    }

    /** The publications of the earlier table that this release gives or withdraws, as they were. */
    Dataset<Row> replacedOf(Dataset<Row> patents) {
        return of(patents, Broadcasts.ofFew(replaced(), nReplaced()));
    }

    /** How many earlier publications this release gives or withdraws. */
    long nReplaced() {
        return total(Counted::isReplaced);
    }

    private Dataset<Row> single() {
        Dataset<Row> accepted = canonical.filter("accepted").withColumn("withdrawn", functions.col("withdrawal"));
        if (several != null) {
            return accepted.filter(functions.not(several.has("publication_number")))
                    .select(PatentRows.columns());
        }
        long n = total(Counted::isException);
        if (n == 0) {
            return accepted.select(PatentRows.columns());
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
                .withColumn("first_release", functions.expr("coalesce(x_first_release, first_release)"))
                .select(PatentRows.columns());
    }

    private Dataset<Row> withdrawn() {
        Dataset<Row> numbers = Broadcasts.ofFew(
                decisions
                        .filter(functions.col("action").equalTo(Action.WITHDRAW.name()))
                        .select(functions.col("publication_number").as("x_key")),
                total(c -> c.action() == Action.WITHDRAW));
        return of(earlier.select(PatentRows.fromTable()), numbers)
                .withColumn("withdrawn", functions.lit(true))
                .select(PatentRows.columns());
    }

    @Override
    public void close() {
        toRelease.forEach(Dataset::unpersist);
        if (several != null) {
            several.close();
        }
    }
}
