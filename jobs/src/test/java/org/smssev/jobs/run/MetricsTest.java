package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.MetaTables;

class MetricsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void everyFamilyHasItsHelpAndTypeOnceAndEverySampleItsLabels() {
        Metrics metrics = new Metrics("a \"name\"\\", "2026-01");
        metrics.run(true, true, START, START.plusMillis(2_500), Optional.of(START));
        metrics.stage(
                new MetaTables.StageRun(
                        "r",
                        "ingest",
                        "f",
                        List.of(new MetaTables.InputFile("source:x", "/x", "00", 10, "x")),
                        List.of(),
                        List.of(),
                        List.of(new MetaTables.RowCount("ingest.patents", 7)),
                        START,
                        1.25),
                true);
        metrics.qualities(List.of(
                new MetaTables.Quality("r", "ingest", "quarantined", "all", .02, .05, "PASS", ""),
                new MetaTables.Quality("r", "ingest", "quarantined", "all", .03, .05, "PASS", ""),
                new MetaTables.Quality("r", "ingest", "seen", "", null, null, "INFO", "")));

        String common = "project=\"a \\\"name\\\"\\\\\",release=\"2026-01\"";
        assertThat(metrics.text().lines())
                .contains(
                        "# TYPE smssev_run_success gauge",
                        "smssev_run_success{" + common + "} 1",
                        "smssev_run_seconds{" + common + "} 2.5",
                        "smssev_published_timestamp_seconds{" + common + "} 1767225600",
                        "smssev_stage_seconds{" + common + ",stage=\"ingest\"} 1.25",
                        "smssev_stage_input_bytes{" + common + ",stage=\"ingest\"} 10",
                        "smssev_table_rows{" + common + ",table=\"ingest.patents\"} 7",
                        "smssev_quality_checks{" + common + ",outcome=\"PASS\"} 2",
                        "smssev_quality_checks{" + common + ",outcome=\"FAIL\"} 0",
                        "smssev_quality_value{" + common
                                + ",check=\"quarantined\",stage=\"ingest\",subject=\"all\"} 0.03")
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("# ") || line.matches("[a-z_]+\\{.*\\} \\S+"));
    }
}
