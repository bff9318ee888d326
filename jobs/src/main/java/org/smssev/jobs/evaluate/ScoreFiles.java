package org.smssev.jobs.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;
import org.smssev.common.stage.InputFile;

/** Score sheets of a file: workbook, delimited text, Parquet file, or folder of a Delta table or of Parquet files. */
final class ScoreFiles {
    private ScoreFiles() {}

    /**
     * Reads the sheets that hold scores.
     *
     * @param spark called for tables only, as a session is slow to start
     * @throws UserException INPUT if no sheet has the columns of a layout
     */
    static List<ScoreSheet> read(InputFile file, Set<String> dimensions, Supplier<SparkSession> spark) {
        Path path = file.path();
        boolean isTable = Files.isDirectory(path) || path.toString().endsWith(".parquet");
        List<Sheets.Sheet> sheets = isTable ? List.of(table(path, spark.get())) : Sheets.read(path);
        List<ScoreSheet> found = new ArrayList<>();
        for (Sheets.Sheet sheet : sheets) {
            if (ScoreReader.isScores(sheet, dimensions)) {
                Sheets.Table rows = Sheets.table(sheet, path, "round", "expert_id", "technology_id");
                found.add(new ScoreSheet(path.toString(), file.sha256(), sheet.name(), rows));
            }
        }
        if (found.isEmpty()) {
            throw new UserException(
                    Exit.INPUT,
                    path + " holds no sheet of scores: give it the columns round, expert_id, technology_id, and either "
                            + String.join(", ", dimensions) + ", or dimension and score");
        }
        return found;
    }

    /** A table has no row order: its rows are numbered in the order of their text, after a header row. */
    private static Sheets.Sheet table(Path path, SparkSession spark) {
        String format = Files.isDirectory(path.resolve("_delta_log")) ? "delta" : "parquet";
        Dataset<Row> data = spark.read().format(format).load(path.toUri().toString());
        List<List<String>> rows = new ArrayList<>();
        for (Row row : data.collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)).strip());
            }
            rows.add(cells);
        }
        rows.sort((a, b) -> a.toString().compareTo(b.toString()));
        rows.add(0, List.of(data.columns()));
        List<Sheets.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new Sheets.Line(i + 1, Collections.unmodifiableList(rows.get(i))));
        }
        return new Sheets.Sheet("", lines);
    }
}
