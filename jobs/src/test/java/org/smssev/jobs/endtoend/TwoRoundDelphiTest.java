package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.smssev.jobs.evaluate.FilledSheets.cell;
import static org.smssev.jobs.evaluate.FilledSheets.seen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.PanelTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.SupplementTables;
import org.smssev.jobs.evaluate.FilledSheets;
import org.smssev.jobs.run.RunHistory;

/**
 * A panel of twenty in two rounds, from the command line: sheets written, filled in by Apache POI, which has no part in
 * reading them, read by a run, sheets of the second round written and filled in by what they show, read again.
 */
class TwoRoundDelphiTest {
    private static final List<String> DIMENSIONS = List.of("Necessity", "Feasibility", "Impact");
    private static final String DROPOUT = "E20";
    private static final int EXPERTS = 20;

    private final Demo demo = Demo.once();
    private final Path warehouse = Demo.folder("delphi");
    private final Path sheets = Demo.folder("delphi-sheets");
    private final Path experts = sheets.resolve("experts.csv");
    private String applicant;
    /** What each expert wrote: round, technology and dimension to scores. */
    private final Map<String, List<Double>> written = new TreeMap<>();

    @Test
    void twoRoundsConvergeAndShowMediansButNoNames() throws IOException {
        // What does not hang on scores need not be computed again.
        Demo.copy(demo.warehouse, warehouse);
        assertThat(run("[]").computed()).containsExactly("evaluate", "grade", "truth", "report");
        assertThat(scoresheet(1).out()).contains("20 score sheets of round 1");
        // As long as nobody has answered they are written anew.
        assertThat(scoresheet(1).out()).contains("20 score sheets of round 1");
        checkAnswersAreKept();
        bringApplicant();
        for (Path sheet : sheetsOf(1)) {
            fill(sheet, 1, this::firstRound);
        }
        String first = "[" + sheets.resolve("filled/round-1-*.xlsx") + "]";
        Console late = run(first);
        assertThat(late.exit()).as(late.err()).isZero();
        assertThat(late.computed()).containsExactly("evaluate", "grade", "truth", "report");
        checkMedians(1);

        assertThat(scoresheet(2).out()).contains("20 score sheets of round 2");
        for (Path sheet : sheetsOf(2)) {
            if (!sheet.toString().contains(DROPOUT)) {
                assertThat(foreignIds(sheet)).isEmpty();
                fill(sheet, 2, this::secondRound);
            }
        }
        // Judge and group weigh alike: the judgements are those of one and the same person.
        Path pairs = sheets.resolve("pairs.csv");
        Files.writeString(pairs, """
                expert_id,i,j,value
                E01,necessity,feasibility,2
                E01,necessity,impact,4
                E01,feasibility,impact,2
                """);
        Console second = run(
                "[" + sheets.resolve("filled/*.xlsx") + "]",
                "-D",
                "evaluate.panel.ahp.pairwise=" + pairs,
                "-D",
                "evaluate.panel.ahp.weights=AIJ");
        assertThat(second.exit()).as(second.err()).isZero();
        checkMedians(2);
        checkRounds();
        checkWeights();
        checkApplicant();
        // Comments on technologies that are no candidates are told; nothing else is.
        assertThat(TableDigest.published(warehouse, EvaluateTables.RejectedCell.class))
                .noneMatch(cell -> cell.file().endsWith(".xlsx"));
        assertThat(TableDigest.published(warehouse, GradeTables.Technology.class))
                .filteredOn(row -> row.score() != null)
                .hasSizeGreaterThan(40);
    }

