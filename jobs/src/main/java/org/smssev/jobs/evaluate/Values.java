package org.smssev.jobs.evaluate;

/** Figures as columns hold them. */
final class Values {
    private Values() {}

    /** The value; null where it is not finite, as an undefined figure is no number. */
    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
