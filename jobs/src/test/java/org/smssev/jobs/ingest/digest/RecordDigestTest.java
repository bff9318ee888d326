package org.smssev.jobs.ingest.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
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
            "日本語 alloy — ".repeat(700),
            "reading");

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
            null,
            null);

    @Test
    void partsAreDigestedWithTheirLengths() {
        assertThat(new RecordDigest().of(FULL))
                .isEqualTo("bcc4d2a3c5865017db0074f1c17d50b30b7a54c786b721e86f805e6b920054bc");
        assertThat(new RecordDigest().of(EMPTY))
                .isEqualTo("edd5d874b56c3e83391c88aeb40d631b2edb7ae22f340ddcb5a2a68316857e2f");
    }

    private static Patent dated(LocalDate date, int cited) {
        return new Patent(
                "A",
                null,
                null,
                "A",
                null,
                null,
                date,
                List.of(),
                List.of(),
                List.of(),
                Collections.nCopies(cited, "B"),
                List.of(),
                null,
                "1",
                "1",
                List.of(),
                false,
                "",
                null,
                null,
                null);
    }

    /** The parts, put together as text. */
    private static String digestOfText(LocalDate date, int cited) throws NoSuchAlgorithmException {
        String size = Integer.toString(cited);
        String text = "1:A-:-:1:A-:-:" + date.toString().length() + ":" + date + "1:01:01:0" + size.length() + ":"
                + size + "1:B".repeat(cited) + "1:0-:-:-:";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void datesAndSizesAreDigestedAsTheyArePrinted() throws NoSuchAlgorithmException {
        RecordDigest digest = new RecordDigest();
        for (int year : new int[] {-44, 33, 999, 1000, 1999, 2024, 9999, 10_000}) {
            for (int cited : new int[] {0, 1, 9, 10, 99, 100, 12_345}) {
                LocalDate date = LocalDate.of(year, 1 + cited % 12, 1 + cited % 28);
                assertThat(digest.of(dated(date, cited)))
                        .as("%s, %s cited", date, cited)
                        .isEqualTo(digestOfText(date, cited));
            }
        }
    }

    @Test
    void nothingIsLeftOfTheRecordBefore() {
        RecordDigest digest = new RecordDigest();
        digest.of(FULL);

        assertThat(digest.of(EMPTY)).isEqualTo(new RecordDigest().of(EMPTY));
        assertThat(digest.of(FULL)).isEqualTo(new RecordDigest().of(FULL));
    }
}
