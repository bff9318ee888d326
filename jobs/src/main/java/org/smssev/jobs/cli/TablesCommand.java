package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The data dictionary; starts no Spark. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = "The data dictionary: every table with its key, columns and published version.")
final class TablesCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "Only this table, e.g. grade.technologies.")
    private String table;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Long> versions = new HashMap<>();
        new RunHistory(project.warehouse(config))
                .latest()
                .ifPresent(r -> r.tables().forEach(v -> versions.put(v.table(), v.version())));
        List<TableDef> defs =
                tables().filter(d -> table == null || d.name().equals(table)).toList();
        if (defs.isEmpty()) {
            throw new org.smssev.common.UserException(
                    org.smssev.common.UserException.Exit.USAGE,
                    "There is no table " + table + "; the tables are "
                            + String.join(", ", tables().map(TableDef::name).toList()));
        }
        defs.forEach(d -> print(d, versions.get(d.name()), out));
        return 0;
    }

    /** All tables, in the order of the stages. */
    static Stream<TableDef> tables() {
        return Stream.concat(
                        Stages.all().stream().flatMap(s -> s.writes().stream()),
                        Stream.of(
                                MetaTables.Run.class,
                                MetaTables.StageRun.class,
                                MetaTables.Quality.class,
                                MetaTables.Convention.class,
                                MetaTables.Pruned.class))
                .map(TableDef::of);
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
