package org.smssev.jobs.grade;

import java.util.List;
import java.util.Map;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.config.GradeConfig.Smaa;

/** Settings of the grade stage for tests. */
final class GradeSettings {
    private GradeSettings() {}

    static GradeConfig of(
            double level1, Double level2, Double level3, List<Double> quantiles, Aggregation aggregation) {
        return new GradeConfig(
                level1,
                level2,
                level3,
                quantiles,
                aggregation,
                Map.of(),
                200,
                new Smaa(Smaa.Weights.DIRICHLET, 100, true, 1_000),
                7);
    }

    /** Levels at 8.5, 7 and 6 and the draws given. */
    static GradeConfig drawing(Smaa smaa) {
        return new GradeConfig(8.5, 7.0, 6.0, List.of(), Aggregation.ADDITIVE, Map.of(), 20_000, smaa, 7);
    }
}
