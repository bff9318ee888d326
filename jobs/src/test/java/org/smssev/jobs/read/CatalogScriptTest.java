package org.smssev.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.SmallWarehouse;

/** The registration script, run as a data engineer does. */
@ExtendWith(LocalSpark.class)
class CatalogScriptTest {
    @TempDir
    private Path folder;

    @Test
    void viewsShowThePublishedRunWhateverTheHeadsAre(SparkSession spark) {
        SmallWarehouse tables = new SmallWarehouse(folder.resolve("it's here"));
        MetaTables.Run run = tables.technologies("steel", "glass")
                .write(Evidence.class, List.of(new Evidence("T1", "NODE", "H01M", "it's \\ a; node", 1.0)))
                .publish("r1");
        tables.technologies("half of a run");

        List<String> statements =
                CatalogScript.statements(new Catalog(tables.warehouse(), run, Stages.tables()), "reg_");
        statements.forEach(spark::sql);

        assertThat(names(spark, "SELECT name_en FROM reg_delta_tables.grade_technologies"))
                .containsExactly("half of a run");
        assertThat(names(spark, "SELECT name_en FROM reg_grade.technologies ORDER BY technology_id"))
                .containsExactly("steel", "glass");
        assertThat(names(spark, "SELECT text FROM reg_views.level1_evidence")).containsExactly("it's \\ a; node");
        assertThat(names(spark, "SELECT release FROM reg_meta.runs")).containsExactly("2026-01");
        assertThat(described(spark, "reg_grade.technologies", "name_en")).isEqualTo("name in English");
        assertThat(described(spark, "reg_views.level1_evidence", "value")).isEqualTo("strength, where it has one");
        assertThat(statements)
                .as("views of what the run lacks are left out")
                .noneMatch(statement -> statement.contains("reg_views.graded_list"));

        MetaTables.Run next = tables.publish("r2");
        CatalogScript.statements(new Catalog(tables.warehouse(), next, Stages.tables()), "reg_")
                .forEach(spark::sql);
        assertThat(names(spark, "SELECT name_en FROM reg_grade.technologies")).containsExactly("half of a run");
    }

    private static List<String> names(SparkSession spark, String query) {
        return spark.sql(query).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static String described(SparkSession spark, String table, String column) {
        return Arrays.stream((Row[]) spark.sql("DESCRIBE " + table).collect())
                .filter(row -> row.getString(0).equals(column))
                .map(row -> row.getString(2))
                .findFirst()
                .orElseThrow();
    }
}
