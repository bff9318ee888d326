package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** The place of a node within and between communities. Source: Guimera and Amaral (2005). */
final class Roles {
    private Roles() {}

    /**
     * Participation coefficient {@code 1 - sum over communities of (strength into it / strength)^2}: 0 where all
     * weight goes into one community. Null for isolates.
     */
    static Double[] participation(CsrGraph graph, int[] community) {
        int n = graph.nodes();
        Double[] participation = new Double[n];
        double[] into = new double[Arrays.stream(community).max().orElse(-1) + 1];
        for (int v = 0; v < n; v++) {
            double strength = graph.strength(v);
            if (strength > 0) {
                Arrays.fill(into, 0);
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    into[community[graph.neighbour(at)]] += graph.weight(at);
                }
                double squares = 0;
                for (double s : into) {
                    squares += (s / strength) * (s / strength);
                }
                participation[v] = 1 - squares;
            }
        }
        return participation;
    }

    /**
     * Within-module z: strength into its own community, less the mean of the community's nodes, in their standard
     * deviations (ddof 0). Null where those do not differ.
     */
    static Double[] withinZ(CsrGraph graph, int[] community) {
        int n = graph.nodes();
        int groups = Arrays.stream(community).max().orElse(-1) + 1;
        double[] within = new double[n];
        double[] mean = new double[groups];
        double[] squares = new double[groups];
        int[] size = new int[groups];
        for (int v = 0; v < n; v++) {
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                within[v] += community[graph.neighbour(at)] == community[v] ? graph.weight(at) : 0;
            }
            mean[community[v]] += within[v];
            size[community[v]]++;
        }
        Arrays.setAll(mean, c -> mean[c] / size[c]);
        for (int v = 0; v < n; v++) {
            double off = within[v] - mean[community[v]];
            squares[community[v]] += off * off;
        }
        Double[] z = new Double[n];
        for (int v = 0; v < n; v++) {
            int c = community[v];
            double sd = Math.sqrt(squares[c] / size[c]);
            // Equal strengths may differ by rounding once their mean is taken.
            z[v] = sd > 1e-12 * Math.abs(mean[c]) ? (Double) ((within[v] - mean[c]) / sd) : null;
        }
        return z;
    }
}
