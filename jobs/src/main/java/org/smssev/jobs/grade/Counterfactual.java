package org.smssev.jobs.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.smssev.common.config.GradeConfig.Aggregation;

/**
 * What ratings would give a technology another level, all else being equal. Found by bisection, so that it holds for every
 * way of putting dimensions together and with vetoes; told in hundredths, on the side where the level is reached.
 *
 * @param weights weight of each dimension
 * @param least least rating of the scale
 * @param greatest greatest rating of the scale
 */
record Counterfactual(Aggregation aggregation, double[] weights, Verdict verdict, double least, double greatest) {
    private static final int STEPS = 60;
    private static final int DECIMALS = 2;

    private int place(double[] ratings) {
        return verdict.place(Levels.rounded(Aggregate.score(aggregation, ratings, weights)), ratings);
    }

    private static double[] with(double[] ratings, int dimension, double value) {
        double[] changed = ratings.clone();
        changed[dimension] = value;
        return changed;
    }

    private static double[] shifted(double[] ratings, double points) {
        return Arrays.stream(ratings).map(rating -> rating + points).toArray();
    }

    /** The least rating of a dimension at which a better level is reached; empty where none on the scale is enough. */
    OptionalDouble toRise(double[] ratings, int dimension, int place) {
        return rise(value -> with(ratings, dimension, value), ratings[dimension], greatest, place);
    }

    /** The least number of points on every dimension that reaches a better level; empty where the scale has no room. */
    OptionalDouble toRiseTogether(double[] ratings, int place) {
        double room = greatest - Arrays.stream(ratings).max().orElse(greatest);
        return rise(points -> shifted(ratings, points), 0, room, place);
    }

    private OptionalDouble rise(DoubleFunction<double[]> ratings, double from, double to, int place) {
        if (to <= from || place(ratings.apply(to)) > place) {
            return OptionalDouble.empty();
        }
        double below = from;
        double reached = to;
        for (int i = 0; i < STEPS; i++) {
            double middle = (below + reached) / 2;
            if (place(ratings.apply(middle)) <= place) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return OptionalDouble.of(Math.min(to, hundredths(reached, RoundingMode.CEILING)));
    }

    /** The greatest rating of a dimension at which the level is lost; empty where even the least of the scale keeps it. */
    OptionalDouble toFall(double[] ratings, int dimension) {
        int place = place(ratings);
        if (ratings[dimension] <= least || place(with(ratings, dimension, least)) <= place) {
            return OptionalDouble.empty();
        }
        double kept = ratings[dimension];
        double lost = least;
        for (int i = 0; i < STEPS; i++) {
            double middle = (kept + lost) / 2;
            if (place(with(ratings, dimension, middle)) > place) {
                lost = middle;
            } else {
                kept = middle;
            }
        }
        return OptionalDouble.of(Math.max(least, hundredths(lost, RoundingMode.FLOOR)));
    }

    private static double hundredths(double value, RoundingMode mode) {
        // What bisection left of a round number is taken for it.
        return BigDecimal.valueOf(Levels.rounded(value))
                .setScale(DECIMALS, mode)
                .doubleValue();
    }
}
