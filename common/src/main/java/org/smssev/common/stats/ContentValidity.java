package org.smssev.common.stats;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Lawshe's content validity ratio (1975): how far more than half of a panel call something essential. */
public final class ContentValidity {
    /** Fewest votes with which the ratio is not too coarse. */
    public static final int FEWEST = 5;

    private static final double LEVEL = 0.05;

    private ContentValidity() {}

    /** {@code (essential - votes/2) / (votes/2)}, -1 to 1; NaN without votes. */
    public static double ratio(int essential, int votes) {
        return votes == 0 ? Double.NaN : (2.0 * essential - votes) / votes;
    }

    /**
     * The least ratio that chance (each vote essential with probability 1/2) reaches with no more than 5 %, by the exact
     * binomial distribution (Ayre and Scally 2014); NaN where even all votes do not, below five.
     */
    public static double critical(int votes) {
        if (votes < FEWEST) {
            return Double.NaN;
        }
        BinomialDistribution chance = new BinomialDistribution(null, votes, 0.5);
        int essential = votes;
        while (essential > 0 && 1 - chance.cumulativeProbability(essential - 2) <= LEVEL) {
            essential--;
        }
        return ratio(essential, votes);
    }
}
