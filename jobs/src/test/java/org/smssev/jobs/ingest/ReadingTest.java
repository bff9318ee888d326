package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.Reading.Findings;
import org.smssev.jobs.ingest.format.Field;

class ReadingTest {
    private static String digest(Map<Field, String> fields) {
        FieldsDigest digest = new FieldsDigest("how");
        digest.of(fields);
        return Reading.text(digest, null, Findings.NOTHING);
    }

    @Test
    void theColumnTellsTheDigestAndWhatWasFound() {
        FieldsDigest digest = new FieldsDigest("how");
        for (Findings found : new Findings[] {
            Findings.NOTHING,
            new Findings(false, 0, 0, 0, null),
            new Findings(true, 1L << 40, 0, 0, null),
            new Findings(true, 0, 7, 0, null),
            new Findings(true, 0, 0, 12, null),
            new Findings(true, 0, 0, 0, new long[] {1, 0, 23, 0, 0, 0})
        }) {
            for (int i = 0; i < 200; i++) {
                digest.of(Map.of(Field.TITLE, "t" + i));
                BytesDigest bytes = i % 2 == 0 ? null : new BytesDigest(digest.low() * i, -digest.high());
                UTF8String column = UTF8String.fromString(Reading.text(digest, bytes, found));
                assertThat(Reading.high(column)).isEqualTo(digest.high());
                assertThat(Reading.low(column)).isEqualTo(digest.low());
                assertThat(Reading.hasBytes(column)).isEqualTo(bytes != null);
                assertThat(bytes == null ? null : Reading.bytes(column)).isEqualTo(bytes);
                assertThat(Findings.of(Reading.findings(column).toString()).text())
                        .isEqualTo(found.text());
            }
            Findings again = Findings.of(found.text());
            assertThat(again).usingRecursiveComparison().isEqualTo(found);
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
