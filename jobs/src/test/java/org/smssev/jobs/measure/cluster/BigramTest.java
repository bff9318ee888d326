package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BigramTest {
    private static final Bigram SOLID_ELECTROLYTE = new Bigram("tsolid", "telectrolyte");

    private static RawBlock block() {
        return Blocks.texts(
                "solid electrolyte and solid electrolyte", "solid, electrolyte", "a solid electrolyte", "solid alloy");
    }

    @Test
    void familiesCountOnceAndMarksBetweenSeparate() {
        String[] words = {"talloy", "telectrolyte", "tsolid"};
        long alloySolid = 2;
        long solidAlloy = 2L << 32;
        long solidElectrolyte = 2L << 32 | 1;

        assertThat(block().pairFrequencies(words, new long[] {alloySolid, solidAlloy, solidElectrolyte}))
                .containsExactly(0, 1, 2);
        assertThat(block().frequentPairs(words, 2)).containsExactly(solidElectrolyte);
        assertThat(block().frequentPairs(words, 1)).containsExactlyInAnyOrder(solidAlloy, solidElectrolyte);
        assertThat(block().frequentPairs(new String[] {"tsolid"}, 1)).isEmpty();
    }

    @Test
    void titleAndAbstractDoNotJoin() {
        RawBlock.Builder builder = new RawBlock.Builder(true);
        builder.add("f", "Solid", "electrolyte", List.of(), null, null);
        assertThat(builder.build().frequentPairs(new String[] {"telectrolyte", "tsolid"}, 1))
                .isEmpty();
    }

    @Test
    void bigramsWeighAsTermsDo() {
        RawBlock raw = block();
        // In 2 of 4 families; by chance 4/4 x 3/4 x 4 = 3, so it is none; with more families it is one.
        assertThat(dictionary(4, raw).find("tsolid electrolyte")).isNegative();
        RawBlock others = Blocks.texts("glass", "glass", "glass", "glass");
        Dictionary dictionary = dictionary(4, raw, others);
        int bigram = dictionary.find("tsolid electrolyte");
        assertThat(dictionary.name(bigram)).isEqualTo("solid electrolyte");
        assertThat(dictionary.df(bigram)).isEqualTo(2);
        assertThat(dictionary.language(bigram)).isEqualTo("en");
        SparseBlock sparse = SparseBlock.of(raw, dictionary, 0.25);
        assertThat(sparse.starts).containsExactly(0, 3, 5, 8, 10);
        assertThat(sparse.features[2]).isEqualTo(bigram);
        assertThat(sparse.counts[2]).isEqualTo((short) 2);
    }

    @Test
    void noMoreAreTakenThanAsked() {
        assertThat(dictionary(0, block(), Blocks.texts("glass", "glass", "glass", "glass"))
                        .find("tsolid electrolyte"))
                .isNegative();
    }

    @Test
    void chinesePairsAreWrittenTogether() {
        assertThat(new Bigram("t固态", "t电解质").feature()).isEqualTo("t固态电解质");
        assertThat(new Bigram("tgan", "t电池").feature()).isEqualTo("tgan 电池");
    }

    @Test
    void aBigramOfEnoughFamiliesIsFrequentInOneBlockAtLeast() {
        assertThat(Bigram.least(5, 1_000)).isEqualTo(5);
        assertThat(Bigram.least(5, 182_750)).isEqualTo(92);
        assertThat(Bigram.leastInOneOf(16, 92)).isEqualTo(6);
    }

    private static Dictionary dictionary(int most, RawBlock... blocks) {
        int families = Stream.of(blocks)
                .mapToInt(b -> b.pairFrequencies(new String[] {"telectrolyte", "tsolid"}, new long[] {1L << 32})[0])
                .sum();
        return Dictionary.merge(
                Stream.of(blocks).map(Dictionary.BlockCounts::new).toList(),
                Map.of(SOLID_ELECTROLYTE, families),
                Blocks.limits(1, 1, 100, most));
    }
}
