package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class NetworkStageTest {
    private static final StructType FAMILIES = new StructType()
            .add("family_id", DataTypes.StringType, false)
            .add("ipc", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("priority_year", DataTypes.IntegerType, true);

    @Test
    void countsHaveTheSameBitsForAnyPartitioning(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(randomFamilies(), FAMILIES);
        CodeNetwork one = count(families.repartition(1));
        CodeNetwork seven = count(families.repartition(7));
        assertThat(seven.codes).isEqualTo(one.codes);
        assertThat(seven.full).isEqualTo(one.full);
        assertThat(seven.newman).isEqualTo(one.newman);
        assertThat(seven.refined).isEqualTo(one.refined);
        assertThat(seven.yearly).isDeepEqualTo(one.yearly);
    }

    @Test
    void codesAreCutThenCountedOncePerFamily(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(
                List.of(
                        RowFactory.create("f1", List.of("H01M 10/05", "H01M 10/0525", "C22C 38/00"), 2010),
                        RowFactory.create("f2", List.of("H01M", "C22C 38/02"), null),
                        RowFactory.create("f3", List.of(), 2011)),
                FAMILIES);
        CodeNetwork network = CodeNetwork.of(PairCounting.count(families, IpcSymbol.Level.MAIN_GROUP, 100), 1);
        assertThat(network.codes).containsExactly("C22C 38", "H01M 10");
        assertThat(network.codeFamilies).containsExactly(2, 1);
        assertThat(network.newman).containsExactly(1);
        assertThat(network.families).isEqualTo(2);
    }

    private static CodeNetwork count(Dataset<Row> families) {
        return CodeNetwork.of(PairCounting.count(families, IpcSymbol.Level.MAIN_GROUP, 100), 2);
    }

    private static List<Row> randomFamilies() {
        Random random = new Random(11);
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < 2_000; f++) {
            List<String> codes = new ArrayList<>();
            for (int c = 0; c < 1 + random.nextInt(9); c++) {
                codes.add("H01M " + (1 + random.nextInt(60)) + "/02");
            }
            rows.add(RowFactory.create(
                    "F" + f, codes.stream().distinct().toList(), random.nextInt(10) == 0 ? null : 2000 + f % 20));
        }
        return rows;
    }
}
