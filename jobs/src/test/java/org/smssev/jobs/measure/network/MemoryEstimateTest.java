package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;

class MemoryEstimateTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void networkThatFitsPasses() {
        assertThatCode(() -> MemoryEstimate.network("MAIN_GROUP", "ALL", 7_500, 1_000_000)
                        .check(4 * GIGABYTE))
                .doesNotThrowAnyException();
    }

    @Test
    void networkThatDoesNotIsRefusedWithFigureAndRemedy() {
        assertThatThrownBy(() -> MemoryEstimate.network("SUBGROUP", "ALL", 78_000, 20_000_000)
                        .check(4 * GIGABYTE))
                .isInstanceOf(UserException.class)
                .hasMessage("The network of 78,000 codes and 20,000,000 pairs (SUBGROUP, ALL): about 10.1 GB of"
                        + " memory needed (the driver has 4.0 GB). Give the driver more memory with SMSSEV_HEAP=14g, or with"
                        + " spark.driver.memory under spark-submit, choose a higher network.level, raise"
                        + " network.min-families, or lower network.max-codes.");
    }

    @Test
    void graphTooLargeForTheCompactEngineNamesThePackage() {
        assertThatThrownBy(() -> MemoryEstimate.engine(1_000_000, 100_000_000).check(4 * GIGABYTE))
                .hasMessageContaining("--packages io.graphframes:graphframes-spark4_2.13:0.12.3");
    }
}
