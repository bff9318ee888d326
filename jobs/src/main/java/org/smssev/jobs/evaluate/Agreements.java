package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * Agreement per round and dimension, over all experts and by sector. W and the intraclass correlations rest on a
 * complete part of the scores ({@link Panel#complete}), cv on all. Below five experts the status is LOW_N.
 */
final class Agreements {
    private static final int FEWEST_EXPERTS = 5;

    private Agreements() {}

    /**
     * The rows.
     *
     * @param sectorOf sector by expert; experts without one count in ALL only
     */
    static List<Agreement> of(List<Score> scores, Map<String, String> sectorOf) {
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

    private static List<Agreement> group(int round, String dimension, String sector, List<Score> scores) {
        Panel panel = Panel.of(scores);
        double[][] complete = panel.complete();
        int experts = complete.length;
        int candidates = experts == 0 ? 0 : complete[0].length;
        KendallW kendall = KendallW.of(complete);
        Icc icc = Icc.of(transposed(complete, candidates));
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("kendall_w", kendall.w());
        values.put("chi2", kendall.chi2());
        values.put("p_chi2", kendall.p());
        values.put("p_permutation", kendall.pPermutation());
        values.put("icc_1_1", icc.icc11());
        values.put("icc_2_1", icc.icc21());
        values.put("icc_2_k", icc.icc2k());
        values.put("icc_3_1", icc.icc31());
        values.put("icc_3_k", icc.icc3k());
        values.put("cronbach_alpha", icc.alpha());
        List<Agreement> rows = new ArrayList<>();
        values.forEach(
                (measure, value) -> rows.add(row(round, dimension, sector, measure, value, experts, candidates)));
        int all = panel.experts().size();
        rows.add(row(round, dimension, sector, "cv", panel.meanVariation(), all, panel.items()));
        return rows;
    }

    private static Agreement row(
            int round, String dimension, String sector, String measure, double value, int experts, int candidates) {
        boolean isDefined = Double.isFinite(value);
        String status = !isDefined ? "UNDEFINED" : experts < FEWEST_EXPERTS ? "LOW_N" : "OK";
        return new Agreement(round, dimension, sector, measure, isDefined ? value : null, experts, candidates, status);
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
