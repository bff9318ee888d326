package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * By what a later release knows a record again, so that it need not be normalised: a digest of its fields and of how they
 * are read ({@link FieldsDigest}), one of its bytes where these were read in place ({@link BytesDigest}), and what was found in
 * it. In {@code ingest.patents} it is the column {@code reading}: 32 hex digits for each digest, and the {@link Findings}
 * behind them.
 */
final class Reading {
    private static final int HALF = 16;
    private static final int DIGITS = 2 * HALF;
    /** What the findings begin with. */
    private static final char START = ':';

    private Reading() {}

    /**
     * What was found in a record that is accepted.
     *
     * @param namesFamily whether it tells its family itself
     * @param replaced characters that its encoding could not decode
     * @param lacks {@link IngestQuality#lacks} of it
     * @param malformedIpc IPC codes that were dropped as they are none
     * @param ipcStatuses codes by their status, in the order of {@link RecordNormaliser#STATUSES}; null without an inventory
     */
    record Findings(boolean namesFamily, long replaced, int lacks, int malformedIpc, long[] ipcStatuses) {
        /** What most records of a source have that tells families. */
        static final Findings NOTHING = new Findings(true, 0, 0, 0, null);

        private static final String SEPARATOR = ",";
        private static final int N_SINGLE = 4;

        /** Numbers behind a colon; nothing for {@link #NOTHING}. */
        String text() {
            if (namesFamily && replaced == 0 && lacks == 0 && malformedIpc == 0 && ipcStatuses == null) {
                return "";
            }
            return LongStream.concat(
                            LongStream.of(namesFamily ? 1 : 0, replaced, lacks, malformedIpc),
                            ipcStatuses == null ? LongStream.empty() : Arrays.stream(ipcStatuses))
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(SEPARATOR, String.valueOf(START), ""));
        }

        /** The findings of such a text. */
        static Findings of(String text) {
            if (text.isEmpty()) {
                return NOTHING;
            }
            long[] numbers = Arrays.stream(text.substring(1).split(SEPARATOR))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Findings(
                    numbers[0] == 1,
                    numbers[1],
                    (int) numbers[2],
                    (int) numbers[3],
                    numbers.length == N_SINGLE ? null : Arrays.copyOfRange(numbers, N_SINGLE, numbers.length));
        }
    }

    /**
     * The column of a record.
     *
     * @param bytes null where it was not read in place
     */
    static String text(FieldsDigest fields, BytesDigest bytes, Findings findings) {
        HexFormat hex = HexFormat.of();
        String digest = hex.toHexDigits(fields.high()) + hex.toHexDigits(fields.low());
        return (bytes == null ? digest : digest + hex.toHexDigits(bytes.high()) + hex.toHexDigits(bytes.low()))
                + findings.text();
    }

    /** The first half of the digest of the fields in such a column. */
    static long high(UTF8String reading) {
        return number(reading, 0);
    }

    /** The other half. */
    static long low(UTF8String reading) {
        return number(reading, HALF);
    }

    /** Whether a column is of this form, which readings of the first builds of this program are not. */
    static boolean isOne(UTF8String reading) {
        return endsBehind(DIGITS, reading) || endsBehind(2 * DIGITS, reading);
    }

    /** Whether it has a digest of the record's bytes. */
    static boolean hasBytes(UTF8String reading) {
        return !endsBehind(DIGITS, reading);
    }

    private static boolean endsBehind(int digits, UTF8String reading) {
        return reading.numBytes() == digits || reading.numBytes() > digits && reading.getByte(digits) == START;
    }

    /** That digest. */
    static BytesDigest bytes(UTF8String reading) {
        return new BytesDigest(number(reading, DIGITS), number(reading, DIGITS + HALF));
    }

    /** The text of what was found, in the bytes of the column. */
    static UTF8String findings(UTF8String reading) {
        int digits = hasBytes(reading) ? 2 * DIGITS : DIGITS;
        return UTF8String.fromAddress(
                reading.getBaseObject(), reading.getBaseOffset() + digits, reading.numBytes() - digits);
    }

    /** Digits of a number, from a place on. */
    static long number(UTF8String reading, int from) {
        long number = 0;
        for (int i = from; i < from + HALF; i++) {
            number = number << 4 | HexFormat.fromHexDigit(reading.getByte(i));
        }
        return number;
    }
}
