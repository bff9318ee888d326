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
        return Reading.text(digest, ReadRecords.NOTHING);
    }

    @Test
    void theColumnTellsTheDigestAndWhatWasFound() {
        FieldsDigest digest = new FieldsDigest("how");
        for (Findings found : new Findings[] {
            ReadRecords.NOTHING,
            new Findings(7, 0, null),
            new Findings(0, 12, null),
            new Findings(0, 0, new long[] {1, 0, 23, 0, 0, 0})
        }) {
            for (int i = 0; i < 200; i++) {
                digest.of(Map.of(Field.TITLE, "t" + i));
                UTF8String column = UTF8String.fromString(Reading.text(digest, found));
                assertThat(Reading.high(column)).isEqualTo(digest.high());
                assertThat(Reading.low(column)).isEqualTo(digest.low());
                assertThat(Findings.of(Reading.findings(column)).text()).isEqualTo(found.text());
            }
            Findings again = Findings.of(found.text());
            assertThat(again.lacks()).isEqualTo(found.lacks());
            assertThat(again.malformedIpc()).isEqualTo(found.malformedIpc());
            assertThat(again.ipcStatuses()).isEqualTo(found.ipcStatuses());
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
