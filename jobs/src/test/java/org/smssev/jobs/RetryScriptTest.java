package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/smssev-retry} with a command in place of smssev that ends as told, try for try. */
class RetryScriptTest {
    private static final Path SCRIPT = Path.of("..", "bin", "smssev-retry").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // codes of the tries, exit code, tries
        "0, 0, 1",
        "1 0, 0, 2",
        "5 5 0, 0, 3",
        "137 0, 0, 2",
        "1 1 1 0, 1, 3",
        "5 5 5 0, 5, 3",
        "2 0, 2, 1",
        "3 0, 3, 1",
        "4 0, 4, 1",
        "1 3 0, 3, 2",
        "127 0, 127, 1",
    })
    void triesAgainWhereThatHelpsAndNowhereElse(String codes, int exit, int tries) throws Exception {
        Process retry = start(codes, Map.of("SMSSEV_WAIT", "0"), "run", "--config", "a b.yaml");

        assertThat(exit(retry)).isEqualTo(exit);
        assertThat(lines("calls")).hasSize(tries).containsOnly("run|--config|a b.yaml");
        if (exit == 0) {
            assertThat(folder.resolve("alerts")).doesNotExist();
        } else {
            assertThat(lines("alerts"))
                    .singleElement()
                    .asString()
                    .startsWith(exit + "|smssev run ended with exit " + exit);
        }
    }

    @Test
    void aStopReachesTheRunAndEndsTheTries() throws Exception {
        Process retry = start("stay", Map.of("SMSSEV_WAIT", "0"), "run");
        while (!Files.exists(folder.resolve("ready"))) {
            Thread.sleep(5);
        }
        retry.destroy();

        assertThat(exit(retry)).isEqualTo(143);
        assertThat(lines("calls")).hasSize(1);
        assertThat(folder.resolve("stopped")).as("the run heard of it").exists();
        assertThat(folder.resolve("alerts")).doesNotExist();
    }

    @Test
    void aStopEndsTheWaitForTheNextTry() throws Exception {
        Process retry = start("1 0", Map.of("SMSSEV_WAIT", "600"), "run");
        while (!Files.readString(folder.resolve("out")).contains("try 2 of 3 in 600 s")) {
            Thread.sleep(5);
        }
        retry.destroy();

        assertThat(exit(retry)).isEqualTo(143);
        assertThat(lines("calls")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMSSEV_TRIES=0", "SMSSEV_TRIES=many", "SMSSEV_WAIT=-1", "SMSSEV_WAIT=08"})
    void wrongSettingsAreRefusedByName(String setting) throws Exception {
        String[] pair = setting.split("=", 2);
        Process retry = start("0", Map.of(pair[0], pair[1]), "run");

        assertThat(exit(retry)).isEqualTo(2);
        assertThat(folder.resolve("calls")).doesNotExist();
        assertThat(folder.resolve("out")).content().contains(pair[0] + " is " + pair[1]);
    }

    private Process start(String codes, Map<String, String> environment, String... arguments) throws IOException {
        Files.writeString(folder.resolve("codes"), codes.replace(' ', '\n') + "\n");
        Path fake = script("smssev", """
                (IFS='|'; echo "$*") >>calls
                code="$(sed -n "$(wc -l <calls)p" codes)"
                if [ "$code" = stay ]; then
                  trap 'touch stopped; exit 143' TERM
                  touch ready
                  while :; do sleep 0.02; done
                fi
                exit "$code"
                """);
        Path alert = script("alert", "echo \"$1|$2\" >>alerts\n");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("SMSSEV_COMMAND", fake.toString());
        builder.environment().put("SMSSEV_ALERT", alert.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private int exit(Process process) throws Exception {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
