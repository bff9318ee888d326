package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.io.CellText;
import scala.collection.Map;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The result of a query as text. */
final class ResultText {
    private static final int MAX_WIDTH = 60;
    private static final String CRLF = "\r\n";

    private final Dataset<Row> result;
    private final String[] names;
    private final PrintWriter out;

    ResultText(Dataset<Row> result, PrintWriter out) {
        this.result = result;
        this.names = result.columns();
        this.out = out;
    }

    /** One JSON object a line, a part of the result at a time. */
    void json() {
        result.toJSON().toLocalIterator().forEachRemaining(out::println);
    }

    /**
     * RFC 4180, a part of the result at a time: nothing stands for null, an empty text is quoted.
     *
     * @param exact whether text that may be taken for a formula stays as it is
     */
    void csv(boolean exact) {
        out.print(IntStream.range(0, names.length)
                        .mapToObj(c -> quoted(exact ? names[c] : CellText.guarded(names[c])))
                        .collect(Collectors.joining(","))
                + CRLF);
        for (Iterator<Row> rows = result.toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            out.print(IntStream.range(0, names.length)
                            .mapToObj(c -> row.isNullAt(c) ? "" : csv(row.get(c), exact))
                            .collect(Collectors.joining(","))
                    + CRLF);
        }
        out.flush();
    }

    private static String csv(Object value, boolean exact) {
        // A number may start with a minus sign, and is no formula.
        return quoted(exact || value instanceof Number ? text(value) : CellText.guarded(text(value)));
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** Columns side by side, long values cut. */
    void table() {
        List<Row> rows = result.collectAsList();
        int[] width = new int[names.length];
        for (int c = 0; c < names.length; c++) {
            width[c] = names[c].length();
            for (Row row : rows) {
                width[c] = Math.min(MAX_WIDTH, Math.max(width[c], cell(row, c).length()));
            }
        }
        StringBuilder head = new StringBuilder();
        for (int c = 0; c < names.length; c++) {
            head.append(pad(names[c], width[c])).append("  ");
        }
        out.println(head.toString().stripTrailing());
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < names.length; c++) {
                line.append(pad(cell(row, c), width[c])).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.println("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
    }

    /** A value in one line; signs that steer a terminal or turn the direction of writing are taken out. */
    private static String cell(Row row, int c) {
        return row.isNullAt(c) ? "" : text(row.get(c)).replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ");
    }

    /** A value in words: lists as {@code [a, b]}, structures as {@code {a, b}}, maps as {@code {k: v}}. */
    private static String text(Object value) {
        if (value instanceof Seq<?> list) {
            return CollectionConverters.asJava(list).stream()
                    .map(ResultText::text)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return CollectionConverters.asJava(map).entrySet().stream()
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
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
