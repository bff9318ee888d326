package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLocatorTest {
    @TempDir
    private Path folder;

    @Test
    void theEnvironmentWinsOverTheFolder() throws IOException {
        Files.writeString(folder.resolve("smssev.yaml"), "");
        assertThat(ConfigLocator.locate(Map.of("SMSSEV_CONFIG", "other.yaml"), folder))
                .isEqualTo(folder.resolve("other.yaml"));
    }

    @Test
    void theNearestFileInTheFolderOrAParentIsFound() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("smssev.yaml"), "");
        assertThat(inner.resolve(ConfigLocator.locate(Map.of(), inner)).normalize())
                .isEqualTo(folder.resolve("smssev.yaml"));
        Files.writeString(folder.resolve("a/smssev.yaml"), "");
        assertThat(inner.resolve(ConfigLocator.locate(Map.of(), inner)).normalize())
                .isEqualTo(folder.resolve("a/smssev.yaml"));
    }

    @Test
    void noConfigurationAnywhereSaysHowToGetOne() {
        assertThatThrownBy(() -> ConfigLocator.locate(Map.of(), folder))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("smssev init")
                .hasMessageContaining("SMSSEV_CONFIG");
    }
}
