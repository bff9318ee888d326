package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class SnapshotMergeTest {
    @TempDir
    Path folder;

    private SparkSession spark;
    private StoredTable before;
    private Broadcast<EarlierSketches> sketches;
    private final List<Row> records = new ArrayList<>();

    @BeforeEach
    void theReleaseBefore(SparkSession session) {
        spark = session;
        List<Row> rows = Stream.of(
                        patent("US-1-A1", "equal", "r0", false),
                        patent("US-2-A1", "old", "r1", false),
                        patent("US-3-A1", "back", "r0", true),
                        patent("US-4-A1", "marked", "r0", false),
                        patent("US-5-A1", "marked before", "r0", true),
                        patent("US-6-A1", "given twice", "r1", false),
                        patent("US-7-A1", "given and marked", "r0", false),
                        patent("US-8-A1", "marked and given", "r0", false),
                        patent("US-9-A1", "lacked", "r0", false),
                        patent("US-10-A1", "lacked and withdrawn", "r1", true),
                        patent("US-11-A1", "lacked too", "r1", false))
                .map(PatentRows::row)
                .toList();
        before = ParquetTables.written(
                Patent.class,
                spark.createDataFrame(rows, PatentRows.SCHEMA)
                        .select(PatentRows.toTable())
                        .repartition(3),
                folder.resolve("patents of before"));
        sketches = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(EarlierSketches.of(before).orElseThrow());
    }

    private void givenAll() {
        give("US-1-A1", "equal", 0, false);
        give("US-2-A1", "new", 0, false);
        give("US-3-A1", "back", 0, false);
        give("US-4-A1", null, 0, true);
        give("US-5-A1", null, 0, true);
        give("US-6-A1", "given twice", 0, false);
        give("US-6-A1", null, 1, false);
        give("US-7-A1", "given and marked", 0, false);
        give("US-7-A1", null, 1, true);
        give("US-8-A1", null, 0, true);
        give("US-8-A1", "marked and given", 1, false);
        give("US-12-A1", "of this release", 1, false);
        give("US-13-A1", null, 1, true);
        give("US-14-A1", "twice", 0, false);
        give("US-14-A1", "twice", 1, false);
    }

    private static Patent read(String number, String title, String release, boolean isWithdrawn) {
        return new Patent(
                number,
                "US",
                "A1",
                number,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "en",
                release,
                release,
                List.of("source"),
                isWithdrawn,
                "",
                title,
                null);
    }

    private static Patent patent(String number, String title, String release, boolean isWithdrawn) {
        return new Sketching(null).of(read(number, title, release, isWithdrawn));
    }

    private void give(String number, String title, int file, boolean isWithdrawal) {
        Sketching sketching = new Sketching(sketches.value());
        Patent patent = sketching.of(read(number, title, "r2", isWithdrawal));
        records.add(PatentRows.row(
                patent,
                file,
                (long) records.size(),
                0L,
                null,
                0L,
                true,
                0,
                Merge.OUTCOMES.indexOf(sketching.outcome()),
                sketching.place(),
                null,
                null,
                null));
    }

    private InternalRows canonical() {
        return InternalRows.planned(
                spark.createDataFrame(records, CanonicalRows.SCHEMA).repartition(4));
    }

    private record Merged(List<String> patents, List<LedgerEntry> ledger, long before, long present) {}

    private Merged merged(ReleaseMerge merge, Census census) {
        try (merge) {
            Ledger ledger = new Ledger("r2");
            merge.count(ledger, census.rejected());
            List<Input.Read> files = List.of(read(0), read(1));
            Dataset<Row> patents = merge.changed().dataset();
            Carry carried = merge.carried();
            patents = patents.unionByName(before.withFiles(carried.files()).dataset());
            if (carried.rows() != null) {
                patents = patents.unionByName(carried.rows().dataset());
            }
            return new Merged(
                    patents.collectAsList().stream().map(Row::toString).sorted().toList(),
                    ledger.entries(files),
                    merge.before(),
                    merge.present(merge.before()));
        }
    }

    private Input.Read read(int file) {
        long n = records.stream()
                .filter(r -> r.getInt(PatentRows.SCHEMA.length()) == file)
                .count();
        return new Input.Read(new FileId(file, "source", "sha " + file, "path " + file, "name " + file), n);
    }

    private Merged bySketches() {
        Census census = Census.of(canonical());
        return merged(new SnapshotMerge(canonical(), census, before, sketches, 3), census);
    }

    private Merged byMovingAll() {
        Census census = Census.of(canonical());
        return merged(new MergeStep(canonical(), census, EarlierPatents.of(before), "r2", true, 3), census);
    }

    @Test
    void aSnapshotIsMergedAsIfAllRecordsWereMoved() {
        givenAll();

        Merged known = bySketches();

        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.patents()).hasSize(14);
        assertThat(known.before()).isEqualTo(8);
        // Nos. 1, 2, 3, 6, 7, 12 and 14; No. 8 is marked by the source that comes first.
        assertThat(known.present()).isEqualTo(7);
        LedgerEntry first = known.ledger().get(0);
        assertThat(List.of(first.newRecords(), first.corrected(), first.unchanged(), first.withdrawnMarked()))
                .containsExactly(1L, 2L, 3L, 3L);
        assertThat(first.withdrawnAbsent()).isEqualTo(2);
        LedgerEntry second = known.ledger().get(1);
        assertThat(List.of(second.newRecords(), second.duplicate(), second.withdrawnMarked()))
                .containsExactly(1L, 4L, 1L);
    }

    @Test
    void aSnapshotWithoutRepeatsLeavesNothingToFold() {
        give("US-1-A1", "equal", 0, false);
        give("US-15-A1", "new", 1, false);

        Merged known = bySketches();

        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.present()).isEqualTo(2);
        assertThat(known.ledger().get(0).withdrawnAbsent()).isEqualTo(7);
    }

    @Test
    void aSnapshotThatGivesAllOfTheReleaseBeforeKeepsNothingOfIt() {
        before.dataset().collectAsList().forEach(r -> give(r.getString(0), "new", 0, false));
        Census census = Census.of(canonical());

        try (SnapshotMerge merge = new SnapshotMerge(canonical(), census, before, sketches, 3)) {
            assertThat(merge.carried().rows()).isNull();
        }
        assertThat(bySketches()).isEqualTo(byMovingAll());
    }

    @Test
    void aReleaseOfWhichEverythingIsLackedIsWithdrawn() {
        Merged known = bySketches();

        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.present()).isZero();
        assertThat(known.patents()).hasSize(11);
    }

    @Test
    void publicationsAreFoundByTheirNumbers() {
        EarlierSketches known = sketches.value();

        assertThat(known.size()).isEqualTo(11);
        assertThat(known.present()).isEqualTo(8);
        int equal = known.place(UTF8String.fromString("US-1-A1"));
        assertThat(known.firstRelease(equal)).isEqualTo("r0");
        assertThat(known.isWithdrawn(equal)).isFalse();
        assertThat(known.places(DigestedKeys.digest(UTF8String.fromString("US-1-A1"))))
                .containsExactly(equal);
        int newer = known.place(UTF8String.fromString("US-10-A1"));
        assertThat(known.firstRelease(newer)).isEqualTo("r1");
        assertThat(known.isWithdrawn(newer)).isTrue();
        assertThat(known.place(UTF8String.fromString("US-12-A1"))).isEqualTo(-1);
        assertThat(known.places(0)).isEmpty();
    }

    @Test
    void eachOfManyPublicationsHasAPlaceOfItsOwn() {
        Dataset<Row> many = before.dataset()
                .limit(1)
                .crossJoin(spark.range(20_000).toDF("n"))
                .withColumn("publication_number", functions.expr("'US-' || n || '-A1'"))
                .withColumn("first_release", functions.expr("'r' || n % 300"))
                .drop("n");
        StoredTable table = ParquetTables.written(Patent.class, many.repartition(3), folder.resolve("many"));

        EarlierSketches known = EarlierSketches.of(table).orElseThrow();

        assertThat(LongStream.range(0, 20_000)
                        .map(n -> known.place(UTF8String.fromString("US-" + n + "-A1")))
                        .distinct()
                        .sorted())
                .containsExactlyElementsOf(LongStream.range(0, 20_000).boxed().toList());
        assertThat(LongStream.range(0, 20_000)
                        .filter(n -> !known.firstRelease(known.place(UTF8String.fromString("US-" + n + "-A1")))
                                .equals("r" + n % 300)))
                .isEmpty();
    }

    @Test
    void moreThanAreSentAreNotSketched() {
        assertThat(EarlierSketches.of(before, 10)).isEmpty();
        assertThat(EarlierSketches.of(before, 11)).isPresent();
    }
}
