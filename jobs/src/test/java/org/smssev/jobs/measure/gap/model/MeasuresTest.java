package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.stats.Wilson;

class MeasuresTest {
    private static final double EXACT = 1e-12;

    private static Side side(Map<Integer, Double> years) {
        double[] sums = new double[Side.YEARS + 40];
        years.forEach((year, n) -> {
            sums[Side.FAMILIES] += n;
            sums[Side.YEARS + year - 1990] = n;
        });
        return new Side(1990, sums);
    }

    @Test
    void thirtyOfSixtyAgainstAQuarterOfAllGivesAdvantageTwo() {
        Figure rta = Measures.rta(30, 60, 100, 400);
        assertThat(rta.value()).isCloseTo(2, within(EXACT));
        assertThat(Measures.rpa(rta).value()).isCloseTo(60, within(EXACT));
        assertThat(Measures.rsta(rta).value()).isCloseTo(0.333333, within(5e-7));
    }

    @Test
    void noFamiliesInTheFieldIsAdvantageZeroAndNoTotalIsUndefined() {
        Figure none = Measures.rta(0, 60, 100, 400);
        assertThat(none.value()).isZero();
        assertThat(Measures.rpa(none).value()).isEqualTo(-100);
        assertThat(Measures.rsta(none).value()).isEqualTo(-1);
        assertThat(Measures.rta(0, 60, 0, 400).status()).isEqualTo("UNDEFINED");
        assertThat(Measures.rpa(Measures.rta(0, 0, 1, 400)).value()).isNull();
    }

    @Test
    void sixOfTwentyHasWilsonsInterval() {
        Figure share = Measures.share(6, 20);
        assertThat(share.value()).isCloseTo(.3, within(EXACT));
        assertThat(share.lo95()).isCloseTo(.145477, within(5e-7));
        assertThat(share.hi95()).isCloseTo(.518973, within(5e-7));
        assertThat(Measures.share(0, 0)).isEqualTo(Figure.none("UNDEFINED"));
    }

    @Test
    void shareGapOfThreeAndTwoTenthsOfTwentyHasErrorPoint1565() {
        Figure gap = Measures.shareGap(6, 4, 20);
        assertThat(gap.value()).isCloseTo(.1, within(EXACT));
        assertThat((gap.hi95() - gap.value()) / Wilson.Z95).isCloseTo(.1565, within(5e-5));
    }

    @Test
    void positionWithoutRivalsIsSole() {
        assertThat(Measures.rpp(10, 4).value()).isEqualTo(2.5);
        assertThat(Measures.rpp(10, 0)).isEqualTo(Figure.none("SOLE"));
        assertThat(Measures.rpp(0, 0)).isEqualTo(Figure.none("UNDEFINED"));
    }

    @Test
    void logGapIsSymmetricAndUndefinedOnlyWhereBothAreNone() {
        assertThat(Measures.logGap(10, 10).value()).isZero();
        // ln(20.5 / 9.5)
        assertThat(Measures.logGap(20, 9).value()).isCloseTo(Math.log(20.5 / 9.5), within(EXACT));
        assertThat(Measures.logGap(0, 4).value()).isCloseTo(Math.log(.5 / 4.5), within(EXACT));
        assertThat(Measures.logGap(0, 0).value()).isNull();
    }

    @Test
    void doublingInTwoYearsGrowsByTheRootOfTwo() {
        Windows w = Windows.before(2022, 2, 2);
        assertThat(w.label()).isEqualTo("2017-2018/2019-2020");
        Side a = side(Map.of(2017, 2.0, 2018, 3.0, 2019, 4.0, 2020, 6.0, 2021, 99.0));
        assertThat(Measures.growth(a, w, false).value()).isCloseTo(Math.sqrt(2) - 1, within(EXACT));
        Side flat = side(Map.of(2017, 1.0, 2020, 1.0));
        assertThat(Measures.growthGap(a, flat, w).value()).isCloseTo(Math.sqrt(2) - 1, within(EXACT));
    }

    @Test
    void emptyEarlierWindowTakesTheSlopeForBothSides() {
        Windows w = Windows.before(2020, 0, 1);
        Side fresh = side(Map.of(2020, Math.E - 1));
        // ln(x + 1) rises from 0 to 1 in one year
        assertThat(Measures.growth(fresh, w, true).value()).isCloseTo(Math.E - 1, within(1e-9));
        assertThat(Measures.growthGap(fresh, fresh, w).value()).isZero();
        assertThat(Measures.growth(side(Map.of()), w, true).status()).isEqualTo("UNDEFINED");
    }

    @Test
    void lagIsTheYearsSinceTheLeaderHadTheLevel() {
        // B passes 10 half way through 2012 (cumulative 5 in 2011, 15 in 2012); A reaches it in 2020
        Side b = side(Map.of(2010, 2.0, 2011, 3.0, 2012, 10.0, 2020, 5.0));
        Side a = side(Map.of(2015, 4.0, 2020, 6.0));
        assertThat(Measures.lag(a, b, 2010, 2020).value()).isCloseTo(8.5, within(EXACT));
        assertThat(Measures.lag(b, a, 2010, 2020).value()).isCloseTo(-8.5, within(EXACT));
    }

    @Test
    void lagIsCensoredWhereTheLeaderHadTheLevelFromTheStart() {
        Side b = side(Map.of(2010, 20.0));
        Side a = side(Map.of(2015, 4.0));
        assertThat(Measures.lag(a, b, 2010, 2020)).isEqualTo(new Figure(10.0, null, null, "CENSORED"));
        assertThat(Measures.lag(side(Map.of()), side(Map.of()), 2010, 2020).status())
                .isEqualTo("UNDEFINED");
    }

    @Test
    void equalSeriesHaveNoLag() {
        Side a = side(Map.of(2010, 1.0, 2020, 1.0));
        assertThat(Measures.lag(a, a, 2010, 2020).value()).isZero();
    }

    @Test
    void theFrontierIsTheStrongestAndShowsNoLead() {
        assertThat(Measures.frontierGap(3, 12).value()).isEqualTo(.75);
        assertThat(Measures.frontierGap(12, 12).value()).isZero();
        assertThat(Measures.frontierGap(0, 0).status()).isEqualTo("UNDEFINED");
    }

    @Test
    void relativeGrowthIsThatOfTheFieldOverThatOfAll() {
        Windows w = Windows.before(2020, 0, 1);
        // The field grows by 3, all by 1
        Side field = side(Map.of(2019, 1.0, 2020, 4.0));
        assertThat(Measures.relativeGrowth(field, side(Map.of(2019, 10.0, 2020, 20.0)), w)
                        .value())
                .isCloseTo(3, within(EXACT));
        assertThat(Measures.relativeGrowth(field, side(Map.of(2019, 7.0, 2020, 7.0)), w)
                        .status())
                .isEqualTo("UNDEFINED");
    }

    @Test
    void ratiosOfMeansAreUndefinedAtNone() {
        assertThat(Measures.logRatio(3, 1.5).value()).isCloseTo(Math.log(2), within(EXACT));
        assertThat(Measures.logRatio(0, 1).value()).isNull();
        assertThat(Measures.logRatio(1, Double.NaN).value()).isNull();
    }
}
