package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.GradeTables.Scenario;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Transition;

/** How far scenarios are from the graded list. */
final class ScenarioRows {
    private final Map<String, Technology> graded = new TreeMap<>();
    private final Map<String, List<Sensitivity>> byScenario = new LinkedHashMap<>();

    ScenarioRows(List<Technology> technologies, List<Sensitivity> rows) {
        technologies.stream().filter(row -> row.score() != null).forEach(row -> graded.put(row.technologyId(), row));
        rows.forEach(row -> byScenario
                .computeIfAbsent(row.scenario(), name -> new ArrayList<>())
                .add(row));
    }

    /** A row for each scenario. */
    List<Scenario> scenarios() {
        List<Scenario> rows = new ArrayList<>();
        byScenario.forEach((name, own) -> rows.add(scenario(name, own)));
        return rows;
    }

    private Scenario scenario(String name, List<Sensitivity> rows) {
        List<Sensitivity> both =
                rows.stream().filter(row -> row.score() != null).toList();
        double[] base = both.stream()
                .mapToDouble(row -> graded.get(row.technologyId()).score())
                .toArray();
        double[] other = both.stream().mapToDouble(Sensitivity::score).toArray();
        double[] baseRanks = Ranks.averageRanks(base, true);
        double[] otherRanks = Ranks.averageRanks(other, true);
        double rankShift = 0;
        double largest = 0;
        for (int i = 0; i < base.length; i++) {
            rankShift += Math.abs(baseRanks[i] - otherRanks[i]);
            largest = Math.max(largest, Math.abs(base[i] - other[i]));
        }
        boolean isEmpty = both.isEmpty();
        return new Scenario(
                name,
                rows.size(),
                (int) rows.stream().filter(row -> step(row) < 0).count(),
                (int) rows.stream().filter(row -> step(row) > 0).count(),
                isEmpty ? null : rankShift / base.length,
                base.length < 2 ? null : orNull(new KendallsCorrelation().correlation(base, other)),
                jaccard(rows),
                isEmpty ? null : Levels.rounded(largest));
    }

    /** Places by which a technology falls; below 0 where it rises. A score that is lost counts as a fall. */
    private int step(Sensitivity row) {
        String before = graded.get(row.technologyId()).level();
        return place(row.level()) - place(before);
    }

    private static int place(String level) {
        int place = Levels.NAMES.indexOf(level);
        return place < 0 ? Levels.NAMES.size() : place;
    }

    private Double jaccard(List<Sensitivity> rows) {
        int both = 0;
        int either = 0;
        for (Sensitivity row : rows) {
            boolean was = graded.get(row.technologyId()).level().equals("LEVEL_1");
            boolean is = row.level().equals("LEVEL_1");
            both += was && is ? 1 : 0;
            either += was || is ? 1 : 0;
        }
        return either == 0 ? null : (double) both / either;
    }

    /** The transition matrix of each scenario, without its zeros. */
    List<Transition> transitions() {
        List<Transition> rows = new ArrayList<>();
        byScenario.forEach((name, own) -> {
            Map<List<String>, Integer> counts = new LinkedHashMap<>();
            own.forEach(row ->
                    counts.merge(List.of(graded.get(row.technologyId()).level(), row.level()), 1, Integer::sum));
            counts.forEach((levels, n) -> rows.add(new Transition(name, levels.get(0), levels.get(1), n)));
        });
        return rows;
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? Math.max(-1, Math.min(1, value)) : null;
    }
}
