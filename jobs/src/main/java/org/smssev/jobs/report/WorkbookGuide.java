package org.smssev.jobs.report;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import org.smssev.common.io.CellText;
import org.smssev.common.table.TableDef.ColumnDef;

/** Writes the first two sheets of the workbook: its contents, and the meaning of each column. */
final class WorkbookGuide {
    private static final List<String> CONTENTS = List.of("sheet", "content", "key", "rows", "left out");
    private static final List<String> COLUMNS = List.of("sheet", "column", "type", "may be empty", "meaning");
    private static final List<Integer> CONTENTS_WIDTHS = List.of(26, 90, 40, 10, 50);
    private static final List<Integer> COLUMNS_WIDTHS = List.of(26, 24, 12, 14, 120);

    private static final String CANDIDATES = "screen.candidates";

    private WorkbookGuide() {}

    static void contents(Worksheet sheet, ReportData.Header header, boolean isScored, List<TableSheet> tables) {
        int row = 0;
        row = line(sheet, row, "project", header.project());
        row = line(sheet, row, "release", header.release());
        if (header.synthetic()) {
            row = line(
                    sheet,
                    row,
                    "data",
                    "SYNTHETIC: these data are made up for a demonstration and mean nothing beyond it.");
        }
        row = line(
                sheet,
                row,
                "about",
                "Each sheet holds one table of report.html from the same run. Tables without rows and columns without"
                        + " values are left out. Text that looks like a formula starts with an apostrophe.");
        if (tables.stream().anyMatch(table -> table.name().equals(CANDIDATES)) && !isScored) {
            row = line(
                    sheet,
                    row,
                    "next step",
                    "The technologies have no grade yet. Sheet screen.candidates ranks them by closeness. Run `smssev"
                            + " scoresheet --round 1 --out sheets` to ask your experts; docs/panel.md explains how.");
        }
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
