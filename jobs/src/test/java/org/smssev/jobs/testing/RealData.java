package org.smssev.jobs.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real data are; a test that needs them is skipped, saying so, where they are not. */
public final class RealData {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private RealData() {}

    /** The folder of a set of files. */
    public static Path folder(String set) {
        String given = System.getenv("SMSSEV_REAL_DATA");
        Path folder = (given == null ? ROOT.resolveSibling("shared").resolve("data") : Path.of(given))
                .resolve(set)
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                "no real data in " + folder + "; docs/real-data.md says how to get it, SMSSEV_REAL_DATA where it is");
        return folder;
    }
}
