package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.RunHistory;

/** One warehouse whose run is killed again and again, each time at another point, and then finished. */
class KilledRunTest {
    private static final int KILLED = 137;

    private final Demo demo = Demo.once();
    private final Path warehouse = Demo.folder("killed");

    @Test
    void killedAnywhereAndRunAgainItEndsWhereAnUndisturbedRunDoes() {
        for (String point : List.of("commit ingest.families", "commit measure.clusters")) {
            dieAt(point);
            nothingIsPublished(point);
        }
        try (Child run = start("real-kill", List.of())) {
            run.await(out -> out.contains(" network "));
            run.kill();
            assertThat(run.exit()).isEqualTo(KILLED);
        }
        nothingIsPublished("SIGKILL after network");
        for (String point : List.of("commit grade.technologies", "start report")) {
            dieAt(point);
            nothingIsPublished(point);
        }

        // Published, and dead where the Parquet mirror is to be put into its place.
        Console killed = new Console(KILLED, dieAt("mirror away"), "", 0);
        assertThat(killed.computed()).containsExactly("report");
        assertThat(warehouse.resolve("mirror")).doesNotExist();
        Console last = Console.run(arguments());
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.computed()).isEmpty();
        assertThat(last.out()).contains("Nothing new");
        assertThat(warehouse.resolve("mirror")).isNotEmptyDirectory();
        assertThat(runs()).extracting(MetaTables.Run::status).containsExactly("PUBLISHED");
        Map<String, List<String>> tables = TableDigest.of(warehouse);
        TableDigest.assertSame(tables, demo.tables);
        assertThat(Files.exists(warehouse.resolve("_lock"))).isFalse();

        // Readers keep what is published while a later run dies over the same tables.
        String published = history().latest().orElseThrow().runId();
        dieAt("commit grade.technologies", "-D", "grade.level-2=6.9");
        assertThat(history().latest().orElseThrow().runId()).isEqualTo(published);
        TableDigest.assertSame(TableDigest.of(warehouse), tables);
        assertThat(warehouse.resolve("mirror").resolve("manifest.json"))
                .content()
                .contains(published);
        assertThat(Console.run(arguments()).out()).contains("Nothing new: run " + published);
    }

    private String dieAt(String point, String... more) {
        try (Child run = start(point.replace(' ', '-'), List.of("-Dsmssev.test.die-at=" + point), more)) {
            assertThat(run.exit())
                    .as("killed at " + point + "\n" + run.output())
                    .isEqualTo(KILLED);
            return run.output();
        }
    }

    private void nothingIsPublished(String point) {
        assertThat(Files.exists(warehouse.resolve("_lock")))
                .as("its lock lies there after " + point)
                .isTrue();
        assertThat(runs()).as("rows of meta.runs after " + point).isEmpty();
    }

    private List<MetaTables.Run> runs() {
        return RunHistory.read(TableDigest.warehouse(warehouse), MetaTables.Run.class);
    }

    private RunHistory history() {
        return new RunHistory(TableDigest.warehouse(warehouse));
    }

    private Child start(String name, List<String> options, String... more) {
        return Child.smssev(Demo.folder("killed-" + name + ".log"), options, arguments(more));
    }

    private String[] arguments(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--config",
                demo.config.toString(),
                "--warehouse",
                warehouse.toString(),
                "--master",
                "local[2]"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }
}
