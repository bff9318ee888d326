package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.Column;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.Table;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.jobs.testing.LocalSpark;

/** Columns that have one value in each data file, which the log tells. */
@ExtendWith(LocalSpark.class)
class PerFileColumnTest {
    /** The column stands between others, as in the table of patents. */
    @Table(name = "test.held", comment = "Rows with the release that held them last.", key = "id", large = true)
    public record Held(
            @Column("number") String id,
            @Column(value = "last release", perFile = true) String held,
            @Column("anything") double score) {}

    /** The same table as it was declared before. */
    @Table(name = "test.held", comment = "Rows with the release that held them last.", key = "id", large = true)
    public record HeldInFile(
            @Column("number") String id,
            @Column("last release") String held,
            @Column("anything") double score) {}

    /** The same table with another word on a column. */
    @Table(name = "test.held", comment = "Rows with the release that held them last.", key = "id", large = true)
    public record HeldInOtherWords(
            @Column("number of it") String id,
            @Column(value = "last release", perFile = true) String held,
            @Column("anything") double score) {}

    private static final TableDef DEF = TableDef.of(Held.class);

    @TempDir
    private Path folder;

    private Warehouse warehouse;
    private SparkTables tables;

    @BeforeEach
    void open(SparkSession spark) {
        warehouse = new Warehouse(folder.resolve("a blank").toString(), new Configuration());
        tables = new SparkTables(spark, warehouse);
    }

    /** Rows i0, i1 and so on, of which every tenth was held by release 1 last, the others by another. */
    private static Dataset<Row> rows(SparkSession spark, int from, int to, String held) {
        return spark.range(from, to, 1, 2)
                .selectExpr(
                        "concat('i', id) AS id",
                        "IF(id % 10 = 0, '1', '" + held + "') AS held",
                        "cast(id AS double) AS score");
    }

    private static Map<String, String> held(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
    }

    /** What all readers agree on: a plan, a scan, one of some columns, by places, Kernel, and Delta's own on Spark. */
    private Map<String, String> read(SparkSession spark, long version) {
        StoredTable table = tables.table(Held.class, version);
        Map<String, String> planned = held(table.dataset().collectAsList());
        assertThat(held(table.scan().rows().dataset().collectAsList())).isEqualTo(planned);
        assertThat(held(table.scan(List.of("id", "held")).rows().dataset().collectAsList()))
                .isEqualTo(planned);
        assertThat(table.scan(List.of("held")).rows().dataset().collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrderElementsOf(planned.values());
        Map<String, PlacesInFile> first = table.files().stream()
                .collect(Collectors.toMap(
                        DataFile::path,
                        file -> new PlacesInFile(
                                file.rows(), RoaringBitmap.bitmapOf(Math.toIntExact(file.rows() - 1)))));
        assertThat(table.at(first).dataset().select("held", "id").collectAsList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(planned).containsEntry(row.getString(1), row.getString(0)));
        List<Row> some = table.at(List.of("held", "id"), first).dataset().collectAsList();
        assertThat(some)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(planned).containsEntry(row.getString(1), row.getString(0)));
        assertThat(warehouse.read(Held.class, version).stream().collect(Collectors.toMap(Held::id, Held::held)))
                .isEqualTo(planned);
        assertThat(held(spark.read()
                        .format("delta")
                        .option("versionAsOf", version)
                        .load(warehouse.location(DEF))
                        .select("id", "held")
                        .collectAsList()))
                .isEqualTo(planned);
        return planned;
    }

    @Test
    void rowsComeBackWithTheirValuesWhicheverFilesTheyAreIn(SparkSession spark) {
        Dataset<Row> rows = rows(spark, 0, 100, "2");

        SparkTables.Written written = tables.overwrite(Held.class, rows);

        assertThat(written.rows()).isEqualTo(100);
        assertThat(read(spark, written.version())).isEqualTo(held(rows.collectAsList()));
        // Two partitions, two values.
        assertThat(tables.table(Held.class, written.version()).files())
                .hasSize(4)
                .extracting(DataFile::set)
                .containsOnly(Map.of("held", "1"), Map.of("held", "2"));
    }

