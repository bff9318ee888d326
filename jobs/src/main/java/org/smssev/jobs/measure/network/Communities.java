package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.smssev.common.stats.PartitionAgreement;

/** Communities by the Leiden algorithm of its authors' library, and their modularity. */
final class Communities {
    private static final int ITERATIONS = 50;

    private Communities() {}

    /**
     * Leiden communities that maximise modularity. The same graph and seed give the same communities.
     *
     * @param resolution above 0; greater gives more, smaller communities
     * @return community of each node, 0 the largest, of equal ones that with the least node first; isolates are alone
     * @see <a href="https://doi.org/10.1038/s41598-019-41695-z">Traag, Waltman and van Eck (2019)</a>
     */
    static int[] leiden(CsrGraph graph, double resolution, long seed) {
        int n = graph.nodes();
        if (graph.edges() == 0) {
            int[] alone = new int[n];
            Arrays.setAll(alone, v -> v);
            return alone;
        }
        long[] first = new long[n + 1];
        int[] neighbours = new int[2 * graph.edges()];
        double[] weights = new double[neighbours.length];
        for (int at = 0; at < neighbours.length; at++) {
            neighbours[at] = graph.neighbour(at);
            weights[at] = graph.weight(at);
        }
        for (int v = 0; v <= n; v++) {
            first[v] = graph.first(v);
        }
        Network network =
                new Network(n, true, first, new LargeIntArray(neighbours), new LargeDoubleArray(weights), false);
        // With strengths as node weights, CPM at resolution/2m is modularity at that resolution.
        double cpmResolution = resolution / (2 * network.getTotalEdgeWeight());
        Clustering clustering = new LeidenAlgorithm(
                        cpmResolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed))
                .findClustering(network);
        return bySize(clustering.getClusters());
    }

    /**
     * How stable each community is: the mean over other partitions of its greatest Jaccard index with one of their groups,
     * 0 to 1 (Hennig 2007; from .75 on stable, below .6 not to be trusted).
     *
     * @return null as a whole without other partitions
     */
    static double[] stability(int[] community, List<int[]> others) {
        if (others.isEmpty()) {
            return null;
        }
        double[] stability = new double[Arrays.stream(community).max().orElse(-1) + 1];
        for (int[] other : others) {
            double[] best = PartitionAgreement.bestJaccards(community, other, stability.length);
            Arrays.setAll(stability, group -> stability[group] + best[group] / others.size());
        }
        return stability;
    }

    /** The same groups, numbered from 0 by falling size, of equal ones that with the least node first. */
    static int[] bySize(int[] group) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] size = new int[groups];
        int[] least = new int[groups];
        for (int v = group.length - 1; v >= 0; v--) {
            size[group[v]]++;
            least[group[v]] = v;
        }
        Integer[] order = new Integer[groups];
        Arrays.setAll(order, g -> g);
        Arrays.sort(order, Comparator.<Integer>comparingInt(g -> -size[g]).thenComparingInt(g -> least[g]));
        int[] number = new int[groups];
        for (int i = 0; i < groups; i++) {
            number[order[i]] = i;
        }
        int[] numbered = new int[group.length];
        Arrays.setAll(numbered, v -> number[group[v]]);
        return numbered;
    }

    /**
     * Share of each community in the modularity {@code Q = sum over communities of (inside/2m - resolution
     * (strength/2m)^2)}, where inside counts each edge from both ends. Zeros where the graph has no edge. Source: Newman
     * and Girvan (2004).
     */
    static double[] modularityParts(CsrGraph graph, int[] community, double resolution) {
        int groups = Arrays.stream(community).max().orElse(-1) + 1;
        double[] inside = new double[groups];
        double[] strength = new double[groups];
        double total = 0;
        for (int v = 0; v < graph.nodes(); v++) {
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                strength[community[v]] += graph.weight(at);
                total += graph.weight(at);
                if (community[graph.neighbour(at)] == community[v]) {
                    inside[community[v]] += graph.weight(at);
                }
            }
        }
        double[] parts = new double[groups];
        for (int g = 0; g < groups && total > 0; g++) {
            parts[g] = inside[g] / total - resolution * (strength[g] / total) * (strength[g] / total);
        }
        return parts;
    }
}
