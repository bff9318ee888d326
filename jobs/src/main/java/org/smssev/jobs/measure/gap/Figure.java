package org.smssev.jobs.measure.gap;

/**
 * A measured value.
 *
 * @param value the value, null where it is undefined
 * @param lo95 lower end of its 95 % interval, null where there is none
 * @param hi95 upper end, null where there is none
 * @param status OK, UNDEFINED, CENSORED or SOLE
 */
record Figure(Double value, Double lo95, Double hi95, String status) {
    static final String OK = "OK";
    static final String UNDEFINED = "UNDEFINED";
    static final String CENSORED = "CENSORED";
    static final String SOLE = "SOLE";
    static final String LOW_N = "LOW_N";

    /** A value without an interval. */
    static Figure of(double value) {
        return new Figure(value, null, null, OK);
    }

    /** A value with its interval. */
    static Figure of(double value, double lo95, double hi95) {
        return new Figure(value, lo95, hi95, OK);
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
