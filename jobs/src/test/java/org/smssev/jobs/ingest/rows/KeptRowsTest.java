package org.smssev.jobs.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class KeptRowsTest {
    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("names", DataTypes.createArrayType(DataTypes.StringType));

    private static KeptRows counted(SparkSession spark, LongAccumulator made) {
        List<Long> ids = LongStream.range(0, 100).boxed().toList();
        return new KeptRows(
                spark,
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(ids, 3)
                        .map(id -> {
                            made.add(1);
                            return row(id);
                        }),
                SCHEMA);
    }

    private static InternalRow row(long id) {
        Object[] names = {UTF8String.fromString("a" + id), null};
        Object[] values = {id, new GenericArrayData(names)};
        return UnsafeProjection.create(SCHEMA).apply(new GenericInternalRow(values));
    }

    @Test
    void rowsAreMadeOnceAndEachIsItself(SparkSession spark) {
        LongAccumulator made = spark.sparkContext().longAccumulator();
        try (KeptRows kept = counted(spark, made)) {
            assertThat(made.value()).isZero();
            List<Row> first = kept.rows().dataset().orderBy("id").collectAsList();
            assertThat(first).hasSize(100);
            assertThat(first.get(42).getLong(0)).isEqualTo(42);
            assertThat(first.get(42).<String>getList(1)).containsExactly("a42", null);
            assertThat(kept.rows()
                            .dataset()
                            .filter("id >= 50")
                            .select(functions.col("names").getItem(0))
                            .count())
                    .isEqualTo(50);
            assertThat(kept.rows().schema()).isEqualTo(SCHEMA);
            assertThat(made.value()).isEqualTo(100);
        }
    }

    @Test
    void rowsThatAreReleasedAreMadeAgain(SparkSession spark) {
        LongAccumulator made = spark.sparkContext().longAccumulator();
        KeptRows kept = counted(spark, made);
        assertThat(kept.rows().dataset().collectAsList()).hasSize(100);
        kept.close();
        assertThat(kept.rows().dataset().collectAsList()).hasSize(100);
        assertThat(made.value()).isEqualTo(200);
    }
}
