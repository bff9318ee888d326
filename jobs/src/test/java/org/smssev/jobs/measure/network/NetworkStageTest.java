package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.smssev.common.UserException;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class NetworkStageTest {
    private static final Scope MAIN_GROUPS =
            new Scope(IpcSymbol.Level.MAIN_GROUP, "ALL", Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final StructType FAMILIES = new StructType()
            .add("family_id", DataTypes.StringType, false)
            .add("ipc", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("priority_year", DataTypes.IntegerType, true);

    @Test
    void countsHaveTheSameBitsForAnyPartitioning(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(randomFamilies(), FAMILIES);
        CodeNetwork one = count(families.repartition(1));
        for (int partitions : new int[] {3, 7, 64}) {
            CodeNetwork more = count(families.repartition(partitions));
            assertThat(more.codes).isEqualTo(one.codes);
            assertThat(more.full).isEqualTo(one.full);
            assertThat(more.newman).isEqualTo(one.newman);
            assertThat(more.refined).isEqualTo(one.refined);
            assertThat(more.yearly).isDeepEqualTo(one.yearly);
        }
    }

    @Test
    void periodsAndLevelsOfOneRunAreWhatEachGivesAlone(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(randomFamilies(), FAMILIES);
        Scope early = new Scope(IpcSymbol.Level.MAIN_GROUP, "2000-2009", 2000, 2009);
        Scope subclasses = new Scope(IpcSymbol.Level.SUBCLASS, "ALL", Integer.MIN_VALUE, Integer.MAX_VALUE);
        List<PairBlock> together =
                PairCounting.count(families, List.of(MAIN_GROUPS, early, subclasses), 100, Long.MAX_VALUE);
        Dataset<Row> earlyFamilies = families.where("priority_year between 2000 and 2009");
        CodeNetwork alone = count(earlyFamilies);
        CodeNetwork inPeriod = CodeNetwork.of(together.get(1), 2);
        assertThat(inPeriod.families).isEqualTo(earlyFamilies.count()).isLessThan(2_000);
        assertThat(inPeriod.codes).isEqualTo(alone.codes);
        assertThat(inPeriod.full).isEqualTo(alone.full);
        assertThat(inPeriod.newman).containsExactly(alone.newman, within(1e-9));
        assertThat(CodeNetwork.of(together.get(0), 2).full).isEqualTo(count(families).full);
        assertThat(CodeNetwork.of(together.get(2), 2).codes).containsExactly("H01M");
    }

    @Test
    void countsThatDoNotFitAreRefusedWithTheirSize(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(randomFamilies(), FAMILIES);
        assertThatThrownBy(() -> PairCounting.count(families, List.of(MAIN_GROUPS), 100, 1 << 20))
                .isInstanceOf(UserException.class)
                .hasMessageMatching("Counts of [0-9,]+ pairs of IPC codes: about .* GB of memory needed \\(the"
                        + " driver has 0.0 GB\\). Give the driver more memory .*network.max-codes.");
    }

    @Test
    void codesAreCutThenCountedOncePerFamily(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(
                List.of(
                        RowFactory.create("f1", List.of("H01M 10/05", "H01M 10/0525", "C22C 38/00"), 2010),
                        RowFactory.create("f2", List.of("H01M", "C22C 38/02"), null),
                        RowFactory.create("f3", List.of(), 2011)),
                FAMILIES);
        CodeNetwork network = CodeNetwork.of(
                PairCounting.count(families, List.of(MAIN_GROUPS), 100, Long.MAX_VALUE)
                        .get(0),
                1);
        assertThat(network.codes).containsExactly("C22C 38", "H01M 10");
        assertThat(network.codeFamilies).containsExactly(2, 1);
        assertThat(network.newman).containsExactly(1);
        assertThat(network.families).isEqualTo(2);
    }

    private static CodeNetwork count(Dataset<Row> families) {
        return CodeNetwork.of(
                PairCounting.count(families, List.of(MAIN_GROUPS), 100, Long.MAX_VALUE)
                        .get(0),
                2);
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
