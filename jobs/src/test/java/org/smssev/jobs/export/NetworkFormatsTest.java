package org.smssev.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format is read back by a reader that is not ours, and holds what went in. */
class NetworkFormatsTest {
    private static final String AS_LINE = "=cmd|' /C calc'!A0 <script>alert(\"x\")</script> & ]]> \ufffd\u202e,; tab";

    private final ExportedNetwork network = SampleNetworks.network();
    private final Map<String, Map<String, String>> nodeData = new HashMap<>();

    @TempDir
    private Path folder;

    private Graph<String, DefaultWeightedEdge> graph() {
        return new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    }

    @Test
    void graphMlIsValidAndReadBackByJGraphT() throws IOException {
        Path file = folder.resolve("network.graphml");
        GraphMl.write(network, file);
        Graph<String, DefaultWeightedEdge> graph = graph();
        GraphMLImporter<String, DefaultWeightedEdge> importer = new GraphMLImporter<>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer(
                (pair, value) -> nodeData.computeIfAbsent(pair.getFirst(), k -> new TreeMap<>())
                        .put(pair.getSecond(), value.getValue()));
        Map<String, String> ofEdges = new TreeMap<>();
        importer.addEdgeAttributeConsumer((pair, value) ->
                ofEdges.put(pair.getSecond() + " " + graph.getEdgeWeight(pair.getFirst()), value.getValue()));
        try (Reader in = Files.newBufferedReader(file)) {
            importer.importGraph(graph, in);
        }
        assertSameGraph(graph, "n");
        Map<String, String> battery = nodeData.get("n3");
        assertThat(battery)
                .containsEntry("label", "H01M 10")
                .containsEntry("label_propagation", "0")
                .containsEntry("title", AS_LINE)
                .containsEntry("strength", "1.0")
                .containsEntry("families", "10")
                .containsEntry("is_key_node", "false")
                .containsEntry("community_codes", "H01M 10")
                .containsEntry("reason", "by \"score\" & <quota>")
                .containsEntry(
                        "x", String.valueOf(1000 * network.places().get(3).x()))
                .doesNotContainKey("betweenness_residual");
        assertThat(nodeData.get("n4")).doesNotContainKey("eigenvector");
        assertThat(ofEdges).containsEntry("full 0.75", "8").containsEntry("in_backbone 0.75", "true");
    }

    @Test
    void gexfIsReadBackByJGraphT() throws IOException {
        Path file = folder.resolve("network.gexf");
        Gexf.write(network, file);
        Graph<String, DefaultWeightedEdge> graph = graph();
        SimpleGEXFImporter<String, DefaultWeightedEdge> importer = new SimpleGEXFImporter<>();
        // Its schema is that of 1.2.
        importer.setSchemaValidation(false);
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer(
                (pair, value) -> nodeData.computeIfAbsent(pair.getFirst(), k -> new TreeMap<>())
                        .put(pair.getSecond(), value.getValue()));
        try (Reader in = Files.newBufferedReader(file)) {
            importer.importGraph(graph, in);
        }
        assertSameGraph(graph, "");
        assertThat(nodeData.get("3"))
                .containsEntry("label", "H01M 10")
                .containsEntry("title", AS_LINE)
                .containsEntry("strength", "1.0")
                .containsEntry("community", "1");
        assertThat(Files.readString(file))
                .contains("<viz:color r=\"51\" g=\"34\" b=\"136\"/>")
                .contains("<viz:position x=\""
                        + PlainText.number(1000 * network.places().get(0).x()) + "\"");
    }

