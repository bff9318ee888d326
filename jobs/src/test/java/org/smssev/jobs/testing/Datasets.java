package org.smssev.jobs.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Comparisons of datasets, borrowed from spark-testing-base; its own session and JUnit 4 hooks are not used. */
public final class Datasets {
    private static final JavaDatasetSuiteBase COMPARISONS = new JavaDatasetSuiteBase() {
        private static final long serialVersionUID = 1L;

        /** What it shows rows that differ with. */
        @Override
        public SparkSession spark() {
            return SparkSession.active();
        }
    };

    private Datasets() {}

    /** Fails, showing rows that differ, unless both have the same columns and, sorted by these columns, the same rows. */
    public static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual, String... sortedBy) {
        Column[] order = java.util.Arrays.stream(sortedBy).map(functions::col).toArray(Column[]::new);
        COMPARISONS.assertDataFrameEquals(
                expected.sort(order).coalesce(1), actual.sort(order).coalesce(1));
    }
}
