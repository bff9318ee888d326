package org.smssev.jobs.ingest;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.digest.FieldsDigest;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.merge.Merge.Sketch;

/**
 * What is known of the publications of an earlier release without their content, small enough for every task: some 80 bytes
 * each. Each has a place, from 0 on, in the order in which they are stored. A number is known by two digests of 64 bits
 * ({@link KeyDigests}), and so are the fields and the bytes of a record ({@link Reading}).
 */
final class EarlierSketches implements Serializable {
    private static final long serialVersionUID = 1L;
    /** So many digests travel at a time. */
    private static final int AT_A_TIME = 1 << 13;

    private final SharedHeap heap;

    /** {@link Reading#DIGESTS} of each publication, one after the other. */
    private transient long[] digests;

    /** The number of what was found in the record of each; 0, and no digests of it, if none gave it or too much was found. */
    private final char[] findings;

    /** The number that stands for the first release of each. */
    private final char[] firstReleases;

    /** Texts of {@link Findings}, each at its number. */
    private final List<String> allFindings;
    /** Names of releases, each at its number. */
    private final List<String> releases;

    private final BitSet withdrawn;

    private transient Slots ofNumbers;
    private transient Slots ofFields;
    private transient Slots ofBytes;

    /** Made of the texts when it is asked for. */
    private transient volatile Findings[] found;

    /**
     * Sketches. The arrays are taken over.
     *
     * @param heap where they stay if tasks run there too
     * @param digests {@link Reading#DIGESTS} of each publication, one after the other
     * @param findings the number of what was found in the record of each; 0, and 0 for its digests, if it is not known again
     * @param firstReleases the number that stands for the first release of each
     * @param allFindings texts of {@link Findings}, each at its number; the first is for no publication
     * @param releases names of releases, each at its number
     */
    EarlierSketches(
            SharedHeap heap,
            long[] digests,
            char[] findings,
            char[] firstReleases,
            List<String> allFindings,
            List<String> releases,
            BitSet withdrawn) {
        this.heap = heap;
        this.digests = digests;
        this.findings = findings;
        this.firstReleases = firstReleases;
        this.allFindings = allFindings;
        this.releases = releases;
        this.withdrawn = withdrawn;
        slots();
    }

    private void slots() {
        ofNumbers = new Slots(digests, Reading.CHECK, Reading.NUMBER);
        ofFields = new Slots(digests, Reading.FIELDS, Reading.FIELDS + 1);
        ofBytes = new Slots(digests, Reading.BYTES, Reading.BYTES + 1);
    }

    private Object writeReplace() {
        return heap.standIn(this);
    }

    /** Digests travel as bytes, some at a time: an array of longs is written and read one by one. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(digests.length);
        ByteBuffer bytes = ByteBuffer.allocate(AT_A_TIME * Long.BYTES);
        for (int at = 0; at < digests.length; at += AT_A_TIME) {
            int n = Math.min(AT_A_TIME, digests.length - at);
            bytes.asLongBuffer().put(digests, at, n);
            out.write(bytes.array(), 0, n * Long.BYTES);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        digests = new long[in.readInt()];
        ByteBuffer bytes = ByteBuffer.allocate(AT_A_TIME * Long.BYTES);
        for (int at = 0; at < digests.length; at += AT_A_TIME) {
            int n = Math.min(AT_A_TIME, digests.length - at);
            in.readFully(bytes.array(), 0, n * Long.BYTES);
            bytes.asLongBuffer().get(digests, at, n);
        }
        slots();
    }

    /**
     * Makes what finds the digests, which else whoever asks first does while others wait.
     *
     * @return tasks that may run side by side
     */
    List<Runnable> preparations() {
        return List.of(ofNumbers::prepare, ofFields::prepare, ofBytes::prepare);
    }

    /** Where digests of two halves are; those of which both are 0 are none. */
    private static final class Slots {
        private final long[] digests;
        private final int high;
        private final int low;
        /** Places, each behind where the half of its digest says, and 1 more than they are; 0 where there is none. */
        private volatile int[] slots;

        /**
         * Of digests that are not found yet.
         *
         * @param high which of the {@link Reading#DIGESTS} is the first half
         * @param low which one is the other half
         */
        Slots(long[] digests, int high, int low) {
            this.digests = digests;
            this.high = high;
            this.low = low;
        }

