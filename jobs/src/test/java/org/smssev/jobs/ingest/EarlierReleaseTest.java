package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.Digests;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class EarlierReleaseTest {
    @TempDir
    Path folder;

    private SparkSession spark;
    private StoredTable before;

    @BeforeEach
    void theReleaseBefore(SparkSession session) {
        spark = session;
        List<Row> rows =
                List.of(patent("US-1-A1", "r0", false), patent("US-2-A1", "r1", false), patent("US-10-A1", "r1", true));
        before = ParquetTables.written(
                Patent.class,
                spark.createDataFrame(rows, PatentRows.SCHEMA).select(PatentRows.toTable()),
                folder.resolve("before"));
    }

    private static Row patent(String number, String release, boolean isWithdrawn) {
        return ObjectRows.with(
                ObjectRows.row(ReadRecords.of(ReadRecords.read(number, number, release, "source", false, "title"))),
                PatentRows.SCHEMA.fieldIndex("withdrawn"),
                isWithdrawn);
    }

    /** What is known of a release, where tasks share the heap of the driver, or as it arrives in another JVM. */
    private EarlierSketches known(StoredTable table, boolean isShared) {
        try (EarlierRelease release =
                EarlierRelease.of(table, Digests.MOST, () -> heap(isShared)).orElseThrow()) {
            EarlierSketches known = release.sketches().value();
            EarlierSketches read = SerializationUtils.roundtrip(known);
            assertThat(read == known).isEqualTo(isShared);
            return read;
        }
    }

    private SharedHeap heap(boolean isOpen) {
        SharedHeap heap = new SharedHeap(spark);
        if (!isOpen) {
            heap.close();
        }
        return heap;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publicationsAreFoundByTheirNumbers(boolean isShared) {
        EarlierSketches known = known(before, isShared);

        assertThat(known.size()).isEqualTo(3);
        assertThat(known.present()).isEqualTo(2);
        int equal = known.place(UTF8String.fromString("US-1-A1"));
        assertThat(known.firstRelease(equal)).isEqualTo("r0");
        assertThat(known.isWithdrawn(equal)).isFalse();
        assertThat(places(known, ReadRecords.digest("US-1-A1"))).containsExactly(equal);
        assertThat(known.any(ReadRecords.digest("US-1-A1"), place -> place == equal))
                .isTrue();
        assertThat(known.any(ReadRecords.digest("US-1-A1"), place -> place != equal))
                .isFalse();
        int newer = known.place(UTF8String.fromString("US-10-A1"));
        assertThat(known.firstRelease(newer)).isEqualTo("r1");
        assertThat(known.isWithdrawn(newer)).isTrue();
        assertThat(known.place(UTF8String.fromString("US-12-A1"))).isEqualTo(-1);
        assertThat(places(known, 0)).isEmpty();
    }

    private static List<Integer> places(EarlierSketches known, long digest) {
        List<Integer> places = new ArrayList<>();
        known.each(digest, places::add);
        return places;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachOfManyPublicationsHasAPlaceOfItsOwn(boolean isShared) {
        List<Row> rows = IntStream.range(0, 20_000)
                .mapToObj(n -> patent("US-" + n + "-A1", "r" + n % 300, false))
                .toList();
        StoredTable table = ParquetTables.written(
                Patent.class,
                spark.createDataFrame(rows, PatentRows.SCHEMA)
                        .select(PatentRows.toTable())
                        .repartition(3),
                folder.resolve("many"));

        checkPlaces(known(table, isShared));
        checkPlaces(known(told(table, 0), isShared));
    }

    private static void checkPlaces(EarlierSketches known) {
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

    /** A table whose log tells how many rows its files have, and that some more were deleted that are not there. */
    private StoredTable told(StoredTable table, int more) {
        return table.withFiles(table.files().stream()
                .map(file -> {
                    long rows = spark.read().parquet(file.path()).count();
                    RoaringBitmap deleted = RoaringBitmap.bitmapOf((int) rows);
                    return new DataFile(file.path(), file.size(), 0, rows + 1 + more, file.set(), deleted);
                })
                .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aFileWithOtherRowsThanItsTableTellsIsRefused(int more) {
        assertThatThrownBy(() -> EarlierRelease.of(told(before, more), Digests.MOST))
                .hasMessageContaining("rows differ from the log of the table");
    }

    @Test
    void moreThanAreSentAreNotSketched() {
        assertThat(EarlierRelease.of(before, 2)).isEmpty();
        assertThat(EarlierRelease.of(before, 3)).hasValueSatisfying(EarlierRelease::close);
    }
}
