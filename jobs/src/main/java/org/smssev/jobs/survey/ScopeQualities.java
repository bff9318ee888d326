package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.stats.Wilson;
import org.smssev.common.tables.ScopeTables.ScopeQuality;

/** Precision, recall and F1 of what was found, against labels; over all, by method of the scope and by technology. */
final class ScopeQualities {
    private final Map<String, Map<String, Map<String, long[]>>> counts = new TreeMap<>();

    /** A labelled pair: what it is a pair of (FAMILY or IPC), how its technology was scoped, and whether it was found. */
    void add(String target, String technologyId, String method, boolean isRelevant, boolean isFound) {
        int cell = isRelevant ? isFound ? 0 : 2 : isFound ? 1 : 3;
        count(target, "ALL", "ALL", cell);
        count(target, "METHOD", method, cell);
        count(target, "TECHNOLOGY", technologyId, cell);
    }

    private void count(String target, String kind, String subject, int cell) {
        counts.computeIfAbsent(target, k -> new TreeMap<>())
                .computeIfAbsent(kind, k -> new TreeMap<>())
                .computeIfAbsent(subject, k -> new long[4])[cell]++;
    }

    /** The figures. */
    List<ScopeQuality> rows() {
        List<ScopeQuality> rows = new ArrayList<>();
        counts.forEach((target, kinds) -> kinds.forEach(
                (kind, subjects) -> subjects.forEach((subject, c) -> rows.add(row(target, kind, subject, c)))));
        return rows;
    }

    private static ScopeQuality row(String target, String kind, String subject, long[] c) {
        long found = c[0] + c[1];
        long relevant = c[0] + c[2];
        double[] precision = Wilson.interval((double) c[0], (double) found);
        double[] recall = Wilson.interval((double) c[0], (double) relevant);
        return new ScopeQuality(
                target,
                kind,
                subject,
                c[0],
                c[1],
                c[2],
                c[3],
                found == 0 ? null : (double) c[0] / found,
                found == 0 ? null : precision[0],
                found == 0 ? null : precision[1],
                relevant == 0 ? null : (double) c[0] / relevant,
                relevant == 0 ? null : recall[0],
                relevant == 0 ? null : recall[1],
                found + relevant == 0 ? null : 2.0 * c[0] / (found + relevant),
                found == 0 || relevant == 0 ? "UNDEFINED" : "OK");
    }
}
