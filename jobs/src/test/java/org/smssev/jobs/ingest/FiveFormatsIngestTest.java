package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.FiveFormats;
import org.smssev.jobs.testing.LocalSpark;

/** The same publications as five tools export them: what all five carry is the same in the table. */
@ExtendWith(LocalSpark.class)
class FiveFormatsIngestTest {
    /** PATENTSCOPE has no kinds, so the number is compared without its own. */
    private static final String CARRIED =
            "concat_ws('|', regexp_extract(publication_number, '^[A-Z]+-[0-9]+', 0), office,"
                    + " publication_date, title, to_json(ipc.symbol), to_json(applicants.name), to_json(applicants.harmonised))";

    private static final String HAS_KIND = "kind IS NOT NULL";

    @TempDir
    private Path folder;

    private static List<String> carried(MemoryContext context, String condition) {
        return context.dataset(Patent.class).filter(condition).selectExpr(CARRIED).collectAsList().stream()
                .map(r -> r.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void fiveFormatsGiveThePatentsOfOne(SparkSession spark) throws IOException {
        ReleaseRuns runs = new ReleaseRuns(spark, folder);
        Path all = Files.createDirectories(folder.resolve("all"));
        Path split = Files.createDirectories(folder.resolve("split"));
        Path lens = FiveFormats.write(all).get("LENS_CSV");
        FiveFormats.writeSplit(split);

        MemoryContext one = runs.run("1", null, ReleaseRuns.source("s", lens));
        MemoryContext ofAll = runs.run("1", null, ReleaseRuns.source("s", all));
        MemoryContext ofSplit = runs.run("1", null, ReleaseRuns.source("s", split));

        List<String> expected = carried(one, "true");
        assertThat(expected).hasSize(FiveFormats.PUBLICATIONS.size()).doesNotHaveDuplicates();
        assertThat(carried(ofSplit, "true")).isEqualTo(expected);
        assertThat(carried(ofAll, HAS_KIND)).isEqualTo(expected);
        assertThat(carried(ofAll, "NOT " + HAS_KIND)).isEqualTo(expected);
        assertThat(ofAll.rows(LedgerEntry.class))
                .extracting(LedgerEntry::newRecords, LedgerEntry::duplicate)
                .extracting(Object::toString)
                .containsExactly("(12L, 0L)", "(0L, 12L)", "(0L, 12L)", "(0L, 12L)", "(12L, 0L)");
    }
}
