package org.smssev.jobs.measure.citation;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.smssev.common.config.Config.Citations.Self;
import org.smssev.common.tables.CitationTables.CitationFlow;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;
import org.smssev.jobs.testing.FamilyRows;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class CitationNetworkTest {
    private static final StructType PATENTS = new StructType()
            .add("publication_number", DataTypes.StringType, false)
            .add("family_id", DataTypes.StringType, false)
            .add("publication_date", DataTypes.DateType, true)
            .add("filing_date", DataTypes.DateType, true)
            .add("cited", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("withdrawn", DataTypes.BooleanType, false);

    private static Row patent(String number, String family, boolean withdrawn, String... cited) {
        return RowFactory.create(number, family, java.sql.Date.valueOf("2010-05-01"), null, List.of(cited), withdrawn);
    }

    private static Row family(String id, String applicant, List<String> ipc, Object... countries) {
        List<Row> shares = new ArrayList<>();
        for (int i = 0; i < countries.length; i += 2) {
            shares.add(RowFactory.create(countries[i], countries[i + 1]));
        }
        return RowFactory.create(id, 2009, false, List.of("US"), "US-1-A", applicant, shares, ipc);
    }

    private static CitationGraph graph(Dataset<Row> patents, FamilyColumns families, Self self) {
        Publications publications = new Publications(patents, families.ids);
        return new CitationGraph(publications.links(), publications, families, self);
    }

    private static List<Integer> of(Lists lists, int list) {
        List<Integer> values = new ArrayList<>();
        for (int at = lists.from(list); at < lists.to(list); at++) {
            values.add(lists.value(at));
        }
        return values;
    }

    @Test
    void familiesCiteOneAnotherOnceAndNotThemselves(SparkSession spark) {
        FamilyColumns families = FamilyColumns.read(spark.createDataFrame(
                List.of(
                        family("f1", "ACME", List.of("H01M 10/05"), "US", .5, "KR", .5),
                        family("f2", "ACME", List.of(), "KR", 1.0),
                        family("f3", null, List.of("C22C 38/00", "H01M"), "CN", 1.0)),
                FamilyRows.SCHEMA));
        Dataset<Row> patents = spark.createDataFrame(
                List.of(
                        patent("US-1-A", "f1", false, "US-2-B1", "KR-2", "CN-3-A", "US-1-B", "US-999-A"),
                        patent("US-1-B", "f1", false, "CN-3-A", "CN-4-A"),
                        patent("US-2-B1", "f2", false, "CN-3-A"),
                        patent("KR-2-A", "f2", false),
                        patent("CN-3-A", "f3", false),
                        patent("CN-4-A", "f3", true, "US-1-A"),
                        patent("CN-5-U", "utility models only", false, "US-1-A")),
                PATENTS);

        CitationGraph graph = graph(patents, families, Self.APPLICANT);
        assertThat(of(graph.families, 0)).containsExactly(2);
        assertThat(of(graph.families, 1)).containsExactly(2);
        assertThat(of(graph.families, 2)).isEmpty();
        assertThat(graph.withinFamily).isEqualTo(1);
        assertThat(graph.sameApplicant).isEqualTo(2);
        assertThat(of(graph(patents, families, Self.FAMILY).families, 0)).containsExactly(1, 2);

        // f1 is half American and half Korean, f2 Korean: of two citations of China, 1.5 are Korean.
        assertThat(CountryFlows.of(families, graph.families))
                .containsExactly(new CitationFlow("KR", "CN", 1.5, 1, 1), new CitationFlow("US", "CN", .5, 1, 1));
    }

    @Test
    void theNetworkIsTheSameForAnyPartitioning(SparkSession spark) {
        Random random = new Random(17);
        List<Row> patents = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String[] cited =
                    random.ints(5, 0, 700).mapToObj(c -> "US-" + c + "-A").toArray(String[]::new);
            patents.add(patent("US-" + i + "-A", "f" + i % 400, false, cited));
        }
        for (int f = 0; f < 400; f++) {
            rows.add(family("f" + f, "a" + f % 50, List.of("H01M 10/05"), "US", 1.0));
        }
        Dataset<Row> families = spark.createDataFrame(rows, FamilyRows.SCHEMA);
        FamilyColumns one = FamilyColumns.read(families.repartition(1));
        Dataset<Row> given = spark.createDataFrame(patents, PATENTS);
        CitationGraph a = graph(given.repartition(1), one, Self.FAMILY);
        assertThat(a.families.total()).isGreaterThan(1_000);
        double[] rank = PageRank.of(a.families, a.families.inverse(400), .85);
        for (int partitions : new int[] {3, 7, 64}) {
            FamilyColumns more = FamilyColumns.read(families.repartition(partitions));
            CitationGraph b = graph(given.repartition(partitions), more, Self.FAMILY);
            assertThat(b.families.total()).isEqualTo(a.families.total());
            assertThat(PageRank.of(b.families, b.families.inverse(400), .85)).isEqualTo(rank);
        }
        assertThat(java.util.Arrays.stream(rank).sum()).isCloseTo(1, within(1e-12));
    }
}
