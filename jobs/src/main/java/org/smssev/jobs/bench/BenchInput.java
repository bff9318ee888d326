package org.smssev.jobs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.generate.GenerateOptions;
import org.smssev.jobs.generate.Generator;

/** What a benchmark runs on, laid out in a folder of work: a configuration beside its files. */
public final class BenchInput {
    /** What a release of the benchmark's generator consists of, so far as it is read. */
    private static final List<String> FILES = List.of("patents.csv", "technologies.csv", "expert_scores.csv", "truth");

    private BenchInput() {}

    /** A release in the layout of the benchmark's generator, which stays where it is; returns the configuration. */
    public static Path of(Path release, Path work) {
        List<String> absent =
                FILES.stream().filter(f -> !Files.exists(release.resolve(f))).toList();
        if (!absent.isEmpty()) {
            throw new UserException(
                    Exit.INPUT,
                    "--input " + release + ": not a complete release (" + String.join(", ", absent)
                            + " missing). Give a folder with patents.csv, technologies.csv, expert_scores.csv and truth/.");
        }
        try (InputStream config = BenchInput.class.getResourceAsStream("bench.yaml")) {
            for (String file : FILES) {
                Files.createSymbolicLink(
                        work.resolve(file), release.resolve(file).toAbsolutePath());
            }
            Path yaml = work.resolve("bench.yaml");
            Files.copy(config, yaml);
            return yaml;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + work, e);
        }
    }

    /** A release of so many records, generated; returns the configuration. */
    public static Path generated(int records, long seed, Path work) {
        GenerateOptions options = new GenerateOptions(work.resolve("input"), records, seed, "2026-01");
        Generator.generate(options, step -> {});
        try {
            return Files.writeString(
                    work.resolve("bench.yaml"), Generator.configYaml(Path.of("input"), "warehouse", options));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + work, e);
        }
    }
}
