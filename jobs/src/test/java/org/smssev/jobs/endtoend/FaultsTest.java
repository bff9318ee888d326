package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.jobs.run.Harm;

/**
 * Harm to a run other than its death, then a plain rerun; by a switch, -Dsmssev.faults=all, or =each for the first of each
 * kind.
 */
@EnabledIfSystemProperty(named = "smssev.faults", matches = "all|each")
class FaultsTest {
    private static final Set<String> KINDS = new HashSet<>();

    private final Demo demo = Demo.once();
    private String tried;

    @BeforeEach
    void allOrTheFirstOfEachKind(TestInfo test) {
        String kind = test.getTestMethod().orElseThrow().getName();
        assumeThat(KINDS.add(kind) || System.getProperty("smssev.faults").equals("all"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"start ingest", "commit ingest.patents", "commit measure.ipc_nodes", "end grade", "publish"})
    void lostLockEndsTheRunUnpublished(String point) throws IOException {
        Disturbed disturbed = fresh("lock", point);
        Path lock = disturbed.warehouse.resolve("_lock");
        Console run = disturbed("lost lock", point, disturbed, () -> Files.writeString(lock, strange()));
        assertThat(run.exit()).as(run.err()).isEqualTo(5);
        assertThat(run.err()).contains("another run took the lock");
        assertThat(disturbed.run().exit()).as("the other run is at work").isEqualTo(5);
        assertThat(Files.readString(lock)).as("and keeps its lock").contains("owner=another");

        Files.delete(lock);
        endsWell(disturbed);
    }

    /** The lock of a run on another host that is at work. */
    private static String strange() {
        return String.join(
                "\n",
                "owner=another",
                "run=another",
                "host=elsewhere",
                "pid=1",
                "started=",
                "heartbeat=" + Instant.now(),
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit ingest.families", "start gap", "commit grade.technologies", "publish"})
    void warehouseThatComesBackIsFinished(String point) throws IOException {
        Disturbed disturbed = fresh("away", point);
        Path away = Demo.folder("away-kept");
        Console run =
                disturbed("warehouse away and back", point, disturbed, () -> Files.move(disturbed.warehouse, away));
        assertThat(run.exit()).as(run.err()).isIn(1, 3, 5);
        Demo.remove(disturbed.warehouse);
        Files.move(away, disturbed.warehouse);
        assertThat(disturbed.runs())
                .filteredOn(r -> r.status().equals("PUBLISHED"))
                .isEmpty();
        Files.deleteIfExists(disturbed.warehouse.resolve("_lock"));
        endsWell(disturbed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit survey.list_items", "end screen", "publish"})
    void warehouseThatIsGoneIsMadeAnew(String point) throws IOException {
        Disturbed disturbed = fresh("gone", point);
        Console run = disturbed("warehouse gone", point, disturbed, () -> Demo.remove(disturbed.warehouse));
        assertThat(run.exit()).as(run.err()).isIn(1, 3, 5);
        if (Files.exists(disturbed.warehouse)) {
            assertThat(disturbed.runs())
                    .filteredOn(r -> r.status().equals("PUBLISHED"))
                    .isEmpty();
        }
        Demo.remove(disturbed.warehouse);
        endsWell(disturbed);
    }

    @ParameterizedTest
    @CsvSource({
        "ingest.patents, 0.5",
        "ingest.families, 0",
        "survey.list_items, 0.9",
        "measure.clusters, 0",
        "screen.candidates, 0.5",
        "grade.technologies, 0",
    })
    void tornCommitOfADeadRunIsMended(String table, double kept) throws IOException {
        String point = "commit " + table;
        Disturbed disturbed = fresh("torn", point);
        // What a loss of power leaves of a file that the system had not yet written to the disk.
        disturbed("torn commit", point + ", " + kept + " of it left", disturbed, point, () -> {
            Path commit = lastCommit(disturbed.warehouse, table);
            byte[] whole = Files.readAllBytes(commit);
            Files.write(commit, Arrays.copyOf(whole, (int) (whole.length * kept)));
            Files.deleteIfExists(commit.resolveSibling("." + commit.getFileName() + ".crc"));
            throw new Harm.Killed(point);
        });
        endsWell(disturbed);
    }

    private static Path lastCommit(Path warehouse, String table) throws IOException {
        try (Stream<Path> files =
                Files.list(warehouse.resolve(table.replace('.', '/')).resolve("_delta_log"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "input/patents.csv, missing",
        "input/patents.csv, folder",
        "input/patents.csv, garbage",
        "input/lists/controlled.csv, missing",
        "input/lists/controlled.csv, garbage",
        "input/scores/round-2-E01.xlsx, garbage",
        "input/scores/round-2-E01.xlsx, empty",
    })
    void unreadableInputIsToldAndMended(String name, String harm) throws IOException {
        Path folder = Demo.folder("input-" + name.hashCode() + "-" + harm);
        Demo.copy(demo.warehouse.resolve("input"), folder.resolve("input"));
        Files.copy(demo.config, folder.resolve("smssev.yaml"));
        Disturbed disturbed = new Disturbed(demo, folder.resolve("tables"), folder.resolve("smssev.yaml"));
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        switch (harm) {
            case "folder" -> Files.createDirectory(file);
            case "empty" -> Files.createFile(file);
            case "garbage" -> Files.write(file, new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 0, 7});
            default -> assertThat(harm).isEqualTo("missing");
        }
        Console run = disturbed.run();
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.err()).contains(file.getFileName().toString());
        tried = "unreadable input\t" + name + " " + harm + ": exit 3";

        Files.deleteIfExists(file);
        Files.write(file, whole);
        endsWell(disturbed);
        Demo.remove(folder);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.4, 0.6, 0.8, 0.95})
    void fullDiskIsToldAndWithRoomTheRunIsFinished(double part) throws Exception {
        Path folder = Files.createDirectories(Demo.folder("disk-" + part));
        long need = size(demo.warehouse) - size(demo.warehouse.resolve("input"));
        // A real small disk, which takes the right to mount.
        assumeThat(command("mount", "-t", "tmpfs", "-o", "size=" + (long) (need * part), "tmpfs", folder.toString()))
                .isZero();
        try {
            Disturbed disturbed = new Disturbed(demo, folder.resolve("tables"));
            Console run = disturbed.run();
            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.err()).containsIgnoringCase("no space left");
            tried = "full disk\ttmpfs of " + part + " of the need: exit 1 after " + run.computed() + " were computed";
            assertThat(command("mount", "-o", "remount,size=" + 10 * need, folder.toString()))
                    .isZero();
            endsWell(disturbed);
        } finally {
            assertThat(command("umount", "-l", folder.toString())).isZero();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static int command(String... words) throws Exception {
        return new ProcessBuilder(List.of(words)).inheritIO().start().waitFor();
    }

    private interface Fault {
        void happen() throws IOException;
    }

    private Disturbed fresh(String kind, String point) {
        Path folder = Demo.folder(kind + "-" + point.replaceAll("[ .]", "-"));
        Demo.remove(folder);
        return new Disturbed(demo, folder);
    }

    /** A run that goes on as it can after the harm. */
    private Console disturbed(String kind, String point, Disturbed disturbed, Fault fault) {
        try (Harm harm = new Harm(point, () -> happen(fault))) {
            Console run = disturbed.run();
            assertThat(harm.done()).as(point + " is reached").isTrue();
            tried = kind + "\t" + point + ": exit " + run.exit();
            return run;
        }
    }

    /** A run that the harm kills. */
    private void disturbed(String kind, String what, Disturbed disturbed, String point, Fault fault) {
        try (Harm harm = new Harm(point, () -> happen(fault))) {
            assertThat(catchThrowable(disturbed::run)).isInstanceOf(Harm.Killed.class);
            assertThat(harm.done()).as(point + " is reached").isTrue();
            tried = kind + "\t" + what;
        }
    }

    private static void happen(Fault fault) {
        try {
            fault.happen();
        } catch (IOException e) {
            // No exception, which the run would take for the harm itself.
            throw new AssertionError("The harm could not be done", e);
        }
    }

    private void endsWell(Disturbed disturbed) {
        Console rerun = disturbed.run();
        assertThat(rerun.exit()).as(rerun.out() + rerun.err()).isZero();
        assertThat(disturbed.runs())
                .filteredOn(r -> r.status().equals("PUBLISHED"))
                .hasSize(1);
        disturbed.isWhole();
        FaultLog.tried(tried);
        Demo.remove(disturbed.warehouse);
    }
}
