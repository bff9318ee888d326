package org.smssev.jobs.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.io.Sheets;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Nomination;

/** Files of nominations and decisions, through the disk. */
class PanelFilesTest {
    @TempDir
    Path folder;

    private Path csv(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void everyColumnOfANominationIsRead() throws IOException {
        Path file = csv(
                "n.csv",
                "nomination_no,expert_id,organisation,technology_en,technology_zh,domain,ipc,rationale,evidence,date,essential",
                "N1,E1,Acme,Anodes,负极,Batteries,H01M4/04; B05D 1/12;H01M 4/04,because,US-1-A,2026-01-31,yes",
                "N2,E2,Beta,,石墨炔,,,,,,否");
        assertThat(NominationReader.read(List.of(file)))
                .containsExactly(
                        new Nominated(
                                new Nomination("N1", "E1", "Acme", "Anodes", "because"),
                                "Anodes",
                                "负极",
                                "Batteries",
                                List.of("B05D 1/12", "H01M 4/04"),
                                "US-1-A",
                                LocalDate.of(2026, 1, 31),
                                true),
                        new Nominated(
                                new Nomination("N2", "E2", "Beta", "石墨炔", null),
                                "石墨炔",
                                "石墨炔",
                                null,
                                List.of(),
                                null,
                                null,
                                false));
    }

    @Test
    void aWorkbookMayHoldOtherSheets() throws IOException {
        Path file = folder.resolve("n.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("read me").value(0, 0, "Thank you for your nominations");
            Worksheet sheet = workbook.newWorksheet("mine");
            String[][] cells = {
                {"nomination_no", "expert_id", "organisation", "technology_en"}, {"N1", "E1", "Acme", "Anodes"}
            };
            for (int r = 0; r < cells.length; r++) {
                for (int c = 0; c < cells[r].length; c++) {
                    sheet.value(r, c, cells[r][c]);
                }
            }
        }
        assertThat(NominationReader.read(List.of(file)))
                .extracting(Nominated::nameEn)
                .containsExactly("Anodes");
    }

    @Test
    void allThatIsWrongInAllFilesIsToldAtOnce() throws IOException {
        Path first = csv(
                "first.csv",
                "nomination_no,expert_id,organisation,technology_en,ipc,date,essential",
                "N1,E1,Acme,Anodes,H01M 4;XYZ,2026-02-30,perhaps",
                "N2,,Acme,,,,");
        Path second = csv(
                "second.csv",
                "nomination_no,expert_id,organisation,technology_en",
                "N1,E1,Acme,Cathodes",
                "N4,E1,Acme,!!");
        Path third = csv("third.csv", "no,who", "1,2");
        assertThatThrownBy(() -> NominationReader.read(List.of(first, second, third, folder.resolve("absent.csv"))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("first.csv, E2: invalid IPC code (\"XYZ\")")
                .hasMessageContaining("first.csv, F2: invalid date (\"2026-02-30\")")
                .hasMessageContaining("first.csv, G2: unknown answer (\"perhaps\")")
                .hasMessageContaining("first.csv, B3: expert_id is missing")
                .hasMessageContaining("first.csv, D3: no technology name")
                .hasMessageContaining("second.csv, A2: nomination N1 already exists in")
                .hasMessageContaining("second.csv, D3: no technology name")
                .hasMessageContaining("third.csv: no header row with the columns nomination_no")
                .hasMessageContaining("absent.csv: file not found");
    }

    private static Review review(String... names) {
        List<Nominated> group = IntStream.range(0, names.length)
                .mapToObj(i -> new Nominated(
                        new Nomination("N" + (i + 1), "E" + i, "Acme", names[i], "=1+1"),
                        names[i],
                        null,
                        null,
                        List.of("H01M 4/04"),
                        null,
                        null,
                        null))
                .toList();
        Candidate candidate = Candidates.technology("t1", "Anodes", "H01M 4", true);
        return new Review(group, 1, new Matcher.Match(candidate, .25, 2 / 3.0, false), null);
    }

    private static List<List<String>> rows(Path workbook) {
        return Sheets.read(workbook).get(0).lines().stream()
                .map(Sheets.Line::cells)
                .toList();
    }

    @Test
    void theReviewIsDecidedInASpreadsheetAndReadBack() throws IOException {
        Path queue = folder.resolve("review.xlsx");
        try (OutputStream out = Files.newOutputStream(queue)) {
            ReviewWorkbook.write(out, List.of(review("=cmd|'/c calc'!A0", "Coating"), review("Robots")));
        }
        assertThat(DecisionReader.read(List.of(queue))).isEmpty();
        List<String> first = rows(queue).get(1);
        assertThat(rows(queue).get(0).get(14)).isEqualTo("decision");
        assertThat(first.get(0)).isEqualTo("N1; N2");
        assertThat(first.get(1)).isEqualTo("'=cmd|'/c calc'!A0");
        assertThat(first.get(5)).isEqualTo("'=1+1");
        assertThat(first.get(11)).isEqualTo("0.667");
        try (ZipFile zip = new ZipFile(queue.toFile())) {
            byte[] xml =
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
            // The cells offer the three words; nothing is a formula, which a cell would hold in an element f.
            assertThat(new String(xml, StandardCharsets.UTF_8))
                    .contains("O2:O3", "MERGE,NEW,REJECT")
                    .doesNotContain("<f>");
        }
        Path decided = folder.resolve("decided.xlsx");
        try (OutputStream out = Files.newOutputStream(decided);
                Workbook workbook = new Workbook(out, "a person", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("review");
            for (int r = 0; r < rows(queue).size(); r++) {
                List<String> cells = rows(queue).get(r);
                for (int c = 0; c < cells.size(); c++) {
                    sheet.value(r, c, cells.get(c));
                }
            }
            sheet.value(1, 14, "merge");
            sheet.value(1, 15, "Li");
        }
        assertThat(DecisionReader.read(List.of(decided)))
                .isEqualTo(Map.of(
                        "N1", new Decision(Decision.Verdict.MERGE, "t1", "Li", null),
                        "N2", new Decision(Decision.Verdict.MERGE, "t1", "Li", null)));
    }

    @Test
    void decisionsThatCannotBeCarriedOutAreToldAtOnce() throws IOException {
        Path file = csv(
                "d.csv",
                "nominations,candidate_id,decision",
                "N1,t1,perhaps",
                "N2,,MERGE",
                "N3,t1,合并",
                "N3;N4,t1,NEW",
                ",t1,NEW",
                "N5,t1,");
        assertThatThrownBy(() -> DecisionReader.read(List.of(file)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("C2: unknown decision (\"perhaps\")")
                .hasMessageContaining("B3: MERGE without a candidate")
                .hasMessageContaining("C5: nomination N3 has another decision in")
                .hasMessageContaining("A6: no nomination numbers");
    }
}
