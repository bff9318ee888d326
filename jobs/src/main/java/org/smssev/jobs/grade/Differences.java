package org.smssev.jobs.grade;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smssev.common.tables.MetaTables.Setting;

/**
 * What differs between two runs, as far as the selection of candidates goes.
 *
 * @param code whether they were made by different code
 * @param settings whether the settings of the stages before evaluate differ
 * @param lists whether the lists or the nominations differ
 * @param patents whether the patents differ
 */
public record Differences(boolean code, boolean settings, boolean lists, boolean patents) {
    private static final String SELECTING =
            "(ingest|survey|cluster|network|citations|gap|screen|supplement|project|release)\\..*";
    private static final String FILE_OR_NAME =
            ".*\\.paths?(\\[\\d+\\])?|supplement\\.nominations.*|project\\.(name|synthetic)|release\\.id";

    /**
     * Compares two runs.
     *
     * @param patents whether their patents differ
     */
    public static Differences of(GradedRun a, GradedRun b, boolean patents) {
        return new Differences(
                !a.code().equals(b.code()),
                !selecting(a.recorded()).equals(selecting(b.recorded())),
                !a.origin().items().equals(b.origin().items())
                        || !Set.copyOf(a.origin().nominations())
                                .equals(Set.copyOf(b.origin().nominations())),
                patents);
    }

    private static Set<Setting> selecting(List<Setting> settings) {
        return settings.stream()
                .filter(setting -> setting.key().matches(SELECTING))
                .filter(setting -> !setting.key().matches(FILE_OR_NAME))
                .collect(Collectors.toSet());
    }

    /** The inputs that differ. */
    TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        if (code) {
            names.add(Decomposition.CODE);
        }
        if (settings) {
            names.add(Decomposition.SETTINGS);
        }
        if (lists) {
            names.add(Decomposition.LISTS);
        }
        if (patents) {
            names.add(Decomposition.PATENTS);
        }
        return names;
    }
}
