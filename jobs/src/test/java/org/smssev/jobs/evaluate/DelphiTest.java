package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.PanelTables.Question;
import org.smssev.common.tables.PanelTables.Round;
import org.smssev.common.tables.PanelTables.Sectors;
import org.smssev.jobs.evaluate.Authority.Basis;
import org.smssev.jobs.evaluate.Authority.Degree;

class DelphiTest {
    private final Delphi delphi = new Delphi(PanelConfig.DEFAULTS.delphi(), 10, 8);

    @Test
    void figuresOfAQuestionAreThoseOfItsScores() {
        Question row = delphi.questions(scores(1, "A", 8, 8.5, 9, 8.7, 3)).get(0);
        assertThat(row.median()).isEqualTo(8.5);
        assertThat(row.q3() - row.q1()).isCloseTo(.7, within(1e-12));
        // By hand: mean 7.44, squares .3136 + 1.1236 + 2.4336 + 1.5876 + 19.7136 = 25.172, over 4.
        assertThat(row.sd()).isCloseTo(Math.sqrt(6.293), within(1e-12));
        assertThat(row.cv()).isCloseTo(Math.sqrt(6.293) / 7.44, within(1e-12));
        assertThat(row.rWg()).isCloseTo(1 - 6.293 / (99 / 12.0), within(1e-12));
        assertThat(row.within()).isCloseTo(.8, within(1e-12));
        assertThat(row.agreed()).isTrue();
        assertThat(row.stable()).isFalse();
        assertThat(row.medianChange()).isNull();
    }

    @Test
    void aQuestionIsStableWhereMedianAndVariationStay() {
        List<Score> scores = new ArrayList<>(scores(1, "A", 2, 5, 5, 8, 9));
        scores.addAll(scores(2, "A", 2, 5, 5.4, 8, 9));
        Question second = delphi.questions(scores).get(1);
        assertThat(second.medianChange()).isCloseTo(.4, within(1e-12));
        assertThat(second.stable()).isTrue();
        assertThat(second.agreed()).isFalse();
        scores.addAll(scores(3, "A", 2, 5, 5.9, 8, 9));
        assertThat(delphi.questions(scores).get(2).stable()).isFalse();
    }

    @Test
    void roundsEndAgreedOrStableOrWithTheLast() {
        List<Score> scores = new ArrayList<>(scores(1, "A", 1, 3, 5, 7, 9));
        scores.addAll(scores(2, "A", 1, 3, 5, 7, 9));
        assertThat(rounds(scores)).extracting(Round::decision).containsExactly("CONTINUE", "STABLE");
        scores.addAll(scores(3, "A", 5, 5, 5, 5, 6));
        assertThat(rounds(scores).get(2).decision()).isEqualTo("AGREED");
        scores.addAll(scores(4, "A", 1, 3, 7, 9, 9));
        assertThat(rounds(scores).get(3).decision()).isEqualTo("LAST");
    }

    @Test
    void responseAndDropoutsAreCountedAndCompletersShownApart() {
        List<Score> scores = new ArrayList<>(scores(1, "A", 1, 2, 9, 9, 9));
        scores.addAll(scores(2, "A", 1, 2, 9));
        List<Round> rounds = rounds(scores);
        assertThat(rounds).extracting(Round::response).containsExactly(5 / 8.0, 3 / 8.0);
        assertThat(rounds).extracting(Round::dropouts).containsExactly(0, 2);
        assertThat(rounds).extracting(Round::completers).containsExactly(5, 3);
        Question second = delphi.questions(scores).get(1);
        // All: 9 to 2; those who answered twice: 2 to 2, with the same spread.
        assertThat(second.medianChange()).isEqualTo(-7);
        assertThat(second.stable()).isFalse();
        assertThat(rounds.get(1).settled()).isZero();
        assertThat(rounds.get(1).settledCompleters()).isEqualTo(1);
        assertThat(second.nCompleters()).isEqualTo(3);
    }

    @Test
    void scoresLeftOutAndSubIndicatorsAreNoPartOfTheRounds() {
        List<Score> scores = new ArrayList<>(scores(1, "A", 5, 6));
        scores.add(new Score(1, "E8", "A", "impact", "impact", 0, true, false));
        scores.add(new Score(1, "E9", "A", "impact", "jobs", 0, false, false));
        assertThat(delphi.questions(scores).get(0).n()).isEqualTo(2);
    }

    @Test
    void pointsOfAScaleCountBothEnds() {
        assertThat(Delphi.points(0, 10)).isEqualTo(11);
        assertThat(Delphi.points(0, 100)).isEqualTo(101);
        assertThat(Delphi.points(1, 10)).isEqualTo(10);
        assertThat(Delphi.points(1, 5)).isEqualTo(5);
    }

