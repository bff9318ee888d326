package org.smssev.jobs.measure.network;

/**
 * Normalised weights of a pair of codes, from the families with both (c, a full count) and those with each (a and b, at
 * least 1). Source: van Eck and Waltman (2009), How to normalize co-occurrence data?
 */
final class Normalisation {
    private Normalisation() {}

    /** Association strength {@code c/(a b)}, at least 0; favours rare codes. */
    static double association(long c, long a, long b) {
        return c / ((double) a * b);
    }

    /** Lift {@code N c/(a b)} with N families in all: 1 is what chance gives. */
    static double lift(long c, long a, long b, long families) {
        return (double) families * c / ((double) a * b);
    }

    /**
     * VOSviewer's form of association strength, {@code 2m c/(k_a k_b)} with k the sums of full counts and 2m their total:
     * 1 is what chance gives where families differ in their number of codes.
     */
    static double vos(long c, double strengthA, double strengthB, double total) {
        return total * c / (strengthA * strengthB);
    }

    /** Salton's cosine {@code c/sqrt(a b)}, 0 to 1. */
    static double salton(long c, long a, long b) {
        return Math.min(1, c / Math.sqrt((double) a * b));
    }

    /** Jaccard {@code c/(a + b - c)}, 0 to 1. */
    static double jaccard(long c, long a, long b) {
        return (double) c / (a + b - c);
    }

    /** Inclusion (Simpson) {@code c/min(a, b)}, 0 to 1; 1 for any nested code. */
    static double inclusion(long c, long a, long b) {
        return (double) c / Math.min(a, b);
    }
}
