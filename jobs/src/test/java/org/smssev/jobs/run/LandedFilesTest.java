package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.MetaTables;

class LandedFilesTest {
    private static final double ANY_SIZE = 1e9;

    @TempDir
    Path folder;

    private LandedFiles landed;
    private Path input;

    @BeforeEach
    void aWarehouse() throws IOException {
        landed = new LandedFiles(folder.resolve("ware house").toString(), new Configuration());
        input = Files.writeString(folder.resolve("scores [1]*.csv"), "a,b\n1,2\n");
    }

    private InputFile find(Path file) {
        return new InputFiles(folder).input("scores", file, file.getFileName().toString());
    }

    private MetaTables.InputFile recorded(InputFile f) {
        return new MetaTables.InputFile(f.role(), f.path().toString(), f.sha256(), f.bytes(), f.name());
    }

    private Path copy(InputFile f) {
        return folder.resolve("ware house").resolve(LandedFiles.FOLDER).resolve(f.sha256());
    }

    @Test
    void aFileComesBackUnderItsNameThoughTheOriginalIsGone() throws IOException {
        InputFile f = find(input);
        landed.land(f, ANY_SIZE, same -> {});
        landed.land(f, ANY_SIZE, same -> {});
        Files.delete(input);

        InputFile back = landed.bring("evaluate", recorded(f), folder.resolve("back"));

        assertThat(back.path()).hasFileName("scores [1]*.csv").hasContent("a,b\n1,2\n");
        assertThat(back.name()).isEqualTo(f.name());
        assertThat(back.sha256()).isEqualTo(f.sha256());
        try (var files = Files.list(copy(f).getParent())) {
            assertThat(files).as("one copy and no drafts").containsExactly(copy(f));
        }
    }

    @Test
    void aCopyOfAChangedFileIsNotKept() throws IOException {
        InputFiles files = new InputFiles(folder);
        InputFile f = files.input("scores", input, "scores.csv");
        Files.writeString(input, "a,b\n1,2\n3,4\n");

        assertThatThrownBy(() -> landed.land(f, ANY_SIZE, files::requireUnchanged))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("changed or removed");
        try (var copies = Files.list(copy(f).getParent())) {
            assertThat(copies).isEmpty();
        }
    }

    @Test
    void aCopyThatFailsLeavesNothingAndAFolderThatCannotBeMadeIsToldAtOnce() throws IOException {
        InputFile gone = find(input);
        Files.delete(input);

        landed.open();

        assertThatThrownBy(() -> landed.land(gone, ANY_SIZE, same -> {}))
                .hasMessageContaining("Cannot keep a copy of")
                .hasMessageContaining("scores [1]*.csv");
        try (var files = Files.list(copy(gone).getParent())) {
            assertThat(files).isEmpty();
        }
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new LandedFiles(folder.resolve("file").toString(), new Configuration()).open())
                .hasMessageContaining("Cannot make the folder of input copies")
                .hasMessageContaining("file/landing/files");
    }

    @Test
    void aChangeOfTheOriginalDoesNotReachTheCopy() throws IOException {
        InputFile f = find(input);
        landed.land(f, ANY_SIZE, same -> {});
        Files.writeString(input, "changed");

        assertThat(landed.bring("evaluate", recorded(f), folder.resolve("back")).path())
                .hasContent("a,b\n1,2\n");
    }

    @Test
    void aFolderThatIsOneInputComesBackWithAllItsFiles() throws IOException {
        Path table = Files.createDirectories(folder.resolve("table/_delta_log")).getParent();
        Files.writeString(table.resolve("_delta_log/0.json"), "{}");
        Files.writeString(table.resolve("part.parquet"), "rows");
        Files.writeString(table.resolve(".part.parquet.crc"), "sum");
        InputFile f = find(table);

        landed.land(f, ANY_SIZE, same -> {});
        InputFile back = landed.bring("evaluate", recorded(f), folder.resolve("back"));

        assertThat(back.path()).isNotEqualTo(table).isDirectory();
        assertThat(back.sha256()).isEqualTo(f.sha256());
    }

    @Test
    void aFileThatIsTooLargeToKeepIsTakenFromWhereItWasWhileItIsUnchanged() throws IOException {
        InputFile f = find(input);
        landed.land(f, 3, same -> {});
        assertThat(copy(f)).doesNotExist();

        assertThat(landed.bring("evaluate", recorded(f), folder.resolve("back")).path())
                .isEqualTo(input);

        Files.writeString(input, "other");
        assertThatThrownBy(() -> landed.bring("evaluate", recorded(f), folder.resolve("back")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(input.toString())
                .hasMessageContaining("has changed");
        Files.delete(input);
        assertThatThrownBy(() -> landed.bring("evaluate", recorded(f), folder.resolve("back")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no copy and no file");
    }

    @Test
    void aDamagedCopyIsFoundOut() throws IOException {
        InputFile f = find(input);
        landed.land(f, ANY_SIZE, same -> {});
        Files.writeString(copy(f), "a,b\n1,3\n");

        assertThatThrownBy(() -> landed.bring("evaluate", recorded(f), folder.resolve("back")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is damaged");
    }
}
