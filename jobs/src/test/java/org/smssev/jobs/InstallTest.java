package org.smssev.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/install} lays out. */
class InstallTest {
    private static final Path SCRIPT =
            Path.of("../bin/install").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void whatOneUserBuiltOthersMayRead() throws Exception {
        Path library = own(folder.resolve("library-1.jar"));
        Path built = Files.createDirectory(folder.resolve("built"));
        for (String name :
                List.of("smssev-jobs.jar", "smssev-jobs-all.jar", "jvm.args", "spark.packages", "bom.json")) {
            own(built.resolve(name));
        }
        Files.writeString(built.resolve("classpath.txt"), library.toString());
        Path laid = folder.resolve("laid out");

        Process process = new ProcessBuilder(SCRIPT.toString(), laid.toString(), built.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        try (Stream<Path> all = Files.walk(laid)) {
            assertThat(all).hasSizeGreaterThan(10).allSatisfy(path -> {
                assertThat(Files.getPosixFilePermissions(path)).contains(PosixFilePermission.OTHERS_READ);
                if (Files.isDirectory(path)) {
                    assertThat(Files.getPosixFilePermissions(path)).contains(PosixFilePermission.OTHERS_EXECUTE);
                }
            });
        }
        assertThat(laid.resolve("bin/smssev")).isExecutable();
        assertThat(laid.resolve("lib/library-1.jar")).isRegularFile();
    }

    /** A file that only its owner and group may read, as Maven makes jars. */
    private static Path own(Path file) throws IOException {
        return Files.setPosixFilePermissions(
                Files.writeString(file, "x"), PosixFilePermissions.fromString("rw-r-----"));
    }
}
