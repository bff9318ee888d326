package org.smssev.jobs.truth;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.io.Sheets;

/**
 * The planted truth beside a generated release.
 *
 * @param names planted technology to its name, normalised
 * @param grades planted technology to its level
 * @param gaps planted technologies in which the focal country lags
 * @param hubs planted hub codes, canonical main groups
 * @param bridges planted bridge codes
 * @param shares planted technology to country to share of families
 * @param rta planted technology to country to revealed technological advantage
 */
record Truth(
        Map<Integer, String> names,
        Map<Integer, String> grades,
        List<Integer> gaps,
        List<String> hubs,
        List<String> bridges,
        Map<Integer, Map<String, Double>> shares,
        Map<Integer, Map<String, Double>> rta) {

    static Truth read(Map<String, Path> files) {
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, String> grades = new TreeMap<>();
        List<Integer> gaps = new java.util.ArrayList<>();
        Sheets.Table technologies = table(files.get("technologies.csv"));
        String role = technologies.header().stream()
                .filter(h -> h.endsWith("role"))
                .findFirst()
                .orElse("role");
        for (Sheets.TableRow row : technologies.rows()) {
            int id = number(row.get("technology_id"));
            names.put(id, normalised(row.get("technology")));
            grades.put(id, level(row.get("grade")));
            if ("gap".equalsIgnoreCase(row.get(role))) {
                gaps.add(id);
            }
        }
        Sheets.Table codes = table(files.get("planted_codes.csv"));
        Map<Integer, Map<String, Double>> shares = new TreeMap<>();
        Map<Integer, Map<String, Double>> rta = new TreeMap<>();
        for (Sheets.TableRow row : table(files.get("country_shares.csv")).rows()) {
            int id = number(row.get("technology_id"));
            // A technology without patents has no shares, and a country without any has no RTA.
            if (row.get("share") != null) {
                shares.computeIfAbsent(id, k -> new HashMap<>())
                        .put(row.get("country"), Double.valueOf(row.get("share")));
            }
            if (row.get("rta") != null) {
                rta.computeIfAbsent(id, k -> new HashMap<>()).put(row.get("country"), Double.valueOf(row.get("rta")));
            }
        }
        return new Truth(names, grades, gaps, codes(codes, "hub"), codes(codes, "bridge"), shares, rta);
    }

    /** One generator numbers its technologies 0, 1, ..., the other T01, T02, ... */
    static int number(String id) {
        return Integer.parseInt(id.replaceAll("\\D", ""));
    }

    private static Sheets.Table table(Path file) {
        return Sheets.table(Sheets.read(file).get(0), file);
    }

    private static List<String> codes(Sheets.Table table, String role) {
        return table.rows().stream()
                .filter(r -> role.equals(r.get("role")))
                .map(r -> r.get("main_group"))
                .map(c -> c.indexOf(' ') > 0 ? c : c.substring(0, 4) + " " + c.substring(4))
                .toList();
    }

    /** Grades A to D of one generator stand for the levels of the other. */
    private static String level(String grade) {
        return Map.of("A", "LEVEL_1", "B", "LEVEL_2", "C", "LEVEL_3", "D", "NOT_LISTED")
                .getOrDefault(grade, grade);
    }

    /** A name without case, punctuation and blanks at its ends. */
    static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
