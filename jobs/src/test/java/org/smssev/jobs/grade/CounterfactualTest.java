package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.GradeConfig.Aggregation;

class CounterfactualTest {
    private static final String[] DIMENSIONS = {"necessity", "feasibility", "impact"};
    private static final double[] WEIGHTS = {.4, .3, .3};
    private static final double[] RATINGS = {8.5, 8, 7.9};

    private static Counterfactual of(Aggregation aggregation, Map<String, Double> veto) {
        return new Counterfactual(aggregation, WEIGHTS, Verdict.of(new Levels(8.5, 7, 6), veto, DIMENSIONS), 0, 10);
    }

    @Test
    void additiveLacksTheMissingPointsOverTheWeight() {
        // Score .4 x 8.5 + .3 x 8 + .3 x 7.9 = 8.17; .33 are missing: .825, 1.1 and 1.1 on one dimension.
        Counterfactual c = of(Aggregation.ADDITIVE, Map.of());
        assertThat(c.toRise(RATINGS, 0, 0)).hasValue(9.33);
        assertThat(c.toRise(RATINGS, 1, 0)).hasValue(9.1);
        assertThat(c.toRise(RATINGS, 2, 0)).hasValue(9);
        assertThat(c.toRiseTogether(RATINGS, 0)).hasValue(.33);
    }

    @Test
    void whatIsToldReachesTheLevelAndAHundredthLessDoesNot() {
        for (Aggregation aggregation : new Aggregation[] {Aggregation.ADDITIVE, Aggregation.GEOMETRIC}) {
            Counterfactual c = of(aggregation, Map.of());
            for (int d = 0; d < 3; d++) {
                double needed = c.toRise(RATINGS, d, 0).orElseThrow();
                assertThat(score(aggregation, d, needed)).isGreaterThanOrEqualTo(8.5);
                assertThat(score(aggregation, d, needed - .01)).isLessThan(8.5);
                double lost = c.toFall(RATINGS, d).orElseThrow();
                assertThat(score(aggregation, d, lost)).isLessThan(7);
                assertThat(score(aggregation, d, lost + .02)).isGreaterThanOrEqualTo(7);
            }
        }
    }

    private static double score(Aggregation aggregation, int dimension, double value) {
        double[] changed = RATINGS.clone();
        changed[dimension] = value;
        return Levels.rounded(Aggregate.score(aggregation, changed, WEIGHTS));
    }

    @Test
    void minimumIsLiftedByNoSingleDimensionWhereTwoAreLow() {
        Counterfactual c = of(Aggregation.MINIMUM, Map.of());
        assertThat(c.toRise(RATINGS, 2, 0)).isEmpty();
        assertThat(c.toRiseTogether(RATINGS, 0)).hasValue(.6);
    }

    @Test
    void whatTheScaleHasNoRoomForIsTold() {
        Counterfactual c = of(Aggregation.ADDITIVE, Map.of());
        assertThat(c.toRise(new double[] {3, 3, 3}, 0, 2)).isEmpty();
        assertThat(c.toFall(new double[] {10, 10, 10}, 1)).hasValue(4.99);
    }

    @Test
    void vetoedTechnologyNeedsTheRatingOfTheVeto() {
        Counterfactual c = of(Aggregation.ADDITIVE, Map.of("impact", 5.0));
        double[] ratings = {10, 10, 4};
        assertThat(c.toRise(ratings, 2, 2)).hasValue(5);
        assertThat(c.toRise(ratings, 0, 2)).isEmpty();
    }
}
