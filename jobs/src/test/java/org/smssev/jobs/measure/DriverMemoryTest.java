package org.smssev.jobs.measure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;

class DriverMemoryTest {
    @Test
    void whatDoesNotFitIsRefusedWithBothFiguresAndTheRemedy() {
        assertThatThrownBy(() -> DriverMemory.require("9 citations", 3L << 30, 2L << 30, ", or measure fewer"))
                .isInstanceOf(UserException.class)
                .hasMessage("9 citations: about 3.0 GB of memory needed (the driver has 2.0 GB). Give the driver more"
                        + " memory with SMSSEV_HEAP=4g, or with spark.driver.memory under spark-submit, or measure"
                        + " fewer.");
    }

    @Test
    void whatFitsPasses() {
        assertThatCode(() -> DriverMemory.require("9 citations", 3L << 30, 4L << 30, ""))
                .doesNotThrowAnyException();
    }
}
