package org.smssev.jobs.evaluate;

/** A figure with both ends of its 95 % interval, NaN where undefined. */
record Estimate(double value, double lo95, double hi95) {
    /** Undefined. */
    static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** A figure without an interval. */
    static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }
}
