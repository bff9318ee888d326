package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Merges a snapshot with the release before it, whose publications are known as {@link EarlierSketches}. What becomes of a
 * record that alone gives its publication was told when it was read; only publications that several give are brought together.
 * Of the earlier ones those alone are read whole that the snapshot lacks, or that are to be folded.
 */
final class SnapshotMerge implements ReleaseMerge {
    private final InternalRows canonical;
    private final Census census;
    private final StoredTable table;
    private final Broadcast<EarlierSketches> sketches;
    /** Publications that several records give. */
    private final DigestedKeys several;
    /** Places of earlier publications that stay, withdrawn. */
    private final Broadcast<BitSet> staying;
    /** How many this release withdraws as it lacks them. */
    private final long withdrawnAbsent;
    /** What several records give; null if there is no such publication. */
    private final Dataset<Row> folded;

    /**
     * Merges, and folds what several records give.
     *
     * @param canonical the records, as {@link CanonicalRows}, held against the sketches, kept
     * @param census what it counted of them; not more than it keeps digests of
     * @param table the patents as published by the run of the earlier release
     * @param sketches what is known of them
     */
    SnapshotMerge(
            InternalRows canonical,
            Census census,
            StoredTable table,
            Broadcast<EarlierSketches> sketches,
            int partitions) {
        this.canonical = canonical;
        this.census = census;
        this.table = table;
        this.sketches = sketches;
        this.several = new DigestedKeys(canonical.spark(), census.allNumbers().repeated());
        BitSet shared = shared();
        EarlierSketches known = sketches.value();
        BitSet absent = census.given();
        absent.flip(0, known.size());
        this.withdrawnAbsent =
                absent.stream().filter(place -> !known.isWithdrawn(place)).count();
        BitSet stay = census.marked();
        stay.andNot(shared);
        stay.or(absent);
        this.staying = JavaSparkContext.fromSparkContext(canonical.spark().sparkContext())
                .broadcast(stay);
        this.folded = several.size() == 0
                ? null
                : FoldStep.of(undecided(), shared.isEmpty() ? null : earlier(shared), partitions)
                        .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Places of earlier publications that several records give. */
    private BitSet shared() {
        BitSet shared = new BitSet();
        Arrays.stream(several.digests())
                .flatMap(digest -> sketches.value().places(digest).asLongStream())
                .forEach(place -> shared.set((int) place));
        shared.and(census.given());
        return shared;
    }

    /** The accepted records of publications that several records may give. */
    private Dataset<Row> undecided() {
        return canonical.dataset().filter("accepted").filter(several.has("publication_number"));
    }

    /** Earlier publications of some places, as {@link PatentRows}. */
    private Dataset<Row> earlier(BitSet places) {
        return InternalRows.made(table.spark(), at(() -> places), table.schema())
                .dataset()
                .select(PatentRows.fromTable());
    }

    /** Rows of the earlier publications of some places. */
    private JavaRDD<InternalRow> at(Places places) {
        Broadcast<EarlierSketches> known = sketches;
        int number = table.schema().fieldIndex("publication_number");
        return table.scan()
                .rows()
                .rows()
                .filter(row -> places.get().get(known.value().place(row.getUTF8String(number))));
    }

    /** Places, as tasks get them. */
    private interface Places extends Serializable {
        BitSet get();
    }

    @Override
    public void count(Ledger ledger, Map<Integer, Long> rejected) {
        long[] shared = several.digests();
        census.numbers()
                .forEach((part, numbers) ->
                        ledger.add(part.file(), part.outcome(), numbers.size() - numbers.among(shared)));
        if (folded != null) {
            Tally.of(folded.select("file_no", "outcome"))
                    .forEach((r, n) -> ledger.add(r.getInt(0), Outcome.valueOf(r.getString(1)), n));
        }
        ledger.add(Decisions.EARLIER, Outcome.WITHDRAWN_ABSENT, withdrawnAbsent);
        rejected.forEach((file, n) -> ledger.add(file, Outcome.QUARANTINED, n));
    }

    @Override
    public long before() {
        return sketches.value().present();
    }

    @Override
    public long present(long before) {
        long[] shared = several.digests();
        long alone = census.numbers().entrySet().stream()
                .filter(part -> !part.getKey().isWithdrawal())
                .mapToLong(part -> part.getValue().size() - part.getValue().among(shared))
                .sum();
        return alone
                + (folded == null
                        ? 0
                        : folded.filter("publication_number IS NOT NULL AND NOT withdrawn")
                                .count());
    }

    @Override
    public InternalRows changed() {
        int accepted = CanonicalRows.SCHEMA.fieldIndex("accepted");
        int withdrawn = CanonicalRows.SCHEMA.fieldIndex("withdrawn");
        int earlier = CanonicalRows.SCHEMA.fieldIndex("earlier");
        DigestedKeys.Known shared = several.known();
        // A record that marks an earlier publication as withdrawn does not stand for it.
        JavaRDD<InternalRow> alone = CanonicalRows.patents(canonical
                .rows()
                .filter(row -> row.getBoolean(accepted)
                        && !(row.getBoolean(withdrawn) && row.getInt(earlier) >= 0)
                        && !shared.has(row.getUTF8String(0))));
        // The rows are those of the table, where a date is a number of days too.
        InternalRows changed = InternalRows.made(canonical.spark(), alone, TableSchema.spark(Patent.class));
        return folded == null
                ? changed
                : changed.and(InternalRows.planned(
                        folded.filter("publication_number IS NOT NULL").select(PatentRows.toTable())));
    }

    @Override
    public Carry carried() {
        Broadcast<BitSet> stay = staying;
        if (stay.value().isEmpty()) {
            return Carry.NOTHING;
        }
        StructType schema = table.schema();
        JavaRDD<InternalRow> rows = at(stay::value).mapPartitions(some -> withdrawn(some, schema));
        return new Carry(List.of(), InternalRows.made(table.spark(), rows, schema));
    }

    private static Iterator<InternalRow> withdrawn(Iterator<InternalRow> patents, StructType schema) {
        UnsafeProjection binary = UnsafeProjection.create(schema);
        int withdrawn = schema.fieldIndex("withdrawn");
        return CollectionConverters.asJava(CollectionConverters.asScala(patents).map(row -> {
            UnsafeRow patent = binary.apply(row);
            patent.setBoolean(withdrawn, true);
            return (InternalRow) patent;
        }));
    }

    @Override
    public Optional<StayingPatents> staying() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (folded != null) {
            folded.unpersist();
        }
        several.close();
        staying.destroy();
    }
}
