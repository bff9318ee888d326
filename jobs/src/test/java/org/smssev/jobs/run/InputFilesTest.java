package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.common.stage.FileRef;

class InputFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3a://bucket/patents.csv", "s3a:/bucket/patents.csv", "/data/hdfs:/host/patents.csv"})
    void addressOfAnotherFileSystemIsRefusedWithTheWayOut(String address) {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", address, true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ingest.sources.patents.path: " + address + " is no local file")
                .hasMessageContaining("copy it to one, or mount it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.csv", "C:/data/missing.csv"})
    void fileThatIsMissingIsNamed(String name) {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", name, true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no file")
                .hasMessageContaining("missing.csv");
    }

    @Test
    void filesAreTheSameWhetherTheyWereLookedForAheadOrNot(@TempDir Path folder) throws IOException {
        FileRef there = new FileRef("source:a", "ingest.sources.a.path", "*.csv", true);
        FileRef missing = new FileRef("source:b", "ingest.sources.b.path", "b.tsv", true);
        for (int i = 0; i < 20; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "text " + i);
        }
        InputFiles ahead = new InputFiles(folder);

        ahead.ahead(List.of(there, missing, there));

        assertThat(ahead.find(there)).hasSize(20).isEqualTo(new InputFiles(folder).find(there));
        assertThatThrownBy(() -> ahead.find(missing)).hasMessageContaining("b.tsv");
    }
}
