package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.SourceReader.Opened;
import org.smssev.jobs.ingest.format.Field;

/** The tables of PatentsView or PATSTAT that a source holds, put together to records. */
final class DatabaseTables {
    private static final String FILE = "_file_no";
    private static final List<String> BASES = List.of(PatentsView.GRANTED, PatentsView.PREGRANT, Patstat.PUBLICATIONS);

    private final StageContext context;
    private final Landing landing;
    private final String source;

    DatabaseTables(StageContext context, Landing landing, String source) {
        this.context = context;
        this.landing = landing;
        this.source = source;
    }

    /**
     * Lands the tables and puts them together.
     *
     * @param firstNumber number of the first file that holds records
     * @return an input for each file of a table that holds records; the others are joined to it and are counted in
     *     {@code meta.quality}
     */
    List<Input> open(List<Opened> files, int firstNumber) {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        List<Opened> bases = new ArrayList<>();
        Map<Integer, Long> read = new LinkedHashMap<>();
        List<String> digests = new ArrayList<>();
        for (Opened opened : files) {
            String role = opened.file().layout();
            FileId id = opened.id();
            boolean isBase = BASES.contains(role);
            if (isBase) {
                id = id.numbered(firstNumber + bases.size());
                bases.add(new Opened(id, opened.file()));
            }
            Dataset<Row> landed = landing.land(id, opened.file());
            if (isBase) {
                read.put(id.number(), landed.count());
            } else {
                count(id, landed);
            }
            Dataset<Row> rows = lowerCase(isBase ? landed : landed.filter("_reason IS NULL"))
                    .withColumn(FILE, functions.lit(id.number()));
            tables.merge(role, rows, (a, b) -> a.unionByName(b, true));
            digests.add(id.sha256() + opened.file().readingKey());
        }
        Dataset<Row> records = landing.land("records-" + Digests.ofText(String.join("\n", digests)), assembled(tables));
        List<Input> inputs = new ArrayList<>();
        for (Opened base : bases) {
            int number = base.id().number();
            ColumnPlan mapping = ColumnPlan.empty();
            mapping.canonical(SourceFile.FIELDS);
            RecordPlan plan = new RecordPlan(null, SourceFile.FIELDS.size(), mapping, '\t', '"');
            Dataset<Row> rows =
                    records.filter(functions.col(FILE).equalTo(number)).drop(FILE);
            inputs.add(new Input(base.id(), base.file().layout(), rows, plan, read.get(number)));
        }
        return inputs;
    }

    /** The records of both databases, if a folder mixes them. */
    private Dataset<Row> assembled(Map<String, Dataset<Row>> tables) {
        Map<String, Dataset<Row>> patstat = new TreeMap<>(tables);
        patstat.keySet().removeIf(role -> !role.startsWith("tls"));
        Map<String, Dataset<Row>> patentsView = new TreeMap<>(tables);
        patentsView.keySet().removeAll(patstat.keySet());
        List<Dataset<Row>> records = new ArrayList<>();
        if (!patstat.isEmpty()) {
            lacking(Patstat.lacking(patstat.keySet()));
            records.add(canonical(Patstat.assemble(patstat)));
        }
        if (!patentsView.isEmpty()) {
            lacking(PatentsView.lacking(patentsView.keySet()));
            records.add(canonical(PatentsView.assemble(patentsView)));
        }
        return records.stream().reduce(Dataset::unionByName).orElseThrow();
    }

    private void lacking(List<String> sentences) {
        sentences.forEach(sentence -> context.quality("table_missing", source + "/" + sentence, null, sentence));
    }

    private void count(FileId id, Dataset<Row> landed) {
        context.quality(
                "table_rows", source + "/" + id.name(), (double) landed.count(), "rows of a table joined to records");
        context.quality(
                "join_rejected",
                source + "/" + id.name(),
                (double) landed.filter("_reason IS NOT NULL").count(),
                "rows of a joined table that could not be split and are left out");
    }

    private static Dataset<Row> lowerCase(Dataset<Row> rows) {
        Column[] columns = java.util.Arrays.stream(rows.columns())
                .map(c -> functions.col("`" + c.replace("`", "``") + "`").as(c.toLowerCase(java.util.Locale.ROOT)))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    /** The columns that all landed rows have, a column for each field, and the file. */
    private static Dataset<Row> canonical(Dataset<Row> assembled) {
        List<String> present = List.of(assembled.columns());
        List<Column> columns = new ArrayList<>();
        for (String name : Landing.META.fieldNames()) {
            columns.add(functions.col(name));
        }
        for (Field field : Field.values()) {
            columns.add(
                    present.contains(field.key())
                            ? functions.col("`" + field.key() + "`")
                            : functions.lit(null).cast(DataTypes.StringType).as(field.key()));
        }
        columns.add(functions.col(FILE));
        return assembled.select(columns.toArray(Column[]::new));
    }
}
