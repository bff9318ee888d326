package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
import org.smssev.jobs.Stages;
import org.smssev.jobs.read.Catalog;
import org.smssev.jobs.read.ReadOnlyQuery;
import org.smssev.jobs.read.SqlErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Queries the tables and views of a published run, read only. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Query the tables and views of the last published run, e.g. \"SELECT * FROM views.graded_list\"; read only.",
            "SELECT, WITH, VALUES, DESCRIBE and EXPLAIN of Spark SQL; docs/queries.md has examples."
        })
final class SqlCommand implements Callable<Integer> {
    /** Formats of the output. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Mixin
    private Project project;

    @Parameters(paramLabel = "SELECT", description = "The query.")
    private String query;

    @Option(
            names = "--format",
            defaultValue = "TABLE",
            description = {
                "table, csv or json (default: table).",
                "csv: RFC 4180; nothing for null, \"\" for empty text; text that a spreadsheet might take for a formula"
                        + " gets an apostrophe before it, see --exact.",
                "json: one object a line; a column that is null is left out."
            })
    private Format format;

    @Option(names = "--exact", description = "csv: text as it is, for programs; do not open it in a spreadsheet.")
    private boolean exact;

    @Option(
            names = "--run",
            paramLabel = "R",
            description = "The tables as a published run had them (default: the last one published).")
    private String run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        PublishedRun published = PublishedRun.of(project, config, run, "--run");
        Catalog catalog = new Catalog(published.warehouse(), published.run(), Stages.tables());
        ReadOnlyQuery checked = ReadOnlyQuery.of(query, catalog.names());
        PrintWriter out = spec.commandLine().getOut();
        try {
            Dataset<Row> result = catalog.query(project.session(config).get(), checked);
            ResultText text = new ResultText(result, out);
            switch (format) {
                case JSON -> text.json();
                case CSV -> text.csv(exact);
                case TABLE -> text.table();
            }
            return 0;
        } catch (Exception e) {
            // Scala throws checked exceptions without declaring them, so they cannot be caught by name.
            throw SqlErrors.of(e);
        } finally {
            project.close();
        }
    }
}
