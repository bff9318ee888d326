package org.smssev.jobs.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FractionalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.LocalPaths;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.document.GoogleJsonLines;
import scala.Tuple2;

/** Parquet files and Delta tables, which Spark reads. */
final class ColumnarFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession spark;
    private final Landing landing;

    ColumnarFile(SparkSession spark, Landing landing) {
        this.spark = spark;
        this.landing = landing;
    }

    /**
     * Records as rows of text: of each column (lists joined), or of the fields of Google's nested ones.
     *
     * @param header names of the columns
     * @param numbered the same rows, each with its number from 1, which is that of any cluster
     */
    record Texts(List<String> header, JavaRDD<Row> rows, Supplier<JavaRDD<Tuple2<Row, Long>>> numbered) {}

    /**
     * The records of a file.
     *
     * @param source name of its source
     * @param most records that are wanted at most
     * @throws UserException INPUT if it cannot be read, or is of no known layout and not mapped
     */
    static Texts texts(SparkSession spark, SourceFile file, String source, long most) {
        Dataset<Row> all = read(spark, file);
        // One more tells that there are more.
        Dataset<Row> rows = most < Integer.MAX_VALUE ? all.limit((int) most + 1) : all;
        boolean google = !file.layout().equals(Recognition.MAPPED);
        if (google && !GoogleJsonLines.isTable(List.of(rows.columns()))) {
            throw new UserException(
                    Exit.INPUT,
                    file.entry().file()
                            + ": layout of the Parquet file not recognised. Map its columns in ingest.sources."
                            + source + ".columns. They are " + List.of(rows.columns())
                            + ". Google's table has publication_number and title_localized, abstract_localized,"
                            + " assignee_harmonized or inventor_harmonized.");
        }
        Dataset<Row> texts = google ? rows : rows.select(texts(rows.schema()));
        List<String> names = google ? SourceFile.FIELDS : List.of(texts.columns());
        JavaRDD<Row> cells = google ? rows.toJSON().toJavaRDD().map(ColumnarFile::googleCells) : texts.toJavaRDD();
        return new Texts(
                names,
                cells,
                () -> file.kind() == SourceFile.Kind.DELTA
                        ? numbered(rows, google)
                        // Spark reads the parts of one file in their order.
                        : cells.zipWithIndex().map(pair -> new Tuple2<>(pair._1, pair._2 + 1)));
    }

    private static JavaRDD<Tuple2<Row, Long>> numbered(Dataset<Row> rows, boolean google) {
        return google
                ? DeltaRows.numbered(rows, functions.to_json(functions.struct(functions.col("*"))))
                        .map(pair -> new Tuple2<>(googleCells(pair._1.getString(0)), pair._2))
                : DeltaRows.numbered(rows, texts(rows.schema()));
    }

    /** The landed records. */
    Dataset<Row> land(FileId id, SourceFile file) {
        Texts texts = texts(spark, file, id.source(), Long.MAX_VALUE);
        StructType schema = Landing.META;
        for (String name : texts.header()) {
            schema = schema.add(name, DataTypes.StringType);
        }
        JavaRDD<Row> numbered = texts.numbered().get().map(pair -> landed(id, pair._1, pair._2));
        return landing.land(landing.key(id, file), spark.createDataFrame(numbered, schema));
    }

    /** Names of the columns of landed rows. */
    static List<String> header(Dataset<Row> landed) {
        String[] names = landed.columns();
        return List.of(Arrays.copyOfRange(names, Landing.FIRST_CELL, names.length));
    }

    private static Dataset<Row> read(SparkSession spark, SourceFile file) {
        java.nio.file.Path path = java.nio.file.Path.of(file.entry().file());
        try {
            return file.kind() == SourceFile.Kind.DELTA
                    ? spark.read().format("delta").load(LocalPaths.plain(path))
                    : spark.read().parquet(LocalPaths.literal(path));
        } catch (Exception e) {
            // Spark throws checked exceptions that it does not declare.
            throw unreadable(file, e);
        }
    }

    private static UserException unreadable(SourceFile file, Exception e) {
        return new UserException(
                Exit.INPUT,
                file.entry().file() + ": not readable as "
                        + (file.kind() == SourceFile.Kind.DELTA ? "a Delta table" : "Parquet") + ": " + e.getMessage(),
                e);
    }

    /**
     * The records of a file one after the other, for a look at them.
     *
     * @throws UserException INPUT, also from the iterator, if Spark cannot read it on
     */
    static Iterator<RawRow> records(Texts texts, SourceFile file) {
        Iterator<Row> rows = texts.rows().toLocalIterator();
        return new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                try {
                    return rows.hasNext();
                } catch (Exception e) {
                    throw unreadable(file, e);
                }
            }

            @Override
            public RawRow next() {
                Row row = rows.next();
                List<String> cells = new ArrayList<>(row.size());
                for (int i = 0; i < row.size(); i++) {
                    cells.add(filled(row.getString(i)));
                }
                return RawRow.of(++number, cells);
            }
        };
    }

    private static String filled(String cell) {
        return cell == null || cell.isEmpty() ? null : cell;
    }

    /** Columns as text; those of a struct or of a list of structs field by field, {@code name.field}, however deep. */
    private static Column[] texts(StructType schema) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            Column column = functions.col("`" + field.name().replace("`", "``") + "`");
            addTexts(columns, column, field.dataType(), field.name(), Set.copyOf(List.of(schema.fieldNames())));
        }
        return columns.toArray(Column[]::new);
    }

    /**
     * Adds a column, or those of its fields.
     *
     * @param plain names of the columns as they are, which win over fields
     */
    private static void addTexts(List<Column> columns, Column column, DataType type, String name, Set<String> plain) {
        boolean isList = type instanceof ArrayType array && array.elementType() instanceof StructType;
        DataType one = isList ? ((ArrayType) type).elementType() : type;
        if (!(one instanceof StructType struct)) {
            columns.add(text(column, type).as(name));
            return;
        }
        for (StructField field : struct.fields()) {
            // Of a list of structs it is the list of the fields.
            DataType of = isList ? DataTypes.createArrayType(field.dataType()) : field.dataType();
            String path = name + "." + field.name();
            if (!plain.contains(path)) {
                addTexts(columns, column.getField(field.name()), of, path, plain);
            }
        }
    }

    /** Below it every whole number is told from the next by a fraction of 64 bits. */
    private static final double MOST_WHOLE = 9e15;

    /** The same of one of 32 bits. */
    private static final double MOST_WHOLE_FLOAT = 1 << 24;

    private static Column text(Column column, DataType type) {
        if (type instanceof ArrayType array && !isNested(array.elementType())) {
            // What lacks a value keeps its place: names and countries are aligned.
            return functions.array_join(
                    column.cast(DataTypes.createArrayType(DataTypes.StringType)), String.valueOf(Field.SEPARATOR), "");
        }
        if (type instanceof FractionalType && !(type instanceof DecimalType)) {
            // Whole numbers are what tools make fractions of where a column has gaps: ids, years.
            Column whole = column.try_cast(DataTypes.LongType);
            double most = type.equals(DataTypes.FloatType) ? MOST_WHOLE_FLOAT : MOST_WHOLE;
            return functions
                    .when(
                            whole.cast(type)
                                    .equalTo(column)
                                    .and(functions.abs(column).lt(most)),
                            whole.cast(DataTypes.StringType))
                    .otherwise(column.cast(DataTypes.StringType));
        }
        return isNested(type) ? functions.to_json(column) : column.cast(DataTypes.StringType);
    }

    /** Whether it is a map, or a list of lists; structs are taken apart before. */
    private static boolean isNested(DataType type) {
        return type instanceof ArrayType || type instanceof MapType;
    }

    private static Row googleCells(String json) throws JsonProcessingException {
        Map<Field, String> fields = GoogleJsonLines.fields(JSON.readTree(json));
        return RowFactory.create(Arrays.stream(Field.values()).map(fields::get).toArray());
    }

    private static Row landed(FileId id, Row cells, long number) {
        Object[] values = new Object[Landing.FIRST_CELL + cells.size()];
        values[0] = id.source();
        values[1] = id.sha256();
        values[Landing.RECORD_NO] = number;
        values[Landing.REPLACED] = 0L;
        for (int i = 0; i < cells.size(); i++) {
            values[Landing.FIRST_CELL + i] = filled(cells.getString(i));
        }
        return RowFactory.create(values);
    }
}
