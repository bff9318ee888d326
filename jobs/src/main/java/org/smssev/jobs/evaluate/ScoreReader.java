package org.smssev.jobs.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.io.Sheets;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Takes score sheets apart, cell by cell. Layouts: wide, one column per dimension; or long, with the columns dimension
 * and score. An empty cell is a missing score, never 0. A cell that cannot be taken is told with its reason, and the
 * other cells of its row still count. Of several scores of an expert for the same question the first one counts.
 */
final class ScoreReader {
    private static final int MOST_FAMILIAR = 5;

    private final CandidateIndex candidates;
    private final Set<String> dimensions;
    private final double min;
    private final double max;
    private final Set<String> experts;
    private final TreeMap<Key, Given> scores = new TreeMap<>();
    private final TreeMap<Pair, Said> said = new TreeMap<>();
    private final TreeMap<String, Long> missing = new TreeMap<>();
    private final List<RejectedCell> rejected = new ArrayList<>();

    /**
     * A reader.
     *
     * @param experts the only experts allowed; empty for any
     */
    ScoreReader(CandidateIndex candidates, Set<String> dimensions, double min, double max, Set<String> experts) {
        this.candidates = candidates;
        this.dimensions = dimensions;
        this.min = min;
        this.max = max;
        this.experts = experts;
    }

