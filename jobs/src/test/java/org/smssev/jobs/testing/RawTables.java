package org.smssev.jobs.testing;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.jobs.ingest.format.Field;

/** Sample files among the test resources, as landed tables: text columns under the names of the header. */
public final class RawTables {
    private RawTables() {}

    /** A folder of the test resources. */
    public static Path folder(String name) {
        try {
            return Path.of(RawTables.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads one file; records are numbered from {@code firstRecord}. */
    public static Dataset<Row> read(SparkSession spark, Path file, String separator, long firstRecord) {
        return spark.read()
                .option("header", true)
                .option("sep", separator)
                .option("quote", "\"")
                .option("escape", "\"")
                .option("multiLine", true)
                .csv(file.toString())
                .withColumn("_record_no", monotonically_increasing_id().plus(lit(firstRecord)));
    }

    /** The value of a field in a record put together from tables; null if it has none. */
    public static String value(Row row, Field field) {
        return row.getAs(field.key());
    }

    /** The values of a field that holds a list. */
    public static List<String> list(Row row, Field field) {
        return List.of(value(row, field).split(String.valueOf(Field.SEPARATOR), -1));
    }
}
