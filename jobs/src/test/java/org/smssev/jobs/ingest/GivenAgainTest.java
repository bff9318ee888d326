package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig.Gate;
import org.smssev.common.config.IngestConfig.Gates;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;

/** Releases and files that are given again. */
@ExtendWith(LocalSpark.class)
class GivenAgainTest {
    private static final String FOUR = "US1A1,a,,,,\nUS2A1,b,,,,\nUS3A1,c,,,,\nUS4A1,d,,,,\n";

    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    private MemoryContext again(MemoryContext published, MemoryContext earlier, Source... sources) {
        MemoryContext context = runs.prepared(published.config().release().id(), earlier, sources);
        context.published = published;
        return context;
    }

    private MemoryContext ended(MemoryContext context) {
        runs.stage().run(context);
        return context;
    }

    private void dropsAt(double warn, double fail) {
        Gate none = new Gate(null, null);
        runs.gates = new Gates(none, none, none, new Gate(warn, fail), none);
    }

    @Test
    void aReleaseOfOtherFilesThanItWasPublishedOfIsToldAndMayNotDropHalf() throws IOException {
        dropsAt(0.2, 0.5);
        Source whole = runs.source("s", "whole.csv", FOUR);
        MemoryContext one = runs.run("1", null, whole);
        assertThat(ended(again(one, null, whole)).quality).doesNotContainKey("release_again release");

        Source cut = runs.source("s", "cut.csv", "US1A1,a,,,,\n");
        MemoryContext refused = again(one, null, cut);
        assertThatThrownBy(() -> ended(refused))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(Exit.GATE))
                .hasMessageContaining(
                        "1 publications were read, against 4 in the last published run of release 1, from other")
                .hasMessageContaining("release.id")
                .hasMessageContaining("raise ingest.gates.drop");
        assertThat(refused.hasWritten(Patent.class)).isFalse();

        Source mended = runs.source("s", "mended.csv", "US1A1,a,,,,\nUS2A1,b,,,,\nUS3A1,mended,,,,\nUS3A1,c,,,,\n");
        MemoryContext two = ended(again(one, null, mended));
        assertThat(two.quality)
                .containsEntry("release_again release", 2.0)
                .containsEntry("release_again_dropped release", 0.25);
        assertThat(two.messages.get("release_again release"))
                .startsWith(
                        "files differ from the last run of this release (1 new, 1 gone): 3 publications were read, against 4");
        dropsAt(0.2, 1);
        assertThat(ended(again(one, null, cut)).warnings)
                .contains("release_again release", "release_again_dropped release");
    }

    @Test
    void anIncrementIsHeldAgainstWhatItGaveItself() throws IOException {
        dropsAt(0.2, 0.5);
        MemoryContext one = runs.run("1", null, runs.source("s", "first.csv", FOUR));
        runs.mode = Release.Mode.INCREMENT;
        // One that is known as it was, one corrected and two new ones.
        MemoryContext two = runs.run(
                "2", one, runs.source("s", "2.csv", "US3A1,c,,,,\nUS4A1,mended,,,,\nUS5A1,e,,,,\nUS6A1,f,,,,\n"));
        MemoryContext same =
                again(two, one, runs.source("s", "others.csv", "US7A1,g,,,,\nUS8A1,h,,,,\nUS9A1,i,,,,\nUS1A1,a,,,,\n"));
        assertThat(ended(same).quality)
                .containsEntry("release_again release", 2.0)
                .containsEntry("release_again_dropped release", 0.0);
        MemoryContext less = again(two, one, runs.source("s", "less.csv", "US5A1,e,,,,\n"));
        assertThatThrownBy(() -> ended(less)).hasMessageContaining("1 publications were read, against 4");
    }

    @Test
    void aFileOfAnEarlierReleaseInALaterIncrementIsTold() throws IOException {
        MemoryContext one = runs.run("1", null, runs.source("s", "first.csv", FOUR));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two =
                runs.run("2", one, runs.source("s", "w1.csv", "US1A1,b,,,,\n"), runs.source("t", "empty.csv", ""));
        MemoryContext three =
                runs.run("3", two, runs.source("s", "w2.csv", "US1A1,c,,,,\n"), runs.source("t", "empty.csv", ""));
        assertThat(three.warnings).doesNotContain("read_before s", "read_before t");

        MemoryContext four = runs.run("4", three, runs.source("s", "w4.csv", "US1A1,b,,,,\n"));
        assertThat(four.warnings).contains("read_before s");
        assertThat(four.messages.get("read_before s"))
                .startsWith("files of this increment were read by an earlier release: w4.csv in release 2 as w1.csv.");
        // The same release again, and one that has all.
        assertThat(ended(again(four, three, runs.source("s", "w4.csv", "US1A1,b,,,,\n"))).messages)
                .containsEntry("read_before s", four.messages.get("read_before s"));
        runs.mode = Release.Mode.SNAPSHOT;
        assertThat(runs.run("5", four, runs.source("s", "w1.csv", "US1A1,b,,,,\n")).warnings)
                .doesNotContain("read_before s");
    }

    @Test
    void aReleaseBehindOneOfALaterNameIsTold() throws IOException {
        MemoryContext march = runs.run("2026-03", null, runs.source("s", "march.csv", FOUR));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext february = runs.run("2026-02", march, runs.source("s", "february.csv", "US1A1,b,,,,\n"));
        assertThat(february.messages.get("release_order release"))
                .startsWith(
                        "release follows 2026-03, which is later by its name. Records of both now have the values of 2026-02");
        assertThat(runs.run("2026-04", february, runs.source("s", "april.csv", "US1A1,c,,,,\n")).warnings)
                .doesNotContain("release_order release");
        assertThat(march.warnings).doesNotContain("release_order release");
    }
}
