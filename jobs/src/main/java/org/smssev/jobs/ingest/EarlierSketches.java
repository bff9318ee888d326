package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Sketch;

/**
 * What is known of the publications of an earlier release without their content, small enough for every task: 34 bytes each.
 * Each has a place, from 0 on. A number is known by two digests of 64 bits; that two numbers of a million share both has a
 * probability of 10^-27.
 */
final class EarlierSketches implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long CHECK_SEED = 4711;
    /** Digits of a hash, hex, that a long holds. */
    private static final int DIGITS = 16;

    private final long[] numbers;
    private final long[] checks;
    private final long[] hashes;
    private final long[] besides;
    private final char[] firstReleases;
    private final List<String> releases;
    private final BitSet withdrawn;

    /**
     * Sketches, each at its place.
     *
     * @param numbers digests of the numbers, sorted
     * @param checks {@link #check} of each
     * @param hashes {@link #start} of the digests of their records
     * @param besides {@link #besides} of each
     * @param firstReleases for each the number that stands for a release
     * @param releases names of releases, each at its number
     */
    EarlierSketches(
            long[] numbers,
            long[] checks,
            long[] hashes,
            long[] besides,
            char[] firstReleases,
            List<String> releases,
            BitSet withdrawn) {
        this.numbers = numbers;
        this.checks = checks;
        this.hashes = hashes;
        this.besides = besides;
        this.firstReleases = firstReleases;
        this.releases = releases;
        this.withdrawn = withdrawn;
    }

    /** A second digest of a number. */
    static long check(UTF8String number) {
        return XXH64.hashUTF8String(number, CHECK_SEED);
    }

    /** What the digest of a record begins with. */
    static long start(String hash) {
        return Long.parseUnsignedLong(hash, 0, DIGITS, 16);
    }

    /**
     * A digest of what a row says of its record beside what the digest of that covers: sources, and harmonised names.
     *
     * @param sources texts
     * @param applicants records of one field, the harmonised name
     */
    static long besides(ArrayData sources, ArrayData applicants) {
        long digest = sources.numElements();
        for (int i = 0; i < sources.numElements(); i++) {
            digest = and(digest, sources.getUTF8String(i));
        }
        for (int i = 0; i < applicants.numElements(); i++) {
            digest = and(digest, applicants.getStruct(i, 1).getUTF8String(0));
        }
        return digest;
    }

    /** The same of what was read. */
    static long besides(Patent read) {
        long digest = read.sources().size();
        for (String source : read.sources()) {
            digest = and(digest, UTF8String.fromString(source));
        }
        for (Party applicant : read.applicants()) {
            digest = and(digest, UTF8String.fromString(applicant.harmonised()));
        }
        return digest;
    }

    private static long and(long digest, UTF8String text) {
        return text == null ? XXH64.hashLong(digest, CHECK_SEED) : XXH64.hashUTF8String(text, digest);
    }

    /** The first place of a digest; below 0 where it is none of those. */
    static int first(long[] sorted, long digest) {
        int place = Arrays.binarySearch(sorted, digest);
        while (place > 0 && sorted[place - 1] == digest) {
            place--;
        }
        return place;
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
        int place = first(numbers, digest);
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
        int first = first(numbers, digest);
        return first < 0
                ? IntStream.empty()
                : IntStream.range(first, numbers.length).takeWhile(place -> numbers[place] == digest);
    }

    /** The first release that held one. */
    String firstRelease(int place) {
        return releases.get(firstReleases[place]);
    }

    /** Whether one is withdrawn. */
    boolean isWithdrawn(int place) {
        return withdrawn.get(place);
    }

    /** Whether the row of one says the same as what was read, given that the digests of the records are equal. */
    boolean saysBesides(int place, Patent read) {
        return besides[place] == besides(read);
    }

    /** What is known of one, beside a record of this hash. */
    Sketch sketch(int place, String hash) {
        return new Sketch(isWithdrawn(place), hashes[place] == start(hash) ? hash : "");
    }
}
