package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.endtoend.LaterReleases.ingest;
import static org.smssev.jobs.endtoend.LaterReleases.rows;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MetaTables;

/** Increments through the real command line: some records corrected, some of known families, some of new ones. */
class IncrementRunTest {
    private static final int RECORDS = 1_000;
    private static final int EACH = 20;

    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private Path all;
    private Path again;
    private Path next;
    private Path snapshot;
    private Path increased;

    /**
     * Of the records every so many is kept for the second release, and of the others as many are corrected by it. Another second
     * release also repeats what is known, but for as many.
     */
    private void releases() throws IOException {
        List<String> before = new ArrayList<>(List.of(LaterReleases.HEADER));
        List<String> after = new ArrayList<>(List.of(LaterReleases.HEADER));
        List<String> whole = new ArrayList<>(List.of(LaterReleases.HEADER));
        List<String> most = new ArrayList<>(List.of(LaterReleases.HEADER));
        for (int i = 1; i <= RECORDS; i++) {
            boolean isNew = i % EACH == 0;
            boolean isCorrected = i % EACH == 1;
            if (!isNew) {
                before.add(record(i, "Title of"));
            }
            String last = record(i, isCorrected ? "Corrected title of" : "Title of");
            if (isNew || isCorrected) {
                after.add(last);
            }
            whole.add(last);
            if (i % EACH != 2) {
                most.add(last);
            }
        }
        LaterReleases releases = new LaterReleases(folder);
        first = releases.config("first", "1", "SNAPSHOT", before);
        second = releases.config("second", "2", "INCREMENT", after);
        all = releases.config("all", "1", "SNAPSHOT", whole);
        again = releases.config("again", "2", "INCREMENT", most);
        next = releases.config("next", "3", "INCREMENT", after);
        snapshot = releases.config("snapshot", "3", "SNAPSHOT", whole);
        increased = releases.config("increased", "1", "INCREMENT", whole);
    }

    /** Two publications for most families; of those of new records the other one is known, or there is none. */
    private static String record(int i, String title) {
        return i % (2 * EACH) == 0 ? LaterReleases.record(i, "N" + i, title, "") : LaterReleases.record(i, title);
    }

    private Path embedded() throws IOException {
        releases();
        Path warehouse = folder.resolve("ware house");
        ingest(first, warehouse);
        ingest(second, warehouse);
        return warehouse;
    }

    private Path repeated() {
        Path warehouse = folder.resolve("repeated");
        ingest(first, warehouse);
        ingest(again, warehouse);
        return warehouse;
    }

    @Test
    void twoReleasesLeaveThePublicationsAndFamiliesOfOneThatHasAll() throws IOException {
        Path warehouse = embedded();
        Path atOnce = folder.resolve("at once");
        ingest(all, atOnce);

        assertThat(rows(warehouse, Family.class)).isEqualTo(rows(atOnce, Family.class));
        assertThat(rows(warehouse, IpcUse.class)).isEqualTo(rows(atOnce, IpcUse.class));
        Function<Patent, String> content = p -> p.publicationNumber() + " " + p.recordHash() + " " + p.title();
        assertThat(rows(warehouse, Patent.class).stream().map(content))
                .isEqualTo(rows(atOnce, Patent.class).stream().map(content).toList());
        LedgerEntry increment = rows(warehouse, LedgerEntry.class).stream()
                .filter(entry -> entry.release().equals("2"))
                .findFirst()
                .orElseThrow();
        assertThat(increment.newRecords()).isEqualTo(RECORDS / EACH);
        assertThat(increment.corrected()).isEqualTo(RECORDS / EACH);
    }

    @Test
    void anIncrementThatRepeatsWhatIsKnownLeavesTheSamePublicationsAndFamilies() throws IOException {
        Path warehouse = embedded();
        Path repeated = repeated();

        assertThat(rows(repeated, Family.class)).isEqualTo(rows(warehouse, Family.class));
        assertThat(rows(repeated, IpcUse.class)).isEqualTo(rows(warehouse, IpcUse.class));
        Function<Patent, String> content = p -> p.publicationNumber() + " " + p.firstRelease() + " " + p.recordHash();
        List<Patent> patents = rows(repeated, Patent.class);
        assertThat(patents.stream().map(content))
                .isEqualTo(rows(warehouse, Patent.class).stream().map(content).toList());
        assertThat(patents).filteredOn(p -> p.lastRelease().equals("1")).hasSize(RECORDS / EACH);
        assertThat(patents).filteredOn(p -> p.lastRelease().equals("2")).hasSize(RECORDS - RECORDS / EACH);
        LedgerEntry increment = rows(repeated, LedgerEntry.class).stream()
                .filter(entry -> entry.release().equals("2"))
                .findFirst()
                .orElseThrow();
        assertThat(increment.newRecords()).isEqualTo(RECORDS / EACH);
        assertThat(increment.corrected()).isEqualTo(RECORDS / EACH);
        assertThat(increment.unchanged()).isEqualTo(RECORDS - 3 * RECORDS / EACH);
        assertThat(increment.withdrawnAbsent()).isZero();
    }

