package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config;
import org.smssev.common.tables.GapTables.Gap;
import org.smssev.common.tables.GapTables.GapSummary;

class GapCalculatorTest {
    private static final Config.Gap SETTINGS = new Config.Gap(5, 20, 0.25, 1.2, 10, Map.of(), 200, 7);
    private static final int FIRST = 2005;
    private static final int LAST = 2024;

    private final Families families = new Families();
    private final List<Subject> subjects = new ArrayList<>();

    /** Makes all families since the last call a technology. */
    private void subject(String id, int from) {
        subjects.add(new Subject(
                Subject.TECHNOLOGY, id, IntStream.range(from, families.size()).toArray()));
    }

    /** A technology: families a year of Korea and of the United States, and the rise a year of Korea's. */
    private void technology(String id, double korea, double us, double rise) {
        int from = families.size();
        for (int year = FIRST; year <= LAST; year++) {
            int n = (int) Math.max(0, korea * (1 + (year - FIRST) * rise));
            for (int i = 0; i < n; i++) {
                families.add("KR", year, i % 2 == 0);
            }
            for (int i = 0; i < us; i++) {
                families.add("US", year, i % 3 == 0);
            }
        }
        subject(id, from);
    }

    private Frame frame(String... references) {
        boolean dated = Arrays.stream(families.columns().year).anyMatch(year -> year > 0);
        return new Frame(
                families.columns().countryNames,
                "KR",
                List.of(references),
                Map.of("EU", List.of("DE", "FR", "KR", "SE")),
                dated ? FIRST : 0,
                dated ? LAST - FIRST + 1 : 0,
                dated ? Windows.before(LAST, 2, 5) : null,
                5);
    }

    private GapCalculator measured(String... references) {
        Frame frame = frame(references);
        return new GapCalculator(subjects, families.facts(frame), frame, SETTINGS);
    }

