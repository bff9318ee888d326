package org.smssev.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.run.Progress;

class BenchResultTest {
    private static final BenchResult RESULT = new BenchResult(
            "data",
            1_000,
            Map.of("cores", 2),
            10,
            2,
            List.of(new BenchResult.Stage("ingest", 4, 300, 100), new BenchResult.Stage("survey", .5, 200, 0)),
            900L,
            Map.of("grades technologies", .95, "hubs_top20 degree", 9.0));

    @Test
    void jsonHoldsTheWholeTheStagesAndTheirRates() throws IOException {
        JsonNode json = new ObjectMapper().readTree(RESULT.json());
        assertThat(json.get("total_seconds").asDouble()).isEqualTo(10);
        assertThat(json.get("rest_seconds").asDouble()).isCloseTo(3.5, within(1e-12));
        JsonNode ingest = json.get("stages").get(0);
        assertThat(ingest.get("name").asText()).isEqualTo("ingest");
        assertThat(ingest.get("seconds").asDouble()).isEqualTo(4);
        assertThat(ingest.get("records_per_second").asDouble()).isEqualTo(250);
        assertThat(ingest.get("peak_heap_mib").asLong()).isEqualTo(300);
        assertThat(json.get("quality").get("hubs_top20 degree").asDouble()).isEqualTo(9);
    }

    @Test
    void tableShowsThemToAPerson() {
        assertThat(RESULT.table().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "start-up 2.0",
                        "ingest 4.0 250 300 100",
                        "survey 0.5 2,000 200 0",
                        "rest 3.5",
                        "total 10.0 100 process 900 MiB",
                        "grades technologies 0.9500",
                        "hubs_top20 degree 9");
    }

    @Test
    void meterKeepsTheStagesAndPassesOnWhatItHears() {
        List<String> heard = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void stageStarts(String stage, int index, int count) {
                heard.add("starts " + stage + " " + index + " of " + count);
            }

            @Override
            public void step(String stage, String step) {
                heard.add(stage + ": " + step);
            }

            @Override
            public void stageEnds(String stage, double seconds, String detail) {
                heard.add("ends " + stage + ": " + detail);
            }

            @Override
            public void stageUpToDate(String stage) {
                heard.add("up to date: " + stage);
            }
        };
        try (HeapPeaks heap = new HeapPeaks()) {
            StageMeter meter = new StageMeter(listener, heap);
            assertThat(meter.first()).isNull();
            meter.stageStarts("ingest", 1, 2);
            meter.step("ingest", "landing");
            meter.stageEnds("ingest", 1.5, "rows");
            meter.stageUpToDate("survey");
            assertThat(meter.first()).isNotNull();
            assertThat(meter.stages()).hasSize(1).allSatisfy(stage -> {
                assertThat(stage.name()).isEqualTo("ingest");
                assertThat(stage.seconds()).isEqualTo(1.5);
                assertThat(stage.peakHeapMib()).isPositive();
            });
        }
        assertThat(heard)
                .containsExactly("starts ingest 1 of 2", "ingest: landing", "ends ingest: rows", "up to date: survey");
    }
}
