package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.endtoend.LaterReleases.ingest;
import static org.smssev.jobs.endtoend.LaterReleases.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;

/** Snapshots through the real command line: most records as they were, some new, corrected, lacking, marked or given twice. */
class SnapshotRunTest {
    private static final int RELEASES = 4;
    private static final int RECORDS = 1_000;
    /** Some have two publications. */
    private static final int FAMILIES = 900;

    @TempDir
    private Path folder;

    /** What must be known of a publication after some releases. */
    private record Known(String title, String first, String last, boolean withdrawn) {}

    private final List<Path> configs = new ArrayList<>();
    /** The same files, each as a first release. */
    private final List<Path> alone = new ArrayList<>();

    private final List<Map<String, Known>> expected = new ArrayList<>();

    private void releases() throws IOException {
        LaterReleases releases = new LaterReleases(folder);
        Map<String, Known> first = after(Map.of(), 1);
        for (int release = 1; release <= RELEASES; release++) {
            List<String> lines = lines(release);
            configs.add(releases.config("release " + release, "" + release, "SNAPSHOT", lines));
            alone.add(releases.config("alone " + release, "" + release, "SNAPSHOT", lines));
            // Later ones build on the first one, which is published; one stage alone does not publish them.
            expected.add(release == 1 ? first : after(first, release));
        }
    }

    /** The fourth release lacks half of the records. */
    private static boolean isGiven(int i, int release) {
        boolean isNew = i % 20 == 0 && release == 1;
        boolean isLacked = i % 25 == 3 && release == 2 || i % 50 == 7 && release >= 2;
        return !isNew && !isLacked && !(release == RELEASES && i % 2 == 0);
    }

    private static String title(int i, int release) {
        return i % 20 == 1 && release > 1 && release < RELEASES ? "Corrected title of" : "Title of";
    }

    private static boolean isMarked(int i, int release) {
        return i % 100 == 11 && release == 2 || i % 100 == 40 && release == 2;
    }

    private static List<String> lines(int release) {
        List<String> lines = new ArrayList<>(List.of(LaterReleases.HEADER));
        for (int i = 1; i <= RECORDS; i++) {
            if (isGiven(i, release)) {
                String family = "F" + i % FAMILIES;
                lines.add(LaterReleases.record(i, family, title(i, release), isMarked(i, release) ? "1" : ""));
                if (i % 200 == 17) {
                    lines.add(LaterReleases.record(i, family, "Other title of", ""));
                }
            }
        }
        return lines;
    }

    private static Map<String, Known> after(Map<String, Known> before, int release) {
        Map<String, Known> known = new TreeMap<>();
        before.forEach((number, k) -> known.put(number, new Known(k.title(), k.first(), k.last(), true)));
        for (int i = 1; i <= RECORDS; i++) {
            if (isGiven(i, release)) {
                String number = "US-" + i + "-A1";
                Known was = known.get(number);
                Known now = new Known(
                        title(i, release) + " " + i,
                        was == null ? "" + release : was.first(),
                        "" + release,
                        isMarked(i, release));
                known.put(number, isMarked(i, release) && was != null ? was : now);
            }
        }
        return known;
    }

    private static Map<String, Known> found(Path warehouse) {
        Map<String, Known> found = new TreeMap<>();
        for (Patent p : rows(warehouse, Patent.class)) {
            found.put(p.publicationNumber(), new Known(p.title(), p.firstRelease(), p.lastRelease(), p.withdrawn()));
        }
        return found;
    }

    @Test
    void snapshotsLeaveWhatTheyHoldAndWhatTheyLackWithdrawn() throws IOException {
        releases();
        Path warehouse = folder.resolve("ware house");
        for (int release = 1; release <= RELEASES; release++) {
            ingest(configs.get(release - 1), warehouse);
            Path atOnce = folder.resolve("at once " + release);
            ingest(alone.get(release - 1), atOnce);

            assertThat(found(warehouse)).as("release " + release).isEqualTo(expected.get(release - 1));
            assertThat(rows(warehouse, Family.class)).isEqualTo(rows(atOnce, Family.class));
            assertThat(rows(warehouse, IpcUse.class)).isEqualTo(rows(atOnce, IpcUse.class));
            // The second and third leave most rows where they are, the fourth none.
            if (release == 2) {
                assertLedgerOfTheSecond(warehouse);
            }
            boolean stay = release == 2 || release == 3;
            assertThat(deleted(warehouse, Patent.class) > 0).isEqualTo(stay);
            assertThat(deleted(warehouse, Family.class) > 0).isEqualTo(stay);
        }
    }

    private static void assertLedgerOfTheSecond(Path warehouse) {
        LedgerEntry second = rows(warehouse, LedgerEntry.class).stream()
                .filter(entry -> entry.release().equals("2"))
                .findFirst()
                .orElseThrow();
        assertThat(second.corrected()).isEqualTo(50);
        assertThat(second.withdrawnAbsent()).isEqualTo(60);
        assertThat(second.withdrawnMarked()).isEqualTo(20);
        assertThat(second.duplicate()).isEqualTo(5);
        assertThat(second.newRecords()).isEqualTo(40);
    }

    private static long deleted(Path folder, Class<? extends Record> type) {
        Warehouse warehouse = TableDigest.warehouse(folder);
        TableDef def = TableDef.of(type);
        return warehouse.stored(def, warehouse.head(def).orElseThrow()).files().stream()
                .mapToLong(file -> file.deleted().getLongCardinality())
                .sum();
    }

    @Test
    @EnabledIfSystemProperty(named = "smssev.cluster", matches = "all")
    void snapshotsOnAClusterLeaveTheTablesOfEmbeddedOnes() throws Exception {
        releases();
        Path embedded = folder.resolve("ware house");
        Path submitted = folder.resolve("submitted");
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g")) {
            for (Path config : configs.subList(0, 3)) {
                ingest(config, embedded);
                LaterReleases.ingest(cluster, config, submitted);
            }
        }
        LaterReleases.assertSameTables(submitted, embedded);
    }

    @Test
    @EnabledIfSystemProperty(named = "smssev.minicluster", matches = ".+")
    void snapshotsOnHdfsLeaveTheTablesOfLocalOnes() throws IOException {
        releases();
        Path local = folder.resolve("ware house");
        try (HdfsServer hdfs = new HdfsServer(folder, System.getProperty("smssev.minicluster"))) {
            String there = hdfs.address() + "/wäre house/snapshots";
            for (Path config : configs.subList(0, 3)) {
                ingest(config, local);
                ingest(config, there);
            }
            LaterReleases.assertSameTables(there, local);
        }
    }
}