    private static Gap gap(GapCalculator calculator, String id, String country, String reference, String measure) {
        return calculator.gaps().stream()
                .filter(g -> g.subjectId().equals(id)
                        && g.country().equals(country)
                        && g.reference().equals(reference)
                        && g.familyFilter().equals("ALL")
                        && g.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static GapSummary summary(GapCalculator calculator, String id) {
        return calculator.summaries().stream()
                .filter(g -> g.subjectId().equals(id)
                        && g.reference().equals("BEST_OTHER")
                        && g.familyFilter().equals("ALL"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void strongLeaderLeadsAndStrongFollowerFollows() {
        technology("lead", 30, 10, .3);
        technology("even", 12, 12, 0);
        technology("tail", 4, 40, -.045);
        GapCalculator calculator = measured();
        assertThat(summary(calculator, "lead").state()).isEqualTo("LEAD");
        assertThat(summary(calculator, "even").state()).isEqualTo("PARALLEL");
        assertThat(summary(calculator, "tail").state()).isEqualTo("FOLLOW");
        assertThat(summary(calculator, "tail").quantityState()).isEqualTo("FOLLOW");
    }

    @Test
    void compositeIsTheWeightedSumOfItsPartsWithinItsInterval() {
        technology("a", 20, 3, .2);
        technology("b", 10, 10, .1);
        technology("c", 3, 40, -.02);
        GapSummary a = summary(measured(), "b");
        assertThat(a.parts())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(p -> assertThat(p.z()).isBetween(-3.0, 3.0));
        assertThat(a.composite())
                .isCloseTo(
                        a.parts().stream().mapToDouble(p -> p.z() * p.weight()).sum(), within(1e-12))
                .isBetween(a.lo95(), a.hi95());
    }

    @Test
    void keysOfAllRowsAreUnique() {
        technology("a", 20, 3, .2);
        technology("b", 10, 10, .1);
        List<String> keys = new ArrayList<>();
        measured("US", "EU", "JP")
                .gaps()
                .forEach(g -> keys.add(String.join(
                        "|",
                        g.subjectKind(),
                        g.subjectId(),
                        g.country(),
                        g.reference(),
                        g.familyFilter(),
                        g.measure(),
                        g.window())));
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void withoutCountriesAndYearsEveryMeasureOfCountriesIsUndefinedAndNull() {
        for (int i = 0; i < 50; i++) {
            families.add("UNKNOWN", null, false);
        }
        subject("blind", 0);
        GapCalculator calculator = measured();
        assertThat(calculator.gaps())
                .filteredOn(g -> !g.country().equals("WORLD"))
                .isNotEmpty()
                .allSatisfy(g -> {
                    assertThat(g.value()).as(g.measure()).isNull();
                    assertThat(g.status()).isEqualTo("UNDEFINED");
                });
        assertThat(summary(calculator, "blind").state()).isNull();
        assertThat(summary(calculator, "blind").status()).isEqualTo("UNDEFINED");
    }

    @Test
    void unknownCountriesCountInTotalsAndAreNoRival() {
        for (int i = 0; i < 40; i++) {
            families.add(i < 10 ? "KR" : "UNKNOWN", 2015, false);
        }
        subject("s", 0);
        GapCalculator calculator = measured();
        assertThat(gap(calculator, "s", "KR", "WORLD", "share").value()).isEqualTo(.25);
        assertThat(gap(calculator, "s", "KR", "BEST_OTHER", "rpp").status()).isEqualTo("SOLE");
    }

    @Test
    void fewFamiliesAreMarked() {
        families.add("KR", 2015, false).add("KR", 2015, false);
        subject("s", 0);
        assertThat(gap(measured(), "s", "KR", "WORLD", "share").status()).isEqualTo("LOW_N");
    }

    @Test
    void positionOfASubjectWithFewFamiliesIsNotTold() {
        technology("a", 30, 10, .3);
        technology("b", 12, 12, 0);
        technology("c", 4, 40, -.045);
        families.add("KR", 2013, true).add("KR", 2017, true).add("US", 2012, true);
        families.add("US", 2018, true);
        subject("few", families.size() - 4);
        GapSummary few = summary(measured(), "few");
        assertThat(few.status()).isEqualTo("LOW_N");
        assertThat(few.composite()).isNotNull();
        assertThat(few.state()).isEqualTo("LOW_N");
        assertThat(few.quantityState()).isEqualTo("LOW_N");
    }

    @Test
    void aBlocIsItsOtherMembersTogether() {
        for (String country : List.of("KR", "KR", "KR", "DE", "DE", "SE", "US", "US", "US", "US")) {
            families.add(country, 2015, true);
        }
        subject("s", 0);
        GapCalculator calculator = measured("EU");
        assertThat(gap(calculator, "s", "EU", "WORLD", "families").value()).isEqualTo(3);
        assertThat(gap(calculator, "s", "KR", "EU", "log_gap").value()).isEqualTo(0);
        assertThat(gap(calculator, "s", "KR", "REST", "share_gap").value()).isCloseTo(-.4, within(1e-12));
        assertThat(gap(calculator, "s", "KR", "WORLD", "frontier_gap").value()).isEqualTo(.25);
    }

    @Test
    void qualityIsMeasuredApartFromQuantityAndByFamiliesWithACompleteWindow() {
        for (int i = 0; i < 40; i++) {
            families.add("US", 2010, 1, 8);
        }
        for (int i = 0; i < 25; i++) {
            families.add("KR", 2010, 3, 5);
        }
        // Its window is open.
        families.add(
                2022, true, List.of(), "x", new double[] {99, 1, 0, Double.NaN, Double.NaN, Double.NaN, 0}, "KR", 1.0);
        subject("s", 0);
        GapCalculator calculator = measured("US");
        assertThat(gap(calculator, "s", "KR", "WORLD", "rci").value()).isEqualTo(3);
        assertThat(gap(calculator, "s", "KR", "WORLD", "rci").nObs()).isEqualTo(25);
        assertThat(gap(calculator, "s", "KR", "US", "impact_gap").value()).isCloseTo(Math.log(3), within(1e-12));
        assertThat(gap(calculator, "s", "KR", "US", "top10_gap").value()).isEqualTo(1);
        assertThat(gap(calculator, "s", "KR", "US", "tct_gap").value()).isEqualTo(-3);
        assertThat(gap(calculator, "s", "KR", "US", "log_gap").value()).isNegative();
        assertThat(gap(calculator, "s", "KR", "WORLD", "rci").window()).isEqualTo("2005-2017");
    }

    @Test
    void currentImpactIsCitationsOfTheLastYearOverThoseOfAll() {
        // Of 2017 to 2021 in 2022: Korea 3 a family, the United States 1, all (6 + 4)/6
        double[] three = {Double.NaN, Double.NaN, 3, Double.NaN, Double.NaN, Double.NaN, 0};
        double[] one = {Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN, 0};
        double[] older = {Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN, 1};
        for (int i = 0; i < 6; i++) {
            families.add(2017 + i % 5, false, List.of(), "x", i < 2 ? three : one, i < 2 ? "KR" : "US", 1.0);
        }
        families.add(2016, false, List.of(), "x", older, "KR", 1.0);
        families.add(2024, false, List.of(), "x", older, "KR", 1.0);
        subject("s", 0);
        GapCalculator calculator = measured("US");
        Gap cii = gap(calculator, "s", "KR", "WORLD", "cii");
        assertThat(cii.value()).isCloseTo(3 / (10 / 6.0), within(1e-12));
        assertThat(cii.nObs()).isEqualTo(2);
        assertThat(cii.window()).isEqualTo("2017-2021/2022");
        assertThat(gap(calculator, "s", "KR", "WORLD", "tech_strength").value()).isCloseTo(3.6, within(1e-12));
    }

    @Test
    void intervalOfAMeanIsThatOfItsStandardError() {
        Random random = new Random(2);
        double[] impacts = random.doubles(400).map(u -> -Math.log(1 - u)).toArray();
        for (double impact : impacts) {
            families.add("KR", 2010, impact, 5);
        }
        subject("s", 0);
        double mean = Arrays.stream(impacts).average().orElseThrow();
        double variance =
                Arrays.stream(impacts).map(i -> (i - mean) * (i - mean)).sum() / 399;
        Gap rci = gap(measured(), "s", "KR", "WORLD", "rci");
        assertThat(rci.value()).isCloseTo(mean, within(1e-12));
        // 200 draws know the width to about 8 %.
        assertThat(rci.hi95() - rci.lo95())
                .isCloseTo(2 * 1.96 * Math.sqrt(variance / 400), within(.25 * 2 * 1.96 * Math.sqrt(variance / 400)));
    }

    @Test
    void anIntervalIsOfTheFamiliesOfItsFilter() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            boolean isInternational = i % 2 == 0;
            double[] cited = Families.none();
            cited[0] = (isInternational ? 5 : 1) + random.nextDouble();
            cited[6] = 1;
            families.add(2010, isInternational, List.of(), "x", cited, "KR", 1.0);
        }
        subject("s", 0);
        assertThat(measured().gaps())
                .filteredOn(g -> g.country().equals("KR") && g.measure().equals("rci"))
                .hasSize(2)
                .allSatisfy(g -> {
                    double middle = g.familyFilter().equals("ALL") ? 3.5 : 5.5;
                    assertThat(g.value()).isCloseTo(middle, within(.1));
                    assertThat(g.lo95()).isBetween(middle - .5, g.value());
                    assertThat(g.hi95()).isBetween(g.value(), middle + .5);
                });
    }

    @Test
    void figuresDoNotDependOnWhatElseIsMeasured() {
        technology("a", 6, 3, .1);
        int alone = families.size();
        List<Gap> first = measured().gaps();
        technology("b", 5, 5, .1);
        List<Gap> again = measured().gaps().stream()
                .filter(g -> g.subjectId().equals("a"))
                .filter(g -> !List.of("rta", "rpa", "rsta", "rdgr").contains(g.measure()))
                .toList();
        assertThat(alone).isPositive();
        assertThat(again)
                .isEqualTo(first.stream()
                        .filter(g -> !List.of("rta", "rpa", "rsta", "rdgr").contains(g.measure()))
                        .toList());
    }

    @Test
    void aFieldOfManyYearsHasAMaturityAndAYoungOneIsUnreliable() {
        int from = families.size();
        int[] yearly = {1, 1, 2, 4, 7, 11, 15, 17, 15, 11, 7, 4, 2, 1, 1, 1, 0, 0, 0, 0};
        for (int year = 0; year < yearly.length; year++) {
            for (int i = 0; i < yearly[year]; i++) {
                families.add("KR", FIRST + year, false);
            }
        }
        subject("ripe", from);
        from = families.size();
        for (int year = 2018; year <= LAST; year++) {
            for (int i = 0; i < 1 << (year - 2018); i++) {
                families.add("US", year, false);
            }
        }
        subject("young", from);
        GapCalculator calculator = measured();
        Gap ripe = gap(calculator, "ripe", "WORLD", "WORLD", "maturity");
        assertThat(ripe.value()).isBetween(.9, 1.0);
        assertThat(ripe.status()).isEqualTo("OK");
        assertThat(gap(calculator, "young", "WORLD", "WORLD", "maturity").value())
                .isNull();
        assertThat(gap(calculator, "young", "WORLD", "WORLD", "maturity").status())
                .isEqualTo("UNRELIABLE");
    }
}
