package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;

class InputFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3a://bucket/patents.csv", "s3a:/bucket/patents.csv", "/data/hdfs:/host/patents.csv"})
    void addressOfAnotherFileSystemIsRefusedWithTheWayOut(String address) {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", address, true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ingest.sources.patents.path: not a local file (" + address + ")")
                .hasMessageContaining("Copy it to a local folder, or mount it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.csv", "C:/data/missing.csv"})
    void fileThatIsMissingIsNamed(String name) {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", name, true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("file not found")
                .hasMessageContaining("missing.csv")
                .hasMessageNotContaining("null")
                .hasMessageNotContaining("$HOME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/missing.csv", "$HOME/missing.csv", "C:\\data\\missing.csv"})
    void whatAShellOrAnotherSystemWouldReadOtherwiseIsTold(String name) {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", name, true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("write ~ and $HOME in full, and separate folders with /");
    }

    @Test
    void theWayOutWithoutAFileThatIsNotNeededIsTold() {
        FileRef ref = new FileRef("ipc-inventory", "ingest.ipc-inventory", "none.csv").optional("ingest.ipc-inventory");
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .hasMessageContaining("put the file there. Or, without one, -D ingest.ipc-inventory=null.");
    }

    @Test
    // What reads for ever hears of no interruption.
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void deviceThatNeverEndsIsRefusedBeforeItIsDigested() {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", "/dev/zero", true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("/dev/zero: device, pipe or socket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[.csv", "{a,b.csv"})
    void whatIsNoPatternIsRefusedWithTheSetting(String pattern) {
        FileRef ref = new FileRef("source:patents", "ingest.sources.patents.path", pattern, true);
        assertThatThrownBy(() -> new InputFiles(Path.of("")).find(ref))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ingest.sources.patents.path: invalid file pattern (" + pattern);
    }

    @Test
    void aFileWhoseNameIsAPatternAsWellIsMeantWhereItIsThere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("export[1].csv"), "a");
        Files.writeString(folder.resolve("export1.csv"), "b");
        FileRef ref = new FileRef("source:a", "ingest.sources.a.path", "export[1].csv", true);
        assertThat(new InputFiles(folder).paths(ref)).containsExactly(folder.resolve("export[1].csv"));
        Files.delete(folder.resolve("export[1].csv"));
        assertThat(new InputFiles(folder).paths(ref)).containsExactly(folder.resolve("export1.csv"));
    }

    @Test
    void whatWasDigestedAheadIsNotDigestedAgain(@TempDir Path folder) throws Exception {
        FileRef there = new FileRef("source:a", "ingest.sources.a.path", "*.csv", true);
        FileRef missing = new FileRef("source:b", "ingest.sources.b.path", "b.tsv", true);
        for (int i = 0; i < 20; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "text " + i);
        }
        List<InputFile> before = new InputFiles(folder).find(there);
        InputFiles ahead = new InputFiles(folder);

        ahead.ahead(() -> List.of(there, missing, there)).join();
        Files.writeString(folder.resolve("7.csv"), "TEXT 7");

        assertThat(ahead.find(there)).hasSize(20).isEqualTo(before);
        assertThat(new InputFiles(folder).find(there)).isNotEqualTo(before);
        assertThatThrownBy(() -> ahead.find(missing)).hasMessageContaining("b.tsv");
    }

    @Test
    void aFolderGivesItsFilesAlsoThoseOfLinkedFolders(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("b.csv"), "b");
        for (String name : List.of(
                "a.csv", "~$a.xlsx", "Thumbs.db", "desktop.ini", ".DS_Store", "_SUCCESS", "docdb.DTD", "x.xsd")) {
            Files.writeString(data.resolve(name), name);
        }
        Files.createSymbolicLink(data.resolve("link"), real);
        assertThat(new InputFiles(folder).find(new FileRef("r", "s", "data", true)))
                .extracting(InputFile::name)
                .containsExactly("a.csv", "link/b.csv");
    }

    @Test
    void aPatternMeansNoFilesThatArePassedOver(@TempDir Path folder) throws Exception {
        for (String name : List.of("a.csv", ".b.csv", "_c.csv", "~$d.xlsx", "Thumbs.db")) {
            Files.writeString(folder.resolve(name), "a");
        }
        assertThat(new InputFiles(folder).find(new FileRef("r", "s", "*", true)))
                .extracting(InputFile::name)
                .containsExactly("a.csv");
        assertThat(new InputFiles(folder).find(new FileRef("r", "s", "_*.csv", true)))
                .extracting(InputFile::name)
                .containsExactly("_c.csv");
        assertThat(new InputFiles(folder).find(new FileRef("r", "s", "[_.]*.csv", true)))
                .extracting(InputFile::name)
                .containsExactly("_c.csv");
        assertThatThrownBy(() -> new InputFiles(folder).find(new FileRef("r", "s", "*.xlsx", true)))
                .hasMessageContaining("file not found")
                .hasMessageContaining("The folder has a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/*", "data/*.csv*"})
    void aFileThatIsNotAllThereIsRefused(String path, @TempDir Path folder) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        FileRef ref = new FileRef("r", "s", path, true);
        for (String name : List.of("a.csv.crdownload", "a.csv.part", "a.csv.filepart")) {
            Path file = Files.writeString(data.resolve(name), "a");
            assertThatThrownBy(() -> new InputFiles(folder).find(ref))
                    .hasMessageContaining(name)
                    .hasMessageContaining("unfinished download");
            Files.delete(file);
        }
        Files.createSymbolicLink(data.resolve("b.csv"), folder.resolve("gone.csv"));
        assertThatThrownBy(() -> new InputFiles(folder).find(ref))
                .hasMessageContaining("b.csv")
                .hasMessageContaining("link to a missing file");
    }

    @Test
    void aFileThatIsChangedWhileItIsReadIsRefusedWhateverCameOfIt(@TempDir Path folder) throws Exception {
        Path table = Files.createDirectories(folder.resolve("table/_delta_log")).getParent();
        Files.writeString(table.resolve("a"), "a");
        Path file = Files.writeString(folder.resolve("a.csv"), "text");
        Path other = Files.writeString(folder.resolve("b.csv"), "TEXT");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        List<Runnable> changes = List.of(
                () -> write(file, "text and more"),
                () -> write(file, "TEXT"),
                () -> move(other, file),
                () -> write(table.resolve("b"), "b"),
                () -> move(table.resolve("a"), folder.resolve("a")));
        List<String> undone = new ArrayList<>();
        for (Runnable change : changes) {
            InputFiles files = new InputFiles(folder);
            List<InputFile> found = List.of(files.input("r", file, "a.csv"), files.input("r", table, "table"));
            files.whileUnchanged(List.of(found), () -> {}, () -> undone.add("unchanged"));

            assertThatThrownBy(() -> files.whileUnchanged(
                            List.of(found),
                            () -> {
                                change.run();
                                throw new IllegalStateException("two scans differ");
                            },
                            () -> undone.add("changed")))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("changed or removed while it was read")
                    .hasSuppressedException(new IllegalStateException("two scans differ"));
        }
        assertThat(undone).containsExactly("changed", "changed", "changed", "changed", "changed");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path file, Path to) {
        try {
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
