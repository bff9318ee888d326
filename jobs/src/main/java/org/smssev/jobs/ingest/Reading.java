package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * By what a later snapshot knows a record again, so that it need not be normalised: a digest of its fields and of how they
 * are read ({@link FieldsDigest}), and what was found in it. In {@code ingest.patents} it is the column {@code reading}: 32
 * hex digits, and the {@link Findings} behind them.
 */
final class Reading {
    private static final int HALF = 16;
    private static final int DIGITS = 2 * HALF;

    private Reading() {}

    /**
     * What was found in a record that is accepted.
     *
     * @param lacks {@link IngestQuality#lacks} of it
     * @param malformedIpc IPC codes that were dropped as they are none
     * @param ipcStatuses codes by their status, in the order of {@link RecordNormaliser#STATUSES}; null without an inventory
     */
    record Findings(int lacks, int malformedIpc, long[] ipcStatuses) {
        private static final char SEPARATOR = ',';

        /** Behind a comma each; nothing where nothing was found. */
        String text() {
            if (ipcStatuses == null) {
                return lacks == 0 && malformedIpc == 0 ? "" : "," + lacks + SEPARATOR + malformedIpc;
            }
            return Arrays.stream(ipcStatuses)
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(",", "," + lacks + SEPARATOR + malformedIpc + SEPARATOR, ""));
        }

        /** The findings of such a text. */
        static Findings of(String text) {
            if (text.isEmpty()) {
                return new Findings(0, 0, null);
            }
            String[] parts = text.substring(1).split(String.valueOf(SEPARATOR));
            long[] statuses =
                    Arrays.stream(parts).skip(2).mapToLong(Long::parseLong).toArray();
            return new Findings(
                    Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), statuses.length == 0 ? null : statuses);
        }
    }

    /** The column of a record. */
    static String text(FieldsDigest digest, Findings findings) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(digest.high()) + hex.toHexDigits(digest.low()) + findings.text();
    }

    /** The first half of the digest in such a column. */
    static long high(UTF8String reading) {
        return number(reading, 0);
    }

    /** The other half. */
    static long low(UTF8String reading) {
        return number(reading, HALF);
    }

    /** The text of what was found. */
    static String findings(UTF8String reading) {
        return reading.substring(DIGITS, reading.numBytes()).toString();
    }

    private static long number(UTF8String reading, int from) {
        long number = 0;
        for (int i = from; i < from + HALF; i++) {
            number = number << 4 | HexFormat.fromHexDigit(reading.getByte(i));
        }
        return number;
    }
}
