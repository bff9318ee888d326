package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectCopyTest {
    private static final int BLOCKS = 17;

    @TempDir
    Path folder;

    private Path from;
    private Path to;

    @BeforeEach
    void write() throws IOException {
        from = folder.resolve("from");
        to = Files.createFile(folder.resolve("to"));
        byte[] bytes = new byte[DirectCopy.AT_ONCE];
        Random random = new Random(5);
        try (var out = Files.newOutputStream(from)) {
            for (int i = 0; i < BLOCKS; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
            out.write(bytes, 0, 17);
        }
    }

    private long copy(long bytes) throws IOException {
        try (FileChannel in = FileChannel.open(from)) {
            return DirectCopy.copy(in, bytes, to);
        }
    }

    @Test
    void whatIsCopiedIsTheGreaterPart() throws IOException {
        assumeThat(Files.getFileStore(to).type()).startsWith("ext");

        assertThat(copy(Files.size(from))).isEqualTo((long) BLOCKS * DirectCopy.AT_ONCE);
        assertThat(Files.size(to)).isEqualTo((long) BLOCKS * DirectCopy.AT_ONCE);
        assertThat(Files.mismatch(from, to)).isEqualTo(Files.size(to));
    }

    @Test
    void ofAFileThatIsTooShortThereIsWhatItHas() throws IOException {
        assumeThat(Files.getFileStore(to).type()).startsWith("ext");

        assertThat(copy(2 * Files.size(from))).isEqualTo((long) BLOCKS * DirectCopy.AT_ONCE);
    }

    @Test
    void aShortFileIsLeft() throws IOException {
        assertThat(copy(1 << 20)).isZero();
        assertThat(to).isEmptyFile();
    }
}
