package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.tables.MetaTables;

/** Kills at every point there is, and SIGKILLs at seeded moments; minutes, so by a switch: -Dsmssev.faults=all. */
@EnabledIfSystemProperty(named = "smssev.faults", matches = "all")
class EveryKillPointTest {
    private static final int KILLED = 137;
    /** A run in a process of its own is killed within so many seconds; whether it ended before is told by its exit. */
    private static final int LAST_MOMENT = 24;

    private final Demo demo = Demo.once();

    @Test
    void killedAtEveryPointInTurnItEndsWhereAnUndisturbedRunDoes() {
        Disturbed disturbed = new Disturbed(demo, Demo.folder("every-point"));
        List<Disturbed.Point> points = Disturbed.points();
        assertThat(points).hasSizeGreaterThanOrEqualTo(60);
        for (Disturbed.Point point : points) {
            if (point.stage().isEmpty()) {
                disturbed.killAt(point.name());
            } else {
                // Also a stage that is up to date already: side by side with others, or killed at its very end.
                disturbed.killAt(point.name(), "--from", point.stage(), "--to", point.stage(), "--force");
            }
            boolean published = point.name().equals("published") || point.name().startsWith("mirror");
            assertThat(disturbed.runs())
                    .as("rows of meta.runs after " + point.name())
                    .hasSize(published ? 1 : 0);
        }
        assertThat(disturbed.run().exit()).isZero();
        assertThat(disturbed.runs()).extracting(MetaTables.Run::status).containsExactly("PUBLISHED");
        disturbed.isWhole();
        points.forEach(point -> FaultLog.tried("kill at a point", point.name()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void killedAtAnyMomentItEndsWhereAnUndisturbedRunDoes(int seed) throws Exception {
        Path folder = Demo.folder("moment-" + seed);
        Disturbed disturbed = new Disturbed(demo, folder);
        long millis = (long) (new Random(seed * 7919L).nextDouble() * LAST_MOMENT * 1000);
        int exit;
        try (Child run = disturbed.start("kill", List.of(), "local[2]")) {
            // Before the lock is taken nothing was touched, so there would be nothing to prove.
            run.await(out -> folder.resolve("_lock").toFile().exists());
            Thread.sleep(millis);
            run.kill();
            exit = run.exit();
        }
        assertThat(exit).isIn(0, KILLED);
        int published = disturbed.runs().size();
        Console rerun = disturbed.run();
        assertThat(rerun.exit()).as(rerun.err()).isZero();
        assertThat(disturbed.runs())
                .filteredOn(run -> run.status().equals("PUBLISHED"))
                .hasSize(1);
        disturbed.isWhole();
        FaultLog.tried(
                "SIGKILL by time",
                "seed " + seed + ": after " + millis + " ms, exit " + exit + ", published before: " + published
                        + ", computed by the rerun: " + rerun.computed());
        Demo.remove(folder);
    }
}
