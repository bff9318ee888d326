package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;

/** Releases of records of which many share their families, and their ingest through the real command line. */
final class LaterReleases {
    static final String HEADER = "number,family,title,abstract,ipc,filed,applicants,countries,out";
    private static final int FAMILIES = 499;

    private final Path folder;

    /** Releases in a folder. */
    LaterReleases(Path folder) {
        this.folder = folder;
    }

    /** A record of the family of the one 499 before it. */
    static String record(int i, String title) {
        return record(i, "F" + i % FAMILIES, title, "");
    }

    /** A record. */
    static String record(int i, String family, String title, String withdrawn) {
        String country = List.of("KR", "US", "JP", "").get(i % 4);
        return String.format(
                "US%07dA1,%s,%s %d,\"Text, %d\",H01M%d/05;C08J5/%02d,%d-01-%02d,Firm %d,%s,%s",
                i,
                family,
                title,
                i,
                i * 7,
                i % 30 + 1,
                i % 20 + 1,
                2000 + i % 20,
                i % 28 + 1,
                i % 9,
                country,
                withdrawn);
    }

    /** A configuration of a release of these lines. */
    Path config(String name, String release, String mode, List<String> lines) throws IOException {
        Path file =
                Files.write(Files.createDirectories(folder.resolve("a blank")).resolve(name + ".csv"), lines);
        return Files.writeString(folder.resolve(name + ".yaml"), """
                project: {name: SYNTHETIC, focal-country: CN, synthetic: true}
                release: {id: '%s', mode: %s}
                ingest:
                  sources:
                    - name: patents
                      path: '%s'
                      text: {list-separator: ';'}
                      columns: {publication-number: number, family-id: family, title: title, abstract: abstract, ipc: ipc,
                                filing-date: filed, applicants: applicants, applicant-countries: countries, withdrawn: out}
                """.formatted(release, mode, file));
    }

    /** Ingests a release by the command. */
    static void ingest(Path config, Path warehouse) {
        ingest(config, warehouse.toString());
    }

    /** Ingests a release by the command into a warehouse on any file system. */
    static void ingest(Path config, String warehouse) {
        Console console = console(config, warehouse);
        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.out()).containsPattern("ledger [0-9,]+; release \\S+: [0-9,]+ (new|unchanged)");
    }

    /** What the command answers, with further words. */
    static Console console(Path config, String warehouse, String... more) {
        List<String> words = new ArrayList<>(
                List.of("ingest", "--config", config.toString(), "--warehouse", warehouse, "--master", "local[2]"));
        words.addAll(List.of(more));
        return Console.run(words.toArray(String[]::new));
    }

    /** Ingests a release on a cluster. */
    static void ingest(StandaloneCluster cluster, Path config, Path warehouse) throws Exception {
        try (Child submit = cluster.submit(
                "submit " + config.getFileName(),
                "client",
                List.of(),
                "ingest",
                "--config",
                config.toString(),
                "--warehouse",
                warehouse.toString())) {
            assertThat(submit.exit()).as(submit.output()).isZero();
        }
    }

    /** Holds the tables that hold patents, and their ledger, against those of another warehouse. */
    static void assertSameTables(Path found, Path expected) {
        assertSameTables(found.toString(), expected);
    }

    /** Holds these tables of a warehouse on any file system against those of a local one. */
    static void assertSameTables(String found, Path expected) {
        for (Class<? extends Record> type : List.of(Patent.class, Family.class, IpcUse.class, LedgerEntry.class)) {
            assertThat(rows(found, type).stream().map(TableDigest::text))
                    .as(type.getSimpleName())
                    .containsExactlyElementsOf(
                            rows(expected, type).stream().map(TableDigest::text).toList());
        }
    }

    /** The rows of a table. */
    static <T extends Record> List<T> rows(Path folder, Class<T> type) {
        return rows(folder.toString(), type);
    }

    private static <T extends Record> List<T> rows(String folder, Class<T> type) {
        Warehouse warehouse = new Warehouse(folder, new Configuration());
        return warehouse.read(type, warehouse.head(TableDef.of(type)).orElseThrow());
    }
}
