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

    @Test
    void aListIsKnownByItsEarliestPublicationAsByItsEarliestPriority() throws IOException {
        String text =
                "No,Title,Inventors,Applicants,Publication number,IPC,Publication date,Earliest publication,Family number\n"
                        + "1,t,X [US],Y [US],WO2015026896A1,H01M10/05,2015-02-26,2015-02-26,52483885\n";
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0))
                .containsEntry(Field.FAMILY_ID, "52483885");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Espacenet;;;;;;;;;;\\nPatentsuche;;;;;;;;;;\\n2 Treffer gefunden;;;;;;;;;;\\nNo;Titel;Erfinder;Anmelder;"
                        + "Veröffentlichungsnummer;Früheste Priorität;IPC;CPC;Veröffentlichungsdatum;Früheste Veröffentlichung;"
                        + "Familiennummer;",
                "No;Titre;Inventeurs;Demandeurs;Numéro de publication;Priorité la plus ancienne;CIB;CPC;Date de publication;"
                        + "Publication la plus ancienne;Numéro de famille;"
            })
    void listsInGermanAndFrenchAreReadAsThoseInEnglish(String header) throws IOException {
        String text = header.replace("\\n", "\n")
                + "\n1;Vise;\"X [US]\nY [DE]\";Z [AT];WO2015026896A1;2014-08-20;\"B25B1/10 \nB25B1/24\";;2015-02-26;2015-02-12;"
                + "052483885;\n";
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0))
                .containsEntry(Field.PUBLICATION_NUMBER, "WO2015026896A1")
                .containsEntry(Field.PRIORITY_DATE, "2014-08-20")
                .containsEntry(Field.PUBLICATION_DATE, "2015-02-26")
                .containsEntry(Field.FAMILY_ID, "52483885")
                .containsEntry(Field.TITLE, "Vise")
                .containsEntry(Field.IPC, "B25B1/10\u001fB25B1/24")
                .containsEntry(Field.INVENTORS, "X\u001fY")
                .containsEntry(Field.APPLICANT_COUNTRIES, "AT");
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

    @Test
    void numbersThatAProgramPartedByBlanksAreSeveral() throws IOException {
        String text = "Title,Publication number,Publication date,Inventor(s),Applicant(s),International classification,"
                + "Priority number(s),Patents cited in the search report\n"
                + "t,EP3150498 (A1) US2017123456 (A1),2017-04-05 2017-05-04,X [KR],Y [KR],H01M10/05,"
                + "KR20140123456 20140917 US201462091234P 20141212,"
                + "US2012123456 (A1) BRPI0612345 (A2) JPWO2014123456 (A1) USRE45678 (E) EP1234567 (A1)\n";
        var fields = Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0);
        assertThat(fields)
                .containsEntry(Field.PUBLICATION_NUMBER, "EP3150498A1")
                .containsEntry(Field.FAMILY_MEMBERS, "US2017123456A1")
                .containsEntry(Field.PUBLICATION_DATE, "2017-04-05")
                .containsEntry(
                        Field.CITED,
                        "US2012123456A1\u001fBRPI0612345A2\u001fJPWO2014123456A1\u001fUSRE45678E\u001fEP1234567A1")
                .containsEntry(Field.PRIORITY_DATE, "2014-09-17\u001f2014-12-12");
        assertThat(fields.get(Field.PRIORITY_NUMBERS).split("\u001f")).hasSize(2);
    }

    @Test
    void theLastNumberOfACellThatWasCutIsNone() throws IOException {
        String number = "US2012123456 (A1) ";
        String cell = number.repeat(32_767 / number.length() + 1).substring(0, 32_767);
        String text = "Title,Publication number,Inventors,IPC,Earliest priority,Patents cited in the search report\n"
                + "t,WO2015026896 (A1),X [US],H01M10/05,," + cell + "\n";
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .get(Field.CITED)
                        .split("\u001f"))
                .hasSize(32_767 / number.length())
                .containsOnly("US2012123456A1");
    }

    @Test
    void numbersWithKindsWithoutBracketsArePartedByBlanksAsWell() throws IOException {
        String text = "Title,Publication number,Inventors,IPC,Earliest priority\n"
                + "t,WO2020240287A1 US11234568B2 CN113939939A,X [US],H01M10/05,\n";
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0))
                .containsEntry(Field.PUBLICATION_NUMBER, "WO2020240287A1")
                .containsEntry(Field.FAMILY_MEMBERS, "US11234568B2\u001fCN113939939A");
    }
}
