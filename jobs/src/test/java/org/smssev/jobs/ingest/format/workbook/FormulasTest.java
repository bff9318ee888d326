package org.smssev.jobs.ingest.format.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.Tables;

/** What is read of cells that hold formulas. */
class FormulasTest {
    @Test
    void formulasWithoutAResultGiveTheTextOfALinkAndNothingElse() throws IOException {
        String rows = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>"
                + "<row><c><f>HYPERLINK(\"https://x.org/?a=1\",\"US20160152331A1\")</f><v></v></c><c><f>A1&amp;\"x\"</f></c></row>"
                + "<row><c><f>\"EP\"\"1\"</f></c><c t='str'><f>HYPERLINK(\"a\",\"b\")</f><v>c</v></c></row>";
        assertThat(Tables.cells(TestWorkbooks.xlsxOf(rows, "<si><t>a</t></si>")))
                .containsExactly(List.of("US20160152331A1", ""), List.of("EP\"1", "c"));
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFRow header = book.createSheet("S").createRow(0);
            HSSFRow row = book.getSheetAt(0).createRow(1);
            List<String> formulas =
                    List.of("HYPERLINK(\"https://x.org\",\"US20160152331A1\")", "1/0", "1=1", "2+3", "1-1", "\"\"");
            for (int i = 0; i < formulas.size(); i++) {
                header.createCell(i).setCellValue("c" + i);
                row.createCell(i).setCellFormula(formulas.get(i));
                if (i > 0) {
                    book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(i));
                }
            }
            row.createCell(formulas.size()).setCellFormula(formulas.get(0));
            row.getCell(formulas.size()).setCellValue("");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            assertThat(Tables.cells(out.toByteArray()))
                    .containsExactly(List.of("US20160152331A1", "", "TRUE", "5", "0", "", "US20160152331A1"));
        }
    }
}
