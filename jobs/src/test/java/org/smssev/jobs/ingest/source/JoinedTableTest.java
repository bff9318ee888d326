package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.IngestStage;
import org.smssev.jobs.ingest.MemoryContext;
import org.smssev.jobs.ingest.ReleaseFiles;
import org.smssev.jobs.ingest.ReleaseRuns;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;
import org.smssev.jobs.testing.LocalSpark;

/** Tables that are joined to the records of a source. */
@ExtendWith(LocalSpark.class)
class JoinedTableTest {
    private static final Map<String, String> PARTED =
            Map.of("publication-number", "number", "office", "office", "kind", "kind");

    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder.resolve("runs"));
    }

    private MemoryContext joined(Path table) throws IOException {
        Path records = ReleaseFiles.write(
                folder.resolve("records.csv"),
                "number,office,kind\n7650331,US,B2\n8000001.0,US,B2\n8000002,US,B2\n8000003,US,B2\n");
        Join join = new Join(table.toString(), ReleaseRuns.FOUND, "key", true, Map.of("title", "name"));
        Source source = ReleaseRuns.mapped("s", records, PARTED, join);
        MemoryContext context = runs.prepared("1", null, source);
        new IngestStage().run(context);
        return context;
    }

    @Test
    void recordsMeetRowsByTheirNumberWithOfficeAndKindAndElseByTheNumberAlone() throws IOException {
        Path table = ReleaseFiles.write(
                folder.resolve("titles.csv"),
                "key,name\nUS7650331B2,whole\n7650331,alone\nUS 8000001 B2,decimal\n8000002,bare\nUS8000003B1,other\n");
        MemoryContext context = joined(table);

        assertThat(ReleaseRuns.column(context, Patent.class, "publication_number || ' ' || coalesce(title, '')"))
                .containsExactly(
                        "US-7650331-B2 whole", "US-8000001-B2 decimal", "US-8000002-B2 bare", "US-8000003-B2 ");
        assertThat(context.quality).containsEntry("join_unmatched join:s:0", 0.25);
    }

    @Test
    void whatIsWarnedOfFilesOfASourceIsWarnedOfThoseOfAJoinedTable() throws IOException {
        Path table = ReleaseFiles.write(
                folder.resolve("titles.xls"),
                TestWorkbooks.xls(
                        new TestSheet("Titles", List.of(List.of("key", "name"), List.of("US7650331B2", "x"))),
                        new TestSheet("Notes", List.of(Arrays.asList("what", "why"), List.of("a", "b")))));

        assertThat(joined(table).messages.get("sheets_left join:s:0")).contains("titles.xls, Notes");
    }

    @Test
    void aTableThatIsGivenTwiceIsJoinedOnce() throws IOException {
        String table = "key,name\nUS7650331B2,whole\nUS8000003B1,other\n";
        ReleaseFiles.write(folder.resolve("titles-1.csv"), table);
        ReleaseFiles.write(folder.resolve("titles-2.csv"), table);

        MemoryContext context = joined(folder.resolve("titles-*.csv"));

        assertThat(ReleaseRuns.column(context, Patent.class, "title")).contains("whole");
        assertThat(context.quality)
                .containsEntry("repeated_file join:s:0/titles-2.csv", 1.0)
                .doesNotContainKey("join_rejected join:s:0/titles-2.csv");
    }

    @Test
    void aSheetOfTheWorkbookOfTheRecordsCanBeJoinedToThem() throws IOException {
        Path book = ReleaseFiles.write(
                folder.resolve("both.xlsx"),
                TestWorkbooks.xlsx(
                        new TestSheet("Records", List.of(List.of("number", "filed"), List.of("US7650331B2", "x"))),
                        new TestSheet("Titles", List.of(List.of("key", "name"), List.of("US7650331B2", "Cathode")))));
        Join join = new Join(book.toString(), ReleaseRuns.FOUND, "key", true, Map.of("title", "name"));
        Source source = ReleaseRuns.mapped("s", book, Map.of("publication-number", "number"), join);

        MemoryContext context = runs.run("1", null, source);

        assertThat(ReleaseRuns.column(context, Patent.class, "publication_number || ' ' || title"))
                .containsExactly("US-7650331-B2 Cathode");
    }

    @Test
    void rowsOfAZipStandInTheOrderOfItsFiles() throws IOException {
        Path table = folder.resolve("titles.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(table))) {
            zip.putNextEntry(new ZipEntry("b.csv"));
            zip.write("key,name\nUS7650331B2,second\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write("key,name\n1,x\n2,x\nUS7650331B2,first\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ReleaseRuns.column(joined(table), Patent.class, "title")).contains("first\nsecond");
    }
}
