package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Action;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.rows.Broadcasts;
import org.smssev.jobs.ingest.rows.PatentRows;

/**
 * Merges the records of a release with one another and with an earlier release where there are too many for digests: numbers
 * and digests of all records are shuffled ({@link Decisions}). Most publications are given by one record and pass as they are.
 */
final class ShuffledMerge implements ReleaseMerge {
    private static final String NUMBER = "publication_number";

    private static final UserDefinedFunction TOLD =
            functions.udf((UDF1<String, String>) Reading::told, DataTypes.StringType);

    private final InternalRows canonical;
    /** Earlier publications; null if there were none. */
    private final StoredTable earlier;

    private final Merge.Settings settings;
    /** What is done with each record. */
    private final Dataset<Row> decisions;
    /** What several records give; null if there is no such publication. */
    private final Folded folded;

    private final List<Counted> counted = new ArrayList<>();

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
     * @param canonical the records, as {@link CanonicalRows}, kept
     * @param accepted how many of them are accepted
     * @param earlier the patents as published by the run of an earlier release; null if there was none
     * @param snapshot whether it withdraws what it lacks
     */
    ShuffledMerge(
            InternalRows canonical,
            long accepted,
            StoredTable earlier,
            Merge.Settings settings,
            boolean snapshot,
            int partitions) {
        this.canonical = canonical;
        this.settings = settings;
        this.earlier = earlier;
        this.decisions = Decisions.of(
                        canonical.dataset(), accepted, earlier == null ? null : earlier.dataset(), snapshot, partitions)
                .persist(StorageLevel.MEMORY_AND_DISK());
        countDecisions();
        this.folded = total(c -> c.action() == Action.FOLD) == 0 ? null : folded(snapshot, partitions);
    }

    private Dataset<Row> accepted() {
        return canonical.dataset().filter("accepted");
    }

    private void countDecisions() {
        Dataset<Row> kinds = decisions.select(
                functions.col("file_no"),
                functions.col("outcome"),
                functions.col("action"),
                functions.col("first_release").equalTo(settings.release()),
                functions.col("present"),
                functions.col("was_present"));
        RowCounts.of(kinds)
                .forEach((r, n) -> counted.add(new Counted(
                        r.getInt(0),
                        r.getString(1),
                        Action.valueOf(r.getString(2)),
                        r.getBoolean(3),
                        r.getBoolean(4),
                        r.getBoolean(5),
                        n)));
    }

    private Folded folded(boolean snapshot, int partitions) {
        Dataset<Row> numbers = decisions
                .filter(functions.col("action").equalTo(Action.FOLD.name()))
                .select(functions.col(NUMBER).as("x_key"))
                .distinct();
        Dataset<Row> wanted = Broadcasts.ofFew(numbers, total(c -> c.action() == Action.FOLD));
        return new Folded(
                canonical.spark(),
                InternalRows.planned(of(accepted(), wanted)).rows(),
                earlier == null
                        ? null
                        : new Folded.Earlier(
                                InternalRows.planned(of(earlier.dataset(), wanted)), replaced(), null, !snapshot),
                settings,
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
    public boolean isToldByDigests() {
        return earlier == null;
    }

    @Override
    public void count(Ledger ledger, Map<Integer, Long> rejected) {
        counted.stream()
                .filter(c -> c.outcome() != null)
                .forEach(c -> ledger.add(c.file(), Outcome.valueOf(c.outcome()), c.n()));
        if (folded != null) {
            folded.count(ledger);
        }
        rejected.forEach((file, n) -> ledger.add(file, Outcome.QUARANTINED, n));
    }

    @Override
    public Lacking lacking(Lacking ofRecords) {
        return folded == null ? ofRecords : folded.lacking(ofRecords);
    }

    @Override
    public long before() {
        return earlier == null ? 0 : earlier.dataset().filter("NOT withdrawn").count();
    }

    @Override
    public long present(long before) {
        return before - total(Counted::wasPresent) + total(Counted::present) + (folded == null ? 0 : folded.present());
    }

    @Override
    public InternalRows changed() {
        Dataset<Row> single = emitted().select(PatentRows.toTable());
        if (total(c -> c.action() == Action.WITHDRAW) > 0) {
            single = single.union(withdrawn());
        }
        InternalRows rows = InternalRows.planned(single);
        return folded == null ? rows : rows.and(folded.patents());
    }

    @Override
    public Carry carried() {
        long n = replaced();
        if (earlier == null) {
            return Carry.NOTHING;
        }
        return n == 0 ? Carry.all(earlier) : Carry.of(earlier, NUMBER, numbersOfReplaced(), n);
    }

    @Override
    public Optional<Staying> staying() {
        return Optional.empty();
    }

    /** Numbers of the earlier publications that this release gives or withdraws, as {@code x_key}. */
    private Dataset<Row> numbersOfReplaced() {
        return decisions
                .filter(functions
                        .col("file_no")
                        .equalTo(Decisions.EARLIER)
                        .and(functions.col("action").notEqual(Action.CARRY.name())))
                .select(functions.col(NUMBER).as("x_key"));
    }

    /** How many earlier publications this release gives or withdraws. */
    private long replaced() {
        return total(Counted::isReplaced);
    }

    /** What the decided records give that need no fold. */
    private Dataset<Row> emitted() {
        Dataset<Row> accepted = accepted();
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
                                .or(functions.col("first_release").notEqual(settings.release()))))
                .select(
                        functions.col("file_no").as("x_file_no"),
                        functions.col("record_no").as("x_record_no"),
                        functions.col("action").as("x_action"),
                        functions.col("first_release").as("x_first_release"),
                        functions.col("was_told").as("x_was_told"));
        Dataset<Row> exceptions = Broadcasts.ofFew(changed, n);
        return accepted.join(
                        exceptions,
                        accepted.col("file_no")
                                .equalTo(exceptions.col("x_file_no"))
                                .and(accepted.col("record_no").equalTo(exceptions.col("x_record_no"))),
                        "left")
                .filter("x_action IS NULL OR x_action = 'EMIT'")
                .withColumn("first_release", functions.expr("coalesce(x_first_release, first_release)"))
                // A language that a source told before stays told, though the words of the title now tell the same.
                .withColumn(
                        "reading",
                        functions
                                .when(functions.col("x_was_told"), TOLD.apply(functions.col("reading")))
                                .otherwise(functions.col("reading")));
    }

    private Dataset<Row> withdrawn() {
        Dataset<Row> numbers = Broadcasts.ofFew(
                decisions
                        .filter(functions.col("action").equalTo(Action.WITHDRAW.name()))
                        .select(functions.col(NUMBER).as("x_key")),
                total(c -> c.action() == Action.WITHDRAW));
        return of(earlier.dataset(), numbers)
                .withColumn("withdrawn", functions.lit(true))
                .select(PatentRows.columns());
    }

    @Override
    public void close() {
        decisions.unpersist();
        if (folded != null) {
            folded.close();
        }
    }
}
