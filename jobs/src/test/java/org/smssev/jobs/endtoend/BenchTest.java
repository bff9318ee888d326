package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.stage.Stage;
import org.smssev.jobs.Stages;

/** The command that times the flow. */
class BenchTest {
    @TempDir
    private Path folder;

    @Test
    @EnabledIfSystemProperty(
            named = "smssev.tests",
            matches = "all",
            disabledReason = "one run more: -Dsmssev.tests=all")
    void everyStageIsTimedAndThePartsSumToTheWhole() throws IOException {
        Path json = folder.resolve("bench.json");
        Console bench = Console.run(
                "bench",
                "--records",
                "600",
                "--json",
                json.toString(),
                "--work",
                folder.resolve("w").toString(),
                "--master",
                "local[2]",
                "--quiet");
        assertThat(bench.exit()).as(bench.err()).isZero();
        JsonNode root = new ObjectMapper().readTree(json.toFile());
        List<String> names = new ArrayList<>();
        double sum = root.get("start_up_seconds").asDouble()
                + root.get("rest_seconds").asDouble();
        for (JsonNode stage : root.get("stages")) {
            names.add(stage.get("name").asText());
            sum += stage.get("seconds").asDouble();
            assertThat(stage.get("records_per_second").asDouble()
                            * stage.get("seconds").asDouble())
                    .isBetween(
                            root.get("records").asDouble() * .999,
                            root.get("records").asDouble() * 1.001);
            assertThat(stage.get("peak_heap_mib").asLong()).isPositive();
        }
        assertThat(names)
                .containsExactlyElementsOf(
                        Stages.all().stream().map(Stage::name).toList());
        assertThat(sum).isCloseTo(root.get("total_seconds").asDouble(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(root.get("records").asLong()).isGreaterThanOrEqualTo(600);
        assertThat(root.get("quality").get("cluster_nmi clusters").asDouble()).isBetween(0.0, 1.0);
        assertThat(bench.out()).contains("start-up", "ingest", "report", "total", "cluster_nmi");
        assertThat(folder.resolve("w/warehouse/report/report.html")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeTimedIsRefusedWithTheWayOut() throws IOException {
        Files.createFile(folder.resolve("patents.csv"));
        Console lacking = Console.run("bench", "--input", folder.toString());
        assertThat(lacking.exit()).isEqualTo(3);
        assertThat(lacking.err()).contains("(technologies.csv, expert_scores.csv, truth missing)");
        Console full = Console.run("bench", "--records", "600", "--work", folder.toString());
        assertThat(full.exit()).isEqualTo(2);
        assertThat(full.err()).contains("is not empty");
        Console nothing = Console.run("bench");
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("--input", "--records");
        Console sideBySide = Console.run("bench", "--records", "600", "-D", "run.stages-at-once=2");
        assertThat(sideBySide.exit()).isEqualTo(2);
        assertThat(sideBySide.err()).contains("run.stages-at-once: ", "Set it to 1");
    }
}
