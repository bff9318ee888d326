package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MeasureTables.Gap;
import org.smssev.common.tables.MetaTables.Quality;
import org.smssev.jobs.cli.CommandLineApp;

/** The configurations for real data, against counts made apart with a script; docs/real-data.md says where it is from. */
class RealDataTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path warehouse;

    private static Path data(String set) {
        String given = System.getenv("SMSSEV_REAL_DATA");
        Path folder = (given == null ? ROOT.resolveSibling("shared").resolve("data") : Path.of(given))
                .resolve(set)
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                "no real data in " + folder + "; docs/real-data.md says how to get it, SMSSEV_REAL_DATA where it is");
        return folder;
    }

    private String run(String conf, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--config",
                ROOT.resolve("conf").resolve(conf).toString(),
                "--master",
                "local[2]",
                "--warehouse",
                warehouse.toString()));
        args.addAll(List.of(more));
        int exit =
                CommandLineApp.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
        assertThat(exit).as("exit; %s%s", out, err).isZero();
        return out.toString();
    }

    private <T extends Record> List<T> rows(Class<T> table) {
        Warehouse tables = new Warehouse(warehouse.toString(), new Configuration());
        return tables.read(table, tables.head(TableDef.of(table)).orElseThrow());
    }

    @Test
    void dronesRunThroughWithoutListsAndScores() throws IOException {
        String out = run(
                "drones.yaml",
                "-D",
                "ingest.data-folder=" + data("drones"),
                "-D",
                "cluster.k=20",
                "-D",
                "cluster.starts=1");

        assertThat(rows(LedgerEntry.class)).singleElement().satisfies(e -> {
            assertThat(e.read()).isEqualTo(9071);
            assertThat(e.quarantined()).isZero();
        });
        List<Patent> patents = rows(Patent.class);
        assertThat(patents).hasSize(9071);
        assertThat(patents).filteredOn(p -> p.ipc().isEmpty()).hasSize(74);
        assertThat(patents).filteredOn(p -> !p.cited().isEmpty()).hasSize(4975);
        assertThat(patents).filteredOn(p -> p.priorityDate() == null).isEmpty();
        List<Family> families = rows(Family.class);
        assertThat(families).hasSize(8060);
        assertThat(families)
                .filteredOn(f -> Objects.equals(f.priorityYear(), 2015))
                .hasSize(2099);
        assertThat(patents.stream().mapToInt(p -> p.cited().size()).sum()).isEqualTo(85_449);

        assertThat(rows(GradeTables.Technology.class))
                .isNotEmpty()
                .allSatisfy(t -> {
                    assertThat(t.level()).isEqualTo("UNSCORED");
                    assertThat(t.score()).isNull();
                })
                .anySatisfy(t -> assertThat(t.position()).isNotNull());
        assertThat(rows(Gap.class))
                .filteredOn(g -> g.status().equals("UNDEFINED"))
                .isNotEmpty()
                .allSatisfy(g -> assertThat(g.value()).isNull());
        assertThat(out).contains("without_abstract of lens 1.00");
        assertThat(Files.readString(warehouse.resolve("report/report.html"))).contains("What to know of the data");
    }

    @Test
    void longTablesAreReadAndWhatTheyLackIsSaid() {
        String out = run("dronesr.yaml", "-D", "ingest.data-folder=" + data("dronesr"), "--to", "ingest");

        List<Patent> patents = rows(Patent.class);
        assertThat(patents).hasSize(49_417);
        // 48,873 have rows of IPC, but 49 codes are cut off (G06F/), and 21 publications have no other.
        assertThat(patents).filteredOn(p -> !p.ipc().isEmpty()).hasSize(48_873 - 21);
        assertThat(rows(Quality.class))
                .filteredOn(q -> q.check().equals("ipc_malformed"))
                .extracting(Quality::value)
                .containsExactly(49.0);
        // 49,405 have rows of applicants, but of 42 the only name is empty.
        assertThat(patents).filteredOn(p -> !p.applicants().isEmpty()).hasSize(49_405 - 42);
        assertThat(patents).filteredOn(p -> !p.inventors().isEmpty()).hasSize(25_761);
        assertThat(rows(Family.class))
                .allSatisfy(f -> assertThat(f.priorityYear()).isNull());
        assertThat(rows(Quality.class))
                .filteredOn(q -> q.outcome().equals("WARN"))
                .extracting(Quality::check)
                .contains("without_date", "without_country", "without_abstract", "without_citations");
        assertThat(out).contains("without_date of titles 1.00");
    }
}
