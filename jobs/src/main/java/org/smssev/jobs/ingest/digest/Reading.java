package org.smssev.jobs.ingest.digest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.record.RecordNormaliser;

/**
 * By what a later release knows a publication and its record again, so that no other column need be read and the record need not
 * be normalised: {@link KeyDigests} of the publication, the start of its record's hash, a digest of the record's fields and of
 * how they are read ({@link FieldsDigest}), one of its bytes where these were read in place ({@link BytesDigest}), and what was
 * found in it. In {@code ingest.patents} it is the column {@code reading}: a number that tells its form and the digests, 64 bits
 * each, in Base64, and the {@link Findings} behind them, and behind these the day of the record's last change where its source
 * tells it.
 */
public final class Reading {
    /** How many digests there are; each has a place among them. */
    public static final int DIGESTS = 8;

    public static final int NUMBER = 0;
    public static final int CHECK = 1;
    public static final int FAMILY = 2;
    public static final int HASH = 3;
    /** Of the fields, two halves; 0 where no one record gives the publication. */
    public static final int FIELDS = 4;
    /** Of the bytes likewise; 0 also where they were not read in place. */
    public static final int BYTES = 6;

    /** In the place of the day of the last change where that is not told; before all days. */
    public static final long UNTOLD = Long.MIN_VALUE;

    private static final short FORM = 2;
    private static final int ALL = Short.BYTES + DIGESTS * Long.BYTES;
    /** Characters; those of the form are whole with the digests. */
    private static final int CHARACTERS = ALL / 3 * 4;
    /** Digits of a hash, hex, that a long holds. */
    private static final int DIGITS = 16;
    /** What the number of the form begins with, in Base64. */
    private static final UTF8String OF_FORM = UTF8String.fromString("AA");
    /** What the findings begin with. */
    private static final char START = ':';
    /** What the day of the last change begins with, which stands behind the findings. */
    private static final char CHANGED = '@';

    private Reading() {}

    /**
     * What was found in a record that is accepted.
     *
     * @param namesFamily whether it tells its family itself
     * @param detectsLanguage whether its language is told by the words of its title, and not by its source
     * @param cutsNames whether its names may be cut in two
     * @param replaced characters that its encoding could not decode
     * @param lacks what it lacks, a bit for each of the figures of quality
     * @param malformedIpc IPC codes that were dropped as they are none
     * @param ipcStatuses codes by their status, in the order of {@link RecordNormaliser#STATUSES}; null without an inventory
     */
    public record Findings(
            boolean namesFamily,
            boolean detectsLanguage,
            boolean cutsNames,
            long replaced,
            int lacks,
            int malformedIpc,
            long[] ipcStatuses) {
        /** What most records of a source have that tells families. */
        public static final Findings NOTHING = new Findings(true, true, false, 0, 0, 0, null);

        private static final String SEPARATOR = ",";
        private static final int N_SINGLE = 4;
        /** What the first number is the sum of; releases of before have no other than this. */
        private static final int NAMES_FAMILY = 1;

        /** Most sources tell no language, so that these readings are the shorter ones. */
        private static final int TELLS_LANGUAGE = 2;

        private static final int CUTS_NAMES = 4;

        /** Numbers behind a colon; nothing for {@link #NOTHING}. */
        public String text() {
            if (namesFamily
                    && detectsLanguage
                    && !cutsNames
                    && replaced == 0
                    && lacks == 0
                    && malformedIpc == 0
                    && ipcStatuses == null) {
                return "";
            }
            return LongStream.concat(
                            LongStream.of(marks(), replaced, lacks, malformedIpc),
                            ipcStatuses == null ? LongStream.empty() : Arrays.stream(ipcStatuses))
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(SEPARATOR, String.valueOf(START), ""));
        }

        /** The same of a record whose language was told before. */
        public Findings told() {
            return new Findings(namesFamily, false, cutsNames, replaced, lacks, malformedIpc, ipcStatuses);
        }

        private int marks() {
            return (namesFamily ? NAMES_FAMILY : 0)
                    + (detectsLanguage ? 0 : TELLS_LANGUAGE)
                    + (cutsNames ? CUTS_NAMES : 0);
        }

