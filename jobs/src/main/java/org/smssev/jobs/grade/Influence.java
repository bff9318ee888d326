package org.smssev.jobs.grade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.tables.GradeTables.Sensitivity;

/**
 * The expert without whom a score would move most.
 *
 * @param expertId the expert, the first of several
 * @param points the score less the score without the expert
 */
record Influence(String expertId, double points) {
    private static final String SCENARIO = "WITHOUT_";

    /** The largest influence on each technology, by id; none where no expert moves it. */
    static Map<String, Influence> largest(Map<String, Double> scores, List<Sensitivity> rows) {
        Map<String, Influence> largest = new TreeMap<>();
        for (Sensitivity row : rows) {
            if (row.scenario().startsWith(SCENARIO) && row.score() != null) {
                double points = Levels.rounded(scores.get(row.technologyId()) - row.score());
                Influence known = largest.get(row.technologyId());
                if (Math.abs(points) > (known == null ? 0 : Math.abs(known.points()))) {
                    largest.put(row.technologyId(), new Influence(row.scenario().substring(SCENARIO.length()), points));
                }
            }
        }
        return largest;
    }
}
