package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.source.Input;

/** Rows of the table of rejected records. */
final class Quarantine {
    private Quarantine() {}

    /** The rejected records of this release, and those of earlier ones. */
    static Dataset<Row> of(StageContext context, Dataset<Row> canonical, Sources sources) {
        String release = context.config().release().id();
        List<Column> files = new ArrayList<>();
        for (Input.Read read : sources.files()) {
            files.add(functions.struct(
                    functions.lit(read.file().sha256()).as("sha256"),
                    functions.lit(read.file().source()).as("source"),
                    functions.lit(read.file().name()).as("name")));
        }
        Column file = functions.get(functions.array(files.toArray(Column[]::new)), functions.col("file_no"));
        Dataset<Row> rows = canonical
                .filter("NOT accepted")
                .withColumn("of", file)
                .select(
                        functions.lit(release).as("release"),
                        functions.col("of.sha256").as("file_sha256"),
                        functions.col("record_no"),
                        functions.col("of.source").as("source"),
                        functions.col("of.name").as("file"),
                        functions.col("reason"),
                        functions.col("detail"),
                        functions.col("raw"));
        return context.earlierTable(Quarantined.class)
                .map(earlier -> rows.unionByName(
                        earlier.dataset().filter(functions.col("release").notEqual(release))))
                .orElse(rows);
    }
}
