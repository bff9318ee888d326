package org.smssev.jobs.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.LocalPaths;
import org.smssev.common.io.Sheets;
import org.smssev.common.stage.InputFile;

/** Score sheets of a file: workbook, delimited text, Parquet file, or folder of a Delta table or of Parquet files. */
final class ScoreFiles {
    private static final int HEADER_WITHIN = 20;

    private ScoreFiles() {}

    /**
     * Reads files of scores; a copy of a file is passed over, as its cells would only be told twice.
     *
     * @param spark called for tables only, as a session is slow to start
     * @throws UserException INPUT naming every file that cannot be read
     */
    static void read(
            List<InputFile> files, Questionnaire asked, Supplier<SparkSession> spark, Consumer<ScoreSheet> taken) {
        Set<String> seen = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (InputFile file : files) {
            if (seen.add(file.sha256())) {
                try {
                    read(file, asked, spark).forEach(taken);
                } catch (UserException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(Exit.INPUT, String.join("\nsmssev: ", problems));
        }
    }

    /**
     * Reads the sheets of a file that hold scores.
     *
     * @throws UserException INPUT if no sheet has the columns of a layout
     */
    static List<ScoreSheet> read(InputFile file, Questionnaire asked, Supplier<SparkSession> spark) {
        Path path = file.path();
        boolean isTable = Files.isDirectory(path) || path.toString().endsWith(".parquet");
        List<Sheets.Sheet> sheets = isTable ? List.of(table(path, spark.get())) : Sheets.readAll(path);
        SheetIdentity identity = sheets.stream()
                .filter(sheet -> sheet.isHidden() && sheet.name().equals(SheetIdentity.SHEET))
                .findFirst()
                .map(SheetIdentity::of)
                .orElse(null);
        LocalDate savedOn = isTable
                ? null
                : Sheets.savedAt(path)
                        .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())
                        .orElse(null);
        List<ScoreSheet> found = new ArrayList<>();
        for (Sheets.Sheet given : sheets) {
            Sheets.Sheet sheet = canonical(given, asked);
            if (!sheet.isHidden() && (isScores(sheet, asked, identity) || SelfAnswers.isSelf(sheet))) {
                String[] required = SelfAnswers.isSelf(sheet) ? SelfAnswers.COLUMNS : required(identity);
                found.add(new ScoreSheet(
                        // Not its path: where the files lie is no part of a result.
                        file.name(),
                        file.sha256(),
                        sheet.name(),
                        Sheets.table(sheet, path, required),
                        sheet.notes(),
                        identity,
                        savedOn));
            }
        }
        if (found.stream().allMatch(sheet -> SelfAnswers.isSelf(sheet.table()))) {
            throw new UserException(
                    Exit.INPUT,
                    path + ": no sheet of scores found. Add the columns round, expert_id and technology_id, and either "
                            + String.join(", ", asked.dimensions()) + " or dimension and score.");
        }
        return found;
    }

    /** Whether a sheet has one of the layouts; others, such as instructions, are passed over. */
    private static boolean isScores(Sheets.Sheet sheet, Questionnaire asked, SheetIdentity identity) {
        return Sheets.hasHeader(sheet, required(identity))
                && (Sheets.hasHeader(sheet, Questionnaire.DIMENSION, Questionnaire.SCORE)
                        || asked.asked().stream().anyMatch(name -> Sheets.hasHeader(sheet, name)));
    }

    /** A workbook that says whose it is needs less in its rows. */
    private static String[] required(SheetIdentity identity) {
        return identity != null && identity.isSound()
                ? new String[] {Questionnaire.TECHNOLOGY_ID}
                : new String[] {Questionnaire.ROUND, Questionnaire.EXPERT, Questionnaire.TECHNOLOGY_ID};
    }

    /** The sheet with the names of columns as they are read, whatever the language of its header. */
    static Sheets.Sheet canonical(Sheets.Sheet sheet, Questionnaire asked) {
        List<Sheets.Line> lines = new ArrayList<>(sheet.lines());
        for (int at = 0; at < Math.min(HEADER_WITHIN, lines.size()); at++) {
            List<String> cells =
                    lines.get(at).cells().stream().map(asked::column).toList();
            if (cells.contains(Questionnaire.TECHNOLOGY_ID)) {
                lines.set(at, new Sheets.Line(lines.get(at).number(), cells));
            }
        }
        return new Sheets.Sheet(sheet.name(), lines, sheet.isHidden(), sheet.notes());
    }

    /** A table has no row order: its rows are numbered in the order of their text, after a header row. */
    private static Sheets.Sheet table(Path path, SparkSession spark) {
        Dataset<Row> data = Files.isDirectory(path.resolve("_delta_log"))
                ? spark.read().format("delta").load(LocalPaths.plain(path))
                : spark.read().parquet(LocalPaths.literal(path));
        List<String[]> cells = new ArrayList<>();
        for (Row row : data.collectAsList()) {
            cells.add(IntStream.range(0, row.size())
                    .mapToObj(i ->
                            row.isNullAt(i) ? "" : String.valueOf(row.get(i)).strip())
                    .toArray(String[]::new));
        }
        cells.sort(Arrays::compare);
        List<List<String>> rows = new ArrayList<>(List.of(List.of(data.columns())));
        cells.forEach(row -> rows.add(List.of(row)));
        List<Sheets.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new Sheets.Line(i + 1, Collections.unmodifiableList(rows.get(i))));
        }
        return new Sheets.Sheet("", lines);
    }
}
