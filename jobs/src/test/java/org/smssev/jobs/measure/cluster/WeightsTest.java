package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void documentFrequenciesOfBlocksAddUp() {
        Dictionary dictionary = Blocks.dictionary(
                1, 1, 100, Blocks.texts("alloy steel", "alloy alloy"), Blocks.texts("steel glass", "alloy"));
        assertThat(dictionary.size()).isEqualTo(3);
        assertThat(dictionary.df(dictionary.find("talloy"))).isEqualTo(3);
        assertThat(dictionary.df(dictionary.find("tsteel"))).isEqualTo(2);
        assertThat(dictionary.find("tzinc")).isNegative();
    }

    @Test
    void rareAndCommonTermsAreLeftOut() {
        RawBlock block = Blocks.texts("alloy steel", "alloy steel", "alloy glass", "alloy");
        Dictionary dictionary = Blocks.dictionary(2, 0.5, 100, block);
        assertThat(dictionary.size()).isEqualTo(1);
        assertThat(dictionary.name(0)).isEqualTo("steel");
    }

    @Test
    void mostFrequentTermsStayAndTiesGoToTheLesser() {
        Dictionary dictionary = Blocks.dictionary(1, 1, 2, Blocks.texts("zinc steel", "zinc alloy"));
        assertThat(dictionary.name(0)).isEqualTo("alloy");
        assertThat(dictionary.name(1)).isEqualTo("zinc");
    }

    @Test
    void termsWeighLogarithmOfCountTimesIdfAtNormOne() {
        RawBlock raw = Blocks.texts("alloy alloy steel", "alloy", "glass");
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        SparseBlock block = SparseBlock.of(raw, dictionary, 0.25);
        double alloy = (1 + Math.log(2)) * (Math.log(4 / 3.0) + 1);
        double steel = Math.log(4 / 2.0) + 1;
        double norm = Math.hypot(alloy, steel);
        assertThat((double) block.weights[0]).isCloseTo(alloy / norm, within(1e-6));
        assertThat((double) block.weights[1]).isCloseTo(steel / norm, within(1e-6));
    }

    @Test
    void codesWeighAsConfiguredAndSubclassesHalfOfGroups() {
        RawBlock.Builder builder = new RawBlock.Builder(true);
        builder.add("f", null, null, List.of("H01M 10/0525", "H01M 10/42", "C22C"), 2020, null);
        RawBlock raw = builder.build();
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        SparseBlock block = SparseBlock.of(raw, dictionary, 0.25);
        double square = 0;
        for (float weight : block.weights) {
            square += weight * weight;
        }
        assertThat(block.weights).hasSize(3);
        assertThat(Math.sqrt(square)).isCloseTo(0.25, within(1e-6));
        assertThat((double) block.weights[1]).isCloseTo(0.25 / Math.sqrt(1.25), within(1e-6));
        assertThat(dictionary.name(0)).isEqualTo("H01M 10");
    }

    @Test
    void sampleDependsOnTheIdAlone() {
        String[] ids = new String[10_000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = String.valueOf(40_000_000 + i);
        }
        boolean[] marked = StableSample.mark(ids, 2_500, ids.length);
        int count = 0;
        for (boolean is : marked) {
            count += is ? 1 : 0;
        }
        assertThat(count).isBetween(2_300, 2_700);
        assertThat(StableSample.mark(new String[] {ids[77]}, 2_500, ids.length)[0])
                .isEqualTo(marked[77]);
        assertThat(StableSample.mark(ids, 10_000, ids.length)).doesNotContain(false);
    }
}
