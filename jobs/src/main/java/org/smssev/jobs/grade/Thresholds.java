package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Threshold;

/** The thresholds with the scores around them. */
final class Thresholds {
    private Thresholds() {}

    /**
     * A row for each threshold. What a veto keeps off the list does not move with a threshold.
     *
     * @param technologies the graded list
     */
    static List<Threshold> of(Levels levels, List<Technology> technologies) {
        List<Technology> scored =
                technologies.stream().filter(row -> row.score() != null).toList();
        double[] scores = scored.stream()
                .mapToDouble(Technology::score)
                .distinct()
                .sorted()
                .toArray();
        List<Threshold> rows = new ArrayList<>();
        for (int place = 0; place < Levels.NOT_LISTED; place++) {
            double cut = levels.cuts()[place];
            double lower = Levels.rounded(cut - Scenarios.SHIFT);
            double upper = Levels.rounded(cut + Scenarios.SHIFT);
            String level = Levels.NAMES.get(place);
            double[] above = Arrays.stream(scores).filter(score -> score >= cut).toArray();
            double[] below = Arrays.stream(scores).filter(score -> score < cut).toArray();
            double[] widest = widest(scores, lower, upper);
            rows.add(new Threshold(
                    level,
                    cut,
                    above.length == 0 ? null : above[0],
                    below.length == 0 ? null : below[below.length - 1],
                    ids(scored.stream()
                            .filter(row -> row.score() >= lower && row.score() < cut)
                            .filter(row -> !row.reasonCode().equals(Reason.VETO))
                            .toList()),
                    ids(scored.stream()
                            .filter(row -> row.level().equals(level) && row.score() < upper)
                            .toList()),
                    widest == null ? null : Levels.rounded(widest[0]),
                    widest == null ? null : Levels.rounded(widest[1])));
        }
        return rows;
    }

    /** Middle and width of the widest gap whose middle is within the bounds; the lower one at a tie. */
    private static double[] widest(double[] scores, double lower, double upper) {
        double[] widest = null;
        for (int i = 1; i < scores.length; i++) {
            double middle = (scores[i - 1] + scores[i]) / 2;
            double gap = scores[i] - scores[i - 1];
            if (middle >= lower && middle <= upper && (widest == null || gap > widest[1])) {
                widest = new double[] {middle, gap};
            }
        }
        return widest;
    }

    private static List<String> ids(List<Technology> rows) {
        return rows.stream().map(Technology::technologyId).sorted().toList();
    }
}
