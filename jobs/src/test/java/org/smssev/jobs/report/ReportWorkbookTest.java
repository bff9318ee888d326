package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.smssev.common.io.CellText;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.NetworkTables.IpcEdge;

/** The workbook, read back by another library than the one that wrote it. */
class ReportWorkbookTest {
    private final ReportData sample = SampleReport.full();

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static Cell cell(XSSFSheet sheet, int row, String column) {
        List<String> header = IntStream.range(0, sheet.getRow(0).getLastCellNum())
                .mapToObj(c -> sheet.getRow(0).getCell(c).getStringCellValue())
                .toList();
        return sheet.getRow(row).getCell(header.indexOf(column));
    }

    private static ReportData with(Technology... technologies) {
        return SampleReport.of(SampleReport.rows(technologies));
    }

    @Test
    void everyTableIsThereWithItsRowsColumnsNotesFilterAndFrozenHeader() throws IOException {
        try (XSSFWorkbook workbook = open(ReportWorkbook.of(sample))) {
            TableDef def = TableDef.of(Technology.class);
            XSSFSheet sheet = workbook.getSheet("grade.technologies");
            assertThat(sheet.getLastRowNum()).isEqualTo(SampleReport.TECHNOLOGIES);
            List<ColumnDef> filled = def.columns().stream()
                    .filter(column ->
                            sample.rows().of(Technology.class).stream().anyMatch(row -> column.value(row) != null))
                    .toList();
            assertThat((int) sheet.getRow(0).getLastCellNum()).isEqualTo(filled.size());
            for (int c = 0; c < filled.size(); c++) {
                Cell header = sheet.getRow(0).getCell(c);
                assertThat(header.getStringCellValue()).isEqualTo(filled.get(c).name());
                assertThat(header.getCellComment().getString().getString())
                        .startsWith(filled.get(c).comment());
            }
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
                    .startsWith("A1:")
                    .endsWith(String.valueOf(SampleReport.TECHNOLOGIES + 1));

            XSSFSheet contents = workbook.getSheet("contents");
            List<String> listed = IntStream.rangeClosed(0, contents.getLastRowNum())
                    .mapToObj(contents::getRow)
                    .filter(row -> row != null && row.getCell(3) != null)
                    .map(row -> row.getCell(0).getStringCellValue())
                    .filter(name -> !name.equals("sheet"))
                    .toList();
            assertThat(listed)
                    .hasSize(workbook.getNumberOfSheets() - 2)
                    .allSatisfy(
                            name -> assertThat(workbook.getSheet(name)).as(name).isNotNull());
            assertThat(workbook.getSheet("measure.ipc_edges").getLastRowNum())
                    .isEqualTo((int) sample.rows().of(IpcEdge.class).stream()
                            .filter(IpcEdge::inBackbone)
                            .count());
            assertThat(contents.getRow(2).getCell(1).getStringCellValue()).contains("SYNTHETIC");
        }
    }

    @Test
    void cellsHaveTheTypesAndValuesOfTheTables() throws IOException {
        List<Technology> sorted = sample.rows().of(Technology.class).stream()
                .sorted(TableDef.of(Technology.class).keyOrder())
                .toList();
        try (XSSFWorkbook workbook = open(ReportWorkbook.of(sample))) {
            XSSFSheet sheet = workbook.getSheet("grade.technologies");
            for (int i = 0; i < sorted.size(); i++) {
                Technology expected = sorted.get(i);
                assertThat(cell(sheet, i + 1, "technology_id").getStringCellValue())
                        .isEqualTo(expected.technologyId());
                Cell score = cell(sheet, i + 1, "score");
                assertThat(score == null ? null : Double.valueOf(score.getNumericCellValue()))
                        .isEqualTo(expected.score());
                assertThat(cell(sheet, i + 1, "borderline").getBooleanCellValue())
                        .isEqualTo(expected.borderline());
                assertThat(cell(sheet, i + 1, "n_scores").getNumericCellValue()).isEqualTo(expected.nScores());
                assertThat(cell(sheet, i + 1, "provenance").getStringCellValue())
                        .isEqualTo(String.join("; ", expected.provenance()));
                assertThat(cell(sheet, i + 1, "name_zh").getStringCellValue()).isEqualTo(expected.nameZh());
            }
            assertThat(cell(workbook.getSheet("grade.changes"), 1, "causes").getStringCellValue())
                    .startsWith("input=SCORES, part=");
        }
    }

