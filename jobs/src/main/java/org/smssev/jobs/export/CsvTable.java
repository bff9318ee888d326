package org.smssev.jobs.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.common.io.CellText;
import org.smssev.common.io.Csv;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;

/**
 * A table as comma-separated values by RFC 4180, in UTF-8 with line feeds: the names of the columns, then the rows. An
 * empty cell is no value; a list is JSON. Unless text is asked for as it is, that which a spreadsheet would run as a
 * formula begins with an apostrophe, and control characters other than breaks and tabs are U+FFFD.
 */
final class CsvTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    private final boolean raw;

    /** A writer of tables; {@code raw} leaves text as it is. */
    CsvTable(boolean raw) {
        this.raw = raw;
    }

    /** Writes the rows of a table. */
    <T extends Record> void write(Path file, Class<T> type, Iterator<List<T>> rows) throws IOException {
        List<ColumnDef> columns = TableDef.of(type).columns();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append(Csv.row(columns.stream().map(ColumnDef::name).toArray()));
            while (rows.hasNext()) {
                for (T row : rows.next()) {
                    out.append(Csv.row(columns.stream()
                            .map(column -> cell(column.value(row)))
                            .toArray()));
                }
            }
        }
    }

    /** The codes of a network under the names that Gephi reads: Id, Label, then all columns. */
    void writeNodes(Path file, ExportedNetwork network) throws IOException {
        List<Attribute> attributes = network.nodeAttributes();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            List<Object> head = new ArrayList<>(List.of("Id", "Label", "x", "y", "color"));
            attributes.forEach(attribute -> head.add(attribute.name()));
            out.append(Csv.row(head.toArray()));
            for (int i = 0; i < network.nodes().size(); i++) {
                Place place = network.places().get(i);
                List<Object> row = new ArrayList<>(List.of(
                        cell(place.ipc()), cell(place.ipc()), cell(place.x()), cell(place.y()), cell(place.color())));
                row.addAll(cells(attributes, i));
                out.append(Csv.row(row.toArray()));
            }
        }
    }

    /** The pairs of a network under the names that Gephi reads: Source, Target, Type, Weight, then all columns. */
    void writeEdges(Path file, ExportedNetwork network) throws IOException {
        List<Attribute> attributes = network.edgeAttributes();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            List<Object> head = new ArrayList<>(List.of("Source", "Target", "Type", "Weight"));
            attributes.forEach(attribute -> head.add(attribute.name()));
            out.append(Csv.row(head.toArray()));
            for (int i = 0; i < network.edges().size(); i++) {
                List<Object> row = new ArrayList<>(List.of(
                        cell(network.edges().get(i).ipcA()),
                        cell(network.edges().get(i).ipcB()),
                        "Undirected",
                        cell(network.weights()[i])));
                row.addAll(cells(attributes, i));
                out.append(Csv.row(row.toArray()));
            }
        }
    }

    private List<String> cells(List<Attribute> attributes, int i) {
        return attributes.stream()
                .map(attribute -> cell(attribute.value().apply(i)))
                .toList();
    }

    private String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return PlainText.number(number);
        }
        String text = value instanceof List<?> list ? json(list) : value.toString();
        if (raw || !(value instanceof String) || text.isEmpty()) {
            return text;
        }
        return CellText.guarded(CONTROLS.matcher(text).replaceAll("\ufffd"));
    }

    private static String json(List<?> list) {
        try {
            return JSON.writeValueAsString(
                    list.stream().map(CsvTable::jsonValue).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a list as JSON", e);
        }
    }

    /** A structure under the names of its columns; dates and times as text. */
    private static Object jsonValue(Object value) {
        if (value instanceof Record row) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (ColumnDef column : TableDef.columnsOf(row.getClass())) {
                fields.put(column.name(), jsonValue(column.value(row)));
            }
            return fields;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CsvTable::jsonValue).toList();
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }
}
