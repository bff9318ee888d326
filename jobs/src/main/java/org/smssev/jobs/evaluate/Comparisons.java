package org.smssev.jobs.evaluate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;

/** Reads pairwise comparisons of the dimensions: columns expert_id, i, j, value; {@code 1/3} is a value too. */
final class Comparisons {
    private static final double LEAST = 1.0 / 9 - 1e-9;
    private static final double MOST = 9;
    private static final double RECIPROCAL = 1e-3;

    private final Path file;
    private final List<String> dimensions;
    private final Map<String, double[][]> judges = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Comparisons(Path file, List<String> dimensions) {
        this.file = file;
        this.dimensions = dimensions;
    }

    /**
     * The matrix of each expert, by id, in the order of the dimensions.
     *
     * @throws UserException INPUT naming every cell that cannot be taken and every pair that is missing
     */
    static Map<String, double[][]> read(Path file, List<String> dimensions) {
        Comparisons comparisons = new Comparisons(file, dimensions);
        Sheets.Table table = Sheets.table(Sheets.read(file).get(0), file, "expert_id", "i", "j", "value");
        table.rows().forEach(comparisons::add);
        comparisons.judges.forEach(comparisons::complete);
        if (comparisons.judges.isEmpty()) {
            comparisons.problems.add(file + ": no comparisons. Add a row for each expert and each pair of dimensions.");
        }
        if (!comparisons.problems.isEmpty()) {
            throw new UserException(Exit.INPUT, String.join("\n", comparisons.problems));
        }
        return comparisons.judges;
    }

    private void add(Sheets.TableRow row) {
        String expert = row.get("expert_id");
        int i = dimensions.indexOf(row.get("i"));
        int j = dimensions.indexOf(row.get("j"));
        double value = value(row.get("value"));
        if (expert == null) {
            problem(row, "expert_id", "is empty. Name the expert.");
        } else if (i < 0) {
            problem(
                    row,
                    "i",
                    "not a dimension ('" + row.get("i") + "'). Use one of " + String.join(", ", dimensions) + ".");
        } else if (j < 0) {
            problem(
                    row,
                    "j",
                    "not a dimension ('" + row.get("j") + "'). Use one of " + String.join(", ", dimensions) + ".");
        } else if (!(value >= LEAST && value <= MOST)) {
            problem(row, "value", "out of range ('" + row.get("value") + "'). Use a value from 1/9 to 9.");
        } else if (i == j) {
            if (value != 1) {
                problem(row, "value", dimensions.get(i) + " is compared with itself. Use 1, or remove the row.");
            }
        } else {
            double[][] a = judges.computeIfAbsent(expert, id -> new double[dimensions.size()][dimensions.size()]);
            if (a[i][j] == 0) {
                a[i][j] = value;
                a[j][i] = 1 / value;
            } else if (Math.abs(a[i][j] / value - 1) > RECIPROCAL) {
                problem(
                        row,
                        "value",
                        "'" + row.get("value") + "' contradicts an earlier row of this pair (" + a[i][j]
                                + "). Make j to i the reciprocal of i to j.");
            }
        }
    }

    private void complete(String expert, double[][] a) {
        for (int i = 0; i < a.length; i++) {
            a[i][i] = 1;
            for (int j = i + 1; j < a.length; j++) {
                if (a[i][j] == 0) {
                    problems.add(file + ": expert " + expert + " does not compare " + dimensions.get(i) + " with "
                            + dimensions.get(j) + ". Add a row.");
                }
            }
        }
    }

    private void problem(Sheets.TableRow row, String column, String what) {
        problems.add(file + ", cell " + row.reference(column) + " (" + column + "): " + what);
    }

    private static double value(String text) {
        String[] parts = text == null ? new String[0] : text.split("/", -1);
        if (parts.length < 1 || parts.length > 2) {
            return Double.NaN;
        }
        double top = Answers.number(parts[0]).map(BigDecimal::doubleValue).orElse(Double.NaN);
        return parts.length == 1
                ? top
                : top / Answers.number(parts[1]).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }
}
