package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;

class RulePrefixesTest {
    @TempDir
    private Path folder;

    private static RuleLine rule(String where, String ipc, String... excluded) {
        return new RuleLine(where, "T", null, ipc, List.of(), List.of(), List.of(excluded), 1);
    }

    @Test
    void prefixesThatAreNoSymbolInForceAreNamedWithTheirLine() throws IOException {
        IpcInventory inventory = IpcInventory.load(Files.writeString(
                folder.resolve("inventory.csv"),
                "D01F;19680901;-\nD01F0009000000;19680901;-\nD01F0009080000;19680901;20051231\n"));
        assertThat(RulePrefixes.notInForce(
                        List.of(
                                rule("line 2", "D01F 9"),
                                rule("line 3", "D01F 9/08", "D01F", "D01F 99"),
                                rule("line 4", ""),
                                rule("line 5", "D01"),
                                rule("line 6", "D99Z")),
                        inventory))
                .containsExactly(
                        "line 3 D01F 9/08 (NOT_IN_FORCE)",
                        "line 3 D01F 99 (NEVER_EXISTED)",
                        "line 6 D99Z (NEVER_EXISTED)");
    }
}
