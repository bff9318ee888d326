package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.CarriedFiles;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableSchema;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.common.tables.SurveyTables.Match;
import org.smssev.jobs.testing.Datasets;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.PlainPatents;

@ExtendWith(LocalSpark.class)
class SparkTablesTest {
    @TempDir
    Path folder;

    private static Dataset<Row> matches(SparkSession spark, int rows) {
        List<Row> list = IntStream.range(0, rows)
                .mapToObj(i -> RowFactory.create("t" + i % 7, "f" + i, "BOTH", i / 1000.0, i % 2 == 0))
                .toList();
        return spark.createDataFrame(list, TableSchema.spark(Match.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 64})
    void aLargeTableComesBackAsItWasWrittenFromAnyPartitions(int partitions, SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);

        SparkTables.Written written =
                tables.overwrite(Match.class, matches(spark, 100).repartition(partitions));

        assertThat(written.rows()).isEqualTo(100);
        Datasets.assertSameRows(matches(spark, 100), tables.read(Match.class, written.version()), "family_id");
        assertThat(warehouse.read(Match.class, written.version())).hasSize(100);
    }

    /** As when a release is run again, with what its first run had left out or replaced. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesThatComeBackAreThereForAllReadersOnceTheLogIsSummedUp(boolean isKeptInPart, SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);
        TableDef def = TableDef.of(Match.class);
        InternalRows other = InternalRows.planned(spark.createDataFrame(
                List.of(RowFactory.create("t", "other", "BOTH", 0.5, true)),
                matches(spark, 0).schema()));
        long base = tables.overwrite(Match.class, matches(spark, 100).repartition(2))
                .version();
        List<DataFile> files = warehouse.stored(def, base).files();
        List<DataFile> kept = isKeptInPart ? files.subList(0, 1) : List.of();
        tables.overwrite(Match.class, other, CarriedFiles.of(kept));

        long last = 0;
        while (last < 12) {
            last = tables.overwrite(Match.class, other, CarriedFiles.of(files)).version();
        }

        String location = warehouse.location(def);
        assertThat(folder.resolve("survey/matches/_delta_log/00000000000000000010.checkpoint.parquet"))
                .exists();
        assertThat(tables.read(Match.class, last).count()).isEqualTo(101);
        assertThat(spark.read().format("delta").load(location).count()).isEqualTo(101);
    }

    @Test
    void aTableWithoutRowsIsWritten(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);

        SparkTables.Written none =
                tables.overwrite(Match.class, matches(spark, 9).repartition(3).filter("score > 1"));
        SparkTables.Written empty = tables.overwrite(Match.class, matches(spark, 0));

        assertThat(none.rows()).isZero();
        assertThat(empty.rows()).isZero();
        assertThat(tables.read(Match.class, none.version()).count()).isZero();
        assertThat(warehouse.read(Match.class, empty.version())).isEmpty();
    }

    @Test
    void textsOfManyValuesAreWrittenWithoutADictionaryAndListsWithoutLeastValues(SparkSession spark)
            throws IOException {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);

        long version = tables.overwrite(Patent.class, PlainPatents.of(spark, 500, "r1"))
                .version();

        List<String> withDictionary = new ArrayList<>();
        List<String> withLeastValue = new ArrayList<>();
        for (String file : warehouse.files(TableDef.of(Patent.class), version)) {
            HadoopInputFile input = HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file), new Configuration());
            try (ParquetFileReader reader = ParquetFileReader.open(input)) {
                for (ColumnChunkMetaData column :
                        reader.getFooter().getBlocks().get(0).getColumns()) {
                    if (column.hasDictionaryPage()) {
                        withDictionary.add(column.getPath().toDotString());
                    }
                    if (column.getStatistics().hasNonNullValue()) {
                        withLeastValue.add(column.getPath().toDotString());
                    }
                }
            }
        }
        assertThat(withDictionary)
                .contains("office", "applicants.list.element.country", "sources.list.element")
                .doesNotContain(
                        "publication_number",
                        "cited.list.element",
                        "title",
                        "applicants.list.element.name",
                        "ipc.list.element.symbol");
        assertThat(withLeastValue)
                .contains("publication_number", "office", "filing_date", "withdrawn", "title")
                .noneMatch(column -> column.contains(".list."));
    }

    @Test
    void aRowThatBreaksARuleIsRefusedAndNothingIsCommitted(SparkSession spark) throws IOException {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        Dataset<Row> wrong = matches(spark, 9)
                .withColumn("method", functions.expr("CASE WHEN family_id < 'f3' THEN 'GUESS' ELSE method END"));

        assertThatThrownBy(() -> new SparkTables(spark, warehouse).overwrite(Match.class, wrong))
                .hasMessageContaining("Table survey.matches: method is not one of")
                .hasMessageEndingWith("in 3 rows");
        assertThat(warehouse.head(TableDef.of(Match.class))).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aRepeatedKeyIsRefusedAndNothingIsCommitted(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        Dataset<Row> twice = matches(spark, 5).union(matches(spark, 5));

        assertThatThrownBy(() -> new SparkTables(spark, warehouse).overwrite(Match.class, twice))
                .hasMessageContaining("Table survey.matches: rows share the key [technology_id, family_id]");
        assertThat(warehouse.head(TableDef.of(Match.class))).isEmpty();
    }

    @Test
    void aRowWithTheKeyOfOneThatStaysIsRefusedAndNothingIsCommitted(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);
        long first = tables.overwrite(Match.class, matches(spark, 5)).version();
        List<DataFile> stay = tables.table(Match.class, first).files();
        Dataset<Row> next = matches(spark, 8).filter("family_id >= 'f5'");

        assertThatThrownBy(() -> tables.overwrite(
                        Match.class, InternalRows.planned(matches(spark, 8).filter("family_id >= 'f4'")), stay))
                .hasMessageContaining("Table survey.matches: a row has the key [technology_id, family_id] of one that")
                .hasMessageContaining("f4");
        assertThatThrownBy(() -> tables.overwrite(
                        Match.class,
                        InternalRows.planned(matches(spark, 8).filter("family_id >= 'f4'")),
                        new CarriedFiles(stay, digest -> false)))
                .hasMessageContaining("f4");
        assertThat(warehouse.head(TableDef.of(Match.class))).hasValue(first);
        assertThat(tables.overwrite(Match.class, InternalRows.planned(next), new CarriedFiles(stay, digest -> true))
                        .rows())
                .isEqualTo(8);
        SparkTables.Written written = tables.overwrite(Match.class, InternalRows.planned(next), stay);
        assertThat(written.rows()).isEqualTo(8);
        Datasets.assertSameRows(matches(spark, 8), tables.read(Match.class, written.version()), "family_id");
    }

    @Test
    void aFailedTaskLeavesNoFilesNorDoThoseThatSucceededAndNothingIsCommitted(SparkSession spark) throws IOException {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        // Of the second partition pages were written before the row that cannot be made; the first is written whole.
        Dataset<Row> failing = matches(spark, 1)
                .crossJoin(spark.range(0, 200_000, 1, 2))
                .withColumn("technology_id", functions.expr("concat('t', uuid())"))
                .withColumn(
                        "family_id",
                        functions.expr("IF(id = 199999, raise_error('not this one'), concat('f', id, uuid()))"))
                .drop("id");

        assertThatThrownBy(() -> new SparkTables(spark, warehouse).overwrite(Match.class, failing))
                .hasStackTraceContaining("not this one");
        assertThat(warehouse.head(TableDef.of(Match.class))).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void rowsThatAreScannedAreWrittenBesideOthersAndFilesThatStay(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.resolve("a blank").toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);
        long first =
                tables.overwrite(Match.class, matches(spark, 60).repartition(3)).version();
        StoredTable before = tables.table(Match.class, first);
        StoredTable one = before.withFiles(before.files().subList(0, 1));
        Dataset<Row> others =
                matches(spark, 80).filter("family_id >= 'f6' AND length(family_id) = 3 AND score >= 0.06");

        SparkTables.Written next = tables.overwrite(
                Match.class,
                InternalRows.planned(others).and(one.scan().rows()),
                before.files().subList(1, 3));

        assertThat(next.rows()).isEqualTo(80);
        Datasets.assertSameRows(matches(spark, 80), tables.read(Match.class, next.version()), "family_id");
        assertThat(warehouse.files(TableDef.of(Match.class), next.version()))
                .contains(before.files().get(1).path(), before.files().get(2).path())
                .doesNotContain(one.files().get(0).path());
    }

    @Test
    void rowsThatAreDeletedFromFilesThatStayAreReadByNobody(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.resolve("a blank").toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);
        TableDef def = TableDef.of(Match.class);
        long first =
                tables.overwrite(Match.class, matches(spark, 60).repartition(3)).version();
        List<DataFile> gaps = tables.table(Match.class, first).files().stream()
                .map(file -> file.without(RoaringBitmap.bitmapOf(0, 3, 7)))
                .toList();
        List<Row> left = assertReadAlike(tables, warehouse, new StoredTable(spark, Match.class, gaps));
        assertThat(left).hasSize(51);
        Dataset<Row> again = matches(spark, 60)
                .join(
                        spark.createDataFrame(left, TableSchema.spark(Match.class)),
                        matches(spark, 1).select("technology_id", "family_id").columns(),
                        "left_anti")
                .withColumn("score", functions.lit(0.25));

        SparkTables.Written next = tables.overwrite(Match.class, InternalRows.planned(again), gaps);

        assertThat(next.rows()).isEqualTo(60);
        StoredTable second = tables.table(Match.class, next.version());
        assertThat(second.files()).filteredOn(file -> !file.isWhole()).hasSize(3);
        List<Row> all = assertReadAlike(tables, warehouse, second);
        assertThat(all).hasSize(60).containsAll(left);
        assertThat(all).filteredOn(row -> row.getDouble(3) == 0.25).hasSizeGreaterThanOrEqualTo(9);
        // Delta's own reader knows it by the log alone; the version before is as it was.
        assertThat(delta(spark, warehouse, next.version())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(delta(spark, warehouse, first)).hasSize(60).containsAll(left);

        // Files that stay again, with further rows deleted, then none of them.
        List<DataFile> fewer = second.files().stream()
                .filter(file -> !file.isWhole())
                .map(file -> file.without(RoaringBitmap.bitmapOf(1)))
                .toList();
        long third = tables.overwrite(Match.class, InternalRows.planned(matches(spark, 0)), fewer)
                .version();
        assertThat(delta(spark, warehouse, third))
                .hasSize(48)
                .containsExactlyInAnyOrderElementsOf(
                        assertReadAlike(tables, warehouse, tables.table(Match.class, third)));
        long fourth = tables.overwrite(Match.class, matches(spark, 5)).version();
        assertThat(delta(spark, warehouse, fourth)).hasSize(5);
        assertThat(warehouse.stored(def, fourth).isWhole()).isTrue();
        assertThat(delta(spark, warehouse, next.version())).hasSize(60);
    }

    private static List<Row> delta(SparkSession spark, Warehouse warehouse, long version) {
        return spark.read()
                .format("delta")
                .option("versionAsOf", version)
                .load(warehouse.location(TableDef.of(Match.class)))
                .collectAsList();
    }

    /** The rows of a table, which a plan, a scan and, where they are of a version, Kernel read alike. */
    private static List<Row> assertReadAlike(SparkTables tables, Warehouse warehouse, StoredTable table) {
        List<Row> planned = table.dataset().collectAsList();
        assertThat(table.scan().rows().dataset().select("*").collectAsList())
                .containsExactlyInAnyOrderElementsOf(planned);
        assertThat(table.scan(List.of("score", "family_id")).rows().dataset().collectAsList())
                .containsExactlyInAnyOrderElementsOf(
                        table.dataset().select("score", "family_id").collectAsList());
        assertThat(table.dataset().filter("score > 0.1").count())
                .isEqualTo(
                        planned.stream().filter(row -> row.getDouble(3) > 0.1).count());
        long head = warehouse.head(TableDef.of(Match.class)).orElseThrow();
        if (tables.table(Match.class, head).files().equals(table.files())) {
            assertThat(warehouse.read(Match.class, head))
                    .extracting(Match::familyId)
                    .containsExactlyInAnyOrderElementsOf(
                            planned.stream().map(row -> row.getString(1)).toList());
        }
        return planned;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aRowOfAKeyOfTextsAndNumbersIsKnownAmongThoseThatStay(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        SparkTables tables = new SparkTables(spark, warehouse);
        Dataset<Row> rejected = spark.range(9)
                .selectExpr(
                        "'1' AS release",
                        "'sha' AS file_sha256",
                        "id AS record_no",
                        "'s' AS source",
                        "'f' AS file",
                        "'NO_NUMBER' AS reason",
                        "'none' AS detail",
                        "'' AS raw");
        long first = tables.overwrite(Quarantined.class, rejected.filter("record_no < 5"))
                .version();
        List<DataFile> stay = tables.table(Quarantined.class, first).files();

        assertThatThrownBy(() -> tables.overwrite(
                        Quarantined.class, InternalRows.planned(rejected.filter("record_no > 3")), stay))
                .hasMessageContaining("a row has the key [release, file_sha256, record_no] of one that stays");
        assertThat(tables.overwrite(Quarantined.class, InternalRows.planned(rejected.filter("record_no > 4")), stay)
                        .rows())
                .isEqualTo(9);
    }

    @Test
    void theComparisonTellsDifferentRowsApart(SparkSession spark) {
        assertThatThrownBy(() -> Datasets.assertSameRows(matches(spark, 5), matches(spark, 6), "family_id"))
                .isInstanceOf(AssertionError.class);
    }
}
