package org.smssev.jobs.evaluate;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.config.PanelConfig;

/**
 * Last days of the rounds.
 *
 * @param days last day by round
 * @param refuse whether what is late is refused; else it is only counted
 */
record Deadlines(Map<Integer, LocalDate> days, boolean refuse) {
    /** The deadlines of the settings. */
    static Deadlines of(PanelConfig panel) {
        Map<Integer, LocalDate> days = new TreeMap<>();
        panel.deadlines().forEach((round, day) -> days.put(Integer.valueOf(round), LocalDate.parse(day)));
        return new Deadlines(days, panel.late() == PanelConfig.Late.REFUSE);
    }

    /** Whether a day, which may be null, is after the last of a round. */
    boolean isLate(int round, LocalDate day) {
        return day != null && days.containsKey(round) && day.isAfter(days.get(round));
    }
}
