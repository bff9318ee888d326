package org.smssev.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyIndexTest {
    @Test
    void keysAreNumberedInTheirOrderWhateverOrderTheyComeIn() {
        TreeSet<String> keys = new TreeSet<>();
        Random random = new Random(5);
        while (keys.size() < 5_000) {
            keys.add((random.nextBoolean() ? "US-" : "é-") + random.nextInt(1_000_000) + "-B1");
        }
        List<String> shuffled = new ArrayList<>(keys);
        shuffled.addAll(keys.headSet("US-5"));
        Collections.shuffle(shuffled, random);

        KeyIndex index = KeyIndex.of(shuffled.toArray(String[]::new));

        assertThat(index.size()).isEqualTo(keys.size());
        int number = 0;
        for (String key : keys) {
            assertThat(index.key(number)).isEqualTo(key);
            assertThat(index.find(key)).isEqualTo(number++);
        }
        assertThat(index.find("US-1234567890-A1")).isEqualTo(-1);
        assertThat(index.from("US-5")).isEqualTo(keys.headSet("US-5").size());
    }

    @Test
    void noKeysFindNothing() {
        KeyIndex empty = KeyIndex.of(new String[0]);
        assertThat(empty.size()).isZero();
        assertThat(empty.find("")).isEqualTo(-1);
    }
}
