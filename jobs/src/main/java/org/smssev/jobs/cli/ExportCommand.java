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
        description = "Export networks and tables for other tools.",
        footer = {
            "",
            "All formats hold the networks of the last published run. csv and parquet also hold the tables. The files open",
            "in Gephi, VOSviewer, Pajek, DuckDB or pandas; docs/exports.md shows how."
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(
            names = "--format",
            required = true,
            description = "Format: graphml, gexf, pajek, vosviewer, csv or parquet.")
    private Exporter.Format format;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "TABLE",
            description = "Tables for csv and parquet, e.g. grade.technologies (default: all).")
    private List<String> tables = List.of();

    @Option(
            names = "--raw",
            description =
                    "Unchanged text in csv, also where a spreadsheet would run it as a formula (default: an apostrophe"
                            + " is put before such text).")
    private boolean raw;

    @Option(
            names = "--force",
            description = "Replacement of any file in DIR (default: only files of an earlier export of the format).")
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
            throw new UserException(
                    Exit.USAGE,
                    "--raw: only valid with --format csv. Leave it out; the other formats never change text.");
        }
        if (!tables.isEmpty() && !format.hasTables()) {
            throw new UserException(
                    Exit.USAGE,
                    "--tables: only valid with --format csv or parquet. Leave it out; the other formats hold networks only.");
        }
    }

    private List<Class<? extends Record>> chosen() {
        List<TableDef> all = Stages.tables();
        List<String> unknown = new ArrayList<>(tables);
        unknown.removeAll(all.stream().map(TableDef::name).toList());
        if (!unknown.isEmpty()) {
            throw new UserException(
                    Exit.USAGE,
                    "--tables: no such table (" + String.join(", ", unknown) + "). Choose from "
                            + String.join(", ", all.stream().map(TableDef::name).toList()) + ".");
        }
        List<Class<? extends Record>> chosen = new ArrayList<>();
        all.stream()
                .filter(def -> tables.isEmpty() || tables.contains(def.name()))
                .forEach(def -> chosen.add(def.type()));
        return chosen;
    }
}
