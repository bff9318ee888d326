package org.smssev.jobs.screen;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.smssev.common.config.Config.Weights;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Combination;
import org.smssev.common.config.ScreenConfig.Cut;
import org.smssev.common.config.ScreenConfig.Direction;
import org.smssev.common.config.ScreenConfig.Missing;
import org.smssev.common.config.ScreenConfig.Overlap;
import org.smssev.common.config.ScreenConfig.Scaling;
import org.smssev.common.config.ScreenConfig.Source;

/** Settings and measured candidates for tests. */
final class Samples {
    private Samples() {}

    /** Settings that a test changes before use. */
    static final class Settings {
        List<Source> sources = List.of(Source.values());
        int minFamilies = 20;
        List<String> states = List.of();
        boolean dropControlled;
        List<String> amend = List.of();
        Map<String, Direction> criteria = new LinkedHashMap<>();
        Missing missing = Missing.MIDDLE;
        Scaling scaling = Scaling.MIN_MAX;
        Weights weights = Weights.EQUAL;
        Map<String, Double> given = Map.of();
        Combination combine = Combination.OBJECTIVE;
        double weightFloor;
        double weightCap = 1;
        Cut cut = Cut.ALL;
        double cutAt;
        double concentration = 50;
        double overlap = .5;
        double cover = .2;

        Settings() {
            criteria.put("log_families", Direction.BENEFIT);
            criteria.put("growth", Direction.BENEFIT);
        }

        ScreenConfig build() {
            return new ScreenConfig(
                    sources,
                    minFamilies,
                    states,
                    dropControlled,
                    amend,
                    overlap,
                    Overlap.SMALLER,
                    cover,
                    criteria,
                    missing,
                    scaling,
                    weights,
                    given,
                    combine,
                    .5,
                    weightFloor,
                    weightCap,
                    cut,
                    cutAt,
                    .05,
                    200,
                    concentration,
                    .8,
                    7);
        }
    }

    static ScreenConfig settings(UnaryOperator<Settings> change) {
        return change.apply(new Settings()).build();
    }

    static Draft draft(String id, boolean controlled) {
        return new Draft(
                id, Source.TECHNOLOGY, id, id, null, id, null, null, List.of(), List.of(), controlled, List.of(), null);
    }

    /** A candidate all of whose measures have one value. */
    static Measured measured(String id, long families, String state, boolean controlled, double level) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            values.put(measure, level);
        }
        return new Measured(
                draft(id, controlled),
                families,
                new GapFigures(state, GapFigures.Estimate.NONE, GapFigures.Estimate.NONE),
                values);
    }

    static Measured measured(String id, double level) {
        return measured(id, 50, null, false, level);
    }

    static Selection select(ScreenConfig settings, Measured... all) {
        Scoring scoring = new Scoring(settings);
        Selection selection = new Selection(settings, scoring, new Gates(settings, scoring.measures()));
        selection.select(List.of(all), null);
        return selection;
    }
}