    /** H and p by scipy.stats.kruskal 1.15.3 on the same three groups. */
    @Test
    void sectorsThatPartAreTold() {
        List<Score> scores = scores(1, "A", 7, 8, 8, 9, 5, 6, 6, 8, 9, 9.5, 7, 10);
        Map<String, String> sectorOf = new java.util.TreeMap<>();
        for (int e = 0; e < 12; e++) {
            sectorOf.put(id(e), e < 4 ? "INDUSTRY" : e < 7 ? "GOVERNMENT" : "ACADEMIA");
        }
        Sectors row = SectorRows.of(scores, sectorOf, 1).get(0);
        assertThat(row.kruskalH()).isCloseTo(6.954838709677428, within(1e-9));
        assertThat(row.p()).isCloseTo(.030887016701777445, within(1e-9));
        assertThat(row.difference()).isEqualTo(3);
        assertThat(row.parted()).isTrue();
        assertThat(SectorRows.of(scores, sectorOf, 3.5).get(0).parted()).isFalse();
    }

    @Test
    void sectorsWithFewScoresAreNotCompared() {
        Sectors row = SectorRows.of(
                        scores(1, "A", 1, 9, 9, 9),
                        Map.of(id(0), "INDUSTRY", id(1), "ACADEMIA", id(2), "ACADEMIA", id(3), "ACADEMIA"),
                        1)
                .get(0);
        assertThat(row.status()).isEqualTo("LOW_N");
        assertThat(row.difference()).isNull();
        assertThat(row.industry()).isEqualTo(1);
    }

    /** Krippendorff's own example of four coders and twelve units ("Computing Krippendorff's alpha-reliability"): .849. */
    @Test
    void krippendorffWithGaps() {
        double n = Double.NaN;
        double[][] coders = {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, n, n, n},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, n, 3},
            {n, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, n},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, n}
        };
        assertThat(Reliability.krippendorff(coders)).isCloseTo(.8491071428571428, within(1e-12));
        double[][] shroutFleiss = {{9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}};
        assertThat(Reliability.krippendorff(shroutFleiss)).isCloseTo(.147308, within(1e-6));
        assertThat(Reliability.krippendorff(new double[][] {{5, 5}, {5, 5}})).isNaN();
    }

    /** 16 experts of the BMJ Open study of method.md: Ca .944 and Cs .775 give Cr .8595. */
    @Test
    void authorityIsTheMeanOfBasisAndFamiliarity() {
        assertThat(Authority.authority(.944, .775)).isCloseTo(.8595, within(1e-12));
        Map<Basis, Degree> large = new EnumMap<>(Basis.class);
        Map<Basis, Degree> small = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            large.put(basis, Degree.LARGE);
            small.put(basis, Degree.SMALL);
        }
        assertThat(Authority.basis(large)).isEqualTo(1);
        assertThat(Authority.basis(small)).isEqualTo(.6);
        large.put(Basis.THEORY, Degree.MEDIUM);
        assertThat(Authority.basis(large)).isEqualTo(.9);
        assertThat(Authority.basis(Basis.PRACTICE)).isEqualTo(.8);
        assertThat(Basis.of("实践")).contains(Basis.PRACTICE);
        assertThat(Basis.of("practice 实践")).contains(Basis.PRACTICE);
        assertThat(Basis.of("hearsay")).isEmpty();
    }

    /** With more candidates than can be counted through, drawn permutations stand near the chi-squared tail. */
    @Test
    void permutationsAreDrawnWhereTheyCannotBeCounted() {
        double[][] alike = new double[6][12];
        double[][] random = new double[6][12];
        java.util.Random draw = new java.util.Random(5);
        for (int e = 0; e < 6; e++) {
            for (int i = 0; i < 12; i++) {
                alike[e][i] = i + draw.nextGaussian();
                random[e][i] = draw.nextGaussian();
            }
        }
        assertThat(KendallW.of(alike).pPermutation()).isEqualTo(1 / 2_000.0);
        KendallW none = KendallW.of(random);
        assertThat(none.pPermutation()).isCloseTo(none.p(), within(.06));
        assertThat(KendallW.of(random)).isEqualTo(none);
    }

    private List<Round> rounds(List<Score> scores) {
        return delphi.rounds(scores, delphi.questions(scores));
    }

    private static String id(int expert) {
        return "E" + (10 + expert);
    }

    private static List<Score> scores(int round, String candidate, double... values) {
        List<Score> scores = new ArrayList<>();
        for (int e = 0; e < values.length; e++) {
            scores.add(new Score(round, id(e), candidate, "impact", "impact", values[e], false, false));
        }
        return scores;
    }
}
