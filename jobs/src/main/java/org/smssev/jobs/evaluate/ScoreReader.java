package org.smssev.jobs.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smssev.common.io.Sheets;
import org.smssev.common.tables.EvaluateTables.RejectedCell;

/**
 * Takes score sheets apart, cell by cell. Layouts: wide, one column per dimension or sub-indicator; or long, with the
 * columns dimension and score. An empty cell is a missing score, never 0. A cell that cannot be taken is told with its
 * reason, and the other cells of its row still count. Of several scores of an expert for the same question the first one
 * counts.
 */
final class ScoreReader {
    private static final int MOST_ROUNDS = 999;
    private static final int MOST_FAMILIAR = 5;
    private static final int SHOWN = 200;

    private final Questionnaire asked;
    private final SheetGate gate;
    private final Taken taken = new Taken();
    private final List<RejectedCell> rejected = new ArrayList<>();

    /**
     * A reader.
     *
     * @param experts the only experts allowed; empty for any
     * @param deadlines last day of each round that has one, as of {@link SheetGate}
     */
    ScoreReader(CandidateIndex candidates, Questionnaire asked, Set<String> experts, Deadlines deadlines) {
        this.asked = asked;
        this.gate = new SheetGate(candidates, experts, deadlines);
    }

    /** What was taken. */
    Taken taken() {
        return taken;
    }

    /** Cells not taken. */
    List<RejectedCell> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    /** Late rows that were taken all the same. */
    long late() {
        return gate.late();
    }

    /** Takes a sheet. */
    void add(ScoreSheet sheet) {
        if (SelfAnswers.isSelf(sheet.table())) {
            addSelf(sheet);
            return;
        }
        boolean isLong =
                sheet.table().has(Questionnaire.DIMENSION) && sheet.table().has(Questionnaire.SCORE);
        List<String> wide = asked.asked().stream().filter(sheet.table()::has).toList();
        for (Sheets.TableRow row : sheet.table().rows()) {
            Map<String, String> columns = new LinkedHashMap<>();
            if (isLong) {
                String name = row.get(Questionnaire.DIMENSION);
                columns.put(Questionnaire.SCORE, name == null ? "" : asked.column(name.toLowerCase(Locale.ROOT)));
            } else {
                wide.forEach(name -> columns.put(name, name));
            }
            addRow(sheet, row, columns);
        }
        if (sheet.identity() != null && sheet.identity().isSound()) {
            lacks(sheet, wide);
        }
    }

    private void addSelf(ScoreSheet sheet) {
        SheetIdentity identity = sheet.identity();
        if (identity != null && identity.isSound()) {
            taken.putBasis(
                    identity.round(),
                    identity.expertId(),
                    SelfAnswers.of(
                            sheet.table(),
                            (row, column, reason, detail) ->
                                    reject(sheet, row, column, identity.round(), reason, detail)));
        }
    }

