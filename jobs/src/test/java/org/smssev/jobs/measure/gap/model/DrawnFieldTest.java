package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawnFieldTest {
    @Test
    void aDrawIsTheFieldOfItsFamiliesEachAsOftenAsItCounts() {
        Random random = new Random(4);
        Families families = new Families();
        byte[] times = new byte[300];
        for (int f = 0; f < 100; f++) {
            double[] cited = random.doubles(7, 0, 9).toArray();
            cited[2] = f % 3 == 0 ? Double.NaN : cited[2];
            String other = f % 2 == 0 ? "US" : "DE";
            families.add(2010 + f % 9, true, List.of(), "x", cited, "KR", .25, other, .75);
            for (int d = 0; d < 3; d++) {
                times[3 * f + d] = (byte) random.nextInt(4);
            }
        }
        Frame frame = new Frame(
                families.columns().countryNames, "KR", List.of(), Map.of(), 2010, 9, Windows.before(2018, 0, 3), 3);
        Facts facts = families.facts(frame);
        DrawnField drawn = new DrawnField(frame, 3);
        for (int f = 0; f < 100; f++) {
            drawn.add(facts, f, times, 3 * f);
        }
        Field[] fields = drawn.fields();
        for (int d = 0; d < 3; d++) {
            Field field = new Field(frame);
            for (int f = 0; f < 100; f++) {
                for (int t = 0; t < times[3 * f + d]; t++) {
                    field.add(facts, f);
                }
            }
            for (String side : List.of("KR", "US", "DE")) {
                Side expected = field.side(side);
                Side found = fields[d].side(side);
                for (int sum = 0; sum < Side.AGES; sum++) {
                    assertThat(found.sum(sum)).isCloseTo(expected.sum(sum), within(1e-9));
                }
                assertThat(found.medianAge()).isEqualTo(expected.medianAge());
                assertThat(found.in(2013)).isCloseTo(expected.in(2013), within(1e-9));
            }
        }
    }
}