    @Test
    void filesThatStayGetAnotherValueWhereTheyAreAndEarlierVersionsKeepTheirs(SparkSession spark) {
        long first = tables.overwrite(Held.class, rows(spark, 0, 100, "2")).version();
        List<DataFile> before = tables.table(Held.class, first).files();
        List<DataFile> stay = before.stream()
                .filter(file -> file.set().equals(Map.of("held", "2")))
                .map(file -> file.without(RoaringBitmap.bitmapOf(0)).with(Map.of("held", "3")))
                .toList();

        SparkTables.Written next = tables.overwrite(Held.class, InternalRows.planned(rows(spark, 100, 110, "3")), stay);

        Map<String, String> read = read(spark, next.version());
        assertThat(next.rows()).isEqualTo(98);
        assertThat(read)
                .hasSize(98)
                .containsEntry("i2", "3")
                .containsEntry("i100", "1")
                .containsEntry("i109", "3");
        assertThat(read).doesNotContainKeys("i1", "i51", "i10");
        assertThat(warehouse.files(DEF, next.version()))
                .containsAll(stay.stream().map(DataFile::path).toList());
        assertThat(read(spark, first)).hasSize(100).containsEntry("i1", "2").containsEntry("i2", "2");

        // Only the value changes, and no row is deleted from a file that had lost one.
        List<DataFile> again = tables.table(Held.class, next.version()).files().stream()
                .filter(file -> !file.isWhole())
                .map(file -> file.with(Map.of("held", "4")))
                .toList();
        long third = tables.overwrite(Held.class, InternalRows.planned(rows(spark, 0, 0, "4")), again)
                .version();
        assertThat(read(spark, third)).hasSize(88).containsEntry("i2", "4").doesNotContainKey("i1");
    }

    @Test
    void aLogThatWasSummedUpTellsValuesAndDeletedRowsToo(SparkSession spark) {
        long version = tables.overwrite(Held.class, rows(spark, 1, 9, "1")).version();
        for (int release = 2; release <= 13; release++) {
            Map<String, String> held = Map.of("held", String.valueOf(release));
            List<DataFile> stay = tables.table(Held.class, version).files().stream()
                    .map(file -> file.with(held).without(RoaringBitmap.bitmapOf(0)))
                    .toList();
            int next = 10 * release;
            version = tables.overwrite(
                            Held.class, InternalRows.planned(rows(spark, next + 1, next + 2, "" + release)), stay)
                    .version();
        }

        assertThat(folder.resolve("a blank/test/held/_delta_log/00000000000000000010.checkpoint.parquet"))
                .exists();
        // Of each file the first row is gone, so also the one row that a release before the last added.
        Map<String, String> read = read(spark, version);
        assertThat(read).hasSize(7).containsEntry("i131", "13").doesNotContainKeys("i1", "i121");
        assertThat(read.values()).containsOnly("13");
    }

    @Test
    void rowsOfManyValuesAreInFewFilesOnceTheyAreWrittenAnew(SparkSession spark) {
        List<DataFile> files = List.of();
        for (int release = 1; release <= 12; release++) {
            int first = 100 * release;
            Dataset<Row> rows = rows(spark, first + 1, first + 9, "" + release);
            long version = tables.overwrite(Held.class, InternalRows.planned(rows), files)
                    .version();
            files = tables.table(Held.class, version).files();
        }
        assertThat(files).hasSize(24);

        long anew = tables.overwrite(
                        Held.class,
                        InternalRows.planned(rows(spark, 1, 9, "13"))
                                .and(new StoredTable(spark, Held.class, files)
                                        .scan()
                                        .rows()),
                        List.of())
                .version();

        assertThat(read(spark, anew)).hasSize(13 * 8);
        // Of 13 values, by 8 tasks.
        assertThat(tables.table(Held.class, anew).files()).hasSizeLessThanOrEqualTo(13 + 2 * 8);
    }

