package org.smssev.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.io.FileErrors;
import org.smssev.jobs.Stages;
import org.smssev.jobs.read.Catalog;
import org.smssev.jobs.read.ReadOnlyQuery;
import org.smssev.jobs.read.SqlErrors;
import org.smssev.jobs.read.SqlScript;
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
            "Query the tables and views of a published run.",
            "Example: smssev sql \"SELECT * FROM views.graded_list\"",
            "Takes SELECT, WITH, VALUES, DESCRIBE and EXPLAIN of Spark SQL, and only reads. Without a query it reads standard"
                    + " input. On a terminal it is a prompt with history."
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

    @Parameters(
            arity = "0..1",
            paramLabel = "SELECT",
            description = "Query, or several queries separated by semicolons.")
    private String query;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "File with queries separated by semicolons.")
    private Path file;

    @Option(
            names = "--format",
            defaultValue = "TABLE",
            description = {
                "Format of the result: table, csv or json (default: table).",
                "csv follows RFC 4180. Null is empty, and empty text is \"\". Text that a spreadsheet could take for a formula"
                        + " gets an apostrophe in front, see --exact.",
                "json has one object per line, without the columns that are null."
            })
    private Format format;

    @Option(names = "--exact", description = "Text in csv as it is, for programs. Do not open it in a spreadsheet.")
    private boolean exact;

    @Option(
            names = "--run",
            paramLabel = "R",
            description = "Published run whose tables are read (default: the last one).")
    private String run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (query != null && file != null) {
            throw new UserException(Exit.USAGE, "sql: both a query and --file are given. Give one of them.");
        }
        Config config = project.config();
        PublishedRun published = PublishedRun.of(project, config, run, "--run");
        Catalog catalog = new Catalog(published.warehouse(), published.run(), Stages.tables());
        try {
            if (query == null && file == null && SqlPrompt.isTerminal()) {
                project.session(config).ahead();
                return new SqlPrompt(catalog.names(), text -> execute(text, catalog, config), error -> {
                            new ErrorText(spec.commandLine())
                                    .explain(error, spec.commandLine().getErr());
                        })
                        .run();
            }
            execute(query != null ? query : text(), catalog, config);
            return 0;
        } finally {
            project.close();
        }
    }

    private String text() {
        try {
            return file == null
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            String where = file == null ? "standard input" : file.toString();
            throw new UserException(
                    Exit.INPUT, where + ": cannot read (" + FileErrors.why(e) + "). Give a text file in UTF-8.", e);
        }
    }

    /** Checks all queries first, so that a mistake in the last one is found before the first one runs. */
    private void execute(String text, Catalog catalog, Config config) {
        List<ReadOnlyQuery> queries = SqlScript.statements(text).stream()
                .map(statement -> ReadOnlyQuery.of(statement, catalog.names()))
                .toList();
        if (queries.isEmpty()) {
            throw new UserException(
                    Exit.USAGE, "sql: no query given. Example: smssev sql \"SELECT * FROM views.graded_list\"");
        }
        queries.forEach(checked -> print(checked, catalog, config));
    }

    private void print(ReadOnlyQuery checked, Catalog catalog, Config config) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Dataset<Row> result = catalog.query(project.session(config).get(), checked);
            ResultText text = new ResultText(result, out);
            switch (format) {
                case JSON -> text.json();
                case CSV -> text.csv(exact);
                case TABLE -> text.table();
            }
        } catch (Exception e) {
            // Scala throws checked exceptions without declaring them, so they cannot be caught by name.
            throw SqlErrors.of(e);
        }
    }
}
