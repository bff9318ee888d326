package org.smssev.jobs.ingest;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;

/**
 * The patents of an earlier release. Of an increment digests tell which of them it meets: those of families that it may
 * change. They are read once, and kept.
 */
final class EarlierPatents implements AutoCloseable {
    private static final String FAMILY = "family_id";

    private final StoredTable table;
    private final ReleaseOverlap overlap;
    private final DigestedKeys families;
    private final KeptRows met;

    private EarlierPatents(StoredTable table, ReleaseOverlap overlap) {
        this.table = table;
        this.overlap = overlap;
        this.families = overlap == null ? null : new DigestedKeys(table.spark(), overlap.families());
        this.met = overlap == null || overlap.leavesFamilies()
                ? null
                : new KeptRows(table.spark(), met(table, families.known()), table.schema());
    }

    /** What a snapshot replaces. */
    static EarlierPatents of(StoredTable table) {
        return new EarlierPatents(table, null);
    }

    /** What an increment is added to. */
    static EarlierPatents of(StoredTable table, Census census) {
        return new EarlierPatents(table, ReleaseOverlap.of(table, census).orElse(null));
    }

    private static JavaRDD<InternalRow> met(StoredTable table, DigestedKeys.Known families) {
        StructType schema = table.schema();
        int family = schema.fieldIndex(FAMILY);
        return table.scan()
                .rows()
                .rows()
                .filter(row -> families.has(row.getUTF8String(family)))
                .mapPartitions(rows -> binary(rows, schema));
    }

    /** The rows in Spark's binary form, each in the bytes of the one before it. */
    private static Iterator<InternalRow> binary(Iterator<InternalRow> rows, StructType schema) {
        UnsafeProjection binary = UnsafeProjection.create(schema);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public InternalRow next() {
                return binary.apply(rows.next());
            }
        };
    }

    /** The table. */
    StoredTable table() {
        return table;
    }

    /** Whether digests tell which of them the release meets. */
    boolean areToldByDigests() {
        return overlap != null;
    }

    /** What an increment has in common with them, where digests tell. */
    ReleaseOverlap overlap() {
        return overlap;
    }

    /** Those of families that an increment may change, where digests tell; in Spark's binary form. */
    InternalRows met() {
        return met == null ? table.withFiles(List.of()).scan().rows() : met.rows();
    }

    /** How many are not withdrawn. */
    long present() {
        return overlap == null ? table.dataset().filter("NOT withdrawn").count() : overlap.present();
    }

    @Override
    public void close() {
        if (met != null) {
            met.close();
        }
        if (families != null) {
            families.close();
        }
    }
}
