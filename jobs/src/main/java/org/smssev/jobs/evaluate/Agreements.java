package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * Agreement per round and dimension, over all experts and by sector. W, the intraclass correlations and Cronbach's alpha
 * rest on a complete part of the scores ({@link Panel#complete}), the others on all; the correlations of all scores are
 * those of {@link GappedIcc}. Below five experts the status is
 * LOW_N.
 */
final class Agreements {
    private static final int FEWEST_EXPERTS = 5;
    private static final double POINT = 1 + 1e-9;

    private final Questionnaire asked;
    private final double points;

    /** @param points points of the scale at unit steps */
    Agreements(Questionnaire asked, double points) {
        this.asked = asked;
        this.points = points;
    }

    /**
     * The rows.
     *
     * @param sectorOf sector by expert; experts without one count in ALL only
     */
    List<Agreement> of(List<Score> scores, Map<String, String> sectorOf) {
        Map<String, List<Score>> groups = new TreeMap<>();
        for (Score score : scores) {
            String question = score.round() + "\t" + score.dimension() + "\t";
            groups.computeIfAbsent(question + "ALL", key -> new ArrayList<>()).add(score);
            String sector = sectorOf.get(score.expertId());
            if (sector != null) {
                groups.computeIfAbsent(question + sector, key -> new ArrayList<>())
                        .add(score);
            }
        }
        List<Agreement> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            Score first = group.get(0);
            String sector = key.substring(key.lastIndexOf('\t') + 1);
            rows.addAll(group(first.round(), first.dimension(), sector, group));
        });
        return rows;
    }

    private List<Agreement> group(int round, String dimension, String sector, List<Score> scores) {
        Panel panel = Panel.of(scores);
        double[][] complete = panel.complete();
        int experts = complete.length;
        int candidates = experts == 0 ? 0 : complete[0].length;
        KendallW kendall = KendallW.of(complete);
        double[][] byCandidate = transposed(complete, candidates);
        Icc icc = Icc.of(byCandidate);
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("kendall_w", Estimate.of(kendall.w()));
        values.put("chi2", Estimate.of(kendall.chi2()));
        values.put("p_chi2", Estimate.of(kendall.p()));
        values.put("p_permutation", Estimate.of(kendall.pPermutation()));
        values.put("icc_1_1", icc.icc11());
        values.put("icc_2_1", icc.icc21());
        values.put("icc_2_k", icc.icc2k());
        values.put("icc_3_1", icc.icc31());
        values.put("icc_3_k", icc.icc3k());
        values.put("cronbach_alpha", Estimate.of(Reliability.cronbachAlpha(byCandidate)));
        List<Agreement> rows = new ArrayList<>();
        values.forEach(
                (measure, value) -> rows.add(row(round, dimension, sector, measure, value, experts, candidates)));
        int all = panel.experts().size();
        int items = panel.items();
        List<double[]> columns = panel.columns();
        values.clear();
        values.put("krippendorff", Estimate.of(Reliability.krippendorff(panel.scores())));
        values.put("r_wg", Estimate.of(mean(columns, y -> Reliability.withinGroup(y, points))));
        values.put("cv", Estimate.of(panel.meanVariation()));
        values.put("share_within", Estimate.of(mean(columns, Agreements::within)));
        if (asked.indicators(dimension).size() > 1) {
            double alpha = Reliability.cronbachAlpha(
                    sheets(scores, asked.indicators(dimension).keySet()));
            values.put("cronbach_alpha_indicators", Estimate.of(alpha));
        }
        values.forEach((measure, value) -> rows.add(row(round, dimension, sector, measure, value, all, items)));
        GappedIcc gapped = GappedIcc.of(panel.scores());
        values.clear();
        values.put("icc_2_1_all", Estimate.of(gapped.icc21()));
        values.put("icc_2_k_all", Estimate.of(gapped.icc2k()));
        values.forEach((measure, value) ->
                rows.add(row(round, dimension, sector, measure, value, gapped.experts(), gapped.technologies())));
        return rows;
    }

    /** Mean over the items with two scores or more. */
    private static double mean(List<double[]> columns, ToDoubleFunction<double[]> figure) {
        return Descriptive.mean(columns.stream()
                .filter(column -> column.length > 1)
                .mapToDouble(figure)
                .toArray());
    }

    private static double within(double[] scores) {
        double median = Descriptive.median(scores);
        return Descriptive.mean(Arrays.stream(scores)
                .map(y -> Math.abs(y - median) <= POINT ? 1 : 0)
                .toArray());
    }

    /** The sub-indicators of each expert and candidate for whom all are given. */
    private static double[][] sheets(List<Score> scores, Set<String> indicators) {
        Map<String, Map<String, Double>> bySheet = new TreeMap<>();
        for (Score score : scores) {
            if (!score.excluded() && indicators.contains(score.indicator())) {
                bySheet.computeIfAbsent(score.expertId() + "\t" + score.candidateId(), key -> new TreeMap<>())
                        .put(score.indicator(), score.score());
            }
        }
        return bySheet.values().stream()
                .filter(own -> own.size() == indicators.size())
                .map(own -> own.values().stream().mapToDouble(y -> y).toArray())
                .toArray(double[][]::new);
    }

    private static Agreement row(
            int round, String dimension, String sector, String measure, Estimate figure, int experts, int candidates) {
        boolean isDefined = Double.isFinite(figure.value());
        String status = !isDefined ? "UNDEFINED" : experts < FEWEST_EXPERTS ? "LOW_N" : "OK";
        return new Agreement(
                round,
                dimension,
                sector,
                measure,
                Values.orNull(figure.value()),
                Values.orNull(figure.lo95()),
                Values.orNull(figure.hi95()),
                experts,
                candidates,
                status);
    }

    private static double[][] transposed(double[][] x, int columns) {
        double[][] transposed = new double[columns][x.length];
        for (int e = 0; e < x.length; e++) {
            for (int i = 0; i < columns; i++) {
                transposed[i][e] = x[e][i];
            }
        }
        return transposed;
    }
}
