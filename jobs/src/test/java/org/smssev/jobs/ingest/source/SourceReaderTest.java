package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.IngestStage;
import org.smssev.jobs.ingest.MemoryContext;
import org.smssev.jobs.ingest.ReleaseFiles;
import org.smssev.jobs.ingest.ReleaseRuns;
import org.smssev.jobs.ingest.format.document.DocumentSamples;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.RawTables;

/** Which files of a source are read. */
@ExtendWith(LocalSpark.class)
class SourceReaderTest {
    @TempDir
    private Path folder;

    @Test
    void aDeliveryThatAnotherSourceReadIsRepeatedThoughItsNotesAreNot(SparkSession spark) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("docs.xml", DocumentSamples.DOCDB);
        files.put("index.xml", "<!-- DOCDB -->\n<docdb-package-index>\n</docdb-package-index>\n");
        Path delivery = ReleaseFiles.write(folder.resolve("delivery.zip"), ReleaseFiles.zip(files));
        MemoryContext context = new ReleaseRuns(spark, folder.resolve("runs"))
                .prepared("1", null, ReleaseRuns.source("first", delivery), ReleaseRuns.source("second", delivery));

        new IngestStage().run(context);

        assertThat(context.quality).containsEntry("repeated_file second/delivery.zip!docs.xml", 1.0);
    }

    @Test
    void anEmptyPartIsPassedOverBesideOthersAndRefusedAlone(SparkSession spark) throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Files.write(parts.resolve("part-0.gz"), ReleaseFiles.gzip(""));
        Path full = Files.write(parts.resolve("part-1.gz"), ReleaseFiles.gzip(DocumentSamples.DOCDB));
        ReleaseRuns runs = new ReleaseRuns(spark, folder.resolve("runs"));
        MemoryContext context = runs.prepared("1", null, ReleaseRuns.source("parts", parts));

        new IngestStage().run(context);

        assertThat(context.quality).containsEntry("parts_empty parts", 1.0);
        assertThat(context.dataset(Patent.class).count()).isPositive();
        Files.delete(full);
        MemoryContext alone = runs.prepared("2", null, ReleaseRuns.source("parts", parts));
        assertThatThrownBy(() -> new IngestStage().run(alone)).hasMessageContaining("is empty. Add the other parts");
    }

    @Test
    void anExtractOfPatstatWithoutTheApplicationsOfItsPrioritiesIsWarnedOf(SparkSession spark) throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        for (String part : new String[] {"201_part01", "201_part02", "204_part01", "211_part01", "211_part02"}) {
            String name = "tls" + part + ".csv";
            Files.copy(RawTables.folder("formats/patstat").resolve(name), tables.resolve(name));
        }
        MemoryContext context = new ReleaseRuns(spark, folder.resolve("runs"))
                .prepared("1", null, ReleaseRuns.source("patstat", tables));

        new IngestStage().run(context);

        assertThat(context.quality).containsEntry("priorities_unnumbered patstat", 1.0 / 3);
        assertThat(context.warnings).contains("priorities_unnumbered patstat");
    }
}
