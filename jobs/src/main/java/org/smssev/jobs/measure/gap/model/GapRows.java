package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.List;
import org.smssev.common.tables.GapTables.Gap;

/** Rows of measure.gap of one subject. */
final class GapRows {
    static final String ALL_YEARS = "ALL";
    static final String WORLD = "WORLD";

    private final Subject subject;
    private final double fewest;
    private final List<Gap> rows = new ArrayList<>();

    /**
     * Rows of a subject.
     *
     * @param fewest families below which a figure is marked LOW_N
     */
    GapRows(Subject subject, double fewest) {
        this.subject = subject;
        this.fewest = fewest;
    }

    /** Whom a row compares, among which families. */
    record Sides(String country, String reference, String filter) {}

    /** Adds a figure. */
    void add(Sides sides, String measure, String window, double observed, Figure figure) {
        boolean few = observed < fewest && figure.status().equals(Figure.OK);
        rows.add(new Gap(
                subject.kind,
                subject.id,
                sides.country(),
                sides.reference(),
                sides.filter(),
                measure,
                window,
                figure.value(),
                figure.lo95(),
                figure.hi95(),
                observed,
                few ? Figure.LOW_N : figure.status()));
    }

    List<Gap> rows() {
        return rows;
    }
}
