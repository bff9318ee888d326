package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.NetworkConfig;

class PairCountsTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final int AB = 0;

    private final CodeNetwork net = CodeNetwork.of(Graphs.fourFamilies(), 1);

    @Test
    void pairsStandInCanonicalOrder() {
        assertThat(net.codes).containsExactly("A", "B", "C", "D");
        assertThat(net.lesser).containsExactly(0, 0, 1, 1, 2);
        assertThat(net.greater).containsExactly(1, 2, 2, 3, 3);
    }

    @Test
    void countsOfFourFamilies() {
        assertThat(net.full).containsExactly(2, 1, 2, 1, 1);
        assertThat(net.newman).containsExactly(new double[] {1.5, .5, 1, .5, .5}, CLOSE);
        assertThat(net.refined).containsExactly(new double[] {4 / 3., 1 / 3., 2 / 3., 1 / 3., 1 / 3.}, CLOSE);
    }

    @Test
    void strengthsOfTheThreeCountings() {
        assertThat(net.graph(NetworkConfig.Counting.FULL).strengths()).containsExactly(3, 5, 4, 2);
        assertThat(net.graph(NetworkConfig.Counting.NEWMAN).strengths())
                .containsExactly(new double[] {2, 3, 2, 1}, CLOSE);
        assertThat(net.graph(NetworkConfig.Counting.REFINED).strengths())
                .containsExactly(new double[] {5 / 3., 7 / 3., 4 / 3., 2 / 3.}, CLOSE);
    }

    @Test
    void familyWithOneCodeCountsForItsCode() {
        assertThat(net.families).isEqualTo(4);
        assertThat(net.codeFamilies).containsExactly(3, 3, 2, 1);
    }

    @Test
    void normalisedWeightsOfAB() {
        long c = net.full[AB];
        assertThat(Normalisation.association(c, 3, 3)).isEqualTo(0.222222, CLOSE);
        assertThat(Normalisation.lift(c, 3, 3, net.families)).isEqualTo(0.888889, CLOSE);
        // Sums of full counts: A 3, B 5, all 14.
        assertThat(Normalisation.vos(c, 3, 5, 14)).isEqualTo(1.866667, CLOSE);
        assertThat(Normalisation.salton(c, 3, 3)).isEqualTo(0.666667, CLOSE);
        assertThat(Normalisation.jaccard(c, 3, 3)).isEqualTo(0.5);
        assertThat(Normalisation.inclusion(c, 3, 3)).isEqualTo(0.666667, CLOSE);
    }

    @Test
    void chanceGivesLiftOne() {
        assertThat(Normalisation.lift(10, 20, 50, 100)).isEqualTo(1);
    }

    @Test
    void familyWithTooManyCodesIsLeftOutOfPairsAndCounted() {
        PairBlock block = new PairBlock();
        block.add(List.of("A", "B", "C"), 2010, 2);
        block.add(List.of("A", "B"), 2010, 2);
        CodeNetwork counted = CodeNetwork.of(block.done(), 1);
        assertThat(block.leftOut).isEqualTo(1);
        assertThat(counted.codeFamilies).containsExactly(2, 2, 1);
        assertThat(counted.full).containsExactly(1);
    }

    @Test
    void rareCodeIsNoNodeButItsFamiliesKeepTheirFractions() {
        CodeNetwork without = CodeNetwork.of(Graphs.fourFamilies(), 2);
        assertThat(without.codes).containsExactly("A", "B", "C");
        assertThat(without.newman).containsExactly(1.5, .5, 1);
    }

    @Test
    void noFamiliesGiveNoNetwork() {
        CodeNetwork none = CodeNetwork.of(new PairBlock().done(), 1);
        assertThat(none.codes).isEmpty();
        assertThat(none.graph(NetworkConfig.Counting.FULL).edges()).isZero();
        assertThat(none.firstYear).isZero();
    }

    @Test
    void blocksAddUpToTheWhole() {
        Random random = new Random(5);
        PairBlock whole = new PairBlock();
        List<PairBlock> blocks = List.of(new PairBlock(), new PairBlock(), new PairBlock());
        for (int f = 0; f < 3_000; f++) {
            List<String> codes = new ArrayList<>();
            for (int c = 0; c < 200; c++) {
                if (random.nextInt(30) == 0) {
                    codes.add("C" + (100 + c));
                }
            }
            whole.add(codes, 2000 + f % 20, 100);
            blocks.get(f % 3).add(codes, 2000 + f % 20, 100);
        }
        PairBlock sum = new PairBlock();
        blocks.forEach(block -> sum.add(block.done()));
        CodeNetwork ofWhole = CodeNetwork.of(whole.done(), 1);
        CodeNetwork ofSum = CodeNetwork.of(sum.done(), 1);
        assertThat(ofSum.lesser).isEqualTo(ofWhole.lesser);
        assertThat(ofSum.full).isEqualTo(ofWhole.full);
        assertThat(ofSum.newman).containsExactly(ofWhole.newman, within(1e-9));
        assertThat(ofSum.yearly).isDeepEqualTo(ofWhole.yearly);
    }
}
