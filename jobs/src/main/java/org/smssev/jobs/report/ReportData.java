package org.smssev.jobs.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.MetaTables;

/**
 * All that the page shows, and nothing that the page must look up.
 *
 * @param header what the page is about
 * @param publications publications of the release that are not withdrawn
 * @param families families of these
 * @param rows rows of the tables, in any order
 * @param years families by year, in the order of {@link YearCount#SQL}
 * @param titles titles of IPC codes, if the configuration names a file of titles
 * @param earlier technologies of the release before that left the list, by their ids
 * @param conventions method card, in any order
 * @param quality quality checks, in any order
 * @param settings resolved configuration, in the order to show
 */
public record ReportData(
        Header header,
        long publications,
        long families,
        Rows rows,
        List<YearCount> years,
        Map<String, String> titles,
        Map<String, Name> earlier,
        List<MetaTables.Convention> conventions,
        List<MetaTables.Quality> quality,
        List<MetaTables.Setting> settings) {

    /** Whether any technology has a score; without one the report ranks the candidates of the screen. */
    boolean isScored() {
        return rows.of(GradeTables.Technology.class).stream().anyMatch(technology -> technology.score() != null);
    }

    /** A report without any row. */
    static ReportData empty(Header header) {
        return new ReportData(header, 0, 0, new Rows(), List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * What the page is about.
     *
     * @param project name of the project
     * @param release release shown
     * @param focalCountry country whose position is judged, two letters
     * @param synthetic whether the data are made up; the page then says so
     * @param scale scale of the scores
     * @param networkNodes most nodes drawn
     * @param evidence most publications listed per technology
     * @param networkLevel level of the IPC of the network drawn
     * @param networkPeriod period of the network drawn
     */
    public record Header(
            String project,
            String release,
            String focalCountry,
            boolean synthetic,
            Scale scale,
            int networkNodes,
            int evidence,
            String networkLevel,
            String networkPeriod) {
        /** Whether the network of a level and period is the one drawn. */
        boolean isDrawn(String level, String period) {
            return level.equals(networkLevel) && period.equals(networkPeriod);
        }
    }

    /**
     * Scale of the scores with the least scores of the levels.
     *
     * @param min least score that can be given
     * @param max greatest score
     * @param level1 least score of Level 1; null where the levels are not cut by scores
     * @param level2 least score of Level 2, or null
     * @param level3 least score of Level 3, or null
     */
    public record Scale(double min, double max, Double level1, Double level2, Double level3) {}

    /**
     * Names of a technology.
     *
     * @param nameEn name in English
     * @param nameZh name in Chinese, or null
     */
    public record Name(String nameEn, String nameZh) {}

    /** Rows of tables, by the record of the table. */
    public static final class Rows {
        private final Map<Class<?>, List<? extends Record>> byTable = new HashMap<>();

        /** Puts the rows of a table, in any order. */
        public <T extends Record> Rows put(Class<T> table, List<T> rows) {
            byTable.put(table, List.copyOf(rows));
            return this;
        }

        /** The rows of a table; none where none were put. */
        @SuppressWarnings("unchecked") // put() takes rows of that table only
        public <T extends Record> List<T> of(Class<T> table) {
            return (List<T>) byTable.getOrDefault(table, List.of());
        }
    }
}
