package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.Location;
import org.smssev.common.stats.Severity;
import org.smssev.common.tables.EvaluateTables.Score;

/** Scores of a panel as matrices, one row per expert, NaN where not scored; scores left out do not appear. */
final class Panel {
    private static final int FEWEST_FOR_Z = 5;

    private final List<String> experts;
    private final List<String> items;
    private final double[][] scores;

    private Panel(List<String> experts, List<String> items, double[][] scores) {
        this.experts = experts;
        this.items = items;
        this.scores = scores;
    }

    /** All scores given of dimensions, with one item per round, candidate and dimension. */
    static Panel of(List<Score> given) {
        List<Score> counted = given.stream()
                .filter(score -> !score.excluded() && score.indicator().equals(score.dimension()))
                .toList();
        List<String> experts =
                List.copyOf(new TreeSet<>(counted.stream().map(Score::expertId).toList()));
        List<String> items =
                List.copyOf(new TreeSet<>(counted.stream().map(Panel::item).toList()));
        Map<String, Integer> expertAt = places(experts);
        Map<String, Integer> itemAt = places(items);
        double[][] scores = new double[experts.size()][items.size()];
        for (double[] row : scores) {
            Arrays.fill(row, Double.NaN);
        }
        counted.forEach(score -> scores[expertAt.get(score.expertId())][itemAt.get(item(score))] = score.score());
        return new Panel(experts, items, scores);
    }

    /** Experts with at least one score, sorted; the rows. */
    List<String> experts() {
        return experts;
    }

    /** The scores; not to be changed. */
    double[][] scores() {
        return scores;
    }

    /** The scores of each item, without gaps. */
    List<double[]> columns() {
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int item = i;
            columns.add(Arrays.stream(scores)
                    .mapToDouble(row -> row[item])
                    .filter(y -> !Double.isNaN(y))
                    .toArray());
        }
        return columns;
    }

    /** Number of items. */
    int items() {
        return items.size();
    }

    /** Severity of each expert who can be compared, by id. */
    Map<String, Double> severities() {
        return Severity.byExpert(experts, scores);
    }

    /**
     * Robust z of severities: distance to their median over 1.4826 MAD (or 1.253314 mean absolute deviations where the
     * MAD is 0). Empty below five experts.
     */
    static Map<String, Double> robustZ(Map<String, Double> severities) {
        double[] values =
                severities.values().stream().mapToDouble(Double::doubleValue).toArray();
        Map<String, Double> z = new TreeMap<>();
        if (values.length < FEWEST_FOR_Z) {
            return z;
        }
        double median = Descriptive.median(values);
        double deviation = Arrays.stream(values).map(x -> Math.abs(x - median)).sum() / values.length;
        double mad = Descriptive.mad(values);
        double scale = mad > 0 ? Location.MAD_TO_SD * mad : 1.253314 * deviation;
        severities.forEach((expert, value) -> z.put(expert, scale > 0 ? (value - median) / scale : 0));
        return z;
    }

    /**
     * A complete part: while a score is missing, the row or column with the greatest share of gaps is dropped (columns
     * before rows, later ones before earlier ones at a tie). Keeps far more scores than only experts with complete rows
     * or only candidates that all scored.
     *
     * @return rows of experts, columns of items; both may be empty
     */
    double[][] complete() {
        boolean[] rowIn = new boolean[experts.size()];
        boolean[] columnIn = new boolean[items.size()];
        Arrays.fill(rowIn, true);
        Arrays.fill(columnIn, true);
        while (dropWorst(rowIn, columnIn)) {
            // Each call drops one row or column.
        }
        return IntStream.range(0, rowIn.length)
                .filter(e -> rowIn[e])
                .mapToObj(e -> IntStream.range(0, columnIn.length)
                        .filter(i -> columnIn[i])
                        .mapToDouble(i -> scores[e][i])
                        .toArray())
                .toArray(double[][]::new);
    }

    private boolean dropWorst(boolean[] rowIn, boolean[] columnIn) {
        int[] rowGaps = new int[rowIn.length];
        int[] columnGaps = new int[columnIn.length];
        int rows = 0;
        int columns = 0;
        for (int i = 0; i < columnIn.length; i++) {
            columns += columnIn[i] ? 1 : 0;
        }
        for (int e = 0; e < rowIn.length; e++) {
            rows += rowIn[e] ? 1 : 0;
            for (int i = 0; rowIn[e] && i < columnIn.length; i++) {
                if (columnIn[i] && Double.isNaN(scores[e][i])) {
                    rowGaps[e]++;
                    columnGaps[i]++;
                }
            }
        }
        int column = greatest(columnGaps);
        int row = greatest(rowGaps);
        if (column < 0 || columnGaps[column] == 0) {
            return false;
        }
        boolean dropColumn = (double) columnGaps[column] / rows >= (double) rowGaps[row] / columns;
        if (dropColumn) {
            columnIn[column] = false;
        } else {
            rowIn[row] = false;
        }
        return true;
    }

    private static int greatest(int[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            best = best < 0 || values[i] >= values[best] ? i : best;
        }
        return best;
    }

    /** Mean over the items of the coefficient of variation sd/mean, of items with two scores and a mean above 0. */
    double meanVariation() {
        return Descriptive.mean(columns().stream()
                .filter(column -> column.length > 1 && Descriptive.mean(column) > 0)
                .mapToDouble(column -> Descriptive.sd(column) / Descriptive.mean(column))
                .toArray());
    }

    private static String item(Score score) {
        return score.round() + "\t" + score.candidateId() + "\t" + score.dimension();
    }

    private static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> places = new TreeMap<>();
        names.forEach(name -> places.put(name, places.size()));
        return places;
    }
}
