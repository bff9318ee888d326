package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.MetaTables;

class RunHistoryTest {
    @TempDir
    private Path folder;

    private Warehouse warehouse;
    private long versions;
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void open() {
        warehouse = new Warehouse(folder.toString(), new Configuration());
    }

    /** A run that computed its patents. */
    private void published(String run, String release, String base) {
        published(run, release, base, ++versions);
    }

    private void published(String run, String release, String base, long version) {
        published(run, release, base, version, "INCREMENT");
    }

    private void published(String run, String release, String base, long version, String mode) {
        ended(run, "PUBLISHED", release, base, version, mode);
    }

    private void ended(String run, String status, String release, String base, long version, String mode) {
        ended(run, status, release, base, new MetaTables.TableVersion("ingest.patents", version), mode);
    }

    private void ended(
            String run, String status, String release, String base, MetaTables.TableVersion table, String mode) {
        time = time.plusSeconds(60);
        MetaTables.Run row = new MetaTables.Run(
                run,
                status,
                release,
                time,
                time.plusSeconds(30),
                "code",
                base,
                List.of(table),
                List.of(new MetaTables.Setting("release.mode", mode)),
                "config.yaml",
                null,
                null);
        warehouse.append(MetaTables.Run.class, List.of(row), run + "/meta.runs");
    }

    private void computed(String run, String fingerprint, MetaTables.TableVersion output) {
        time = time.plusSeconds(60);
        MetaTables.StageRun row = new MetaTables.StageRun(
                run, "ingest", fingerprint, List.of(), List.of(), List.of(output), List.of(), time, 30);
        warehouse.append(MetaTables.StageRun.class, List.of(row), run + "/ingest");
    }

    @Test
    void whatWasPublishedWithinOtherLimitsIsTakenOverAndWhatWasNotIsComputedAgain() {
        MetaTables.TableVersion ledger =
                new MetaTables.TableVersion("ingest.ledger", warehouse.overwriteChecked(LedgerEntry.class, List.of()));
        computed("lifted", "tables-lifted", ledger);
        assertThat(new RunHistory(warehouse).computed("ingest", "tables-lifted"))
                .isPresent();
        assertThat(new RunHistory(warehouse).computed("ingest", "tables-usual")).isEmpty();
        ended("lifted", "PUBLISHED", "2026-01", null, ledger, "SNAPSHOT");
        assertThat(new RunHistory(warehouse).computed("ingest", "tables-usual")).isPresent();
        assertThat(new RunHistory(warehouse).computed("ingest", "others-usual")).isEmpty();
    }

    /** A computation of a release that was not published. */
    private void read(String run, String... releases) {
        List<LedgerEntry> entries = Stream.of(releases)
                .map(release -> new LedgerEntry(release, "sha", "s", "f.csv", 0, 0, 0, 0, 0, 0, 0, 0))
                .toList();
        long version = warehouse.overwriteChecked(LedgerEntry.class, entries);
        computed(run, "fingerprint of " + run, new MetaTables.TableVersion("ingest.ledger", version));
    }

    private RunHistory history() {
        return new RunHistory(warehouse);
    }

    private String base(String release) {
        return history().base(release).map(MetaTables.Run::runId).orElse("none");
    }

    @Test
    void aReleaseBuildsOnTheLastOneOfAnotherThatWasPublishedBeforeIt() {
        published("a", "1", null);
        published("b", "2", "a");
        published("c", "3", "b");
        assertThat(List.of(base("1"), base("2"), base("3"), base("4"))).containsExactly("none", "a", "b", "c");
        assertThat(history().leftOutBy("4")).isEmpty();
    }

    @Test
    void whatCameAfterAReleaseThatWasComputedAgainIsToldUntilItIsComputedAgainToo() {
        published("a", "1", null);
        published("b", "2", "a");
        published("c", "3", "b");
        published("d", "1", null);

        assertThat(base("4")).isEqualTo("d");
        assertThat(history().leftOutBy("4")).containsExactly("2", "3");
        assertThat(history().buildingOn("1")).containsExactly("2", "3");
        assertThat(history().buildingOn("2")).containsExactly("3");
        assertThat(history().buildingOn("3")).isEmpty();
        assertThat(history().buildingOn("4")).isEmpty();
        assertThat(base("2"))
                .as("the release that it built on before, as that is now")
                .isEqualTo("d");

        published("e", "2", "d");
        assertThat(history().leftOutBy("4")).containsExactly("3");
        assertThat(base("3")).isEqualTo("e");

        published("f", "3", "e");
        assertThat(base("4")).isEqualTo("f");
        assertThat(history().leftOutBy("4")).isEmpty();
    }

