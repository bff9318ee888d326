package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.jobs.ingest.Merge.Sketch;
import org.smssev.jobs.ingest.Reading.Findings;

/**
 * What is known of the publications of an earlier release without their content, small enough for every task: some 100 bytes
 * each. Each has a place, from 0 on, in the order in which they are stored. A number is known by two digests of 64 bits, and so are
 * the fields and the bytes of a record ({@link Reading}); that two of a million share both has a probability of 10^-27.
 */
final class EarlierSketches implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long CHECK_SEED = 4711;
    /** Digits of a hash, hex, that a long holds. */
    private static final int DIGITS = 16;

    private final Columns columns;
    private final List<String> releases;
    /** What was found in records, as {@link Findings#text}, each at its number. */
    private final List<String> findings;

    private final BitSet withdrawn;
    private final Slots ofNumbers;
    private final Slots ofFields;
    private final Slots ofBytes;

    /** Made of {@link #findings} when it is asked for. */
    private transient volatile Findings[] found;

    /**
     * Arrays that have an entry for each publication, at its place.
     *
     * @param numbers digests of the numbers
     * @param checks {@link #check} of each
     * @param hashes {@link #start} of the digests of their records
     * @param families digests of their families
     * @param highs first halves of the digests of their fields
     * @param lows the other halves
     * @param bytesHighs first halves of the digests of their bytes; 0, as the other half, where there is none
     * @param bytesLows the other halves
     * @param findings the number of what was found in the record; 0, and no digests, if no reading is known
     * @param firstReleases the number that stands for the first release
     */
    record Columns(
            long[] numbers,
            long[] checks,
            long[] hashes,
            long[] families,
            long[] highs,
            long[] lows,
            long[] bytesHighs,
            long[] bytesLows,
            char[] findings,
            char[] firstReleases)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        /** For so many publications. */
        static Columns of(int n) {
            return new Columns(
                    new long[n],
                    new long[n],
                    new long[n],
                    new long[n],
                    new long[n],
                    new long[n],
                    new long[n],
                    new long[n],
                    new char[n],
                    new char[n]);
        }

        /** The first of them, with room for so many. */
        Columns resized(int n) {
            return new Columns(
                    Arrays.copyOf(numbers, n),
                    Arrays.copyOf(checks, n),
                    Arrays.copyOf(hashes, n),
                    Arrays.copyOf(families, n),
                    Arrays.copyOf(highs, n),
                    Arrays.copyOf(lows, n),
                    Arrays.copyOf(bytesHighs, n),
                    Arrays.copyOf(bytesLows, n),
                    Arrays.copyOf(findings, n),
                    Arrays.copyOf(firstReleases, n));
        }

        /**
         * Takes over the first ones of others.
         *
         * @param at where the first of them gets its place
         * @param n how many are taken
         * @param findingsNumbers what the numbers of the others' findings are here
         * @param releaseNumbers the same of first releases
         */
        void put(int at, Columns others, int n, char[] findingsNumbers, char[] releaseNumbers) {
            System.arraycopy(others.numbers, 0, numbers, at, n);
            System.arraycopy(others.checks, 0, checks, at, n);
            System.arraycopy(others.hashes, 0, hashes, at, n);
            System.arraycopy(others.families, 0, families, at, n);
            for (int i = 0; i < n; i++) {
                char found = findingsNumbers[others.findings[i]];
                // Whose findings have no number is as if it had no reading.
                if (found != 0) {
                    findings[at + i] = found;
                    highs[at + i] = others.highs[i];
                    lows[at + i] = others.lows[i];
                    bytesHighs[at + i] = others.bytesHighs[i];
                    bytesLows[at + i] = others.bytesLows[i];
                }
                firstReleases[at + i] = releaseNumbers[others.firstReleases[i]];
            }
        }
    }

    /**
     * Sketches.
     *
     * @param releases names of releases, each at its number
     * @param findings texts of {@link Findings}, each at its number; the first stands for no reading
     */
    EarlierSketches(Columns columns, List<String> releases, List<String> findings, BitSet withdrawn) {
        this.columns = columns;
        this.releases = releases;
        this.findings = findings;
        this.withdrawn = withdrawn;
        this.ofNumbers = new Slots(columns.checks(), columns.numbers());
        this.ofFields = new Slots(columns.highs(), columns.lows());
        this.ofBytes = new Slots(columns.bytesHighs(), columns.bytesLows());
    }

    /** Where digests of two halves are; those of which both are 0 are none. */
    private static final class Slots implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long[] highs;
        private final long[] lows;
        /** Places, each behind where the half of its digest says, and 1 more than they are; 0 where there is none. */
        private final int[] slots;

        Slots(long[] highs, long[] lows) {
            this.highs = highs;
            this.lows = lows;
            int n = 0;
            for (int place = 0; place < lows.length; place++) {
                n += isThere(place) ? 1 : 0;
            }
            this.slots = new int[Integer.highestOneBit(Math.max(1, n)) << 2];
            for (int place = 0; place < lows.length; place++) {
                if (isThere(place)) {
                    int slot = slot(lows[place]);
                    while (slots[slot] != 0) {
                        slot = next(slot);
                    }
                    slots[slot] = place + 1;
                }
            }
        }

        private boolean isThere(int place) {
            return (highs[place] | lows[place]) != 0;
        }

        private int slot(long low) {
            return (int) low & slots.length - 1;
        }

        private int next(int slot) {
            return slot + 1 & slots.length - 1;
        }

        /** The first place of a digest; -1 if there is none. */
        int place(long high, long low) {
            for (int slot = slot(low); slots[slot] != 0; slot = next(slot)) {
                int place = slots[slot] - 1;
                if (lows[place] == low && highs[place] == high) {
                    return place;
                }
            }
            return -1;
        }

        /** The places of all digests that have such a half. */
        IntStream places(long low) {
            return IntStream.iterate(slot(low), slot -> slots[slot] != 0, this::next)
                    .map(slot -> slots[slot] - 1)
                    .filter(place -> lows[place] == low);
        }
    }

    /** A second digest of a number. */
    static long check(UTF8String number) {
        return XXH64.hashUTF8String(number, CHECK_SEED);
    }

    /** What the digest of a record begins with. */
    static long start(UTF8String hash) {
        return Reading.number(hash, 0);
    }

    private static long start(String hash) {
        return Long.parseUnsignedLong(hash, 0, DIGITS, 16);
    }

    /** How many there are. */
    int size() {
        return columns.numbers().length;
    }

    /** How many are not withdrawn. */
    long present() {
        return (long) size() - withdrawn.cardinality();
    }

    /** Those of some places that are not withdrawn. */
    BitSet present(BitSet among) {
        BitSet present = (BitSet) among.clone();
        present.andNot(withdrawn);
        return present;
    }

    /** The place of a publication; -1 if it is none of them. */
    int place(UTF8String number) {
        return ofNumbers.place(check(number), DigestedKeys.digest(number));
    }

    /** The places of publications whose number has such a digest; there hardly are two. */
    IntStream places(long digest) {
        return ofNumbers.places(digest);
    }

    /** The place of the publication whose row was made of a record of these fields; -1 if there is none. */
    int place(FieldsDigest fields) {
        return ofFields.place(fields.high(), fields.low());
    }

    /** The place of the publication whose row was made of a record of these bytes; -1 if there is none. */
    int place(BytesDigest bytes) {
        return ofBytes.place(bytes.high(), bytes.low());
    }

    /** What was found in the record of which the row of one was made; its reading is known. */
    Findings findings(int place) {
        Findings[] all = found;
        if (all == null) {
            all = new Findings[findings.size()];
            for (int i = 1; i < all.length; i++) {
                all[i] = Findings.of(findings.get(i));
            }
            found = all;
        }
        return all[columns.findings()[place]];
    }

    /** The digest of the number of one. */
    long number(int place) {
        return columns.numbers()[place];
    }

    /** The digest of the family of one. */
    long family(int place) {
        return columns.families()[place];
    }

    /** The first release that held one. */
    String firstRelease(int place) {
        return releases.get(columns.firstReleases()[place]);
    }

    /** Whether one is withdrawn. */
    boolean isWithdrawn(int place) {
        return withdrawn.get(place);
    }

    /** What is known of one, beside a record of this hash. */
    Sketch sketch(int place, String hash) {
        return new Sketch(isWithdrawn(place), columns.hashes()[place] == start(hash) ? hash : "");
    }
}
