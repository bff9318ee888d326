package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.testing.RealData;

/** The co-occurrence network of real patents on drones, by subclass, against JGraphT and plain formulas. */
class DroneNetworkTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    /** Subclasses of each publication, which stands for a family. */
    private static Map<String, TreeSet<String>> publications() throws IOException {
        Map<String, TreeSet<String>> codes = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(RealData.folder("dronesr").resolve("ipc.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .forEach(cells -> IpcSymbol.parse(cells[1])
                            .ifPresent(symbol -> codes.computeIfAbsent(cells[0], id -> new TreeSet<>())
                                    .add(symbol.section() + symbol.ipcClass() + symbol.subclass())));
        }
        return codes;
    }

    private static CodeNetwork network(int minFamilies) throws IOException {
        PairBlock block = new PairBlock();
        publications().values().forEach(of -> block.add(new ArrayList<>(of), 0, 100));
        return CodeNetwork.of(block.done(), minFamilies);
    }

    @Test
    void measuresOfTheRealNetworkAreThoseOfTheOracles() throws IOException {
        CodeNetwork network = network(5);
        CsrGraph graph = network.graph(NetworkConfig.Counting.NEWMAN);
        assertThat(network.families).isGreaterThan(48_000);
        assertThat(graph.nodes()).isBetween(300, 650);
        assertThat(graph.edges()).isGreaterThan(5_000);
        CsrGraph backbone =
                graph.withEdges(Disparity.backbone(Disparity.alphas(network.graph(NetworkConfig.Counting.FULL)), .05));
        Measures measures = new Measures(graph, backbone, Communities.leiden(graph, 1, 7));

        PlainFormulas plain = new PlainFormulas(graph);
        assertThat(measures.betweenness).containsExactly(ShortestPaths.normalise(plain.betweenness()), CLOSE);
        same(Measures.orZero(measures.closeness), plain.closeness());
        for (int v = 0; v < graph.nodes(); v += 7) {
            assertThat(measures.constraint[v]).isEqualTo(plain.constraint(v), CLOSE);
            assertThat(measures.effectiveSize[v]).isEqualTo(plain.effectiveSize(v), close(plain.effectiveSize(v)));
            assertThat(measures.participation[v]).isEqualTo(plain.participation(v, measures.community), CLOSE);
        }

        Graph<Integer, DefaultWeightedEdge> lengths = Graphs.jgrapht(graph, true);
        same(measures.harmonic, new HarmonicCentrality<>(lengths, false, true).getScores());
        same(measures.pageRank, new PageRank<>(Graphs.jgrapht(graph, false), .85, 10_000, 1e-14).getScores());
        Graph<Integer, DefaultWeightedEdge> hops = new AsUnweightedGraph<>(Graphs.jgrapht(backbone, true));
        same(HopBetweenness.of(backbone, Sources.all(backbone.nodes())), new BetweennessCentrality<>(hops).getScores());
        Map<Integer, Integer> cores = new Coreness<>(hops).getScores();
        for (int v = 0; v < graph.nodes(); v++) {
            assertThat(measures.core[v]).isEqualTo(cores.get(v));
        }
    }

    @Test
    void strengthByNewmanIsTheNumberOfPublicationsWithAnotherSubclass() throws IOException {
        CodeNetwork network = network(1);
        double[] strength = network.graph(NetworkConfig.Counting.NEWMAN).strengths();
        Map<String, Integer> joined = new TreeMap<>();
        publications().values().stream()
                .filter(codes -> codes.size() > 1)
                .forEach(codes -> codes.forEach(code -> joined.merge(code, 1, Integer::sum)));
        for (int v = 0; v < network.codes.length; v++) {
            assertThat(strength[v]).isEqualTo(joined.getOrDefault(network.codes[v], 0), CLOSE);
        }
        assertThat(network.codes[KeyNodes.descending(strength)[0]])
                .as("aeroplanes; helicopters")
                .isEqualTo("B64C");
    }

    private static void same(double[] ours, Map<Integer, Double> theirs) {
        double[] expected = new double[ours.length];
        theirs.forEach((v, score) -> expected[v] = score);
        same(ours, expected);
    }

    private static void same(double[] ours, double[] expected) {
        assertThat(ours).hasSameSizeAs(expected);
        for (int v = 0; v < ours.length; v++) {
            assertThat(ours[v]).isEqualTo(expected[v], close(expected[v]));
        }
    }

    /** 1e-9, of the value where this is above 1: sums of paths run to thousands. */
    private static Offset<Double> close(double value) {
        return within(1e-9 * Math.max(1, Math.abs(value)));
    }
}
