package org.smssev.jobs.evaluate;

import java.util.List;
import java.util.Locale;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.tables.EvaluateTables.RejectedCell;

/** All cells that could not be taken, told at once. */
final class Strictness {
    private Strictness() {}

    /**
     * Ends the run where it is to be strict and a cell could not be taken.
     *
     * @throws UserException GATE naming every such cell
     */
    static void check(List<RejectedCell> rejected, boolean isStrict) {
        if (isStrict && !rejected.isEmpty()) {
            throw new UserException(
                    Exit.GATE,
                    "evaluate.scores: " + rejected.size()
                            + " cells rejected. Correct them, or set evaluate.panel.strict to"
                            + " false to leave them out:\n"
                            + text(rejected));
        }
    }

    /** A line per cell: file, sheet, cell, reason, what was seen and what is allowed. */
    static String text(List<RejectedCell> rejected) {
        StringBuilder text = new StringBuilder();
        for (RejectedCell cell : rejected) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s%s, %s: %s; %s%n",
                    cell.file(),
                    cell.sheet().isEmpty() ? "" : ", sheet " + cell.sheet(),
                    cell.cell(),
                    cell.reason(),
                    cell.detail()));
        }
        return text.toString();
    }
}
