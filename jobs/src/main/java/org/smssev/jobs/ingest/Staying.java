package org.smssev.jobs.ingest;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.table.InternalRows;

/** Earlier publications that a release leaves as they are, and what it has to do with them, told by digests. */
interface Staying {
    /** Digests of families that the release may change, sorted. */
    long[] touchedFamilies();

    /** Digests of those of them that may have several publications, sorted. */
    long[] joinedFamilies();

    /** Whether no earlier publication is of a family that the release may change. */
    boolean leavesFamilies();

    /** Those that are of families that the release may change; columns of which no families are made may be null. */
    InternalRows met();

    /** The other earlier publications, as they were; columns but their symbols and whether they were withdrawn may be null. */
    List<InternalRows> replaced();

    /** All that stay. */
    Dataset<Row> all();
}
