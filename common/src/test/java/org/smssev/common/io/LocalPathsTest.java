package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPathsTest {
    @TempDir
    private Path folder;

    @Test
    void aNameWithBlanksAndSignsOfPatternsIsFoundAsItIs() throws IOException {
        Path file =
                Files.createFile(Files.createDirectory(folder.resolve("a b[1]")).resolve("{c,d}*?.csv"));

        FileSystem files = FileSystem.getLocal(new Configuration());
        FileStatus[] found = files.globStatus(new org.apache.hadoop.fs.Path(LocalPaths.literal(file)));

        assertThat(found).hasSize(1);
        assertThat(Path.of(found[0].getPath().toUri())).isEqualTo(file);
        assertThat(files.exists(new org.apache.hadoop.fs.Path(LocalPaths.plain(file))))
                .isTrue();
    }
}
