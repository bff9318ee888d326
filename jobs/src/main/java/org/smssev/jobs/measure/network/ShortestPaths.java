package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Measures over weighted shortest paths, where an edge of weight w is 1/w long: betweenness, harmonic and plain
 * closeness, by the algorithm of Brandes (2001) from every source. Where the sources are a sample, betweenness is
 * estimated within their bound, and closeness from the distances to the sources alone (Eppstein and Wang 2004).
 */
final class ShortestPaths {
    /** Path lengths that differ by less, relatively, are equal: floating sums of other edges in another order. */
    private static final double TOLERANCE = 1e-9;

    /** Sums for each node: of dependencies, of 1/distance, of distance, and of nodes reached. */
    private static final int WIDTH = 4;

    private final double[] betweenness;
    private final double[] harmonic;
    private final Double[] closeness;

    private ShortestPaths(double[] betweenness, double[] harmonic, Double[] closeness) {
        this.betweenness = betweenness;
        this.harmonic = harmonic;
        this.closeness = closeness;
    }

    /** Betweenness of each node: sum over unordered pairs of others of the share of shortest paths through it. */
    double[] betweenness() {
        return betweenness;
    }

    /** Harmonic closeness of each node: mean over all others of 1/distance, where 1/infinity is 0. */
    double[] harmonic() {
        return harmonic;
    }

    /**
     * Closeness of each node by Wasserman and Faust (1994): {@code ((r-1)/(n-1)) (r-1) / sum of the distances to the r-1
     * others of its component}; 0 for isolates. Null where a sample has no source that reaches the node.
     */
    Double[] closeness() {
        return closeness;
    }

    /** Computes all from all nodes; O(nm + n^2 log n) time at most, less where most edges are long detours. */
    static ShortestPaths of(CsrGraph graph) {
        return of(graph, Sources.all(graph.nodes()));
    }

    /** Computes all from the sources. */
    static ShortestPaths of(CsrGraph graph, Sources sources) {
        int n = graph.nodes();
        int[] first = new int[n + 1];
        int[] target = new int[2 * graph.edges()];
        double[] length = new double[target.length];
        for (int v = 0; v < n; v++) {
            first[v] = graph.first(v);
            sortRow(graph, v, target, length);
        }
        first[n] = target.length;
        int[] component = componentSizes(graph);
        double[] sums = SourceBlocks.sum(
                sources.nodes(), WIDTH * n, () -> new Search(first, target, length, sources, component));
        double[] betweenness = new double[n];
        double[] harmonic = new double[n];
        Double[] closeness = new Double[n];
        for (int v = 0; v < n; v++) {
            betweenness[v] = sums[v] * sources.scale() / 2;
            int others = sources.nodes().length - (sources.holds(v) ? 1 : 0);
            harmonic[v] = others == 0 ? 0 : sums[n + v] / others;
            double reached = sums[3 * n + v];
            double r = component[v];
            if (reached > 0) {
                closeness[v] = (r - 1) / (n - 1) * (reached / sums[2 * n + v]);
            } else if (r == 1) {
                closeness[v] = 0.0;
            }
        }
        return new ShortestPaths(betweenness, harmonic, closeness);
    }

    /** Nodes of the component of each node. */
    private static int[] componentSizes(CsrGraph graph) {
        int[] component = Groups.components(graph);
        int[] size = new int[graph.nodes()];
        for (int c : component) {
            size[c]++;
        }
        return Arrays.stream(component).map(c -> size[c]).toArray();
    }

    /** Divides sums over unordered pairs by their greatest value, (n-1)(n-2)/2; null where n is less than 3. */
    static double[] normalise(double[] betweenness) {
        int n = betweenness.length;
        return n < 3
                ? null
                : Arrays.stream(betweenness)
                        .map(b -> 2 * b / ((n - 1.0) * (n - 2.0)))
                        .toArray();
    }

