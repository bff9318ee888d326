package org.smssev.jobs.measure.gap.model;

/**
 * A measured value.
 *
 * @param value the value, null where it is undefined
 * @param lo95 lower end of its 95 % interval, null where there is none
 * @param hi95 upper end, null where there is none
 * @param status OK, UNDEFINED, CENSORED, SOLE or UNRELIABLE
 */
record Figure(Double value, Double lo95, Double hi95, String status) {
    static final String OK = "OK";
    static final String UNDEFINED = "UNDEFINED";
    static final String CENSORED = "CENSORED";
    static final String SOLE = "SOLE";
    static final String LOW_N = "LOW_N";
    static final String UNRELIABLE = "UNRELIABLE";

    /** A value without an interval. */
    static Figure of(double value) {
        return new Figure(value, null, null, OK);
    }

    /** A value with its interval. */
    static Figure of(double value, double lo95, double hi95) {
        return new Figure(value, lo95, hi95, OK);
    }

    /** A value, undefined where it is NaN. */
    static Figure ofDefined(double value) {
        return Double.isNaN(value) ? none(UNDEFINED) : of(value);
    }

    /** The same value with an interval, where it has a value and the interval is not null. */
    Figure with(Interval interval) {
        return value == null || interval == null ? this : new Figure(value, interval.lo95(), interval.hi95(), status);
    }

    /** No value, and why. */
    static Figure none(String status) {
        return new Figure(null, null, null, status);
    }

    /** Whether there is a value. */
    boolean isDefined() {
        return value != null;
    }
}
