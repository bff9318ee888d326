package org.smssev.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.common.text.KeyIndex;

class DrawsTest {
    private static final KeyIndex FAMILIES =
            KeyIndex.of(IntStream.range(0, 2_000).mapToObj(i -> "F" + i).toArray(String[]::new));

    @Test
    void timesArePoissonOfMeanOne() {
        Draws draws = new Draws(FAMILIES, 200, 7);
        double[] share = new double[12];
        double sum = 0;
        double products = 0;
        for (int family = 0; family < FAMILIES.size(); family++) {
            for (int draw = 0; draw < 200; draw++) {
                int times = draws.count(family, draw);
                share[times] += 1 / 400_000.0;
                sum += times;
                products += (times - 1.0) * (draws.count(family, (draw + 1) % 200) - 1.0);
            }
        }
        assertThat(sum / 400_000).isCloseTo(1, within(.01));
        assertThat(share[0]).isCloseTo(Math.exp(-1), within(.003));
        assertThat(share[2]).isCloseTo(Math.exp(-1) / 2, within(.003));
        assertThat(share[4]).isCloseTo(Math.exp(-1) / 24, within(.002));
        // Draws do not depend on one another.
        assertThat(products / 400_000).isCloseTo(0, within(.01));
    }

    @Test
    void aFamilyCountsAlikeAmongOthers() {
        KeyIndex fewer = KeyIndex.of(new String[] {"F17", "F3"});
        Draws all = new Draws(FAMILIES, 50, 7);
        Draws few = new Draws(fewer, 50, 7);
        Draws otherSeed = new Draws(fewer, 50, 8);
        int differ = 0;
        for (int draw = 0; draw < 50; draw++) {
            assertThat(few.count(fewer.find("F3"), draw)).isEqualTo(all.count(FAMILIES.find("F3"), draw));
            differ += few.count(0, draw) == otherSeed.count(0, draw) ? 0 : 1;
        }
        assertThat(differ).isPositive();
    }
}
