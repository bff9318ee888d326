package org.smssev.jobs.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** Writes the score sheets of a round: one workbook per expert, from the tables of the last published run. */
public final class ScoreSheets {
    private static final String ALL_YEARS = "ALL";

    private ScoreSheets() {}

    /** Where published tables come from; a table that the run does not have is empty. */
    public interface Published {
        <T extends Record> List<T> rows(Class<T> type);
    }

    /** What a sheet needs of a family. */
    @Table(name = "ingest.families", comment = "Year of each family.", key = "family_id")
    public record FamilyYear(
            @Column("family") String familyId,
            @Column(value = "year", nullable = true) Integer priorityYear) {}

    /** What a sheet needs of a candidate's family. */
    @Table(
            name = "screen.candidate_families",
            comment = "Families of each candidate.",
            key = {"candidate_id", "family_id"})
    public record FamilyOf(
            @Column("candidate") String candidateId,
            @Column("family") String familyId) {}

    /** What a sheet needs of a nominated candidate's family. */
    @Table(
            name = "supplement.candidate_families",
            comment = "Families of each nominated candidate.",
            key = {"candidate_id", "family_id"})
    public record NominatedFamilyOf(
            @Column("candidate") String candidateId,
            @Column("family") String familyId) {}

    /**
     * Writes the workbooks.
     *
     * @param roster file of the experts
     * @param out folder, made where it does not exist; workbooks of the same name without answers are written anew
     * @return the files, in the order of the experts
     * @throws UserException INPUT if there is no technology to ask about, or no score of the round before; USAGE if a workbook of
     *     the same name holds answers, and nothing is written
     */
    public static List<Path> write(Published published, Config config, Path roster, int round, Path out) {
        List<Supplemented> candidates = published.rows(Supplemented.class);
        if (candidates.isEmpty()) {
            throw new UserException(
                    Exit.INPUT,
                    "screen.candidates: the published run selected no technologies. Lower the cut of the screen and run"
                            + " again.");
        }
        Feedback feedback = Feedback.none();
        if (round > 1) {
            List<Score> scores = published.rows(Score.class);
            if (scores.stream().noneMatch(score -> score.round() == round - 1)) {
                throw new UserException(
                        Exit.INPUT,
                        "--round " + round + ": the published run has no scores of round " + (round - 1)
                                + ". Name their files in evaluate.scores and run `smssev run` first.");
            }
            feedback = Feedback.of(round - 1, scores);
        }
        Questionnaire asked = new Questionnaire(config.evaluate());
        List<Dossier> dossiers = Dossiers.of(tables(published, config, candidates), asked);
        ScoreBook book = new ScoreBook(asked, config.project().name(), dossiers, feedback, round);
        try {
            return write(book, asked, files(Roster.read(roster).keySet(), round, out));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + out, e);
        }
    }

    /** The file of each expert. */
    private static Map<Path, String> files(Iterable<String> experts, int round, Path out) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (String expert : experts) {
            Path file = out.resolve("round-" + round + "-" + fileName(expert) + ".xlsx");
            if (files.put(file, expert) != null) {
                throw new UserException(
                        Exit.INPUT,
                        file + ": two experts would get this file. Use ids of letters and digits in evaluate.experts.");
            }
        }
        return files;
    }

    private static List<Path> write(ScoreBook book, Questionnaire asked, Map<Path, String> files) throws IOException {
        List<Path> answered = files.keySet().stream()
                .filter(file -> Files.isRegularFile(file) && isAnswered(file, asked))
                .toList();
        if (!answered.isEmpty()) {
            throw new UserException(
                    Exit.USAGE,
                    answered.get(0) + (answered.size() > 1 ? " and " + (answered.size() - 1) + " more" : "")
                            + ": answers of experts would be overwritten. Nothing was written. Name another folder with --out,"
                            + " or move the files.");
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().toAbsolutePath().getParent());
            // Written beside it, so that a disk which is full leaves no half of a workbook.
            Path part = file.getKey().resolveSibling(file.getKey().getFileName() + ".part");
            try {
                book.write(file.getValue(), part);
                Files.move(part, file.getKey(), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return List.copyOf(files.keySet());
    }

    /** Whether a file holds an answer, or may, as it cannot be read as a workbook of scores. */
    private static boolean isAnswered(Path file, Questionnaire asked) {
        List<ScoreSheet> sheets;
        try {
            sheets = ScoreFiles.read(new InputFile("scores", file, file.toString(), "", 0), asked, () -> null);
        } catch (UserException e) {
            return true;
        }
        List<String> filled = new ArrayList<>(asked.asked());
        filled.addAll(Questionnaire.BESIDE);
        filled.addAll(List.of(Questionnaire.SCORE, SelfAnswers.ANSWER));
        // Of a score that is a formula saved without its value there is but a note.
        return sheets.stream().anyMatch(sheet -> !sheet.notes().isEmpty())
                || sheets.stream()
                        .flatMap(sheet -> sheet.table().rows().stream())
                        .anyMatch(row -> filled.stream().anyMatch(column -> row.get(column) != null));
    }

    private static String fileName(String expert) {
        return expert.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
    }

    private static Dossiers.Tables tables(Published published, Config config, List<Supplemented> candidates) {
        String level = config.network().level().name();
        Map<String, Integer> yearOf = new TreeMap<>();
        int lastYear = 0;
        for (FamilyYear family : published.rows(FamilyYear.class)) {
            if (family.priorityYear() != null) {
                yearOf.put(family.familyId(), family.priorityYear());
                lastYear = Math.max(lastYear, family.priorityYear());
            }
        }
        Map<String, TreeMap<Integer, Integer>> years = new TreeMap<>();
        List<FamilyOf> families = new ArrayList<>(published.rows(FamilyOf.class));
        published
                .rows(NominatedFamilyOf.class)
                .forEach(row -> families.add(new FamilyOf(row.candidateId(), row.familyId())));
        for (FamilyOf family : families) {
            Integer year = yearOf.get(family.familyId());
            if (year != null) {
                years.computeIfAbsent(family.candidateId(), id -> new TreeMap<>())
                        .merge(year, 1, Integer::sum);
            }
        }
        return new Dossiers.Tables(
                candidates,
                published.rows(CandidateMember.class),
                published.rows(TechnologyItem.class),
                published.rows(IpcNode.class).stream()
                        .filter(node ->
                                node.level().equals(level) && node.period().equals(ALL_YEARS))
                        .toList(),
                published.rows(Evidence.class),
                published.rows(Comment.class),
                years,
                lastYear - config.release().truncatedYears());
    }
}
