package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFilesTest {
    @TempDir
    private Path folder;

    private FileSystem files(boolean ours, String umask) throws IOException {
        Configuration hadoop = new Configuration(false);
        hadoop.set("fs.permissions.umask-mode", umask);
        hadoop.setClass(LocalFiles.SETTING, ours ? LocalFiles.class : LocalFileSystem.class, FileSystem.class);
        return FileSystem.newInstance(folder.toUri(), hadoop);
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
    }

    /** Modes of a file, its sums, a folder, and a file that is given one. */
    private String modes(boolean ours, String umask) throws IOException {
        String at = (ours ? "ours " : "theirs ") + umask;
        try (FileSystem fs = files(ours, umask)) {
            fs.create(path(at + "/in/file")).close();
            fs.create(path(at + "/given")).close();
            fs.setPermission(path(at + "/given"), new FsPermission((short) 0604));
            fs.mkdirs(path(at + "/sticky"), new FsPermission((short) 01755));
        }
        return String.join(
                " ", mode(at), mode(at + "/in"), mode(at + "/in/file"), mode(at + "/given"), mode(at + "/sticky"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"022", "027", "077"})
    void modesAreThoseOfHadoop(String umask) throws IOException {
        assertThat(modes(true, umask)).isEqualTo(modes(false, umask)).contains("rw----r--");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void modesOfFilesOfAContextAreThoseOfHadoopToo(boolean ours) throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.permissions.umask-mode", "027");
        if (ours) {
            hadoop.set(LocalContextFiles.SETTING, LocalContextFiles.class.getName());
        }
        FileContext files = FileContext.getFileContext(folder.toUri(), hadoop);
        files.create(path("new/file"), EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent())
                .close();
        files.create(path("new/other"), EnumSet.of(CreateFlag.CREATE)).close();

        assertThat(mode("new") + " " + mode("new/file") + " " + mode("new/.file.crc"))
                .isEqualTo("rwxr-x--- rw-r----- rw-r-----");
        assertThatThrownBy(() -> files.rename(path("new/other"), path("new/file")))
                .isInstanceOf(FileAlreadyExistsException.class);
        files.rename(path("new/other"), path("new/third"));
        assertThat(files.util().listStatus(path("new")))
                .extracting(s -> s.getPath().getName())
                .containsExactlyInAnyOrder("file", "third");
    }

    @Test
    void filesOfAnotherKindThatSettingsNameStay() {
        Configuration stock = new Configuration();
        Configuration named = new Configuration();
        named.set(LocalFiles.SETTING, "com.example.Files");

        LocalFiles.into(stock);
        LocalFiles.into(named);

        assertThat(stock.get(LocalFiles.SETTING)).isEqualTo(LocalFiles.class.getName());
        assertThat(stock.get(LocalContextFiles.SETTING)).isEqualTo(LocalContextFiles.class.getName());
        assertThat(named.get(LocalFiles.SETTING)).isEqualTo("com.example.Files");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsMissingHasNoMode(boolean ours) throws IOException {
        try (FileSystem fs = files(ours, "022")) {
            assertThatThrownBy(() -> fs.setPermission(path("none"), new FsPermission((short) 0644)))
                    .isInstanceOf(IOException.class);
        }
    }
}
