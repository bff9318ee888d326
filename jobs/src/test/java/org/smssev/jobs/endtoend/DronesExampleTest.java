package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MetaTables.Quality;
import org.smssev.common.tables.MetaTables.StageRun;
import org.smssev.jobs.run.RunHistory;

/** Runs {@code examples/drones} as a visitor does, on a copy that has nothing beside it. */
class DronesExampleTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "drones");

    @TempDir
    private static Path folder;

    private static Console run;

    @BeforeAll
    static void runOnce() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(f -> !EXAMPLE.relativize(f).startsWith("warehouse"))
                    .toList()) {
                Path copy = folder.resolve(EXAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        run = Console.run("run", "--config", folder.resolve("smssev.yaml").toString(), "--master", "local[2]");
    }

    private static <T extends Record> List<T> rows(Class<T> table) {
        return TableDigest.published(folder.resolve("warehouse"), table);
    }

    @Test
    void publishesEveryRecordWithOneTrueWarning() {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("Published run");
        // Both counted by the functions of real-data/count_tables.py.
        assertThat(rows(Patent.class)).hasSize(1_535);
        assertThat(rows(Family.class)).hasSize(1_398);
        assertThat(rows(Quality.class))
                .filteredOn(q -> q.outcome().equals("WARN"))
                .extracting(Quality::check)
                .containsExactly("without_abstract");
        assertThat(rows(RejectedCell.class)).isEmpty();
    }

    @Test
    void gradesFourteenTechnologiesInThreeLevels() {
        List<GradeTables.Technology> graded = rows(GradeTables.Technology.class);
        assertThat(graded).hasSize(14);
        assertThat(graded)
                .extracting(GradeTables.Technology::level)
                .containsOnly("LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED");
        assertThat(graded)
                .extracting(t -> t.technologyId() + " " + t.level() + " " + t.position())
                .contains("autonomy LEVEL_1 LEAD", "vision LEVEL_2 null", "vtol LEVEL_3 LEAD");
    }

    @Test
    void readsNothingOutsideItsFolderAndSaysThatTheScoresAreMadeUp() throws IOException {
        assertThat(RunHistory.read(TableDigest.warehouse(folder.resolve("warehouse")), StageRun.class))
                .flatExtracting(StageRun::files)
                .hasSizeGreaterThan(6)
                .allSatisfy(file -> assertThat(file.path()).contains(folder.toString()));
        assertThat(Files.readString(folder.resolve("smssev.yaml"))).doesNotContain("../");
        assertThat(Files.readString(folder.resolve("warehouse/report/report.html")))
                .contains("made-up scores");
    }
}
