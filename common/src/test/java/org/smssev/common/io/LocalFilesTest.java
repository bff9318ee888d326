package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.AbstractFileSystem;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.local.LocalFs;
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
        hadoop.setClass(
                LocalContextFiles.SETTING, ours ? LocalContextFiles.class : LocalFs.class, AbstractFileSystem.class);
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
        Configuration stock = new Configuration(false);
        stock.setClass(LocalFiles.SETTING, LocalFileSystem.class, FileSystem.class);
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

    /** What is told of a path, links not followed. */
    private static String link(FileContext files, org.apache.hadoop.fs.Path path) throws IOException {
        try {
            FileStatus status = files.getFileLinkStatus(path);
            return String.join(
                    " ",
                    status.getPath().getName(),
                    String.valueOf(status.isSymlink()),
                    String.valueOf(status.isDirectory()),
                    String.valueOf(status.getLen()),
                    status.getPermission().toString(),
                    status.getOwner(),
                    status.getGroup());
        } catch (FileNotFoundException e) {
            return "missing";
        }
    }

    @Test
    void filesAndLinksAreToldAsHadoopTellsThem() throws IOException {
        Files.writeString(folder.resolve("file"), "four");
        Files.createDirectory(folder.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none"));
        Configuration hadoop = new Configuration();
        FileContext theirs = FileContext.getFileContext(folder.toUri(), hadoop);
        hadoop.set(LocalContextFiles.SETTING, LocalContextFiles.class.getName());
        FileContext ours = FileContext.getFileContext(folder.toUri(), hadoop);

        Files.createDirectory(folder.resolve("sticky"));
        Files.setAttribute(folder.resolve("sticky"), "unix:mode", 01755);

        for (String name : List.of("file", "folder", "sticky", "link", "dangling", "none")) {
            assertThat(link(ours, path(name))).isEqualTo(link(theirs, path(name)));
        }
        assertThat(link(ours, path("sticky"))).contains("rwxr-xr-t");
        assertThat(link(ours, path("file"))).startsWith("file false false 4 ");
    }

    /** What is told of the files below a folder. */
    private List<String> listed(boolean ours) throws IOException {
        List<String> listed = new ArrayList<>();
        try (FileSystem fs = files(ours, "022")) {
            RemoteIterator<LocatedFileStatus> all = fs.listFiles(path("."), true);
            while (all.hasNext()) {
                LocatedFileStatus f = all.next();
                listed.add(f.getPath() + " " + f.getLen() + " " + f.getModificationTime() + " " + f.getPermission()
                        + " " + f.getOwner() + " " + f.getGroup());
            }
        }
        Collections.sort(listed);
        return listed;
    }

    @Test
    void listsOfFilesAreThoseOfHadoop() throws IOException {
        Files.createDirectories(folder.resolve("in a folder/é"));
        Files.writeString(folder.resolve("in a folder/é/file"), "four");
        Files.writeString(folder.resolve("first"), "");
        Files.setPosixFilePermissions(folder.resolve("first"), PosixFilePermissions.fromString("r--r-x--x"));

        assertThat(listed(true)).hasSize(2).isEqualTo(listed(false));
    }
}
