package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.ViewDef;
import org.smssev.common.tables.Views;
import org.smssev.jobs.Stages;
import org.smssev.jobs.read.Catalog;
import org.smssev.jobs.read.CatalogScript;
import org.smssev.jobs.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The data dictionary, and the statements that put it into a catalog; starts no Spark. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "Show the data dictionary of all tables and views.",
        footer = {
            "",
            "The data dictionary has the key, the columns and the published version of each table. With --sql the command",
            "prints statements for a catalog of Spark SQL instead. Run these again after each run."
        })
final class TablesCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            description = "One table or view, e.g. grade.technologies (default: all).")
    private String table;

    @Option(
            names = "--sql",
            description = "Spark SQL that registers the tables and views of the last published run in a catalog.")
    private boolean sql;

    @Option(
            names = "--prefix",
            paramLabel = "P",
            defaultValue = "",
            description = "Prefix of schema names for --sql, e.g. smssev_ (default: none).")
    private String prefix;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        PrintWriter out = spec.commandLine().getOut();
        if (sql) {
            script(PublishedRun.latest(project, config), out);
        } else {
            dictionary(config, out);
        }
        return 0;
    }

    private void dictionary(Config config, PrintWriter out) {
        Map<String, Long> versions = new HashMap<>();
        new RunHistory(project.warehouse(config))
                .latest()
                .ifPresent(r -> r.tables().forEach(v -> versions.put(v.table(), v.version())));
        List<TableDef> defs =
                all().filter(d -> table == null || d.name().equals(table)).toList();
        if (defs.isEmpty()) {
            throw new UserException(
                    Exit.USAGE,
                    table + ": no such table or view. Choose one of "
                            + String.join(", ", all().map(TableDef::name).toList()) + ".");
        }
        defs.forEach(d -> print(d, versions.get(d.name()), out));
    }

    private static Stream<TableDef> all() {
        return Stream.concat(Stages.tables().stream(), Views.all().stream().map(ViewDef::table));
    }

    private void script(PublishedRun published, PrintWriter out) {
        if (!prefix.matches("[A-Za-z0-9_]*")) {
            throw new UserException(
                    Exit.USAGE,
                    "--prefix: not a valid schema prefix (" + prefix + "). Use letters, digits and underscores only.");
        }
        out.println("-- Run " + published.run().runId() + " of release "
                + published.run().release());
        Catalog catalog = new Catalog(published.warehouse(), published.run(), Stages.tables());
        CatalogScript.statements(catalog, prefix).forEach(statement -> out.println("\n" + statement + ";"));
    }

    private static void print(TableDef d, Long version, PrintWriter out) {
        out.println(d.name() + (version == null ? "" : "  (published version " + version + ")"));
        out.println("  " + d.comment());
        out.println("  key: " + String.join(", ", d.key()));
        for (ColumnDef c : d.columns()) {
            out.println(String.format(
                    Locale.ROOT,
                    "    %-22s %-10s %s%s",
                    c.name(),
                    c.kind().toString().toLowerCase(Locale.ROOT),
                    c.comment(),
                    c.nullable() ? " (may be null)" : ""));
        }
        out.println();
    }
}
