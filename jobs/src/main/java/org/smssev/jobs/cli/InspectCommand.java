package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.stage.FileRef;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.IngestStage;
import org.smssev.jobs.ingest.source.Inspection;
import org.smssev.jobs.run.InputFiles;
import org.smssev.jobs.run.SessionSource;
import org.smssev.jobs.run.SparkSessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What patent files are and how they would be read; writes nothing, and starts Spark for Parquet and Delta alone. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Show how a patent file would be read.",
            "Prints the layout, encoding, column mapping, sample records and rejected rows. Writes nothing."
        })
final class InspectCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    /** Refusals that are printed: an archive may hold thousands of files that are no tables. */
    private static final int MOST_REFUSED = 20;

    /** Of an embedded session; a submitted one has its own. */
    private static final String MASTER = "local[*]";

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Patent files, plain, .gz or .zip (default with --config: all files of its sources).")
    private List<Path> files = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration whose sources say how to read the files (default: the layout is recognised).")
    private Path config;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Setting that replaces the one of --config, such as -D ingest.data-folder=DIR.")
    private Map<String, String> overrides = Map.of();

    @Option(names = "--source", paramLabel = "NAME", description = "Source of the configuration (default: all).")
    private String source;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Number of records to look at in each file (default: all).")
    private long records = Long.MAX_VALUE;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<UserException> refused = new ArrayList<>();
        Config read = config == null ? null : ConfigReader.read(config, overrides);
        Inspection.Settings settings =
                read == null ? Inspection.Settings.DEFAULT : Inspection.Settings.of(read.ingest());
        Consumer<UserException> refuse = e -> {
            refused.add(e);
            if (refused.size() <= MOST_REFUSED) {
                err.println("smssev: " + plain(e.getMessage()));
            }
        };
        try (SessionSource spark =
                new SessionSource(() -> SparkSessions.open(MASTER, read == null ? Map.of() : read.spark()))) {
            inputs(read).forEach((of, paths) -> {
                for (Path file : paths) {
                    Inspection.of(file, of, settings, records, spark, i -> print(i, joinedFields(of), out), refuse);
                }
                if (files.isEmpty()) {
                    inspectJoins(read, of, out, refuse);
                }
            });
        }
        int more = refused.size() - MOST_REFUSED;
        if (more > 0) {
            err.println("smssev: " + more + (more == 1 ? " more file" : " more files") + " cannot be read.");
        }
        return refused.isEmpty() ? 0 : refused.get(refused.size() - 1).exit().code();
    }

    /** What is looked at, by how it is read. */
    private Map<Source, List<Path>> inputs(Config read) {
        if (read == null) {
            if (files.isEmpty() || source != null || !overrides.isEmpty()) {
                throw new UserException(
                        Exit.USAGE,
                        "inspect: no file given. Name patent files, or a configuration with --config FILE.");
            }
            return Map.of(Inspection.RECOGNISED, files);
        }
        List<Source> sources = read.ingest().sources().stream()
                .filter(s -> source == null || s.name().equals(source))
                .toList();
        if (sources.isEmpty() || (!files.isEmpty() && sources.size() > 1)) {
            throw new UserException(
                    Exit.USAGE,
                    config + ": no single source chosen. Choose one with --source: "
                            + read.ingest().sources().stream().map(Source::name).collect(Collectors.joining(", ")));
        }
        Map<Source, List<Path>> inputs = new LinkedHashMap<>();
        InputFiles found = new InputFiles(config.toAbsolutePath().getParent());
        List<FileRef> refs = new IngestStage().files(read);
        for (Source of : sources) {
            inputs.put(
                    of,
                    files.isEmpty()
                            ? refs.stream()
                                    .filter(ref -> ref.role().equals(Inspection.role(of)))
                                    .flatMap(ref -> found.paths(ref).stream())
                                    .toList()
                            : files);
        }
        return inputs;
    }

    private void inspectJoins(Config read, Source of, PrintWriter out, Consumer<UserException> refuse) {
        InputFiles found = new InputFiles(config.toAbsolutePath().getParent());
        List<FileRef> refs = new IngestStage().files(read);
        for (int j = 0; j < of.joins().size(); j++) {
            int number = j;
            List<Path> joined;
            try {
                joined = refs.stream()
                        .filter(ref -> ref.role().equals(Inspection.role(of, number)))
                        .flatMap(ref -> found.paths(ref).stream())
                        .toList();
            } catch (UserException e) {
                // Other tables and sources are still looked at.
                refuse.accept(e);
                continue;
            }
            joined.forEach(file -> Inspection.ofJoin(file, of, number, i -> print(i, "", out), refuse));
        }
    }

    /** The fields that come from joined tables, which are not looked at row by row. */
    private static String joinedFields(Source of) {
        return of.joins().stream()
                .flatMap(join -> join.columns().keySet().stream())
                .collect(Collectors.joining(", "));
    }

    private static void print(Inspection i, String joined, PrintWriter out) {
        out.println(plain(i.name()));
        line(out, "is", i.layout() + ": " + i.form());
        i.columns().forEach((field, column) -> line(out, field.key(), column));
        if (!i.ignored().isEmpty()) {
            line(out, "not read", String.join(", ", i.ignored()));
        }
        if (!joined.isEmpty()) {
            line(out, "not shown", joined + ": from joined tables, which only a run reads");
        }
        if (i.read() > 0 || i.whole()) {
            line(
                    out,
                    "records",
                    String.format(
                            Locale.ROOT,
                            "%,d read%s, %,d would be stored%s, %,d rejected%s",
                            i.read(),
                            i.whole() ? "" : " (of more)",
                            i.taken(),
                            i.publications() == i.taken()
                                    ? ""
                                    : String.format(Locale.ROOT, " as %,d publications", i.publications()),
                            i.read() - i.taken(),
                            i.rejected().isEmpty() ? "" : " " + i.rejected()));
            if (i.apart() > 0) {
                line(
                        out,
                        "numbers",
                        String.format(
                                Locale.ROOT,
                                "%,d that will match no other source, because their form is not known or is the source's own",
                                i.apart()));
            }
            line(out, "IPC", String.format(Locale.ROOT, "%,d invalid codes", i.malformedIpc()));
        }
        i.first().forEach(p -> print(p, out));
        i.examples().forEach(e -> line(out, "rejected", e));
        out.println();
    }

    private static void print(Patent p, PrintWriter out) {
        line(out, "stored", p.publicationNumber() + "  family " + p.familyId());
        line(
                out,
                "",
                "priority " + p.priorityDate() + ", filed " + p.filingDate() + ", published " + p.publicationDate());
        line(out, "", "(" + p.language() + ") " + p.title());
        line(out, "", "IPC " + p.ipc().stream().map(IpcCode::symbol).collect(Collectors.joining("; ")));
        line(out, "", "applicants " + parties(p.applicants()));
        line(
                out,
                "",
                "inventors " + parties(p.inventors()) + "; cites " + p.cited().size());
    }

    private static String parties(List<Party> parties) {
        return parties.stream()
                .map(p -> p.name() + (p.country() == null ? "" : " [" + p.country() + "]"))
                .collect(Collectors.joining("; "));
    }

    /** A text without signs that steer a terminal or turn the direction of writing. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    }

    private static void line(PrintWriter out, String label, String text) {
        String shown = plain(text);
        out.printf(
                Locale.ROOT,
                "  %-24s %s%n",
                label,
                shown.length() <= WIDTH * 5 ? shown : shown.substring(0, WIDTH * 5) + " …");
    }
}
