package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HadoopSettingsTest {
    @BeforeEach
    void submit() {
        System.setProperty("spark.hadoop.test.endpoint", "submitted");
        System.setProperty("spark.hadoop.test.region", "submitted");
    }

    @AfterEach
    void clear() {
        System.clearProperty("spark.hadoop.test.endpoint");
        System.clearProperty("spark.hadoop.test.region");
    }

    @Test
    void configurationWinsOverWhatWasSubmitted() {
        Configuration hadoop =
                HadoopSettings.of(Map.of("spark.hadoop.test.region", "configured", "spark.executor.memory", "1g"));
        assertThat(hadoop.get("test.endpoint")).isEqualTo("submitted");
        assertThat(hadoop.get("test.region")).isEqualTo("configured");
        assertThat(hadoop.get("spark.executor.memory")).isNull();
    }
}
