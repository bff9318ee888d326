package org.smssev.jobs.measure.citation;

import java.util.HashMap;
import java.util.Map;
import org.smssev.jobs.measure.FamilyColumns;

/**
 * Citations compared with those of patents of the same year, field and office, so that 1 is what is usual (Hall, Jaffe
 * and Trajtenberg 2001). Fields are IPC subclasses; a patent with several counts in each with an equal part, and gets the
 * mean of what it has there. Where a cohort has too few patents, or none was cited, it is widened to the class, the
 * section, all fields, and then all offices; where that does not help either the figures are undefined.
 */
final class CitedImpact {
    private static final int LEVELS = 5;
    private static final int FIELD_BITS = 20;
    private static final int OFFICE_BITS = 16;

    /** Citations over the mean of the cohort, mean about 1; NaN where undefined. */
    final double[] impact;

    /** Part of each patent that is among the most cited of its cohort, 0 to 1; NaN where undefined. */
    final double[] top;

    /** Patents for which a cohort had to be widened. */
    final int widened;

    private final Map<Long, Cohort> cohorts = new HashMap<>();
    private final Fields fields;

    /**
     * Compares all patents.
     *
     * @param cited citations of each
     * @param year year of each, {@link FamilyColumns#NO_YEAR} where unknown
     * @param office office of each, by number
     * @param fields fields, by the list that {@code list} names for each patent
     * @param list number of each patent's list of fields
     * @param fewest patents that a cohort needs
     * @param share share of a cohort that counts as the most cited
     */
    CitedImpact(int[] cited, int[] year, int[] office, Fields fields, int[] list, double fewest, double share) {
        this.fields = fields;
        int n = cited.length;
        impact = new double[n];
        top = new double[n];
        for (int v = 0; v < n; v++) {
            if (year[v] == FamilyColumns.NO_YEAR) {
                continue;
            }
            int of = parts(list[v]);
            for (int f = 0; f < of; f++) {
                for (int level = 0; level < LEVELS; level++) {
                    cohorts.computeIfAbsent(key(level, year[v], field(list[v], f), office[v]), k -> new Cohort())
                            .add(cited[v], 1.0 / of);
                }
            }
        }
        int wide = 0;
        for (int v = 0; v < n; v++) {
            wide += compare(v, cited[v], year[v], office[v], list[v], fewest, share) ? 1 : 0;
        }
        widened = wide;
    }

    private boolean compare(int v, int cited, int year, int office, int list, double fewest, double share) {
        boolean wide = false;
        if (year == FamilyColumns.NO_YEAR) {
            impact[v] = Double.NaN;
            top[v] = Double.NaN;
            return false;
        }
        int of = parts(list);
        for (int f = 0; f < of; f++) {
            Cohort cohort = null;
            for (int level = 0; level < LEVELS && cohort == null; level++) {
                Cohort at = cohorts.get(key(level, year, field(list, f), office));
                if (at.patents() >= fewest - 1e-9 && at.mean() > 0) {
                    cohort = at;
                } else {
                    wide = true;
                }
            }
            impact[v] += cohort == null ? Double.NaN : cited / cohort.mean() / of;
            top[v] += cohort == null ? Double.NaN : cohort.top(cited, share) / of;
        }
        // Parts of a third each may sum to a little more.
        top[v] = Math.min(1, top[v]);
        return wide;
    }

    private int parts(int list) {
        return Math.max(1, fields.lists().length(list));
    }

    private int field(int list, int f) {
        return fields.lists().length(list) == 0
                ? fields.size()
                : fields.lists().value(fields.lists().from(list) + f);
    }

    private long key(int level, int year, int field, int office) {
        int above = level == 0 ? field : level == 1 ? fields.classOf(field) : level == 2 ? fields.sectionOf(field) : 0;
        long cohort = (long) level << 16 | (year & 0xffff);
        return (cohort << FIELD_BITS | above) << OFFICE_BITS | (level == LEVELS - 1 ? 0 : office);
    }
}
