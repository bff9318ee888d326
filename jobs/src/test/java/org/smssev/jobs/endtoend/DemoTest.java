package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.stage.Stage;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Harm;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.RunLock;

/** The demo and every command on it, through the command line. */
class DemoTest {
    private static final String LEVELS = "SELECT level, count(*) FROM grade.technologies GROUP BY level";

    private final Demo demo = Demo.once();
    private final String config = demo.config.toString();

    private Console onDemo(String... args) {
        return Console.run(
                Stream.concat(Stream.of(args), Stream.of("--config", config)).toArray(String[]::new));
    }

    private static List<String> stages() {
        return Stages.all().stream().map(Stage::name).toList();
    }

    @Test
    void demoRunsEveryStageAndPrintsTheGradedList() {
        assertThat(demo.console.computed()).containsExactlyInAnyOrderElementsOf(stages());
        assertThat(demo.console.out()).contains("SYNTHETIC", "LEVEL_1", "Published run", "report.html");
        assertThat(demo.warehouse.resolve("report").resolve("report.html")).isNotEmptyFile();
        assertThat(demo.warehouse.resolve("report").resolve("report.xlsx")).isNotEmptyFile();
    }

    @Test
    void ledgerAddsUpWithThreePercentOfBadRecords() {
        List<IngestTables.LedgerEntry> ledger = TableDigest.published(demo.warehouse, IngestTables.LedgerEntry.class);
        assertThat(ledger).hasSize(1);
        IngestTables.LedgerEntry l = ledger.get(0);
        assertThat(l.read())
                .isEqualTo(l.newRecords()
                        + l.corrected()
                        + l.unchanged()
                        + l.duplicate()
                        + l.quarantined()
                        + l.withdrawnMarked());
        assertThat(l.read()).isGreaterThanOrEqualTo(Demo.RECORDS);
        // Half of the kinds of bad records are mended and noted, not rejected.
        assertThat(l.quarantined()).isBetween(Demo.RECORDS / 200L, Demo.RECORDS * 3 / 100L);
        assertThat(TableDigest.published(demo.warehouse, IngestTables.Quarantined.class))
                .hasSize((int) l.quarantined())
                .allMatch(q -> !q.reason().isEmpty());
        assertThat(TableDigest.published(demo.warehouse, IngestTables.Patent.class))
                .hasSize((int) l.newRecords());
    }

    @Test
    void statusFindsAllUpToDate() {
        Console status = onDemo("status");
        assertThat(status.exit()).isZero();
        assertThat(status.upToDate()).containsExactlyInAnyOrderElementsOf(stages());
    }

    @Test
    void rerunWithNothingNewSaysSoWithoutSpark() {
        stopSpark();
        Console again = onDemo("run");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("Nothing new");
        assertThat(again.computed()).isEmpty();
        assertThat(sparkRuns()).isFalse();
    }

    @Test
    void oneSettingChangedComputesOnlyWhatDependsOnItAndBackAgainReuses() {
        // On a copy: the demo itself stays as it was first published, whatever tests ran before.
        Disturbed copy = Disturbed.copy(demo, "changed");
        Console changed = copy.run("-D", "grade.level-2=6.9");
        assertThat(changed.exit()).as(changed.err()).isZero();
        assertThat(changed.computed()).containsExactly("grade", "truth", "report");
        assertThat(changed.out()).contains("Published run");
        Console back = copy.run();
        assertThat(back.exit()).as(back.err()).isZero();
        // The page is one file without versions, so it is written anew.
        assertThat(back.computed()).containsExactly("report");
        assertThat(back.out()).contains("Published run");
        TableDigest.assertSame(TableDigest.of(copy.warehouse), demo.tables);
        assertThat(onDemo("status", "--warehouse", copy.warehouse.toString()).upToDate())
                .containsExactlyInAnyOrderElementsOf(stages());
    }

