package org.smssev.jobs.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.database.PatentsView;
import org.smssev.jobs.ingest.database.Patstat;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.source.SourceReader.Opened;

/** The tables of PatentsView or PATSTAT that a source holds, put together to records. */
final class DatabaseTables {
    private static final List<String> BASES = List.of(PatentsView.GRANTED, PatentsView.PREGRANT, Patstat.PUBLICATIONS);

    /** A whole delivery lacks next to none. */
    private static final double MOST_UNNUMBERED = 0.02;

    private final StageContext context;
    private final Landing landing;
    private final String source;

    DatabaseTables(StageContext context, Landing landing, String source) {
        this.context = context;
        this.landing = landing;
        this.source = source;
    }

    /** Whether a table holds the records that others are joined to. */
    static boolean isBase(String table) {
        return BASES.contains(table);
    }

    /**
     * Lands the tables and puts them together.
     *
     * @param firstNumber number of the first file that holds records
     * @return the files of the tables that hold records; the others are joined to them and are counted in
     *     {@code meta.quality}
     */
    Input open(List<Opened> files, int firstNumber) {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        List<Input.Read> read = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (Opened opened : files) {
            String role = opened.file().layout();
            FileId id = opened.id();
            boolean isBase = isBase(role);
            if (isBase) {
                id = id.numbered(firstNumber + read.size());
            }
            Dataset<Row> landed = landing.land(id, opened.file());
            if (role.equals(Patstat.PUBLICATIONS)) {
                landed = Patstat.withoutDefault(landed);
            }
            if (isBase) {
                read.add(new Input.Read(id, landed.count()));
            } else {
                count(id, landed);
            }
            Dataset<Row> rows = lowerCase(isBase ? landed : landed.filter("_reason IS NULL"));
            tables.merge(role, rows, (a, b) -> a.unionByName(b, true));
            digests.add(landing.key(id, opened.file()));
        }
        Dataset<Row> records =
                landing.land("records-" + DigestUtils.sha256Hex(String.join("\n", digests)), assembled(tables));
        ColumnPlan mapping = ColumnPlan.empty();
        mapping.canonical(SourceFile.FIELDS);
        return Input.landed(read, records, new RecordPlan(null, SourceFile.FIELDS.size(), mapping, '\t', '"'));
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
            Patstat.priorities(patstat).filter(p -> p.all() > 0).ifPresent(this::warnOfUnnumbered);
            records.add(canonical(Patstat.assemble(patstat)));
        }
        if (!patentsView.isEmpty()) {
            lacking(PatentsView.lacking(patentsView.keySet()));
            records.add(canonical(PatentsView.assemble(patentsView)));
        }
        return records.stream().reduce(Dataset::unionByName).orElseThrow();
    }

    /** An extract mostly leaves out what was filed first, and with it what links the records to those of other sources. */
    private void warnOfUnnumbered(Patstat.Priorities priorities) {
        context.warnAbove(
                "priorities_unnumbered",
                source,
                (double) priorities.unnumbered() / priorities.all(),
                MOST_UNNUMBERED,
                priorities.unnumbered() + " of " + priorities.all()
                        + " priorities of tls204 belong to applications that are missing in tls201. They have no number, so they"
                        + " link no publications of other sources. Add the rows of tls201 that prior_appln_id names.");
    }

    private void lacking(List<String> sentences) {
        sentences.forEach(sentence -> context.quality("table_missing", source + "/" + sentence, null, sentence));
    }

    private void count(FileId id, Dataset<Row> landed) {
        context.quality("table_rows", source + "/" + id.name(), (double) landed.count(), "rows of a joined table");
        context.quality(
                "join_rejected",
                source + "/" + id.name(),
                (double) landed.filter("_reason IS NOT NULL").count(),
                "rows of a joined table are left out, because they could not be split into cells");
    }

    private static Dataset<Row> lowerCase(Dataset<Row> rows) {
        Column[] columns = java.util.Arrays.stream(rows.columns())
                .map(c -> functions.col("`" + c.replace("`", "``") + "`").as(c.toLowerCase(java.util.Locale.ROOT)))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    /** The columns that all landed rows have, and a column for each field. */
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
        return assembled.select(columns.toArray(Column[]::new));
    }
}
