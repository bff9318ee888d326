package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.run.Progress;

class WarningsTest {
    private final StringWriter text = new StringWriter();
    private final Progress progress = new ConsoleProgress(new PrintWriter(text, true));

    private String[] lines() {
        progress.runEnds("r1", "PUBLISHED", 1);
        return text.toString().split("\\R");
    }

    @Test
    void warningsWaitUntilTheRunEnds() {
        progress.runStarts("r1", "2026-01");
        progress.stageStarts("ingest", 1, 1);
        progress.warning("without_date", "lens", 0.5, "share of records without a date");
        progress.stageEnds("ingest", 1, "publications 2");
        assertThat(text.toString()).doesNotContain("Warnings", "date");
        assertThat(lines())
                .containsExactly(
                        "[ 1/1] ingest        1.0 s  publications 2",
                        "Warnings:",
                        "  - lens: 50 % of records without a date.");
    }

    @Test
    void aRunWithoutWarningsHasNoBlock() {
        progress.runStarts("r1", "2026-01");
        progress.runEnds("r1", "PUBLISHED", 1);
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void oneCheckIsOneLineAndNamesTheWorstSubjectAndThreeOthers() {
        for (int i = 1; i <= 6; i++) {
            progress.warning("without_date", "s" + i, i / 10.0, "share of records without a date");
        }
        assertThat(lines())
                .containsExactly("Warnings:", "  - s6: 60 % of records without a date. Also: s5, s4, s3 and 2 more.");
    }

    @Test
    void theReleaseIsNamedAmongTheOthers() {
        progress.warning("without_ipc", "a", 1.0, "share of records without an IPC code");
        progress.warning("without_ipc", "release", 0.5, "share of records without an IPC code");
        assertThat(lines())
                .containsExactly("Warnings:", "  - a: 100 % of records without an IPC code. Also: the whole release.");
    }

    @Test
    void theFiveMostImportantAreShownAndTheRestIsCounted() {
        progress.runStarts("r1", "2026-01");
        progress.warning("families_apart", "release", 9000.0, "Other.");
        progress.warning("encoding_unsure", "a", 1.0, "Guessed.");
        progress.warning("without_date", "a", 0.004, "share of records without a date");
        progress.warning("without_text", "a", 0.9, "share of records without a text");
        progress.warning("numbers_own", "a", 3.0, "Own.");
        progress.warning("files_without_records", "a", 1200.0, "files that hold no record");
        progress.warning("quarantined_share", "a", 0.3, "3 of 10 records were rejected.");
        assertThat(lines())
                .containsExactly(
                        "Warnings:",
                        "  - a: 1,200 files that hold no record.",
                        "  - a: 3 of 10 records were rejected.",
                        "  - a: Own.",
                        "  - a: 90 % of records without a text.",
                        "  - a: 0.4 % of records without a date.",
                        "  2 more kinds of warnings. To see all: smssev sql \"SELECT subject, message FROM"
                                + " meta.quality WHERE run_id = 'r1' AND outcome = 'WARN'\"");
    }

    @Test
    void aWarningOfTheReleaseHasNoPlaceAndASecondRunStartsAnew() {
        progress.warning("release_order", "release", 1.0, "Release given behind 2026-02");
        lines();
        progress.warning("completeness_unreliable", "", 1.0, "Unsure.");
        assertThat(lines())
                .containsExactly("Warnings:", "  - Release given behind 2026-02.", "Warnings:", "  - Unsure.");
    }
}
