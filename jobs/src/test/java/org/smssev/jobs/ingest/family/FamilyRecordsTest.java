package org.smssev.jobs.ingest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class FamilyRecordsTest {
    @Test
    void recordsOfManyPartitionsAreTakenInTheirOrder(SparkSession spark) {
        List<Integer> records = IntStream.range(0, 500).boxed().toList();
        List<Integer> taken = new ArrayList<>();
        FamilyRecords.forEach(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(records, 21), taken::add);
        assertThat(taken).isEqualTo(records);
    }
}
