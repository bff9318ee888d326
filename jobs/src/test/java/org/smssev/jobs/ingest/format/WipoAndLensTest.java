package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, codes, titles and members as PATENTSCOPE and The Lens write them in some of their exports. */
class WipoAndLensTest {
    private static final String LENS =
            "Jurisdiction,Display Key,Lens ID,Title,Simple Family Members,Extended Family Members";

    private static Map<Field, String> record(String header, String row) throws IOException {
        return Tables.records((header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "KR101248472*, KR101248472, H04N 7/15;G06Q 50/0;G09B 5/6;G09F 9/, H04N 7/15 G06Q 50/00 G09B 5/6 G09F 9/",
        "KR1018145520000*, KR1018145520000, G06Q 50/00, G06Q 50/00",
        "US20150376176, US20150376176, G09F 9/0, G09F 9/00"
    })
    void koreanNumbersOfPatentscopeLoseTheirAsteriskAndMainGroupsGetTheirZero(
            String given, String number, String codes, String symbols) throws IOException {
        Map<Field, String> record = record(
                "Publication Number,Publication Date,Title,Priority Data,IPC,Applicants",
                String.join(",", given, "12.05.2016", "CELL", "[1/2 01.02.2015 US]", codes, "A LTD"));
        assertThat(record).containsEntry(Field.PUBLICATION_NUMBER, number);
        assertThat(record.get(Field.IPC).replace("\u001f", " ")).isEqualTo(symbols);
    }

    @Test
    void theNumberIsNoTitleOfTheLens() throws IOException {
        assertThat(record(LENS, "JP,JP H0692239 B2,1-2,JP H0692239 B2,,")).doesNotContainKey(Field.TITLE);
        assertThat(record(LENS, "US,US 2025/0252166 A1,1-2,Cell of 2025,,"))
                .containsEntry(Field.TITLE, "Cell of 2025")
                .as("of the key alone")
                .containsEntry(Field.KIND, "A1")
                .containsEntry(Field.PUBLICATION_NUMBER, "US20250252166A1");
    }

    @Test
    void membersAreNamedByTheLensIds() throws IOException {
        assertThat(record(LENS, "US,US 1 A1,003-1-X,T,002-1-1;;003-1-X,005-1-1"))
                .containsEntry(Field.FAMILY_MEMBERS, "002-1-1\u001f003-1-X")
                .containsEntry(Field.EXTENDED_FAMILY_MEMBERS, "005-1-1");
    }

    @Test
    void eightDigitsOfAPriorityOfTheLensAreNoDate() throws IOException {
        assertThat(record(LENS + ",Priority Numbers", "EP,EP 3012002 B1,1-2,T,,,EP 14012456;;US 61/012777"))
                .containsEntry(Field.PRIORITY_NUMBERS, "EP 14012456\u001fUS 61/012777")
                .doesNotContainKey(Field.PRIORITY_DATE);
    }

    @Test
    void theKeyTellsAnExportOfTheLensWithoutItsJurisdiction() throws IOException {
        assertThat(record("Display Key,Title,IPCR Classifications,Lens ID", "EP 3017002 B1,T,G06N3/08;;B60L58/12,1-2"))
                .containsEntry(Field.PUBLICATION_NUMBER, "EP3017002B1")
                .containsEntry(Field.OFFICE, "EP")
                .containsEntry(Field.KIND, "B1");
    }
}
