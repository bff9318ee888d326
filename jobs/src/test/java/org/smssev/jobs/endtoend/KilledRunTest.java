package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.MetaTables;

/** One warehouse whose run is killed again and again, each time at another point, and then finished. */
class KilledRunTest {
    private static final int KILLED = 137;

    private final Disturbed disturbed = new Disturbed(Demo.once(), Demo.folder("killed"));

    @Test
    void killedAnywhereAndRunAgainItEndsWhereAnUndisturbedRunDoes() {
        disturbed.killAt("commit ingest.families");
        nothingIsPublished();

        // Two processes that die for good, the second at an unforeseen moment: their locks stay behind.
        // Their tables come from one core, stages side by side and code that Spark generated.
        try (Child run = onOneCore("clusters", List.of("-Dsmssev.test.die-at=commit measure.clusters"))) {
            assertThat(run.exit()).as(run.output()).isEqualTo(KILLED);
        }
        nothingIsPublished();
        assertThat(disturbed.warehouse.resolve("_lock")).exists();
        try (Child run = onOneCore("screen", List.of())) {
            run.await(out -> out.contains(" screen "));
            assertThat(run.output()).contains(" cluster ", " network ", " gap ");
            assertThat(run.output().lines())
                    .as("lines of our own, and none of a library")
                    .allMatch(line -> line.isEmpty() || line.startsWith("[") || line.startsWith("  "));
            run.kill();
            assertThat(run.exit()).isEqualTo(KILLED);
        }
        nothingIsPublished();
        assertThat(disturbed.warehouse.resolve("_lock")).exists();

        for (String point : List.of("commit grade.technologies", "publish")) {
            disturbed.killAt(point);
            nothingIsPublished();
        }
        // Published, and dead before it has told so, then where the Parquet mirror is to be put into its place.
        disturbed.killAt("published");
        disturbed.killAt("mirror away");
        assertThat(disturbed.warehouse.resolve("mirror")).doesNotExist();
        Console last = disturbed.run();
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.computed()).isEmpty();
        assertThat(last.out()).contains("Nothing new");
        assertThat(disturbed.runs())
                .extracting(MetaTables.Run::status)
                .containsExactly("FAILED", "FAILED", "PUBLISHED");
        assertThat(disturbed.runs().subList(0, 2))
                .as("the two that left their locks behind")
                .allSatisfy(run -> {
                    assertThat(run.error()).startsWith("Killed: process ");
                    assertThat(run.release())
                            .isEqualTo(
                                    disturbed.history().latest().orElseThrow().release());
                    assertThat(run.endedAt()).isAfterOrEqualTo(run.startedAt());
                });
        disturbed.isWhole();
    }

    @Test
    void readersKeepWhatIsPublishedWhileALaterRunDiesOverTheSameTables() throws Exception {
        Disturbed copy = Disturbed.copy(Demo.once(), "killed-later");
        assertThat(copy.run().exit()).isZero();
        String published = copy.history().latest().orElseThrow().runId();
        Map<String, List<String>> tables = TableDigest.of(copy.warehouse);

        copy.killAt("commit grade.technologies", "-D", "grade.level-2=6.9");

        assertThat(copy.history().latest().orElseThrow().runId()).isEqualTo(published);
        TableDigest.assertSame(TableDigest.of(copy.warehouse), tables);
        assertThat(Files.readString(copy.warehouse.resolve("mirror").resolve("manifest.json")))
                .contains(published);
        assertThat(copy.run().out()).contains("Nothing new. Run " + published);
    }

    private Child onOneCore(String name, List<String> options) {
        return disturbed.start(name, options, "local[1]", "-D", "run.stages-at-once=3");
    }

    private void nothingIsPublished() {
        assertThat(disturbed.runs())
                .as("rows of meta.runs")
                .extracting(MetaTables.Run::status)
                .doesNotContain("PUBLISHED");
    }
}
