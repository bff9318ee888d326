package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.testing.LocalSpark;

/** Rejected rows, whose text is mended and given again. */
@ExtendWith(LocalSpark.class)
class MendedRowsTest {
    private static final String HEADER = "number,title,filed\n";
    private static final Map<String, String> COLUMNS =
            Map.of("publication-number", "number", "title", "title", "filing-date", "filed");

    @Test
    void theTextOfARejectedRowIsOneRecordWhateverItsCellsHold(@TempDir Path folder, SparkSession spark)
            throws IOException {
        ReleaseRuns runs = new ReleaseRuns(spark, folder.resolve("runs"));
        Path broken = ReleaseFiles.write(
                folder.resolve("broken.csv"),
                HEADER + "US1A,\"one\rtwo\",2015-02-30\nUS2A,\"a\nb, \"\"c\"\"\",2015-02-30\nUS3A,x,2015-02-28\n");
        MemoryContext rejected = runs.run("1", null, ReleaseRuns.mapped("s", broken, COLUMNS));
        List<String> raw = ReleaseRuns.column(rejected, Quarantined.class, "raw");
        assertThat(raw)
                .containsExactlyInAnyOrder("US1A,\"one\rtwo\",2015-02-30", "US2A,\"a\nb, \"\"c\"\"\",2015-02-30");

        Path mended = ReleaseFiles.write(
                folder.resolve("mended.csv"), HEADER + String.join("\n", raw).replace("02-30", "02-20") + "\n");
        Source source = ReleaseRuns.mapped("s", mended, COLUMNS);
        assertThat(ReleaseRuns.column(runs.run("2", null, source), Patent.class, "publication_number"))
                .containsExactly("US-1-A", "US-2-A");
    }
}
