package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.testing.LocalSpark;

/**
 * The life of a warehouse: written by the previous version of the program (the fixture), taken on by this one with the
 * next release, looked at, verified, changed, and pruned. Each step rests on those before.
 */
@EnabledIfSystemProperty(named = "smssev.tests", matches = "all", disabledReason = "takes minutes: -Dsmssev.tests=all")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradedWarehouseTest {
    private static final String SECRET = "Pl4nted+S3cret/Value";
    private static final Path FOLDER = Path.of("target", "endtoend-upgraded").toAbsolutePath();
    private static final Path CONFIG = FOLDER.resolve("demo.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Console next;

    @BeforeAll
    static void thePreviousVersionsWarehouse() throws IOException {
        Demo.remove(FOLDER);
        try (InputStream in = UpgradedWarehouseTest.class.getResourceAsStream("/warehouse-of-previous-version.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path target = FOLDER.resolve(e.getName());
                if (e.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static Console run(String command, String... more) {
        return Console.run(Stream.of(new String[] {command}, more, new String[] {
                    "--config",
                    CONFIG.toString(),
                    "-D",
                    "release.id=2026-02",
                    "-D",
                    "spark.spark.hadoop.fs.s3a.secret.key=" + SECRET
                })
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private static Warehouse warehouse() {
        return TableDigest.warehouse(FOLDER);
    }

    private static List<MetaTables.Run> published() {
        return new RunHistory(warehouse()).published();
    }

    @Test
    @Order(1)
    void theNextReleaseIsBuiltOnTheWarehouseOfThePreviousVersion() {
        List<MetaTables.Run> old = published();
        assertThat(old).hasSize(1).allMatch(r -> r.config() == null);
        Console status = run("status");
        assertThat(status.exit()).as(status.err()).isZero();
        Console dry = run("run", "--dry-run");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("input: 1 files", "expected rows: patents", "of memory (");

        Map<String, String> groups = new ConcurrentHashMap<>();
        LocalSpark.session().sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart job) {
                groups.put(
                        String.valueOf(job.properties().getProperty("spark.jobGroup.id")),
                        String.valueOf(job.properties().getProperty("spark.job.description")));
            }
        });

        next = run("run", "--log-format", "json", "--master", "local[2]");

        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(groups.keySet())
                .as("every job of Spark is of a stage of the run")
                .allMatch(g -> g.startsWith(published().get(1).runId() + "/"))
                .anyMatch(g -> g.endsWith("/ingest"))
                .anyMatch(g -> g.endsWith("/network"));
        assertThat(groups.values()).anyMatch(d -> d.startsWith("ingest: "));
        assertThat(published()).hasSize(2);
        MetaTables.Run now = published().get(1);
        assertThat(now.baseRun()).isEqualTo(old.get(0).runId());
        assertThat(now.config()).isNotNull();
        assertThat(RunHistory.read(warehouse(), GradeTables.History.class))
                .extracting(GradeTables.History::runId)
                .contains(old.get(0).runId(), now.runId());
        assertThat(TableDigest.published(FOLDER, IngestTables.LedgerEntry.class))
                .filteredOn(e -> e.release().equals("2026-02"))
                .extracting(IngestTables.LedgerEntry::unchanged)
                .as(
                        "of 295 publications of the earlier release all are recognised but those that are, or cite, applications of"
                                + " Korea, from whose numbers the type of right is left out since: 31 and 26")
                .containsExactly(238L);
    }

    @Test
    @Order(2)
    void whatItDidIsToldToOtherPrograms() throws IOException {
        List<String> stages = Stages.all().stream().map(s -> s.name()).toList();
        List<JsonNode> log = lines(next.err());
        assertThat(log).allMatch(e -> e.has("time") && e.has("level") && e.has("event"));
        assertThat(log.stream().filter(e -> e.path("event").asText().equals("stage_end")))
                .extracting(e -> e.path("stage").asText())
                .containsExactlyInAnyOrderElementsOf(stages);
        assertThat(log.get(log.size() - 1).path("status").asText()).isEqualTo("PUBLISHED");

        MetaTables.Run run = published().get(1);
        JsonNode summary = JSON.readTree(FOLDER.resolve("report/run.json").toFile());
        assertThat(summary.path("run_id").asText()).isEqualTo(run.runId());
        assertThat(summary.path("tables")).hasSize(run.tables().size());
        assertThat(summary.path("seeds").size()).isPositive();
        assertThat(summary.path("ledger").get(0).path("read").asLong()).isPositive();
        assertThat(summary.path("stages")
                        .get(0)
                        .path("inputs")
                        .get(0)
                        .path("sha256")
                        .asText())
                .hasSize(64);

        assertThat(FOLDER.resolve("metrics.prom"))
                .content()
                .contains("smssev_run_success{", "release=\"2026-02\"} 1\n", "stage=\"ingest\"");

        List<JsonNode> lineage =
                lines(Files.readString(FOLDER.resolve("lineage").resolve(run.runId() + ".jsonl")));
        Map<String, Long> types = lineage.stream()
                .collect(Collectors.groupingBy(e -> e.path("eventType").asText(), Collectors.counting()));
        assertThat(types).isEqualTo(Map.of("START", (long) stages.size(), "COMPLETE", (long) stages.size()));
        JsonNode graded = lineage.stream()
                .filter(e -> e.path("job").path("name").asText().equals("grade")
                        && e.path("eventType").asText().equals("COMPLETE"))
                .findFirst()
                .orElseThrow();
        assertThat(graded.path("inputs").size()).isGreaterThan(5);
        JsonNode facets = graded.path("outputs").get(0).path("facets");
        assertThat(facets.path("schema").path("fields").size()).isGreaterThan(5);
        assertThat(facets.path("columnLineage")
                        .path("fields")
                        .path("level")
                        .path("inputFields")
                        .size())
                .isPositive();
    }

    private static List<JsonNode> lines(String text) {
        return text.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException("Not JSON: " + line, e);
                    }
                })
                .toList();
    }

    @Test
    @Order(3)
    void aSettingChangedMakesARunToPrune() {
        assertThat(run("run", "-D", "grade.level-2=6.9", "--master", "local[2]").exit())
                .isZero();
        assertThat(run("run", "-D", "supplement.nominations=[input/absent.csv]").err())
                .contains("absent.csv")
                .doesNotContain(SECRET);
        assertThat(published()).hasSize(3);
        MetaTables.Run pruned = published().get(1);

        String[] rules = {"-D", "run.retention.runs=1", "-D", "run.retention.releases=1", "-D", "run.retention.days=0"};
        Console told = run(
                "vacuum",
                Stream.concat(Stream.of("--dry-run"), Stream.of(rules)).toArray(String[]::new));
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).contains("Would be pruned: " + pruned.runId(), "grade.technologies", "would be removed");
        Console done = run("vacuum", rules);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out()).contains("Pruned: " + pruned.runId());

        Console verify = run("verify", "--run", pruned.runId());
        assertThat(verify.exit()).isEqualTo(3);
        assertThat(verify.err()).contains(pruned.runId() + " (2026-02): `smssev vacuum` removed its tables");
        assertThat(run("diff", "--from-run", pruned.runId()).exit()).isEqualTo(3);
        assertThat(run("sql", "SELECT 1", "--run", pruned.runId()).exit()).isEqualTo(3);
        assertThat(run("verify", "--run", "none").exit()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void aKeptRunIsReplayedFromItsRecordThoughItsInputsAreGoneAndIsEqual() throws IOException {
        Files.move(FOLDER.resolve("input"), FOLDER.resolve("elsewhere"));
        try {
            Console verify = run("verify", "--master", "local[2]");

            assertThat(verify.exit()).as(verify.err() + verify.out()).isZero();
            assertThat(verify.out()).contains("are equal, row by row");
            assertThat(FOLDER.resolve("_scratch")).isEmptyDirectory();
        } finally {
            Files.move(FOLDER.resolve("elsewhere"), FOLDER.resolve("input"));
        }
        Console old = run("verify", "--run", published().get(0).runId());
        assertThat(old.exit()).isEqualTo(2);
        assertThat(old.err()).contains("another version of smssev made it");
    }

    @Test
    @Order(5)
    void aRunWhoseTableIsNotWhatItsInputsGiveIsFoundOut() {
        Warehouse warehouse = warehouse();
        RunHistory history = new RunHistory(warehouse);
        MetaTables.Run run = history.latest().orElseThrow();
        List<IngestTables.LedgerEntry> ledger = TableDigest.published(FOLDER, IngestTables.LedgerEntry.class);
        IngestTables.LedgerEntry first = ledger.get(0);
        List<IngestTables.LedgerEntry> rows = new ArrayList<>(ledger);
        rows.set(
                0,
                new IngestTables.LedgerEntry(
                        first.release(),
                        first.fileSha256(),
                        first.source(),
                        first.file(),
                        first.read() + 1,
                        first.newRecords(),
                        first.corrected(),
                        first.unchanged() + 1,
                        first.duplicate(),
                        first.quarantined(),
                        first.withdrawnMarked(),
                        first.withdrawnAbsent()));
        long forged = warehouse.overwrite(IngestTables.LedgerEntry.class, rows);
        publishForged(history, run, TableDef.of(IngestTables.LedgerEntry.class).name(), forged);

        Console verify = run("verify", "--run", "forged", "--master", "local[2]");

        assertThat(verify.exit()).as(verify.err()).isEqualTo(4);
        assertThat(verify.out())
                .contains("DIFFERS in table ingest.ledger, row release=" + first.release())
                .contains("read was " + (first.read() + 1) + " and is now " + first.read());
    }

    private static void publishForged(RunHistory history, MetaTables.Run run, String table, long version) {
        MetaTables.StageRun ingest = history.stagesOf(run).stream()
                .filter(s -> s.stage().equals("ingest"))
                .findFirst()
                .orElseThrow();
        warehouse()
                .append(
                        MetaTables.StageRun.class,
                        List.of(new MetaTables.StageRun(
                                "forged",
                                "ingest",
                                "forged",
                                ingest.files(),
                                ingest.inputs(),
                                with(ingest.outputs(), table, version),
                                ingest.rows(),
                                run.startedAt(),
                                1)),
                        "forged/ingest");
        warehouse()
                .append(
                        MetaTables.Run.class,
                        List.of(new MetaTables.Run(
                                "forged",
                                "PUBLISHED",
                                run.release(),
                                run.startedAt(),
                                run.endedAt(),
                                run.codeVersion(),
                                run.baseRun(),
                                with(run.tables(), table, version),
                                run.settings(),
                                run.configFile(),
                                null,
                                run.config())),
                        "forged/meta.runs");
    }

    private static List<MetaTables.TableVersion> with(List<MetaTables.TableVersion> all, String table, long version) {
        return all.stream()
                .map(v -> v.table().equals(table) ? new MetaTables.TableVersion(table, version) : v)
                .toList();
    }

    @Test
    @Order(6)
    void aPlantedSecretIsInNothingThatWasWritten() throws IOException {
        List<String> found = new ArrayList<>();
        byte[] wanted = SECRET.getBytes(StandardCharsets.UTF_8);
        List<Path> all;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path f : all) {
            if (contains(Files.readAllBytes(f), wanted)) {
                found.add(FOLDER.relativize(f).toString());
            }
        }
        Path log = Path.of(System.getProperty("java.io.tmpdir"), "smssev-" + System.getProperty("user.name") + ".log");
        if (Files.exists(log) && contains(Files.readAllBytes(log), wanted)) {
            found.add(log.toString());
        }
        assertThat(found).isEmpty();
        // Tables are packed, so their rows are looked at, too.
        assertThat(RunHistory.read(warehouse(), MetaTables.Run.class))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.toString()).doesNotContain(SECRET));
        assertThat(published().get(1).settings())
                .contains(new MetaTables.Setting("spark.spark.hadoop.fs.s3a.secret.key", "(hidden)"));
        assertThat(next.out() + next.err()).doesNotContain(SECRET);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            int k = 0;
            while (k < wanted.length && bytes[i + k] == wanted[k]) {
                k++;
            }
            if (k == wanted.length) {
                return true;
            }
        }
        return false;
    }

    @Test
    @Order(7)
    void itsFilesAreNobodysBusinessButTheGroups() throws IOException {
        for (String name : List.of("report/report.html", "report/run.json", "metrics.prom")) {
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(FOLDER.resolve(name))))
                    .as(name)
                    .matches("rw-r?-----");
        }
    }
}
