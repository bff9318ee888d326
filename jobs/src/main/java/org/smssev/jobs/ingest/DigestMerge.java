package org.smssev.jobs.ingest;

import java.util.Map;
import java.util.Optional;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.merge.Merge;

/**
 * Merges the records of a first release, or of an increment that is not held against the release before, with one another and
 * with that release, where digests tell which publications several records give ({@link Census}, {@link ReleaseOverlap}). No
 * other is moved, and nothing is planned.
 */
final class DigestMerge implements ReleaseMerge {
    /** Earlier publications; null if there were none. */
    private final EarlierPatents earlier;

    /** Null where all publications are alone with their record. */
    private final Folded folded;

    private final GivenPublications given;
    /** Partitions at most in which publications that are alone with their record are written. */
    private final int written;
    /** What stays of the earlier publications; null if there were none. */
    private final StayingPatents staying;

    private DigestMerge(
            InternalRows canonical, Census census, EarlierPatents earlier, Merge.Settings settings, int partitions) {
        this.earlier = earlier;
        long[] shared = earlier == null
                ? census.allNumbers().repeated()
                : earlier.overlap().publications(census);
        DigestedKeys several = new DigestedKeys(canonical.spark(), shared);
        this.folded = several.size() == 0
                ? null
                : new Folded(
                        canonical.spark(),
                        GivenPublications.ofSeveral(canonical, several),
                        earlier == null
                                ? null
                                : new Folded.Earlier(
                                        met(earlier, several), earlier.overlap().given(), null, true),
                        settings,
                        partitions);
        this.given = new GivenPublications(canonical, census, several, folded);
        this.written = Math.toIntExact(1 + census.accepted() / GivenPublications.TOGETHER);
        this.staying = earlier == null ? null : new StayingPatents(earlier, census, several, folded);
    }

    /**
     * Merges, and folds what several records give.
     *
     * @param canonical the records, as {@link CanonicalRows}, kept
     * @param census what it counted of them
     * @param table the patents as published by the run of an earlier release that an increment is added to; empty for a first
     *     release
     * @param rules by which families are made
     * @return empty if the release, or what it has in common with the earlier one, is too large to be known by digests
     */
    static Optional<DigestMerge> of(
            InternalRows canonical,
            Census census,
            Optional<StoredTable> table,
            Families.Rules rules,
            Merge.Settings settings,
            int partitions) {
        if (table.isEmpty()) {
            return census.allNumbers().isFull()
                    ? Optional.empty()
                    : Optional.of(new DigestMerge(canonical, census, null, settings, partitions));
        }
        return EarlierPatents.of(table.get(), census, rules)
                .map(earlier -> new DigestMerge(canonical, census, earlier, settings, partitions));
    }

    /** The earlier publications that records may give. */
    private static InternalRows met(EarlierPatents earlier, DigestedKeys several) {
        InternalRows met = earlier.met();
        DigestedKeys.Known shared = several.known();
        int number = met.schema().fieldIndex("publication_number");
        return met.filter(row -> shared.has(row.getUTF8String(number)));
    }

    @Override
    public boolean isToldByDigests() {
        return true;
    }

    @Override
    public void count(Ledger ledger, Map<Integer, Long> rejected) {
        given.count(ledger, rejected);
    }

    @Override
    public Lacking lacking(Lacking ofRecords) {
        return given.lacking(ofRecords);
    }

    @Override
    public long before() {
        return earlier == null ? 0 : earlier.overlap().present();
    }

    @Override
    public long present(long before) {
        return before - (folded == null ? 0 : folded.wasPresent()) + given.present();
    }

    @Override
    public InternalRows changed() {
        return given.and(given.alone().spread(written));
    }

    @Override
    public Carry carried() {
        return staying == null ? Carry.NOTHING : staying.carry();
    }

    @Override
    public Optional<Staying> staying() {
        return Optional.ofNullable(staying);
    }

    @Override
    public void close() {
        given.close();
        if (earlier != null) {
            earlier.close();
        }
    }
}
