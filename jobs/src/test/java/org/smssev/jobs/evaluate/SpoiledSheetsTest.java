package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smssev.jobs.evaluate.FilledSheets.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** A score sheet of ours, filled in with Apache POI and then spoiled: each fault is told with its cell and its reason. */
class SpoiledSheetsTest {
    private static final int ROUND = 2;
    private static final int TECHNOLOGIES = SheetFaults.TECHNOLOGIES;
    private static final Deadlines DEADLINES = new Deadlines(Map.of(ROUND, LocalDate.parse("2026-03-31")), true);
    private static final Config.Evaluate SETTINGS = settings();

    @TempDir
    static Path dir;

    private static Path sound;

    @BeforeAll
    static void fillIn() throws IOException {
        sound = filled("sound", "T");
    }

    /** A sheet filled in, of technologies whose ids begin so. */
    private static Path filled(String name, String prefix) throws IOException {
        List<Dossier> dossiers = candidates().stream()
                .limit(TECHNOLOGIES)
                .map(candidate -> new Dossier(
                        candidate.candidateId().replace("T", prefix),
                        candidate.nameEn(),
                        candidate.nameZh(),
                        null,
                        List.of("PATENT"),
                        12L,
                        List.of(1, 2, 4),
                        2020,
                        "LEAD",
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        Dossier.Opinions.NONE))
                .toList();
        Path empty = dir.resolve("empty-" + name + ".xlsx");
        new ScoreBook(new Questionnaire(SETTINGS), "Test", dossiers, Feedback.none(), ROUND).write("E1", empty);
        Path full = dir.resolve(name + ".xlsx");
        FilledSheets.fill(empty, full, book -> {
            Sheet sheet = book.getSheet("scores");
            for (int row = 1; row <= TECHNOLOGIES; row++) {
                cell(sheet, row, "Necessity").setCellValue(7 + row / 2.0);
                cell(sheet, row, "Feasibility").setCellValue(6);
                cell(sheet, row, "Impact").setCellValue(5);
                cell(sheet, row, "Familiarity 1-5").setCellValue("3");
                cell(sheet, row, "Conflict of interest").setCellValue("no 否");
            }
            book.getSheet("about_you").getRow(1).getCell(2).setCellValue("large 大");
            FilledSheets.saveAt(book, Instant.parse("2026-03-31T10:00:00Z"));
        });
        return full;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.smssev.jobs.evaluate.SheetFaults#all")
    void isToldWithItsCellAndReasonAndTheRestCounts(String name, SheetFaults.Spoil spoil) throws IOException {
        Set<String> expected = new TreeSet<>();
        Path file = dir.resolve(name.replaceAll("\\W", "-") + ".xlsx");
        FilledSheets.fill(
                sound, file, book -> spoil.of(book, book.getSheet("scores")).forEach(expected::add));
        ScoreReader reader = read(file);
        assertThat(reader.rejected().stream().map(cell -> cell.cell() + " " + cell.reason()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(reader.rejected())
                .allMatch(cell -> cell.file().endsWith(file.getFileName().toString())
                        && !cell.detail().isEmpty());
        long lost =
                reader.rejected().stream().filter(SpoiledSheetsTest::isScore).count();
        assertThat(reader.taken().scores())
                .hasSizeGreaterThanOrEqualTo((int) Math.max(0, 3L * TECHNOLOGIES - lost - TECHNOLOGIES));
    }

    @Test
    void allFaultsOfAllSheetsAreToldAtOnce() throws IOException {
        Path one = dir.resolve("one.xlsx");
        Path two = dir.resolve("two.xlsx");
        FilledSheets.fill(sound, one, book -> {
            cell(book.getSheet("scores"), 1, "Impact").setCellValue("x");
            cell(book.getSheet("scores"), 3, "Impact").setCellValue(99);
        });
        FilledSheets.fill(
                sound, two, book -> cell(book.getSheet("scores"), 2, "Impact").setCellValue("y"));
        ScoreReader reader = reader();
        ScoreFiles.read(List.of(input(one), input(two)), new Questionnaire(SETTINGS), () -> null, reader::add);
        // The second sheet repeats what the first gave.
        List<RejectedCell> spoiled = reader.rejected().stream()
                .filter(cell -> !cell.reason().equals("DUPLICATE_ROW"))
                .toList();
        assertThat(spoiled).hasSize(3);
        assertThatThrownBy(() -> Strictness.check(spoiled, true))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("evaluate.scores: 3 cells rejected")
                .hasMessageContaining(
                        "one.xlsx, sheet scores, " + spoiled.get(0).cell() + ": NOT_A_NUMBER; seen: 'x'")
                .hasMessageContaining(
                        "two.xlsx, sheet scores, " + spoiled.get(2).cell());
    }

    @Test
    void aSoundSheetIsTakenWhole() throws IOException {
        ScoreReader reader = read(sound);
        assertThat(reader.rejected()).isEmpty();
        assertThat(reader.taken().scores()).hasSize(3 * TECHNOLOGIES);
        assertThat(reader.taken().bases()).hasSize(1);
        assertThat(scoreOf(reader, "T3", "necessity")).contains(8.5);
    }

    @Test
    void aSheetThatAskedByOtherIdsIsReadByItsNames() throws IOException {
        ScoreReader reader = read(filled("other-ids", "OLD-"));
        assertThat(reader.rejected()).isEmpty();
        assertThat(reader.taken().scores()).hasSize(3 * TECHNOLOGIES);
        assertThat(scoreOf(reader, "T3", "necessity")).contains(8.5);
    }

    @Test
    void aSheetWhoseTechnologiesAreGoneIsWarnedOfWithTheWayOut() throws IOException {
        Path gone = dir.resolve("gone.xlsx");
        FilledSheets.fill(filled("old", "OLD-"), gone, book -> {
            for (int row = 1; row <= TECHNOLOGIES; row++) {
                cell(book.getSheet("scores"), row, "Technology").setCellValue("Former " + row);
            }
        });
        ScoreReader reader = read(gone);
        assertThat(reader.taken().scores()).isEmpty();
        assertThat(reader.rejected()).extracting(RejectedCell::reason).containsOnly("UNKNOWN_TECHNOLOGY");
        assertThat(UnknownTechnologies.message(UnknownTechnologies.of(reader.rejected())))
                .contains(
                        " scores in 1 file do not count",
                        "because " + TECHNOLOGIES
                                + " technologies do not match this run. The first: technology 'OLD-1' Former 1",
                        "supplement.candidates",
                        "smssev scoresheet");
    }

    @Test
    void harmlessChangesAreUnderstood() throws IOException {
        Path file = dir.resolve("harmless.xlsx");
        FilledSheets.fill(sound, file, book -> {
            Sheet sheet = book.getSheet("scores");
            cell(sheet, 1, "Necessity").setCellValue("８．５");
            cell(sheet, 2, "Necessity").setCellValue(" 8.5 ");
            cell(sheet, 3, "Necessity").setCellFormula("8+0.5");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell(sheet, 3, "Necessity"));
            cell(sheet, 4, "Technology").setCellValue("what I call it");
            cell(sheet, 0, "Feasibility").setCellValue("可行性");
            cell(sheet, 2, "expert_id").setBlank();
            cell(sheet, 2, "round").setBlank();
            // Rows in another order, columns moved, and a new one between them.
            swap(sheet, 1, 4);
            int impact = FilledSheets.column(sheet, "Impact");
            for (Row row : sheet) {
                Cell far = row.createCell(60);
                String label = FilledSheets.seen(row.getCell(impact));
                far.setCellValue(label);
                row.getCell(impact).setCellValue(row.getRowNum() == 0 ? "My notes" : "note");
            }
        });
        ScoreReader reader = read(file);
        assertThat(reader.rejected()).isEmpty();
        assertThat(reader.taken().scores()).hasSize(3 * TECHNOLOGIES);
        for (String technology : List.of("T1", "T2", "T3")) {
            assertThat(scoreOf(reader, technology, "necessity")).contains(8.5);
        }
        assertThat(scoreOf(reader, "T4", "impact")).contains(5.0);
    }

    @Test
    void scoresCopiedIntoAnotherWorkbookAreReadByTheirColumns() throws IOException {
        Path file = dir.resolve("copied.xlsx");
        FilledSheets.fill(sound, file, book -> {
            book.removeSheetAt(book.getSheetIndex(SheetIdentity.SHEET));
            book.removeSheetAt(book.getSheetIndex("guide"));
        });
        ScoreReader reader = read(file);
        assertThat(reader.rejected()).isEmpty();
        assertThat(reader.taken().scores()).hasSize(3 * TECHNOLOGIES);
    }

    @Test
    void filesThatAreNoScoreSheetsAreRefused() throws IOException {
        Path without = dir.resolve("without.xlsx");
        FilledSheets.fill(sound, without, book -> book.removeSheetAt(book.getSheetIndex("scores")));
        Path twice = dir.resolve("twice.xlsx");
        FilledSheets.fill(
                sound, twice, book -> cell(book.getSheet("scores"), 0, "Impact").setCellValue("Necessity"));
        byte[] bytes = Files.readAllBytes(sound);
        Path half = Files.write(dir.resolve("half.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> read(without))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("without.xlsx: no sheet of scores");
        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("row 1 has the column necessity twice");
        assertThatThrownBy(() -> read(half))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a damaged workbook");
    }

    @Test
    void lateSheetsCanBeTakenAndCounted() throws IOException {
        Path file = dir.resolve("late.xlsx");
        FilledSheets.fill(sound, file, book -> FilledSheets.saveAt(book, Instant.parse("2026-04-02T00:00:00Z")));
        ScoreReader reader = new ScoreReader(
                new CandidateIndex(candidates(), Map.of()),
                new Questionnaire(SETTINGS),
                Set.of("E1"),
                new Deadlines(DEADLINES.days(), false));
        ScoreFiles.read(input(file), new Questionnaire(SETTINGS), () -> null).forEach(reader::add);
        assertThat(reader.taken().scores()).hasSize(3 * TECHNOLOGIES);
        assertThat(reader.late()).isEqualTo(TECHNOLOGIES);
    }

    private static Optional<Double> scoreOf(ScoreReader reader, String technology, String dimension) {
        return Optional.ofNullable(reader.taken().scores().get(new Taken.Key(ROUND, "E1", technology, dimension)))
                .map(Taken.Given::score);
    }

    private static boolean isScore(RejectedCell cell) {
        return !cell.cell().startsWith("row") && !cell.cell().startsWith("column");
    }

    private static void swap(Sheet sheet, int one, int other) {
        SheetFaults.copyRow(sheet, one, 99);
        sheet.removeRow(sheet.getRow(one));
        SheetFaults.copyRow(sheet, other, one);
        sheet.removeRow(sheet.getRow(other));
        SheetFaults.copyRow(sheet, 99, other);
        sheet.removeRow(sheet.getRow(99));
    }

    private static ScoreReader read(Path file) {
        ScoreReader reader = reader();
        ScoreFiles.read(input(file), new Questionnaire(SETTINGS), () -> null).forEach(reader::add);
        return reader;
    }

    private static ScoreReader reader() {
        return new ScoreReader(
                new CandidateIndex(candidates(), Map.of()), new Questionnaire(SETTINGS), Set.of("E1", "E2"), DEADLINES);
    }

    private static InputFile input(Path file) {
        String name = String.valueOf(file.getFileName());
        return new InputFile("scores", file, name, name, 1);
    }

    private static List<Supplemented> candidates() {
        List<Supplemented> candidates = new ArrayList<>();
        for (int t = 1; t <= TECHNOLOGIES + 1; t++) {
            candidates.add(new Supplemented(
                    "T" + t,
                    "Technology " + t,
                    "技术" + t,
                    null,
                    List.of("PATENT"),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    null,
                    "NONE",
                    null,
                    null,
                    null));
        }
        return candidates;
    }

    private static Config.Evaluate settings() {
        Map<String, Double> dimensions = new LinkedHashMap<>();
        dimensions.put("necessity", .4);
        dimensions.put("feasibility", .3);
        dimensions.put("impact", .3);
        return new Config.Evaluate(List.of(), null, dimensions, 0, 10, Config.Evaluate.Rule.MEAN, 1);
    }
}
