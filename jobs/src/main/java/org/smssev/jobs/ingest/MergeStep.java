package org.smssev.jobs.ingest;

import java.util.Map;
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
    /** So many exceptions go to every task as they are; more are joined by sorting. */
    private static final long BROADCAST = 500_000;

    private final Dataset<Row> canonical;
    private final Dataset<Row> earlier;
    private final Dataset<Row> decisions;
    private final Dataset<Row> folded;

    /**
     * Decides, and folds what several records give.
     *
     * @param canonical the records, as {@link CanonicalRows}, persisted
     * @param earlier the patents as published by the run of an earlier release; null if there was none
     */
    MergeStep(Dataset<Row> canonical, Dataset<Row> earlier, boolean snapshot, int partitions) {
        this.canonical = canonical;
        this.earlier = earlier;
        decisions = Decisions.of(canonical, earlier, snapshot, partitions).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> numbers = decisions
                .filter(functions.col("action").equalTo(Action.FOLD.name()))
                .select("publication_number")
                .distinct();
        long n = numbers.count();
        folded = n == 0
                ? null
                : FoldStep.of(canonical, earlier, numbers, n, partitions).persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Counts the outcomes of all records, rejected ones included. */
    void count(Ledger ledger, Map<Integer, Long> rejected) {
        add(ledger, decisions);
        if (folded != null) {
            add(ledger, folded);
        }
        rejected.forEach((file, n) -> ledger.add(file, Outcome.QUARANTINED, n));
    }

    private static void add(Ledger ledger, Dataset<Row> rows) {
        rows.filter("outcome IS NOT NULL")
                .groupBy("file_no", "outcome")
                .count()
                .collectAsList()
                .forEach(r -> ledger.add(r.getInt(0), Outcome.valueOf(r.getString(1)), r.getLong(2)));
    }

    /** Publications after this release that are not withdrawn. */
    long present() {
        long several = folded == null
                ? 0
                : folded.filter("publication_number IS NOT NULL AND NOT withdrawn")
                        .count();
        return decisions.filter("present").count() + several;
    }

    /** The publications that this release gives or withdraws, with the columns of {@link PatentRows}. */
    Dataset<Row> changed(String release) {
        Dataset<Row> patents = single(release);
        if (folded != null) {
            patents = patents.union(
                    folded.filter("publication_number IS NOT NULL").select(PatentRows.columns()));
        }
        return earlier == null ? patents : patents.union(withdrawn());
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

    private Dataset<Row> single(String release) {
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
        Dataset<Row> exceptions = small(changed);
        return canonical
                .filter("accepted")
                .join(
                        exceptions,
                        canonical
                                .col("file_no")
                                .equalTo(exceptions.col("x_file_no"))
                                .and(canonical.col("record_no").equalTo(exceptions.col("x_record_no"))),
                        "left")
                .filter("x_action IS NULL OR x_action = 'EMIT'")
                .withColumn("first_release", functions.expr("coalesce(x_first_release, first_release)"))
                .withColumn("withdrawn", functions.col("withdrawal"))
                .select(PatentRows.columns());
    }

    private Dataset<Row> withdrawn() {
        Dataset<Row> numbers = small(decisions
                .filter(functions.col("action").equalTo(Action.WITHDRAW.name()))
                .select(functions.col("publication_number").as("x_key")));
        Dataset<Row> rows = earlier.select(PatentRows.fromTable());
        return rows.join(numbers, rows.col("publication_number").equalTo(numbers.col("x_key")), "left_semi")
                .withColumn("withdrawn", functions.lit(true))
                .select(PatentRows.columns());
    }

    private static Dataset<Row> small(Dataset<Row> rows) {
        return rows.count() <= BROADCAST ? functions.broadcast(rows) : rows;
    }

    @Override
    public void close() {
        if (folded != null) {
            folded.unpersist();
        }
        decisions.unpersist();
    }
}
