package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.Merge.Sketch;

/**
 * What is known of the publications of an earlier release without their content, small enough for every task: 26 bytes each.
 * Each has a place, from 0 on. A number is known by two digests of 64 bits; that two numbers of a million share both has a
 * probability of 10^-27.
 */
final class EarlierSketches implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS =
            List.of("publication_number", "record_hash", "first_release", "withdrawn");

    private static final long CHECK_SEED = 4711;
    /** Digits of a hash, hex, that a long holds. */
    private static final int DIGITS = 16;

    /** Digests of the numbers, sorted. */
    private final long[] numbers;
    /** A second one of each. */
    private final long[] checks;
    /** What their hashes begin with. */
    private final long[] hashes;

    private final char[] firstReleases;
    /** Names of releases, each at the number that stands for it. */
    private final List<String> releases;

    private final BitSet withdrawn;

    private EarlierSketches(List<Part> parts) {
        numbers = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.numbers, 0, part.n))
                .toArray();
        Arrays.parallelSort(numbers);
        checks = new long[numbers.length];
        hashes = new long[numbers.length];
        firstReleases = new char[numbers.length];
        withdrawn = new BitSet(numbers.length);
        Map<String, Character> known = new LinkedHashMap<>();
        BitSet taken = new BitSet(numbers.length);
        for (Part part : parts) {
            char[] codes = new char[part.releases.size()];
            part.releases.forEach(
                    (release, code) -> codes[code] = known.computeIfAbsent(release, r -> (char) known.size()));
            for (int i = 0; i < part.n; i++) {
                int place = taken.nextClearBit(first(part.numbers[i]));
                taken.set(place);
                checks[place] = part.checks[i];
                hashes[place] = part.hashes[i];
                firstReleases[place] = codes[part.firstReleases[i]];
                withdrawn.set(place, part.withdrawn.get(i));
            }
        }
        releases = List.copyOf(known.keySet());
    }

    /** What a task knows of some of them, in no order. */
    private static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final int FIRST = 1 << 12;

        private final int most;
        private long[] numbers = new long[FIRST];
        private long[] checks = new long[FIRST];
        private long[] hashes = new long[FIRST];
        private char[] firstReleases = new char[FIRST];
        private final LinkedHashMap<String, Character> releases = new LinkedHashMap<>();
        private final BitSet withdrawn = new BitSet();
        private int n;

        Part(int most) {
            this.most = most;
        }

        /** Adds one; what more there are than so many are only counted. */
        void add(InternalRow r) {
            if (n < most) {
                if (n == numbers.length) {
                    grow(2 * n);
                }
                UTF8String number = r.getUTF8String(0);
                numbers[n] = DigestedKeys.digest(number);
                checks[n] = check(number);
                hashes[n] = start(r.getUTF8String(1).toString());
                firstReleases[n] =
                        releases.computeIfAbsent(r.getUTF8String(2).toString(), release -> (char) releases.size());
                withdrawn.set(n, r.getBoolean(3));
            }
            n++;
        }

        private void grow(int size) {
            numbers = Arrays.copyOf(numbers, size);
            checks = Arrays.copyOf(checks, size);
            hashes = Arrays.copyOf(hashes, size);
            firstReleases = Arrays.copyOf(firstReleases, size);
        }
    }

    /**
     * Looks through the patents of an earlier release.
     *
     * @return empty if they are too many to be sent to every task
     */
    static Optional<EarlierSketches> of(StoredTable earlier) {
        return of(earlier, Digests.MOST);
    }

    /** The same, of so many at most. */
    static Optional<EarlierSketches> of(StoredTable earlier, int most) {
        List<Part> parts = earlier.scan(COLUMNS)
                .rows()
                .rows()
                .mapPartitions(rows -> part(rows, most))
                .collect();
        long n = parts.stream().mapToLong(part -> part.n).sum();
        return n > most ? Optional.empty() : Optional.of(new EarlierSketches(parts));
    }

    private static Iterator<Part> part(Iterator<InternalRow> rows, int most) {
        Part part = new Part(most);
        rows.forEachRemaining(part::add);
        return List.of(part).iterator();
    }

    private static long check(UTF8String number) {
        return XXH64.hashUTF8String(number, CHECK_SEED);
    }

    private static long start(String hash) {
        return Long.parseUnsignedLong(hash, 0, DIGITS, 16);
    }

    /** How many there are. */
    int size() {
        return numbers.length;
    }

    /** How many are not withdrawn. */
    long present() {
        return (long) numbers.length - withdrawn.cardinality();
    }

    /** The place of a publication; -1 if it is none of them. */
    int place(UTF8String number) {
        long digest = DigestedKeys.digest(number);
        int place = first(digest);
        if (place >= 0) {
            long check = check(number);
            for (; place < numbers.length && numbers[place] == digest; place++) {
                if (checks[place] == check) {
                    return place;
                }
            }
        }
        return -1;
    }

    /** The places of publications whose number has such a digest; there hardly are two. */
    IntStream places(long digest) {
        int first = first(digest);
        return first < 0
                ? IntStream.empty()
                : IntStream.range(first, numbers.length).takeWhile(place -> numbers[place] == digest);
    }

    private int first(long digest) {
        int place = Arrays.binarySearch(numbers, digest);
        while (place > 0 && numbers[place - 1] == digest) {
            place--;
        }
        return place;
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
        return new Sketch(isWithdrawn(place), hashes[place] == start(hash) ? hash : "");
    }
}
