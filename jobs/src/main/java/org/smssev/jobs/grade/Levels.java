package org.smssev.jobs.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.stats.Descriptive;

/**
 * Least scores of Levels 1, 2 and 3, each included. Scores are compared after rounding to 9 decimals, half up: 8.4996 is
 * not 8.5, but what floating point left of 8.5 is.
 */
record Levels(double level1, double level2, double level3) {
    /** Names of the places 0 to 3. */
    static final List<String> NAMES = List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED");

    /** The place of a technology that is not listed. */
    static final int NOT_LISTED = 3;

    private static final int DECIMALS = 9;

    /**
     * The levels of the settings.
     *
     * @param scores all scores, for cuts by quantile
     * @throws UserException USAGE where a level is not set, or the levels are not in order
     */
    static Levels of(GradeConfig settings, double[] scores) {
        List<Double> shares = settings.quantiles();
        if (shares != null && !shares.isEmpty()) {
            boolean isOrdered = shares.size() == 3
                    && shares.get(0) >= 0
                    && shares.get(0) <= shares.get(1)
                    && shares.get(1) <= shares.get(2)
                    && shares.get(2) <= 1;
            if (!isOrdered) {
                throw new UserException(
                        Exit.USAGE,
                        "grade.quantiles: invalid shares (" + shares
                                + "). Give three rising shares from 0 to 1, e.g. [0.25, 0.5, 0.75].");
            }
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            return ofShares(shares, sorted);
        }
        double level2 = given(settings.level2(), "grade.level-2");
        double level3 = given(settings.level3(), "grade.level-3");
        if (!(settings.level1() >= level2 && level2 >= level3)) {
            throw new UserException(
                    Exit.USAGE,
                    "grade.level-1, level-2, level-3: not in falling order (" + settings.level1() + ", " + level2 + ", "
                            + level3 + "). Put the greatest first.");
        }
        return new Levels(settings.level1(), level2, level3);
    }

    /**
     * The cuts above which there are three shares of the scores.
     *
     * @param sorted scores, rising
     */
    static Levels ofShares(List<Double> shares, double[] sorted) {
        return new Levels(
                rounded(Descriptive.quantileOfSorted(sorted, 1 - shares.get(0))),
                rounded(Descriptive.quantileOfSorted(sorted, 1 - shares.get(1))),
                rounded(Descriptive.quantileOfSorted(sorted, 1 - shares.get(2))));
    }

    private static double given(Double value, String key) {
        if (value == null) {
            throw new UserException(
                    Exit.USAGE,
                    key + ": not set, but there are scores to grade. No value is published, so set your own, or set"
                            + " grade.quantiles.");
        }
        return value;
    }

    /** The level of a score. */
    String level(double score) {
        return NAMES.get(place(score));
    }

    /** The place of the level of a score in {@link #NAMES}. */
    int place(double score) {
        double rounded = rounded(score);
        if (rounded >= level1) {
            return 0;
        }
        if (rounded >= level2) {
            return 1;
        }
        return rounded >= level3 ? 2 : NOT_LISTED;
    }

    /** All three moved by as many points. */
    Levels moved(double points) {
        return new Levels(rounded(level1 + points), rounded(level2 + points), rounded(level3 + points));
    }

    /** The least scores, from Level 1 down. */
    double[] cuts() {
        return new double[] {level1, level2, level3};
    }

    /** A score as it is compared and stored: 9 decimals, half up. */
    static double rounded(double score) {
        return BigDecimal.valueOf(score)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