    @Test
    void aValueThatIsNotThereIsTold(SparkSession spark) {
        assertThatThrownBy(() -> tables.overwrite(
                        Held.class,
                        rows(spark, 0, 9, "2")
                                .withColumn("held", functions.lit(null).cast("string"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.held")
                .hasMessageContaining("held");
        assertThat(warehouse.head(DEF)).isEmpty();
    }

    @Test
    void filesOfAnyEarlierVersionCanBeAPartOfTheNext(SparkSession spark) {
        long first = tables.overwrite(Held.class, rows(spark, 0, 50, "2")).version();
        List<DataFile> files = tables.table(Held.class, first).files();
        // As a run does that fails later on.
        tables.overwrite(Held.class, InternalRows.planned(rows(spark, 100, 150, "3")), files.subList(0, 1));
        tables.overwrite(Held.class, rows(spark, 200, 250, "3"));

        long next = tables.overwrite(Held.class, InternalRows.planned(rows(spark, 50, 60, "4")), files)
                .version();

        assertThat(read(spark, next))
                .hasSize(60)
                .containsEntry("i1", "2")
                .containsEntry("i51", "4")
                .doesNotContainKeys("i100", "i200");
        assertThat(tables.table(Held.class, next).files()).containsAll(files);
    }

    @Test
    void filesThatComeBackAfterColumnsWereDeclaredAnewAreThereForAllReaders(SparkSession spark) {
        long base = tables.overwrite(HeldInOtherWords.class, rows(spark, 0, 40, "2"))
                .version();
        List<DataFile> files = tables.table(HeldInOtherWords.class, base).files();
        long last = tables.overwrite(Held.class, rows(spark, 40, 50, "3")).version();
        while (last < 12) {
            last = tables.overwrite(Held.class, InternalRows.planned(rows(spark, 40, 50, "3")), files)
                    .version();
        }
        assertThat(read(spark, last)).hasSize(50);
    }

    @Test
    void rowsOfATableWhoseFilesHaveTheColumnAreWrittenAnewOnce(SparkSession spark) {
        long old = tables.overwrite(HeldInFile.class, rows(spark, 0, 40, "2")).version();
        List<DataFile> stay = tables.table(HeldInFile.class, old).files().stream()
                .map(file -> file.without(RoaringBitmap.bitmapOf(3)).with(Map.of("held", "3")))
                .toList();

        SparkTables.Written next = tables.overwrite(Held.class, InternalRows.planned(rows(spark, 40, 50, "3")), stay);

        assertThat(next.rows()).isEqualTo(48);
        assertThat(read(spark, next.version()))
                .hasSize(48)
                .containsEntry("i1", "3")
                .containsEntry("i10", "3")
                .containsEntry("i40", "1")
                .doesNotContainKeys("i3", "i23");
        // As after a run that died behind this: what the version before did not tell of its files is still read in
        // them.
        SparkTables.Written again = tables.overwrite(
                Held.class,
                InternalRows.planned(rows(spark, 40, 50, "3")),
                tables.table(HeldInFile.class, old).files());
        assertThat(read(spark, again.version()))
                .hasSize(50)
                .containsEntry("i1", "2")
                .containsEntry("i10", "1")
                .containsEntry("i49", "3");
        assertThat(warehouse.read(HeldInFile.class, old)).hasSize(40).contains(new HeldInFile("i10", "1", 10));
        assertThat(tables.overwrite(
                                Held.class,
                                InternalRows.planned(rows(spark, 50, 60, "4")),
                                tables.table(Held.class, next.version()).files())
                        .rows())
                .isEqualTo(58);
    }
}
