package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.tables.GradeTables.CentralWeight;
import org.smssev.common.tables.GradeTables.RankAcceptability;

/**
 * How often each technology has each level and rank when weights, experts or both are drawn (SMAA: Lahdelma and Salminen
 * 2001; Tervonen and Lahdelma 2007). A draw of weights meets the draws of experts in turn. Ties share their ranks, and
 * several firsts share the draw. Cuts by quantile are taken anew in each draw. The error of drawing is sqrt(p (1 - p) / n), n the draws of experts where these are
 * drawn, as the same experts come back with other weights, else the draws of weights.
 */
final class Acceptability {
    private static final double NANO = 1e9;
    private static final int MOST = 1 << 16;

    private final Aggregation aggregation;
    private final List<Double> shares;
    private final Verdict verdict;
    private final ExpertDraws experts;
    private final double[][] ratings;
    private final double[][] weights;
    private final int technologies;
    private final long[] defined;
    private final long[][] levels;
    private final double[][] ranks;
    private final double[] firsts;
    private final double[][] firstWeights;

    /**
     * Draws.
     *
     * @param ratings ratings in use, by technology and dimension
     * @param experts draws of experts, used where the settings say so and there are any
     * @param weightsInUse weight of each dimension
     */
    Acceptability(
            GradeConfig settings, Verdict verdict, double[][] ratings, ExpertDraws experts, double[] weightsInUse) {
        aggregation = settings.aggregation();
        shares = settings.quantiles();
        this.verdict = verdict;
        this.ratings = ratings;
        this.experts = settings.smaa().experts() ? experts : new ExpertDraws(new double[0][][], 0);
        technologies = ratings.length;
        if (technologies > MOST) {
            throw new IllegalArgumentException(technologies + " technologies, but ranks are drawn for " + MOST);
        }
        defined = new long[technologies];
        levels = new long[technologies][Levels.NAMES.size()];
        ranks = new double[technologies][technologies];
        firsts = new double[technologies];
        firstWeights = new double[technologies][weightsInUse.length];
        weights = WeightDraws.of(settings.smaa(), weightsInUse, settings.seed());
        for (int n = 0; n < weights.length; n++) {
            draw(n);
        }
    }

    private double[] ratings(int technology, int draw) {
        return experts.draws() == 0 ? ratings[technology] : experts.ratings()[technology][draw % experts.draws()];
    }

    private void draw(int n) {
        long[] order = new long[technologies];
        boolean[] isVetoed = new boolean[technologies];
        int count = 0;
        for (int t = 0; t < technologies; t++) {
            double[] own = ratings(t, n);
            double score = Aggregate.score(aggregation, own, weights[n]);
            if (!Double.isNaN(score)) {
                isVetoed[t] = verdict.vetoed(own) >= 0;
                // Score and place in one number, so that plain sorting ranks them, the highest score first.
                order[count++] = -Math.round(score * NANO) * MOST + t;
            }
        }
        Arrays.sort(order, 0, count);
        long[] cuts = cuts(order, count);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && nanos(order[to]) == nanos(order[from])) {
                to++;
            }
            count(Arrays.copyOfRange(order, from, to), from, place(nanos(order[from]), cuts), isVetoed, weights[n]);
            from = to;
        }
    }

    /** Counts technologies of one score: their level, and the ranks that they share. */
    private void count(long[] tied, int firstRank, int place, boolean[] isVetoed, double[] drawn) {
        double share = 1.0 / tied.length;
        for (long each : tied) {
            int t = (int) Math.floorMod(each, (long) MOST);
            defined[t]++;
            levels[t][isVetoed[t] ? Levels.NOT_LISTED : place]++;
            for (int i = 0; i < tied.length; i++) {
                ranks[t][firstRank + i] += share;
            }
            if (firstRank == 0) {
                firsts[t] += share;
                for (int d = 0; d < drawn.length; d++) {
                    firstWeights[t][d] += share * drawn[d];
                }
            }
        }
    }

    private static long nanos(long ordered) {
        return -Math.floorDiv(ordered, (long) MOST);
    }

    /** The thresholds; cuts by quantile are taken anew from the scores of the draw. */
    private long[] cuts(long[] order, int count) {
        Levels drawn = verdict.levels();
        if (!shares.isEmpty() && count > 0) {
            double[] rising = new double[count];
            Arrays.setAll(rising, i -> nanos(order[count - 1 - i]) / NANO);
            drawn = Levels.ofShares(shares, rising);
        }
        return Arrays.stream(drawn.cuts())
                .mapToLong(cut -> Math.round(cut * NANO))
                .toArray();
    }

    private static int place(long nanos, long[] cuts) {
        int place = 0;
        while (place < cuts.length && nanos < cuts[place]) {
            place++;
        }
        return place;
    }

    /** Share of the draws in which a technology has each level, in the order of {@link Levels#NAMES}. */
    double[] levelShares(int technology) {
        return Arrays.stream(levels[technology])
                .mapToDouble(count -> (double) count / defined[technology])
                .toArray();
    }

    /** The standard error of a share. */
    double error(double share) {
        int n = experts.draws() == 0 ? weights.length : Math.min(experts.draws(), weights.length);
        return Math.sqrt(Math.max(0, share * (1 - share)) / n);
    }

    /** The ranks of a technology that occur. */
    List<RankAcceptability> ranks(int technology, String id) {
        List<RankAcceptability> rows = new ArrayList<>();
        for (int rank = 0; rank < technologies; rank++) {
            if (ranks[technology][rank] > 0) {
                double share = Math.min(1, ranks[technology][rank] / defined[technology]);
                rows.add(new RankAcceptability(id, rank + 1, share, error(share)));
            }
        }
        return rows;
    }

    /** The central weights of a technology; no rows where it is never first. */
    List<CentralWeight> centralWeights(int technology, String id, String[] dimensions) {
        List<CentralWeight> rows = new ArrayList<>();
        if (firsts[technology] > 0) {
            double[] central = Arrays.stream(firstWeights[technology])
                    .map(sum -> Math.min(1, sum / firsts[technology]))
                    .toArray();
            double confidence = confidence(technology, central);
            double share = Math.min(1, firsts[technology] / defined[technology]);
            for (int d = 0; d < dimensions.length; d++) {
                rows.add(new CentralWeight(id, dimensions[d], central[d], share, confidence));
            }
        }
        return rows;
    }

    /** Share of the draws of experts in which a technology is first under given weights; several firsts share a draw. */
    private double confidence(int technology, double[] central) {
        int draws = Math.max(1, experts.draws());
        double share = 0;
        for (int n = 0; n < draws; n++) {
            long own = score(technology, n, central);
            int ties = own == Long.MIN_VALUE ? 0 : 1;
            for (int t = 0; t < technologies && ties > 0; t++) {
                long other = t == technology ? Long.MIN_VALUE : score(t, n, central);
                ties = other > own ? 0 : other == own ? ties + 1 : ties;
            }
            share += ties == 0 ? 0 : 1.0 / ties;
        }
        return Math.min(1, share / draws);
    }

    private long score(int technology, int draw, double[] with) {
        double score = Aggregate.score(aggregation, ratings(technology, draw), with);
        return Double.isNaN(score) ? Long.MIN_VALUE : Math.round(score * NANO);
    }
}