    @Test
    void whatIsLeftOutIsToldInTheOrderInWhichItWasBegunWhateverItsNames() {
        published("a", "1", null);
        published("b", "z", "a");
        published("c", "y", "b");
        published("d", "1", null);
        assertThat(history().leftOutBy("4")).containsExactly("z", "y");
    }

    @Test
    void aReleaseComputedAgainLeavesNothingOutThatCameBeforeIt() {
        published("a", "1", null);
        published("b", "2", "a");
        published("c", "2", "a");
        assertThat(base("3")).isEqualTo("c");
        assertThat(history().leftOutBy("3")).isEmpty();
    }

    @Test
    void whatBuildsOnAReleaseAsItWasBeforeItWasComputedAgainIsToldThoughItIsTheLast() {
        published("a", "1", null);
        published("b", "2", "a");
        published("c", "3", "b");
        published("d", "1", null);
        published("e", "3", "b");
        assertThat(base("4")).isEqualTo("e");
        assertThat(history().leftOutBy("4")).containsExactly("2", "3");

        published("f", "2", "d");
        published("g", "3", "f");
        assertThat(history().leftOutBy("4")).isEmpty();
    }

    @Test
    void aRunThatTookOverItsPatentsIsTheSameForWhatBuildsOnIt() {
        published("a", "1", null, 1);
        published("b", "2", "a", 2);
        published("c", "1", null, 1);
        published("d", "2", "a", 2);
        assertThat(history().leftOutBy("3")).isEmpty();
    }

    @Test
    void aSnapshotHoldsWhatWasBeforeItWhateverItBuildsOn() {
        published("a", "1", null);
        published("b", "2", "a");
        published("c", "3", "b", 7, "SNAPSHOT");
        published("d", "1", null, 8);
        published("e", "3", "b", 9, "SNAPSHOT");
        assertThat(base("4")).isEqualTo("e");
        assertThat(history().leftOutBy("4")).isEmpty();
    }

    @Test
    void whatWasReadBeforeAnOlderReleaseWasPublishedAgainIsStillWaitedFor() {
        published("a", "1", null, 1);
        read("b", "1", "2");
        published("c", "1", null, 1);
        assertThat(history().leftOutBy("3")).containsExactly("2");
        assertThat(history().leftOutBy("2")).isEmpty();
        assertThat(history().unpublished())
                .as("what vacuum keeps")
                .extracting(MetaTables.StageRun::runId)
                .containsExactly("b");

        ended("d", "FAILED", "3", "c", 9, "INCREMENT");
        published("e", "2", "c");
        assertThat(history().leftOutBy("3")).isEmpty();
        assertThat(history().unpublished()).isEmpty();
    }

    @Test
    void whatFailedBeforeAnOlderReleaseWasPublishedAgainIsStillWaitedFor() {
        published("a", "1", null);
        ended("b", "FAILED", "2", "a", 9, "INCREMENT");
        published("c", "1", null);
        assertThat(history().leftOutBy("3")).containsExactly("2");

        // One that is published though it leaves that out tells what comes after it nothing more.
        published("d", "3", "c");
        assertThat(history().leftOutBy("4")).isEmpty();
    }

    @Test
    void aReleaseComputedAgainWaitsForThoseBelowItThatBuildOnWhatWasComputedAgain() {
        published("a", "1", null);
        published("b", "2", "a");
        published("c", "3", "b");
        published("d", "4", "c");
        published("e", "5", "d");
        assertThat(history().leftOutBy("4")).isEmpty();
        published("f", "1", null);

        assertThat(history().leftOutBy("2")).isEmpty();
        assertThat(history().leftOutBy("3")).containsExactly("2");
        assertThat(history().leftOutBy("4")).containsExactly("2", "3");

        published("g", "2", "f");
        assertThat(history().leftOutBy("3")).isEmpty();
        assertThat(history().leftOutBy("4")).containsExactly("3");

        published("h", "3", "g");
        assertThat(history().leftOutBy("4")).isEmpty();
        assertThat(history().leftOutBy("5")).containsExactly("4");
    }
}
