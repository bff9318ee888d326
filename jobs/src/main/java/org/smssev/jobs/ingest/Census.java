package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.rows.BinaryRows;
import org.smssev.jobs.ingest.rows.BinaryRows.Place;

/**
 * What one pass over the canonical rows tells of a release: figures of each file, and digests by which numbers and families
 * that several records share are found without moving any.
 */
final class Census implements Serializable {
    /** Figures of a file, by position; behind them what records lack, and the statuses of their IPC codes. */
    static final int RECORDS = 0;

    static final int MALFORMED_IPC = 1;
    static final int REPLACED = 2;
    static final int ACCEPTED = 3;
    /** Accepted records that mark a withdrawal. */
    static final int MARKED = 4;

    static final int LACKS = 5;
    static final int STATUSES = LACKS + Lacks.N_LACKS;

    static final int N_FIGURES = STATUSES + RecordNormaliser.STATUSES.size();
    private static final long serialVersionUID = 1L;

    // The columns that are read, in the order in which they are asked for.
    private static final int FILE_NO = 0;
    private static final int WITHDRAWN = 1;
    private static final int MALFORMED = 2;
    private static final int REPLACED_CHARACTERS = 3;
    private static final int IS_ACCEPTED = 4;
    private static final int LACKING = 5;
    private static final int IPC_STATUSES = 6;
    private static final int NUMBER = 7;
    private static final int FAMILY = 8;
    private static final int OUTCOME = 9;
    private static final int EARLIER = 10;
    private static final int STAYS = 11;
    private static final int KNOWN = 12;

