package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;

/** Reads tables for tests. */
public final class Tables {
    private Tables() {}

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Tables.class.getResourceAsStream("/formats/" + name)) {
            return in.readAllBytes();
        }
    }

    static String text(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    static TableFile open(byte[] bytes) throws IOException {
        return TableFile.open(
                "the file", () -> new ByteArrayInputStream(bytes), TextForm.Given.NOTHING, TableLimits.DEFAULT);
    }

    /** Opens the table of a file that may be packed. */
    static TableFile open(Path file) throws IOException {
        Packed.Entry entry = Packed.entries(file, Packed.Limits.DEFAULT).get(0);
        return TableFile.open(entry.name(), entry::open, TextForm.Given.NOTHING, TableLimits.DEFAULT);
    }

    public static List<List<String>> cells(byte[] bytes) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (TableFile table = open(bytes);
                TableRows rows = table.rows()) {
            rows.forEachRemaining(row -> cells.add(row.cells()));
        }
        return cells;
    }

    static List<Map<Field, String>> records(byte[] bytes) throws IOException {
        List<Map<Field, String>> records = new ArrayList<>();
        try (TableFile table = open(bytes);
                TableRows rows = table.rows()) {
            TableLayout.Bound bound =
                    table.layout().orElseThrow().bind(table.header()).orElseThrow();
            TableLayout.Bound told;
            try (TableRows first = table.rows()) {
                told = bound.by(first);
            }
            rows.forEachRemaining(row -> records.add(told.fields(row.cells())));
        }
        return records;
    }

    /** The record of a row of comma separated text below its header. */
    static Map<Field, String> record(String header, String row) throws IOException {
        return records((header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8))
                .get(0);
    }

    /** The name of the layout that has a header of comma separated names. */
    static String layout(String header) {
        return TableLayouts.recognise(List.of(header.split(",", -1)))
                .map(TableLayout::name)
                .orElse("none");
    }

    /** Records as lines: {@code title=A¦B} for a list of two, line ends as {@code \n}, an empty line between records. */
    static String printed(List<Map<Field, String>> records) {
        StringBuilder out = new StringBuilder();
        for (Map<Field, String> record : records) {
            new TreeMap<>(record)
                    .forEach((field, value) -> out.append(field.key())
                            .append('=')
                            .append(value.replace(Field.SEPARATOR, '¦').replace("\n", "\\n"))
                            .append('\n'));
            out.append('\n');
        }
        return out.toString();
    }

    /** Reading a file fails by its content, in words that say all this. */
    public static void refused(byte[] bytes, String... says) {
        assertThatThrownBy(() -> cells(bytes))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(UserException.Exit.INPUT))
                .hasMessageContaining("the file")
                .hasMessageContainingAll(says);
    }
}
