package org.smssev.jobs.supplement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;

/** All that is wrong with the files of experts, told at once. */
final class Problems {
    private static final int SHOWN = 100;

    private final List<String> all = new ArrayList<>();

    /** Notes what is wrong with a cell, or with the row where there is no such column. */
    void add(Path file, Sheets.Sheet sheet, Sheets.TableRow row, String column, String what) {
        String where = sheet.name().isEmpty() ? "" : ", sheet " + sheet.name();
        all.add(file + where + ", " + row.reference(column) + ": " + what);
    }

    /** Notes a problem in words. */
    void add(String problem) {
        all.add(problem);
    }

    /** Ends with exit 3 if there were any. */
    void throwIfAny(String what) {
        if (all.isEmpty()) {
            return;
        }
        String more = all.size() > SHOWN ? "\n  and " + (all.size() - SHOWN) + " more" : "";
        throw new UserException(
                Exit.INPUT,
                what + ": " + all.size() + (all.size() == 1 ? " cell is" : " cells are")
                        + " not valid. Correct the files and run again:\n  "
                        + String.join("\n  ", all.subList(0, Math.min(SHOWN, all.size())))
                        + more);
    }
}
