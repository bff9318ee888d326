package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;

/**
 * Merges a snapshot with the release before it, whose publications are known as {@link EarlierSketches}. What becomes of a
 * record that alone gives its publication was told when it was read; only publications that several give are brought together.
 * What is given as it is stored stays where it is; where nothing is, the snapshot is written like a first release.
 */
final class SnapshotMerge implements ReleaseMerge {
    private static final String NUMBER = "publication_number";
    private static final String LAST_RELEASE = "last_release";
    /** What is the record's of one whose stored row says the same; the rest is read there, but for the last release. */
    private static final List<String> OF_RECORD = List.of("file_no", "record_no");

    private static final StructType STORED = new StructType()
            .add("file_no", DataTypes.IntegerType)
            .add("record_no", DataTypes.LongType)
            .add("earlier", DataTypes.IntegerType);

    private static final int EARLIER = STORED.fieldIndex("earlier");

    /** So many publications that change, of a few among many, are brought together. */
    private static final int TOGETHER = 20_000;

    private static final int LEAST_PARTITIONS = 8;

    private final InternalRows canonical;
    private final Census census;
    private final EarlierRelease earlier;
    private final String release;
    /** Publications that several records give. */
    private final DigestedKeys several;
    /** How many the release withdraws as it lacks them. */
    private final long withdrawnAbsent;
    /** Earlier publications that are withdrawn now, and given by no record. */
    private final PlacesOfTasks withdrawn;
    /** How many these are. */
    private final int nWithdrawn;
    /** Earlier publications that several records give; null if there are none. */
    private final PlacesOfTasks shared;

    private final int changedPartitions;
    /** Null where the release is written like a first one. */
    private final SnapshotStaying staying;
    /** What several records give; null if there is no such publication. */
    private final Dataset<Row> folded;

    /**
     * Merges, and folds what several records give.
     *
     * @param canonical the records, as {@link CanonicalRows}, held against the sketches, kept
     * @param census what it counted of them; not more than it keeps digests of
     * @param earlier the release that they were held against
     * @param release this release
     */
    SnapshotMerge(InternalRows canonical, Census census, EarlierRelease earlier, String release, int partitions) {
        this.canonical = canonical;
        this.census = census;
        this.earlier = earlier;
        this.release = release;
        this.several = new DigestedKeys(canonical.spark(), census.allNumbers().repeated());
        EarlierSketches known = earlier.sketches().value();
        BitSet folding = shared(known);
        BitSet absent = census.given();
        absent.flip(0, known.size());
        this.withdrawnAbsent =
                absent.stream().filter(place -> !known.isWithdrawn(place)).count();
        BitSet gone = census.marked();
        gone.andNot(folding);
        gone.or(absent);
        this.nWithdrawn = gone.cardinality();
        this.withdrawn = new PlacesOfTasks(earlier, gone);
        BitSet stays = census.staying();
        stays.andNot(folding);
        BitSet whole = (BitSet) gone.clone();
        whole.or(folding);
        long changed =
                census.numbers().values().stream().mapToLong(Digests::size).sum() - stays.cardinality();
        this.changedPartitions = (int) Math.max(LEAST_PARTITIONS, changed / TOGETHER);
        this.staying = stays.isEmpty() ? null : new SnapshotStaying(earlier, release, stays, whole, changedFamilies());
        this.shared = folding.isEmpty() ? null : new PlacesOfTasks(earlier, folding);
        this.folded = several.size() == 0
                ? null
                : FoldStep.of(undecided(), sharedPatents(), partitions).persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Places of earlier publications that several records give. */
    private BitSet shared(EarlierSketches known) {
        BitSet shared = new BitSet();
        Arrays.stream(several.digests()).forEach(digest -> known.places(digest).forEach(shared::set));
        shared.and(census.given());
        return shared;
    }

    /** Digests of the families of records that change something, and of the others that are folded. */
    private Digests changedFamilies() {
        Digests families = new Digests();
        families.add(census.changedFamilies());
        if (several.size() > 0) {
            EarlierSketches known = earlier.sketches().value();
            stored().map(row -> row.getInt(EARLIER)).collect().forEach(place -> families.add(known.family(place)));
        }
        return families;
    }

    /** Of records that stay, and whose publications several records may give, what {@link #STORED} says. */
    private JavaRDD<Row> stored() {
        int isStored = CanonicalRows.SCHEMA.fieldIndex("stays");
        int place = CanonicalRows.SCHEMA.fieldIndex("earlier");
        int file = CanonicalRows.SCHEMA.fieldIndex("file_no");
        int record = CanonicalRows.SCHEMA.fieldIndex("record_no");
        int run = CanonicalRows.SCHEMA.fieldIndex("known");
        Broadcast<EarlierSketches> sketches = earlier.sketches();
        DigestedKeys.Known shared = several.known();
        return canonical.rows().filter(row -> row.getBoolean(isStored)).flatMap(row -> {
            EarlierSketches before = sketches.value();
            byte[] known = row.isNullAt(run) ? null : row.getBinary(run);
            int n = known == null ? 1 : KnownRun.size(known);
            List<Row> some = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int of = known == null ? row.getInt(place) : KnownRun.place(known, i);
                if (shared.has(before.number(of))) {
                    long number = known == null ? row.getLong(record) : KnownRun.number(known, i);
                    some.add(RowFactory.create(row.getInt(file), number, of));
                }
            }
            return some.iterator();
        });
    }

