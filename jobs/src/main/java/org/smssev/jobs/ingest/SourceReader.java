package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Join;
import org.smssev.common.config.Config.Source;
import org.smssev.common.config.Config.Text;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.format.Field;

/** Opens one source: recognises and lands its files and those joined to it. */
final class SourceReader {
    private static final Text DEFAULT_TEXT = new Text("UTF-8", ",", "\"", ";", "yyyy-MM-dd", 1_000_000);
    private static final String KEY_NOISE = "[\\s/,.()\\-]+";

    private final StageContext context;
    private final Landing landing;
    private final Source source;

    SourceReader(StageContext context, Landing landing, Source source) {
        this.context = context;
        this.landing = landing;
        this.source = source;
    }

    /** Role of the files of a source. */
    static String role(Source source) {
        return "source:" + source.name();
    }

    /** Role of the files of a join. */
    static String role(Source source, int join) {
        return "join:" + source.name() + ":" + join;
    }

    /**
     * Lands everything; leaves out files whose bytes were already read in this release.
     *
     * @param seen digests of the files read so far; those of this source are added
     * @param firstNumber number of the first file of this source
     */
    List<Input> open(Set<String> seen, int firstNumber) {
        Text text = source.text() == null ? DEFAULT_TEXT : source.text();
        List<Joined> joins = joins();
        List<Input> inputs = new ArrayList<>();
        for (InputFile input : context.files(role(source))) {
            if (!seen.add(input.sha256())) {
                context.quality(
                        "repeated_file",
                        source.name() + "/" + input.path().getFileName(),
                        1.0,
                        "the same bytes as a file before it; left out");
                continue;
            }
            FileId file = new FileId(
                    firstNumber + inputs.size(),
                    source.name(),
                    input.sha256(),
                    input.path().toString(),
                    String.valueOf(input.path().getFileName()));
            inputs.add(input(file, SourceFile.open(source.name(), input, text), text, joins));
        }
        return inputs;
    }

    private Input input(FileId id, SourceFile file, Text text, List<Joined> joins) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        if (source.columns().isEmpty()) {
            columns.putAll(LensLayout.columns(file));
        }
        columns.putAll(ColumnPlan.mapped(source.columns(), "ingest.sources." + source.name() + ".columns"));
        ColumnPlan mapping = ColumnPlan.empty();
        columns.forEach((field, column) ->
                mapping.put(field, Landing.FIRST_CELL + ColumnPlan.position(file, column, field.key()), text));
        Dataset<Row> rows = landing.land(file);
        long read = rows.count();
        String number = rows.columns()[mapping.positions().get(Field.PUBLICATION_NUMBER)];
        for (Joined join : joins) {
            int at = rows.columns().length;
            Column key = key(functions.col(quoted(number)), join.normaliseKey());
            rows = rows.join(join.rows(), key.equalTo(join.rows().col(join.keyColumn())), "left")
                    .drop(join.keyColumn());
            for (Field field : join.fields()) {
                mapping.put(field, at++, join.text());
            }
        }
        RecordPlan plan = new RecordPlan(null, file.header().size(), mapping, file.separator(), file.quote());
        return new Input(id, "MAPPED", rows, plan, read);
    }

    /** A joined table, one row per key. */
    private record Joined(Dataset<Row> rows, String keyColumn, boolean normaliseKey, List<Field> fields, Text text) {}

    private List<Joined> joins() {
        List<Joined> joined = new ArrayList<>();
        List<Join> joins = source.joins() == null ? List.of() : source.joins();
        for (int j = 0; j < joins.size(); j++) {
            joined.add(joined(joins.get(j), j));
        }
        return joined;
    }

    private Joined joined(Join join, int number) {
        Text text = join.text() == null ? DEFAULT_TEXT : join.text();
        Map<Field, String> columns =
                ColumnPlan.mapped(join.columns(), "ingest.sources." + source.name() + ".joins.columns");
        String keyColumn = "j" + number + "_key";
        Map<Field, String> names = new LinkedHashMap<>();
        columns.keySet().forEach(field -> names.put(field, "j" + number + "_" + field.key()));
        Dataset<Row> all = null;
        List<InputFile> files = context.files(role(source, number));
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = SourceFile.open(source.name(), files.get(i), text);
            Dataset<Row> landed = landing.land(file);
            List<Column> picked = new ArrayList<>();
            String key = landed.columns()[Landing.FIRST_CELL + ColumnPlan.position(file, join.key(), "key")];
            picked.add(key(functions.col(quoted(key)), join.normaliseKey()).as(keyColumn));
            picked.add(functions.lit(i).as("file_order"));
            picked.add(functions.col("_record_no"));
            columns.forEach((field, column) -> picked.add(functions
                    .coalesce(
                            functions.col(quoted(landed.columns()[
                                    Landing.FIRST_CELL + ColumnPlan.position(file, column, field.key())])),
                            functions.lit(""))
                    .as(names.get(field))));
            long rejected = landed.filter("_reason IS NOT NULL").count();
            context.quality(
                    "join_rejected",
                    role(source, number) + "/" + file.fileName(),
                    (double) rejected,
                    "rows of a joined table that could not be split and are left out");
            Dataset<Row> rows = landed.filter("_reason IS NULL").select(picked.toArray(Column[]::new));
            all = all == null ? rows : all.unionByName(rows);
        }
        if (all == null) {
            throw new UserException(Exit.INPUT, "Source " + source.name() + ": no file matches " + join.path());
        }
        List<Column> members = new ArrayList<>(List.of(functions.col("file_order"), functions.col("_record_no")));
        names.values().forEach(n -> members.add(functions.col(quoted(n))));
        Dataset<Row> grouped = all.filter(functions.col(keyColumn).isNotNull())
                .groupBy(keyColumn)
                .agg(functions
                        .sort_array(functions.collect_list(functions.struct(members.toArray(Column[]::new))))
                        .as("members"));
        List<Column> out = new ArrayList<>(List.of(functions.col(keyColumn)));
        names.values()
                .forEach(n -> out.add(functions
                        .array_join(functions.col("members." + quoted(n)), String.valueOf(RecordNormaliser.ROWS))
                        .as(n)));
        return new Joined(
                grouped.select(out.toArray(Column[]::new)),
                keyColumn,
                join.normaliseKey(),
                List.copyOf(names.keySet()),
                text);
    }

    private static Column key(Column column, boolean normalise) {
        return normalise ? functions.upper(functions.regexp_replace(column, KEY_NOISE, "")) : functions.trim(column);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
