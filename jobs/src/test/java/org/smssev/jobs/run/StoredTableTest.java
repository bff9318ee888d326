package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.testing.Datasets;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class StoredTableTest {
    @TempDir
    Path folder;

    private static Dataset<Row> families(SparkSession spark, int n) {
        return spark.range(0, n, 1, 3)
                .selectExpr(
                        "concat('F', id) AS family_id",
                        "CAST(IF(id % 5 = 0, NULL, 1990 + id % 30) AS INT) AS priority_year",
                        "id % 2 = 0 AS year_from_filing",
                        "array('EP', concat('U', id % 3)) AS offices",
                        "id % 3 = 0 AS is_international",
                        "array(struct('DE' AS country, id / 7 AS weight), struct('US' AS country, 0.5D AS weight)) AS"
                                + " countries",
                        "IF(id % 7 = 0, array(), array('H01M 10/05')) AS ipc",
                        "CAST(1 AS INT) AS n_publications",
                        "concat('EP-', id, '-A1') AS representative",
                        "IF(id % 4 = 0, NULL, 'ACME') AS applicant",
                        "concat('title ', id) AS title",
                        "IF(id % 3 = 0, NULL, repeat('abstract ', CAST(id % 50 AS INT))) AS abstract_text");
    }

    private StoredTable stored(SparkSession spark, int n) {
        return ParquetTables.written(Family.class, families(spark, n), folder.resolve("a blank"));
    }

    @Test
    void rowsReadWithoutAPlanAreThoseOfTheDataset(SparkSession spark) {
        StoredTable table = stored(spark, 20_000);

        assertThat(table.files()).hasSize(3);
        Datasets.assertSameRows(table.dataset(), table.scan().rows().dataset().select("*"), "family_id");
        Datasets.assertSameRows(
                table.dataset().select("ipc", "family_id"),
                table.scan(List.of("ipc", "family_id")).rows().dataset(),
                "family_id");
        assertThatThrownBy(() -> table.scan(List.of("none"))).hasMessageContaining("none");
    }

    @Test
    void partitionsAreOfFilesTheLargestFirst(SparkSession spark) throws Exception {
        StoredTable table = stored(spark, 3_000);
        StoredTable.Scan scan = table.withFiles(table.files().subList(1, 3)).scan(List.of("family_id"));

        List<Long> rows = scan.rows()
                .rows()
                .mapPartitions(some -> {
                    long n = 0;
                    for (; some.hasNext(); some.next()) {
                        n++;
                    }
                    return List.of(n).iterator();
                })
                .collect();

        assertThat(rows).containsExactly(1_000L, 1_000L);
        assertThat(scan.files())
                .containsExactlyInAnyOrderElementsOf(table.files().subList(1, 3));
        assertThat(Files.size(Path.of(scan.files().get(0).path())))
                .isGreaterThanOrEqualTo(Files.size(Path.of(scan.files().get(1).path())));
        assertThat(table.withFiles(List.of()).scan().rows().rows().count()).isZero();
    }

    @Test
    void rowsOfALargeFileHaveTheirPlacesInItAndDeletedOnesAreNotRead(SparkSession spark) {
        families(spark, 9_000)
                .coalesce(1)
                .write()
                .option("parquet.block.size", 20_000)
                .parquet(folder.resolve("in groups").toString());
        StoredTable table = ParquetTables.of(spark, Family.class, folder.resolve("in groups"));
        String setting = "spark.sql.files.maxPartitionBytes";
        String before = spark.conf().get(setting);
        spark.conf().set(setting, "30000");
        try {
            StoredTable.Scan scan = table.scanPlaced(List.of("family_id"));
            assertThat(scan.files()).hasSizeGreaterThan(1);
            List<Row> placed = scan.rows().dataset().select("*").collectAsList();
            assertThat(placed).hasSize(9_000).allMatch(row -> row.getString(0).equals("F" + row.getLong(1)));

            RoaringBitmap deleted = new RoaringBitmap();
            deleted.add(4_000L, 8_500L);
            deleted.add(17);
            StoredTable less = table.withFiles(List.of(table.files().get(0).without(deleted)));
            List<String> left =
                    less
                            .scan(List.of("title", "family_id"))
                            .rows()
                            .dataset()
                            .select("family_id")
                            .collectAsList()
                            .stream()
                            .map(row -> row.getString(0))
                            .toList();
            assertThat(left)
                    .hasSize(4_499)
                    .doesNotContain("F17", "F4000", "F8499")
                    .contains("F3999", "F8500");
            Datasets.assertSameRows(less.dataset(), less.scan().rows().dataset().select("*"), "family_id");
            assertThat(less.scanPlaced(List.of("family_id"))
                            .rows()
                            .dataset()
                            .select("*")
                            .collectAsList())
                    .hasSize(4_499)
                    .allMatch(row -> row.getString(0).equals("F" + row.getLong(1)));
        } finally {
            spark.conf().set(setting, before);
        }
    }

    /** A file of so many families, with row groups of so many bytes. */
    private StoredTable ofSmallPages(SparkSession spark, int n, int rowGroup) {
        Path file = folder.resolve("pages");
        families(spark, n)
                .coalesce(1)
                .write()
                .option("parquet.block.size", rowGroup)
                .option("parquet.page.size", 1_000)
                .option("parquet.page.size.row.check.min", 8)
                .parquet(file.toString());
        return ParquetTables.of(spark, Family.class, file);
    }

    @Test
    void rowsAreReadByTheirPlacesInFilesOfSeveralRowGroupsAndSmallPages(SparkSession spark) {
        StoredTable table = ofSmallPages(spark, 9_000, 200_000);
        DataFile file = table.files().get(0);
        RoaringBitmap deleted = RoaringBitmap.bitmapOf(17, 4_001);
        StoredTable less = table.withFiles(List.of(file.without(deleted)));
        RoaringBitmap wanted = RoaringBitmap.bitmapOf(0, 1, 17, 18, 4_000, 4_001, 8_999);
        new Random(3).ints(300, 0, 9_000).forEach(wanted::add);
        wanted.add(2_000L, 2_200L);
        List<String> names = RoaringBitmap.andNot(wanted, deleted).stream()
                .mapToObj(place -> "F" + place)
                .toList();

        InternalRows rows =
                less.at(List.of(table.schema().fieldNames()), Map.of(file.path(), new PlacesInFile(9_000, wanted)));
        Datasets.assertSameRows(
                table.dataset().filter(functions.col("family_id").isin(names.toArray())),
                rows.dataset().select("*"),
                "family_id");
        assertThat(rows.rows().map(row -> row.getUTF8String(0).toString()).collect())
                .containsExactlyElementsOf(names);
        Datasets.assertSameRows(
                table.dataset()
                        .filter(functions.col("family_id").isin(names.toArray()))
                        .selectExpr("abstract_text", "family_id", "countries"),
                less.at(
                                List.of("abstract_text", "family_id", "countries"),
                                Map.of(file.path(), new PlacesInFile(9_000, wanted)))
                        .dataset()
                        .select("abstract_text", "family_id", "countries"),
                "family_id");
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, 9_000L);
        assertThat(table.at(List.of("title"), Map.of(file.path(), new PlacesInFile(9_000, all)))
                        .rows()
                        .count())
                .isEqualTo(9_000);
        assertThat(table.at(List.of("title"), Map.of(file.path(), new PlacesInFile(9_000, new RoaringBitmap())))
                        .rows()
                        .count())
                .isZero();
    }

    @Test
    void fieldsOfRecordsThatAreNotAskedForAreNullWhereRowsAreReadByTheirPlaces(SparkSession spark) {
        StoredTable table = ofSmallPages(spark, 2_000, 50_000);
        String file = table.files().get(0).path();
        RoaringBitmap wanted = RoaringBitmap.bitmapOf(0, 3, 4, 899, 1_000, 1_999);
        List<Row> all = table.dataset()
                .selectExpr("family_id", "countries.country", "transform(countries, country -> double(null))")
                .collectAsList();

        InternalRows rows =
                table.at(List.of("countries.country", "family_id"), Map.of(file, new PlacesInFile(2_000, wanted)));

        assertThat(rows.schema().fieldNames()).containsExactly("countries", "family_id");
        assertThat(rows.schema().apply("countries").dataType())
                .isEqualTo(table.schema().apply("countries").dataType());
        assertThat(rows.dataset()
                        .selectExpr("family_id", "countries.country", "countries.weight")
                        .collectAsList())
                .containsExactlyElementsOf(wanted.stream().mapToObj(all::get).toList());
    }

    @Test
    void theLastRowIsFoundHoweverFarItIsFromTheOneBeforeIt(SparkSession spark) {
        // A row of text for each page.
        families(spark, 60)
                .withColumn("title", functions.expr("repeat(title, 100)"))
                .coalesce(1)
                .write()
                .option("parquet.page.size", 100)
                .option("parquet.page.size.row.check.min", 1)
                .option("parquet.page.size.row.check.max", 1)
                .parquet(folder.resolve("a row a page").toString());
        StoredTable table = ParquetTables.of(spark, Family.class, folder.resolve("a row a page"));
        List<String> columns = List.of("family_id", "title", "countries");
        List<Row> expected =
                table.dataset().selectExpr("family_id", "title", "countries").collectAsList();
        for (int row = 1; row < 60; row++) {
            RoaringBitmap wanted = RoaringBitmap.bitmapOf(row % 7, row);
            assertThat(table.at(columns, Map.of(table.files().get(0).path(), new PlacesInFile(60, wanted)))
                            .dataset()
                            .selectExpr(columns.toArray(String[]::new))
                            .collectAsList())
                    .containsExactlyElementsOf(
                            wanted.stream().mapToObj(expected::get).toList());
        }
    }

    @Test
    void aColumnThatAFileLacksIsNullWhereRowsAreReadByTheirPlaces(SparkSession spark) {
        families(spark, 100)
                .drop("title")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("lacks").toString());
        StoredTable table = ParquetTables.of(spark, Family.class, folder.resolve("lacks"));
        Map<String, PlacesInFile> places =
                Map.of(table.files().get(0).path(), new PlacesInFile(100, RoaringBitmap.bitmapOf(7, 70)));

        assertThat(table.at(List.of("title", "family_id"), places)
                        .dataset()
                        .select("title", "family_id")
                        .collectAsList())
                .containsExactly(RowFactory.create(null, "F7"), RowFactory.create(null, "F70"));
    }

    @Test
    void aFieldThatRecordsOfAFileLackIsNullWhereRowsAreReadByTheirPlaces(SparkSession spark) {
        families(spark, 100)
                .withColumn(
                        "countries",
                        functions.expr("transform(countries, country -> named_struct('country', country.country))"))
                .coalesce(1)
                .write()
                .parquet(folder.resolve("lacks a field").toString());
        StoredTable table = ParquetTables.of(spark, Family.class, folder.resolve("lacks a field"));
        Map<String, PlacesInFile> places =
                Map.of(table.files().get(0).path(), new PlacesInFile(100, RoaringBitmap.bitmapOf(7, 70)));
        List<Row> expected = table.dataset()
                .filter("family_id IN ('F7', 'F70')")
                .selectExpr("family_id", "countries.country")
                .collectAsList();

        assertThat(table.at(places)
                        .dataset()
                        .filter("forall(countries.weight, weight -> weight IS NULL)")
                        .selectExpr("family_id", "countries.country")
                        .collectAsList())
                .hasSize(2)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aFieldOfRecordsIsReadAlone(SparkSession spark) {
        StoredTable table = stored(spark, 40);

        assertThat(table.scan(List.of("countries.country", "family_id"))
                        .rows()
                        .dataset()
                        .selectExpr("family_id", "countries.country")
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(table.dataset()
                        .selectExpr("family_id", "countries.country")
                        .collectAsList());
        assertThat(table.scan(List.of("countries.country")).rows().schema().json())
                .doesNotContain("weight");
    }

    @Test
    void aColumnThatFilesLackIsNullAndALargeFileIsReadInParts(SparkSession spark) {
        StoredTable table = ParquetTables.written(
                Family.class, families(spark, 900).drop("applicant").coalesce(1), folder.resolve("older"));
        String setting = "spark.sql.files.maxPartitionBytes";
        String before = spark.conf().get(setting);
        spark.conf().set(setting, "4096");
        try {
            StoredTable.Scan scan = table.scan(List.of("applicant", "family_id"));

            assertThat(scan.files())
                    .hasSizeGreaterThan(1)
                    .containsOnly(table.files().get(0));
            assertThat(scan.rows().rows().getNumPartitions())
                    .isEqualTo(scan.files().size());
            assertThat(scan.rows()
                            .rows()
                            .filter(row -> row.isNullAt(0) && !row.isNullAt(1))
                            .count())
                    .isEqualTo(900);
        } finally {
            spark.conf().set(setting, before);
        }
    }

    @Test
    void rowsOfTwoKindsAreOneAndTheirPartitionsAlternate(SparkSession spark) {
        // Rows that are kept have a place that they prefer, by which Spark would draw those that come together.
        Dataset<Row> kept = families(spark, 30).persist();
        assertThat(kept.count()).isEqualTo(30);
        InternalRows some = InternalRows.planned(kept);
        StoredTable table = stored(spark, 60);
        InternalRows both = some.and(table.scan().rows());

        Datasets.assertSameRows(families(spark, 30).union(families(spark, 60)), both.dataset(), "family_id");
        List<Integer> sizes =
                both.rows().map(InternalRow::numFields).glom().map(List::size).collect();
        assertThat(sizes).containsExactly(10, 20, 10, 20, 10, 20);
        assertThatThrownBy(() -> some.and(table.scan(List.of("title")).rows()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("title");
    }
}
