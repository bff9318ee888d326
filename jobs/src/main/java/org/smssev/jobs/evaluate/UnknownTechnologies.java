package org.smssev.jobs.evaluate;

import java.util.List;
import java.util.Set;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.EvaluateTables.RejectedCell;

/**
 * Warns of scores that were lost because their rows name technologies that the run does not have, or another one by the id
 * than by the name: mostly sheets that were written before another release or setting changed what is selected.
 */
final class UnknownTechnologies {
    private static final Set<String> REASONS = Set.of("UNKNOWN_TECHNOLOGY", "NAME_DIFFERS");

    private UnknownTechnologies() {}

    /** Records the check, which warns from the first cell; nothing without one. */
    static void tell(StageContext context, List<RejectedCell> rejected) {
        List<RejectedCell> lost = of(rejected);
        if (!lost.isEmpty()) {
            context.warnAbove("technologies_unknown", "evaluate.scores", lost.size(), 0, message(lost));
        }
    }

    static List<RejectedCell> of(List<RejectedCell> rejected) {
        return rejected.stream().filter(cell -> REASONS.contains(cell.reason())).toList();
    }

    /** How many, why, and what to do. */
    static String message(List<RejectedCell> lost) {
        List<String> technologies =
                lost.stream().map(cell -> why(cell.detail())).distinct().toList();
        long files = lost.stream().map(RejectedCell::file).distinct().count();
        return lost.size() + " scores in " + files + (files == 1 ? " file" : " files") + " do not count, because "
                + technologies.size()
                + (technologies.size() == 1 ? " technology does" : " technologies do")
                + " not match this run. The first: " + technologies.get(0)
                + ". Correct ids and names in these rows (supplement.candidates has them), or copy the scores into new"
                + " sheets of `smssev scoresheet`. See evaluate.rejected_cells for all.";
    }

    /** The detail of a cell without what was seen in it. */
    private static String why(String detail) {
        return detail.replaceFirst("(?s)^seen: '.*?'; (?=technology '|the id is of )", "");
    }
}
