package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.smssev.jobs.measure.gap.model.GrowthCurve.Shape;

class GrowthCurveTest {
    private static final double[] CUMULATIVE = {2, 3, 5, 9, 14, 22, 30, 41, 52, 60, 69, 74, 80, 83, 86};

    /** scipy 1.15.3: curve_fit with xtol = ftol = 1e-14, on years 0 to 14. */
    @Test
    void logisticHasTheFiguresOfScipy() {
        GrowthCurve curve = GrowthCurve.fit(CUMULATIVE, Shape.LOGISTIC);
        assertThat(curve.level()).isCloseTo(88.23900516974139, within(1e-5));
        assertThat(curve.rate()).isCloseTo(0.4876560169664087, within(1e-7));
        assertThat(curve.inflexion()).isCloseTo(7.356799132481496, within(1e-6));
        assertThat(curve.squares()).isCloseTo(8.497007590542765, within(1e-8));
        assertThat(curve.aicc(15)).isCloseTo(3.4749577835867385, within(1e-8));
        assertThat(curve.tenToNinety()).isCloseTo(4.394449154672439 / curve.rate(), within(1e-12));
    }

    /** Likewise. */
    @Test
    void gompertzHasTheFiguresOfScipy() {
        GrowthCurve curve = GrowthCurve.fit(CUMULATIVE, Shape.GOMPERTZ);
        assertThat(curve.level()).isCloseTo(99.63655810535569, within(1e-4));
        assertThat(curve.rate()).isCloseTo(0.2668502384188417, within(1e-6));
        assertThat(curve.inflexion()).isCloseTo(6.4817529820937985, within(1e-5));
        assertThat(curve.aicc(15)).isCloseTo(15.401114444613796, within(1e-8));
    }

    @Test
    void exactLogisticIsFoundAgain() {
        double[] y = new double[25];
        for (int t = 0; t < y.length; t++) {
            y[t] = 500 / (1 + Math.exp(-.4 * (t - 11)));
        }
        GrowthCurve curve = GrowthCurve.fit(y, Shape.LOGISTIC);
        assertThat(curve.level()).isCloseTo(500, within(1e-4));
        assertThat(curve.inflexion()).isCloseTo(11, within(1e-6));
        assertThat(curve.isReliable(25)).isTrue();
    }

    @Test
    void levelIsNotIdentifiedBeforeTheInflexion() {
        double[] y = new double[12];
        for (int t = 0; t < y.length; t++) {
            y[t] = 500 / (1 + Math.exp(-.4 * (t - 20)));
        }
        GrowthCurve curve = GrowthCurve.fit(y, Shape.LOGISTIC);
        assertThat(curve == null || !curve.isReliable(12)).isTrue();
    }

    @Test
    void exponentialGrowthIsUnreliable() {
        double[] y = new double[15];
        for (int t = 0; t < y.length; t++) {
            y[t] = Math.exp(.3 * t);
        }
        GrowthCurve curve = GrowthCurve.fit(y, Shape.LOGISTIC);
        assertThat(curve == null || !curve.isReliable(15)).isTrue();
    }

    @Test
    void fewYearsAreNotFitted() {
        assertThat(GrowthCurve.fit(new double[] {1, 2, 4, 6, 8, 9, 10}, Shape.LOGISTIC))
                .isNull();
        assertThat(GrowthCurve.fit(new double[] {3, 3, 3, 3, 3, 3, 3, 3, 3}, Shape.LOGISTIC))
                .isNull();
    }
}
