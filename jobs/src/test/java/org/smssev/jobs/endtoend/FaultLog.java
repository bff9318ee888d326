package org.smssev.jobs.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What faults were tried and came out well, {@code target/faults.txt}: what docs/reliability.md is written from. */
final class FaultLog {
    private static final Path FILE = Path.of("target", "faults.txt").toAbsolutePath();

    private FaultLog() {}

    static void tried(String kind, String what) {
        tried(kind + "\t" + what);
    }

    /** Kind and what, with a tab between them. */
    static void tried(String line) {
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + FILE, e);
        }
    }
}