    /** A sheet that came back into the folder it was written to is not written over. */
    private void checkAnswersAreKept() throws IOException {
        Path sheet = sheetsOf(1).get(2);
        Path other = sheetsOf(1).get(0);
        byte[] blank = Files.readAllBytes(sheet);
        fill(sheet, 1, this::firstRound);
        Path filled = sheets.resolve("filled").resolve(sheet.getFileName());
        Files.move(filled, sheet, StandardCopyOption.REPLACE_EXISTING);
        byte[] answers = Files.readAllBytes(sheet);
        Files.delete(other);

        Console again = scoresheets(1);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err())
                .contains(sheet.getFileName() + ": answers of experts would be overwritten", "Nothing was written");
        assertThat(sheet).hasBinaryContent(answers);
        assertThat(other).doesNotExist();

        // Also one that tells of the expert alone, and a score that is a formula saved without its value.
        Path blanks = Files.write(sheets.resolve("blank.xlsx"), blank);
        FilledSheets.fill(
                blanks,
                sheet,
                book -> book.getSheet("about_you").getRow(1).getCell(2).setCellValue("large 大"));
        assertThat(scoresheets(1).err()).contains(sheet.getFileName() + ": answers of experts would be overwritten");
        FilledSheets.fill(
                blanks,
                sheet,
                book -> cell(book.getSheet("scores"), 1, "Necessity").setCellFormula("4+3"));
        assertThat(scoresheets(1).err()).contains(sheet.getFileName() + ": answers of experts would be overwritten");

