package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

/** The header is the row with all columns that the user maps. */
class MeantHeaderTest {
    private static final List<String> COLUMNS = List.of("number", "class");

    private static TableFile open(byte[] bytes) throws IOException {
        return TableFile.open(
                "the file", () -> new ByteArrayInputStream(bytes), TextForm.Given.of(COLUMNS), TableLimits.DEFAULT);
    }

    private static TableFile text(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> cells(TableFile table) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (TableRows rows = table.rows()) {
            rows.forEachRemaining(row -> cells.add(row.cells()));
        }
        return cells;
    }

    @Test
    void itStandsBelowATitle() throws IOException {
        try (TableFile table = text("My search, of today\nnumber;name;class\nUS1A1;a, b;H01M 4/02\n")) {
            assertThat(table.header()).containsExactly("number", "name", "class");
            assertThat(cells(table)).containsExactly(List.of("US1A1", "a, b", "H01M 4/02"));
        }
    }

    @Test
    void itStandsInASheetBehindACover() throws IOException {
        byte[] bytes = TestWorkbooks.xls(
                new TestSheet("Cover", List.of(List.of("My search"))),
                new TestSheet(
                        "Data",
                        List.of(
                                List.of("found on Monday"),
                                List.of("number", "class"),
                                List.of("US1A1", "H01M 4/02"))));
        try (TableFile table = open(bytes)) {
            assertThat(table.sheet()).isEqualTo("Data");
            assertThat(cells(table)).containsExactly(List.of("US1A1", "H01M 4/02"));
        }
    }

    @Test
    void whereThereIsNoneTheFirstRowIsTaken() throws IOException {
        try (TableFile table = text("a,b\n1,2\n")) {
            assertThat(table.header()).containsExactly("a", "b");
        }
    }
}
