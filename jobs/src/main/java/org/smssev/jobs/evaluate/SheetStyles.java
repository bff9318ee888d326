package org.smssev.jobs.evaluate;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The styles of a score sheet; only the cells to fill in are unlocked. */
record SheetStyles(CellStyle title, CellStyle header, CellStyle inputHeader, CellStyle text, CellStyle input) {
    SheetStyles(Workbook book) {
        this(
                bold(book, null),
                bold(book, IndexedColors.GREY_25_PERCENT),
                bold(book, IndexedColors.GOLD),
                text(book),
                input(book));
    }

    private static CellStyle text(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle bold(Workbook book, IndexedColors ground) {
        CellStyle style = text(book);
        Font font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        if (ground != null) {
            fill(style, ground);
        }
        return style;
    }

    private static CellStyle input(Workbook book) {
        CellStyle style = text(book);
        style.setLocked(false);
        style.setBorderBottom(BorderStyle.THIN);
        fill(style, IndexedColors.LIGHT_YELLOW);
        return style;
    }

    private static void fill(CellStyle style, IndexedColors ground) {
        style.setFillForegroundColor(ground.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
