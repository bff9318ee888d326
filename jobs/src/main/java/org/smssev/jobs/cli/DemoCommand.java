package org.smssev.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.generate.GenerateOptions;
import org.smssev.jobs.generate.Generator;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates a synthetic release with lists and scores, and runs everything on it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Make a synthetic release and grade it.",
            "Writes patents, lists and scores with a planted truth, runs all stages, and shows how much was found."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String RELEASE = "2026-01";
    private static final int TOP = 15;

    @Option(
            names = "--records",
            defaultValue = "215000",
            description = "Number of patent records (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            defaultValue = "warehouse",
            description = "Folder for the input, the tables and the report (default: ./${DEFAULT-VALUE}).")
    private Path warehouse;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Spark master (default: ${DEFAULT-VALUE}; on a cluster that of spark-submit).")
    private String master;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path input = warehouse.resolve("input");
        Path configFile = warehouse.resolve(ConfigLocator.FILE_NAME);
        GenerateOptions options = new GenerateOptions(input, records, seed, RELEASE);
        String stamp = "records=" + records + "\nseed=" + seed + "\n";
        prepare(out, options, stamp, configFile);
        Project project = Project.of(configFile, master, quiet, Map.of());
        try {
            Config config = project.config();
            Runner.Outcome outcome = project.runner(config, out).run(Runner.Request.ALL);
            RunCommand.report(outcome, config, project, out);
            summary(config, project, out, configFile);
            return 0;
        } finally {
            project.close();
        }
    }

    /** Generates once; a folder that holds something else is refused. */
    private void prepare(PrintWriter out, GenerateOptions options, String stamp, Path configFile) {
        Path stampFile = warehouse.resolve("demo.stamp");
        try {
            if (Files.isRegularFile(stampFile)) {
                if (!Files.readString(stampFile, StandardCharsets.UTF_8).equals(stamp)) {
                    throw new UserException(
                            Exit.USAGE,
                            warehouse
                                    + ": folder holds a demo with another number of records or another seed. Name another"
                                    + " folder with --warehouse, or remove this one.");
                }
                writeConfig(options, configFile);
                return;
            }
            Path started = warehouse.resolve("demo.started");
            if (Files.isDirectory(warehouse) && !Files.isRegularFile(started) && !empty(warehouse)) {
                throw new UserException(
                        Exit.USAGE,
                        warehouse + ": folder is not empty and holds no demo. Name another folder with --warehouse.");
            }
            Files.createDirectories(warehouse);
            Files.writeString(started, stamp, StandardCharsets.UTF_8);
            if (!quiet) {
                out.println(String.format(
                        Locale.ROOT, "Generating a SYNTHETIC release of %,d records in %s", records, options.out()));
            }
            Generator.generate(options, step -> {});
            writeConfig(options, configFile);
            Files.move(started, stampFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + warehouse, e);
        }
    }

    /** Writes the configuration; one that is there may have been edited, and stays. */
    private static void writeConfig(GenerateOptions options, Path configFile) throws IOException {
        if (!Files.exists(configFile)) {
            Files.writeString(configFile, Generator.configYaml(Path.of("input"), ".", options), StandardCharsets.UTF_8);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void summary(Config config, Project project, PrintWriter out, Path configFile) {
        Warehouse tables = project.warehouse(config);
        MetaTables.Run run = new RunHistory(tables).latest().orElseThrow();
        long version = run.tables().stream()
                .filter(v -> v.table()
                        .equals(TableDef.of(GradeTables.Technology.class).name()))
                .findFirst()
                .orElseThrow()
                .version();
        List<GradeTables.Technology> graded = tables.read(GradeTables.Technology.class, version).stream()
                .filter(t -> t.score() != null)
                .sorted(Comparator.comparing(GradeTables.Technology::score)
                        .reversed()
                        .thenComparing(GradeTables.Technology::technologyId))
                .toList();
        out.println();
        out.println("The top of the graded list (SYNTHETIC)");
        for (GradeTables.Technology t : graded.stream().limit(TOP).toList()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %5.2f  %-10s %-9s %s%s",
                    t.score(),
                    t.level(),
                    t.position() == null ? "" : t.position(),
                    t.nameEn(),
                    t.borderline() ? "  (borderline)" : ""));
        }
        out.println();
        out.println("How much of the planted truth was found:");
        RunHistory.read(tables, MetaTables.Quality.class).stream()
                .filter(q -> q.stage().equals("truth"))
                .filter(q -> newest(tables).equals(q.runId()))
                .forEach(q -> out.println("  " + q.message()));
        out.println();
        String option = " --config " + ShellWord.of(configFile.toString());
        String first = graded.isEmpty() ? "TECHNOLOGY" : graded.get(0).nameEn();
        out.println("Try next:");
        out.println("  bin/smssev explain " + ShellWord.of(first) + option);
        out.println("  bin/smssev sql \"SELECT rank, level, name_en FROM views.graded_list ORDER BY rank\"" + option);
        out.println("  bin/smssev status" + option);
    }

    private static String newest(Warehouse tables) {
        return new RunHistory(tables)
                .newest("truth")
                .map(MetaTables.StageRun::runId)
                .orElse("");
    }
}
