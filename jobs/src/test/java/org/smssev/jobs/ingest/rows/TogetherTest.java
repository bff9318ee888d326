package org.smssev.jobs.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.rows.BinaryRows.Place;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class TogetherTest {
    /** What a row says, in a form that stays. */
    private static String said(InternalRow row) {
        return row.getString(1) + "/" + row.getString(0) + "/"
                + row.getUTF8String(2).numBytes();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 4", "1, 7"})
    void rowsOfAKeyStandTogetherInOrderAndNoneIsLost(int from, int to, SparkSession spark) {
        // Some rows are longer than a page.
        Dataset<Row> rows = spark.range(4_000)
                .selectExpr(
                        "concat('n', id) AS number",
                        "concat('k', id * 7919 % 613) AS key",
                        "repeat('x', IF(id % 1000 = 0, 300000, CAST(id % 400 AS INT))) AS text")
                .repartition(from);
        List<Place> places = Place.inOrder(3);

        List<List<InternalRow>> parts = Together.sorted(
                        InternalRows.planned(rows).rows(), places.get(1), places.get(0), to)
                .map(InternalRow::copy)
                .glom()
                .collect();

        Set<String> keys = new TreeSet<>();
        List<String> said = new ArrayList<>();
        for (List<InternalRow> part : parts) {
            assertThat(part)
                    .isSortedAccordingTo(Comparator.comparing((InternalRow row) -> row.getUTF8String(1))
                            .thenComparing(row -> row.getUTF8String(0)));
            Set<String> own = new TreeSet<>();
            part.forEach(row -> own.add(row.getString(1)));
            assertThat(keys).doesNotContainAnyElementsOf(own);
            keys.addAll(own);
            part.forEach(row -> said.add(said(row)));
        }
        List<String> all = rows.collectAsList().stream()
                .map(row -> row.getString(1) + "/" + row.getString(0) + "/"
                        + row.getString(2).length())
                .toList();
        assertThat(parts).hasSize(to);
        assertThat(said).hasSize(4_000).containsExactlyInAnyOrderElementsOf(all);
    }
}
