package org.smssev.jobs.supplement;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.smssev.common.io.CellText;

/**
 * The review queue as a workbook to decide in: one row for each nominated name that may be a candidate there is, with
 * both sides' words, and the columns decision, decided_by and comment to fill in.
 */
final class ReviewWorkbook {
    private static final int LONGEST = 2_000;
    private static final int WIDTH = 28;
    private static final List<String> HEADER = List.of(
            "nominations",
            "name",
            "name_zh",
            "organisations",
            "ipc",
            "rationale",
            "candidate_id",
            "candidate_name",
            "candidate_name_zh",
            "candidate_definition",
            "candidate_ipc",
            "match_score",
            "text_cosine",
            "ipc_jaccard",
            "decision",
            "decided_by",
            "comment");
    private static final List<String> HELP = List.of(
            "Fill in the column decision of the sheet review for each row. Save a copy and name it in"
                    + " supplement.decisions.",
            "MERGE: the nomination is the same as the candidate. You may enter another candidate_id.",
            "NEW: the nomination is a technology of its own.",
            "REJECT: the nomination is left out. Its text is kept in supplement.nominations.",
            "A row without a decision counts as new until it is decided.",
            "请在 review 工作表的 decision 列逐行填写：合并（MERGE）、新增（NEW）或拒绝（REJECT），另存后在" + " supplement.decisions 中给出该文件。");

    private ReviewWorkbook() {}

    /** Writes the workbook; rows that are decided have their decision filled in. */
    static void write(OutputStream out, List<Review> queue) throws IOException {
        try (Workbook workbook = new Workbook(out, "smssev", "1.0")) {
            Worksheet review = workbook.newWorksheet("review");
            for (int c = 0; c < HEADER.size(); c++) {
                review.value(0, c, HEADER.get(c));
                review.style(0, c).bold().set();
                review.width(c, WIDTH);
            }
            review.freezePane(0, 1);
            for (int r = 0; r < queue.size(); r++) {
                List<Object> cells = cells(queue.get(r));
                for (int c = 0; c < cells.size(); c++) {
                    if (cells.get(c) instanceof Number number) {
                        review.value(r + 1, c, number);
                    } else if (cells.get(c) != null) {
                        review.value(r + 1, c, CellText.harmless(cells.get(c).toString(), LONGEST));
                    }
                }
            }
            int decision = HEADER.indexOf("decision");
            review.range(1, decision, Math.max(1, queue.size()), decision)
                    .validateWithListByFormula("\"MERGE,NEW,REJECT\"")
                    .allowBlank(true);
            Worksheet help = workbook.newWorksheet("help");
            for (int r = 0; r < HELP.size(); r++) {
                help.value(r, 0, HELP.get(r));
            }
        }
    }

    private static List<Object> cells(Review row) {
        Nominated first = row.group().get(0);
        Matcher.Match match = row.match();
        Decision decision = row.decision();
        return Arrays.asList(
                String.join("; ", row.group().stream().map(Nominated::number).toList()),
                first.nameEn(),
                first.nameZh(),
                row.organisations(),
                String.join(
                        "; ",
                        row.group().stream()
                                .flatMap(n -> n.ipc().stream())
                                .distinct()
                                .sorted()
                                .toList()),
                first.nomination().rationale(),
                match == null ? null : match.candidate().candidateId(),
                match == null ? null : match.candidate().nameEn(),
                match == null ? null : match.candidate().nameZh(),
                match == null ? null : match.candidate().definitionEn(),
                match == null ? null : String.join("; ", match.candidate().ipcScope()),
                match == null ? null : rounded(match.score()),
                match == null ? null : rounded(match.cosine()),
                match == null ? null : rounded(match.jaccard()),
                decision == null ? null : decision.verdict().name(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.comment());
    }

    private static Double rounded(double value) {
        return Double.valueOf(String.format(Locale.ROOT, "%.3f", value));
    }
}