    /** What a score is about. */
    record Key(int round, String expertId, String candidateId, String dimension) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int pair = pair().compareTo(other.pair());
            return pair != 0 ? pair : dimension.compareTo(other.dimension);
        }

        Pair pair() {
            return new Pair(round, expertId, candidateId);
        }
    }

    /** What the words beside scores are about. */
    record Pair(int round, String expertId, String candidateId) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byRound = Integer.compare(round, other.round);
            int byExpert = byRound != 0 ? byRound : expertId.compareTo(other.expertId);
            return byExpert != 0 ? byExpert : candidateId.compareTo(other.candidateId);
        }
    }

    /** A score that was taken, and where it stands. */
    record Given(double score, String cell) {}

    /** What an expert said beside the scores; all but {@code conflict} may be null. */
    record Said(Integer familiarity, String basis, boolean conflict, String comment) {}

    /** Scores taken, in the order of their keys. */
    Map<Key, Given> scores() {
        return Collections.unmodifiableMap(scores);
    }

    /** What was said beside them. */
    Map<Pair, Said> said() {
        return Collections.unmodifiableMap(said);
    }

    /** Empty score cells by expert. */
    Map<String, Long> missing() {
        return Collections.unmodifiableMap(missing);
    }

    /** Cells not taken. */
    List<RejectedCell> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    /** Whether a sheet has one of the layouts; other sheets, such as instructions, are passed over. */
    static boolean isScores(Sheets.Sheet sheet, Set<String> dimensions) {
        return Sheets.hasHeader(sheet, "round", "expert_id", "technology_id")
                && (Sheets.hasHeader(sheet, "dimension", "score")
                        || dimensions.stream().anyMatch(dimension -> Sheets.hasHeader(sheet, dimension)));
    }

    /** Takes a sheet. */
    void add(ScoreSheet sheet) {
        boolean isLong = sheet.table().has("dimension") && sheet.table().has("score");
        for (Sheets.TableRow row : sheet.table().rows()) {
            if (isLong) {
                String dimension = row.get("dimension");
                String found = dimension == null ? "" : dimension.toLowerCase(Locale.ROOT);
                addRow(sheet, row, Map.of("score", found));
            } else {
                Map<String, String> columns = new TreeMap<>();
                dimensions.stream().filter(sheet.table()::has).forEach(name -> columns.put(name, name));
                addRow(sheet, row, columns);
            }
        }
    }

    /** @param columns column of a score -> dimension that it is about */
    private void addRow(ScoreSheet sheet, Sheets.TableRow row, Map<String, String> columns) {
        int round = round(row.get("round"));
        String expert = row.get("expert_id");
        Optional<Supplemented> candidate = candidates.find(row.get("technology_id"), row.get("technology"));
        String reason = null;
        String detail = null;
        if (round == 0) {
            reason = "UNKNOWN_ROUND";
            detail = "round is '" + text(row.get("round")) + "'; allowed: 1, 2, ...";
        } else if (expert == null || !(experts.isEmpty() || experts.contains(expert))) {
            reason = "UNKNOWN_EXPERT";
            detail = "expert is '" + text(expert) + "', whom the file of experts does not name";
        } else if (candidate.isEmpty()) {
            reason = "UNKNOWN_TECHNOLOGY";
            detail = "technology is '" + text(row.get("technology_id")) + "' " + text(row.get("technology"))
                    + "; no candidate, or more than one, has this id, number or name";
        }
        for (Map.Entry<String, String> column : columns.entrySet()) {
            String raw = row.get(column.getKey());
            if (raw != null && reason != null) {
                reject(sheet, row, column.getKey(), round, reason, detail);
            } else if (raw != null && !dimensions.contains(column.getValue())) {
                String allowed = "dimension is '" + column.getValue() + "'; allowed: " + String.join(", ", dimensions);
                reject(sheet, row, column.getKey(), round, "UNKNOWN_DIMENSION", allowed);
            } else if (raw != null) {
                Key key = new Key(round, expert, candidate.get().candidateId(), column.getValue());
                addScore(sheet, row, column.getKey(), key);
            } else if (reason == null) {
                missing.merge(expert, 1L, Long::sum);
            }
        }
        if (reason == null) {
            addSaid(sheet, row, new Pair(round, expert, candidate.get().candidateId()));
        }
    }

    private void addScore(ScoreSheet sheet, Sheets.TableRow row, String column, Key key) {
        BigDecimal number = number(row.get(column));
        if (number == null) {
            reject(sheet, row, column, key.round(), "NOT_A_NUMBER", "allowed: a number from " + min + " to " + max);
        } else if (number.doubleValue() < min || number.doubleValue() > max) {
            reject(sheet, row, column, key.round(), "OUT_OF_RANGE", "allowed: " + min + " to " + max);
        } else if (scores.containsKey(key)) {
            String first = "expert " + key.expertId() + " scored " + key.dimension() + " of " + key.candidateId()
                    + " already in " + scores.get(key).cell();
            reject(sheet, row, column, key.round(), "DUPLICATE_ROW", first);
        } else {
            String cell = sheet.file() + " " + sheet.sheet() + " " + row.reference(column);
            scores.put(key, new Given(number.doubleValue(), cell.replaceAll(" +", " ")));
        }
    }

    /** Of what several rows say, the first of each counts; a conflict stands once any row declares it. */
    private void addSaid(ScoreSheet sheet, Sheets.TableRow row, Pair pair) {
        Integer familiarity = null;
        String raw = row.get("familiarity");
        if (raw != null) {
            BigDecimal number = number(raw);
            if (number == null) {
                reject(sheet, row, "familiarity", pair.round(), "NOT_A_NUMBER", "allowed: 1 to " + MOST_FAMILIAR);
            } else if (number.doubleValue() < 1
                    || number.doubleValue() > MOST_FAMILIAR
                    || number.stripTrailingZeros().scale() > 0) {
                reject(sheet, row, "familiarity", pair.round(), "OUT_OF_RANGE", "allowed: 1, 2, 3, 4 or 5");
            } else {
                familiarity = number.intValueExact();
            }
        }
        String conflict = text(row.get("conflict")).toLowerCase(Locale.ROOT);
        boolean declared = List.of("yes", "y", "true", "1", "是", "有").contains(conflict);
        if (!declared && !List.of("", "no", "n", "false", "0", "否", "无").contains(conflict)) {
            reject(sheet, row, "conflict", pair.round(), "NOT_YES_OR_NO", "allowed: yes or no");
        }
        Said before = said.getOrDefault(pair, new Said(null, null, false, null));
        said.put(
                pair,
                new Said(
                        before.familiarity() == null ? familiarity : before.familiarity(),
                        before.basis() == null ? row.get("basis") : before.basis(),
                        before.conflict() || declared,
                        before.comment() == null ? row.get("comment") : before.comment()));
    }

    private void reject(ScoreSheet sheet, Sheets.TableRow row, String column, int round, String reason, String detail) {
        String seen = row.get(column);
        String words = "seen: '" + (seen.length() > 200 ? seen.substring(0, 200) + "..." : seen) + "'; " + detail;
        String cell = row.reference(column);
        rejected.add(new RejectedCell(round, sheet.sha256(), sheet.file(), sheet.sheet(), cell, reason, words, seen));
    }

    private static int round(String text) {
        BigDecimal number = text == null ? null : number(text);
        boolean isRound = number != null
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(1000)) < 0
                && number.stripTrailingZeros().scale() <= 0;
        return isRound ? number.intValueExact() : 0;
    }

    private static BigDecimal number(String text) {
        // A few plain digits: neither 1e999999999, which would fill the memory, nor NaN, nor 0x1p3.
        return text.matches("[+-]?\\d{1,15}(\\.\\d{0,20})?|[+-]?\\.\\d{1,20}") ? new BigDecimal(text) : null;
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