    @Test
    void dryRunSaysWhatWouldBeComputedAndComputesNothing() {
        Console dry = onDemo("run", "--dry-run", "-D", "grade.level-2=6.9");
        assertThat(dry.exit()).isZero();
        assertThat(dry.upToDate()).contains("ingest", "evaluate").doesNotContain("grade", "report");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void sqlCountsLevels(String format, String row) {
        Console sql = onDemo("sql", LEVELS, "--format", format, "--master", "local[2]");
        assertThat(sql.exit()).as(sql.err()).isZero();
        long first = TableDigest.published(demo.warehouse, GradeTables.Technology.class).stream()
                .filter(t -> "LEVEL_1".equals(t.level()))
                .count();
        assertThat(sql.out().lines().map(l -> l.replaceAll("\\s+", " "))).contains(row.formatted(first));
    }

    @Test
    void sqlShowsListsAndStructuresInBrackets() {
        Console sql = onDemo(
                "sql",
                "SELECT array('a', 'b') AS list, named_struct('x', 1, 'y', array(2)) AS part",
                "--format",
                "csv",
                "--master",
                "local[2]");
        assertThat(sql.out().lines()).contains("\"[a, b]\",\"{1, [2]}\"");
    }

    static Stream<List<String>> rows() {
        return Stream.of(
                List.of("table", "LEVEL_1 %d"),
                List.of("csv", "LEVEL_1,%d"),
                List.of("json", "{\"level\":\"LEVEL_1\",\"count(1)\":%d}"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> formats() {
        return rows().map(r -> org.junit.jupiter.params.provider.Arguments.of(r.get(0), r.get(1)));
    }

    @Test
    void sqlWritesCsvThatASpreadsheetCanOpenAndAProgramCanRead() {
        String query = "SELECT '=1+1' AS a, '' AS b, CAST(null AS string) AS c, -1 AS d, 'say \"x\",\ny' AS e";
        Console safe = onDemo("sql", query, "--format", "csv", "--master", "local[2]");
        assertThat(safe.out()).as(safe.err()).isEqualTo("a,b,c,d,e\r\n'=1+1,\"\",,-1,\"say \"\"x\"\",\ny\"\r\n");
        assertThat(onDemo("sql", query, "--format", "csv", "--exact", "--master", "local[2]")
                        .out())
                .contains("\r\n=1+1,\"\",,-1,");
    }

    @Test
    void aVariableInThePathOfTheWarehouseIsToldAsThat() {
        Console status = onDemo("status", "-D", "warehouse=${env.FOLDER}/tables");
        assertThat(status.exit()).isEqualTo(2);
        assertThat(status.err()).contains("Variables of the environment work only in settings of Spark and Hadoop");
    }

    @Test
    void sqlRefusesToWriteAndUnknownTablesBeforeSparkStarts() {
        stopSpark();
        Console write = onDemo("sql", "DROP TABLE grade.technologies");
        assertThat(write.exit()).isEqualTo(2);
        assertThat(write.err()).contains("sql only reads").doesNotContain("\tat ");
        Console unknown = onDemo("sql", "SELECT * FROM grade.nothing");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no such table or view (grade.nothing)", "grade.technologies");
        assertThat(onDemo("sql", "SELECT * FROM parquet.`" + demo.config + "`").exit())
                .isEqualTo(2);
        assertThat(sparkRuns()).isFalse();
    }

    @Test
    void sqlTellsTheQuerysOwnErrorsInALine() {
        Console column = onDemo("sql", "SELECT nothing FROM views.graded_list", "--master", "local[2]");
        assertThat(column.exit()).isEqualTo(2);
        assertThat(column.err()).contains("nothing").doesNotContain("\tat ");
        Console zero = onDemo("sql", "SELECT 1 / 0", "--master", "local[2]");
        assertThat(zero.exit()).isEqualTo(2);
        assertThat(zero.err()).contains("sql: Division by zero").doesNotContain("\tat ");
    }

    @Test
    void explainTellsWhyByNameAndById() {
        GradeTables.Technology some = TableDigest.published(demo.warehouse, GradeTables.Technology.class).stream()
                .filter(t -> t.score() != null)
                .findFirst()
                .orElseThrow();
        Console byName = onDemo("explain", some.nameEn());
        assertThat(byName.exit()).as(byName.err()).isZero();
        assertThat(byName.out())
                .contains(some.nameEn(), "Why this level and not the next", "What would change it", "Who disagreed")
                .contains("What it rests on");
        assertThat(onDemo("explain", some.technologyId()).out()).isEqualTo(byName.out());
        assertThat(onDemo("explain", some.technologyId(), "--language", "zh").out())
                .contains("为何是这一等级而不是下一等级");
    }

    @Test
    void explainOfAnUnknownTechnologyNamesSomeThatThereAre() {
        Console unknown = onDemo("explain", "perpetual motion");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("perpetual motion: no such technology", "Give an id");
    }

    @Test
    void plantedLevelsAreFoundWhereNotBorderlineAndFewAreBorderline() {
        List<MetaTables.Quality> quality =
                RunHistory.read(TableDigest.warehouse(demo.warehouse), MetaTables.Quality.class);
        assertThat(quality)
                .filteredOn(row -> row.check().equals("truth_biased_experts"))
                .extracting(MetaTables.Quality::subject)
                .isNotEmpty()
                .containsOnly("E07 E14");
        assertThat(quality)
                .filteredOn(row -> row.check().equals("truth_grades_clear"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.value()).isGreaterThanOrEqualTo(.95));
        List<GradeTables.Technology> scored =
                TableDigest.published(demo.warehouse, GradeTables.Technology.class).stream()
                        .filter(row -> row.score() != null)
                        .toList();
        long flagged =
                scored.stream().filter(GradeTables.Technology::borderline).count();
        assertThat((double) flagged / scored.size()).isBetween(.01, .2);
    }

    @Test
    void tablesIsTheDataDictionary() {
        Console tables = onDemo("tables");
        assertThat(tables.exit()).isZero();
        assertThat(tables.out())
                .contains("ingest.patents  (published version", "grade.technologies", "meta.runs", "views.graded_list");
        assertThat(onDemo("tables", "--sql").out())
                .contains("CREATE TABLE IF NOT EXISTS delta_tables.grade_technologies USING delta LOCATION")
                .contains("CREATE OR REPLACE VIEW views.technology_families");
        assertThat(onDemo("tables", "--sql", "--prefix", "x; --").exit()).isEqualTo(2);
        assertThat(onDemo("tables", "grade.nothing").exit()).isEqualTo(2);
    }

    @Test
    void everyCommandHasHelp() {
        List<String> commands = Stream.concat(
                        Stream.of(
                                "demo",
                                "generate",
                                "bench",
                                "run",
                                "explain",
                                "diff",
                                "status",
                                "tables",
                                "sql",
                                "export",
                                "verify",
                                "vacuum"),
                        stages().stream())
                .toList();
        assertThat(Console.run("--help").out()).contains(commands);
        for (String command : commands) {
            Console help = Console.run(command, "--help");
            assertThat(help.exit()).as(command).isZero();
            assertThat(help.out()).as(command).contains("Usage:", command);
        }
    }

    @Test
    void everythingWrongInAConfigurationIsToldAtOnceWithItsLine(@TempDir Path folder) throws IOException {
        String text = Files.readString(demo.config)
                .replace("  focal-country: CN\n", "  focal-contry: CN\n")
                .replace("  level-1: 8.5 ", "  level-1: high ");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), text);
        Console run = Console.run("run", "--config", wrong.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("line " + line(text, "focal-contry") + ": project.focal-contry")
                .contains("project.focal-country")
                .contains("line " + line(text, "level-1: high") + ": grade.level-1");
    }

    private static long line(String text, String wanted) {
        return text.lines().takeWhile(l -> !l.contains(wanted)).count() + 1;
    }

    @Test
    void wrongUsageIsRefused() {
        assertThat(Console.run("run").exit()).isEqualTo(2);
        assertThat(Console.run("fly").exit()).isEqualTo(2);
        assertThat(onDemo("run", "--from", "nowhere").err()).contains("nowhere: no such stage", "ingest");
        assertThat(Console.run("run", "--config", "absent.yaml").exit()).isEqualTo(2);
    }

    @Test
    void absentFileIsToldWithItsSettingAndPath() {
        Console run = onDemo("run", "-D", "supplement.nominations=[input/absent.csv]");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("supplement.nominations")
                .contains(demo.warehouse.resolve("input").resolve("absent.csv").toString());
    }

    @Test
    void fullDiskIsToldInALineAndRecorded() throws ReflectiveOperationException {
        Constructor<FSError> constructor = FSError.class.getDeclaredConstructor(Throwable.class);
        constructor.setAccessible(true);
        FSError full = constructor.newInstance(new IOException("No space left on device"));
        Disturbed disturbed = new Disturbed(demo, Demo.folder("full"));
        Harm harm = new Harm("start ingest", () -> {
            throw full;
        });
        try (harm) {
            Console run = disturbed.run();
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err())
                    .contains("no space left", "Make room and run again")
                    .doesNotContain("\tat ");
        }
        assertThat(disturbed.runs()).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo("FAILED");
            assertThat(row.error()).contains("No space left on device");
        });
        assertThat(disturbed.warehouse.resolve("_lock")).doesNotExist();
    }