    /** @param columns column of a score -> dimension or indicator that it is about */
    private void addRow(ScoreSheet sheet, Sheets.TableRow row, Map<String, String> columns) {
        SheetGate.Verdict verdict = gate.verdict(sheet, row);
        if (verdict.reason() != null) {
            rejectAll(sheet, row, columns.keySet(), verdict);
            return;
        }
        Taken.Pair pair = verdict.pair();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            String raw = row.get(column.getKey());
            String dimension = asked.dimensionOf(column.getValue());
            Sheets.Note note = sheet.notes().get(row.reference(column.getKey()));
            if (note != null) {
                reject(sheet, row, column.getKey(), pair.round(), note.name(), noteDetail(note));
            } else if (raw == null) {
                if (column.getValue().equals(dimension) && !hasIndicators(row, dimension, columns)) {
                    taken.addMissing(pair.expertId());
                }
            } else if (dimension == null) {
                String allowed =
                        "dimension is '" + column.getValue() + "'; allowed: " + String.join(", ", asked.asked());
                reject(sheet, row, column.getKey(), pair.round(), "UNKNOWN_DIMENSION", allowed);
            } else {
                addScore(sheet, row, column.getKey(), pair, dimension, column.getValue());
            }
        }
        addSaid(sheet, row, pair);
    }

    /** Whether the sub-indicators of a row stand for an empty cell of their dimension. */
    private boolean hasIndicators(Sheets.TableRow row, String dimension, Map<String, String> columns) {
        long given = asked.indicators(dimension).keySet().stream()
                .filter(indicator -> columns.containsKey(indicator) && row.get(indicator) != null)
                .count();
        return given > 0 && given >= asked.fewestIndicators(dimension);
    }

    private void addScore(
            ScoreSheet sheet, Sheets.TableRow row, String column, Taken.Pair pair, String dimension, String indicator) {
        Taken.Key key = new Taken.Key(pair.round(), pair.expertId(), pair.candidateId(), dimension, indicator);
        BigDecimal number = Answers.number(row.get(column)).orElse(null);
        String allowed = asked.min() + " to " + asked.max();
        if (number == null) {
            reject(sheet, row, column, key.round(), "NOT_A_NUMBER", "allowed: a number from " + allowed);
        } else if (number.doubleValue() < asked.min() || number.doubleValue() > asked.max()) {
            reject(sheet, row, column, key.round(), "OUT_OF_RANGE", "allowed: " + allowed);
        } else {
            String cell = sheet.file() + " " + sheet.sheet() + " " + row.reference(column);
            Taken.Given given = new Taken.Given(number.doubleValue(), cell.replaceAll(" +", " "));
            Taken.Given before = taken.putScore(key, given);
            if (before != null) {
                String first = "expert " + key.expertId() + " has already scored " + indicator + " of "
                        + key.candidateId() + " in " + before.cell();
                reject(sheet, row, column, key.round(), "DUPLICATE_ROW", first);
            }
        }
    }

    private void addSaid(ScoreSheet sheet, Sheets.TableRow row, Taken.Pair pair) {
        Integer familiarity = null;
        String raw = row.get(Questionnaire.FAMILIARITY);
        if (raw != null) {
            familiarity = Answers.whole(raw, 1, MOST_FAMILIAR).orElse(null);
            if (familiarity == null) {
                String reason = Answers.number(raw).isEmpty() ? "NOT_A_NUMBER" : "OUT_OF_RANGE";
                reject(sheet, row, Questionnaire.FAMILIARITY, pair.round(), reason, "allowed: 1, 2, 3, 4 or 5");
            }
        }
        Optional<Boolean> conflict = Answers.yes(row.get(Questionnaire.CONFLICT));
        if (conflict.isEmpty()) {
            reject(sheet, row, Questionnaire.CONFLICT, pair.round(), "NOT_YES_OR_NO", "allowed: yes or no");
        }
        String basis = row.get(Questionnaire.BASIS);
        taken.putSaid(
                pair,
                new Taken.Said(
                        familiarity,
                        Authority.Basis.of(basis)
                                .map(known -> known.words().get(0))
                                .orElse(basis),
                        // Who writes something else may well mean a conflict, so the scores do not count until it is
                        // mended.
                        conflict.orElse(true),
                        row.get(Questionnaire.COMMENT),
                        row.get(Questionnaire.PARAMETER)));
    }

    /** Every filled cell of a row that cannot be taken is told. */
    private void rejectAll(ScoreSheet sheet, Sheets.TableRow row, Set<String> columns, SheetGate.Verdict verdict) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(Questionnaire.BESIDE);
        for (String column : all) {
            if (row.get(column) != null || sheet.notes().containsKey(row.reference(column))) {
                reject(sheet, row, column, verdict.round(), verdict.reason(), verdict.detail());
            }
        }
    }

    /** What a sheet of ours no longer has: rows of technologies, columns of scores. */
    private void lacks(ScoreSheet sheet, List<String> wide) {
        SheetIdentity identity = sheet.identity();
        for (String column : asked.asked()) {
            if (!wide.contains(column)) {
                rejectPlace(sheet, "column " + column, "MISSING_COLUMN", "the column was removed from the header");
            }
        }
        for (String technology : gate.absent(sheet)) {
            rejectPlace(
                    sheet,
                    "row of " + technology,
                    "MISSING_ROW",
                    "the row of this technology was removed from the sheet of round " + identity.round());
        }
    }

    private void rejectPlace(ScoreSheet sheet, String place, String reason, String detail) {
        rejected.add(new RejectedCell(
                sheet.identity().round(), sheet.sha256(), sheet.file(), sheet.sheet(), place, reason, detail, null));
    }

    private void reject(ScoreSheet sheet, Sheets.TableRow row, String column, int round, String reason, String detail) {
        String seen = row.get(column) == null ? "" : row.get(column);
        String words = "seen: '" + (seen.length() > SHOWN ? seen.substring(0, SHOWN) + "..." : seen) + "'; " + detail;
        String cell = row.reference(column);
        rejected.add(new RejectedCell(round, sheet.sha256(), sheet.file(), sheet.sheet(), cell, reason, words, seen));
    }

    private static String noteDetail(Sheets.Note note) {
        return switch (note) {
            case FORMULA_WITHOUT_VALUE -> "a formula without a saved value; write the value";
            case PERCENT -> "a percentage; write a number of points";
        };
    }

    /** The round of a cell, 0 where it is none. */
    static int round(String text) {
        return Answers.whole(text, 1, MOST_ROUNDS).orElse(0);
    }
}
