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
                .hasMessage(
                        "9 citations need about 3,072 MB on the driver, which has 2,048 MB for them. Give the driver"
                                + " more memory (SMSSEV_HEAP, or spark.driver.memory), or measure fewer");
    }

    @Test
    void whatFitsPasses() {
        assertThatCode(() -> DriverMemory.require("9 citations", 2L << 30, 2L << 30, ""))
                .doesNotThrowAnyException();
    }
}
