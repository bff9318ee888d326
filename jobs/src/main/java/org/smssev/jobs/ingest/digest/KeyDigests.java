package org.smssev.jobs.ingest.digest;

import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;

/**
 * Digests by which a publication and its family are known. That two of a million publications share both digests of their
 * numbers has a probability of 10^-27.
 *
 * @param number that of the number by which tasks know keys ({@link DigestedKeys#digest(UTF8String)})
 * @param check a second one of the number
 * @param family that of the family, as the first of the number
 */
public record KeyDigests(long number, long check, long family) {
    private static final long CHECK_SEED = 4711;

    /** Of a publication and its family. */
    public static KeyDigests of(UTF8String number, UTF8String family) {
        return new KeyDigests(DigestedKeys.digest(number), check(number), DigestedKeys.digest(family));
    }

    /** The same. */
    public static KeyDigests of(String number, String family) {
        return of(UTF8String.fromString(number), UTF8String.fromString(family));
    }

    /** The second digest of a number. */
    public static long check(UTF8String number) {
        return XXH64.hashUTF8String(number, CHECK_SEED);
    }
}