    @Test
    void aReleaseThatAGateRefusesLeavesItsChecksAndItsRejectedRecords() throws IOException {
        String bad = LaterReleases.record(1, "Title of").replaceFirst("-01-\\d\\d,", "-02-30,");
        Path config = new LaterReleases(folder)
                .config(
                        "bad",
                        "1",
                        "SNAPSHOT",
                        List.of(LaterReleases.HEADER, LaterReleases.record(2, "Title of"), bad));
        Path warehouse = folder.resolve("refused");

        Console refused = LaterReleases.console(config, warehouse.toString());
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).contains("1 of 2 records were rejected (BAD_DATE 1", "rejected.jsonl");
        assertThat(rows(warehouse, MetaTables.Quality.class))
                .filteredOn(q -> q.outcome().equals("FAIL"))
                .extracting(MetaTables.Quality::check)
                .containsExactly("quarantined_share");
        assertThat(Files.readAllLines(warehouse.resolve("rejected.jsonl")))
                .singleElement()
                .asString()
                .contains("\"file_sha256\":\"", "\"record_no\":2", "\"reason\":\"BAD_DATE\"", "US0000001A1", "bad.csv");
        assertThat(LaterReleases.console(config, warehouse.toString(), "-D", "ingest.gates.quarantined.fail=0.5")
                        .exit())
                .isZero();
        assertThat(warehouse.resolve("rejected.jsonl"))
                .as("ingest.quarantine has them now")
                .doesNotExist();
    }

    @Test
    void anIncrementDoesNotLeaveOutOneThatWasReadAndNeverPublished() throws IOException {
        Path warehouse = embedded();

        Console refused = LaterReleases.console(next, warehouse.toString());
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).contains("not published", ": 2.", "smssev run", "ingest.gates.left-out");
        assertThat(rows(warehouse, LedgerEntry.class))
                .extracting(LedgerEntry::release)
                .containsOnly("1", "2");

        // The same release again, one that was published before, one that has all, and one of which that is wanted.
        assertThat(LaterReleases.console(again, warehouse.toString()).out()).contains("Computed ingest. Readers see");
        assertThat(LaterReleases.console(again, warehouse.toString()).out())
                .contains("Nothing new to compute. Readers see");
        assertThat(LaterReleases.console(first, warehouse.toString()).out()).contains("Nothing new. Run");
        ingest(increased, warehouse);
        ingest(snapshot, warehouse);
        assertThat(rows(warehouse, MetaTables.Quality.class))
                .filteredOn(q ->
                        q.check().equals("releases_left_out") && q.outcome().equals("WARN"))
                .extracting(MetaTables.Quality::message)
                .singleElement()
                .asString()
                .contains("this snapshot does not build on them: 2.");
        assertThat(LaterReleases.console(next, warehouse.toString(), "-D", "ingest.gates.left-out.fail=1")
                        .exit())
                .isZero();
    }

    @Test
    void anIncrementDoesNotLeaveOutOneWhoseRunFailed() throws IOException {
        releases();
        Path warehouse = folder.resolve("failed");
        ingest(first, warehouse);
        Path file = folder.resolve("a blank/second.csv");
        Path away = Files.move(file, folder.resolve("away"));
        assertThat(LaterReleases.console(second, warehouse.toString()).exit()).isEqualTo(3);
        Files.move(away, file);

        Console refused = LaterReleases.console(next, warehouse.toString());
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).contains("not published", ": 2.");

        // Which does not keep the one that was begun before it.
        ingest(second, warehouse);
        assertThat(rows(warehouse, LedgerEntry.class))
                .extracting(LedgerEntry::release)
                .containsOnly("1", "2");
    }

    @Test
    void anIncrementDoesNotLeaveOutOneWhoseRunWasKilled() throws IOException {
        releases();
        Path warehouse = folder.resolve("killed");
        ingest(first, warehouse);
        // What a process leaves that is no longer there.
        Files.writeString(
                warehouse.resolve("_lock"),
                String.join(
                        "\n",
                        "owner=gone",
                        "run=r2",
                        "host=" + InetAddress.getLocalHost().getHostName(),
                        "pid=" + Integer.MAX_VALUE,
                        "started=",
                        "begun=" + Instant.now(),
                        "heartbeat=" + Instant.now(),
                        "release=2"));

        Console refused = LaterReleases.console(next, warehouse.toString());
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.err()).contains("not published", ": 2.");
        assertThat(rows(warehouse, MetaTables.Run.class))
                .filteredOn(run -> run.runId().equals("r2"))
                .singleElement()
                .satisfies(run -> assertThat(run.error()).startsWith("Killed: process "));

        ingest(second, warehouse);
    }

    @Test
    @EnabledIfSystemProperty(named = "smssev.cluster", matches = "all")
    void incrementOnAClusterLeavesTheTablesOfTheEmbeddedOne() throws Exception {
        Path embedded = embedded();
        Path repeated = repeated();
        Path submitted = folder.resolve("submitted");
        Path submittedAgain = folder.resolve("submitted again");
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g")) {
            LaterReleases.ingest(cluster, first, submitted);
            LaterReleases.ingest(cluster, second, submitted);
            LaterReleases.ingest(cluster, first, submittedAgain);
            LaterReleases.ingest(cluster, again, submittedAgain);
            assertThat(cluster.output()).contains("Registered app smssev");
        }
        LaterReleases.assertSameTables(submitted, embedded);
        LaterReleases.assertSameTables(submittedAgain, repeated);
    }
}
