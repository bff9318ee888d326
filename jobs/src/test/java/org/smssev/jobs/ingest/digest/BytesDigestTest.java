package org.smssev.jobs.ingest.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BytesDigestTest {
    private static final byte[] RECORD =
            "EP1000001A1,\"Method for making ceramics\",C04B35/48,2004-11-03".getBytes(UTF_8);

    private static BytesDigest of(String how, byte[] bytes) {
        return new BytesDigest.Start(how).of(bytes, 0, bytes.length);
    }

    @Test
    void equalBytesHaveOneDigestWhereverTheyStand() {
        byte[] among = ("head\n" + new String(RECORD, UTF_8) + "\nother").getBytes(UTF_8);
        BytesDigest.Start start = new BytesDigest.Start("how");
        assertThat(start.of(among, 5, 5 + RECORD.length)).isEqualTo(of("how", RECORD));
        assertThat(start.of(among, 5, 4 + RECORD.length)).isNotEqualTo(of("how", RECORD));
    }

    @Test
    void eachBitCountsInBothHalves() {
        BytesDigest digest = of("how", RECORD);
        for (int bit = 0; bit < RECORD.length * Byte.SIZE; bit++) {
            byte[] other = RECORD.clone();
            other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(of("how", other).high()).as("bit %d", bit).isNotEqualTo(digest.high());
            assertThat(of("how", other).low()).as("bit %d", bit).isNotEqualTo(digest.low());
        }
    }

    @Test
    void bytesThatAreReadOtherwiseHaveAnotherDigestInBothHalves() {
        assertThat(of("separator ;", RECORD).high())
                .isNotEqualTo(of("separator ,", RECORD).high());
        assertThat(of("separator ;", RECORD).low())
                .isNotEqualTo(of("separator ,", RECORD).low());
    }

    @Test
    void theFirstHalfEndsInTheLength() {
        byte[] zeros = new byte[64];
        for (int length : new int[] {0, 63, 64}) {
            assertThat((int) of("", Arrays.copyOf(zeros, length)).high()).isEqualTo(length);
        }
    }
}
