package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Retention;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.TableSchema;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.SurveyTables.Match;
import org.smssev.jobs.testing.LocalSpark;

/** Seven runs of four releases, each of one table and an input file of its own; the third builds on the second. */
class VacuumTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(100));
    private static final List<String> RELEASES = List.of("r1", "r1", "r2", "r2", "r3", "r4", "r4");

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private final List<MetaTables.Run> runs = new ArrayList<>();

    @BeforeEach
    void sevenRuns() throws IOException {
        warehouse = new Warehouse(folder.resolve("ware house").toString(), new Configuration());
        for (int i = 0; i < RELEASES.size(); i++) {
            run(i, RELEASES.get(i), i == 2 || i == 3 ? "run1" : null);
        }
        // A run that died after its commit, and scratch data of another.
        warehouse.overwrite(Match.class, rows("dead"));
        write("_scratch/dead/part", "x");
    }

    private void run(int i, String release, String base) throws IOException {
        record(i, release, base, warehouse.overwrite(Match.class, rows("t" + i)));
    }

    private void record(int i, String release, String base, long version) throws IOException {
        Instant at = START.plus(Duration.ofDays(i));
        warehouse.append(
                History.class,
                List.of(new History("run" + i, "t", release, "name", 1.0, "LEVEL_1")),
                "run" + i + "/grade.history");
        long history = warehouse.headOf("grade.history").orElseThrow();
        List<MetaTables.TableVersion> tables = List.of(
                new MetaTables.TableVersion("survey.matches", version),
                new MetaTables.TableVersion("grade.history", history));
        String sha = String.valueOf(i).repeat(64);
        write("landing/files/" + sha, "input " + i);
        write("landing/" + release + "/x/part.parquet", release);
        warehouse.append(
                MetaTables.StageRun.class,
                List.of(new MetaTables.StageRun(
                        "run" + i,
                        "survey",
                        "fingerprint" + i,
                        List.of(new MetaTables.InputFile("list", "/in/" + i, sha, 7, i + ".csv")),
                        List.of(),
                        tables,
                        List.of(),
                        at,
                        1)),
                "run" + i + "/survey");
        MetaTables.Run row = new MetaTables.Run(
                "run" + i,
                "PUBLISHED",
                release,
                at,
                at.plusSeconds(60),
                "code",
                base,
                tables,
                List.of(),
                "/c",
                null,
                "{}");
        warehouse.append(MetaTables.Run.class, List.of(row), "run" + i + "/meta.runs");
        runs.add(row);
    }

    private static List<Match> rows(String technology) {
        return List.of(new Match(technology, "f", "BOTH", .5, true));
    }

    private void write(String name, String text) throws IOException {
        Path file = Path.of(warehouse.path()).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Vacuum vacuum(int keepRuns, int keepReleases, int days) {
        String yaml = """
                project: {name: Test, focal-country: CN}
                release: {id: r4}
                ingest: {sources: [{name: main, path: p.csv, columns: {publication-number: number}}]}
                run: {retention: {runs: %d, releases: %d, days: %d}}
                """.formatted(keepRuns, keepReleases, days);
        try {
            Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
            Config config = ConfigReader.read(file, Map.of()).withWarehouse(warehouse.path());
            return new Vacuum(List.of(new Surveyor()), config, new Configuration(), NOW);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> ids(List<MetaTables.Run> runs) {
        return runs.stream().map(MetaTables.Run::runId).toList();
    }

    private List<String> present() throws IOException {
        Path root = Path.of(warehouse.path());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> root.relativize(f).toString())
                    .filter(f -> !f.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aRunStaysByAnyRuleAndWithItTheRunItBuildsOn() {
        RunHistory history = new RunHistory(warehouse);

        assertThat(ids(KeptRuns.of(history, new Retention(1, 1, 0, 1), NOW).runs()))
                .containsExactly("run6");
        assertThat(ids(KeptRuns.of(history, new Retention(3, 1, 0, 1), NOW).runs()))
                .containsExactly("run4", "run5", "run6");
        assertThat(ids(KeptRuns.of(history, new Retention(1, 3, 0, 1), NOW).runs()))
                .as("the last run of the last three releases, and what the run of r2 builds on")
                .containsExactly("run1", "run3", "run4", "run6");
        assertThat(ids(KeptRuns.of(history, new Retention(1, 1, 96, 1), NOW).runs()))
                .as("those that ended within 96 days")
                .containsExactly("run4", "run5", "run6");
    }

    @Test
    void aDryRunTellsWhatARunRemovesAndRemovesNothing() throws IOException {
        List<String> before = present();

        Vacuum.Outcome told = vacuum(1, 3, 0).plan();

        assertThat(present()).isEqualTo(before);
        assertThat(ids(told.pruned())).containsExactly("run0", "run2", "run5");
        assertThat(told.items())
                .extracting(Vacuum.Item::what, Vacuum.Item::versions, Vacuum.Item::files)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("survey.matches", 3, 3),
                        org.assertj.core.groups.Tuple.tuple("landing/files", 0, 3),
                        org.assertj.core.groups.Tuple.tuple("_scratch", 0, 1));
        assertThat(vacuum(1, 3, 0).run()).isEqualTo(told);
    }

    @Test
    void keptRunsCanBeReadAndReplayedAndPrunedOnesSaySo() throws IOException {
        vacuum(1, 3, 0).run();

        RunHistory history = new RunHistory(warehouse);
        for (MetaTables.Run run : runs) {
            int i = Integer.parseInt(run.runId().substring(3));
            if (List.of(1, 3, 4, 6).contains(i)) {
                history.requireReadable(run);
                assertThat(warehouse.read(Match.class, run.tables().get(0).version()))
                        .isEqualTo(rows("t" + i));
                assertThat(history.computed("survey", "fingerprint" + i)).isPresent();
            } else {
                assertThatThrownBy(() -> history.requireReadable(run))
                        .isInstanceOf(UserException.class)
                        .hasMessageContaining(
                                "run " + run.runId() + " (" + run.release() + "): `smssev vacuum` removed its tables")
                        .hasMessageContaining("run1 (r1), run3 (r2), run4 (r3), run6 (r4)");
                assertThat(history.computed("survey", "fingerprint" + i))
                        .as("what was pruned is not taken over")
                        .isEmpty();
            }
        }
        assertThat(RunHistory.read(warehouse, History.class))
                .as("the history is whole")
                .hasSize(7);
        assertThat(RunHistory.read(warehouse, MetaTables.Run.class)).hasSize(7);
        assertThat(warehouse.read(
                        Match.class, warehouse.headOf("survey.matches").orElseThrow()))
                .as("the head can be read by others")
                .isEqualTo(rows("dead"));
        assertThat(present().stream()
                        .filter(f -> f.startsWith("landing/files/"))
                        .map(f -> f.charAt(14)))
                .containsExactly('1', '3', '4', '6');
        assertThat(vacuum(1, 3, 0).run().items())
                .as("a second one finds nothing")
                .isEmpty();
    }

    @Test
    @ExtendWith(LocalSpark.class)
    void filesThatAKeptRunSharesWithPrunedOnesStay(SparkSession spark) throws IOException {
        SparkTables tables = new SparkTables(spark, warehouse);
        Dataset<Row> matches = spark.range(0, 8, 1, 2)
                .selectExpr(
                        "concat('t', id) AS technology_id",
                        "'f' AS family_id",
                        "'BOTH' AS method",
                        "0.5d AS score",
                        "true AS selected")
                .toDF(TableSchema.spark(Match.class).fieldNames());
        long first = tables.overwrite(Match.class, matches).version();
        List<DataFile> files = tables.table(Match.class, first).files();
        DataFile stays = files.get(0).without(RoaringBitmap.bitmapOf(1));
        long second = tables.overwrite(
                        Match.class,
                        InternalRows.planned(matches.limit(1).withColumn("family_id", functions.lit("f9"))),
                        List.of(stays))
                .version();
        record(7, "r5", null, first);
        record(8, "r6", null, second);

        Vacuum.Outcome outcome = vacuum(1, 1, 0).run();

        assertThat(ids(outcome.kept())).containsExactly("run8");
        assertThat(warehouse.read(Match.class, second)).hasSize(4);
        assertThat(Path.of(new org.apache.hadoop.fs.Path(stays.path()).toUri().getPath()))
                .exists();
        assertThat(Path.of(new org.apache.hadoop.fs.Path(files.get(1).path())
                        .toUri()
                        .getPath()))
                .doesNotExist();
    }

    @Test
    void landedReleasesGoWithTheirLastRun() throws IOException {
        vacuum(1, 1, 0).run();

        assertThat(present().stream().filter(f -> f.startsWith("landing/r")))
                .containsExactly("landing/r4/x/part.parquet");
    }

    @Test
    void whatWasComputedSinceTheLastRunStays() throws IOException {
        Instant later = START.plus(Duration.ofDays(50));
        long version = warehouse.overwrite(Match.class, rows("new"));
        warehouse.append(
                MetaTables.StageRun.class,
                List.of(new MetaTables.StageRun(
                        "run9",
                        "survey",
                        "new",
                        List.of(),
                        List.of(),
                        List.of(new MetaTables.TableVersion("survey.matches", version)),
                        List.of(),
                        later,
                        1)),
                "run9/survey");
        warehouse.overwrite(Match.class, rows("dead again"));

        vacuum(1, 1, 0).run();

        assertThat(warehouse.read(Match.class, version)).isEqualTo(rows("new"));
        assertThat(new RunHistory(warehouse).computed("survey", "new")).isPresent();
    }

    @Test
    void aMissingFileOfAKeptRunStopsItBeforeAnythingIsRemoved() throws IOException {
        List<String> files = warehouse.files(
                org.smssev.common.table.TableDef.of(Match.class),
                runs.get(6).tables().get(0).version());
        Files.delete(Path.of(warehouse.path())
                .resolve("survey/matches/" + files.get(0).replaceAll(".*/", "")));
        List<String> before = present();

        assertThatThrownBy(() -> vacuum(1, 1, 0).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("survey.matches, version")
                .hasMessageContaining("Nothing was removed");

        assertThat(present()).isEqualTo(before);
    }

    private record Surveyor() implements BareStage {
        @Override
        public String name() {
            return "survey";
        }

        @Override
        public List<Class<? extends Record>> writes() {
            return List.of(Match.class, History.class);
        }
    }
}
