package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.evaluate.FilledSheets.cell;
import static org.smssev.jobs.evaluate.FilledSheets.column;
import static org.smssev.jobs.evaluate.FilledSheets.seen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.config.PanelConfig.Language;
import org.smssev.common.tables.EvaluateTables.Score;

class ScoreBookTest {
    private static final Map<String, Map<String, Double>> INDICATORS =
            Map.of("impact", Map.of("jobs", .25, "trade", .75));

    @TempDir
    Path dir;

    @Test
    void onlyTheCellsToFillInAreUnlockedAndTheyAreChecked() throws IOException {
        try (XSSFWorkbook book = written(Feedback.none(), Language.BOTH, 1)) {
            Sheet sheet = book.getSheet("scores");
            assertThat(sheet.getProtect()).isTrue();
            for (String label : List.of("Necessity", "Impact", "jobs", "Familiarity 1-5", "Comment")) {
                assertThat(cell(sheet, 1, label).getCellStyle().getLocked())
                        .as(label)
                        .isFalse();
            }
            for (String label : List.of("Technology", "technology_id", "Position")) {
                assertThat(cell(sheet, 1, label).getCellStyle().getLocked())
                        .as(label)
                        .isTrue();
            }
            List<Integer> checked = new ArrayList<>();
            for (DataValidation validation : sheet.getDataValidations()) {
                checked.add(validation.getRegions().getCellRangeAddress(0).getFirstColumn());
            }
            assertThat(checked)
                    .contains(column(sheet, "Necessity"), column(sheet, "trade"), column(sheet, "Conflict of interest"))
                    .hasSize(5 + 5);
            assertThat(book.getSheetVisibility(book.getSheetIndex(SheetIdentity.SHEET)))
                    .isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(sheet.isColumnHidden(column(sheet, "expert_id"))).isTrue();
        }
    }

    @Test
    void evidenceStandsBesideTheTechnologyAndNoTextIsAFormula() throws IOException {
        try (XSSFWorkbook book = written(Feedback.none(), Language.BOTH, 1)) {
            Sheet sheet = book.getSheet("scores");
            assertThat(seen(cell(sheet, 1, "Technology"))).isEqualTo("'=Graphene()\n石墨烯");
            assertThat(seen(cell(sheet, 1, "Families by year"))).isEqualTo("▁▃▅█\n2019: 0, 2022: 9");
            assertThat(seen(cell(sheet, 1, "Position"))).isEqualTo("running alongside 并跑");
            assertThat(seen(cell(sheet, 1, "Foremost patents"))).isEqualTo("CN-1-A Film\nUS-2-B1 Layer");
            assertThat(seen(cell(sheet, 1, "Consultation")))
                    .startsWith("2 for, 1 against, 0 neutral")
                    .endsWith("(Acme)");
            assertThat(seen(cell(sheet, 2, "Patent families"))).isEmpty();
            assertThat(seen(cell(sheet, 2, "Families by year"))).isEmpty();
            assertThat(seen(book.getSheet("guide").getRow(0).getCell(0))).contains("Test, round 1", "第1轮");
        }
    }

    @Test
    void theSheetIsInOneLanguageWhereOneIsAsked() throws IOException {
        try (XSSFWorkbook book = written(Feedback.none(), Language.ZH, 1)) {
            Sheet sheet = book.getSheet("scores");
            assertThat(seen(cell(sheet, 1, "所处位置"))).isEqualTo("并跑");
            assertThat(column(sheet, "必要性")).isPositive();
        }
    }

    @Test
    void theNextRoundShowsMedianQuartilesAndTheOwnScore() throws IOException {
        List<Score> scores = new ArrayList<>();
        double[] values = {8, 8.5, 9, 8.7, 3, 0};
        for (int e = 0; e < values.length; e++) {
            // The last has a conflict of interest.
            scores.add(new Score(1, "E" + (e + 1), "T1", "necessity", "necessity", values[e], e == 5, false));
        }
        scores.add(new Score(1, "E1", "T1", "feasibility", "feasibility", 4, false, false));
        try (XSSFWorkbook book = written(Feedback.of(1, scores), Language.EN, 2)) {
            Sheet sheet = book.getSheet("scores");
            String panel = ": median (quartiles) of the panel";
            assertThat(seen(cell(sheet, 1, "Necessity" + panel))).isEqualTo("8.50 (8.00 - 8.70)");
            assertThat(cell(sheet, 1, "Necessity: your score").getNumericCellValue())
                    .isEqualTo(8);
            // One score would tell who gave it.
            assertThat(seen(cell(sheet, 1, "Feasibility" + panel))).isEqualTo("fewer than three scores");
            assertThat(seen(cell(sheet, 2, "Necessity: your score"))).isEmpty();
            assertThat(seen(book.getSheet("guide").getRow(3).getCell(0))).contains("quartiles of round 1");
        }
    }

