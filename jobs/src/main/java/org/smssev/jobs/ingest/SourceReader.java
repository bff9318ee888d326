package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config.Join;
import org.smssev.common.config.Config.Source;
import org.smssev.common.config.Config.Text;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.format.Field;

/** Reads one source: lands its files and those joined to it, and brings its records to canonical rows. */
final class SourceReader {
    /** Canonical rows: where a record stands, whether it is rejected, and the publication it gives. */
    static final StructType SCHEMA = new StructType()
            .add("key", DataTypes.StringType)
            .add("source_order", DataTypes.IntegerType)
            .add("file_order", DataTypes.IntegerType)
            .add("record_no", DataTypes.LongType)
            .add("source", DataTypes.StringType)
            .add("file_sha256", DataTypes.StringType)
            .add("withdrawal", DataTypes.BooleanType)
            .add("malformed_ipc", DataTypes.LongType)
            .add("replaced", DataTypes.LongType)
            .add("reason", DataTypes.StringType)
            .add("detail", DataTypes.StringType)
            .add("raw", DataTypes.StringType)
            .add("patent", PatentRows.SCHEMA);

    private static final Text DEFAULT_TEXT = new Text("UTF-8", ",", "\"", ";", "yyyy-MM-dd", 1_000_000);
    private static final String KEY_NOISE = "[\\s/,.()\\-]+";

    private final StageContext context;
    private final Landing landing;
    private final Source source;
    private final int order;
    private final List<Part> parts = new ArrayList<>();

    /** A file, its landed records with the columns joined to them, and where the fields stand. */
    private record Part(SourceFile file, int order, Dataset<Row> rows, ColumnPlan plan) {}

    SourceReader(StageContext context, Landing landing, Source source, int order) {
        this.context = context;
        this.landing = landing;
        this.source = source;
        this.order = order;
    }

    /** Role of the files of a source. */
    static String role(Source source) {
        return "source:" + source.name();
    }

    /** Role of the files of a join. */
    static String role(Source source, int join) {
        return "join:" + source.name() + ":" + join;
    }

    /** Lands everything; leaves out files whose bytes were already read in this release. */
    List<SourceFile> open(java.util.Set<String> seen) {
        Text text = text(source.text());
        List<Joined> joins = joins();
        List<InputFile> files = context.files(role(source));
        for (int i = 0; i < files.size(); i++) {
            if (!seen.add(files.get(i).sha256())) {
                context.quality(
                        "repeated_file",
                        source.name() + "/" + files.get(i).path().getFileName(),
                        1.0,
                        "the same bytes as a file before it; left out");
                continue;
            }
            SourceFile file = SourceFile.open(source.name(), files.get(i), text);
            parts.add(part(file, i, text, joins));
        }
        return parts.stream().map(Part::file).toList();
    }

    private Text text(Text configured) {
        Text given = configured == null ? DEFAULT_TEXT : configured;
        return source.format() == Source.Format.LENS ? LensLayout.text(given) : given;
    }

    private Part part(SourceFile file, int fileOrder, Text text, List<Joined> joins) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        if (source.format() == Source.Format.LENS) {
            columns.putAll(LensLayout.columns(file));
        }
        if (source.columns() != null) {
            columns.putAll(ColumnPlan.mapped(source.columns(), "ingest.sources." + source.name() + ".columns"));
        }
        if (!columns.containsKey(Field.PUBLICATION_NUMBER)) {
            throw new UserException(
                    Exit.USAGE,
                    "Source " + source.name() + " maps no publication-number; add it to ingest.sources." + source.name()
                            + ".columns");
        }
        ColumnPlan plan = ColumnPlan.empty();
        columns.forEach((field, column) ->
                plan.put(field, Landing.FIRST_CELL + ColumnPlan.position(file, column, field.key()), text));
        Dataset<Row> rows = landing.land(file);
        String number = rows.columns()[plan.positions().get(Field.PUBLICATION_NUMBER)];
        for (Joined join : joins) {
            int at = rows.columns().length;
            Column key = key(functions.col(quoted(number)), join.normaliseKey());
            rows = rows.join(join.rows(), key.equalTo(join.rows().col(join.keyColumn())), "left")
                    .drop(join.keyColumn());
            for (Field field : join.fields()) {
                plan.put(field, at++, join.text());
            }
        }
        return new Part(file, fileOrder, rows, plan);
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

