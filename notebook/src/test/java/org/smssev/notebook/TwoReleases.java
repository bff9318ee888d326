package org.smssev.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.smssev.common.UserException;
import org.smssev.common.tables.GradeTables;
import org.smssev.jobs.cli.CommandLineApp;

/** A small warehouse with two releases: the one that the tests of jobs left, or else one made here. */
final class TwoReleases {
    /** Where a test of jobs tells which warehouse it left. */
    private static final Path LEFT =
            Path.of("").toAbsolutePath().resolveSibling("jobs").resolve("target/two-releases.txt");

    private static final Path OWN = Path.of("target", "warehouse").toAbsolutePath();
    private static Path warehouse;

    private TwoReleases() {}

    static synchronized Path warehouse() {
        if (warehouse == null) {
            warehouse = left().filter(TwoReleases::hasBoth).orElse(OWN);
            if (!hasBoth(warehouse)) {
                smssev("demo", "--records", "1500", "--warehouse", OWN.toString(), "--master", "local[2]");
                smssev(
                        "run",
                        "--config",
                        OWN.resolve("smssev.yaml").toString(),
                        "-D",
                        "release.id=2026-02",
                        "-D",
                        "grade.level-2=7.4",
                        "--master",
                        "local[2]");
            }
        }
        return warehouse;
    }

    private static Optional<Path> left() {
        try {
            return Files.exists(LEFT) ? Optional.of(Path.of(Files.readString(LEFT))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LEFT, e);
        }
    }

    /** Whether this program reads both, as another version may have left them. */
    private static boolean hasBoth(Path folder) {
        try {
            return Results.open(folder.toString())
                    .before()
                    .filter(before -> !before.rows(GradeTables.Technology.class).isEmpty())
                    .isPresent();
        } catch (UserException e) {
            return false;
        }
    }

    private static void smssev(String... args) {
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told, true);
        assertThat(CommandLineApp.run(out, out, args)).as(told.toString()).isZero();
    }

    /** Every file of the warehouse with its size and time. */
    static Map<String, String> files() {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(warehouse())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