    @Test
    void subIndicatorsStandForADimensionWithoutAScore() {
        Map<Taken.Key, Taken.Given> given = new LinkedHashMap<>();
        given.put(new Taken.Key(1, "E1", "T1", "impact", "jobs"), new Taken.Given(4, ""));
        given.put(new Taken.Key(1, "E1", "T1", "impact", "trade"), new Taken.Given(8, ""));
        given.put(new Taken.Key(1, "E2", "T1", "impact", "jobs"), new Taken.Given(4, ""));
        given.put(new Taken.Key(1, "E3", "T1", "impact"), new Taken.Given(9, ""));
        given.put(new Taken.Key(1, "E3", "T1", "impact", "jobs"), new Taken.Given(1, ""));
        given.put(new Taken.Key(1, "E3", "T1", "impact", "trade"), new Taken.Given(1, ""));
        Map<Taken.Key, Double> scores = Derived.of(given, new Questionnaire(settings(Language.EN)));
        assertThat(scores).containsEntry(new Taken.Key(1, "E1", "T1", "impact"), 7.0);
        // One of two is less than the share that must be given.
        assertThat(scores).doesNotContainKey(new Taken.Key(1, "E2", "T1", "impact"));
        assertThat(scores)
                .containsEntry(new Taken.Key(1, "E3", "T1", "impact"), 9.0)
                .hasSize(7);
    }

    @Test
    void identityComesBackAndAChangeIsSeen() {
        SheetIdentity identity = new SheetIdentity(2, "E1", List.of("T1", "T2"), true);
        assertThat(SheetIdentity.of(sheet(identity.lines()))).isEqualTo(identity);
        List<String> lines = new ArrayList<>(identity.lines());
        lines.set(5, "T9");
        assertThat(SheetIdentity.of(sheet(lines)).isSound()).isFalse();
        assertThat(SheetIdentity.of(sheet(List.of("x"))).isSound()).isFalse();
    }

    private static org.smssev.common.io.Sheets.Sheet sheet(List<String> lines) {
        List<org.smssev.common.io.Sheets.Line> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new org.smssev.common.io.Sheets.Line(rows.size() + 1, List.of(line))));
        return new org.smssev.common.io.Sheets.Sheet(SheetIdentity.SHEET, rows, true, Map.of());
    }

    private XSSFWorkbook written(Feedback feedback, Language language, int round) throws IOException {
        Dossier patented = new Dossier(
                "T1",
                "=Graphene()",
                "石墨烯",
                "materials",
                List.of("PATENT", "LIST"),
                16L,
                List.of(0, 2, 5, 9),
                2019,
                "PARALLEL",
                List.of("C01B 32 (hub)"),
                List.of("controlled 085001J"),
                List.of("CN-1-A Film", "US-2-B1 Layer"),
                0,
                new Dossier.Opinions(2, 1, 0, List.of("over 5 nm (Acme)")));
        Dossier nominated = new Dossier(
                "T2",
                "Space robots",
                null,
                null,
                List.of("EXPERT"),
                null,
                List.of(),
                0,
                null,
                List.of(),
                List.of(),
                List.of(),
                2,
                Dossier.Opinions.NONE);
        Path file = dir.resolve("sheet.xlsx");
        new ScoreBook(new Questionnaire(settings(language)), "Test", List.of(patented, nominated), feedback, round)
                .write("E1", file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Config.Evaluate settings(Language language) {
        PanelConfig d = PanelConfig.DEFAULTS;
        Map<String, Double> dimensions = new LinkedHashMap<>();
        dimensions.put("necessity", .4);
        dimensions.put("feasibility", .3);
        dimensions.put("impact", .3);
        PanelConfig panel = new PanelConfig(
                INDICATORS,
                d.leastIndicators(),
                d.labels(),
                language,
                d.deadlines(),
                d.late(),
                d.strict(),
                d.applicantConflict(),
                d.delphi(),
                d.ahp(),
                d.familiarity(),
                d.sectorsPart(),
                d.comments());
        return new Config.Evaluate(List.of(), null, dimensions, 0, 10, Config.Evaluate.Rule.MEAN, 1, panel);
    }
}
