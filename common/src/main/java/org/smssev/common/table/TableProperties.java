package org.smssev.common.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the log of a table says of the table as a whole. */
final class TableProperties {
    /** Set from the first version on that has deletion vectors, so that a table without any is for all readers. */
    private static final Map<String, String> DELETES = Map.of("delta.enableDeletionVectors", "true");

    private static final Map<String, String> RETENTION = Map.of(
            "delta.logRetentionDuration", "interval 3650 days",
            "delta.deletedFileRetentionDuration", "interval 3650 days");

    private TableProperties() {}

    /** Of a table whose files are whole. */
    static Map<String, String> of(TableDef def) {
        return of(def, List.of());
    }

    /** Of a table with such files. */
    static Map<String, String> of(TableDef def, List<DataFile> files) {
        Map<String, String> properties = new HashMap<>(RETENTION);
        properties.put("comment", def.comment());
        if (!files.stream().allMatch(DataFile::isWhole)) {
            properties.putAll(DELETES);
        }
        return properties;
    }
}
