package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.SurveyTables.Match;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class CarryTest {
    @TempDir
    Path folder;

    /** As many rows as files, of keys {@code f0}, {@code f1}, and so on. */
    private StoredTable table(SparkSession spark, int files) {
        Dataset<Row> apart =
                rows(spark, "f", files).repartitionByRange(files, org.apache.spark.sql.functions.col("family_id"));
        StoredTable table = ParquetTables.written(Match.class, apart, folder.resolve(files + " files"));
        assertThat(table.files()).hasSize(files);
        return table;
    }

    /** So many rows in one file, of keys that begin with a letter. */
    private StoredTable oneFile(SparkSession spark, String letter, int n) {
        return ParquetTables.written(
                Match.class, rows(spark, letter, n).coalesce(1), folder.resolve("one file of " + letter));
    }

    private static Dataset<Row> rows(SparkSession spark, String letter, int n) {
        List<Row> rows = IntStream.range(0, n)
                .mapToObj(i -> RowFactory.create("t", letter + i, "BOTH", 0.5, true))
                .toList();
        return spark.createDataFrame(rows, TableSchema.spark(Match.class));
    }

    private static DigestedKeys keys(SparkSession spark, String... keys) {
        return new DigestedKeys(
                spark,
                List.of(keys).stream()
                        .mapToLong(key -> DigestedKeys.digest(UTF8String.fromString(key)))
                        .sorted()
                        .toArray());
    }

    private static List<String> rows(InternalRows rows) {
        return rows.dataset().select("family_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void filesWithoutSuchAKeyStayWhole(SparkSession spark) {
        StoredTable table = table(spark, 3);
        try (DigestedKeys keys = keys(spark, "f1", "none")) {
            Carry carry = Carry.without(table, "family_id", keys.known());

            assertThat(carry.files()).hasSize(2).isSubsetOf(table.files());
            assertThat(rows(carry.rows())).isEmpty();
            assertThat(rows(table.withFiles(carry.files()).scan().rows())).containsExactlyInAnyOrder("f0", "f2");
            assertThat(rows(carry.and(InternalRows.planned(table.dataset().limit(1)))))
                    .hasSize(1);
        }
        try (DigestedKeys none = keys(spark, "none")) {
            Carry carry = Carry.without(table, "family_id", none.known());

            assertThat(carry.files()).isEqualTo(table.files());
            assertThat(carry.rows()).isNull();
        }
    }

    @Test
    void fewRowsAreDeletedByTheirPlacesAndAFileThatLosesManyIsWrittenAnew(SparkSession spark) {
        StoredTable table = oneFile(spark, "f", 20);
        try (DigestedKeys some = keys(spark, "f3", "f8", "none");
                DigestedKeys more = keys(spark, "f0", "f1", "f8", "f9");
                DigestedKeys fewer = keys(spark, "f0", "f1")) {
            Carry once = Carry.without(table, "family_id", some.known());
            assertThat(once.rows()).isNull();
            assertThat(once.files()).hasSize(1);
            assertThat(once.files().get(0).deleted()).isEqualTo(RoaringBitmap.bitmapOf(3, 8));
            StoredTable left = table.withFiles(once.files());
            assertThat(rows(left.scan().rows())).hasSize(18).doesNotContain("f3", "f8");

            // Four of twenty are a fifth, five a quarter; six are more.
            Carry again = Carry.without(left, "family_id", fewer.known());
            assertThat(again.rows()).isNull();
            assertThat(again.files().get(0).deleted()).isEqualTo(RoaringBitmap.bitmapOf(0, 1, 3, 8));
            assertThat(Carry.without(left, "family_id", more.known()).files()).hasSize(1);
            try (DigestedKeys most = keys(spark, "f10", "f11")) {
                Carry last = Carry.without(table.withFiles(again.files()), "family_id", most.known());
                assertThat(last.files()).isEmpty();
                assertThat(rows(last.rows()))
                        .hasSize(14)
                        .doesNotContain("f0", "f10")
                        .contains("f12");
            }
        }
    }

    @Test
    void aPlanFindsTheSameOfFilesWithDeletedRows(SparkSession spark) {
        StoredTable three = table(spark, 3);
        StoredTable more = oneFile(spark, "g", 8);
        DataFile gaps = more.files().get(0).without(RoaringBitmap.bitmapOf(1));
        StoredTable table =
                more.withFiles(List.of(three.files().get(0), three.files().get(1), gaps));
        Dataset<Row> keys = spark.sql("SELECT 'f0' AS x_key");

        Carry carry = Carry.of(table, "family_id", keys, 1);

        assertThat(carry.files()).hasSize(2).contains(gaps);
        assertThat(rows(table.withFiles(carry.files()).scan().rows()))
                .hasSize(8)
                .contains("f1", "g0")
                .doesNotContain("g1");
        assertThat(rows(carry.rows())).isEmpty();
    }

    @Test
    void manyFilesAreWrittenAnewSoThatTheyBecomeFew(SparkSession spark) {
        StoredTable table = table(spark, 65);
        try (DigestedKeys keys = keys(spark, "f7")) {
            Carry carry = Carry.without(table, "family_id", keys.known());

            assertThat(carry.files()).isEmpty();
            assertThat(rows(carry.rows())).hasSize(64).doesNotContain("f7").doesNotHaveDuplicates();
        }
        assertThat(Carry.all(table).files()).isEmpty();
        assertThat(rows(Carry.all(table).rows())).hasSize(65);
    }
}