    /** Short edges first, equal ones by neighbour: the search may then stop at the first that is too long. */
    private static void sortRow(CsrGraph graph, int v, int[] target, double[] length) {
        int from = graph.first(v);
        Integer[] order = new Integer[graph.degree(v)];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, Comparator.comparingDouble(at -> -graph.weight(at)));
        for (int i = 0; i < order.length; i++) {
            target[from + i] = graph.neighbour(order[i]);
            length[from + i] = 1 / graph.weight(order[i]);
        }
    }

    /** Work space of the search from one source after another. */
    private static final class Search implements SourceBlocks.FromSource {
        private final int[] first;
        private final int[] target;
        private final double[] length;
        private final boolean exact;
        private final int[] component;
        private final double[] distance;
        private final double[] paths;
        private final double[] dependency;
        private final int[] settled;
        private final int[] settledAt;
        private final int[] firstPredecessor;
        private final IndexedHeap heap;
        private int[] predecessors = new int[64];

        Search(int[] first, int[] target, double[] length, Sources sources, int[] component) {
            int n = first.length - 1;
            this.first = first;
            this.target = target;
            this.length = length;
            this.exact = sources.isExact();
            this.component = component;
            this.distance = new double[n];
            this.paths = new double[n];
            this.dependency = new double[n];
            this.settled = new int[n];
            this.settledAt = new int[n];
            this.firstPredecessor = new int[n + 1];
            this.heap = new IndexedHeap(distance);
        }

        @Override
        public void add(int source, double[] sums) {
            int reached = settleAll(source);
            countPaths(reached);
            addDistances(source, reached, sums);
            for (int i = reached - 1; i > 0; i--) {
                int w = settled[i];
                double share = (1 + dependency[w]) / paths[w];
                for (int p = firstPredecessor[i]; p < firstPredecessor[i + 1]; p++) {
                    int v = predecessors[p];
                    dependency[v] += paths[v] * share;
                }
                sums[w] += dependency[w];
            }
        }

        /** Distances count for the source itself; of a sample, for the nodes that it reaches, as they go both ways. */
        private void addDistances(int source, int reached, double[] sums) {
            int n = distance.length;
            for (int i = 1; i < reached; i++) {
                int v = exact ? source : settled[i];
                double d = distance[settled[i]];
                sums[n + v] += 1 / d;
                sums[2 * n + v] += d;
                sums[3 * n + v]++;
            }
        }

        /** Dijkstra's algorithm; gives the number of nodes reached, which stand in {@code settled} by distance. */
        private int settleAll(int source) {
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            Arrays.fill(settledAt, Integer.MAX_VALUE);
            Arrays.fill(dependency, 0);
            distance[source] = 0;
            heap.decrease(source);
            int reached = 0;
            double farthest = Double.POSITIVE_INFINITY;
            while (!heap.isEmpty()) {
                int v = heap.removeLeast();
                settledAt[v] = reached;
                settled[reached++] = v;
                double dv = distance[v];
                for (int at = first[v]; at < first[v + 1]; at++) {
                    double through = dv + length[at];
                    if (through >= farthest) {
                        break; // no node is that far away, and the edges that follow are longer still
                    }
                    int w = target[at];
                    if (through < distance[w]) {
                        distance[w] = through;
                        heap.decrease(w);
                    }
                }
                if ((reached & (reached - 1)) == 0) {
                    farthest = farthest(component[source]);
                }
            }
            return reached;
        }

        /** The greatest distance found so far; infinite until each node of the component has one. */
        private double farthest(int nodes) {
            double farthest = 0;
            int known = 0;
            for (double d : distance) {
                if (d < Double.POSITIVE_INFINITY) {
                    farthest = Math.max(farthest, d);
                    known++;
                }
            }
            return known == nodes ? farthest : Double.POSITIVE_INFINITY;
        }

        /** Finds, from the final distances, the predecessors of each node and its number of shortest paths. */
        private void countPaths(int reached) {
            paths[settled[0]] = 1;
            int count = 0;
            firstPredecessor[0] = 0;
            for (int i = 1; i < reached; i++) {
                int w = settled[i];
                firstPredecessor[i] = count;
                double limit = distance[w] * (1 + TOLERANCE);
                double sum = 0;
                for (int at = first[w]; at < first[w + 1] && length[at] <= limit; at++) {
                    int v = target[at];
                    if (distance[v] + length[at] <= limit && settledAt[v] < i) {
                        sum += paths[v];
                        if (count == predecessors.length) {
                            predecessors = Arrays.copyOf(predecessors, 2 * count);
                        }
                        predecessors[count++] = v;
                    }
                }
                paths[w] = sum;
            }
            firstPredecessor[reached] = count;
        }
    }
}