    /** The accepted records of publications that several records may give, whole. */
    private Dataset<Row> undecided() {
        Dataset<Row> records =
                canonical.dataset().filter("accepted").filter(several.hasDigest(functions.col("number_digest")));
        List<String> columns = Stream.concat(
                        Stream.of(PatentRows.SCHEMA.fieldNames()), Stream.of("file_no", "record_no"))
                .toList();
        Dataset<Row> whole = records.filter("NOT stays").select(columns(columns, column -> records.col(column)));
        if (shared == null) {
            return whole;
        }
        Dataset<Row> sketched = canonical.spark().createDataFrame(stored(), STORED);
        Dataset<Row> stored = sharedPatents();
        Broadcast<EarlierSketches> known = earlier.sketches();
        // These are few, so that asking for the broadcast each time does no harm.
        UDF1<String, Integer> place = number -> known.value().place(UTF8String.fromString(number));
        Column storedPlace = functions.udf(place, DataTypes.IntegerType).apply(stored.col(NUMBER));
        return whole.union(sketched.join(stored, sketched.col("earlier").equalTo(storedPlace))
                .select(columns(
                        columns,
                        column -> column.equals(LAST_RELEASE)
                                ? functions.lit(release).as(LAST_RELEASE)
                                : (OF_RECORD.contains(column) ? sketched : stored).col(column))));
    }

    private static Column[] columns(List<String> names, Function<String, Column> column) {
        return names.stream().map(column).toArray(Column[]::new);
    }

    /** Earlier publications that several records give, as {@link PatentRows}; null if there are none. */
    private Dataset<Row> sharedPatents() {
        return shared == null ? null : shared.of(patents()).dataset().select(PatentRows.fromTable());
    }

    /** Earlier publications, all of those among them that are withdrawn now or that several records give. */
    private InternalRows patents() {
        return staying == null ? earlier.table().scan().rows() : staying.kept();
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
        return earlier.sketches().value().present();
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
        InternalRows changed = alone();
        if (folded != null) {
            changed = changed.and(InternalRows.planned(
                    folded.filter("publication_number IS NOT NULL").select(PatentRows.toTable())));
        }
        return staying == null || nWithdrawn == 0 ? changed : changed.and(withdrawn());
    }

    /** What records give that are alone with their publication, where they change something. */
    private InternalRows alone() {
        int isAccepted = CanonicalRows.SCHEMA.fieldIndex("accepted");
        int isMark = CanonicalRows.SCHEMA.fieldIndex("withdrawn");
        int place = CanonicalRows.SCHEMA.fieldIndex("earlier");
        int isStored = CanonicalRows.SCHEMA.fieldIndex("stays");
        DigestedKeys.Known shared = several.known();
        // A record that marks an earlier publication as withdrawn does not stand for it.
        JavaRDD<InternalRow> alone = CanonicalRows.patents(canonical
                .rows()
                .filter(row -> row.getBoolean(isAccepted)
                        && !row.getBoolean(isStored)
                        && !(row.getBoolean(isMark) && row.getInt(place) >= 0)
                        && !shared.has(row.getUTF8String(0))));
        // The rows are those of the table, where a date is a number of days too.
        InternalRows rows = InternalRows.made(canonical.spark(), alone, TableSchema.spark(Patent.class));
        // A few in each partition, and those that are new at the end of a file.
        return staying == null ? rows : rows.spread(changedPartitions);
    }

    private InternalRows withdrawn() {
        InternalRows all = withdrawn.of(patents());
        // They keep their last release, so that each partition that has some of them gets a file for them.
        InternalRows patents = staying == null ? all : all.spread(1 + nWithdrawn / TOGETHER);
        StructType schema = patents.schema();
        List<String> columns = List.of(schema.fieldNames());
        boolean areFew = nWithdrawn < TOGETHER;
        JavaRDD<InternalRow> rows = patents.rows()
                .mapPartitions(some -> MetPatents.binary(some, columns, schema, Map.of("withdrawn", true), areFew));
        return InternalRows.made(patents.spark(), rows, schema);
    }

    @Override
    public Carry carried() {
        if (staying != null) {
            return staying.carry();
        }
        return nWithdrawn == 0 ? Carry.NOTHING : new Carry(List.of(), withdrawn());
    }

    @Override
    public Optional<Staying> staying() {
        return Optional.ofNullable(staying);
    }

    @Override
    public void close() {
        if (folded != null) {
            folded.unpersist();
        }
        if (staying != null) {
            staying.close();
        }
        if (shared != null) {
            shared.close();
        }
        several.close();
        withdrawn.close();
    }
}
