package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class SketchMergeTest {
    private static final Merge.Settings R2 = new Merge.Settings("r2", List.of());
    private static final int WITHDRAWN = PatentRows.SCHEMA.fieldIndex("withdrawn");

    @TempDir
    Path folder;

    private final List<Row> records = new ArrayList<>();
    /** The same, as if there were no sketches. */
    private final List<Row> whole = new ArrayList<>();

    private SparkSession spark;
    private StoredTable before;
    private EarlierRelease earlier;
    private boolean isSnapshot = true;

    @BeforeEach
    void theReleaseBefore(SparkSession session) {
        spark = session;
        before(0);
    }

    /** The release before, with so many publications that are given as they are. */
    private void before(int equal) {
        List<Row> rows = Stream.concat(
                        Stream.of(
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
                                patent("US-11-A1", "lacked too", "r1", false)),
                        IntStream.range(100, 100 + equal)
                                .mapToObj(n -> patent("US-" + n + "-A1", "equal " + n, "r" + n % 2, false)))
                .toList();
        before = ParquetTables.written(
                Patent.class,
                spark.createDataFrame(rows, PatentRows.SCHEMA)
                        .select(PatentRows.toTable())
                        .repartitionByRange(3, functions.col("publication_number")),
                folder.resolve("before, " + equal));
        earlier = EarlierRelease.of(before, Digests.MOST).orElseThrow();
        IntStream.range(100, 100 + equal).forEach(n -> give("US-" + n + "-A1", "equal " + n, 0, false));
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

    /** A row; one that is withdrawn was given in the release before that. */
    private static Row patent(String number, String title, String release, boolean isWithdrawn) {
        return ObjectRows.with(
                ObjectRows.row(ReadRecords.of(ReadRecords.read(number, number, release, "source", false, title))),
                WITHDRAWN,
                isWithdrawn);
    }

    private void give(String number, String title, int file, boolean isWithdrawal) {
        Patent read = ReadRecords.read(number, number, "r2", "source", isWithdrawal, title);
        whole.add(ReadRecords.canonical(read, null, file, records.size()));
        records.add(ReadRecords.canonical(read, earlier.sketches().value(), file, records.size()));
    }

    private InternalRows canonical() {
        return canonical(records);
    }

    private InternalRows canonical(List<Row> some) {
        return InternalRows.planned(
                spark.createDataFrame(some, CanonicalRows.SCHEMA).repartition(4));
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
        long n = whole.stream()
                .filter(r -> r.getInt(PatentRows.SCHEMA.length()) == file)
                .count();
        return new Input.Read(new FileId(file, "source", "sha " + file, "path " + file, "name " + file), n);
    }

    private SketchMerge merge(Census census) {
        return new SketchMerge(canonical(), census, earlier, DigestMergeTest.RULES, R2, isSnapshot, 3);
    }

    private Merged bySketches() {
        Census census = Census.of(canonical(), earlier.sketches(), Digests.MOST);
        return merged(merge(census), census);
    }

    private Merged byMovingAll() {
        Census census = Census.of(canonical(whole), null, Digests.MOST);
        return merged(new ShuffledMerge(canonical(whole), census.accepted(), before, R2, isSnapshot, 3), census);
    }

    @Test
    void aSnapshotIsMergedAsIfAllRecordsWereMoved() {
        givenAll();

        Merged known = bySketches();

        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.patents()).hasSize(14);
        assertThat(known.before()).isEqualTo(8);
        // Nos. 1, 2, 3, 6, 12 and 14; Nos. 7 and 8 are marked by one of the two.
        assertThat(known.present()).isEqualTo(6);
        LedgerEntry first = known.ledger().get(0);
        assertThat(List.of(first.newRecords(), first.corrected(), first.unchanged(), first.withdrawnMarked()))
                .containsExactly(1L, 2L, 2L, 3L);
        assertThat(first.withdrawnAbsent()).isEqualTo(2);
        LedgerEntry second = known.ledger().get(1);
        assertThat(List.of(second.newRecords(), second.duplicate(), second.withdrawnMarked()))
                .containsExactly(1L, 3L, 2L);
    }

    @Test
    void recordsThatShareARowAreMergedAsIfEachHadItsOwn() {
        before(60);
        givenAll();
        // Several records of which the earlier publication says the same.
        give("US-1-A1", "equal", 1, false);
        give("US-100-A1", "equal 100", 1, false);
        Merged apart = bySketches();
        int n = records.size();

        List<Row> runs = ReadRecords.inRuns(records);
        records.clear();
        records.addAll(runs);

        assertThat(records).hasSizeLessThan(n - 60);
        assertThat(bySketches()).isEqualTo(apart).isEqualTo(byMovingAll());
    }

    @Test
    void whatASnapshotGivesAsItWasStaysWhereItIsStored() {
        before(60);
        givenAll();

        Merged known = bySketches();

        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.patents()).hasSize(74);
        Census census = Census.of(canonical(), earlier.sketches(), Digests.MOST);
        try (SketchMerge merge = merge(census)) {
            Carry carried = merge.carried();
            assertThat(carried.files()).extracting(DataFile::set).containsOnly(Map.of("last_release", "r2"));
            // No. 1, the sixty and No. 10, withdrawn before; a file that has more of the others is written anew.
            assertThat(numbers(before.withFiles(carried.files()).scan().rows(), carried.rows()))
                    .hasSize(62);
            assertThat(carried.carried().lacks().test(ReadRecords.digest("US-1-A1")))
                    .isFalse();
            numbers(merge.changed())
                    .forEach(number -> assertThat(carried.carried().lacks().test(ReadRecords.digest(number)))
                            .as(number)
                            .isTrue());
            assertThat(numbers(merge.changed())).hasSize(12).doesNotContain("US-1-A1", "US-10-A1", "US-100-A1");
            Staying staying = merge.staying().orElseThrow();
            assertThat(numbers(staying.met())).isEmpty();
            assertThat(staying.replaced())
                    .extracting(some -> some.rows().count())
                    .containsExactly(2L, 7L);
            assertThat(numbers(InternalRows.planned(staying.all()))).hasSize(62);
        }
    }

    @Test
    void rowsThatWereDeletedBeforeAreNoPublicationsOfTheReleaseBefore() {
        before(60);
        StoredTable all = before;
        List<DataFile> less = all.files().stream()
                .map(file -> file.without(RoaringBitmap.bitmapOf(0, 7, 11)))
                .toList();
        List<String> gone = numbers(all.scan().rows());
        before = all.withFiles(less);
        gone.removeAll(numbers(before.scan().rows()));
        assertThat(gone).hasSize(9);
        earlier = EarlierRelease.of(before, Digests.MOST).orElseThrow();
        records.clear();
        whole.clear();
        numbers(all.scan().rows())
                .forEach(number ->
                        give(number, number.length() == 9 ? "equal " + number.substring(3, 6) : "new", 0, false));
        givenAll();

        assertThat(earlier.sketches().value().size()).isEqualTo(62);
        assertThat(bySketches()).isEqualTo(byMovingAll());
    }

    @Test
    void anIncrementIsMergedAsIfAllRecordsWereMoved() {
        isSnapshot = false;
        givenAll();

        Merged known = bySketches();
        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.patents()).hasSize(14);
        // As of the snapshot, and Nos. 9 and 11.
        assertThat(known.present()).isEqualTo(8);
        assertThat(known.ledger().get(0).withdrawnAbsent()).isZero();
    }

    @Test
    void whatAnIncrementLeavesStaysAsItWasAndOfAFileTheFewerRowsAreWrittenAnew() {
        isSnapshot = false;
        before(60);
        before = before.withFiles(before.files().stream()
                .map(file -> file.with(Map.of("last_release", "r1")))
                .toList());
        giveOneFileAndSomeOfTheNext();

        Merged known = bySketches();
        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.patents()).hasSize(71);
        assertThat(known.present()).isEqualTo(68);
        try (SketchMerge merge = merge(Census.of(canonical(), earlier.sketches(), Digests.MOST))) {
            Carry carried = merge.carried();
            assertThat(carried.files())
                    .extracting(file -> file.set().get("last_release"))
                    .containsExactlyInAnyOrder("r2", "r1", "r1");
            List<String> moved = numbers(carried.rows());
            assertThat(moved).isNotEmpty().hasSizeLessThan(8);
            moved.forEach(number -> assertThat(carried.carried().lacks().test(ReadRecords.digest(number)))
                    .as(number)
                    .isTrue());
            Staying staying = merge.staying().orElseThrow();
            assertThat(staying.leavesFamilies()).isTrue();
            assertThat(staying.replaced()).isEmpty();
            assertThat(numbers(InternalRows.planned(staying.all()))).hasSize(71);
        }
    }

    @Test
    void aFileOfWhichTheLogDoesNotTellTheLastReleaseDoesNotStayForThoseThatAnIncrementLeaves() {
        isSnapshot = false;
        before(60);
        giveOneFileAndSomeOfTheNext();

        assertThat(bySketches()).isEqualTo(byMovingAll());
        try (SketchMerge merge = merge(Census.of(canonical(), earlier.sketches(), Digests.MOST))) {
            assertThat(merge.carried().files()).extracting(DataFile::set).containsOnly(Map.of("last_release", "r2"));
        }
    }

    /** Of the equal ones those that are stored in the first file, and a few of the next. */
    private void giveOneFileAndSomeOfTheNext() {
        earlier = EarlierRelease.of(before, Digests.MOST).orElseThrow();
        List<String> given =
                whole.stream().map(r -> r.getString(0)).sorted().toList().subList(0, 23);
        records.clear();
        whole.clear();
        given.forEach(number -> give(number, "equal " + number.substring(3, 6), 0, false));
    }

    @Test
    void anIncrementThatGivesNothingAsItWasLeavesTheRest() {
        isSnapshot = false;
        give("US-2-A1", "new", 0, false);
        give("US-16-A1", "new", 0, false);

        Merged known = bySketches();
        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.patents()).hasSize(12);
    }

    private static List<String> numbers(InternalRows... rows) {
        return Stream.of(rows)
                .flatMap(some -> some.dataset().select("publication_number").collectAsList().stream())
                .map(row -> row.getString(0))
                .collect(Collectors.toList());
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
    void whatStaysOnlyWithinOnePublicationThatIsFoldedIsReadFromTheTable() {
        give("US-1-A1", "equal", 0, false);
        give("US-1-A1", "equal", 1, false);
        give("US-4-A1", null, 0, true);
        give("US-4-A1", null, 1, true);
        Census census = Census.of(canonical(), earlier.sketches(), Digests.MOST);

        try (SketchMerge merge = merge(census)) {
            assertThat(merge.staying()).isEmpty();
        }
        Merged known = bySketches();
        assertThat(known).isEqualTo(byMovingAll());
        assertThat(known.present()).isEqualTo(1);
        assertThat(known.ledger().get(1).duplicate()).isEqualTo(2);
    }

    @Test
    void aRecordThatStaysAloneWithItsNumberKeepsItsReadingThoughAnotherHasItsDigest() {
        give("US-1-A1", "equal", 0, false);
        give("US-20-A1", "new", 0, false);
        records.add(ObjectRows.with(records.remove(1), CanonicalRows.NUMBER_DIGEST, ReadRecords.digest("US-1-A1")));

        Merged known = bySketches();
        assertThat(known).isEqualTo(byMovingAll());
        LedgerEntry told = known.ledger().get(0);
        assertThat(List.of(told.unchanged(), told.newRecords())).containsExactly(1L, 1L);
    }

    @Test
    void aSnapshotThatGivesAllOfTheReleaseBeforeKeepsNothingOfIt() {
        before.dataset().collectAsList().forEach(r -> give(r.getString(0), "new", 0, false));
        try (SketchMerge merge = merge(Census.of(canonical(), earlier.sketches(), Digests.MOST))) {
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
}
