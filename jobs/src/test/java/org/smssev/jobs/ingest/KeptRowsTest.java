package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class KeptRowsTest {
    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("names", DataTypes.createArrayType(DataTypes.StringType));

    private static Dataset<Row> counted(SparkSession spark, LongAccumulator made) {
        MapFunction<Long, Row> row = id -> {
            made.add(1);
            return RowFactory.create(id, new Object[] {"a" + id, null});
        };
        return spark.range(0, 100, 1, 3).as(Encoders.LONG()).map(row, Encoders.row(SCHEMA));
    }

    @Test
    void rowsAreMadeOnceAndEachIsItself(SparkSession spark) {
        LongAccumulator made = spark.sparkContext().longAccumulator();
        try (KeptRows kept = new KeptRows(counted(spark, made))) {
            assertThat(made.value()).isZero();
            List<Row> first = kept.rows().orderBy("id").collectAsList();
            assertThat(first).hasSize(100);
            assertThat(first.get(42).getLong(0)).isEqualTo(42);
            assertThat(first.get(42).<String>getList(1)).containsExactly("a42", null);
            assertThat(kept.rows()
                            .filter("id >= 50")
                            .select(functions.col("names").getItem(0))
                            .count())
                    .isEqualTo(50);
            assertThat(kept.rows().schema()).isEqualTo(counted(spark, made).schema());
            assertThat(made.value()).isEqualTo(100);
        }
    }

    @Test
    void rowsThatAreReleasedAreMadeAgain(SparkSession spark) {
        LongAccumulator made = spark.sparkContext().longAccumulator();
        KeptRows kept = new KeptRows(counted(spark, made));
        assertThat(kept.rows().collectAsList()).hasSize(100);
        kept.close();
        assertThat(kept.rows().collectAsList()).hasSize(100);
        assertThat(made.value()).isEqualTo(200);
    }
}
