package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Comparator;
import org.smssev.common.text.Languages;

/**
 * Two terms that stand side by side, as features with their mark.
 *
 * @param first feature of the former
 * @param second feature of the latter
 */
record Bigram(String first, String second) implements Serializable, Comparable<Bigram> {
    private static final Comparator<Bigram> ORDER =
            Comparator.comparing(Bigram::first).thenComparing(Bigram::second);

    /** The families in which a bigram must stand: one in so many, as rarer ones are of no use to clusters. */
    private static final int ONE_IN = 2000;

    /** The feature that the bigram is: both terms, with a blank between unless they are Chinese. */
    String feature() {
        boolean chinese = Languages.isHan(first.charAt(first.length() - 1)) && Languages.isHan(second.charAt(1));
        return first + (chinese ? "" : " ") + second.substring(1);
    }

    /** Fewest families of a bigram. */
    static int least(int minDf, long families) {
        return (int) Math.max(minDf, (families + ONE_IN - 1) / ONE_IN);
    }

    /** Fewest families of a bigram in the block that has most of them, where {@code least} families have it in all. */
    static int leastInOneOf(int blocks, int least) {
        return (least + blocks - 1) / blocks;
    }

    @Override
    public int compareTo(Bigram other) {
        return ORDER.compare(this, other);
    }
}
