package org.smssev.jobs.endtoend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableSchema;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * The tables of a run under their names in a session, as views straight over the data files of their versions: dozens of
 * queries over views of Delta's own would each look into the logs of all their tables again, which takes minutes.
 */
final class FileViews {
    private FileViews() {}

    /** Makes the views of some tables; those of {@code meta} are at their heads. */
    static void create(SparkSession spark, Warehouse warehouse, MetaTables.Run run, List<TableDef> tables) {
        for (TableDef def : tables) {
            Long version = run.tables().stream()
                    .filter(v -> v.table().equals(def.name()))
                    .map(MetaTables.TableVersion::version)
                    .findFirst()
                    .orElseGet(() -> warehouse.head(def).orElseThrow());
            spark.sql("CREATE DATABASE IF NOT EXISTS " + def.stage());
            spark.sql("CREATE OR REPLACE VIEW " + def.name() + " AS "
                    + query(def, warehouse.stored(def, version).files()));
        }
    }

    private static String query(TableDef def, List<DataFile> files) {
        String none = Arrays.stream(TableSchema.spark(def.type()).fields())
                .map(field -> "CAST(NULL AS " + field.dataType().sql() + ") AS `" + field.name() + "`")
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
        return files.isEmpty() ? none : files.stream().map(FileViews::query).collect(Collectors.joining(" UNION ALL "));
    }

    private static String query(DataFile file) {
        String told = file.set().entrySet().stream()
                .map(column -> ", '" + column.getValue() + "' AS `" + column.getKey() + "`")
                .sorted()
                .collect(Collectors.joining());
        return "SELECT *" + told + " FROM parquet.`" + file.path() + "`";
    }
}
