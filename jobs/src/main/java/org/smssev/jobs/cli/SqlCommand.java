package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Queries the tables of the last published run, read only. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description =
                "Query the tables of the last published run, e.g. \"SELECT * FROM grade.technologies\"; read only.")
final class SqlCommand implements Callable<Integer> {
    /** Formats of the output. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    private static final int MAX_WIDTH = 60;

    @Mixin
    private Project project;

    @Parameters(paramLabel = "SELECT", description = "The query.")
    private String query;

    @Option(names = "--format", defaultValue = "TABLE", description = "table, csv or json (default: table).")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        Warehouse warehouse = project.warehouse(config);
        Map<String, Long> versions = versions(warehouse, config);
        if (!query.strip().matches("(?is)(select|with|describe|show|values|explain)\\b.*")) {
            throw new UserException(Exit.USAGE, "sql only reads: start the query with SELECT, WITH, DESCRIBE or SHOW");
        }
        try {
            SparkSession spark = project.session(config).get();
            register(spark, warehouse, versions);
            print(spark.sql(query), spec.commandLine().getOut());
            return 0;
        } catch (Exception e) {
            // Scala throws this checked exception without declaring it, so it cannot be caught by its name.
            if (e instanceof AnalysisException) {
                throw new UserException(
                        Exit.USAGE, e.getMessage().lines().findFirst().orElse("") + "\nThe tables: `smssev tables`", e);
            }
            throw e;
        } finally {
            project.close();
        }
    }

    private static Map<String, Long> versions(Warehouse warehouse, Config config) {
        Map<String, Long> versions = new TreeMap<>();
        List<MetaTables.TableVersion> published = new RunHistory(warehouse)
                .latest()
                .orElseThrow(() -> new UserException(Exit.INPUT, "No run is published in " + config.warehouse()))
                .tables();
        published.forEach(v -> versions.put(v.table(), v.version()));
        TablesCommand.tables()
                .filter(d -> d.stage().equals("meta"))
                .forEach(d -> warehouse.head(d).ifPresent(v -> versions.put(d.name(), v)));
        return versions;
    }

    /** Views over the published versions of the tables that the query names. */
    private void register(SparkSession spark, Warehouse warehouse, Map<String, Long> versions) {
        for (TableDef d : TablesCommand.tables().toList()) {
            Long version = versions.get(d.name());
            if (version != null && query.toLowerCase(java.util.Locale.ROOT).contains(d.table())) {
                spark.sql("CREATE DATABASE IF NOT EXISTS " + d.stage());
                spark.sql("CREATE OR REPLACE VIEW " + d.name() + " AS SELECT * FROM delta.`" + warehouse.location(d)
                        + "` VERSION AS OF " + version);
            }
        }
    }

    private void print(Dataset<Row> result, PrintWriter out) {
        switch (format) {
            case JSON -> result.toJSON().collectAsList().forEach(out::println);
            case CSV -> {
                out.println(String.join(",", result.columns()));
                result.collectAsList().forEach(r -> out.println(csv(r)));
            }
            case TABLE -> table(result, out);
        }
    }

    private static String csv(Row row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String text = row.isNullAt(i) ? "" : text(row.get(i));
            boolean quoted = text.matches("(?s).*[\",\r\n].*");
            line.append(i == 0 ? "" : ",").append(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
        }
        return line.toString();
    }

    private static void table(Dataset<Row> result, PrintWriter out) {
        String[] names = result.columns();
        List<Row> rows = result.collectAsList();
        int[] width = new int[names.length];
        for (int c = 0; c < names.length; c++) {
            width[c] = names[c].length();
            for (Row r : rows) {
                width[c] = Math.min(MAX_WIDTH, Math.max(width[c], cell(r, c).length()));
            }
        }
        StringBuilder head = new StringBuilder();
        for (int c = 0; c < names.length; c++) {
            head.append(pad(names[c], width[c])).append("  ");
        }
        out.println(head.toString().stripTrailing());
        for (Row r : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < names.length; c++) {
                line.append(pad(cell(r, c), width[c])).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.println("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
    }

    private static String cell(Row r, int c) {
        return r.isNullAt(c) ? "" : text(r.get(c)).replaceAll("\\s+", " ");
    }

    /** A value in words: lists as {@code [a, b]}, structures as {@code {a, b}}. */
    private static String text(Object value) {
        if (value instanceof Seq<?> list) {
            return CollectionConverters.asJava(list).stream()
                    .map(SqlCommand::text)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Row row) {
            return IntStream.range(0, row.size())
                    .mapToObj(i -> text(row.get(i)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }

    private static String pad(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text + " ".repeat(width - text.length());
    }
}
