package org.smssev.jobs.measure.network;

/** The disparity filter of Serrano, Boguna and Vespignani (2009). */
final class Disparity {
    private Disparity() {}

    /**
     * Significance of each edge, 0 to 1: the smaller, over both ends, of {@code (1 - weight/strength)^(degree - 1)}, the
     * chance of so great a share if the end spread its strength at random. An end of degree 1 gives 1.
     *
     * @return one value for each edge, in the order given to {@link CsrGraph#of}
     */
    static double[] alphas(CsrGraph graph) {
        double[] alphas = new double[graph.edges()];
        for (int v = 0; v < graph.nodes(); v++) {
            double strength = graph.strength(v);
            int degree = graph.degree(v);
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                double share = Math.min(1, graph.weight(at) / strength);
                double alpha = degree < 2 ? 1 : Math.pow(1 - share, degree - 1.0);
                int edge = graph.edge(at);
                boolean seenFromLesserEnd = graph.neighbour(at) < v;
                alphas[edge] = seenFromLesserEnd ? Math.min(alphas[edge], alpha) : alpha;
            }
        }
        return alphas;
    }

    /** Edges whose significance is below the level. */
    static boolean[] backbone(double[] alphas, double level) {
        boolean[] backbone = new boolean[alphas.length];
        for (int e = 0; e < alphas.length; e++) {
            backbone[e] = alphas[e] < level;
        }
        return backbone;
    }
}