        Files.write(sheet, blank);
        written.clear();
        assertThat(scoresheets(1).exit()).isZero();
        assertThat(other).exists();
    }

    /** Weights 4 to 2 to 1 are those of the panel, not those of the configuration, and grade every technology. */
    private void checkWeights() {
        Map<String, Double> weights = Map.of("necessity", 4 / 7.0, "feasibility", 2 / 7.0, "impact", 1 / 7.0);
        assertThat(TableDigest.published(warehouse, PanelTables.Weight.class))
                .filteredOn(PanelTables.Weight::inUse)
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.source()).isEqualTo("AIJ");
                    assertThat(row.weight()).isCloseTo(weights.get(row.dimension()), within(1e-9));
                });
        Map<String, Double> sums = new TreeMap<>();
        for (GradeTables.Explain row : TableDigest.published(warehouse, GradeTables.Explain.class)) {
            assertThat(row.weight()).isCloseTo(weights.get(row.term()), within(1e-9));
            assertThat(row.contribution()).isCloseTo(row.weight() * row.value(), within(1e-6));
            sums.merge(row.technologyId(), row.contribution(), Double::sum);
        }
        assertThat(TableDigest.published(warehouse, GradeTables.Technology.class))
                .filteredOn(row -> row.score() != null)
                .allSatisfy(row -> assertThat(row.score()).isCloseTo(sums.get(row.technologyId()), within(1e-6)));
        assertThat(RunHistory.read(TableDigest.warehouse(warehouse), MetaTables.Convention.class).stream()
                        .filter(row -> row.convention().equals("grade.weights"))
                        .map(MetaTables.Convention::choice))
                .contains("necessity 0.5714, feasibility 0.2857, impact 0.1429");
    }

    private void checkRounds() {
        List<PanelTables.Round> rounds = TableDigest.published(warehouse, PanelTables.Round.class);
        assertThat(rounds).extracting(PanelTables.Round::returned).containsExactly(EXPERTS, EXPERTS - 1);
        assertThat(rounds).extracting(PanelTables.Round::dropouts).containsExactly(0, 1);
        assertThat(rounds.get(1).response()).isEqualTo(.95);
        assertThat(rounds.get(0).decision()).isEqualTo("CONTINUE");
        assertThat(rounds.get(1).agreed()).isGreaterThan(rounds.get(0).agreed());
        Map<Integer, Double> w = new TreeMap<>();
        TableDigest.published(warehouse, EvaluateTables.Agreement.class).stream()
                .filter(row -> row.sector().equals("ALL") && row.dimension().equals("necessity"))
                .filter(row -> row.measure().equals("krippendorff"))
                .forEach(row -> w.put(row.round(), row.value()));
        assertThat(w.get(2)).isGreaterThan(w.get(1));
    }

    /** Makes the foremost applicant the organisation of an expert, who then declares nothing. */
    private void bringApplicant() throws IOException {
        Map<String, Integer> families = new TreeMap<>();
        applicantOf().values().forEach(name -> families.merge(name, 1, Integer::sum));
        applicant = families.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        String roster = Files.readString(demo.warehouse.resolve("input").resolve("experts.csv"));
        Files.createDirectories(sheets);
        Files.writeString(experts, roster.replaceAll("(?m)^E05,(\"[^\"]*\"|[^,]*),", "E05," + applicant + " Co.,"));
    }

    private Map<String, String> applicantOf() {
        return TableDigest.published(warehouse, IngestTables.Family.class).stream()
                .filter(family -> family.applicant() != null)
                .collect(Collectors.toMap(IngestTables.Family::familyId, IngestTables.Family::applicant));
    }

    /** The expert is left out of every technology in which the organisation applied for patents, and nobody else is. */
    private void checkApplicant() {
        Map<String, String> applicantOf = applicantOf();
        Set<String> candidates = TableDigest.published(warehouse, ScreenTables.Supplemented.class).stream()
                .map(ScreenTables.Supplemented::candidateId)
                .collect(Collectors.toSet());
        Set<String> expected = TableDigest.published(warehouse, ScreenTables.CandidateFamily.class).stream()
                .filter(row -> applicant.equals(applicantOf.get(row.familyId())))
                .map(ScreenTables.CandidateFamily::candidateId)
                .filter(candidates::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        TableDigest.published(warehouse, SupplementTables.NominatedFamily.class).stream()
                .filter(row -> applicant.equals(applicantOf.get(row.familyId())))
                .forEach(row -> expected.add(row.candidateId()));
        assertThat(expected).isNotEmpty();
        List<EvaluateTables.Assessment> conflicts =
                TableDigest.published(warehouse, EvaluateTables.Assessment.class).stream()
                        .filter(row -> row.conflict() && row.round() == 1)
                        .toList();
        assertThat(conflicts.stream().filter(row -> row.conflictReason().equals("APPLICANT")))
                .allMatch(row -> row.expertId().equals("E05"));
        assertThat(conflicts.stream()
                        .filter(row -> row.expertId().equals("E05"))
                        .map(EvaluateTables.Assessment::candidateId))
                .containsAll(expected);
    }

    /** The medians of the tables are those of what was written, conflicts left out. */
    private void checkMedians(int round) {
        List<PanelTables.Question> rows = TableDigest.published(warehouse, PanelTables.Question.class).stream()
                .filter(row -> row.round() == round)
                .toList();
        Map<String, Long> excluded = new TreeMap<>();
        TableDigest.published(warehouse, EvaluateTables.Score.class).stream()
                .filter(score -> score.round() == round && score.excluded())
                .forEach(score -> excluded.merge(score.candidateId() + score.dimension(), 1L, Long::sum));
        int checked = 0;
        for (PanelTables.Question row : rows) {
            List<Double> scores = written.get(round + row.candidateId() + row.dimension());
            if (!excluded.containsKey(row.candidateId() + row.dimension())) {
                assertThat(row.median()).isCloseTo(median(scores), within(1e-9));
                assertThat(row.n()).isEqualTo(scores.size());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    private interface Judge {
        double score(Sheet sheet, int row, String dimension, Random random);
    }

    private double firstRound(Sheet sheet, int row, String dimension, Random random) {
        int merit = Math.floorMod(seen(cell(sheet, row, "technology_id")).hashCode() + dimension.hashCode(), 7);
        return Math.round(10 * Math.max(0, Math.min(10, 3 + merit + 1.6 * random.nextGaussian()))) / 10.0;
    }

    /** Half way from the own score to the median, both as the sheet shows them. */
    private double secondRound(Sheet sheet, int row, String dimension, Random random) {
        String panel = seen(cell(sheet, row, dimension + ": median (quartiles) of the panel"));
        double own = cell(sheet, row, dimension + ": your score").getNumericCellValue();
        double median = Double.parseDouble(panel.substring(0, panel.indexOf(' ')));
        List<Double> before =
                written.get(1 + seen(cell(sheet, row, "technology_id")) + dimension.toLowerCase(Locale.ROOT));
        assertThat(before).contains(own);
        return Math.round(10 * (own + median) / 2) / 10.0;
    }

    private void fill(Path empty, int round, Judge judge) throws IOException {
        Files.createDirectories(sheets.resolve("filled"));
        Path filled = sheets.resolve("filled").resolve(String.valueOf(empty.getFileName()));
        Random random = new Random(empty.getFileName().toString().hashCode());
        FilledSheets.fill(empty, filled, book -> {
            Sheet sheet = book.getSheet("scores");
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                for (String dimension : DIMENSIONS) {
                    double score = judge.score(sheet, row, dimension, random);
                    cell(sheet, row, dimension).setCellValue(score);
                    String question =
                            round + seen(cell(sheet, row, "technology_id")) + dimension.toLowerCase(Locale.ROOT);
                    written.computeIfAbsent(question, key -> new ArrayList<>()).add(score);
                }
                cell(sheet, row, "Familiarity 1-5").setCellValue(1 + random.nextInt(5));
                cell(sheet, row, "Conflict of interest").setCellValue("no 否");
            }
            book.getSheet("about_you").getRow(1).getCell(2).setCellValue("large 大");
        });
    }

    /** Ids of other experts, and organisations, in any cell of a sheet. */
    private List<String> foreignIds(Path sheet) throws IOException {
        List<String> names = new ArrayList<>();
        for (int e = 1; e <= EXPERTS; e++) {
            String id = String.format(Locale.ROOT, "E%02d", e);
            if (!sheet.getFileName().toString().contains(id)) {
                names.add(id);
            }
        }
        Files.readAllLines(demo.warehouse.resolve("input").resolve("experts.csv")).stream()
                .skip(1)
                .map(line -> line.replaceAll("^[^,]*,\"?(SYNTHETIC [A-Za-z ]+).*$", "$1"))
                .forEach(names::add);
        List<String> found = new ArrayList<>();
        FilledSheets.fill(sheet, Files.createTempFile(sheets, "seen", ".tmp"), (Workbook book) -> {
            for (Sheet one : book) {
                for (Row row : one) {
                    for (Cell cell : row) {
                        String text = seen(cell);
                        names.stream().filter(text::equals).forEach(found::add);
                    }
                }
            }
        });
        return found;
    }

    private List<Path> sheetsOf(int round) throws IOException {
        try (Stream<Path> files = Files.list(sheets)) {
            return files.filter(file -> file.getFileName().toString().startsWith("round-" + round + "-"))
                    .sorted()
                    .toList();
        }
    }

    private Console scoresheet(int round) {
        Console console = scoresheets(round);
        assertThat(console.exit()).as(console.err()).isZero();
        return console;
    }

    private Console scoresheets(int round) {
        return Console.run(
                "scoresheet",
                "--round",
                String.valueOf(round),
                "--out",
                sheets.toString(),
                "--config",
                demo.config.toString(),
                "--warehouse",
                warehouse.toString());
    }

    private Console run(String scores, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--config",
                demo.config.toString(),
                "--warehouse",
                warehouse.toString(),
                "-D",
                "evaluate.scores=" + scores,
                "-D",
                "evaluate.panel.applicant-conflict=1",
                "-D",
                "evaluate.experts=" + (Files.exists(experts) ? experts : "input/experts.csv"),
                "--master",
                "local[2]"));
        words.addAll(List.of(more));
        return Console.run(words.toArray(String[]::new));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(x -> x).sorted().toArray();
        int n = sorted.length;
        return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }
}
