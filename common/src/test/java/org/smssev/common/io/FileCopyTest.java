package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCopyTest {
    private static final int LENGTH = (3 << 20) + 17;

    @TempDir
    java.nio.file.Path folder;

    private final byte[] bytes = new byte[LENGTH];

    @BeforeEach
    void write() throws IOException {
        new Random(3).nextBytes(bytes);
        Files.write(folder.resolve("a file"), bytes);
    }

    private Path path(String name) {
        return new Path(folder.resolve(name).toUri());
    }

    /** Settings by which a local file is one of any file system, or one of the local disk. */
    private static Configuration settings(boolean isFar) {
        Configuration hadoop = new Configuration();
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        if (isFar) {
            hadoop.set(LocalFiles.SETTING, RawLocalFileSystem.class.getName());
        } else {
            LocalFiles.into(hadoop);
        }
        return hadoop;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCopyHasTheBytesOfTheFile(boolean isFar) throws IOException {
        FileCopy.copy(path("a file"), path("copy"), settings(isFar));

        assertThat(Files.readAllBytes(folder.resolve("copy"))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenBehindABeginningStandsBehindIt(boolean isFar) throws IOException {
        FileCopy.copy(path("a file"), LENGTH - 100, path("copy"), settings(isFar), out -> {
            out.write(1);
            out.write(new byte[] {2, 3, 4}, 1, 2);
        });

        byte[] expected = Arrays.copyOf(bytes, LENGTH - 97);
        System.arraycopy(new byte[] {1, 3, 4}, 0, expected, LENGTH - 100, 3);
        assertThat(Files.readAllBytes(folder.resolve("copy"))).isEqualTo(expected);
    }

    @Test
    void aLargeFileIsCopiedPastTheCacheToItsLastByte() throws IOException {
        java.nio.file.Path large = folder.resolve("large");
        try (var out = Files.newOutputStream(large)) {
            for (int i = 0; i < 22; i++) {
                bytes[i] = (byte) i;
                out.write(bytes);
            }
        }

        FileCopy.copy(path("large"), path("copy"), settings(false));

        assertThat(Files.mismatch(large, folder.resolve("copy"))).isEqualTo(-1);
        long length = Files.size(large);
        assertThatThrownBy(
                        () -> FileCopy.copy(path("large"), length + (9 << 20), path("more"), settings(false), o -> {}))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void sumsOfAFileThatWasChangedSinceDoNotCount() throws IOException {
        Configuration hadoop = settings(false);
        hadoop.set("fs.far.impl", Far.class.getName());
        Files.write(folder.resolve(".a file.crc"), new byte[] {'c', 'r', 'c', 0, 0, 0, 2, 0, 1, 2, 3, 4});
        assertThatThrownBy(() -> {
                    try (var in = path("a file").getFileSystem(hadoop).open(path("a file"))) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);

        FileCopy.copy(path("a file"), new Path("far:" + path("copy").toUri().getPath()), hadoop);

        assertThat(Files.readAllBytes(folder.resolve("copy"))).isEqualTo(bytes);
    }

    /** Local files under another scheme, as if they were far. */
    public static final class Far extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("far:///");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsTooShortOrThereIsRefused(boolean isFar) throws IOException {
        Configuration hadoop = settings(isFar);
        assertThatThrownBy(() -> FileCopy.copy(path("a file"), LENGTH + 1L, path("copy"), hadoop, out -> {}))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("a file")
                .hasMessageContaining(String.valueOf(LENGTH + 1));
        Files.writeString(folder.resolve("there"), "kept");
        assertThatThrownBy(() -> FileCopy.copy(path("a file"), path("there"), hadoop))
                .isInstanceOfAny(FileAlreadyExistsException.class, java.nio.file.FileAlreadyExistsException.class);
        assertThat(folder.resolve("there")).hasContent("kept");
    }

    @Test
    void aCopyOnALocalDiskHasTheModeOfTheSettings() throws IOException {
        Configuration hadoop = settings(false);
        hadoop.set("fs.permissions.umask-mode", "077");

        FileCopy.copy(path("a file"), path("copy"), hadoop);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("copy"))))
                .isEqualTo("rw-------");
        try (var names = Files.list(folder)) {
            assertThat(names.map(name -> name.getFileName().toString())).containsExactlyInAnyOrder("a file", "copy");
        }
    }
}
