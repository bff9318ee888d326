package org.smssev.jobs.ingest;

import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;

/** Rows of the table of rejected records. */
final class Quarantine {
    private static final StructType SCHEMA = TableSchema.spark(Quarantined.class);
    private static final int RELEASE = SCHEMA.fieldIndex("release");

    private Quarantine() {}

    /** The rejected records of this release, and those of earlier ones; without a plan, as few are in most releases. */
    static InternalRows of(StageContext context, InternalRows canonical, Sources sources) {
        String release = context.config().release().id();
        List<FileId> files = sources.files().stream().map(Input.Read::file).toList();
        InternalRows rejected = InternalRows.made(
                canonical.spark(),
                canonical
                        .rows()
                        .filter(row -> !row.getBoolean(CanonicalRows.ACCEPTED))
                        .map(new Quarantining(release, files)),
                SCHEMA);
        UTF8String ofThis = UTF8String.fromString(release);
        return context.earlierTable(Quarantined.class)
                .map(earlier -> rejected.and(earlier.scan()
                        .rows()
                        .filter(row -> !row.getUTF8String(RELEASE).equals(ofThis))))
                .orElse(rejected);
    }

    /** Makes rows of the table, with its columns in their order. */
    private record Quarantining(String release, List<FileId> files) implements Function<InternalRow, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public InternalRow call(InternalRow row) {
            FileId file = files.get(row.getInt(CanonicalRows.FILE_NO));
            return new GenericInternalRow(new Object[] {
                UTF8String.fromString(release),
                UTF8String.fromString(file.sha256()),
                row.getLong(CanonicalRows.RECORD_NO),
                UTF8String.fromString(file.source()),
                UTF8String.fromString(file.name()),
                text(row, CanonicalRows.REASON),
                text(row, CanonicalRows.DETAIL),
                text(row, CanonicalRows.RAW)
            });
        }

        private static UTF8String text(InternalRow row, int column) {
            return row.isNullAt(column) ? null : row.getUTF8String(column);
        }
    }
}
