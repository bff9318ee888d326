package org.smssev.jobs.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;

/**
 * The patents of an earlier release. Of an increment digests tell which of them it meets: those of families that it may
 * change. They are read once, and kept.
 */
final class EarlierPatents implements AutoCloseable {
    private static final String NUMBER = "publication_number";

    private final StoredTable table;
    private final ReleaseOverlap overlap;
    /** Null where digests do not tell. */
    private final MetPatents met;

    private EarlierPatents(StoredTable table, ReleaseOverlap overlap, Families.Rules rules) {
        this.table = table;
        this.overlap = overlap;
        this.met = overlap == null
                ? null
                : new MetPatents(table, FamilyStep.tableColumns(rules), overlap.met(), overlap.givenPlaces());
    }

    /** Those that are not told by digests. */
    static EarlierPatents of(StoredTable table) {
        return new EarlierPatents(table, null, null);
    }

    /**
     * What an increment is added to.
     *
     * @param census what was counted of it
     * @param rules by which families are made
     */
    static EarlierPatents of(StoredTable table, Census census, Families.Rules rules) {
        return new EarlierPatents(table, ReleaseOverlap.of(table, census).orElse(null), rules);
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

    /**
     * Those of families that an increment may change, where digests tell; in Spark's binary form. Columns of which no
     * families are made are null but in those that it gives again.
     */
    InternalRows met() {
        return met.rows();
    }

    /** Those whose numbers may be among some, all of them where digests do not tell. */
    Dataset<Row> given(DigestedKeys numbers) {
        return overlap == null ? table.dataset() : met().dataset().filter(numbers.has(NUMBER));
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
    }
}
