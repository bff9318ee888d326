package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;

/**
 * What a scenario makes of the list.
 *
 * @param name name of the scenario
 * @param counts technologies at each level, in the order of {@link #LEVELS}
 * @param total technologies in the scenario
 * @param moved names of the technologies whose level differs from the graded list, in the order of their ids
 */
public record Scenario(String name, Map<String, Long> counts, long total, List<String> moved) {
    /** The levels in their order, strictest first. */
    public static final List<String> LEVELS =
            List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED", "UNSCORED", "INSUFFICIENT");

    /** Name of the first scenario: the list as it is. */
    public static final String BASE = "GRADED_LIST";

    /** The list as it is, then the scenarios in the order of their names. */
    static List<Scenario> of(List<Technology> technologies, List<Sensitivity> rows) {
        Map<String, Technology> graded = new TreeMap<>();
        technologies.forEach(technology -> graded.put(technology.technologyId(), technology));
        Map<String, List<Sensitivity>> byName = new TreeMap<>();
        rows.stream()
                .sorted(Comparator.comparing(Sensitivity::technologyId))
                .forEach(row -> byName.computeIfAbsent(row.scenario(), name -> new ArrayList<>())
                        .add(row));
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(new Scenario(
                BASE, counts(graded.values().stream().map(Technology::level).toList()), graded.size(), List.of()));
        byName.forEach((name, members) -> scenarios.add(new Scenario(
                name,
                counts(members.stream().map(Sensitivity::level).toList()),
                members.size(),
                members.stream()
                        .filter(row -> graded.containsKey(row.technologyId()))
                        .filter(row -> !graded.get(row.technologyId()).level().equals(row.level()))
                        .map(row -> graded.get(row.technologyId()).nameEn())
                        .toList())));
        return scenarios;
    }

    private static Map<String, Long> counts(List<String> levels) {
        Map<String, Long> counts = new LinkedHashMap<>();
        LEVELS.forEach(
                level -> counts.put(level, levels.stream().filter(level::equals).count()));
        return counts;
    }
}
