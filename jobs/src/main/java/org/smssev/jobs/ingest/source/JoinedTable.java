package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.io.FileErrors;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.record.JoinKey;

/** A table that the configuration joins to the records of a source: one row per key, several values put together. */
final class JoinedTable {
    private static final UserDefinedFunction KEY =
            functions.udf((UDF2<String, Boolean, String>) JoinKey::of, DataTypes.StringType);
    private static final UserDefinedFunction WHOLE_KEY =
            functions.udf((UDF3<String, String, String, String>) JoinKey::of, DataTypes.StringType);
    /** Ends the names of columns that are found by the number alone. */
    private static final String ALONE = "_alone";
    /** Share of records without a row above which a join is none. */
    private static final double NEARLY_ALL = 0.999_999;

    private final String role;
    private final Dataset<Row> rows;
    private final Join join;
    private final String keyColumn;
    private final List<Field> fields;
    /** Records that it was joined to. */
    private long records;
    /** How many of them found a row. */
    private long matched;

    private JoinedTable(String role, Dataset<Row> rows, Join join, String keyColumn, List<Field> fields) {
        this.role = role;
        this.rows = rows;
        this.join = join;
        this.keyColumn = keyColumn;
        this.fields = fields;
    }

    /** Lands the files of a join. */
    static JoinedTable open(StageContext context, Landing landing, Source source, int number) {
        Join join = source.joins().get(number);
        Map<Field, String> columns =
                ColumnPlan.mapped(join.columns(), "ingest.sources." + source.name() + ".joins.columns");
        String keyColumn = "j" + number + "_key";
        Map<Field, String> names = new LinkedHashMap<>();
        columns.keySet().forEach(field -> names.put(field, "j" + number + "_" + field.key()));
        Dataset<Row> all = null;
        List<SourceReader.Opened> opened = new ArrayList<>();
        List<InputFile> files = context.files(SourceReader.role(source, number));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            for (Packed.Entry entry : entries(files.get(i))) {
                SourceFile file = Recognition.recognise(entry, join.text(), columns(join));
                String sha = entry.inner().isEmpty()
                        ? files.get(i).sha256()
                        : DigestUtils.sha256Hex(files.get(i).sha256() + entry.inner());
                FileId id =
                        new FileId(i, source.name(), sha, files.get(i).path().toString(), entry.name());
                if (!seen.add(sha)) {
                    FileWarnings.tellRepeated(context, SourceReader.role(source, number), id);
                    continue;
                }
                opened.add(new SourceReader.Opened(id, file));
                boolean isColumnar = file.kind() == SourceFile.Kind.PARQUET;
                Dataset<Row> landed =
                        isColumnar ? new ColumnarFile(context.spark(), landing).land(id, file) : landing.land(id, file);
                List<String> header = isColumnar ? ColumnarFile.header(landed) : file.header();
                long rejected = landed.filter("_reason IS NOT NULL").count();
                context.quality(
                        "join_rejected",
                        SourceReader.role(source, number) + "/" + id.name(),
                        (double) rejected,
                        "rows of a joined table are left out, because they could not be split into cells");
                Dataset<Row> rows = picked(landed, id, opened.size(), header, join, keyColumn, columns, names);
                all = all == null ? rows : all.unionByName(rows);
            }
        }
        if (all == null) {
            throw new UserException(
                    Exit.INPUT,
                    "Source " + source.name() + ": no file matches " + join.path() + ". Correct the path of the join.");
        }
        FileWarnings.tell(context, SourceReader.role(source, number), opened);
        return new JoinedTable(
                SourceReader.role(source, number),
                grouped(all, keyColumn, names),
                join,
                keyColumn,
                List.copyOf(names.keySet()));
    }

    /** The columns that a joined table must have. */
    static Set<String> columns(Join join) {
        Set<String> columns = new HashSet<>(join.columns().values());
        columns.add(join.key());
        return columns;
    }

    private static List<Packed.Entry> entries(InputFile file) {
        try {
            return Packed.entries(file.path(), Packed.Limits.DEFAULT);
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, file.path() + ": " + FileErrors.why(e), e);
        }
    }

    private static Dataset<Row> picked(
            Dataset<Row> landed,
            FileId id,
            int order,
            List<String> header,
            Join join,
            String keyColumn,
            Map<Field, String> columns,
            Map<Field, String> names) {
        List<Column> picked = new ArrayList<>();
        String key = landed.columns()[Landing.FIRST_CELL + ColumnPlan.position(id, header, join.key(), "key")];
        picked.add(key(functions.col(quoted(key)), join.normaliseKey()).as(keyColumn));
        picked.add(functions.lit(order).as("file_order"));
        picked.add(functions.col("_record_no"));
        columns.forEach((field, column) -> {
            int at = Landing.FIRST_CELL + ColumnPlan.position(id, header, column, field.key());
            picked.add(functions
                    .coalesce(functions.col(quoted(landed.columns()[at])), functions.lit(""))
                    .as(names.get(field)));
        });
        return landed.filter("_reason IS NULL").select(picked.toArray(Column[]::new));
    }

    private static Dataset<Row> grouped(Dataset<Row> all, String keyColumn, Map<Field, String> names) {
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
                        .array_join(functions.col("members." + quoted(n)), String.valueOf(Field.SEPARATOR))
                        .as(n)));
        return grouped.select(out.toArray(Column[]::new));
    }

    /**
     * Joins to records; the columns are put behind theirs, and their fields into the mapping.
     *
     * @param n how many records there are
     */
    Dataset<Row> to(Dataset<Row> records, long n, ColumnPlan mapping) {
        Column alone = key(cell(records, mapping, Field.PUBLICATION_NUMBER), join.normaliseKey());
        boolean isParted = mapping.positions().containsKey(Field.OFFICE)
                || mapping.constants().containsKey(Field.OFFICE)
                || mapping.positions().containsKey(Field.KIND);
        Column whole = join.normaliseKey() && isParted
                ? WHOLE_KEY.apply(
                        cell(records, mapping, Field.PUBLICATION_NUMBER),
                        cell(records, mapping, Field.OFFICE),
                        cell(records, mapping, Field.KIND))
                : null;
        int at = records.columns().length;
        for (Field field : fields) {
            mapping.put(field, at++, join.text());
        }
        this.records += n;
        matched += n - unmatched(records, whole, alone);
        return whole == null
                ? records.join(rows, alone.equalTo(rows.col(keyColumn)), "left").drop(keyColumn)
                : byEither(records, whole, alone);
    }

    private long unmatched(Dataset<Row> records, Column whole, Column alone) {
        Dataset<Row> keys = rows.select(keyColumn);
        Dataset<Row> unmatched = records.select((whole == null ? alone : whole).as("whole"), alone.as("alone"));
        unmatched = unmatched.join(keys, unmatched.col("alone").equalTo(keys.col(keyColumn)), "left_anti");
        return whole == null
                ? unmatched.count()
                : unmatched
                        .join(keys, unmatched.col("whole").equalTo(keys.col(keyColumn)), "left_anti")
                        .count();
    }

    /** By the number with its office and kind; where the table has none such, by the number as it stands. */
    private Dataset<Row> byEither(Dataset<Row> records, Column whole, Column alone) {
        Dataset<Row> others = rows.toDF(
                Stream.of(rows.columns()).map(column -> column + ALONE).toArray(String[]::new));
        List<Column> columns = new ArrayList<>();
        for (String column : records.columns()) {
            columns.add(functions.col(quoted(column)));
        }
        for (String column : rows.drop(keyColumn).columns()) {
            columns.add(functions
                    .coalesce(functions.col(quoted(column)), functions.col(quoted(column + ALONE)))
                    .as(column));
        }
        return records.join(rows, whole.equalTo(rows.col(keyColumn)), "left")
                .join(others, alone.equalTo(others.col(keyColumn + ALONE)), "left")
                .select(columns.toArray(Column[]::new));
    }

    /** The column of a field of the records; where it is not mapped, or empty, what is said of all. */
    private static Column cell(Dataset<Row> records, ColumnPlan mapping, Field field) {
        Column constant = functions.lit(mapping.constants().get(field)).cast(DataTypes.StringType);
        Stream<Column> columns = mapping.at(field).stream().map(at -> functions.col(quoted(records.columns()[at])));
        return functions.coalesce(Stream.concat(columns, Stream.of(constant)).toArray(Column[]::new));
    }

    /** Tells how many records found a row; that none did is a key that is spelled otherwise, or another column. */
    void report(StageContext context) {
        String check = "join_unmatched";
        String message = "share of records without a row in the joined table: " + matched + " of " + records
                + " have one. Check that its key is the publication number. If the spelling differs, set normalise-key.";
        if (records == 0) {
            context.quality(check, role, null, message);
        } else {
            context.warnAbove(check, role, (double) (records - matched) / records, NEARLY_ALL, message);
        }
    }

    private static Column key(Column column, boolean normalise) {
        return KEY.apply(column, functions.lit(normalise));
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
