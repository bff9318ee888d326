package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.jobs.Stages;
import org.smssev.jobs.export.Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the networks and tables of the last published run for other tools; starts no Spark. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the networks, and as csv or parquet all tables, of the last published run for other tools:"
                + " Gephi, VOSviewer, Pajek, DuckDB, pandas; docs/exports.md tells how to open them.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(names = "--format", required = true, description = "graphml, gexf, pajek, vosviewer, csv or parquet.")
    private Exporter.Format format;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "TABLE",
            description = "For csv and parquet: only these tables beside the networks, e.g. grade.technologies.")
    private List<String> tables = List.of();

    @Option(
            names = "--raw",
            description =
                    "For csv: leave text as it is that a spreadsheet would run as a formula (by default it gets an"
                            + " apostrophe in front).")
    private boolean raw;

    @Option(
            names = "--force",
            description = "Replace files in DIR also if an earlier export of the format did not make them.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkOptions();
        List<Class<? extends Record>> chosen = chosen();
        Config config = project.config();
        PublishedRun run = PublishedRun.latest(project, config);
        Exporter.Written written = new Exporter(run.tables(), format, chosen, raw).to(out, force);
        PrintWriter console = spec.commandLine().getOut();
        written.notes().forEach(console::println);
        if (!project.quiet()) {
            written.files().forEach(file -> console.println("  " + file));
        }
        console.println(written.files().size() + " files of run " + run.run().runId() + ", release "
                + run.run().release() + ", in " + out);
        return 0;
    }

    private void checkOptions() {
        if (raw && format != Exporter.Format.CSV) {
            throw new UserException(Exit.USAGE, "--raw is for --format csv; the other formats hold text as it is");
        }
        if (!tables.isEmpty() && !format.hasTables()) {
            throw new UserException(
                    Exit.USAGE, "--tables is for --format csv and parquet; the others hold networks only");
        }
    }

    private List<Class<? extends Record>> chosen() {
        List<TableDef> all = Stages.tables();
        List<String> unknown = new ArrayList<>(tables);
        unknown.removeAll(all.stream().map(TableDef::name).toList());
        if (!unknown.isEmpty()) {
            throw new UserException(
                    Exit.USAGE,
                    "There is no table " + String.join(", ", unknown) + "; the tables are "
                            + String.join(", ", all.stream().map(TableDef::name).toList()));
        }
        List<Class<? extends Record>> chosen = new ArrayList<>();
        all.stream()
                .filter(def -> tables.isEmpty() || tables.contains(def.name()))
                .forEach(def -> chosen.add(def.type()));
        return chosen;
    }
}
