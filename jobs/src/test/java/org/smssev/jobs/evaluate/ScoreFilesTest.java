package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.io.Sheets;
import org.smssev.common.stage.InputFile;

class ScoreFilesTest {
    private static final Questionnaire ASKED = new Questionnaire(
            new Config.Evaluate(List.of(), null, Map.of("necessity", 1.0), 0, 10, Config.Evaluate.Rule.MEAN, 1));

    @TempDir
    Path dir;

    @Test
    void workbookGivesItsScoreSheetWithCellReferences() throws IOException {
        Path file = dir.resolve("scores.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("guide").value(0, 0, "Please score from 0 to 10");
            Worksheet sheet = workbook.newWorksheet("scores");
            List<String> header = List.of("round", "expert_id", "technology_id", "necessity", "comment");
            for (int j = 0; j < header.size(); j++) {
                sheet.value(1, j, header.get(j));
            }
            sheet.value(2, 0, 1);
            sheet.value(2, 1, "E1");
            sheet.value(2, 2, "T1");
            sheet.value(2, 3, 8.5);
            sheet.value(2, 4, LocalDate.of(2026, 1, 31));
            sheet.style(2, 4).format("yyyy-MM-dd").set();
            sheet.value(4, 1, "E2");
            sheet.formula(4, 3, "HYPERLINK(\"http://example.org\")");
        }
        List<ScoreSheet> sheets = read(file);
        assertThat(sheets).extracting(ScoreSheet::sheet).containsExactly("scores");
        Sheets.TableRow row = sheets.get(0).table().rows().get(0);
        assertThat(row.get("round")).isEqualTo("1");
        assertThat(row.get("necessity")).isEqualTo("8.5");
        assertThat(row.get("comment")).isEqualTo("2026-01-31");
        assertThat(row.reference("necessity")).isEqualTo("D3");
        Sheets.TableRow formula = sheets.get(0).table().rows().get(1);
        assertThat(formula.reference("necessity")).isEqualTo("D5");
        assertThat(formula.get("necessity")).isNull();
        assertThat(sheets.get(0).notes()).containsExactly(entry("D5", Sheets.Note.FORMULA_WITHOUT_VALUE));
    }

    @Test
    void fileWithoutScoresIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("technology_id");
    }

    @Test
    void everyFileThatCannotBeReadIsTold() throws IOException {
        Path one = Files.writeString(dir.resolve("one.csv"), "a,b\n1,2\n");
        Path two = Files.writeString(dir.resolve("two.xlsx"), "no workbook");
        List<InputFile> files = List.of(
                new InputFile("scores", one, "one.csv", "01", 1), new InputFile("scores", two, "two.xlsx", "02", 1));
        assertThatThrownBy(() -> ScoreFiles.read(files, ASKED, () -> null, sheet -> {}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("one.csv")
                .hasMessageContaining("two.xlsx");
    }

    private static List<ScoreSheet> read(Path file) {
        return ScoreFiles.read(
                new InputFile("scores", file, String.valueOf(file.getFileName()), "00", 1), ASKED, () -> {
                    throw new AssertionError("no session is needed");
                });
    }
}