        /** The findings of such a text. */
        public static Findings of(String text) {
            if (text.isEmpty()) {
                return NOTHING;
            }
            long[] numbers = Arrays.stream(text.substring(1).split(SEPARATOR))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Findings(
                    (numbers[0] & NAMES_FAMILY) != 0,
                    (numbers[0] & TELLS_LANGUAGE) == 0,
                    (numbers[0] & CUTS_NAMES) != 0,
                    numbers[1],
                    (int) numbers[2],
                    (int) numbers[3],
                    numbers.length == N_SINGLE ? null : Arrays.copyOfRange(numbers, N_SINGLE, numbers.length));
        }
    }

    /**
     * The column of a publication whose source does not tell when it changed the record.
     *
     * @param hash the digest of its record, hex
     * @param fields null where no one record gives it
     * @param bytes null where it was not read in place
     */
    public static String text(KeyDigests key, String hash, FieldsDigest fields, BytesDigest bytes, Findings findings) {
        ByteBuffer all = ByteBuffer.allocate(ALL)
                .putShort(FORM)
                .putLong(key.number())
                .putLong(key.check())
                .putLong(key.family())
                .putLong(start(hash));
        if (fields != null) {
            all.putLong(fields.high()).putLong(fields.low());
            if (bytes != null) {
                all.putLong(bytes.high()).putLong(bytes.low());
            }
        }
        return Base64.getEncoder().encodeToString(all.array()) + findings.text();
    }

    /** The column of a publication that several records give, which is not known again by one of them. */
    public static String ofSeveral(KeyDigests key, String hash, boolean detectsLanguage, boolean cutsNames) {
        return text(key, hash, null, null, new Findings(true, detectsLanguage, cutsNames, 0, 0, 0, null));
    }

    /** The same of one whose language no source tells, and whose names are whole. */
    public static String ofSeveral(KeyDigests key, String hash) {
        return ofSeveral(key, hash, true, false);
    }

    /** The same column of a record that its source changed last on such a day, counted from 1970 on. */
    public static String changedOn(long day, String reading) {
        return reading + CHANGED + day;
    }

    /** On which day the source of a record changed it last, counted from 1970 on; {@link #UNTOLD} where that is not told. */
    public static long lastChange(Patent of) {
        int at = of.reading() == null ? -1 : of.reading().indexOf(CHANGED);
        return at < 0 ? UNTOLD : Long.parseLong(of.reading().substring(at + 1));
    }

    /** Whether a publication or record has its language from the words of its title; also where its column does not tell. */
    public static boolean detectsLanguage(Patent of) {
        return findings(of).detectsLanguage();
    }

    /** Whether the names of a publication or record may be cut in two; not where its column does not tell. */
    public static boolean cutsNames(Patent of) {
        return findings(of).cutsNames();
    }

    private static Findings findings(Patent of) {
        return found(UTF8String.fromString(of.reading()));
    }

    private static Findings found(UTF8String reading) {
        return reading != null && isOne(reading) ? Findings.of(findings(reading).toString()) : Findings.NOTHING;
    }

    /** Whether a column says that a source told the language; not where it is null or of another form. */
    public static boolean tellsLanguage(String reading) {
        return !found(UTF8String.fromString(reading)).detectsLanguage();
    }

    /** The same column of a record whose language was told before. */
    public static String told(String reading) {
        int change = reading.indexOf(CHANGED);
        return reading.substring(0, CHARACTERS)
                + found(UTF8String.fromString(reading)).told().text()
                + (change < 0 ? "" : reading.substring(change));
    }

    /** What the digest of a record, hex, begins with. */
    public static long start(String hash) {
        return Long.parseUnsignedLong(hash, 0, DIGITS, 16);
    }

    /** Whether a column is of this form, which those of earlier builds of this program are not: they start with a hex digit. */
    public static boolean isOne(UTF8String reading) {
        int length = reading.numBytes();
        return (length == CHARACTERS || length > CHARACTERS && isBehind(reading.getByte(CHARACTERS)))
                && reading.startsWith(OF_FORM);
    }

    private static boolean isBehind(byte first) {
        return first == START || first == CHANGED;
    }

    /** The text of what was found, in the bytes of the column. */
    public static UTF8String findings(UTF8String reading) {
        int end = CHARACTERS;
        while (end < reading.numBytes() && reading.getByte(end) != CHANGED) {
            end++;
        }
        return UTF8String.fromAddress(reading.getBaseObject(), reading.getBaseOffset() + CHARACTERS, end - CHARACTERS);
    }

    /** Takes the digests of columns, one after the other; not for several threads. */
    public static final class Decoder {
        private final byte[] text = new byte[CHARACTERS];
        private final ByteBuffer all = ByteBuffer.allocate(ALL);

        /**
         * The digests of a column.
         *
         * @param reading {@link #isOne}
         * @param into where they are put, {@link #DIGESTS} of them
         * @param at place of the first one
         */
        public void take(UTF8String reading, long[] into, int at) {
            Platform.copyMemory(
                    reading.getBaseObject(), reading.getBaseOffset(), text, Platform.BYTE_ARRAY_OFFSET, CHARACTERS);
            Base64.getDecoder().decode(text, all.array());
            for (int i = 0; i < DIGESTS; i++) {
                into[at + i] = all.getLong(Short.BYTES + i * Long.BYTES);
            }
        }
    }
}
