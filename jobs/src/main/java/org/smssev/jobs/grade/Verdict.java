package org.smssev.jobs.grade;

import java.util.Arrays;
import java.util.Map;

/**
 * How a score and its ratings become a level: by the levels, unless a rating is below its veto, which keeps the
 * technology off the list whatever its score. Ratings are rounded as scores are.
 *
 * @param levels least scores of the levels
 * @param vetoes least rating of each dimension, minus infinity where there is none
 */
record Verdict(Levels levels, double[] vetoes) {
    /** Levels with the vetoes of the settings, in the order of the dimensions. */
    static Verdict of(Levels levels, Map<String, Double> veto, String[] dimensions) {
        return new Verdict(
                levels,
                Arrays.stream(dimensions)
                        .mapToDouble(dimension -> veto.getOrDefault(dimension, Double.NEGATIVE_INFINITY))
                        .toArray());
    }

    /** The same vetoes with other levels. */
    Verdict with(Levels others) {
        return new Verdict(others, vetoes);
    }

    /** The place of a technology in {@link Levels#NAMES}. */
    int place(double score, double[] ratings) {
        return vetoed(ratings) >= 0 ? Levels.NOT_LISTED : levels.place(score);
    }

    /** The level of a technology. */
    String level(double score, double[] ratings) {
        return Levels.NAMES.get(place(score, ratings));
    }

    /** The first dimension whose rating is below its veto, -1 where none is. */
    int vetoed(double[] ratings) {
        for (int d = 0; d < ratings.length; d++) {
            if (vetoes[d] > Double.NEGATIVE_INFINITY && Levels.rounded(ratings[d]) < vetoes[d]) {
                return d;
            }
        }
        return -1;
    }

    /**
     * Whether ratings nearer to their vetoes than so many points, on either side, decide if the technology is listed: the
     * score reaches a level, and no rating is below its veto by as much or more.
     */
    boolean isNearVeto(double score, double[] ratings, double points) {
        boolean isNear = false;
        for (int d = 0; d < ratings.length; d++) {
            if (vetoes[d] > Double.NEGATIVE_INFINITY) {
                double above = Levels.rounded(ratings[d] - vetoes[d]);
                if (above <= -points) {
                    return false;
                }
                isNear |= above < points;
            }
        }
        return isNear && levels.place(score) < Levels.NOT_LISTED;
    }
}
