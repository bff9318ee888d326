package org.smssev.jobs.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.smssev.jobs.generate.GenerateOptions;
import org.smssev.jobs.generate.GenerateSummary;
import org.smssev.jobs.generate.Generator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates a synthetic release with planted truth. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Generate a synthetic release with planted truth.",
        footer = {"", "The release has patents, lists, nominations and scores. The folder truth holds what was planted."
        })
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out;

    @Option(
            names = "--records",
            defaultValue = "215000",
            description = "Number of records (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--release",
            defaultValue = "2026-01",
            description =
                    "Release: 2026-01 for the first, 2026-02 and so on for the next ones (default: ${DEFAULT-VALUE}).")
    private String release;

    @Option(names = "--quiet", description = "No progress output.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var console = spec.commandLine().getOut();
        long start = System.nanoTime();
        GenerateSummary summary = Generator.generate(new GenerateOptions(out, records, seed, release), step -> {});
        if (!quiet) {
            console.println(String.format(
                    Locale.ROOT,
                    "SYNTHETIC release %s in %s: %s, %.1f s",
                    release,
                    out,
                    summary,
                    (System.nanoTime() - start) / 1e9));
        }
        return 0;
    }
}