    /** Accepted records of a file, by what becomes of each if no other one gives its publication. */
    record Part(int file, Outcome outcome) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** Whether the records only mark a withdrawal. */
        boolean isWithdrawal() {
            return outcome == Outcome.WITHDRAWN_MARKED;
        }
    }

    private final TreeMap<Integer, long[]> figures = new TreeMap<>();
    private final HashMap<Part, Digests> numbers = new HashMap<>();
    /** By file, places of earlier publications that its records are known for by their bytes; no digests are kept of these. */
    private final TreeMap<Integer, RoaringBitmap> known = new TreeMap<>();
    /** Of families of the other records whose stored row stays. */
    private final Digests stayingFamilies;
    /** Of families of those whose stored row does not. */
    private final Digests families;
    /** Places of earlier publications that records give or mark, but for those that are known by their bytes. */
    private final RoaringBitmap given = new RoaringBitmap();
    /** Places of those that are marked as withdrawn. */
    private final RoaringBitmap marked = new RoaringBitmap();
    /** Places of those that rejected records are of. */
    private final RoaringBitmap spared = new RoaringBitmap();
    /** Places of those whose stored row stays. */
    private final RoaringBitmap staying = new RoaringBitmap();

    private final int most;
    /** The publications that have these places; null if there are none. */
    private final transient EarlierSketches earlier;

    /** File of the last row, as most rows are of that of the one before them. */
    private transient int lastFile;

    private transient long[] lastFigures;
    /** Digests of what the records of that file give, by the place of their outcome. */
    private transient Digests[] lastNumbers;

    private Census(EarlierSketches earlier, int most) {
        this.earlier = earlier;
        this.most = most;
        this.stayingFamilies = new Digests(most);
        this.families = new Digests(most);
    }

    /**
     * Counts canonical rows.
     *
     * @param earlier the publications among which some records are known; null if none are
     * @param most so many digests are kept at most
     */
    static Census of(InternalRows canonical, Broadcast<EarlierSketches> earlier, int most) {
        Census census = new Census(earlier == null ? null : earlier.value(), most);
        BinaryRows rows = BinaryRows.of(
                canonical,
                "file_no",
                "withdrawn",
                "malformed_ipc",
                "replaced",
                "accepted",
                "lacks",
                "ipc_statuses",
                "number_digest",
                "family_digest",
                "outcome",
                "earlier",
                "stays",
                "known");
        List<Place> at = rows.places();
        rows.rows()
                .mapPartitions(part -> count(part, at, earlier == null ? null : earlier.value(), most))
                .collect()
                .forEach(census::add);
        return census;
    }

    private void add(Census other) {
        other.figures.forEach((file, more) -> {
            long[] sums = figures(file);
            for (int i = 0; i < N_FIGURES; i++) {
                sums[i] += more[i];
            }
        });
        other.numbers.forEach((part, more) -> numbers(part).add(more));
        other.known.forEach((file, places) -> {
            RoaringBitmap mine = known(file);
            Digests again = numbers(new Part(file, Outcome.UNCHANGED));
            RoaringBitmap.and(mine, places).forEach((IntConsumer) place -> again(place, again));
            mine.or(places);
        });
        stayingFamilies.add(other.stayingFamilies);
        families.add(other.families);
        given.or(other.given);
        marked.or(other.marked);
        spared.or(other.spared);
        staying.or(other.staying);
    }

    private long[] figures(int file) {
        return figures.computeIfAbsent(file, f -> new long[N_FIGURES]);
    }

    private RoaringBitmap known(int file) {
        return known.computeIfAbsent(file, f -> new RoaringBitmap());
    }

    /** Another record of a file that is known for a publication. */
    private void again(int place, Digests numbers) {
        numbers.add(earlier.number(place));
        stayingFamilies.add(earlier.family(place));
    }

    private Digests numbers(Part part) {
        return numbers.computeIfAbsent(part, p -> new Digests(most));
    }

    private void file(int file) {
        if (file != lastFile || lastFigures == null) {
            lastFile = file;
            lastFigures = figures(file);
            lastNumbers = new Digests[Merge.OUTCOMES.size()];
        }
    }

    private Digests numbers(int outcome) {
        if (lastNumbers[outcome] == null) {
            lastNumbers[outcome] = numbers(new Part(lastFile, Merge.OUTCOMES.get(outcome)));
        }
        return lastNumbers[outcome];
    }

    /** Records that are known again, which say what the earlier ones said. */
    private void add(int file, byte[] run) {
        file(file);
        long[] sums = lastFigures;
        RoaringBitmap places = known(file);
        for (int i = 0; i < KnownRun.size(run); i++) {
            int place = KnownRun.place(run, i);
            Findings findings = earlier.findings(place);
            sums[RECORDS]++;
            sums[ACCEPTED]++;
            sums[MALFORMED_IPC] += findings.malformedIpc();
            sums[REPLACED] += findings.replaced();
            lacks(sums, findings.lacks());
            long[] statuses = findings.ipcStatuses();
            for (int s = 0; statuses != null && s < statuses.length; s++) {
                sums[STATUSES + s] += statuses[s];
            }
            if (!places.checkedAdd(place)) {
                again(place, numbers(Merge.OUTCOMES.indexOf(Outcome.UNCHANGED)));
            }
        }
    }

    private static void lacks(long[] sums, int lacks) {
        for (int i = 0; i < Lacks.N_LACKS; i++) {
            sums[LACKS + i] += lacks >> i & 1;
        }
    }

    private void add(InternalRow r, List<Place> at) {
        file(r.getInt(at.get(FILE_NO).column()));
        long[] sums = lastFigures;
        sums[RECORDS]++;
        sums[MALFORMED_IPC] += r.getLong(at.get(MALFORMED).column());
        sums[REPLACED] += r.getLong(at.get(REPLACED_CHARACTERS).column());
        if (r.getBoolean(at.get(IS_ACCEPTED).column())) {
            sums[ACCEPTED]++;
            sums[MARKED] += r.getBoolean(at.get(WITHDRAWN).column()) ? 1 : 0;
            numbers(r.getInt(at.get(OUTCOME).column()))
                    .add(r.getLong(at.get(NUMBER).column()));
            boolean stays = r.getBoolean(at.get(STAYS).column());
            (stays ? stayingFamilies : families).add(r.getLong(at.get(FAMILY).column()));
            int place = r.getInt(at.get(EARLIER).column());
            if (place >= 0) {
                given.add(place);
                if (stays) {
                    staying.add(place);
                }
                if (r.getBoolean(at.get(WITHDRAWN).column())) {
                    marked.add(place);
                }
            }
        } else if (r.getInt(at.get(EARLIER).column()) >= 0) {
            spared.add(r.getInt(at.get(EARLIER).column()));
        }
        lacks(sums, r.getInt(at.get(LACKING).column()));
        ArrayData statuses = at.get(IPC_STATUSES).list(r);
        for (int i = 0; statuses != null && i < statuses.numElements(); i++) {
            sums[STATUSES + i] += statuses.getLong(i);
        }
    }

    /** Figures by the number of their file. */
    Map<Integer, long[]> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /**
     * Accepted records by what becomes of each, but for those of some publications.
     *
     * @param shared digests of the numbers of these, sorted
     */
    Map<Part, Long> but(long[] shared) {
        Map<Part, Long> alone = new HashMap<>();
        numbers.forEach((part, digests) -> alone.put(part, digests.size() - digests.among(shared)));
        RoaringBitmap others = new RoaringBitmap();
        if (!known.isEmpty()) {
            Arrays.stream(shared).forEach(digest -> earlier.each(digest, others::add));
        }
        known.forEach((file, places) -> alone.merge(
                new Part(file, Outcome.UNCHANGED),
                places.getLongCardinality() - RoaringBitmap.andCardinality(places, others),
                Long::sum));
        return alone;
    }

    /** Digests of the numbers of earlier publications that records give otherwise than they are stored, sorted. */
    long[] otherwise() {
        Digests otherwise = new Digests(most);
        numbers.forEach((part, ofPart) -> {
            if (part.outcome() == Outcome.CORRECTED) {
                otherwise.add(ofPart);
            } else if (part.outcome() == Outcome.UNCHANGED) {
                // Of other sources, say.
                ofPart.stream()
                        .filter(digest -> earlier.any(digest, place -> !staying.contains(place)))
                        .forEach(otherwise::add);
            }
        });
        return otherwise.sorted();
    }

    /** Accepted records. */
    long accepted() {
        return figures.values().stream().mapToLong(f -> f[ACCEPTED]).sum();
    }

    /** Rejected records by the number of their file. */
    Map<Integer, Long> rejected() {
        Map<Integer, Long> rejected = new HashMap<>();
        figures.forEach((file, f) -> rejected.put(file, f[RECORDS] - f[ACCEPTED]));
        return rejected;
    }

    /** Digests of the numbers of all accepted records, but of those that are known by their bytes. */
    private Digests toldNumbers() {
        Digests told = new Digests(most);
        numbers.values().forEach(told::add);
        return told;
    }

    /** Digests of the numbers of all accepted records. */
    Digests allNumbers() {
        Digests all = toldNumbers();
        known.values().forEach(places -> places.forEach((IntConsumer) place -> all.add(earlier.number(place))));
        return all;
    }

    /** Digests of the numbers of publications that several accepted records give, sorted, each once. */
    long[] several() {
        Digests told = toldNumbers();
        if (known.isEmpty()) {
            return told.repeated();
        }
        RoaringBitmap once = new RoaringBitmap();
        RoaringBitmap again = new RoaringBitmap();
        known.values().forEach(places -> {
            again.or(RoaringBitmap.and(once, places));
            once.or(places);
        });
        LongStream known = told.stream().filter(digest -> earlier.any(digest, once::contains));
        LongStream repeated = again.stream().mapToLong(earlier::number);
        return Digests.union(told.repeated(), LongStream.concat(known, repeated).toArray());
    }

    /** Places among {@link EarlierSketches} of publications that accepted records give or mark as withdrawn. */
    BitSet given() {
        return withKnown(given);
    }

    /** Places among {@link EarlierSketches} of publications that accepted records mark as withdrawn. */
    BitSet marked() {
        return BitSetUtil.bitsetOf(marked);
    }

    /** Places among {@link EarlierSketches} of publications that rejected records are of. */
    BitSet spared() {
        return BitSetUtil.bitsetOf(spared);
    }

    /** Places among {@link EarlierSketches} of publications of which the stored row says what an accepted record does. */
    BitSet staying() {
        return withKnown(staying);
    }

    private BitSet withKnown(RoaringBitmap places) {
        RoaringBitmap all = places.clone();
        known.values().forEach(all::or);
        return BitSetUtil.bitsetOf(all);
    }

    /** Digests of the families of accepted records. */
    Digests families() {
        if (stayingFamilies.size() == 0 && !stayingFamilies.isFull() && known.isEmpty()) {
            return families;
        }
        Digests all = new Digests(most);
        all.add(families);
        all.add(stayingFamilies);
        known.values().forEach(places -> places.forEach((IntConsumer) place -> all.add(earlier.family(place))));
        return all;
    }

    /** Digests of the families of accepted records but of those whose stored row stays. */
    Digests changedFamilies() {
        return families;
    }

    private static Iterator<Census> count(
            Iterator<InternalRow> rows, List<Place> at, EarlierSketches earlier, int most) {
        Census census = new Census(earlier, most);
        int known = at.get(KNOWN).column();
        rows.forEachRemaining(row -> {
            if (row.isNullAt(known)) {
                census.add(row, at);
            } else {
                census.add(row.getInt(at.get(FILE_NO).column()), row.getBinary(known));
            }
        });
        return List.of(census).iterator();
    }
}
