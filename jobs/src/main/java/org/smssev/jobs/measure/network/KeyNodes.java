package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.smssev.common.config.Config;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stats.Criteria;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.Topsis;

/**
 * Chooses key nodes: TOPSIS over the centralities with objective weights, a quota for each community, and beside it the
 * number of centralities by which a node is among the top. PageRank is left out, as it nearly repeats strength.
 */
final class KeyNodes {
    /** Quantile of strength from which participation counts: a weak node spreads over communities by chance. */
    static final double STRONG = 0.8;

    private static final double HIGH = 0.75;
    static final List<String> CRITERIA =
            List.of("strength", "betweenness", "backbone betweenness", "harmonic closeness", "participation");

    /** TOPSIS closeness; null where all centralities are equal. */
    final Double[] topsis;

    /** Rank by TOPSIS from 1; ties by the order of nodes. */
    final int[] rank;

    /** Criteria by which the node is among the top. */
    final int[] votes;

    final int[] communityRank;
    final String[] quadrant;
    final boolean[] isKeyNode;
    final String[] reason;

    /** Weights of the criteria, in their order; they sum to 1, or are all 0. */
    final double[] weights;

    /**
     * Chooses from the measures of a network, whose nodes stand in canonical order.
     *
     * @param growth growth of each node's families per year, for the reason; null where undefined
     */
    KeyNodes(Measures measures, Double[] growth, NetworkConfig settings) {
        int n = measures.nodes();
        double[][] columns = {
            measures.strength,
            Measures.orZero(measures.betweenness, n),
            Measures.orZero(measures.betweennessBackbone, n),
            measures.harmonic,
            strongParticipation(measures)
        };
        double[][] scaled = scaled(columns, n);
        boolean[] benefit = new boolean[columns.length];
        Arrays.fill(benefit, true);
        weights = n == 0 ? new double[columns.length] : weights(scaled, settings.weights());
        double[] closeness = n == 0 ? new double[0] : Topsis.closeness(scaled, weights, benefit);
        topsis = new Double[n];
        Arrays.setAll(topsis, v -> Double.isFinite(closeness[v]) ? closeness[v] : null);
        int[] order = descending(Measures.orZero(topsis));
        rank = ranks(order);
        List<List<String>> top = top(columns, n, settings.keyNodes());
        votes = top.stream().mapToInt(List::size).toArray();
        communityRank = communityRanks(order, measures.community);
        quadrant = quadrants(measures.degree, Measures.orZero(measures.betweenness, n));
        boolean[] byQuota = byQuota(order, measures, settings);
        isKeyNode = byQuota.clone();
        int chosen = 0;
        for (boolean quota : byQuota) {
            chosen += quota ? 1 : 0;
        }
        for (int i = 0; i < n && chosen < settings.keyNodes(); i++) {
            if (!isKeyNode[order[i]] && measures.degree[order[i]] > 0) {
                isKeyNode[order[i]] = true;
                chosen++;
            }
        }
        reason = new String[n];
        Arrays.setAll(reason, v -> reason(v, byQuota[v], measures, growth[v], top.get(v)));
    }

    /** Participation of the nodes in the top fifth by strength, 0 for the others. */
    static double[] strongParticipation(Measures measures) {
        double[] participation = Measures.orZero(measures.participation);
        if (participation.length > 0) {
            double least = Descriptive.quantile(measures.strength, STRONG);
            Arrays.setAll(participation, v -> measures.strength[v] >= least ? participation[v] : 0);
        }
        return participation;
    }

