package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
}
