package org.smssev.jobs.measure.gap.model;

import java.util.List;

/** Which families count. */
final class Filter {
    /** Every family. */
    static final String ALL = "ALL";

    /** Those that pass the international filter of the configuration. */
    static final String INTERNATIONAL = "INTERNATIONAL";

    static final List<String> BOTH = List.of(ALL, INTERNATIONAL);

    private Filter() {}
}