    /** Nodes by falling value, ties in the order of nodes. */
    static int[] descending(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, v -> v);
        Arrays.sort(order, Comparator.comparingDouble(v -> -values[v]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Skewed centralities by their logarithm, in units of their mean, so that a few giants do not flatten the rest. */
    private static double[][] scaled(double[][] columns, int n) {
        double[][] x = new double[n][columns.length];
        for (int j = 0; j < columns.length; j++) {
            double mean = Arrays.stream(columns[j]).average().orElse(0);
            for (int v = 0; v < n; v++) {
                boolean isShare = j == columns.length - 1;
                x[v][j] = isShare ? columns[j][v] : mean > 0 ? Math.log1p(columns[j][v] / mean) : 0;
            }
        }
        boolean[] benefit = new boolean[columns.length];
        Arrays.fill(benefit, true);
        return n == 0 ? x : Criteria.scale(x, benefit);
    }

    private static double[] weights(double[][] scaled, Config.Weights kind) {
        return switch (kind) {
            case ENTROPY -> Criteria.entropyWeights(scaled);
            case CRITIC -> Criteria.criticWeights(scaled);
            case CRITIC_SPEARMAN -> Criteria.criticWeightsByRanks(scaled);
            case EQUAL -> {
                double[] equal = new double[CRITERIA.size()];
                Arrays.fill(equal, 1.0 / equal.length);
                yield equal;
            }
        };
    }

    private static int[] ranks(int[] order) {
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i + 1;
        }
        return rank;
    }

    private static List<List<String>> top(double[][] columns, int n, int count) {
        List<List<String>> top = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            top.add(new ArrayList<>());
        }
        for (int j = 0; j < columns.length; j++) {
            int[] order = descending(columns[j]);
            for (int i = 0; i < Math.min(count, n) && columns[j][order[i]] > 0; i++) {
                top.get(order[i]).add(CRITERIA.get(j));
            }
        }
        return top;
    }

    private static int[] communityRanks(int[] order, int[] community) {
        int[] members = new int[order.length];
        int[] rank = new int[order.length];
        for (int v : order) {
            rank[v] = ++members[community[v]];
        }
        return rank;
    }

    /** The first of each community of two codes or more, larger communities first, within the number of key nodes. */
    private boolean[] byQuota(int[] order, Measures measures, NetworkConfig settings) {
        boolean[] chosen = new boolean[order.length];
        int left = settings.keyNodes();
        int[] byCommunity = Arrays.stream(order)
                .boxed()
                .filter(v -> communityRank[v] <= settings.communityQuota() && measures.degree[v] > 0)
                .sorted(Comparator.<Integer>comparingInt(v -> communityRank[v])
                        .thenComparingInt(v -> measures.community[v]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < byCommunity.length && left > 0; i++, left--) {
            chosen[byCommunity[i]] = true;
        }
        return chosen;
    }

    private static String[] quadrants(int[] degree, double[] betweenness) {
        String[] quadrants = new String[degree.length];
        if (degree.length == 0) {
            return quadrants;
        }
        double highDegree =
                Descriptive.quantile(Arrays.stream(degree).asDoubleStream().toArray(), HIGH);
        double highBetweenness = Descriptive.quantile(betweenness, HIGH);
        for (int v = 0; v < degree.length; v++) {
            boolean hub = degree[v] > 0 && degree[v] >= highDegree;
            boolean broker = betweenness[v] > 0 && betweenness[v] >= highBetweenness;
            quadrants[v] = hub && broker ? "HUB_BROKER" : hub ? "HUB" : broker ? "BROKER" : "PERIPHERY";
        }
        return quadrants;
    }

    private String reason(int v, boolean byQuota, Measures measures, Double growth, List<String> top) {
        String place = String.format(
                Locale.ROOT,
                "rank %d of %d by TOPSIS, %d in community %d",
                rank[v],
                rank.length,
                communityRank[v],
                measures.community[v]);
        String by = top.isEmpty() ? "" : "; among the top by " + String.join(", ", top);
        String code = measures.degree[v] == 0
                ? "ISOLATE"
                : !isKeyNode[v] ? "BELOW_CUT" : byQuota ? "COMMUNITY_QUOTA" : "TOPSIS";
        String rising =
                growth == null ? "" : String.format(Locale.ROOT, "; its families grow by %.1f %% a year", 100 * growth);
        return code + ": " + place + by + rising;
    }
}
