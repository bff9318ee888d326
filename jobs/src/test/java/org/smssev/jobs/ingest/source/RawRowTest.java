package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RawRowTest {
    @Test
    void replacedCharactersAreCountedInAllCellsHoweverLong() {
        String late = "a".repeat(200_000) + "\ufffd";

        RawRow row = RawRow.of(7, Arrays.asList("b\ufffd\ufffdc", null, "", "é", late));

        assertThat(row.replaced()).isEqualTo(3);
        assertThat(row.number()).isEqualTo(7);
        assertThat(row.raw()).isNull();
        assertThat(RawRow.rejected(8, "FIELD_COUNT", "2 fields", "d\ufffd").replaced())
                .isEqualTo(1);
    }
}
