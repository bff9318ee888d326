package org.smssev.jobs.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The planted scores of the technologies on three dimensions and the levels that follow: about 10 technologies at
 * Level 1, 15 at Level 2, 20 at Level 3. Technologies that the accounts of the method put into a level are put near it.
 */
final class TrueScores {
    /** Dimensions in the order of the scores. */
    static final String[] DIMENSIONS = {"necessity", "feasibility", "impact"};

    /** Weights of the dimensions. */
    static final double[] WEIGHTS = {.4, .3, .3};

    /** Least composites of Levels 1, 2 and 3. */
    static final double[] THRESHOLDS = {8.5, 7.0, 5.5};

    private static final int[] SIZES = {10, 15, 20};

    private final double[][] scores;

    TrueScores(World world) {
        SplittableRandom random = Streams.of(world.seed, Streams.Purpose.PANEL, 0, 0);
        int n = world.technologies.size();
        scores = new double[n][];
        List<Technology> free = new ArrayList<>();
        for (int i : Tables.permutation(n, random)) {
            free.add(world.technologies.get(i));
        }
        free.sort((a, b) -> Integer.compare(place(a), place(b)));
        for (int i = 0; i < n; i++) {
            scores[free.get(i).index()] = dimensions(composite(i, random), random);
        }
    }

    /** Those of Level 1 in the accounts come first; those of Levels 2 and 3 are put behind the first ten. */
    private static int place(Technology t) {
        return t.tier() == 1 ? 0 : t.tier() == 2 ? 2 : t.index() % 7 == 0 ? 1 : 3;
    }

    /** Composite of the technology in a place: most are clear of the thresholds, a few are near 8.5. */
    private static double composite(int place, SplittableRandom random) {
        double u = random.nextDouble();
        if (place < SIZES[0]) {
            return place % 5 == 4 ? 8.52 + .08 * u : 8.75 + .65 * u;
        }
        if (place < SIZES[0] + SIZES[1]) {
            return place % 8 == 2 ? 8.40 + .08 * u : 7.2 + 1.0 * u;
        }
        if (place < SIZES[0] + SIZES[1] + SIZES[2]) {
            return 5.7 + 1.1 * u;
        }
        return 2.8 + 2.4 * u;
    }

    /** Three scores with the composite given. */
    private static double[] dimensions(double composite, SplittableRandom random) {
        double reach = Math.min(.8, .42 * (9.8 - composite));
        double a = reach * (2 * random.nextDouble() - 1);
        double b = reach * (2 * random.nextDouble() - 1);
        return new double[] {composite + a, composite + b, composite - (WEIGHTS[0] * a + WEIGHTS[1] * b) / WEIGHTS[2]};
    }

    /** Scores of a technology in the order of the dimensions. */
    double[] of(Technology technology) {
        return scores[technology.index()].clone();
    }

    double composite(Technology technology) {
        double sum = 0;
        for (int d = 0; d < WEIGHTS.length; d++) {
            sum += WEIGHTS[d] * scores[technology.index()][d];
        }
        return sum;
    }

    /** LEVEL_1, LEVEL_2, LEVEL_3 or NOT_LISTED. */
    String level(Technology technology) {
        double composite = composite(technology);
        for (int i = 0; i < THRESHOLDS.length; i++) {
            if (composite >= THRESHOLDS[i]) {
                return "LEVEL_" + (i + 1);
            }
        }
        return "NOT_LISTED";
    }
}