        synchronized void prepare() {
            if (slots != null) {
                return;
            }
            int n = 0;
            for (int at = 0; at < digests.length; at += Reading.DIGESTS) {
                n += isThere(at) ? 1 : 0;
            }
            int[] made = new int[Integer.highestOneBit(Math.max(1, n)) << 2];
            int mask = made.length - 1;
            for (int at = 0; at < digests.length; at += Reading.DIGESTS) {
                if (isThere(at)) {
                    int slot = (int) digests[at + low] & mask;
                    while (made[slot] != 0) {
                        slot = slot + 1 & mask;
                    }
                    made[slot] = at / Reading.DIGESTS + 1;
                }
            }
            slots = made;
        }

        private boolean isThere(int at) {
            return (digests[at + high] | digests[at + low]) != 0;
        }

        private int[] slots() {
            int[] there = slots;
            if (there == null) {
                prepare();
                there = slots;
            }
            return there;
        }

        /** The first place of a digest; -1 if there is none. */
        int place(long ofHigh, long ofLow) {
            int[] all = slots();
            int mask = all.length - 1;
            for (int slot = (int) ofLow & mask; all[slot] != 0; slot = slot + 1 & mask) {
                int at = (all[slot] - 1) * Reading.DIGESTS;
                if (digests[at + low] == ofLow && digests[at + high] == ofHigh) {
                    return all[slot] - 1;
                }
            }
            return -1;
        }

        /** Whether one of the places of digests that have such a half is as asked for. */
        boolean any(long ofLow, IntPredicate isOne) {
            int[] all = slots();
            int mask = all.length - 1;
            for (int slot = (int) ofLow & mask; all[slot] != 0; slot = slot + 1 & mask) {
                int place = all[slot] - 1;
                if (digests[place * Reading.DIGESTS + low] == ofLow && isOne.test(place)) {
                    return true;
                }
            }
            return false;
        }
    }

    private long digest(int place, int which) {
        return digests[place * Reading.DIGESTS + which];
    }

    /** How many there are. */
    int size() {
        return findings.length;
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
        return ofNumbers.place(KeyDigests.check(number), DigestedKeys.digest(number));
    }

    /** The same. */
    int place(KeyDigests key) {
        return ofNumbers.place(key.check(), key.number());
    }

    /** Whether one of the publications whose number has such a digest, of which there hardly are two, is at such a place. */
    boolean any(long digest, IntPredicate isOne) {
        return ofNumbers.any(digest, isOne);
    }

    /** Tells the places of publications whose number has such a digest. */
    void each(long digest, IntConsumer places) {
        ofNumbers.any(digest, place -> {
            places.accept(place);
            return false;
        });
    }

    /** The place of the publication whose row was made of a record of these fields; -1 if there is none. */
    int place(FieldsDigest fields) {
        return ofFields.place(fields.high(), fields.low());
    }

    /**
     * The place of the publication whose row was made of a record of these bytes; -1 if there is none.
     *
     * @param next where it is looked for first; releases keep the order of most records, and so do tables
     */
    int place(BytesDigest bytes, int next) {
        return next < size()
                        && digest(next, Reading.BYTES) == bytes.high()
                        && digest(next, Reading.BYTES + 1) == bytes.low()
                ? next
                : ofBytes.place(bytes.high(), bytes.low());
    }

    /** What was found in the record of which the row of one was made; its reading is known. */
    Findings findings(int place) {
        Findings[] all = found;
        if (all == null) {
            all = new Findings[allFindings.size()];
            for (int i = 1; i < all.length; i++) {
                all[i] = Findings.of(allFindings.get(i));
            }
            found = all;
        }
        return all[findings[place]];
    }

    /** The digest of the number of one. */
    long number(int place) {
        return digest(place, Reading.NUMBER);
    }

    /** The digest of the family of one. */
    long family(int place) {
        return digest(place, Reading.FAMILY);
    }

    /** The first release that held one. */
    String firstRelease(int place) {
        return releases.get(firstReleases[place]);
    }

    /** Whether one is withdrawn. */
    boolean isWithdrawn(int place) {
        return withdrawn.get(place);
    }

    /** What is known of one, beside a record of this hash. */
    Sketch sketch(int place, String hash) {
        return new Sketch(isWithdrawn(place), digest(place, Reading.HASH) == Reading.start(hash) ? hash : "");
    }
}
