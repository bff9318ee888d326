package org.smssev.jobs.ingest;

import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.merge.Merge.Outcome;

/**
 * The publications that the records of a release give, where digests tell which of them several records do. Most pass as
 * they are; only the others are {@link Folded}.
 */
final class GivenPublications implements AutoCloseable {
    /** So many publications are written together, by one task, where there are few in each partition. */
    static final int TOGETHER = 20_000;

    private final InternalRows canonical;
    private final Census census;
    private final DigestedKeys several;
    /** Null if there are no such. */
    private final Folded folded;

    /**
     * Publications of a release.
     *
     * @param canonical the records, as {@link CanonicalRows}, kept
     * @param several publications that several records give, the earlier one among them where it is read for that
     * @param folded what these give; null if there are none
     */
    GivenPublications(InternalRows canonical, Census census, DigestedKeys several, Folded folded) {
        this.canonical = canonical;
        this.census = census;
        this.several = several;
        this.folded = folded;
    }

    /** The accepted records of publications that several may give. */
    static JavaRDD<InternalRow> ofSeveral(InternalRows canonical, DigestedKeys several) {
        DigestedKeys.Known shared = several.known();
        return canonical
                .rows()
                .filter(row ->
                        row.getBoolean(CanonicalRows.ACCEPTED) && shared.has(row.getLong(CanonicalRows.NUMBER_DIGEST)));
    }

    /** Counts the outcomes of all records, rejected ones included. */
    void count(Ledger ledger, Map<Integer, Long> rejected) {
        census.but(several.digests()).forEach((part, n) -> ledger.add(part.file(), part.outcome(), n));
        if (folded != null) {
            folded.count(ledger);
        }
        rejected.forEach((file, n) -> ledger.add(file, Outcome.QUARANTINED, n));
    }

    /**
     * What they lack.
     *
     * @param ofRecords what the records lack
     */
    Lacking lacking(Lacking ofRecords) {
        return folded == null ? ofRecords : folded.lacking(ofRecords);
    }

    /** How many of them are not withdrawn. */
    long present() {
        long alone = census.but(several.digests()).entrySet().stream()
                .filter(part -> !part.getKey().isWithdrawal())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return alone + (folded == null ? 0 : folded.present());
    }

    /** What records give that are alone with their publication, where they change something. */
    InternalRows alone() {
        int isMark = CanonicalRows.SCHEMA.fieldIndex("withdrawn");
        DigestedKeys.Known shared = several.known();
        // A record that marks an earlier publication as withdrawn does not stand for it.
        JavaRDD<InternalRow> alone = CanonicalRows.patents(canonical
                .rows()
                .filter(row -> row.getBoolean(CanonicalRows.ACCEPTED)
                        && !row.getBoolean(CanonicalRows.STAYS)
                        && !(row.getBoolean(isMark) && row.getInt(CanonicalRows.EARLIER) >= 0)
                        && !shared.has(row.getLong(CanonicalRows.NUMBER_DIGEST))));
        // The rows are those of the table, where a date is a number of days too.
        return InternalRows.made(canonical.spark(), alone, TableSchema.spark(Patent.class));
    }

    /** These, and what several records give. */
    InternalRows and(InternalRows alone) {
        return folded == null ? alone : alone.and(folded.patents());
    }

    @Override
    public void close() {
        if (folded != null) {
            folded.close();
        }
        several.close();
    }
}
