package org.smssev.jobs.measure.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.measure.Lists;

class PageRankTest {
    private static final double[] GOLDEN = {
        0.359062025376804, 0.1887459390983947, 0.37990287889829527, 0.03614457831325302, 0.03614457831325302
    };

    private static Lists graph(int nodes, long... pairs) {
        return Lists.ofPairs(nodes, pairs);
    }

    private static long pair(int citing, int cited) {
        return (long) citing << 32 | cited;
    }

    /** python-igraph 0.11.8: Graph(5, [(0,1),(0,2),(1,2),(2,0),(3,2)], directed=True).pagerank(damping=0.85). */
    @Test
    void smallNetworkHasTheFiguresOfIgraph() {
        Lists cited = graph(5, pair(0, 1), pair(0, 2), pair(1, 2), pair(2, 0), pair(3, 2));
        double[] rank = PageRank.of(cited, cited.inverse(5), .85);
        assertThat(rank).containsExactly(GOLDEN, within(1e-9));
        assertThat(Arrays.stream(rank).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void randomNetworksAgreeWithJGraphT() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(40);
            TreeSet<Long> pairs = new TreeSet<>();
            Graph<Integer, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
            for (int v = 0; v < n; v++) {
                graph.addVertex(v);
            }
            for (int e = 0; e < random.nextInt(3 * n); e++) {
                int a = random.nextInt(n);
                int b = random.nextInt(n);
                if (a != b && pairs.add(pair(a, b))) {
                    graph.addEdge(a, b);
                }
            }
            Lists cited = graph(n, pairs.stream().mapToLong(Long::longValue).toArray());
            double[] rank = PageRank.of(cited, cited.inverse(n), .85);
            Map<Integer, Double> expected =
                    new org.jgrapht.alg.scoring.PageRank<>(graph, .85, 1_000, 1e-14).getScores();
            for (int v = 0; v < n; v++) {
                assertThat(rank[v]).as("node %d, seed %d", v, seed).isCloseTo(expected.get(v), within(1e-9));
            }
        }
    }
}
