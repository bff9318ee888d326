package org.smssev.jobs.evaluate;

import static org.smssev.jobs.evaluate.FilledSheets.cell;
import static org.smssev.jobs.evaluate.FilledSheets.place;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to spoil a score sheet, each with what must be told of it. */
final class SheetFaults {
    /** Technologies on the sheet, T1 and so on; one more is a candidate that is not asked. */
    static final int TECHNOLOGIES = 4;

    private SheetFaults() {}

    /** What an expert does to the sheet, and what must be told: {@code cell reason} each. */
    interface Spoil {
        Stream<String> of(Workbook book, Sheet scores) throws IOException;
    }

    /** All of them, by name. */
    static Stream<Arguments> all() {
        return Stream.of(
                fault("score above the scale", (b, s) -> number(s, "Necessity", 11, "OUT_OF_RANGE")),
                fault("score below the scale", (b, s) -> number(s, "Impact", -1, "OUT_OF_RANGE")),
                fault("score a hair above", (b, s) -> number(s, "Impact", 10.0000001, "OUT_OF_RANGE")),
                fault("a word", (b, s) -> text(s, "Necessity", "high", "NOT_A_NUMBER")),
                fault("a comma for the point", (b, s) -> text(s, "Necessity", "8,5", "NOT_A_NUMBER")),
                fault("a range", (b, s) -> text(s, "Necessity", "8-9", "NOT_A_NUMBER")),
                fault("two numbers", (b, s) -> text(s, "Necessity", "8 5", "NOT_A_NUMBER")),
                fault("a number with its unit", (b, s) -> text(s, "Necessity", "8.5分", "NOT_A_NUMBER")),
                fault("a giant exponent", (b, s) -> text(s, "Necessity", "1e999999999", "NOT_A_NUMBER")),
                fault("NaN", (b, s) -> text(s, "Necessity", "NaN", "NOT_A_NUMBER")),
                fault("hexadecimal", (b, s) -> text(s, "Necessity", "0x8", "NOT_A_NUMBER")),
                fault("HTML", (b, s) -> text(s, "Necessity", "<b>8</b>", "NOT_A_NUMBER")),
                fault("a very long text", (b, s) -> text(s, "Necessity", "8".repeat(32_000), "NOT_A_NUMBER")),
                fault("the text of a formula", (b, s) -> text(s, "Necessity", "=8+1", "NOT_A_NUMBER")),
                fault("a truth value", (b, s) -> {
                    cell(s, 2, "Necessity").setCellValue(true);
                    return told(cell(s, 2, "Necessity"), "NOT_A_NUMBER");
                }),
                fault("a date", (b, s) -> {
                    styled(b, cell(s, 2, "Necessity"), "yyyy-mm-dd").setCellValue(LocalDate.of(2026, 8, 5));
                    return told(cell(s, 2, "Necessity"), "NOT_A_NUMBER");
                }),
                fault("a percentage", (b, s) -> {
                    styled(b, cell(s, 2, "Necessity"), "0%").setCellValue(.85);
                    return told(cell(s, 2, "Necessity"), "PERCENT");
                }),
                fault("a formula without its value", (b, s) -> {
                    cell(s, 2, "Necessity").setBlank();
                    cell(s, 2, "Necessity").setCellFormula("HYPERLINK(\"http://example.org\")");
                    return told(cell(s, 2, "Necessity"), "FORMULA_WITHOUT_VALUE");
                }),
                fault("a formula that fails", (b, s) -> {
                    cell(s, 2, "Necessity").setCellFormula("1/0");
                    b.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell(s, 2, "Necessity"));
                    return told(cell(s, 2, "Necessity"), "NOT_A_NUMBER");
                }),
                fault("familiarity beyond 5", (b, s) -> number(s, "Familiarity 1-5", 6, "OUT_OF_RANGE")),
                fault("half a familiarity", (b, s) -> number(s, "Familiarity 1-5", 2.5, "OUT_OF_RANGE")),
                fault("familiarity in words", (b, s) -> text(s, "Familiarity 1-5", "very", "NOT_A_NUMBER")),
                fault("a doubtful conflict", (b, s) -> text(s, "Conflict of interest", "maybe", "NOT_YES_OR_NO")),
                fault("a basis of no known degree", (b, s) -> {
                    Cell answer = b.getSheet("about_you").getRow(2).getCell(2);
                    answer.setCellValue("huge");
                    return told(answer, "NOT_ONE_OF");
                }),
                fault("a row given twice", (b, s) -> {
                    copyRow(s, 2, TECHNOLOGIES + 1);
                    return scores(s, TECHNOLOGIES + 1, "DUPLICATE_ROW");
                }),
                fault("a row removed", (b, s) -> {
                    s.removeRow(s.getRow(2));
                    return Stream.of("row of T2 MISSING_ROW");
                }),
                fault("a row of a technology that was not asked", (b, s) -> {
                    copyRow(s, 2, TECHNOLOGIES + 1);
                    cell(s, TECHNOLOGIES + 1, "technology_id").setCellValue("T5");
                    cell(s, TECHNOLOGIES + 1, "Technology").setCellValue("Technology 5");
                    return filled(s, TECHNOLOGIES + 1, "EXTRA_ROW");
                }),
                fault("a row of an unknown technology", (b, s) -> {
                    copyRow(s, 2, TECHNOLOGIES + 1);
                    cell(s, TECHNOLOGIES + 1, "technology_id").setBlank();
                    cell(s, TECHNOLOGIES + 1, "Technology").setCellValue("my own idea");
                    return filled(s, TECHNOLOGIES + 1, "UNKNOWN_TECHNOLOGY");
                }),
                fault("an id overwritten and the name with it", (b, s) -> {
                    cell(s, 2, "technology_id").setCellValue("X");
                    cell(s, 2, "Technology").setCellValue("X");
                    return Stream.concat(filled(s, 2, "UNKNOWN_TECHNOLOGY"), Stream.of("row of T2 MISSING_ROW"));
                }),
                fault("names sorted without their scores", (b, s) -> {
                    String first = cell(s, 1, "Technology").getStringCellValue();
                    cell(s, 1, "Technology")
                            .setCellValue(cell(s, 2, "Technology").getStringCellValue());
                    cell(s, 2, "Technology").setCellValue(first);
                    return Stream.concat(filled(s, 1, "NAME_DIFFERS"), filled(s, 2, "NAME_DIFFERS"));
                }),
                fault("a row pasted from another expert's sheet", (b, s) -> {
                    cell(s, 2, "expert_id").setCellValue("E2");
                    return filled(s, 2, "IDENTITY_DIFFERS");
                }),
                fault("a row of nobody on the panel", (b, s) -> {
                    cell(s, 2, "expert_id").setCellValue("E99");
                    return filled(s, 2, "UNKNOWN_EXPERT");
                }),
                fault("a row of another round", (b, s) -> {
                    cell(s, 2, "round").setCellValue(1);
                    return filled(s, 2, "IDENTITY_DIFFERS");
                }),
                fault("a round in words", (b, s) -> {
                    cell(s, 2, "round").setCellValue("second");
                    return filled(s, 2, "UNKNOWN_ROUND");
                }),
                fault("a column renamed", (b, s) -> {
                    cell(s, 0, "Impact").setCellValue("Effect");
                    return Stream.of("column impact MISSING_COLUMN");
                }),
                fault("the hidden sheet changed", (b, s) -> {
                    b.getSheet(SheetIdentity.SHEET).getRow(2).getCell(0).setCellValue("E2");
                    return rows().flatMap(row -> filled(s, row, "IDENTITY_DAMAGED"));
                }),
                fault("saved after the last day", (b, s) -> {
                    FilledSheets.saveAt(b, Instant.parse("2026-04-01T00:00:00Z"));
                    return rows().flatMap(row -> filled(s, row, "LATE"));
                }));
    }

    private static Arguments fault(String name, Spoil spoil) {
        return Arguments.of(name, spoil);
    }

    private static Stream<String> number(Sheet sheet, String label, double value, String reason) {
        cell(sheet, 2, label).setCellValue(value);
        return told(cell(sheet, 2, label), reason);
    }

    private static Stream<String> text(Sheet sheet, String label, String value, String reason) {
        cell(sheet, 2, label).setCellValue(value);
        return told(cell(sheet, 2, label), reason);
    }

    private static Stream<String> told(Cell cell, String reason) {
        return Stream.of(place(cell) + " " + reason);
    }

    private static Stream<String> scores(Sheet sheet, int row, String reason) {
        return Stream.of("Necessity", "Feasibility", "Impact")
                .map(label -> place(cell(sheet, row, label)) + " " + reason);
    }

    /** All that the expert wrote into a row. */
    private static Stream<String> filled(Sheet sheet, int row, String reason) {
        return Stream.concat(
                scores(sheet, row, reason),
                Stream.of("Familiarity 1-5", "Conflict of interest")
                        .map(label -> place(cell(sheet, row, label)) + " " + reason));
    }

    private static Cell styled(Workbook book, Cell cell, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    /** Puts a copy of a row into another place. */
    static void copyRow(Sheet sheet, int from, int to) {
        Row row = sheet.createRow(to);
        for (Cell cell : sheet.getRow(from)) {
            copy(cell, row.createCell(cell.getColumnIndex()));
        }
    }

    private static void copy(Cell from, Cell to) {
        switch (from.getCellType()) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case BLANK -> to.setBlank();
            default -> to.setCellValue(from.getStringCellValue());
        }
    }

    private static Stream<Integer> rows() {
        return IntStream.rangeClosed(1, TECHNOLOGIES).boxed();
    }
}
