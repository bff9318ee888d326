package org.smssev.jobs.screen;

import java.util.Locale;

/** A figure of candidates that may be a criterion. */
enum Measure {
    LOG_FAMILIES("ln(1 + families)"),
    GROWTH("a year"),
    COMPOSITE_GAP("robust standard deviations, 0 is parity"),
    INTERNATIONAL_SHARE("share of families"),
    YOUNG_SHARE("share of families"),
    NETWORK_ROLE("TOPSIS closeness, 0 to 1"),
    GROWTH_GAP("a year"),
    GENERALITY("0 to 1"),
    IMPACT("times the usual"),
    MEDIAN_YEAR("year");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /** The measure of a setting, e.g. {@code log_families}. */
    static Measure of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** {@code log_families}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unit() {
        return unit;
    }
}
