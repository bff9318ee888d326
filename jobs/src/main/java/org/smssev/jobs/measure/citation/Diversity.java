package org.smssev.jobs.measure.citation;

import org.smssev.jobs.measure.Lists;

/**
 * How widely the patents that cite a patent (generality) or that it cites (originality) are spread over fields:
 * {@code 1 - sum s_k^2}, unbiased by {@code N / (N - 1)}, with N the pairs of citation and field (Trajtenberg, Henderson
 * and Jaffe 1997; Hall 2005).
 */
final class Diversity {
    private Diversity() {}

    /**
     * The spread of each patent's neighbours, 0 to 1; NaN with fewer than two pairs.
     *
     * @param neighbours those that cite, or are cited
     * @param fields fields of each patent
     * @param nFields how many fields there are
     */
    static double[] of(Lists neighbours, Lists fields, int nFields) {
        double[] spread = new double[neighbours.size()];
        long[] pairs = new long[nFields];
        for (int v = 0; v < spread.length; v++) {
            spread[v] = of(v, neighbours, fields, pairs);
        }
        return spread;
    }

    private static double of(int v, Lists neighbours, Lists fields, long[] pairs) {
        long n = 0;
        for (int at = neighbours.from(v); at < neighbours.to(v); at++) {
            int other = neighbours.value(at);
            for (int f = fields.from(other); f < fields.to(other); f++) {
                pairs[fields.value(f)]++;
                n++;
            }
        }
        // Each field's pairs are squared once, and set back on the way.
        long squares = 0;
        for (int at = neighbours.from(v); at < neighbours.to(v); at++) {
            int other = neighbours.value(at);
            for (int f = fields.from(other); f < fields.to(other); f++) {
                long k = pairs[fields.value(f)];
                squares += k * k;
                pairs[fields.value(f)] = 0;
            }
        }
        // One quotient of whole numbers, so that it is never above 1.
        return n < 2 ? Double.NaN : (double) (n * n - squares) / (n * (n - 1));
    }
}
