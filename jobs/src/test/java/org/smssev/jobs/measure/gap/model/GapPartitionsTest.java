package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.config.Config;
import org.smssev.jobs.measure.FamilyCitations;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyValues;
import org.smssev.jobs.testing.FamilyRows;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class GapPartitionsTest {
    private static final Config.Gap SETTINGS = new Config.Gap(5, 20, 0.25, 1.2, 10, Map.of(), 40, 7);
    private static final List<String> COUNTRIES = List.of("CN", "DE", "KR", "US");

    private final Random random = new Random(5);

    @Test
    void gapsHaveTheSameBitsForAnyPartitioning(SparkSession spark) {
        Dataset<Row> families = spark.createDataFrame(families(), FamilyRows.SCHEMA);
        Dataset<Row> citations = spark.createDataFrame(citations(), citationSchema());
        GapCalculator one = measured(families.repartition(1), citations.repartition(1));
        assertThat(one.gaps())
                .filteredOn(g -> g.measure().equals("impact_gap") && g.lo95() != null)
                .isNotEmpty();
        for (int partitions : new int[] {3, 7, 64}) {
            GapCalculator more = measured(families.repartition(partitions), citations.repartition(partitions));
            assertThat(more.gaps()).isEqualTo(one.gaps());
            assertThat(more.summaries()).isEqualTo(one.summaries());
        }
    }

    private static GapCalculator measured(Dataset<Row> rows, Dataset<Row> citations) {
        FamilyColumns families = FamilyColumns.read(rows);
        Frame frame = new Frame(
                families.countryNames, "KR", List.of("US"), Map.of(), 2005, 20, Windows.before(2024, 2, 5), 5);
        Facts facts = new Facts(families, FamilyValues.read(citations, families.ids, Map.of()), frame);
        List<Subject> subjects = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
            int from = s * 150;
            subjects.add(new Subject(
                    Subject.CLUSTER, "" + s, IntStream.range(from, from + 150).toArray()));
        }
        return new GapCalculator(subjects, facts, frame, SETTINGS);
    }

    private List<Row> families() {
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < 600; f++) {
            double part = 1.0 / (1 + random.nextInt(3));
            rows.add(RowFactory.create(
                    String.format("F%05d", f),
                    2005 + random.nextInt(20),
                    random.nextBoolean(),
                    List.of("CN", "US"),
                    "CN-1-A",
                    "a" + random.nextInt(30),
                    List.of(
                            RowFactory.create(COUNTRIES.get(random.nextInt(2)), part),
                            RowFactory.create(COUNTRIES.get(2 + random.nextInt(2)), 1 - part)),
                    List.of("H01M 10/05")));
        }
        return rows;
    }

    private List<Row> citations() {
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < 600; f++) {
            rows.add(RowFactory.create(
                    String.format("F%05d", f),
                    random.nextDouble() * 3,
                    random.nextDouble(),
                    random.nextInt(4) / 1.0,
                    random.nextInt(20) / 1.0,
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextInt(5) > 0));
        }
        return rows;
    }

    /** The columns that the gap reads of measure.family_citations. */
    private static StructType citationSchema() {
        StructType schema = new StructType();
        for (String column : FamilyCitations.names()) {
            schema = schema.add(
                    column,
                    switch (column) {
                        case "family_id" -> DataTypes.StringType;
                        case "window_complete" -> DataTypes.BooleanType;
                        default -> DataTypes.DoubleType;
                    });
        }
        return schema;
    }
}
