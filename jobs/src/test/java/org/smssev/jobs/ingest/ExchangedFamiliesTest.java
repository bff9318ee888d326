package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.ReleaseRuns.patents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.jobs.testing.LocalSpark;

/** Families of publications whose source tells their documents apart by the days on which it changed them. */
@ExtendWith(LocalSpark.class)
class ExchangedFamiliesTest {
    private static final String FAMILY = "publication_number || ' ' || family_id";
    private static final String OLD = "EP1A1,One,US 16000001,100,2023-01-05,\n";
    private static final String NEW = "EP1A1,One,US 16000001,900,2023-02-09,\n";
    private static final String OTHERS = "US2B2,Two,US 16000002,200,2023-01-05,\nEP5A1,Five,,300,2023-02-09,\n"
            + "EP5A1,Five,US 16000005,,2023-03-01,\nEP5A1,Five,,400,2022-02-09,\n";

    private static final List<String> LATEST =
            List.of("EP-1-A1 900", "EP-5-A1 300", "US-2-B2 200", "US-3-B2 900", "US-4-B2 US-4-B2");

    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    private Source source(String name, String records) throws IOException {
        return ReleaseRuns.mapped(
                name,
                ReleaseFiles.write(
                        folder.resolve(name + ".csv"), "number,title,priorities,family,changed,text\n" + records),
                Map.of(
                        "publication-number", "number",
                        "title", "title",
                        "priority-numbers", "priorities",
                        "family-id", "family",
                        "last-change", "changed"));
    }

    /** Publications that name no family: one that claims what EP 1 claims, and one what EP 1 once claimed. */
    private Source silent(String text) throws IOException {
        return source("silent", "US3B2,Three,US 16000001,,," + text + "\nUS4B2,Four,US 16000004,,,\n");
    }

    @Test
    void theLatestDocumentAloneTellsTheFamilyOfWhatItLinksWhicheverComesFirst() throws IOException {
        String once = "EP1A1,One,US 16000001;US 16000004,50,2022-12-01,\n";
        Source newest = source("newest", NEW + OLD + once + OTHERS);
        Source oldest = source("oldest", OTHERS + once + OLD + NEW);

        assertThat(patents(runs.run("1", null, newest, silent("")), FAMILY)).isEqualTo(LATEST);
        assertThat(patents(runs.run("1", null, silent(""), oldest), FAMILY)).isEqualTo(LATEST);
    }

    @Test
    void anIncrementAfterTheOlderDocumentLeavesTheSame() throws IOException {
        MemoryContext one = runs.run("1", null, source("docdb", OLD + OTHERS));
        runs.mode = Release.Mode.INCREMENT;
        Source again = source("again", OLD + NEW);

        assertThat(patents(runs.run("2", one, again, silent("")), FAMILY))
                .as("told by digests")
                .isEqualTo(LATEST);
        assertThat(patents(runs.run("2", one, again, silent("x".repeat(10_000))), FAMILY))
                .as("held against what is there")
                .isEqualTo(LATEST);
        runs.most = 0;
        assertThat(patents(runs.run("2", one, again, silent("")), FAMILY))
                .as("shuffled")
                .isEqualTo(LATEST);
    }

    @Test
    void aLatestDocumentWithoutPrioritiesKeepsWhatTheOneBeforeItLinks() throws IOException {
        String older = "EP1A1,One,US 16000001,100,2023-01-05,\n";
        String latest = "EP1A1,One,,200,2023-02-09,\n";
        List<String> joined = List.of("EP-1-A1 200", "US-3-B2 200", "US-4-B2 US-4-B2");
        MemoryContext one = runs.run("1", null, source("docdb", older + latest), silent(""));
        assertThat(patents(one, FAMILY)).isEqualTo(joined);

        MemoryContext alone = runs.run("1", null, source("docdb", older + latest));
        runs.mode = Release.Mode.INCREMENT;
        assertThat(patents(runs.run("2", alone, silent("")), FAMILY))
                .as("by an increment")
                .isEqualTo(joined);
    }

    @Test
    void theFamilyOfADocumentWithoutADayGivesWayToOneWithADay() throws IOException {
        String documents = "EP1A1,One,US 16000001,100,,\nEP1A1,One,US 16000001,200,2022-01-05,\n"
                + "EP1A1,One,US 16000001,,2023-01-05,\n";

        assertThat(patents(runs.run("1", null, source("docdb", documents), silent("")), FAMILY))
                .containsExactly("EP-1-A1 200", "US-3-B2 200", "US-4-B2 US-4-B2");
    }

    @Test
    void documentsWithoutADayCountEach() throws IOException {
        Source undated = source("undated", (NEW + OLD).replaceAll("2023-..-..", ""));

        assertThat(patents(runs.run("1", null, undated, silent("")), FAMILY))
                .containsExactly("EP-1-A1 900", "US-3-B2 100", "US-4-B2 US-4-B2");
    }
}
