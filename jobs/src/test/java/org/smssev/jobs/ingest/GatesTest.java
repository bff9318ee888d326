package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smssev.jobs.ingest.ReleaseRuns.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;

/** What a release may lack. */
@ExtendWith(LocalSpark.class)
class GatesTest {
    @TempDir
    private Path folder;

    ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    @Test
    void gatesWarnOrStopTheRun() throws IOException {
        Source five = runs.source(
                "s", "five.csv", "US1A1,a,H01M 4/02,A,US,\nUS2A1,b,,A,US,\nUS3A1,c,,A,,\nUS4A1,d,,A,,\n,e,,,,\n");
        Gate low = new Gate(0.1, null);
        runs.gates = new Gates(low, low, low, low, low);
        MemoryContext one = runs.run("1", null, five);
        assertThat(one.warnings)
                .contains("quarantined_share release", "without_ipc release", "without_country release");
        assertThat(one.quality)
                .containsEntry("quarantined_share release", 0.2)
                .containsEntry("without_ipc release", 0.75)
                .containsEntry("without_country release", 0.5);

        Source less = runs.source("s", "less.csv", "US1A1,a,H01M 4/02,A,US,\n");
        MemoryContext two = runs.run("2", one, less);
        assertThat(two.warnings)
                .contains("publications_dropped release")
                .doesNotContain("quarantined_share release", "without_ipc release");
        assertThat(two.quality).containsEntry("publications_dropped release", 0.75);

        Gate none = new Gate(null, null);
        stops(
                new Gates(new Gate(0.1, 0.15), none, none, none, none),
                null,
                five,
                "1 of 5 records were rejected (NO_PUBLICATION_NUMBER 1, first in s/five.csv, record 5:");
        stops(new Gates(none, new Gate(null, 0.7), none, none, none), null, five, "ingest.gates.without-ipc");
        stops(new Gates(none, none, new Gate(null, 0.4), none, none), null, five, "ingest.gates.without-country");
        stops(new Gates(none, none, none, new Gate(0.1, 0.7), none), one, less, "1 publications, against 4");
    }

    @Test
    void aReleaseAllOfWhoseRecordsAreRejectedSaysWhy() throws IOException {
        Gate none = new Gate(null, null);
        stops(
                new Gates(none, none, none, none, none),
                null,
                runs.source("s", "none.csv", ",a,,,,\n,b,,,,\n"),
                "Check that the files are complete. 2 were rejected (NO_PUBLICATION_NUMBER 2, first in s/none.csv, record 1:");
    }

    @Test
    void publicationsThatASnapshotLacksAreNotMadeUpForByNewOnes() throws IOException {
        MemoryContext one =
                runs.run("1", null, runs.source("s", "1.csv", "US1A1,a,,,,\nUS2A1,b,,,,\nUS3A1,c,,,,\nUS4A1,d,,,,\n"));
        Source respelt = runs.source("s", "2.csv", "US1A1,a,,,,\nUS2,b,,,,\nUS3,c,,,,\nUS4,d,,,,\n");
        assertThat(runs.run("2", one, respelt).quality).containsEntry("publications_dropped release", 0.75);

        Gate none = new Gate(null, null);
        stops(
                new Gates(none, none, none, new Gate(0.2, 0.5), none),
                one,
                respelt,
                "4 publications, against 4 in the release before. 3 of those are missing here and withdrawn.");
        // Marks are meant.
        runs.gates = new Gates(none, none, none, new Gate(0.2, 0.5), none);
        Source marked = runs.source(
                "s", "3.csv", "US1A1,,,,,yes\nUS2A1,,,,,yes\nUS3A1,,,,,yes\nUS4A1,d,,,,\nUS5A1,e,,,,\nUS6A1,f,,,,\n");
        assertThat(runs.run("2", one, marked).quality).containsEntry("publications_dropped release", 0.25);
    }

