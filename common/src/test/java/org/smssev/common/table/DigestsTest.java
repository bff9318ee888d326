package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private static Digests of(int most, long... values) {
        Digests digests = new Digests(most);
        LongStream.of(values).forEach(digests::add);
        return digests;
    }

    @Test
    void whatOccursTwiceOrMoreIsRepeatedOnce() {
        assertThat(of(9, 5, -1, 5, 3, -1, 5, 7).repeated()).containsExactly(-1, 5);
        assertThat(of(9, 1, 2, 3).repeated()).isEmpty();
        assertThat(of(9, 0, 16, 0, 32, 0, 32).repeated()).containsExactly(0, 32);
        assertThat(of(9, 1, 0, 16).repeated()).isEmpty();
        assertThat(of(9).repeated()).isEmpty();
    }

    @Test
    void partsTellTogetherWhatAllTell() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            long[] values = random.longs(500, 0, 2_000).toArray();
            Digests parts = new Digests();
            for (int i = 0; i < values.length; i += 70) {
                Digests part = new Digests();
                LongStream.of(values).skip(i).limit(70).forEach(part::add);
                parts.add(part);
            }
            Map<Long, Long> counts = LongStream.of(values)
                    .boxed()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            long[] expected = counts.entrySet().stream()
                    .filter(e -> e.getValue() > 1)
                    .mapToLong(Map.Entry::getKey)
                    .sorted()
                    .toArray();
            assertThat(parts.size()).isEqualTo(500);
            assertThat(parts.repeated()).isEqualTo(expected);
            assertThat(parts.among(expected))
                    .isEqualTo(
                            LongStream.of(values).filter(v -> counts.get(v) > 1).count());
        }
    }

    @Test
    void ofMoreThanAreKeptNothingIsSaid() {
        Digests full = of(3, 1, 1, 2);
        assertThat(full.isFull()).isFalse();
        full.add(4);
        assertThat(full.isFull()).isTrue();
        assertThatThrownBy(full::repeated).isInstanceOf(IllegalStateException.class);

        Digests withFull = of(9, 1);
        withFull.add(full);
        assertThat(withFull.isFull()).isTrue();
        Digests tooMany = of(3, 1, 2);
        tooMany.add(of(3, 5, 6));
        assertThat(tooMany.isFull()).isTrue();
    }

    @Test
    void digestsThatTravelledAreTheSameAndCanGrow() throws IOException, ClassNotFoundException {
        Digests sent = of(6, 5, -1, 5, 3);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        assertThat(sent.repeated()).containsExactly(5);
        Digests arrived;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            arrived = (Digests) in.readObject();
        }

        assertThat(arrived.sorted()).containsExactly(-1, 3, 5, 5).isEqualTo(sent.sorted());
        arrived.add(4);
        assertThat(arrived.sorted()).containsExactly(-1, 3, 4, 5, 5);
        arrived.add(of(6, 1, 2));
        assertThat(arrived.isFull()).isTrue();
    }
}
