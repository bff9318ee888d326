package org.smssev.jobs.measure.citation;

import java.util.Arrays;
import org.smssev.common.config.Config;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/** What both networks, of publications and of families, are measured by; arrays follow the order of their nodes. */
final class CitationFigures {
    /** Share of a cohort that counts as the most cited. */
    static final double TOP = .1;

    final Lists cited;
    final Lists citedBy;
    final int[] citedWithin;

    /** Whether the data cover all of a node's window. */
    final boolean[] complete;

    final CitedImpact impact;

    /** Null where nothing cites. */
    final double[] pageRank;

    /**
     * Measures a network.
     *
     * @param cited for each node, those that it cites
     * @param year year of each node
     * @param office office of each node, by number
     * @param fields fields
     * @param list number of each node's list of fields
     * @param lastYear last year of which the data hold all that cites
     */
    CitationFigures(
            Lists cited, int[] year, int[] office, Fields fields, int[] list, int lastYear, Config.Citations settings) {
        this.cited = cited;
        citedBy = cited.inverse(cited.size());
        citedWithin = new CitationAges(year).citedWithin(citedBy, settings.window());
        complete = new boolean[cited.size()];
        for (int v = 0; v < complete.length; v++) {
            complete[v] = year[v] != FamilyColumns.NO_YEAR && year[v] + settings.window() <= lastYear;
        }
        impact = new CitedImpact(citedWithin, year, office, fields, list, settings.minCohort(), TOP);
        pageRank = cited.total() == 0 ? null : PageRank.of(cited, citedBy, settings.damping());
    }

    /** The last year known, {@link FamilyColumns#NO_YEAR} where none is. */
    static int lastYear(int[] year) {
        return Arrays.stream(year).max().orElse(FamilyColumns.NO_YEAR);
    }
}
