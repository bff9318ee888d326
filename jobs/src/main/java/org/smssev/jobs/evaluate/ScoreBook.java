package org.smssev.jobs.evaluate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.smssev.common.io.CellText;

/** Writes the workbook of one expert for one round; rows are streamed, so that many technologies need little memory. */
final class ScoreBook {
    /** Sheet of the scores. */
    static final String SCORES = "scores";

    private static final int WINDOW = 100;
    private static final int CHARACTER = 256;
    private static final int MAX_TEXT = 32_000;
    private static final int MAX_COMMENT = 2_000;

    private final Questionnaire asked;
    private final String project;
    private final List<Dossier> dossiers;
    private final Feedback feedback;
    private final int round;

    /** Workbooks of a round that ask about the same technologies. */
    ScoreBook(Questionnaire asked, String project, List<Dossier> dossiers, Feedback feedback, int round) {
        this.asked = asked;
        this.project = project;
        this.dossiers = dossiers;
        this.feedback = feedback;
        this.round = round;
    }

    /** Writes the workbook of an expert, over one of the same name. */
    void write(String expertId, Path file) throws IOException {
        // Strings are shared, as office programs write them: some tools cannot change those that stand in their cells.
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, WINDOW, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            SheetStyles styles = new SheetStyles(book);
            guide(book, styles, expertId);
            scores(book, styles, expertId);
            self(book, styles);
            identity(book, expertId);
            book.setActiveSheet(0);
            book.write(out);
        }
    }

    private void guide(SXSSFWorkbook book, SheetStyles styles, String expertId) {
        SXSSFSheet sheet = book.createSheet("guide");
        sheet.setColumnWidth(0, 110 * CHARACTER);
        List<List<String>> paragraphs = new ArrayList<>(SheetTexts.guide());
        if (feedback.round() > 0) {
            paragraphs.add(3, SheetTexts.feedback());
        }
        int at = 0;
        for (List<String> paragraph : paragraphs) {
            Cell cell = sheet.createRow(at).createCell(0);
            cell.setCellStyle(at == 0 ? styles.title() : styles.text());
            cell.setCellValue(CellText.harmless(
                    asked.said(paragraph)
                            .replace("{project}", project)
                            .replace("{round}", String.valueOf(round))
                            .replace("{before}", String.valueOf(feedback.round()))
                            .replace("{expert}", expertId)
                            .replace("{min}", plain(asked.min()))
                            .replace("{max}", plain(asked.max())),
                    MAX_TEXT));
            at++;
        }
        lock(sheet);
    }

    private void scores(SXSSFWorkbook book, SheetStyles styles, String expertId) {
        SXSSFSheet sheet = book.createSheet(SCORES);
        List<SheetColumn> columns = new SheetColumns(asked, feedback, round, expertId).all();
        Row header = sheet.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            SheetColumn column = columns.get(c);
            Cell cell = header.createCell(c);
            cell.setCellStyle(column.isInput() ? styles.inputHeader() : styles.header());
            cell.setCellValue(column.label());
            sheet.setColumnWidth(c, column.width() * CHARACTER);
            sheet.setColumnHidden(c, column.isHidden());
        }
        for (int t = 0; t < dossiers.size(); t++) {
            Row row = sheet.createRow(t + 1);
            for (int c = 0; c < columns.size(); c++) {
                Cell cell = row.createCell(c);
                SheetColumn column = columns.get(c);
                cell.setCellStyle(column.isInput() ? styles.input() : styles.text());
                Object value = column.value().of(dossiers.get(t), t + 1);
                if (value instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else if (value != null) {
                    // Ids must come back as they are; as text they are no formulas.
                    cell.setCellValue(
                            column.isHidden() ? value.toString() : CellText.harmless(value.toString(), MAX_TEXT));
                }
            }
        }
        validate(sheet, columns);
        int frozen = columns.stream().map(SheetColumn::name).toList().indexOf(Questionnaire.TECHNOLOGY) + 1;
        sheet.createFreezePane(frozen, 1);
        lock(sheet);
    }

    private void validate(SXSSFSheet sheet, List<SheetColumn> columns) {
        if (dossiers.isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        for (int c = 0; c < columns.size(); c++) {
            SheetColumn column = columns.get(c);
            if (!column.isInput()) {
                continue;
            }
            DataValidationConstraint constraint;
            String hint;
            if (!column.choices().isEmpty()) {
                constraint =
                        helper.createExplicitListConstraint(column.choices().toArray(String[]::new));
                hint = String.join(", ", column.choices());
            } else if (asked.dimensionOf(column.name()) != null) {
                constraint = helper.createDecimalConstraint(
                        DataValidationConstraint.OperatorType.BETWEEN, plain(asked.min()), plain(asked.max()));
                hint = plain(asked.min()) + " - " + plain(asked.max());
            } else {
                constraint = helper.createTextLengthConstraint(
                        DataValidationConstraint.OperatorType.LESS_OR_EQUAL, String.valueOf(MAX_COMMENT), null);
                hint = "<= " + MAX_COMMENT;
            }
            DataValidation validation =
                    helper.createValidation(constraint, new CellRangeAddressList(1, dossiers.size(), c, c));
            validation.setEmptyCellAllowed(true);
            validation.setShowErrorBox(true);
            validation.createErrorBox("smssev", hint);
            sheet.addValidationData(validation);
        }
    }

    private void self(SXSSFWorkbook book, SheetStyles styles) {
        SXSSFSheet sheet = book.createSheet("about_you");
        Row header = sheet.createRow(0);
        List<String> names = List.of("item", asked.said(SheetTexts.selfGuide()), "answer");
        for (int c = 0; c < names.size(); c++) {
            header.createCell(c).setCellValue(names.get(c));
            header.getCell(c).setCellStyle(styles.header());
        }
        int at = 1;
        for (Authority.Basis basis : Authority.Basis.values()) {
            Row row = sheet.createRow(at++);
            row.createCell(0).setCellValue(SelfAnswers.item(basis));
            row.createCell(1).setCellValue(asked.said(basis.words()));
            row.getCell(1).setCellStyle(styles.text());
            row.createCell(2).setCellStyle(styles.input());
        }
        List<List<String>> degrees = new ArrayList<>();
        for (Authority.Degree degree : Authority.Degree.values()) {
            degrees.add(degree.words());
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(asked.choices(degrees).toArray(String[]::new)),
                new CellRangeAddressList(1, at - 1, 2, 2)));
        sheet.setColumnHidden(0, true);
        sheet.setColumnWidth(1, 60 * CHARACTER);
        sheet.setColumnWidth(2, 20 * CHARACTER);
        lock(sheet);
    }

    private void identity(SXSSFWorkbook book, String expertId) {
        SXSSFSheet sheet = book.createSheet(SheetIdentity.SHEET);
        List<String> ids = dossiers.stream().map(Dossier::technologyId).toList();
        int at = 0;
        for (String line : new SheetIdentity(round, expertId, ids, true).lines()) {
            sheet.createRow(at++).createCell(0).setCellValue(line);
        }
        lock(sheet);
        book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    /** Against slips of the hand, so without a password; sorting and filtering stay possible. */
    private static void lock(SXSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockAutoFilter(false);
    }

    static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%s", number);
    }

    /** Words by code, for {@link SheetColumns}. */
    static List<String> words(Map<String, List<String>> words, String code) {
        return words.getOrDefault(code, List.of(code, code));
    }
}
