package org.smssev.jobs.ingest;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Outcome;

/**
 * Merges a snapshot, or an increment that is large, with the release before it, whose publications are known as
 * {@link EarlierSketches}. What becomes of a record that alone gives its publication was told when it was read; only
 * publications that several give are brought together. What is given as it is stored, or not given and not withdrawn, stays
 * where it is; a snapshot that gives nothing so is written like a first release.
 */
final class SketchMerge implements ReleaseMerge {
    private static final int LEAST_PARTITIONS = 8;

    private final InternalRows canonical;
    private final Census census;
    private final EarlierRelease earlier;
    /** Publications that several records give, or that one of an increment gives otherwise than they are stored. */
    private final DigestedKeys several;
    /** How many the release withdraws as it lacks them. */
    private final long withdrawnAbsent;
    /** Earlier publications that are withdrawn now, and given by no record. */
    private final PlacesOfTasks withdrawn;
    /** How many these are. */
    private final int nWithdrawn;
    /** How many of those that no record gives were there before, and still are. */
    private final long leftPresent;
    /** Earlier publications that several records give; null if there are none. */
    private final PlacesOfTasks shared;

    private final int changedPartitions;
    /** Null where the release is written like a first one. */
    private final SketchStaying staying;

    private final GivenPublications given;

    /**
     * Merges, and folds what several records give.
     *
     * @param canonical the records, as {@link CanonicalRows}, held against the sketches, kept
     * @param census what it counted of them; not more than it keeps digests of
     * @param earlier the release that they were held against
     * @param rules by which families are made
     * @param isSnapshot whether it withdraws what it lacks
     */
    SketchMerge(
            InternalRows canonical,
            Census census,
            EarlierRelease earlier,
            Families.Rules rules,
            Merge.Settings settings,
            boolean isSnapshot,
            int partitions) {
        this.canonical = canonical;
        this.census = census;
        this.earlier = earlier;
        // What a correction by an increment lacks is kept from the earlier publication, and so are its sources.
        this.several = new DigestedKeys(
                canonical.spark(), isSnapshot ? census.several() : Digests.union(census.several(), census.otherwise()));
        EarlierSketches known = earlier.sketches().value();
        BitSet folding = shared(known);
        BitSet stays = census.staying();
        stays.andNot(folding);
        BitSet gone = census.marked();
        gone.andNot(folding);
        BitSet left = census.given();
        left.flip(0, known.size());
        if (isSnapshot) {
            BitSet absent = known.present(left);
            // What a rejected record is of is there, whatever else the record says.
            absent.andNot(census.spared());
            this.withdrawnAbsent = absent.cardinality();
            BitSet lacked = (BitSet) left.clone();
            lacked.andNot(census.spared());
            gone.or(stays.isEmpty() ? lacked : absent);
            left.andNot(gone);
        } else {
            this.withdrawnAbsent = 0;
        }
        this.leftPresent = known.present(left).cardinality();
        this.nWithdrawn = gone.cardinality();
        this.withdrawn = new PlacesOfTasks(earlier, gone);
        BitSet staysFolded = census.staying();
        staysFolded.and(folding);
        BitSet whole = (BitSet) gone.clone();
        whole.or(folding);
        long changed = census.accepted() - stays.cardinality();
        this.changedPartitions = (int) Math.max(LEAST_PARTITIONS, changed / GivenPublications.TOGETHER);
        this.staying = stays.isEmpty() && left.isEmpty()
                ? null
                : new SketchStaying(
                        earlier, settings.release(), stays, left, whole, changedFamilies(staysFolded), rules);
        this.shared = folding.isEmpty() ? null : new PlacesOfTasks(earlier, folding);
        Folded folded = several.size() == 0
                ? null
                : new Folded(
                        canonical.spark(),
                        records(),
                        shared == null
                                ? null
                                : new Folded.Earlier(
                                        shared.of(patents()), folding.cardinality(), earlier.sketches(), !isSnapshot),
                        settings,
                        partitions);
        this.given = new GivenPublications(canonical, census, several, folded);
    }

    /** Places of earlier publications that several records give. */
    private BitSet shared(EarlierSketches known) {
        BitSet given = census.given();
        BitSet shared = new BitSet();
        for (long digest : several.digests()) {
            known.each(digest, place -> shared.set(place, given.get(place)));
        }
        return shared;
    }

    /**
     * Digests of the families of records that change something, and of the others that are folded.
     *
     * @param folded places of their publications
     */
    private Digests changedFamilies(BitSet folded) {
        Digests families = new Digests();
        families.add(census.changedFamilies());
        EarlierSketches known = earlier.sketches().value();
        folded.stream().mapToLong(known::family).forEach(families::add);
        return families;
    }

    /** The accepted records of publications that several may give, those that are known by their bytes among them. */
    private JavaRDD<InternalRow> records() {
        DigestedKeys.Known shared = several.known();
        Broadcast<EarlierSketches> sketches = earlier.sketches();
        JavaRDD<InternalRow> known = canonical
                .rows()
                .filter(row -> !row.isNullAt(CanonicalRows.KNOWN))
                .flatMap(row -> KnownRun.apart(row, sketches.value(), shared::has));
        return GivenPublications.ofSeveral(canonical, several)
                .filter(row -> row.isNullAt(CanonicalRows.KNOWN))
                .union(known);
    }

    /** Earlier publications, all of those among them that are withdrawn now or that several records give. */
    private InternalRows patents() {
        return staying == null ? earlier.table().scan().rows() : staying.kept();
    }

    @Override
    public boolean isToldByDigests() {
        return true;
    }

    @Override
    public void count(Ledger ledger, Map<Integer, Long> rejected) {
        given.count(ledger, rejected);
        ledger.add(Decisions.EARLIER, Outcome.WITHDRAWN_ABSENT, withdrawnAbsent);
    }

    @Override
    public Lacking lacking(Lacking ofRecords) {
        return given.lacking(ofRecords);
    }

    @Override
    public long before() {
        return earlier.sketches().value().present();
    }

    @Override
    public long present(long before) {
        return leftPresent + given.present();
    }

    @Override
    public InternalRows changed() {
        InternalRows alone = given.alone();
        // A few in each partition, and those that are new at the end of a file.
        InternalRows changed = given.and(staying == null ? alone : alone.spread(changedPartitions));
        return staying == null || nWithdrawn == 0 ? changed : changed.and(withdrawn());
    }

    private InternalRows withdrawn() {
        InternalRows all = withdrawn.of(patents());
        // They keep their last release, so that each partition that has some of them gets a file for them.
        InternalRows patents = staying == null ? all : all.spread(1 + nWithdrawn / GivenPublications.TOGETHER);
        StructType schema = patents.schema();
        List<String> columns = List.of(schema.fieldNames());
        boolean areFew = nWithdrawn < GivenPublications.TOGETHER;
        JavaRDD<InternalRow> rows = patents.rows()
                .mapPartitions(some -> MetPatents.binary(some, columns, schema, Map.of("withdrawn", true), areFew));
        return InternalRows.made(patents.spark(), rows, schema);
    }

    @Override
    public Carry carried() {
        if (staying != null) {
            return staying.carry();
        }
        return nWithdrawn == 0 ? Carry.NOTHING : new Carry(List.of(), withdrawn());
    }

    @Override
    public Optional<Staying> staying() {
        return Optional.ofNullable(staying);
    }

    @Override
    public void close() {
        given.close();
        if (staying != null) {
            staying.close();
        }
        if (shared != null) {
            shared.close();
        }
        withdrawn.close();
    }
}