    @Test
    void gatesCountPublicationsAndSourcesTheirRecords() throws IOException {
        Source told = runs.source("a", "a.csv", "US1A1,a,H01M 4/02,A,US,\nUS2A1,b,H01M 4/02,A,,\nUS3A1,c,,A,US,\n");
        Source untold = runs.source("b", "b.csv", "US1A1,,,A,,\nUS2A1,,,A,,\nUS3A1,,,,,\n");
        MemoryContext before = null;
        for (String release : List.of("1", "2", "3")) {
            runs.mode = release.equals("3") ? Release.Mode.INCREMENT : Release.Mode.SNAPSHOT;
            MemoryContext run = runs.run(release, before, told, untold);
            assertThat(run.quality)
                    .containsEntry("without_country a", 1.0 / 3)
                    .containsEntry("without_country b", 1.0)
                    .containsEntry("without_country release", 1.0 / 3)
                    .containsEntry("without_ipc b", 1.0)
                    .containsEntry("without_ipc release", 1.0 / 3);
            before = run;
        }
    }

    @Test
    void marksOfWithdrawalLackNothing() throws IOException {
        MemoryContext one = runs.run(
                "1",
                null,
                runs.source("s", "1.csv", "US1A1,a,H01M 4/02,A,US,\nUS2A1,b,H01M 4/02,A,US,\nUS3A1,c,,A,US,\n"));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two = runs.run(
                "2",
                one,
                runs.source("s", "2.csv", "US1A1,,,,,yes\nUS2A1,,,,,yes\nUS4A1,d,H01M 4/02,A,US,\nUS5A1,e,,A,US,\n"));

        assertThat(two.quality).containsEntry("without_ipc release", 0.5).containsEntry("without_country release", 0.0);
        assertThat(ledger(two, "2")).containsExactly(List.of(4L, 2L, 0L, 0L, 0L, 2L, 0L));
    }

    @Test
    void rowsThatCannotBeSplitWithdrawNothingThatTheyTellAndTheRestIsWarnedOf() throws IOException {
        runs.mode = Release.Mode.SNAPSHOT;
        String quoted = IntStream.range(10, 30)
                .mapToObj(i -> "\"US" + i + "A1\",\"a, b\",\n")
                .collect(Collectors.joining());
        MemoryContext one =
                runs.run("1", null, rows("1.csv", quoted + "US2A1,b,\nUS3A1,c,\nUS4A1,d,\nUS5A1,e,\nUS6A1,f,\n"));
        // The mark before c closes two lines below, so that its record takes US4A1 in.
        MemoryContext two =
                runs.run("2", one, rows("2.csv", quoted + "US2A1,b,,c\nUS6A1,f\nUS3A1,\"c,\nUS4A1,d,\n\"x\",y,z\n"));

        assertThat(ReleaseRuns.column(two, Patent.class, "CASE WHEN withdrawn THEN publication_number END"))
                .filteredOn(number -> !number.equals("null"))
                .containsExactlyInAnyOrder("US-4-A1", "US-5-A1");
        assertThat(ledger(two, "2")).containsExactly(List.of(23L, 0L, 0L, 20L, 0L, 0L, 2L));
        assertThat(two.quality).containsEntry("rejected_unknown release", 3.0);
        assertThat(two.warnings).contains("rejected_unknown release");
        assertThat(runs.run("3", two, rows("3.csv", quoted)).quality).doesNotContainKey("rejected_unknown release");
    }

    private Source rows(String file, String records) throws IOException {
        return ReleaseRuns.mapped(
                "s",
                ReleaseFiles.write(folder.resolve(file), "number,title,date\n" + records),
                Map.of("publication-number", "number", "title", "title", "publication-date", "date"));
    }

    private void stops(Gates gates, MemoryContext earlier, Source source, String message) {
        runs.gates = gates;
        MemoryContext context = runs.prepared("2", earlier, source);
        assertThatThrownBy(() -> runs.stage().run(context))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(Exit.GATE))
                .hasMessageContaining(message);
        assertThat(context.hasWritten(Patent.class)).isFalse();
        assertThat(context.rows(LedgerEntry.class)).isEmpty();
    }
}
