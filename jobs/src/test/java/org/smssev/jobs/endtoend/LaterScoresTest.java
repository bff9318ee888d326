package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.testing.DuckDb;

/** A project over time: scores that arrive later, settings that change, another release. */
class LaterScoresTest {
    private final Demo demo = Demo.once();
    private final Path folder = Demo.folder("later");
    private final String config = folder.resolve("smssev.yaml").toString();

    private Console run(String command, String... more) {
        return Console.run(Stream.of(new String[] {command}, more, new String[] {"--config", config})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    @Test
    void eachRunIsComparedWithTheOneBeforeAndMeasuresAreReused() throws Exception {
        Demo.copy(demo.warehouse, folder);
        String first = published().runId();

        hold(folder.resolve("input/scores"));
        Console fewer = run("run", "--master", "local[2]");
        assertThat(fewer.exit()).as(fewer.err()).isZero();
        assertThat(fewer.computed())
                .as("all measures are reused")
                .containsExactly("evaluate", "grade", "truth", "report");

        Console diff = run("diff");
        assertThat(diff.exit()).as(diff.err()).isZero();
        assertThat(diff.out())
                .contains(
                        "From run " + first,
                        "code:        the same",
                        "settings:    the same",
                        "patents:     the same files")
                .contains("The causes are replaced one after another", "SCORES")
                .doesNotContain("SETTINGS", "PATENTS", "LISTS", "CODE", "NOT_RECOMPUTED");

        Console stricter = run("run", "-D", "grade.level-2=7.4", "--master", "local[2]");
        assertThat(stricter.exit()).as(stricter.err()).isZero();
        Console settings = run("diff");
        assertThat(settings.out())
                .contains("grade.level-2: 7.0 -> 7.4", "SETTINGS (to LEVEL_3)")
                .doesNotContain("SCORES +");
        assertThat(run("diff", "--from-run", first, "--to-run", "none").err())
                .contains("run none is not published", first);

        // Back to what was computed before: nothing but the page is computed, but the history has this run as well.
        Console back = run("run", "--master", "local[2]");
        assertThat(back.computed()).containsExactly("report");
        everyPublishedRunIsInTheHistory();

        otherContentUnderTheSameNameIsNotUpToDate();
        anotherRelease();
        readersSeeTheLastRunAndMayAskForTheFirst(first);
        // The tests of notebooks need such a warehouse, and make one of their own where they are told of none.
        Files.writeString(Path.of("target", "two-releases.txt"), folder.toString());
    }

    /** The file of each stage gets a line more and is put back; nothing is computed for it. */
    private void otherContentUnderTheSameNameIsNotUpToDate() throws IOException {
        assertThat(run("run", "--dry-run").upToDate()).contains("survey", "supplement", "evaluate");
        Map<String, String> files = Map.of(
                "input/lists/controlled.csv", "survey",
                "input/nominations.csv", "supplement",
                "input/experts.csv", "evaluate");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            byte[] before = Files.readAllBytes(path);
            Files.writeString(path, "\n", StandardOpenOption.APPEND);
            assertThat(run("run", "--dry-run").upToDate())
                    .as(file.getKey())
                    .contains("ingest")
                    .doesNotContain(file.getValue());
            Files.write(path, before);
        }
    }

    private void anotherRelease() {
        List<Technology> before = TableDigest.published(folder, Technology.class);
        Console next = run("run", "-D", "release.id=2026-02", "-D", "grade.level-2=7.4", "--master", "local[2]");
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(TableDigest.published(folder, Technology.class))
                .extracting(Technology::technologyId)
                .as("technologies keep their ids")
                .containsExactlyElementsOf(
                        before.stream().map(Technology::technologyId).toList());
        List<Change> changes = TableDigest.published(folder, Change.class);
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.change()).isEqualTo("LOWERED");
            assertThat(change.decisive()).containsExactly("SETTINGS");
            assertThat(change.causes())
                    .extracting(Cause::input)
                    .containsExactly("CODE", "SETTINGS", "LISTS", "PATENTS", "SCORES");
            assertThat(change.causes().stream().mapToDouble(Cause::part).sum())
                    .isCloseTo(change.scoreNow() - change.scoreBefore(), within(1e-9));
        });
        everyPublishedRunIsInTheHistory();
    }

    /** Views and mirror show the last run, and `--run` shows the first. */
    private void readersSeeTheLastRunAndMayAskForTheFirst(String first) throws Exception {
        List<Change> changes = TableDigest.published(folder, Change.class);
        try (DuckDb mirror = new DuckDb(folder.resolve("mirror"))) {
            assertThat(mirror.rows("SELECT technology_id, change, decisive FROM views.movements ORDER BY 1"))
                    .isEqualTo(changes.stream()
                            .map(c -> List.<Object>of(c.technologyId(), c.change(), "SETTINGS"))
                            .toList());
            assertThat(mirror.rows("SELECT count(*), count(DISTINCT input) FROM views.movement_causes"))
                    .containsExactly(List.of(5L * changes.size(), 5L));
            assertThat(mirror.rows("SELECT count(DISTINCT run_id) FROM views.level_history"))
                    .containsExactly(List.of((long) new RunHistory(TableDigest.warehouse(folder))
                            .published()
                            .size()));
        }
        String causes = "SELECT count(*) AS n FROM views.movement_causes";
        Console now = run("sql", causes, "--format", "csv", "--master", "local[2]");
        assertThat(now.out()).as(now.err()).isEqualTo("n\r\n" + 5 * changes.size() + "\r\n");
        Console then = run("sql", causes, "--format", "csv", "--run", first, "--master", "local[2]");
        assertThat(then.out()).as(then.err()).isEqualTo("n\r\n0\r\n");
        assertThat(run("sql", causes, "--run", "none").err()).contains("--run: run none is not published", first);
    }

    private MetaTables.Run published() {
        return new RunHistory(TableDigest.warehouse(folder)).latest().orElseThrow();
    }

    private void everyPublishedRunIsInTheHistory() {
        Map<String, Integer> rows = new TreeMap<>();
        TableDigest.published(folder, History.class).forEach(row -> rows.merge(row.runId(), 1, Integer::sum));
        int technologies = TableDigest.published(folder, Technology.class).size();
        assertThat(new RunHistory(TableDigest.warehouse(folder)).published())
                .allSatisfy(run -> assertThat(rows).containsEntry(run.runId(), technologies));
    }

    /** Keeps the second round of the last five experts back. */
    private static void hold(Path scores) throws IOException {
        for (int expert = 16; expert <= 20; expert++) {
            Files.delete(scores.resolve("round-2-E" + expert + ".xlsx"));
        }
    }
}
