package org.smssev.jobs.measure.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config;
import org.smssev.common.tables.MeasureTables.Gap;
import org.smssev.common.tables.MeasureTables.GapSummary;

class GapCalculatorTest {
    private static Config config() {
        return new Config(
                new Config.Project("test", "KR", List.of("US"), true),
                "warehouse",
                new Config.Release("1", Config.Release.Mode.SNAPSHOT, 0),
                null,
                null,
                null,
                null,
                null,
                new Config.Gap(5, 20, 0.25, 1.2, 10),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private static Subject subject(String id, double... koreaThenUs) {
        Subject s = Subject.empty(Subject.TECHNOLOGY, id);
        for (int i = 0; i < 10; i++) {
            double kr = koreaThenUs[0] * (1 + i * koreaThenUs[2]);
            s.all().add("KR", 2011 + i, kr);
            s.all().add("US", 2011 + i, koreaThenUs[1]);
            s.international().add("KR", 2011 + i, kr / 2);
            s.international().add("US", 2011 + i, koreaThenUs[1] / 3);
        }
        return s;
    }

    private static GapCalculator measured(List<Subject> subjects) {
        Subject world = Subject.empty(Subject.WORLD, "");
        for (Subject s : subjects) {
            for (String country : List.of("KR", "US", Field.UNKNOWN)) {
                s.all().years(country).forEach((year, n) -> world.all().add(country, year, n));
                s.international()
                        .years(country)
                        .forEach((year, n) -> world.international().add(country, year, n));
            }
        }
        GapCalculator calculator =
                new GapCalculator(world, config(), world.all().lastYear());
        calculator.measure(subjects);
        return calculator;
    }

    private static Gap gap(GapCalculator calculator, String id, String reference, String measure) {
        return calculator.gaps().stream()
                .filter(g -> g.subjectId().equals(id)
                        && g.country().equals("KR")
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
        GapCalculator calculator =
                measured(List.of(subject("lead", 60, 6, .2), subject("even", 20, 20, 0), subject("tail", 3, 60, -.05)));
        assertThat(summary(calculator, "lead").state()).isEqualTo("LEAD");
        assertThat(summary(calculator, "even").state()).isEqualTo("PARALLEL");
        assertThat(summary(calculator, "tail").state()).isEqualTo("FOLLOW");
        assertThat(summary(calculator, "tail").quantityState()).isEqualTo("FOLLOW");
    }

    @Test
    void compositeIsTheWeightedSumOfItsParts() {
        GapCalculator calculator =
                measured(List.of(subject("a", 60, 6, .2), subject("b", 20, 20, .1), subject("c", 3, 60, -.05)));
        GapSummary a = summary(calculator, "a");
        assertThat(a.parts())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(p -> assertThat(p.z()).isBetween(-3.0, 3.0));
        assertThat(a.composite())
                .isCloseTo(
                        a.parts().stream().mapToDouble(p -> p.z() * p.weight()).sum(), within(1e-12));
    }

    @Test
    void keysOfAllRowsAreUnique() {
        GapCalculator calculator = measured(List.of(subject("a", 60, 6, .2), subject("b", 20, 20, 0)));
        List<String> keys = new ArrayList<>();
        calculator
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
    void withoutCountriesAndYearsEveryMeasureIsUndefinedAndNull() {
        Subject blind = Subject.empty(Subject.TECHNOLOGY, "blind");
        blind.all().add(Field.UNKNOWN, null, 50);
        GapCalculator calculator = measured(List.of(blind));
        assertThat(calculator.gaps()).isNotEmpty().allSatisfy(g -> {
            assertThat(g.value()).isNull();
            assertThat(g.status()).isEqualTo("UNDEFINED");
        });
        assertThat(summary(calculator, "blind").state()).isNull();
        assertThat(summary(calculator, "blind").status()).isEqualTo("UNDEFINED");
    }

    @Test
    void unknownCountriesCountInTotalsAndAreNoRival() {
        Subject s = Subject.empty(Subject.TECHNOLOGY, "s");
        s.all().add("KR", 2015, 10);
        s.all().add(Field.UNKNOWN, 2015, 30);
        GapCalculator calculator = measured(List.of(s));
        assertThat(gap(calculator, "s", "WORLD", "share").value()).isEqualTo(.25);
        assertThat(gap(calculator, "s", "BEST_OTHER", "rpp").status()).isEqualTo("SOLE");
    }

    @Test
    void fewFamiliesAreMarked() {
        Subject s = Subject.empty(Subject.TECHNOLOGY, "s");
        s.all().add("KR", 2015, 2);
        assertThat(gap(measured(List.of(s)), "s", "WORLD", "share").status()).isEqualTo("LOW_N");
    }
}