    /** Tells which publications belong together, where the source lists family members and names no family. */
    void connect(FamilyIds families) {
        for (Part part : parts) {
            ColumnPlan plan = part.plan();
            if (!plan.positions().containsKey(Field.FAMILY_MEMBERS)
                    || plan.positions().containsKey(Field.FAMILY_ID)) {
                continue;
            }
            ColumnPlan narrow = ColumnPlan.empty();
            List<Column> columns = new ArrayList<>();
            for (Field f : List.of(Field.PUBLICATION_NUMBER, Field.OFFICE, Field.KIND, Field.FAMILY_MEMBERS)) {
                if (plan.positions().containsKey(f)) {
                    narrow.positions().put(f, columns.size());
                    narrow.writings().put(f, plan.writings().get(f));
                    columns.add(functions.col(
                            quoted(part.rows().columns()[plan.positions().get(f)])));
                }
            }
            Dataset<Row> rows = part.rows().filter("_reason IS NULL").select(columns.toArray(Column[]::new));
            String separator = narrow.writings().get(Field.FAMILY_MEMBERS).listSeparator();
            Iterator<Row> each = rows.toLocalIterator();
            while (each.hasNext()) {
                Row row = each.next();
                Map<Field, String> cells = narrow.cells(row::getString);
                PublicationNumber.Parts number = RecordNormaliser.number(cells);
                String members = cells.get(Field.FAMILY_MEMBERS);
                if (number != null && members != null) {
                    List<String> family =
                            new ArrayList<>(RecordNormaliser.numbers(RecordNormaliser.split(members, separator)));
                    family.add(number.canonical());
                    families.connect(family);
                }
            }
        }
    }

    /** The records of the source as canonical rows. */
    List<Dataset<Row>> canonical(Map<String, String> families) {
        List<Dataset<Row>> canonical = new ArrayList<>();
        String release = context.config().release().id();
        for (Part part : parts) {
            canonical.add(part.rows()
                    .mapPartitions(
                            new Normalise(
                                    release, source.name(), order, part.order(), part.file(), part.plan(), families),
                            Encoders.row(SCHEMA)));
        }
        return canonical;
    }

    /** Records read from a file. */
    Map<String, Long> read() {
        Map<String, Long> read = new LinkedHashMap<>();
        parts.forEach(p -> read.put(p.file().sha256(), landing.land(p.file()).count()));
        return read;
    }

    /** Brings landed rows to canonical ones. */
    private record Normalise(
            String release,
            String source,
            int sourceOrder,
            int fileOrder,
            SourceFile file,
            ColumnPlan plan,
            Map<String, String> families)
            implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            RecordNormaliser normaliser = new RecordNormaliser(release, source, plan.writings(), families);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    return canonical(rows.next(), normaliser);
                }
            };
        }

        private Row canonical(Row r, RecordNormaliser normaliser) {
            RecordNormaliser.Normalised n = r.isNullAt(3)
                    ? normaliser.normalise(plan.cells(r::getString))
                    : RecordNormaliser.Normalised.rejected(r.getString(3), r.getString(4));
            boolean taken = n.patent() != null;
            String raw = taken ? null : r.isNullAt(5) ? rebuilt(r) : r.getString(5);
            return RowFactory.create(
                    taken ? n.patent().publicationNumber() : "\u0000" + r.getString(1) + r.getLong(2),
                    sourceOrder,
                    fileOrder,
                    r.getLong(2),
                    source,
                    r.getString(1),
                    n.withdrawal(),
                    (long) n.malformedIpc(),
                    r.getLong(6),
                    n.reason(),
                    n.detail(),
                    raw,
                    taken ? PatentRows.row(n.patent()) : null);
        }

        private String rebuilt(Row r) {
            StringBuilder raw = new StringBuilder();
            for (int i = 0; i < file.header().size(); i++) {
                String cell = r.isNullAt(Landing.FIRST_CELL + i) ? "" : r.getString(Landing.FIRST_CELL + i);
                String quote = String.valueOf(file.quote());
                boolean quotes = file.quote() != 0
                        && (cell.indexOf(file.separator()) >= 0 || cell.contains(quote) || cell.contains("\n"));
                if (i > 0) {
                    raw.append(file.separator());
                }
                raw.append(quotes ? quote + cell.replace(quote, quote + quote) + quote : cell);
            }
            return raw.toString();
        }
    }
}
