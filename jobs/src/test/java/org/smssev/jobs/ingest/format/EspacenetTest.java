package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EspacenetTest {
    private static String applicants(String cell) throws IOException {
        String text = "Title,Publication number,Inventors,Applicants,IPC,Earliest priority\nt,WO2015026896A1,X [US],"
                + cell + ",H01M10/05,\n";
        var fields = Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0);
        return (fields.get(Field.APPLICANTS) + "/" + fields.get(Field.APPLICANT_COUNTRIES)).replace('\u001f', '+');
    }

    @ParameterizedTest
    @CsvSource({
        "KIM JUN-HO [KR] TOP CELL CO LTD [KR], KIM JUN-HO+TOP CELL CO LTD/KR+KR",
        "IND CELL COOP [KR] KANG S [KR]  KIM B [JP], IND CELL COOP+KANG S+KIM B/KR+KR+JP",
        "CELL [1] INC [US], CELL [1] INC/US",
        "A [DE] B, A [DE] B/null",
        "A [DE] B [US] C, A [DE] B [US] C/null",
        "A [DE]; B [US] C, A+B [US] C/DE+"
    })
    void aCountryTellsWhereANameEndsInAListThatWasPartedByBlanks(String cell, String names) throws IOException {
        assertThat(applicants(cell)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"CO WARREN\u00e2\u20ac\u201a[PH], CO WARREN/PH", "CO WARREN\u2002[PH], CO WARREN/PH"})
    void theHalfWidthBlankBeforeACountryIsNoPartOfTheName(String cell, String names) throws IOException {
        assertThat(applicants(cell)).isEqualTo(names);
    }

    @Test
    void aSemicolonBehindTheOnlyValueOfACellIsNoPartOfIt() throws IOException {
        String text = "Title,Publication number,Inventors,IPC,Abstract,Family number,Earliest priority\n"
                + "A CELL;,WO2015026896 (A1);,X [US];,H01M10/05;,A cell.;,50123456;,2014-08-20;\n";
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0))
                .containsEntry(Field.TITLE, "A CELL")
                .containsEntry(Field.ABSTRACT, "A cell.")
                .containsEntry(Field.FAMILY_ID, "50123456")
                .containsEntry(Field.INVENTORS, "X");
    }
}