    @Test
    void secondRunOnTheSameWarehouseIsRefusedWhileTheFirstLives() throws IOException {
        FileSystem local = FileSystem.getLocal(new Configuration());
        try (RunLock lock = RunLock.take(local, demo.warehouse.toString(), "another-run")) {
            Console second = onDemo("run");
            lock.check();
            assertThat(second.exit()).isEqualTo(5);
            assertThat(second.err())
                    .contains(
                            "in use by run another-run",
                            String.valueOf(ProcessHandle.current().pid()));
        }
        assertThat(onDemo("run").exit()).isZero();
    }

    @Test
    void addressInPlaceOfALocalFolderIsRefused() {
        Console console = Console.run("demo", "--warehouse", "s3a://bucket/demo");
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("'s3a://bucket/demo' is not a local path");
    }

    @Test
    void warehouseWithALetterThatTheJvmCouldNotReadIsRefused() {
        Console console = onDemo("status", "--warehouse", "s3a://bucket/w\uFFFD\uFFFDre house");
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("LC_ALL=C.UTF-8");
    }

    private static boolean sparkRuns() {
        return SparkSession.getDefaultSession().isDefined()
                && !SparkSession.getDefaultSession().get().sparkContext().isStopped();
    }

    private static void stopSpark() {
        if (sparkRuns()) {
            SparkSession.getDefaultSession().get().stop();
        }
    }
}
