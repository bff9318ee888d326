package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;

/** Rows and sheets whose cells are allowed each, and are too much together. */
class LongRowsTest {
    @Test
    void aRowOfMoreTextThanARowMayHaveIsMarkedAndTheNextOneIsNot() throws IOException {
        String cell = "<c t='s'><v>0</v></c>";
        byte[] bytes = TestWorkbooks.xlsxOf(
                "<row>" + "<c t='inlineStr'><is><t>h</t></is></c>".repeat(30) + "</row><row>" + cell.repeat(30)
                        + "</row><row>" + cell.repeat(3) + "</row>",
                "<si><t>" + "x".repeat(990_000) + "</t></si>");
        String text = "h,".repeat(29) + "h\n" + ("x".repeat(990_000) + ",").repeat(29) + "y\nz,z\n";
        for (byte[] table : List.of(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            try (TableFile file = TableFile.open(
                            "f", () -> new ByteArrayInputStream(table), TextForm.Given.NOTHING, TableLimits.DEFAULT);
                    TableRows found = file.rows()) {
                TableRow first = found.next();
                assertThat(first.tooLong()).isTrue();
                assertThat(String.join("", first.cells())).hasSize(16 * 990_000);
                assertThat(found.next().tooLong()).isFalse();
            }
        }
    }

    @Test
    void aWorkbookWhoseCellsNameOneTextAgainAndAgainIsRefused() throws IOException {
        byte[] bytes = TestWorkbooks.xlsxOf(
                "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>".repeat(60),
                "<si><t>" + "x".repeat(900) + "</t></si>");
        assertThatThrownBy(() -> {
                    try (TableFile table = TableFile.open(
                                    "f",
                                    () -> new ByteArrayInputStream(bytes),
                                    TextForm.Given.NOTHING,
                                    new TableLimits(1000, 9, 99, 100_000));
                            TableRows found = table.rows()) {
                        found.forEachRemaining(row -> assertThat(row.cells()).hasSize(2));
                    }
                })
                .isInstanceOf(UserException.class)
                .hasMessageContaining("more than 100000 characters");
    }
}
