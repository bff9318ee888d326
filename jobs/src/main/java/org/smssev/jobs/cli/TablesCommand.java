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
        description = "The data dictionary: every table and view with its key, columns and published version.")
final class TablesCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "Only this table or view, e.g. grade.technologies.")
    private String table;

    @Option(
            names = "--sql",
            description =
                    "Print statements of Spark SQL that register the Delta tables in a catalog, and views over them"
                            + " that show the last published run; run them again after each run.")
    private boolean sql;

    @Option(
            names = "--prefix",
            paramLabel = "P",
            defaultValue = "",
            description = "--sql: what the names of the schemas start with, e.g. smssev_ (default: nothing).")
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
                    "There is no table or view " + table + "; there are "
                            + String.join(", ", all().map(TableDef::name).toList()));
        }
        defs.forEach(d -> print(d, versions.get(d.name()), out));
    }

    private static Stream<TableDef> all() {
        return Stream.concat(Stages.tables().stream(), Views.all().stream().map(ViewDef::table));
    }

    private void script(PublishedRun published, PrintWriter out) {
        if (!prefix.matches("[A-Za-z0-9_]*")) {
            throw new UserException(
                    Exit.USAGE, "--prefix may have letters, digits and underscores only, but is " + prefix);
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
