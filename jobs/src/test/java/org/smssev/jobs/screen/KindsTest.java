package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.ScreenTables.KindPart;

class KindsTest {
    /** Candidates 0 to 12: years 2000 to 2012, growth 0 to 1.2, generality 0 to 1.2. */
    private static final Kinds KINDS = new Kinds(IntStream.rangeClosed(0, 12)
            .mapToObj(i -> of(null, Double.NaN, 2000 + i, i / 10.0, i / 10.0))
            .toList());

    private static Measured of(String state, double growthLow, double year, double growth, double generality) {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        values.put(Measure.MEDIAN_YEAR, year);
        values.put(Measure.GROWTH, growth);
        values.put(Measure.GENERALITY, generality);
        return new Measured(
                Samples.draft("x", false),
                50,
                new GapFigures(
                        state,
                        GapFigures.Estimate.NONE,
                        new GapFigures.Estimate(growthLow + .1, growthLow, growthLow + .2)),
                values);
    }

    private static Boolean is(String kind, Measured measured) {
        return Kinds.is(kind, KINDS.parts(measured));
    }

    @Test
    void challengerFollowsOrRunsParallelAndGrowsFaster() {
        assertThat(is(Kinds.CHALLENGER, of("FOLLOW", .01, 0, 0, 0))).isTrue();
        assertThat(is(Kinds.CHALLENGER, of("PARALLEL", .01, 0, 0, 0))).isTrue();
        assertThat(is(Kinds.CHALLENGER, of("LEAD", .01, 0, 0, 0))).isFalse();
        assertThat(is(Kinds.CHALLENGER, of("FOLLOW", 0, 0, 0, 0))).isFalse();
        assertThat(is(Kinds.CHALLENGER, of("FOLLOW", -.01, 0, 0, 0))).isFalse();
    }

    @Test
    void frontierIsYoungFastAndGeneral() {
        // of 0 to 12: two thirds is at 8 (2008), three quarters at 9 (.9), the median at 6 (.6)
        assertThat(is(Kinds.FRONTIER, of(null, 0, 2008, .9, .6))).isTrue();
        assertThat(is(Kinds.FRONTIER, of(null, 0, 2007.5, .9, .6))).isFalse();
        assertThat(is(Kinds.FRONTIER, of(null, 0, 2008, .89, .6))).isFalse();
        assertThat(is(Kinds.FRONTIER, of(null, 0, 2008, .9, .59))).isFalse();
    }

    @Test
    void undefinedPartLeavesTheKindUndefined() {
        assertThat(is(Kinds.CHALLENGER, of(null, .01, 0, 0, 0))).isNull();
        assertThat(is(Kinds.CHALLENGER, of("LOW_N", .01, 0, 0, 0))).isNull();
        assertThat(is(Kinds.CHALLENGER, of("LEAD", Double.NaN, 0, 0, 0))).isNull();
        assertThat(is(Kinds.FRONTIER, of(null, 0, 2012, 1.2, Double.NaN))).isNull();
        assertThat(Kinds.is(Kinds.FRONTIER, new Kinds(List.of()).parts(of(null, 0, 2012, 1, 1))))
                .isNull();
    }

    @Test
    void kindsAreBothOneNeitherOrUndefined() {
        assertThat(Kinds.of(true, true)).isEqualTo("BOTH");
        assertThat(Kinds.of(true, null)).isEqualTo("CHALLENGER");
        assertThat(Kinds.of(false, true)).isEqualTo("FRONTIER");
        assertThat(Kinds.of(false, false)).isEqualTo("NEITHER");
        assertThat(Kinds.of(null, false)).isNull();
        assertThat(Kinds.of(null, null)).isNull();
    }

    @Test
    void figuresBehindAreTold() {
        assertThat(KINDS.parts(of("FOLLOW", .01, 2009, .5, .7)))
                .filteredOn(part -> part.part().equals("GROWTH"))
                .containsExactly(new KindPart("x", "FRONTIER", "GROWTH", .5, .9, null, false));
    }
}
