package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

/** Against digests that Python's hashlib made of the parts, joined by hand. A change would make all records corrected ones. */
class RecordDigestTest {
    private static final Patent FULL = new Patent(
            "US-1-A1",
            "US",
            null,
            "42",
            LocalDate.of(2019, 1, 2),
            null,
            LocalDate.of(2020, 5, 4),
            List.of(new Party("Société Ω", "FR", "SOCIETE"), new Party("名", null, "名")),
            List.of(),
            List.of(new IpcCode("H01M 10/05", "F", null)),
            List.of("EP-1-A1", "CN-2-A"),
            List.of("US-9"),
            "en",
            "1",
            "2",
            List.of("lens"),
            true,
            "",
            "\ud83d\udd0b battery",
            "日本語 alloy — ".repeat(700));

    private static final Patent EMPTY = new Patent(
            "US-1-A1",
            null,
            null,
            "US-1-A1",
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            "1",
            "1",
            List.of("lens"),
            false,
            "",
            null,
            null);

    @Test
    void partsAreDigestedWithTheirLengths() {
        assertThat(new RecordDigest().of(FULL))
                .isEqualTo("bcc4d2a3c5865017db0074f1c17d50b30b7a54c786b721e86f805e6b920054bc");
        assertThat(new RecordDigest().of(EMPTY))
                .isEqualTo("edd5d874b56c3e83391c88aeb40d631b2edb7ae22f340ddcb5a2a68316857e2f");
    }

    @Test
    void nothingIsLeftOfTheRecordBefore() {
        RecordDigest digest = new RecordDigest();
        digest.of(FULL);

        assertThat(digest.of(EMPTY)).isEqualTo(new RecordDigest().of(EMPTY));
        assertThat(digest.of(FULL)).isEqualTo(new RecordDigest().of(FULL));
    }
}
