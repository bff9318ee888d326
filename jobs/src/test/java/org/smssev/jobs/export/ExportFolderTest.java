package org.smssev.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.tables.MetaTables;

class ExportFolderTest {
    private static final MetaTables.Run RUN = new MetaTables.Run(
            "run-1",
            "PUBLISHED",
            "2026-01",
            Instant.EPOCH,
            Instant.EPOCH,
            "code",
            null,
            List.of(),
            List.of(),
            "smssev.yaml",
            null,
            null);

    @TempDir
    private Path out;

    private List<String> export(boolean force, String... files) throws IOException {
        try (ExportFolder folder = new ExportFolder(out, "csv")) {
            for (int i = 0; i < files.length; i += 2) {
                Files.writeString(folder.file(files[i]), files[i + 1]);
            }
            return folder.publish(RUN, force);
        }
    }

    @Test
    void ownFilesAreReplacedAndThoseMadeNoMoreRemoved() throws IOException {
        export(false, "a.csv", "1", "tables/b.csv", "2");
        assertThat(export(false, "a.csv", "3")).containsExactly("a.csv");
        assertThat(out.resolve("a.csv")).hasContent("3");
        assertThat(out.resolve("tables/b.csv")).doesNotExist();
        try (var left = Files.list(out)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .as("nothing is left aside")
                    .containsExactlyInAnyOrder("a.csv", "tables", "smssev-export-csv.json");
        }
    }

    @Test
    void filesOfOthersAndEditedOnesStopTheExportUnlessForced() throws IOException {
        export(false, "a.csv", "1", "b.csv", "1");
        Files.writeString(out.resolve("a.csv"), "edited");
        Files.writeString(out.resolve("c.csv"), "somebody's");
        assertThatThrownBy(() -> export(false, "a.csv", "2", "b.csv", "2", "c.csv", "2"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a.csv, c.csv)")
                .hasMessageContaining("--force");
        assertThat(out.resolve("a.csv")).hasContent("edited");
        assertThat(out.resolve("b.csv")).as("nothing was written").hasContent("1");
        export(true, "a.csv", "2", "b.csv", "2", "c.csv", "2");
        assertThat(out.resolve("c.csv")).hasContent("2");
    }

    @Test
    void listThatNamesFilesElsewhereIsNotBelieved(@TempDir Path elsewhere) throws IOException {
        Path victim = Files.writeString(elsewhere.resolve("victim"), "");
        String name = out.relativize(victim).toString();
        String emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        Files.writeString(
                out.resolve("smssev-export-csv.json"), "{\"files\": {\"" + name + "\": \"" + emptyDigest + "\"}}");
        export(false, "a.csv", "1");
        assertThat(victim).exists();
    }

    @Test
    void fileOrRemoteFolderIsRefused() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");
        assertThatThrownBy(() -> new ExportFolder(file, "csv"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> new ExportFolder(Path.of("hdfs://host/folder"), "csv"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("not a local folder");
    }
}
