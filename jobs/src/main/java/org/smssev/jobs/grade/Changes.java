package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Technology;

/** What moved between two graded lists; what did not move has no row. */
final class Changes {
    /** From the lowest to the highest. */
    private static final List<String> ORDER =
            List.of("UNSCORED", "INSUFFICIENT", "NOT_LISTED", "LEVEL_3", "LEVEL_2", "LEVEL_1");

    private Changes() {}

    static List<Change> of(List<Technology> before, List<Technology> now) {
        Map<String, Technology> old = byId(before);
        Map<String, Technology> current = byId(now);
        TreeSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(current.keySet());
        List<Change> rows = new ArrayList<>();
        for (String id : ids) {
            Technology a = old.get(id);
            Technology b = current.get(id);
            String change = change(a, b);
            if (change != null) {
                rows.add(new Change(
                        id,
                        change,
                        a == null ? null : a.level(),
                        b == null ? null : b.level(),
                        a == null ? null : a.score(),
                        b == null ? null : b.score()));
            }
        }
        return rows;
    }

    private static String change(Technology before, Technology now) {
        if (before == null) {
            return "ENTERED";
        }
        if (now == null) {
            return "LEFT";
        }
        int step = Integer.compare(ORDER.indexOf(now.level()), ORDER.indexOf(before.level()));
        if (step != 0) {
            return step > 0 ? "RAISED" : "LOWERED";
        }
        return Objects.equals(before.score(), now.score()) ? null : "SCORE_ONLY";
    }

    private static Map<String, Technology> byId(List<Technology> rows) {
        Map<String, Technology> byId = new TreeMap<>();
        rows.forEach(row -> byId.put(row.technologyId(), row));
        return byId;
    }
}
