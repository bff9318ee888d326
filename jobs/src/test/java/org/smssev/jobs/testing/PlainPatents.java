package org.smssev.jobs.testing;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;

/** Rows of {@code ingest.patents} that differ in their numbers alone. */
public final class PlainPatents {
    private PlainPatents() {}

    /** So many of them, EP-0 and so on, that such a release held last. */
    public static Dataset<Row> of(SparkSession spark, int n, String lastRelease) {
        return spark.range(n)
                .selectExpr(Arrays.stream(TableSchema.spark(Patent.class).fields())
                        .map(field -> switch (field.name()) {
                                    case "publication_number" -> "concat('EP-', id)";
                                    case "office" -> "'EP'";
                                    case "last_release" -> "\"" + lastRelease + "\"";
                                    case "withdrawn" -> "false";
                                    case "applicants", "inventors" -> "array(struct('Name', 'DE', 'NAME'))";
                                    case "ipc" -> "array(struct('H01M 10/05', 'F', 'I'))";
                                    case "cited", "applications", "sources" -> "array('text')";
                                    default ->
                                        field.dataType().equals(DataTypes.DateType) ? "date '2020-01-02'" : "'text'";
                                }
                                + " AS " + field.name())
                        .toArray(String[]::new));
    }
}
