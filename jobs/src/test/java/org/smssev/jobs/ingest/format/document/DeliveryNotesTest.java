package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryNotesTest {
    private static String grants(int count) {
        StringBuilder list = new StringBuilder("D0900000\nD0900001\nPP034000\nRE049000\n");
        for (int i = 0; i < count; i++) {
            list.append(11_000_000 + i).append('\n');
        }
        return list.toString();
    }

    @Test
    void listsOfTheUsptosBibliographicDataAreToldByTheirNumbers() {
        assertThat(DeliveryNotes.of(grants(1))).contains("USPTO_LIST");
        String cut = grants(7_000);
        for (int end = 0; end < 9; end++) {
            assertThat(DeliveryNotes.of(cut.substring(0, cut.length() - end))).contains("USPTO_LIST");
        }
        assertThat(DeliveryNotes.of(grants(3).replace("\n", "\r\n"))).contains("USPTO_LIST");
    }

    @Test
    void otherColumnsOfNumbersAreNone() {
        assertThat(DeliveryNotes.of("number\n" + grants(1))).isEmpty();
        assertThat(DeliveryNotes.of(grants(1) + "US11000000B2\n")).isEmpty();
        assertThat(DeliveryNotes.of("11000000\n11000001\n11000002\n")).isEmpty();
        assertThat(DeliveryNotes.of(grants(1).replace("\n", ",x\n"))).isEmpty();
        assertThat(DeliveryNotes.of("20220330000\n20220330001\n20220330002\n")).isEmpty();
        assertThat(DeliveryNotes.of("")).isEmpty();
    }

    @Test
    void reportsOfTheUsptosBibliographicDataAreToldByTheirTitle() {
        String report = """
                <!DOCTYPE HTML><html>
                   <head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head>
                   <body><center>
                      <h3>UNITED STATES PATENT AND TRADEMARK OFFICE</h3>
                      <h3>Patent Grant Bibliographic Data/XML ICE v4.7 (Grant Red Book Issue 20200107)
                """;
        assertThat(DeliveryNotes.of(report)).contains("USPTO_REPORT");
        assertThat(DeliveryNotes.of(report.replace("Patent Grant", "A table of")))
                .isEmpty();
        assertThat(DeliveryNotes.of("Title\n" + report)).isEmpty();
    }

    @Test
    void drawingsAndFormulasBesideDocumentsAreToldByTheirFirstBytes() {
        String molecule = "\n  -ISIS-  06262514042D\n\n 12 13  0  0  0  0  0  0  0  0999 V2000\n    1.0 0.5 0.0 C\n";
        for (String start : List.of(
                "II*\0\u00fe\u0003",
                "MM\0*\0\0",
                "VjCD0100\u0004",
                "(* Content-type: application/vnd.wolfram.mathematica *)",
                molecule)) {
            assertThat(DeliveryNotes.of(start.getBytes(StandardCharsets.ISO_8859_1)))
                    .contains("DRAWING");
        }
        for (String start : List.of("", "II", "number\ttitle\n", molecule.replace(" V2000", ""), "a\n" + molecule)) {
            assertThat(DeliveryNotes.of(start.getBytes(StandardCharsets.ISO_8859_1)))
                    .isEmpty();
        }
    }
}
