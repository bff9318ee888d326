package org.smssev.jobs.grade;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.config.SelectionSettings;
import org.smssev.common.config.SelectionSettings.Input;
import org.smssev.common.tables.MetaTables.Setting;

/**
 * What differs between two runs, as far as the selection of candidates goes.
 *
 * @param code whether they were made by different code
 * @param settings whether the settings of the stages before evaluate differ
 * @param lists whether the lists or the nominations differ
 * @param patents whether the patents differ, or how they are read
 */
public record Differences(boolean code, boolean settings, boolean lists, boolean patents) {
    /**
     * Compares two runs.
     *
     * @param patents whether their patents differ
     */
    public static Differences of(GradedRun a, GradedRun b, boolean patents) {
        Map<Input, Set<Setting>> ofA = SelectionSettings.of(a.recorded());
        Map<Input, Set<Setting>> ofB = SelectionSettings.of(b.recorded());
        return new Differences(
                !a.code().equals(b.code()),
                !ofA.get(Input.SETTINGS).equals(ofB.get(Input.SETTINGS)),
                !ofA.get(Input.LISTS).equals(ofB.get(Input.LISTS))
                        || !a.origin().items().equals(b.origin().items())
                        || !Set.copyOf(a.origin().nominations())
                                .equals(Set.copyOf(b.origin().nominations())),
                patents || !ofA.get(Input.PATENTS).equals(ofB.get(Input.PATENTS)));
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
