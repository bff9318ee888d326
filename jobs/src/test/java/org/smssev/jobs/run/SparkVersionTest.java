package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

class SparkVersionTest {
    @Test
    void theSparkOfTheBuildIsSupported() {
        assertThatCode(SparkVersion::requireSupported).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2.0", "4.2.1", "4.2.10-SNAPSHOT"})
    void allReleasesOfTheVersionAreSupported(String version) {
        assertThatCode(() -> SparkVersion.requireSupported(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.6", "4.1.0", "4.20.0", "4.3.0-preview1", "14.2.0"})
    void anyOtherIsRefusedWithWhatToDo(String version) {
        assertThatThrownBy(() -> SparkVersion.requireSupported(version))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
                .hasMessage("Spark " + version + " is not supported. smssev needs Spark 4.2; set SPARK_HOME to such an"
                        + " installation, or unset it to use the embedded one.");
    }
}
