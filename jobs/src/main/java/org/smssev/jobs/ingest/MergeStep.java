package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.smssev.jobs.ingest.Merge.Action;
import org.smssev.jobs.ingest.Merge.Outcome;

/**
 * Merges the records of a release with one another and with an earlier release. Most publications are given by one record
 * and pass as they are: only their numbers and digests are shuffled.
 */
final class MergeStep implements AutoCloseable {
    private final Dataset<Row> canonical;
    private final Dataset<Row> earlier;
    private final String release;
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
     * @param accepted how many of them are accepted
     * @param earlier the patents as published by the run of an earlier release; null if there was none
     * @param release this release
     */
    MergeStep(
            Dataset<Row> canonical,
            long accepted,
            Dataset<Row> earlier,
            String release,
            boolean snapshot,
            int partitions) {
        this.canonical = canonical;
        this.earlier = earlier;
        this.release = release;
        Dataset<Row> repeated = earlier == null ? persisted(Decisions.several(canonical)) : null;
        decisions = repeated != null && Broadcasts.fits(repeated.count())
                ? Decisions.ofFirst(canonical, repeated)
                : persisted(Decisions.of(canonical, accepted, earlier, snapshot, partitions));
        count();
        long several = total(c -> c.action() == Action.FOLD);
        folded =
                several == 0 ? null : persisted(FoldStep.of(canonical, earlier, severalNumbers(), several, partitions));
    }

    private Dataset<Row> persisted(Dataset<Row> rows) {
        Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
        toRelease.add(persisted);
        return persisted;
    }

    private void count() {
        decisions
                .groupBy(
                        functions.col("file_no"),
                        functions.col("outcome"),
                        functions.col("action"),
                        functions.col("first_release").equalTo(release),
                        functions.col("present"),
                        functions.col("was_present"))
                .count()
                .collectAsList()
                .forEach(r -> counted.add(new Counted(
                        r.getInt(0),
                        r.getString(1),
                        Action.valueOf(r.getString(2)),
                        r.getBoolean(3),
                        r.getBoolean(4),
                        r.getBoolean(5),
                        r.getLong(6))));
    }

    private long total(Predicate<Counted> of) {
        return counted.stream().filter(of).mapToLong(Counted::n).sum();
    }

    private Dataset<Row> severalNumbers() {
        return decisions
                .filter(functions.col("action").equalTo(Action.FOLD.name()))
                .select("publication_number")
                .distinct();
    }

    /** Counts the outcomes of all records, rejected ones included. */
    void count(Ledger ledger, Map<Integer, Long> rejected) {
        counted.stream()
                .filter(c -> c.outcome() != null)
                .forEach(c -> ledger.add(c.file(), Outcome.valueOf(c.outcome()), c.n()));
        if (folded != null) {
            folded.groupBy("file_no", "outcome")
                    .count()
                    .collectAsList()
                    .forEach(r -> ledger.add(r.getInt(0), Outcome.valueOf(r.getString(1)), r.getLong(2)));
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
        Dataset<Row> numbers = Broadcasts.ofFew(replaced(), nReplaced());
        return patents.join(numbers, patents.col("publication_number").equalTo(numbers.col("x_key")), "left_semi");
    }

    /** How many earlier publications this release gives or withdraws. */
    long nReplaced() {
        return total(Counted::isReplaced);
    }

    private Dataset<Row> single() {
        Dataset<Row> accepted = canonical.filter("accepted").withColumn("withdrawn", functions.col("withdrawal"));
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
        Dataset<Row> rows = earlier.select(PatentRows.fromTable());
        return rows.join(numbers, rows.col("publication_number").equalTo(numbers.col("x_key")), "left_semi")
                .withColumn("withdrawn", functions.lit(true))
                .select(PatentRows.columns());
    }

    @Override
    public void close() {
        toRelease.forEach(Dataset::unpersist);
    }
}
