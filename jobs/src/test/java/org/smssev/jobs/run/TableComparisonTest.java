package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.SurveyTables.Match;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class TableComparisonTest {
    private static final TableDef DEF = TableDef.of(History.class);

    @TempDir
    Path folder;

    private static History row(String id, Double score) {
        return new History("run", id, "2026-01", "name of " + id, score, "LEVEL_1");
    }

    private static Optional<String> compare(List<History> recorded, List<History> replayed) {
        return TableComparison.first(DEF, recorded, replayed).map(d -> d.table() + " " + d.key() + ": " + d.what());
    }

    @Test
    void equalRowsHaveNoDifference() {
        assertThat(compare(List.of(row("a", 1.0), row("b", null)), List.of(row("a", 1.0), row("b", null))))
                .isEmpty();
    }

    @Test
    void theFirstRowByKeyIsNamedWithTheColumnThatDiffers() {
        assertThat(compare(
                        List.of(row("a", 1.0), row("b", 2.0), row("c", 3.0)),
                        List.of(row("a", 1.0), row("b", Math.nextUp(2.0)), row("c", 4.0))))
                .hasValue("grade.history run_id=run, technology_id=b: score was 2.0 and is now 2.0000000000000004");
    }

    @Test
    void aRowThatOneSideLacksIsNamed() {
        assertThat(compare(List.of(row("a", 1.0), row("b", 1.0)), List.of(row("b", 1.0))))
                .hasValue("grade.history run_id=run, technology_id=a: this row is missing in the replay");
        assertThat(compare(List.of(row("a", 1.0)), List.of(row("a", 1.0), row("b", 1.0))))
                .hasValue("grade.history run_id=run, technology_id=b: this row is missing in the recorded run");
    }

    @Test
    void largeTablesAreComparedTheSameWay(SparkSession spark) {
        Warehouse warehouse = new Warehouse(folder.toString(), new Configuration());
        List<Match> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(new Match("t" + i % 3, "f" + i, "BOTH", i / 100.0, i % 2 == 0));
        }
        long recorded = warehouse.overwrite(Match.class, rows);
        long same = warehouse.overwrite(Match.class, rows);
        rows.set(40, new Match("t1", "f40", "BOTH", .5, true));
        rows.remove(49);
        long other = warehouse.overwrite(Match.class, rows);

        assertThat(large(warehouse, recorded, same, spark)).isEmpty();
        assertThat(large(warehouse, recorded, other, spark))
                .hasValue("survey.matches technology_id=t1, family_id=f40: score was 0.4 and is now 0.5");
        assertThat(large(warehouse, same, warehouse.overwrite(Match.class, rows.subList(0, 49)), spark))
                .isPresent();
    }

    private static Optional<String> large(Warehouse warehouse, long a, long b, SparkSession spark) {
        return TableComparison.first(
                        Match.class,
                        new TableComparison.Side(warehouse, a),
                        new TableComparison.Side(warehouse, b),
                        () -> spark)
                .map(d -> d.table() + " " + d.key() + ": " + d.what());
    }
}
