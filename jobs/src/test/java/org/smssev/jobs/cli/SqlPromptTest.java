package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlPromptTest {
    @TempDir
    private Path folder;

    private final List<String> executed = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private int type(String text) throws IOException {
        SqlPrompt prompt = new SqlPrompt(
                List.of("ingest.patents"),
                query -> {
                    executed.add(query);
                    if (query.contains("wrong")) {
                        throw new IllegalStateException("no such column");
                    }
                },
                error -> errors.add(error.getMessage()));
        try (Terminal terminal = new DumbTerminal(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream())) {
            return prompt.run(terminal, folder.resolve("history"));
        }
    }

    @Test
    void aQueryEndsWithItsSemicolonAndAnErrorDoesNotEndThePrompt() throws IOException {
        assertThat(type("SELECT 1\n, ';';\nSELECT wrong;\nSELECT 2;\nexit\nSELECT 3;\n"))
                .isZero();
        assertThat(executed).containsExactly("SELECT 1\n, ';';", "SELECT wrong;", "SELECT 2;");
        assertThat(errors).containsExactly("no such column");
    }

    @Test
    void queriesAreKeptForTheNextSession() throws IOException {
        assertThat(type("SELECT 42;\n")).isZero();
        assertThat(Files.readString(folder.resolve("history"))).contains("SELECT 42;");
    }
}
