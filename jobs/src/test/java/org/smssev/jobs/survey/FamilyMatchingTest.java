package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.config.SurveyConfig;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.config.SurveyConfig.TextScope.Against;
import org.smssev.common.config.SurveyConfig.TextScope.Level;
import org.smssev.common.config.SurveyConfig.TextScope.Method;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class FamilyMatchingTest {
    private static final StructType FAMILIES = new StructType()
            .add("family_id", DataTypes.StringType, false)
            .add("title", DataTypes.StringType, true)
            .add("abstract_text", DataTypes.StringType, true)
            .add("ipc", DataTypes.createArrayType(DataTypes.StringType, false), false);

    private static final SurveyConfig SETTINGS =
            new SurveyConfig(List.of(), null, null, null, 1000, null, null, .2, .5, 3);

    private static Row family(String id, String title, String abstractText, String... ipc) {
        return RowFactory.create(id, title, abstractText, ipc);
    }

    private static Technology technology(String id, String method, String... ipc) {
        return new Technology(id, "", null, null, List.of(ipc), List.of(), false, method, "UNVALIDATED");
    }

    private static TextScope pooled(int sample) {
        return new TextScope(Method.COSINE, Against.ABSTRACTS, Level.MAIN_GROUP, 5, 2, 0.5, sample);
    }

    /** What is found is told as text, so that runs can be compared. */
    private static String found(Dataset<Row> families) {
        RuleLine rule = new RuleLine("line 2", "a", null, "H01M", List.of(), List.of(), List.of(), .7);
        ListCodes lists = new ListCodes(new TreeMap<>(Map.of("l", Set.of("H01M"), "m", Set.of("C22C 38"))));
        try (FamilyMatching matching = new FamilyMatching(
                families.sparkSession(),
                families,
                List.of(technology("a", "RULE"), technology("b", "LIST", "C22C 38"), technology("c", "LIST", "H01M 4")),
                new RuleIndex(List.of(List.of(rule), List.of(), List.of())),
                lists)) {
            FamilyMatching.Counts counts = matching.count(SETTINGS);
            long[] touched = matching.families(new int[][] {{0, 1}, {1}, {}}, 2);
            List<String> matches = new ArrayList<>();
            matching.matches().collectAsList().forEach(r -> matches.add(r.toString()));
            matches.sort(null);
            return counts.families() + " " + List.of(counts.lists()[0], counts.lists()[1], counts.lists()[2]) + " "
                    + List.of(touched[0], touched[1]) + " " + matches;
        }
    }

    @Test
    void rulesCodesListsAndTouchedFamiliesAreFoundWhateverThePartitions(SparkSession spark) {
        List<Row> rows = List.of(
                family("F1", "x", null, "H01M 4/02"),
                family("F2", "x", null, "H01M 10/05", "C22C 38/04"),
                family("F3", "x", null, "C22C 38/04"),
                family("F4", null, null, "A01B 1/00"));
        Dataset<Row> families = spark.createDataFrame(rows, FAMILIES);

        String expected = "4 [2, 2, 1] [2, 3] ["
                // Of F2's groups C22C 38 weighs ln 3 over the mean of ln 3 and ln 5, H01M 10 one: .5 (1 - (1 /
                // 1.8114)^2).
                + "[a,F1,RULE,0.7,true], [a,F2,RULE,0.7,true], [b,F2,IPC,0.3476,false], [b,F3,IPC,0.5,true],"
                + " [c,F1,IPC,0.5,false]]";

        String first = found(families.repartition(1));
        assertThat(first.replaceAll("0\\.3476[0-9]+", "0.3476")).isEqualTo(expected);
        assertThat(found(families.repartition(3))).isEqualTo(first);
    }

    @Test
    void textsOfACodesFamiliesArePooledWithoutTermsThatOccurOnce(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(
                List.of(
                        family("F1", "Steel strip", "Rolling of steel", "C22C 38/04", "C22C 38/06"),
                        family("F2", "Rolling mill", null, "C22C 38/00", "B21B 1/00"),
                        family("F3", "Battery battery", null, "H01M")),
                FAMILIES);

        Map<String, Map<String, Integer>> pooled = PooledAbstracts.of(families.repartition(3), pooled(100));

        assertThat(pooled)
                .isEqualTo(
                        Map.of("C22C 38", Map.of("steel", 2, Stems.of("rolling").get(0), 2), "B21B 1", Map.of()))
                .isEqualTo(PooledAbstracts.of(families.coalesce(1), pooled(100)));
    }

    @Test
    void theSampleOfPooledFamiliesIsTheSameWhateverThePartitions(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(family(
                    "F" + i, "word" + (char) ('a' + i % 26) + " common common", null, "H01M " + (1 + i % 3) + "/00"));
        }
        Dataset<Row> families = spark.createDataFrame(rows, FAMILIES);

        Map<String, Map<String, Integer>> sampled = PooledAbstracts.of(families.repartition(4), pooled(120));

        assertThat(sampled.values().stream().mapToInt(m -> m.get("common")).sum())
                .isEqualTo(240);
        assertThat(PooledAbstracts.of(families.coalesce(1), pooled(120))).isEqualTo(sampled);
    }
}
