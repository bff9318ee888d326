package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GapTables.GapPart;

class CompositeTest {
    private static final int DRAWS = 2_000;

    private static double[] draws(double value, double spread, Random random) {
        return random.doubles(DRAWS)
                .map(u -> value + spread * random.nextGaussian())
                .toArray();
    }

    /** Three subjects at -v, 0 and v in each measure: the MAD is v. */
    private static Composite composite(double value, double spread, boolean dependent) {
        Composite composite = new Composite();
        for (int subject = -1; subject <= 1; subject++) {
            Random random = new Random(4);
            double[] shared = draws(subject * value, spread, random);
            for (String measure : new String[] {"log_gap", "impact_gap", "growth_gap"}) {
                composite.add(
                        "s" + subject,
                        measure,
                        Figure.of(subject * value),
                        dependent ? shared : draws(subject * value, spread, random));
            }
        }
        return composite;
    }

    @Test
    void partsAreScaledByTheSpreadOfTheSubjectsAndNotCentred() {
        Composite.Gap gap = composite(2, .1, false).of("s1");
        assertThat(gap.value()).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(gap.parts()).extracting(GapPart::weight).containsOnly(1 / 3.0);
        assertThat(composite(2, .1, false).of("s0").value()).isZero();
    }

    @Test
    void partsThatMoveTogetherMakeTheIntervalWide() {
        double spread = .5 / 1.4826;
        Interval together = composite(1, .5, true).of("s0").interval();
        Interval apart = composite(1, .5, false).of("s0").interval();
        assertThat(together.hi95() - together.lo95()).isCloseTo(2 * 1.96 * spread, within(.08));
        assertThat(apart.hi95() - apart.lo95()).isCloseTo(2 * 1.96 * spread / Math.sqrt(3), within(.08));
    }

    @Test
    void positionIsTakenByTheIntervalNotByThePoint() {
        assertThat(composite(1, .1, true).of("s1").state(.25)).isEqualTo("LEAD");
        assertThat(composite(1, .1, true).of("s-1").state(.25)).isEqualTo("FOLLOW");
        // The point is as far ahead, but its interval reaches below the half width.
        assertThat(composite(1, 1, true).of("s1").state(.25)).isEqualTo("PARALLEL");
    }

    @Test
    void lagAndCycleTimeCountAsAheadWhereTheyAreLess() {
        Composite composite = new Composite();
        double[] none = new double[DRAWS];
        for (String measure : new String[] {"lag_years", "tct_gap", "log_gap"}) {
            composite.add("a", measure, Figure.of(1), none);
            composite.add("b", measure, Figure.of(-1), none);
        }
        assertThat(composite.of("a").parts())
                .filteredOn(p -> p.measure().equals("log_gap"))
                .allMatch(p -> p.z() > 0);
        assertThat(composite.of("a").parts())
                .filteredOn(p -> !p.measure().equals("log_gap"))
                .allMatch(p -> p.z() < 0);
    }

    @Test
    void fewerThanThreePartsOrNoSpreadIsUndefined() {
        Composite composite = new Composite();
        for (String measure : new String[] {"lag_years", "tct_gap", "log_gap"}) {
            composite.add("a", measure, Figure.of(1), new double[DRAWS]);
        }
        assertThat(composite.of("a").value()).isNull();
        assertThat(composite.of("a").state(.25)).isNull();
    }
}
