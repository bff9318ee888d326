package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class RespeltNumbersTest {
    @TempDir
    private Path folder;

    private ReleaseRuns runs;
    private StoredTable stored;

    @BeforeEach
    void aWarehouseOfAnotherVersion(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
        List<Row> rows = List.of(
                patent("KR-1020190000236-A", "KR", "A", false),
                patent("KR-1020190000237-A", "KR", "A", true),
                patent("KR-1020180000011-A", "KR", "A", false),
                patent("JP-H0312345-U", "JP", "U", false),
                patent("US-7650331-B1", "US", "B1", false),
                patent("1234/XYZ", null, null, false));
        stored = ParquetTables.written(
                Patent.class,
                spark.createDataFrame(rows, PatentRows.SCHEMA)
                        .select(PatentRows.toTable())
                        .repartition(3),
                folder.resolve("stored"));
    }

    private static Row patent(String number, String office, String kind, boolean isWithdrawn) {
        Row row = ObjectRows.row(ReadRecords.of(ReadRecords.read("US-1-A1", "US-1-A1", "1", "s", false, "title")));
        Object[] values = {"publication_number", number, "office", office, "kind", kind, "withdrawn", isWithdrawn};
        for (int i = 0; i < values.length; i += 2) {
            row = ObjectRows.with(row, PatentRows.SCHEMA.fieldIndex((String) values[i]), values[i + 1]);
        }
        return row;
    }

    @Test
    void publicationsThatArePresentAndOfAnotherNumberNowAreFound() {
        assertThat(RespeltNumbers.of(stored))
                .isEqualTo(new RespeltNumbers.Found(2, "KR-1020180000011-A", "KR-20180000011-A"));
        assertThat(RespeltNumbers.of(stored.withFiles(List.of()))).isEqualTo(new RespeltNumbers.Found(0, null, null));
    }

    @Test
    void theFirstIncrementOfAnotherVersionWarnsOfThem() throws IOException {
        Source first = runs.source("s", "first.csv", "US1A1,a,H01M 4/02,A,US,\n");
        Source second = runs.source("s", "second.csv", "KR1020190000236A,a,H01M 4/02,A,KR,\n");
        MemoryContext before = runs.run("1", null, first);
        before.replace(Patent.class, stored);

        runs.mode = Release.Mode.INCREMENT;
        String check = "numbers_respelt release";
        assertThat(runs.run("2", before, second).quality).doesNotContainKey(check);
        runs.code = "other";
        MemoryContext increment = runs.run("2", before, second);
        assertThat(increment.quality).contains(entry(check, 2.0));
        assertThat(increment.messages.get(check)).contains("KR-1020180000011-A, now KR-20180000011-A", "snapshot");

        runs.mode = Release.Mode.SNAPSHOT;
        MemoryContext whole = runs.run("1", null, first);
        runs.code = "third";
        assertThat(runs.run("2", whole, second).quality).doesNotContainKey(check);
    }
}
