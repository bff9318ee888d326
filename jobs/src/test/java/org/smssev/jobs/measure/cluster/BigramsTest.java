package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class BigramsTest {
    private static final int BLOCKS = 7;
    private static final String[] WORDS = {
        "anode", "cathode", "lithium", "cell", "glass", "membrane", "polymer", "sensor", "laser", "quantum"
    };

    /** Texts of words that are drawn unevenly; one line a family. */
    private static List<List<String>> texts() {
        Random random = new Random(5);
        List<List<String>> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            List<String> families = new ArrayList<>();
            for (int f = 0; f < 12 + b; f++) {
                StringBuilder text = new StringBuilder();
                for (int w = 0; w < 9; w++) {
                    text.append(WORDS[random.nextInt(1 + random.nextInt(WORDS.length))])
                            .append(' ');
                }
                families.add(text.toString().trim());
            }
            blocks.add(families);
        }
        return blocks;
    }

    /** The families of each bigram, counted word by word. */
    private static Map<Bigram, Integer> byHand(List<List<String>> blocks) {
        Map<Bigram, Integer> families = new HashMap<>();
        for (List<String> block : blocks) {
            for (String text : block) {
                String[] words = text.split(" ");
                Set<Bigram> own = new HashSet<>();
                for (int i = 1; i < words.length; i++) {
                    own.add(new Bigram("t" + words[i - 1], "t" + words[i]));
                }
                own.forEach(pair -> families.merge(pair, 1, Integer::sum));
            }
        }
        return families;
    }

    @Test
    void countsAreThoseOfCountingEveryBigramWhateverIsAskedFor(SparkSession spark) {
        List<List<String>> texts = texts();
        List<RawBlock> blocks = texts.stream()
                .map(families -> Blocks.texts(families.toArray(String[]::new)))
                .toList();
        List<Dictionary.BlockCounts> counts =
                blocks.stream().map(Dictionary.BlockCounts::new).toList();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());

        for (int least : new int[] {1, 3, BLOCKS, 20, 60}) {
            Map<Bigram, Integer> expected = byHand(texts);
            expected.values().removeIf(n -> n < least);
            assertThat(Bigrams.count(context.parallelize(blocks, BLOCKS), counts, least))
                    .as("at least %s families", least)
                    .isEqualTo(expected);
        }
        assertThat(byHand(texts).values()).anyMatch(n -> n >= 20);
    }
}
