package org.smssev.jobs.ingest.format.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks made for tests. Cells are text, numbers, dates, or null. */
public final class TestWorkbooks {
    private TestWorkbooks() {}

    /** A sheet and its rows, of any width. */
    public record TestSheet(String name, List<List<?>> rows) {}

    public static byte[] xls(TestSheet... sheets) throws IOException {
        return written(new HSSFWorkbook(), 0, sheets);
    }

    /** A workbook whose first sheets are hidden. */
    public static byte[] hiding(String kind, int hidden, TestSheet... sheets) throws IOException {
        return written(kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook(), hidden, sheets);
    }

    private static byte[] written(org.apache.poi.ss.usermodel.Workbook empty, int hidden, TestSheet... sheets)
            throws IOException {
        try (org.apache.poi.ss.usermodel.Workbook book = empty) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            for (TestSheet s : sheets) {
                Sheet sheet = book.createSheet(s.name);
                for (int i = 0; i < s.rows.size(); i++) {
                    Row row = sheet.createRow(i);
                    for (int j = 0; j < s.rows.get(i).size(); j++) {
                        set(row, j, s.rows.get(i).get(j), date);
                    }
                }
            }
            book.setActiveSheet(hidden);
            for (int i = 0; i < hidden; i++) {
                book.setSheetHidden(i, true);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void set(Row row, int column, Object value, CellStyle date) {
        if (value == null) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    public static byte[] xlsx(TestSheet... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            for (TestSheet s : sheets) {
                Worksheet sheet = book.newWorksheet(s.name);
                for (int i = 0; i < s.rows.size(); i++) {
                    for (int j = 0; j < s.rows.get(i).size(); j++) {
                        Object value = s.rows.get(i).get(j);
                        if (value instanceof Number number) {
                            sheet.value(i, j, number);
                        } else if (value instanceof LocalDate day) {
                            sheet.value(i, j, day);
                            sheet.style(i, j).format("yyyy-mm-dd").set();
                        } else if (value != null) {
                            sheet.value(i, j, value.toString());
                        }
                    }
                }
            }
        }
        return out.toByteArray();
    }

    /** A workbook whose one sheet has this XML between its {@code sheetData} tags, with these shared texts. */
    public static byte[] xlsxOf(String rows, String sharedItems) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + main + "' xmlns:r='" + relations
                            + "'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='rId1' Type='" + relations
                            + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            part(zip, "xl/sharedStrings.xml", "<sst xmlns='" + main + "'>" + sharedItems + "</sst>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return out.toByteArray();
    }

    public static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
