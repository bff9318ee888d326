package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigDocument;
import org.smssev.common.config.ConfigReader;

class ExampleConfigurationsTest {
    /** The reference has settings without a value, which a user must give. */
    private static final String REFERENCE = "reference.yaml";

    private static List<Path> examples() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("..", "conf"), Path.of("..", "examples"), Path.of("src", "test", "resources", "real-data"))) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                files.filter(f -> f.toString().endsWith(".yaml") && !f.endsWith(REFERENCE))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsValid(Path example) {
        Config config = ConfigReader.read(example, Map.of());

        assertThat(config.ingest().sources()).isNotEmpty();
        assertThat(config.project().name()).isNotBlank();
        assertThat(ConfigDocument.read(ConfigDocument.of(config), example.toString()))
                .as("as recorded with a run and read again")
                .isEqualTo(config);
    }
}
