package org.smssev.jobs.supplement;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.io.CellText;
import org.smssev.common.io.Sheets;
import org.smssev.jobs.supplement.Decision.Verdict;

/**
 * Reads what people decided in copies of the review workbook: columns nominations (numbers with semicolons), candidate_id
 * and decision (MERGE, NEW or REJECT; 合并, 新增 or 拒绝), and, if there, decided_by and comment. Rows without a decision are
 * not decided. All problems of all files are told together.
 */
final class DecisionReader {
    private static final String NOMINATIONS = "nominations";
    private static final String CANDIDATE = "candidate_id";
    private static final String DECISION = "decision";
    private static final Map<String, Verdict> CHINESE =
            Map.of("合并", Verdict.MERGE, "新增", Verdict.NEW, "拒绝", Verdict.REJECT);

    private final Problems problems = new Problems();
    private final Map<String, Decision> decisions = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();

    private DecisionReader() {}

    /**
     * The decisions by number of nomination.
     *
     * @throws UserException with exit 3, naming each file, sheet and cell, if a column is missing, a decision is none, a
     *     merge names no candidate, or one nomination is decided in two ways
     */
    static Map<String, Decision> read(List<Path> files) {
        DecisionReader reader = new DecisionReader();
        files.forEach(reader::file);
        reader.problems.throwIfAny("supplement.decisions");
        return reader.decisions;
    }

    private void file(Path file) {
        try {
            List<Sheets.Sheet> sheets = Sheets.read(file);
            List<Sheets.Sheet> tables = sheets.stream()
                    .filter(sheet -> Sheets.hasHeader(sheet, NOMINATIONS, CANDIDATE, DECISION))
                    .toList();
            for (Sheets.Sheet sheet : tables.isEmpty() ? sheets.subList(0, 1) : tables) {
                Sheets.table(sheet, file, NOMINATIONS, CANDIDATE, DECISION)
                        .rows()
                        .forEach(row -> take(file, sheet, row));
            }
        } catch (UserException e) {
            problems.add(e.getMessage());
        }
    }

    private void take(Path file, Sheets.Sheet sheet, Sheets.TableRow row) {
        String word = text(row, DECISION);
        if (word == null) {
            return;
        }
        Verdict verdict = verdict(word);
        String candidate = text(row, CANDIDATE);
        String numbers = text(row, NOMINATIONS);
        if (verdict == null) {
            problems.add(
                    file, sheet, row, DECISION, "unknown decision (\"" + word + "\"). Write MERGE, NEW or REJECT.");
        } else if (verdict == Verdict.MERGE && candidate == null) {
            problems.add(file, sheet, row, CANDIDATE, "MERGE without a candidate. Fill in its id.");
        } else if (numbers == null) {
            problems.add(file, sheet, row, NOMINATIONS, "no nomination numbers. Fill them in.");
        } else {
            Decision decision = new Decision(
                    verdict,
                    verdict == Verdict.MERGE ? candidate : null,
                    text(row, "decided_by"),
                    text(row, "comment"));
            for (String number : numbers.split("[;；]", -1)) {
                if (!number.isBlank()) {
                    decide(file, sheet, row, number.strip(), decision);
                }
            }
        }
    }

    private void decide(Path file, Sheets.Sheet sheet, Sheets.TableRow row, String number, Decision decision) {
        Decision before = decisions.putIfAbsent(number, decision);
        String place = places.putIfAbsent(number, file + ", " + row.reference(DECISION));
        if (before != null
                && (before.verdict() != decision.verdict()
                        || !String.valueOf(before.candidateId()).equals(String.valueOf(decision.candidateId())))) {
            problems.add(
                    file,
                    sheet,
                    row,
                    DECISION,
                    "nomination " + number + " has another decision in " + place + ". Keep one of them.");
        }
    }

    private static Verdict verdict(String word) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(word.toUpperCase(Locale.ROOT))) {
                return verdict;
            }
        }
        return CHINESE.get(word);
    }

    private static String text(Sheets.TableRow row, String column) {
        String text = row.get(column);
        return text == null ? null : CellText.original(text);
    }
}