    @Test
    void withoutScoresTheCandidatesComeFirstByRankAndNothingEmptyIsLeft() throws IOException {
        try (XSSFWorkbook workbook = open(ReportWorkbook.of(SampleReport.withoutScores()))) {
            XSSFSheet candidates = workbook.getSheetAt(2);
            assertThat(candidates.getSheetName()).isEqualTo("screen.candidates");
            assertThat(cell(candidates, 1, "rank").getNumericCellValue()).isEqualTo(1);
            assertThat(cell(candidates, 2, "rank").getNumericCellValue()).isEqualTo(2);
            workbook.forEach(sheet ->
                    assertThat(sheet.getLastRowNum()).as(sheet.getSheetName()).isPositive());
            assertThat(workbook.getSheet("evaluate.ratings")).isNull();
            XSSFSheet technologies = workbook.getSheet("grade.technologies");
            assertThat(IntStream.range(0, technologies.getRow(0).getLastCellNum())
                            .mapToObj(c -> technologies.getRow(0).getCell(c).getStringCellValue()))
                    .contains("technology_id", "level")
                    .doesNotContain("score", "rank", "p_level1");
            XSSFSheet contents = workbook.getSheet("contents");
            assertThat(IntStream.range(0, 6)
                            .mapToObj(contents::getRow)
                            .filter(row -> row != null && row.getCell(1) != null)
                            .map(row -> row.getCell(1).getStringCellValue()))
                    .anyMatch(text -> text.contains("smssev scoresheet --round 1 --out sheets"));
        }
    }

    @Test
    void hostileTextIsTextAndNothingElse() throws IOException {
        List<String> hostile = List.of(
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "<script>alert(1)</script> & ]]>",
                "\u0000\u0008\uD800end",
                "x".repeat(50_000));
        ReportData data = with(IntStream.range(0, hostile.size())
                .mapToObj(i -> SampleReport.unscored("T" + i, hostile.get(i)))
                .toArray(Technology[]::new));
        try (XSSFWorkbook workbook = open(ReportWorkbook.of(data))) {
            XSSFSheet sheet = workbook.getSheet("grade.technologies");
            for (int i = 0; i < hostile.size(); i++) {
                Cell cell = cell(sheet, i + 1, "name_en");
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue())
                        .isEqualTo(CellText.harmless(hostile.get(i), CellText.LONGEST))
                        .doesNotStartWith("=")
                        .hasSizeLessThanOrEqualTo(CellText.LONGEST);
            }
            // A text stands in five columns.
            assertThat(leftOut(workbook, "grade.technologies")).startsWith("5 texts are cut at 32,767 characters");
        }
    }

    @Test
    void rowsThatDoNotFitAreTold() throws IOException {
        try (XSSFWorkbook workbook = open(ReportWorkbook.of(sample, 7))) {
            assertThat(workbook.getSheet("grade.technologies").getLastRowNum()).isEqualTo(7);
            assertThat(leftOut(workbook, "grade.technologies"))
                    .isEqualTo("The sheet has the first 7 of 60 rows. Query the table for the others.");
        }
    }

    private static String leftOut(XSSFWorkbook workbook, String name) {
        XSSFSheet contents = workbook.getSheet("contents");
        return IntStream.rangeClosed(0, contents.getLastRowNum())
                .mapToObj(contents::getRow)
                .filter(row ->
                        row != null && row.getCell(0).getStringCellValue().equals(name))
                .map(row -> row.getCell(4).getStringCellValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameDataInAnyOrderGiveTheSameBytesWithoutATime() throws IOException {
        byte[] file = ReportWorkbook.of(sample);
        List<Technology> turned = new ArrayList<>(sample.rows().of(Technology.class));
        Collections.reverse(turned);
        byte[] a = ReportWorkbook.of(with(turned.toArray(Technology[]::new)));
        byte[] b = ReportWorkbook.of(with(sample.rows().of(Technology.class).toArray(Technology[]::new)));
        assertThat(Arrays.equals(a, b)).isTrue();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            TreeSet<Long> times = new TreeSet<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                times.add(entry.getTime());
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("dcterms:created");
            }
            assertThat(times).hasSize(1);
        }
    }
}