    private void assertSameGraph(Graph<String, DefaultWeightedEdge> graph, String prefix) {
        assertThat(graph.vertexSet()).containsExactly(prefix + 0, prefix + 1, prefix + 2, prefix + 3, prefix + 4);
        Map<String, Double> weights = new TreeMap<>();
        graph.edgeSet()
                .forEach(edge -> weights.put(
                        graph.getEdgeSource(edge) + "-" + graph.getEdgeTarget(edge), graph.getEdgeWeight(edge)));
        assertThat(weights)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        prefix + "0-" + prefix + "1", 1.75,
                        prefix + "0-" + prefix + "2", 1.25,
                        prefix + "1-" + prefix + "2", .75,
                        prefix + "2-" + prefix + "3", 1.0 / 3));
    }

    @Test
    void pajekHasVerticesEdgesPartitionsAndVectorsInOneOrder() throws IOException {
        Pajek.write(network, folder::resolve);
        List<String> net = Files.readAllLines(folder.resolve("network-MAIN_GROUP-ALL.net"));
        assertThat(net.get(1)).isEqualTo("*Vertices 5");
        assertThat(net.get(5)).startsWith("4 \"H01M 10\" ");
        assertThat(net.subList(2, 7)).allMatch(line -> line.matches("\\d+ \"[^\"]+\" [01]\\S* [01]\\S* 0.5"));
        assertThat(net.subList(7, 12)).containsExactly("*Edges", "1 2 1.75", "1 3 1.25", "2 3 0.75", "3 4 " + 1.0 / 3);
        assertThat(Files.readAllLines(folder.resolve("network-MAIN_GROUP-ALL-community.clu")))
                .containsExactly("*Vertices 5", "1", "1", "1", "2", "2001");
        assertThat(Files.readAllLines(folder.resolve("network-MAIN_GROUP-ALL-strength.vec")))
                .containsExactly("*Vertices 5", "3", "2.5", "2", "1", "0");
        assertThat(folder.resolve("network-MAIN_GROUP-ALL-eigenvector.vec"))
                .as("one code has none")
                .doesNotExist();
        List<String> titles = Files.readAllLines(folder.resolve("network-MAIN_GROUP-ALL-titles.nam"));
        assertThat(titles).hasSize(6).first().isEqualTo("\ufeff*Vertices 5");
        assertThat(titles.get(4)).isEqualTo("4 \"H01M 10 " + AS_LINE.replace('"', '\'') + "\"");
    }

    @Test
    void vosViewerJsonKeepsToItsSchema() throws IOException {
        Path file = folder.resolve("network.json");
        new VosViewer(network).writeJson(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        JsonNode items = json.at("/network/items");
        assertThat(items).hasSize(5).allSatisfy(item -> {
            assertThat(item.path("cluster").asInt()).isBetween(1, 1000);
            assertThat(item.path("x").asDouble()).isBetween(0.0, 1.0);
            assertThat(item.path("weights")).isNotEmpty().allMatch(weight -> weight.asDouble() >= 0);
            assertThat(item.path("scores")).isNotEmpty().allMatch(JsonNode::isNumber);
            assertThat(item.path("weights").has("eigenvector")).isFalse();
        });
        JsonNode battery = items.get(3);
        assertThat(battery.path("label").asText()).isEqualTo("H01M 10");
        assertThat(battery.path("description").asText()).doesNotContain("<").contains("H01M 10 =cmd", "&lt;script&gt;");
        assertThat(battery.at("/weights/strength").asDouble()).isEqualTo(1);
        assertThat(battery.at("/scores/betweenness_residual").isMissingNode()).isTrue();
        assertThat(battery.at("/scores/growth").asDouble()).isEqualTo(-.05);
        assertThat(items.get(4).path("cluster").asInt()).isEqualTo(1000);
        Map<String, Double> links = new TreeMap<>();
        json.at("/network/links")
                .forEach(link -> links.put(
                        link.path("source_id").asInt() + "-"
                                + link.path("target_id").asInt(),
                        link.path("strength").asDouble()));
        assertThat(links).isEqualTo(Map.of("1-2", 1.75, "1-3", 1.25, "2-3", .75, "3-4", 1.0 / 3));
        assertThat(json.at("/network/clusters/0/label").asText()).isEqualTo("C01B 32, C22C");
        assertThat(json.at("/config/color_schemes/cluster_colors/0/color").asText())
                .isEqualTo("#332288");
    }

    @Test
    void vosViewerMapAndNetworkFileHaveOneLineEach() throws IOException {
        VosViewer vosViewer = new VosViewer(network);
        vosViewer.writeMap(folder.resolve("map.txt"));
        vosViewer.writeNetwork(folder.resolve("network.txt"));
        List<String[]> map = new ArrayList<>();
        Files.readAllLines(folder.resolve("map.txt")).forEach(line -> map.add(line.split("\t", -1)));
        assertThat(map).hasSize(6).allSatisfy(cells -> assertThat(cells).hasSameSizeAs(map.get(0)));
        assertThat(map.get(0))
                .startsWith("id", "label", "description", "x", "y", "cluster")
                .contains("weight<strength>", "weight<families>", "score<growth>", "score<is_key_node>")
                .doesNotContain("weight<community>", "score<eigenvector>");
        for (String[] cells : map.subList(1, 6)) {
            for (int c = 3; c < cells.length; c++) {
                assertThat(cells[c]).as(map.get(0)[c]).matches("-?[0-9.]+(E-?[0-9]+)?");
            }
        }
        assertThat(map.get(4)[2]).startsWith("\"H01M 10 =cmd").doesNotContain("<script>");
        assertThat(Files.readAllLines(folder.resolve("network.txt")))
                .containsExactly("1\t2\t1.75", "1\t3\t1.25", "2\t3\t0.75", "3\t4\t" + 1.0 / 3);
    }

    @Test
    void csvIsReadBackAndRunsNoFormulaUnlessRaw() throws IOException {
        new CsvTable(false).writeNodes(folder.resolve("nodes.csv"), network);
        new CsvTable(true).writeNodes(folder.resolve("raw.csv"), network);
        new CsvTable(false).writeEdges(folder.resolve("edges.csv"), network);
        List<Map<String, String>> nodes = csv(folder.resolve("nodes.csv"));
        assertThat(nodes).hasSize(5);
        assertThat(nodes.get(3))
                .containsEntry("Id", "H01M 10")
                .containsEntry("title", "'" + SampleNetworks.HOSTILE.replace('\u0000', '\ufffd'))
                .containsEntry("growth", "-0.05");
        assertThat(nodes.get(4).get("eigenvector")).isNull();
        // The reader leaves NUL out.
        assertThat(csv(folder.resolve("raw.csv")).get(3))
                .containsEntry("title", SampleNetworks.HOSTILE.replace("\u0000", ""));
        assertThat(csv(folder.resolve("edges.csv")).get(3))
                .containsEntry("Source", "G06N 3/08")
                .containsEntry("Target", "H01M 10")
                .containsEntry("Weight", String.valueOf(1.0 / 3));
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setLineSeparator("\n");
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxColumns(1_000);
        List<String[]> rows = new CsvParser(settings).parseAll(file.toFile(), "UTF-8");
        List<Map<String, String>> named = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new HashMap<>();
            for (int c = 0; c < row.length; c++) {
                cells.put(rows.get(0)[c], row[c]);
            }
            named.add(cells);
        }
        return named;
    }

    @Test
    void sameNetworkGivesSameBytes() throws IOException {
        for (String name : List.of("a", "b")) {
            ExportedNetwork again = SampleNetworks.network();
            Path own = Files.createDirectory(folder.resolve(name));
            GraphMl.write(again, own.resolve("n.graphml"));
            Gexf.write(again, own.resolve("n.gexf"));
            Pajek.write(again, own::resolve);
            new VosViewer(again).writeJson(own.resolve("n.json"));
            new VosViewer(again).writeMap(own.resolve("map.txt"));
        }
        try (var files = Files.list(folder.resolve("a"))) {
            List<Path> all = files.toList();
            assertThat(all)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(folder.resolve("b").resolve(file.getFileName())));
        }
    }
}
