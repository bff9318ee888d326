package org.smssev.jobs.ingest.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.ReadRecords;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.format.Field;

class ReadingTest {
    private static final String HASH = "fedcba9876543210" + "0".repeat(48);

    private static String digest(Map<Field, String> fields) {
        FieldsDigest digest = new FieldsDigest("how");
        digest.of(fields);
        return digest.high() + " " + digest.low();
    }

    @Test
    void theColumnTellsTheDigestsAndWhatWasFound() {
        FieldsDigest fields = new FieldsDigest("how");
        Reading.Decoder decoder = new Reading.Decoder();
        for (Findings found : new Findings[] {
            Findings.NOTHING,
            new Findings(false, false, false, 0, 0, 0, null),
            new Findings(true, true, false, 0, 0, 0, null),
            new Findings(false, true, false, 0, 3, 0, null),
            new Findings(true, false, true, 0, 0, 0, null),
            new Findings(true, false, false, 1L << 40, 0, 0, null),
            new Findings(true, false, false, 0, 7, 0, null),
            new Findings(true, false, false, 0, 0, 12, null),
            new Findings(true, false, false, 0, 0, 0, new long[] {1, 0, 23, 0, 0, 0})
        }) {
            for (int i = 0; i < 200; i++) {
                fields.of(Map.of(Field.TITLE, "t" + i));
                BytesDigest bytes = i % 2 == 0 ? null : new BytesDigest(fields.low() * i, -fields.high());
                KeyDigests key = KeyDigests.of("US-" + i + "-A1", "F" + i);
                UTF8String column = UTF8String.fromString(Reading.text(key, HASH, fields, bytes, found));
                assertThat(Reading.isOne(column)).isTrue();
                assertThat(digests(decoder, column))
                        .containsExactly(
                                ReadRecords.digest("US-" + i + "-A1"),
                                XXH64.hashUTF8String(UTF8String.fromString("US-" + i + "-A1"), 4711),
                                ReadRecords.digest("F" + i),
                                0xfedcba9876543210L,
                                fields.high(),
                                fields.low(),
                                bytes == null ? 0 : bytes.high(),
                                bytes == null ? 0 : bytes.low());
                assertThat(Findings.of(Reading.findings(column).toString()).text())
                        .isEqualTo(found.text());
            }
            Findings again = Findings.of(found.text());
            assertThat(again).usingRecursiveComparison().isEqualTo(found);
        }
    }

    private static long[] digests(Reading.Decoder decoder, UTF8String column) {
        long[] digests = new long[7 + Reading.DIGESTS];
        decoder.take(column, digests, 7);
        return Arrays.copyOfRange(digests, 7, digests.length);
    }

    @Test
    void aColumnIsToldWithItsDigestsAndItsDay() {
        KeyDigests key = KeyDigests.of("US-1-A1", "F1");
        String detected = Reading.text(key, HASH, null, null, new Findings(true, true, false, 0, 7, 0, null));
        String told = Reading.text(key, HASH, null, null, new Findings(true, false, false, 0, 7, 0, null));
        assertThat(Reading.told(detected)).isEqualTo(told);
        assertThat(Reading.told(Reading.changedOn(-3, detected))).isEqualTo(Reading.changedOn(-3, told));
        assertThat(Reading.told(Reading.ofSeveral(key, HASH))).isEqualTo(Reading.ofSeveral(key, HASH, false, false));
        assertThat(Reading.tellsLanguage(Reading.changedOn(3, told))).isTrue();
        assertThat(Reading.tellsLanguage(detected)).isFalse();
        assertThat(Reading.tellsLanguage(null)).isFalse();
    }

    @Test
    void ofAPublicationThatSeveralRecordsGiveNoRecordIsKnown() {
        String column = Reading.ofSeveral(KeyDigests.of("US-1-A1", "F1"), HASH);

        assertThat(digests(new Reading.Decoder(), UTF8String.fromString(column)))
                .startsWith(ReadRecords.digest("US-1-A1"))
                .endsWith(0, 0, 0, 0);
    }

    @Test
    void columnsOfEarlierFormsAreTold() {
        for (String of : List.of(
                "",
                "0".repeat(32),
                "0".repeat(64),
                "0".repeat(64) + ":1,0,0,0,1,2,3,4,5,6,7,8,9",
                "0".repeat(64) + ":1,0,16,0,12,10,0,11,0,0")) {
            assertThat(Reading.isOne(UTF8String.fromString(of))).as(of).isFalse();
        }
    }

    @Test
    void theOrderOfFieldsDoesNotCountButWhereTheyEnd() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.ABSTRACT, "b");
        fields.put(Field.TITLE, "a");
        fields.put(Field.IPC, null);
        Map<Field, String> without = new EnumMap<>(Field.class);
        without.put(Field.TITLE, "a");
        without.put(Field.ABSTRACT, "b");

        assertThat(digest(fields)).isEqualTo(digest(without));
        assertThat(digest(Map.of(Field.TITLE, "ab"))).isNotEqualTo(digest(without));
        assertThat(digest(Map.of(Field.ABSTRACT, "a"))).isNotEqualTo(digest(Map.of(Field.TITLE, "a")));
        assertThat(digest(Map.of())).isNotEqualTo(digest(Map.of(Field.TITLE, "")));
    }

    @Test
    void longRecordsAreDigestedToTheirEnd() {
        String text = "é".repeat(40_000);

        assertThat(digest(Map.of(Field.ABSTRACT, text + "a"))).isNotEqualTo(digest(Map.of(Field.ABSTRACT, text + "b")));
    }
}
