package org.smssev.jobs.report;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import org.smssev.common.io.CellText;
import org.smssev.common.table.TableDef.ColumnDef;

/** The first sheets of the workbook: what it holds, and what each column means. */
final class WorkbookGuide {
    private static final List<String> CONTENTS = List.of("sheet", "holds", "key", "rows", "left out");
    private static final List<String> COLUMNS = List.of("sheet", "column", "type", "may be empty", "holds");
    private static final List<Integer> CONTENTS_WIDTHS = List.of(26, 90, 40, 10, 50);
    private static final List<Integer> COLUMNS_WIDTHS = List.of(26, 24, 12, 14, 120);

    private WorkbookGuide() {}

    static void contents(Worksheet sheet, ReportData.Header header, List<TableSheet> tables) {
        int row = 0;
        row = line(sheet, row, "project", header.project());
        row = line(sheet, row, "release", header.release());
        if (header.synthetic()) {
            row = line(sheet, row, "data", "SYNTHETIC: made up, of no meaning beyond a demonstration");
        }
        row = line(
                sheet,
                row,
                "about",
                "The tables of report.html as they were when it was written. Text that a"
                        + " spreadsheet might take for a formula has an apostrophe before it.");
        row++;
        head(sheet, row, CONTENTS, CONTENTS_WIDTHS);
        for (TableSheet table : tables) {
            row++;
            sheet.value(row, 0, table.name());
            sheet.value(row, 1, CellText.harmless(table.holds(), CellText.LONGEST));
            sheet.value(row, 2, String.join(", ", table.key()));
            sheet.value(row, 3, table.rows().size());
            sheet.value(row, 4, table.leftOut());
        }
    }

    static void columns(Worksheet sheet, List<TableSheet> tables) {
        head(sheet, 0, COLUMNS, COLUMNS_WIDTHS);
        int row = 0;
        for (TableSheet table : tables) {
            for (ColumnDef column : table.columns()) {
                row++;
                sheet.value(row, 0, table.name());
                sheet.value(row, 1, column.name());
                sheet.value(row, 2, column.kind().toString().toLowerCase(Locale.ROOT));
                sheet.value(row, 3, column.nullable());
                sheet.value(row, 4, CellText.harmless(TableSheet.meaning(column), CellText.LONGEST));
            }
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, row, COLUMNS.size() - 1);
    }

    private static int line(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, name);
        sheet.style(row, 0).bold().set();
        sheet.value(row, 1, CellText.harmless(value, CellText.LONGEST));
        return row + 1;
    }

    private static void head(Worksheet sheet, int row, List<String> names, List<Integer> widths) {
        for (int c = 0; c < names.size(); c++) {
            sheet.value(row, c, names.get(c));
            sheet.width(c, widths.get(c));
        }
        sheet.range(row, 0, row, names.size() - 1)
                .style()
                .bold()
                .fillColor(TableSheet.HEADER_FILL)
                .set();
    }
}
