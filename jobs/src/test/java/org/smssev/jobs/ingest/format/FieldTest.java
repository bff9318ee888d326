package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.Setting;

class FieldTest {
    @TempDir
    private Path folder;

    private Config config(String columns) throws IOException {
        String yaml = "project: {name: p, focal-country: CN}\nrelease: {id: r}\ningest:\n  sources:\n"
                + "    - {name: s, path: f.csv, columns: {" + columns + "}}\n";
        Path file = Files.write(folder.resolve("c.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
        return ConfigReader.read(file, Map.of());
    }

    @Test
    void configurationMapsEveryFieldAndNoOther() throws IOException {
        String all = Arrays.stream(Field.values()).map(f -> f.key() + ": c").collect(Collectors.joining(", "));
        assertThat(config(all).ingest().sources().get(0).columns()).hasSize(Field.values().length);
        assertThatThrownBy(() -> config("publication-number: c, colour: c"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void documentationOfTheSettingNamesEveryField() {
        String text = Arrays.stream(IngestConfig.Source.class.getRecordComponents())
                .filter(c -> c.getName().equals("columns"))
                .map(c -> c.getAnnotation(Setting.class).value())
                .findFirst()
                .orElseThrow();
        assertThat(text).contains(Arrays.stream(Field.values()).map(Field::key).toList());
    }
}
