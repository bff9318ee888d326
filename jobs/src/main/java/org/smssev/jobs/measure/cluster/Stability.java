package org.smssev.jobs.measure.cluster;

/** What the stability of a cluster over bootstraps means. */
final class Stability {
    /** Least stability of a cluster that may be trusted (Hennig 2007). */
    static final double TRUSTED = 0.6;

    private static final double STABLE = 0.75;
    private static final double DISSOLVED = 0.5;

    private Stability() {}

    /** What a stability means: STABLE from .75, PATTERN from .6, DOUBTFUL above .5, else DISSOLVED (Hennig 2007). */
    static String verdict(double stability) {
        if (stability >= STABLE) {
            return "STABLE";
        }
        if (stability >= TRUSTED) {
            return "PATTERN";
        }
        return stability > DISSOLVED ? "DOUBTFUL" : "DISSOLVED";
    }
}
