package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.smssev.common.config.NetworkConfig;

/**
 * Kernels of the network on one thread, on families drawn with a seed whose codes are as unevenly used as real ones; JGraphT
 * beside them where it has the same measure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(2)
public class GraphBenchmark {
    private static final int FAMILIES = 60_000;
    private static final int MOST_CODES = 60;

    /** Codes. */
    @Param({"400", "1800"})
    public int codes;

    private final List<List<String>> families = new ArrayList<>();
    private CsrGraph graph;
    private SimpleWeightedGraph<Integer, DefaultWeightedEdge> other;

    /** Draws the families and makes the graph of their codes. */
    @Setup
    public void make() {
        Random random = new Random(1);
        for (int f = 0; f < FAMILIES; f++) {
            TreeSet<String> family = new TreeSet<>();
            int n = 1 + random.nextInt(6);
            int field = random.nextInt(20);
            for (int i = 0; i < n; i++) {
                // Three of four codes are of the family's field; low numbers are drawn most.
                int code = (int) Math.pow(codes, random.nextDouble());
                family.add("C" + (random.nextInt(4) == 0 ? code : (code * 20 + field) % codes));
            }
            families.add(List.copyOf(family));
        }
        CodeNetwork network = CodeNetwork.of(counted(), 1);
        graph = network.graph(NetworkConfig.Counting.FULL);
        other = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int v = 0; v < network.codes.length; v++) {
            other.addVertex(v);
        }
        for (int e = 0; e < network.full.length; e++) {
            other.setEdgeWeight(other.addEdge(network.lesser[e], network.greater[e]), 1.0 / network.full[e]);
        }
    }

    private PairBlock counted() {
        PairBlock block = new PairBlock();
        families.forEach(family -> block.add(family, 2020, MOST_CODES));
        return block.done();
    }

    /** Codes and pairs of all families. */
    @Benchmark
    public PairBlock countPairs() {
        return counted();
    }

    /** Weighted betweenness, closeness and harmonic centrality from all nodes. */
    @Benchmark
    public ShortestPaths weightedPaths() {
        return ShortestPaths.of(graph);
    }

    /** Betweenness in hops from all nodes. */
    @Benchmark
    public double[] hopBetweenness() {
        return HopBetweenness.of(graph, Sources.all(graph.nodes()));
    }

    /** JGraphT's weighted betweenness, of the lengths 1/w. */
    @Benchmark
    public double weightedBetweennessOfJGraphT() {
        return sum(new BetweennessCentrality<>(other));
    }

    /** A run of Leiden. */
    @Benchmark
    public int[] leiden() {
        return Communities.leiden(graph, 1, 1);
    }

    private static double sum(BetweennessCentrality<Integer, DefaultWeightedEdge> scores) {
        return Arrays.stream(scores.getScores().values().toArray(Double[]::new))
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
