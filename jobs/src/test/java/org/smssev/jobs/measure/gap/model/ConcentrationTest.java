package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.smssev.jobs.measure.FamilyColumns;

class ConcentrationTest {
    private static Concentration of(int... familiesOfApplicants) {
        Concentration concentration = new Concentration();
        for (int applicant = 0; applicant < familiesOfApplicants.length; applicant++) {
            for (int i = 0; i < familiesOfApplicants[applicant]; i++) {
                concentration.add(applicant);
            }
        }
        return concentration;
    }

    @Test
    void indexIsTheSumOfSquaredSharesAndItsBiasIsTaken() {
        // Shares .5, .3, .2 of ten: .38; (3.8 - 1)/9
        Concentration concentration = of(5, 3, 2);
        assertThat(concentration.hhi().value()).isCloseTo(.38, within(1e-12));
        assertThat(concentration.adjustedHhi().value()).isCloseTo(2.8 / 9, within(1e-12));
    }

    @Test
    void applicantsOfOneFamilyEachAreNotConcentrated() {
        assertThat(of(1, 1, 1, 1, 1).adjustedHhi().value()).isCloseTo(0, within(1e-12));
        assertThat(of(7).hhi().value()).isEqualTo(1);
        assertThat(of(1).adjustedHhi().status()).isEqualTo("UNDEFINED");
        assertThat(of().hhi().status()).isEqualTo("UNDEFINED");
    }

    @Test
    void unknownApplicantsDoNotCount() {
        Concentration concentration = of(4, 3, 2, 1, 10);
        concentration.add(FamilyColumns.NOBODY);
        assertThat(concentration.families()).isEqualTo(20);
        assertThat(concentration.firstFour().value()).isEqualTo(.95);
    }

    @Test
    void riskAsksForBothHomesAndShare() {
        assertThat(Concentration.risk(8, 3)).isEqualTo(Concentration.HIGH);
        assertThat(Concentration.risk(10, 2.9)).isEqualTo(Concentration.MEDIUM);
        assertThat(Concentration.risk(7, 9)).isEqualTo(Concentration.MEDIUM);
        assertThat(Concentration.risk(5, 1.9)).isEqualTo(Concentration.LOW);
        assertThat(Concentration.risk(4, 9)).isEqualTo(Concentration.LOW);
    }
}
