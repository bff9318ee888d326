package org.smssev.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.jobs.bench.BenchInput;
import org.smssev.jobs.bench.BenchResult;
import org.smssev.jobs.bench.Benchmark;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the flow. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Time one run and measure the memory of each stage.",
        footer = {
            "",
            "The figures are seconds, records per second and memory by stage. Stages run one after another. Spark starts",
            "during the first stage, while the input is read."
        })
final class BenchCommand implements Callable<Integer> {
    /** Where the records come from. */
    private static final class Source {
        @Option(
                names = "--input",
                paramLabel = "DIR",
                description = "Release with planted truth: patents.csv, technologies.csv, expert_scores.csv, truth/.")
        private Path input;

        @Option(
                names = "--records",
                paramLabel = "N",
                description = "Number of records to generate. The generation is not timed.")
        private Integer records;
    }

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of --records (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "New or empty folder for the tables (default: a temporary folder).")
    private Path work;

    @Option(names = "--json", paramLabel = "FILE", description = "File for the figures as JSON (default: none).")
    private Path json;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Spark master of an embedded run (default: ${DEFAULT-VALUE}).")
    private String master;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "Setting that overrides the default, e.g. -D cluster.k=40.")
    private Map<String, String> overrides = Map.of();

    @Option(names = "--quiet", description = "No progress output.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Instant launched = Benchmark.launched();
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path folder = folder();
            try {
                BenchResult result = measure(folder, launched, out);
                out.print(result.table());
                out.flush();
                if (json != null) {
                    Files.writeString(json, result.json());
                }
                return 0;
            } finally {
                if (work == null) {
                    remove(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the files of the benchmark", e);
        }
    }

    private BenchResult measure(Path folder, Instant launched, PrintWriter out) {
        Instant start = Instant.now();
        Path config = source.input == null
                ? BenchInput.generated(source.records, seed, folder)
                : BenchInput.of(source.input, folder);
        Duration generation = source.input == null ? Duration.between(start, Instant.now()) : Duration.ZERO;
        Project project = Project.of(config, master, quiet, overrides);
        try {
            Config settings = project.config();
            if (settings.stagesAtOnce() > 1) {
                throw new UserException(
                        Exit.USAGE,
                        "run.stages-at-once: bench times one stage at a time (the value is " + settings.stagesAtOnce()
                                + "). Set it to 1, the default.");
            }
            String input = source.input == null ? "a generated release, seed " + seed : source.input.toString();
            return new Benchmark(launched, project.progress(out))
                    .run(input, generation, p -> project.runner(settings, p), project.warehouse(settings));
        } finally {
            project.close();
        }
    }

    private Path folder() throws IOException {
        if (work == null) {
            return Files.createTempDirectory("smssev-bench");
        }
        Files.createDirectories(work);
        try (Stream<Path> files = Files.list(work)) {
            if (files.findAny().isPresent()) {
                throw new UserException(
                        Exit.USAGE, "--work " + work + ": folder is not empty. Name a new or empty folder.");
            }
        }
        return work;
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
