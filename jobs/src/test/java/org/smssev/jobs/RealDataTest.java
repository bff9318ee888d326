package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GapTables.Gap;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MetaTables.Quality;
import org.smssev.common.tables.ScopeTables.Coverage;
import org.smssev.common.tables.ScopeTables.Scope;
import org.smssev.common.tables.SurveyTables.Match;
import org.smssev.jobs.cli.CommandLineApp;
import org.smssev.jobs.testing.RealData;

/** The configurations for real data, against counts made apart with a script; docs/real-data.md says where it is from. */
class RealDataTest {
    private static final Path CONFIGURATIONS = Path.of("src", "test", "resources", "real-data");

    @TempDir
    private Path warehouse;

    private String run(String conf, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--config",
                CONFIGURATIONS.resolve(conf).toString(),
                "--master",
                "local[2]",
                "--warehouse",
                warehouse.toString()));
        Path ipc = RealData.folder("ipc");
        args.addAll(List.of("-D", "ingest.ipc-inventory=" + ipc.resolve("inventory-2025-01-01.csv.gz")));
        args.addAll(List.of("-D", "ingest.ipc-titles={en: " + ipc.resolve("titles.tsv.gz") + "}"));
        args.addAll(List.of(more));
        int exit =
                CommandLineApp.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
        assertThat(exit).as("exit; %s%s", out, err).isZero();
        return out.toString();
    }

    /**
     * The figures that real-data/count_tables.py gives, which its head defines, from the tables.
     *
     * <p>What is defined otherwise: a code that is cut off is malformed here and is held against the inventory all the
     * same, so it counts in both figures; symbols are counted in publications that are not withdrawn, which is all; a
     * record with a bad date is rejected.
     */
    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<LedgerEntry> ledger = rows(LedgerEntry.class);
        List<Patent> patents = rows(Patent.class);
        List<IpcUse> symbols = rows(IpcUse.class).stream()
                .filter(u -> u.level().equals("SUBGROUP"))
                .toList();
        int kept = patents.stream().mapToInt(p -> p.ipc().size()).sum();
        int malformed = quality("ipc_malformed");
        int held = 0;
        for (String status : List.of("in_force", "not_in_force", "never_existed", "cut_off", "cpc", "other")) {
            held += quality("ipc_" + status);
        }
        counts.put("records", ledger.stream().mapToInt(e -> (int) e.read()).sum());
        counts.put("publications", patents.size());
        counts.put(
                "bad_dates",
                ledger.stream().mapToInt(e -> (int) e.quarantined()).sum());
        counts.put("ipc_total", held);
        counts.put("ipc_repeats", held - malformed - kept);
        counts.put("ipc_cut_off", quality("ipc_cut_off"));
        counts.put("ipc_other", malformed - quality("ipc_cut_off"));
        counts.put("ipc_in_force", quality("ipc_in_force"));
        counts.put("ipc_not_in_force", quality("ipc_not_in_force"));
        counts.put("ipc_never_existed", quality("ipc_never_existed"));
        counts.put("ipc_symbols", symbols.size());
        counts.put("ipc_ended", count(symbols, u -> u.validTo() != null));
        counts.put("ipc_titled", count(symbols, u -> u.title() != null));
        counts.put("without_ipc", count(patents, p -> p.ipc().isEmpty()));
        counts.put("families", rows(Family.class).size());
        counts.put("with_citations", count(patents, p -> !p.cited().isEmpty()));
        counts.put("citations", patents.stream().mapToInt(p -> p.cited().size()).sum());
        counts.put("applicants", count(patents, p -> !p.applicants().isEmpty()));
        counts.put("inventors", count(patents, p -> !p.inventors().isEmpty()));
        return counts;
    }

    private int quality(String check) {
        return rows(Quality.class).stream()
                .filter(q -> q.check().equals(check))
                .mapToInt(q -> q.value().intValue())
                .sum();
    }

    private static <T> int count(List<T> list, Predicate<T> condition) {
        return (int) list.stream().filter(condition).count();
    }

    private static Map<String, Integer> expected(String set) throws IOException {
        try (InputStream in = RealDataTest.class.getResourceAsStream("/real-data/tables.json")) {
            return new ObjectMapper()
                    .readValue(in, new TypeReference<Map<String, LinkedHashMap<String, Integer>>>() {})
                    .get(set);
        }
    }

    private IpcUse use(String symbol) {
        return rows(IpcUse.class).stream()
                .filter(u -> u.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
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
                "ingest.data-folder=" + RealData.folder("drones"),
                "-D",
                "cluster.k=20",
                "-D",
                "cluster.starts=1",
                "-D",
                "cluster.k-scan=[]");

        assertThat(counts()).isEqualTo(expected("drones"));
        assertThat(rows(Patent.class)).filteredOn(p -> p.priorityDate() == null).isEmpty();
        assertThat(rows(Family.class))
                .filteredOn(f -> Objects.equals(f.priorityYear(), 2015))
                .hasSize(2099);
        assertThat(use("B64C 39/02"))
                .isEqualTo(new IpcUse(
                        "B64C 39/02",
                        "SUBGROUP",
                        989,
                        "IN_FORCE",
                        LocalDate.of(1968, 9, 1),
                        null,
                        "characterised by special use"));
        assertThat(use("B64C 39").title()).isEqualTo("Aircraft not otherwise provided for");
        assertThat(use("B64C").title()).isEqualTo("AEROPLANES; HELICOPTERS");
        assertThat(use("G06F 17/30"))
                .isEqualTo(new IpcUse(
                        "G06F 17/30",
                        "SUBGROUP",
                        207,
                        "NOT_IN_FORCE",
                        LocalDate.of(1995, 1, 1),
                        LocalDate.of(2018, 12, 31),
                        null));

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
        assertThat(out).contains("lens: 100 % of records without an abstract");
        assertThat(Files.readString(warehouse.resolve("report/report.html"))).contains("\"WARN\"");

        realListsFindTheirPatentsAmongTheDrones();
    }

    /** On the same warehouse, so that the patents need not be read again. */
    private void realListsFindTheirPatentsAmongTheDrones() {
        Path lists = RealData.folder("lists");
        String out = run(
                "drones-lists.yaml",
                "-D",
                "ingest.data-folder=" + RealData.folder("drones"),
                "-D",
                "survey.lists=[{id: ccl, path: " + lists.resolve("us-ccl-2020-06-29.tsv.gz")
                        + ", only: {supplement: 1}, take-over: false, controlled: true}, {id: eu, path: "
                        + lists.resolve("eu-dual-use.json.gz")
                        + ", take-over: false, controlled: true}, {id: aspi, path: "
                        + lists.resolve("aspi_critical_technologies.tsv") + "}]",
                "--to",
                "survey");
        assertThat(out).containsPattern("ingest +up to date");
        List<Scope> scopes = rows(Scope.class);
        assertThat(scopes)
                .filteredOn(s -> Objects.equals(s.rank(), 1) && s.method().equals("COSINE"))
                .extracting(s -> s.technologyId() + " " + s.ipc())
                .contains(
                        "radar G01S 13",
                        "telecontrol H04Q 9",
                        "infrared G01J 5",
                        "inertial G01C 21",
                        "batteries H01M 8");
        assertThat(rows(Match.class))
                .filteredOn(m -> m.technologyId().equals("uav") && m.method().equals("RULE"))
                .extracting(Match::familyId)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(900);
        assertThat(rows(Coverage.class))
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.families()).isPositive());
    }

    @Test
    void longTablesAreReadAndWhatTheyLackIsSaid() throws IOException {
        String out = run("dronesr.yaml", "-D", "ingest.data-folder=" + RealData.folder("dronesr"), "--to", "ingest");

        // Of the 48,873 publications with rows of IPC, 21 have none but codes that are cut off (G06F/).
        assertThat(counts()).isEqualTo(expected("dronesr"));
        assertThat(rows(Quality.class))
                .filteredOn(q -> q.check().equals("ipc_malformed"))
                .extracting(Quality::value)
                .containsExactly(49.0);
        assertThat(rows(Family.class))
                .allSatisfy(f -> assertThat(f.priorityYear()).isNull());
        assertThat(rows(Quality.class))
                .filteredOn(q -> q.outcome().equals("WARN"))
                .extracting(Quality::check)
                .contains("without_date", "without_country", "without_abstract", "without_citations");
        assertThat(out).contains("titles: 100 % of records without a priority date and filing date");
    }
}
