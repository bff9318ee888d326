package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseOrderTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02, 2026-03",
        "2025-12, 2026-01",
        "9, 10",
        "v1.9, v1.10",
        "2026-W09, 2026-W10",
        "1, 99999999999999999999"
    })
    void aNameWithSmallerNumbersIsBeforeOne(String release, String other) {
        assertThat(ReleaseOrder.later(release, List.of(other))).contains(other);
        assertThat(ReleaseOrder.later(other, List.of(release))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"spring, autumn", "2026, 2026-03", "a1, b2", "2026-03, 2026-03", "2026-03, 2026-3"})
    void otherNamesTellNoOrder(String release, String other) {
        assertThat(ReleaseOrder.later(release, List.of(other))).isEmpty();
    }

    @Test
    void theLastOfLaterOnesIsNamed() {
        assertThat(ReleaseOrder.later("2026-02", List.of("fix", "2026-04", "2026-03", "2026-01")))
                .contains("2026-04");
        assertThat(ReleaseOrder.later("2026-02", List.of())).isEmpty();
    }
}
