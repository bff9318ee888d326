package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ConfigReference;
import org.smssev.jobs.cli.DataDictionary;

/** Texts made from the declarations; {@code -Drecreate=true} writes them anew. */
class GeneratedDocsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void theReferenceConfigurationIsThatOfTheDeclarations() throws IOException {
        compare(ROOT.resolve("conf/reference.yaml"), ConfigReference.text());
    }

    @Test
    void theDataDictionaryIsThatOfTheDeclarations() throws IOException {
        compare(ROOT.resolve("docs/tables.md"), DataDictionary.markdown());
    }

    private static void compare(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("recreate")) {
            Files.writeString(file, expected, StandardCharsets.UTF_8);
        }
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(expected);
    }
}
