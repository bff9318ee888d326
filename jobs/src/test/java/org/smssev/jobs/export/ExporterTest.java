package org.smssev.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables.Community;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.export.Exporter.Format;
import org.smssev.jobs.run.RunTables;

class ExporterTest {
    private static final String PERIOD = "2015-2019";

    @TempDir
    private Path folder;

    private static List<IpcNode> nodesOfBothPeriods() {
        List<IpcNode> nodes = new ArrayList<>(SampleNetworks.nodes());
        SampleNetworks.nodes().subList(1, 4).forEach(node -> nodes.add(ofPeriod(node)));
        return nodes;
    }

    /** The same row of another period. */
    private static IpcNode ofPeriod(IpcNode node) {
        List<TableDef.ColumnDef> columns = TableDef.of(IpcNode.class).columns();
        return TableDef.newRow(
                IpcNode.class,
                columns.stream()
                        .map(column -> column.name().equals("period") ? PERIOD : column.value(node))
                        .toArray());
    }

    private RunTables run(List<IpcNode> nodes, List<IpcEdge> edges) {
        Warehouse warehouse = new Warehouse(folder.resolve("warehouse").toString(), new Configuration());
        List<MetaTables.TableVersion> versions = Stream.of(
                        Map.entry("measure.ipc_nodes", warehouse.overwrite(IpcNode.class, nodes)),
                        Map.entry("measure.ipc_edges", warehouse.overwrite(IpcEdge.class, edges)),
                        Map.entry(
                                "measure.communities",
                                warehouse.overwrite(
                                        Community.class,
                                        List.of(
                                                new Community(
                                                        "MAIN_GROUP", "ALL", 1, 0, 3, 9, .1, null, List.of("C22C")),
                                                new Community(
                                                        "MAIN_GROUP", "ALL", 2, 0, 3, 9, .1, null, List.of("G06N"))))),
                        Map.entry(
                                "ingest.ipc_codes",
                                warehouse.overwrite(
                                        IpcUse.class,
                                        List.of(new IpcUse("C22C", "SUBCLASS", 3, null, null, null, "ALLOYS")))))
                .map(entry -> new MetaTables.TableVersion(entry.getKey(), entry.getValue()))
                .toList();
        return new RunTables(
                warehouse,
                new MetaTables.Run(
                        "run-1",
                        "PUBLISHED",
                        "2026-01",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "code",
                        null,
                        versions,
                        List.of(
                                new MetaTables.Setting("network.counting", "NEWMAN"),
                                new MetaTables.Setting("network.resolution", "1.0")),
                        "smssev.yaml",
                        null,
                        null));
    }

    @Test
    void everyPeriodHasThePlacesOfAllYearsWithTitlesAndCommunities() throws IOException {
        RunTables run = run(nodesOfBothPeriods(), SampleNetworks.edges());
        Exporter.Written written =
                new Exporter(run, Format.CSV, List.of(IpcNode.class), false, 2).to(folder.resolve("out"), false);
        assertThat(written.files())
                .containsExactly(
                        "network-MAIN_GROUP-2015-2019-edges.csv",
                        "network-MAIN_GROUP-2015-2019-nodes.csv",
                        "network-MAIN_GROUP-ALL-edges.csv",
                        "network-MAIN_GROUP-ALL-nodes.csv",
                        "tables/export.places.csv",
                        "tables/measure.ipc_nodes.csv");
        assertThat(written.notes())
                .containsExactly(
                        "MAIN_GROUP: the strongest 2 codes have a computed layout. The other 3 are placed between their"
                                + " neighbours or on the rim; see the column placed_by.");
        List<String> places = Files.readAllLines(folder.resolve("out/tables/export.places.csv"));
        Map<String, String> ofPeriod = places(places, PERIOD);
        assertThat(ofPeriod)
                .hasSize(3)
                .isEqualTo(places(places, "ALL").entrySet().stream()
                        .filter(entry -> ofPeriod.containsKey(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(ofPeriod.get("C22C")).startsWith("ALLOYS,");
        assertThat(Files.readAllLines(folder.resolve("out/network-MAIN_GROUP-ALL-nodes.csv")))
                .filteredOn(line -> line.startsWith("C22C,"))
                .singleElement()
                .asString()
                .contains(",ALLOYS,C22C,");
    }

    /** What stands after the code, by code. */
    private static Map<String, String> places(List<String> lines, String period) {
        return lines.stream()
                .map(line -> line.split(",", 4))
                .filter(cells -> cells[1].equals(period))
                .collect(Collectors.toMap(cells -> cells[2], cells -> cells[3]));
    }

    @Test
    void runWithoutNetworkIsToldAndNothingIsLeft() throws IOException {
        RunTables run = run(List.of(), List.of());
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> new Exporter(run, Format.GEXF, List.of(), false).to(out, false))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no network")
                .hasMessageContaining("network.min-families");
        try (var left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void edgeToACodeThatIsNoNodeIsToldWithItsCode() {
        RunTables run = run(SampleNetworks.nodes().subList(0, 2), SampleNetworks.edges());
        assertThatThrownBy(() -> new Exporter(run, Format.PAJEK, List.of(), false).to(folder.resolve("out"), false))
                .hasMessageContaining("G06N 3/08");
    }
}
