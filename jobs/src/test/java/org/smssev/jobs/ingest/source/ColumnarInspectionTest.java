package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ReleaseFiles;
import org.smssev.jobs.ingest.ReleaseRuns;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.document.DocumentSamples;
import org.smssev.jobs.testing.LocalSpark;

/** What {@code inspect} tells of files that Spark reads. */
@ExtendWith(LocalSpark.class)
class ColumnarInspectionTest {
    private static final Map<String, String> COLUMNS =
            Map.of("publication-number", "number", "title", "titel", "filing-date", "filed");

    @TempDir
    private Path folder;

    private final List<Inspection> found = new ArrayList<>();
    private final List<UserException> refused = new ArrayList<>();

    @BeforeEach
    void write(SparkSession spark) throws IOException {
        var own = spark.sql("SELECT * FROM VALUES ('US5000001A', 'A cell', '2001-02-03', 1),"
                        + " ('US5000002A', 'Another', '2001-02-30', 2), ('US5000003A', 'A third', NULL, 3)"
                        + " AS t(number, titel, filed, score)")
                .coalesce(1);
        own.write().parquet(folder.resolve("own").toString());
        own.write().format("delta").save(folder.resolve("delta").toString());
        Path json = ReleaseFiles.write(folder.resolve("google.jsonl"), DocumentSamples.GOOGLE);
        spark.read()
                .json(json.toString())
                .coalesce(1)
                .write()
                .parquet(folder.resolve("google").toString());
    }

    private Path part(String table) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(table))) {
            return files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void inspect(SparkSession spark, Path file, Map<String, String> columns, long most) {
        Source source = ReleaseRuns.mapped("s", file, columns);
        Inspection.of(file, source, Inspection.Settings.DEFAULT, most, () -> spark, found::add, refused::add);
    }

    private void assertOwn(Inspection i, String form) {
        assertThat(i.form()).isEqualTo(form);
        assertThat(i.columns()).containsEntry(Field.TITLE, "titel").hasSize(3);
        assertThat(i.ignored()).containsExactly("score");
        assertThat(i.read()).isEqualTo(3);
        assertThat(i.taken()).isEqualTo(2);
        assertThat(i.whole()).isTrue();
        assertThat(i.rejected()).containsOnlyKeys("BAD_DATE");
        assertThat(i.first()).extracting(Patent::publicationNumber).containsExactly("US-5000001-A", "US-5000003-A");
    }

    @Test
    void mappedColumnsOfParquetAndDeltaShowTheirRecordsAndWhatIsRejected(SparkSession spark) throws IOException {
        inspect(spark, part("own"), COLUMNS, Long.MAX_VALUE);
        inspect(spark, folder.resolve("delta"), COLUMNS, Long.MAX_VALUE);
        assertThat(refused).isEmpty();
        assertOwn(found.get(0), "Parquet");
        assertOwn(found.get(1), "a Delta table");
    }

    @Test
    void googlesTableShowsItsRecordsAndNoMoreThanAreAskedFor(SparkSession spark) throws IOException {
        inspect(spark, part("google"), Map.of(), Long.MAX_VALUE);
        assertThat(refused).isEmpty();
        assertThat(found.get(0).layout()).isEqualTo("GOOGLE_PARQUET");
        assertThat(found.get(0).taken()).isPositive();
        inspect(spark, part("own"), COLUMNS, 1);
        assertThat(found.get(1).read()).isEqualTo(1);
        assertThat(found.get(1).whole()).isFalse();
    }

    @Test
    void googlesTableIsKnownByAnyOfItsOwnColumnsAndMayHaveListsUnderOtherNames(SparkSession spark) throws IOException {
        spark.read()
                .parquet(folder.resolve("google").toString())
                .selectExpr("publication_number", "family_id", "assignee_harmonized", "ipc.code AS ipc_codes")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("query").toString());
        inspect(spark, part("query"), Map.of(), Long.MAX_VALUE);
        assertThat(refused).isEmpty();
        assertThat(found.get(0).layout()).isEqualTo("GOOGLE_PARQUET");
        assertThat(found.get(0).first()).singleElement().satisfies(patent -> {
            assertThat(patent.ipc()).extracting(IpcCode::symbol).containsExactly("G06F 17/30", "B60Q 1/02");
            assertThat(patent.applicants()).hasSize(1);
        });
    }

    @Test
    void whatARunRefusesIsRefused(SparkSession spark) throws IOException {
        inspect(spark, part("own"), Map.of(), Long.MAX_VALUE);
        inspect(spark, part("own"), Map.of("publication-number", "nr"), Long.MAX_VALUE);
        byte[] bytes = Files.readAllBytes(part("own"));
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        inspect(spark, cut, Map.of(), Long.MAX_VALUE);
        inspect(spark, folder.resolve("delta"), Map.of(), Long.MAX_VALUE);
        assertThat(found).isEmpty();
        assertThat(refused).extracting(UserException::exit).containsOnly(Exit.INPUT);
        assertThat(refused.get(0)).hasMessageContaining("not recognised").hasMessageContaining("[number, titel");
        assertThat(refused.get(1)).hasMessageContaining("no column 'nr'");
        assertThat(refused.get(2)).hasMessageContaining("cut.parquet: not readable as Parquet");
        assertThat(refused.get(3)).hasMessageContaining("not recognised");
    }
}
