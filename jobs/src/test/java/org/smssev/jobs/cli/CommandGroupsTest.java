package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class CommandGroupsTest {
    private final StringWriter out = new StringWriter();

    private int smssev(String... args) {
        return CommandLineApp.run(new PrintWriter(out, true), new PrintWriter(out, true), args);
    }

    @Test
    void helpListsEachCommandOnceInItsGroup() {
        assertThat(smssev("--help")).isZero();
        assertThat(out.toString())
                .containsSubsequence("Start here:", "  init ", "Read results:", "  sql ", "Run a panel:", "Operate:");
        CommandGroups.all().values().stream()
                .flatMap(Collection::stream)
                .forEach(command -> assertThat(
                                out.toString().lines().filter(line -> line.startsWith("  " + command + " ")))
                        .as(command)
                        .hasSize(1));
    }

    /** The script knows all commands, so a command without a group shows. */
    @Test
    void completionAndGroupsKnowTheSameCommands() {
        assertThat(smssev("completion", "zsh")).isZero();
        String commands = out.toString()
                .lines()
                .filter(line -> line.contains("local commands=\""))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*commands=\"|\"$", "");
        assertThat(commands.split(" "))
                .containsExactlyInAnyOrderElementsOf(CommandGroups.all().values().stream()
                        .flatMap(Collection::stream)
                        .toList());
    }
}
