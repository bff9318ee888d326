package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class DeltaRowsTest {
    @Test
    void rowsAreNumberedByFilesInTheOrderOfTheirPaths(@TempDir Path folder, SparkSession spark) {
        String table = folder.resolve("table").toString();
        // Of the folders the first has the smallest file, which Spark reads last.
        spark.range(0, 1_110)
                .selectExpr(
                        "CAST(id AS STRING) AS id", "CASE WHEN id < 10 THEN 1 WHEN id < 110 THEN 2 ELSE 3 END AS part")
                .coalesce(1)
                .sortWithinPartitions("id")
                .write()
                .format("delta")
                .partitionBy("part")
                .save(table);
        Dataset<Row> rows = spark.read().format("delta").load(table);

        List<String> numbered = DeltaRows.numbered(rows, functions.col("part"), functions.col("id")).collect().stream()
                .sorted((a, b) -> Long.compare(a._2, b._2))
                .map(pair -> pair._2 + " " + pair._1.get(0) + " " + pair._1.get(1))
                .toList();

        assertThat(numbered).hasSize(1_110).startsWith("1 1 0", "2 1 1").contains("10 1 9", "11 2 10", "110 2 99");
        assertThat(numbered.get(110)).isEqualTo("111 3 1000");
        assertThat(numbered.get(1_109)).isEqualTo("1110 3 999");
    }
}
