package org.smssev.jobs.evaluate;

import java.time.LocalDate;
import java.util.Map;
import org.smssev.common.io.Sheets;

/**
 * One sheet of scores.
 *
 * @param file name of the file, for messages and for the rejected cells
 * @param sha256 digest of the file
 * @param sheet name of the sheet, empty for a text file or a table
 * @param table its rows, by canonical column names
 * @param notes what the text of a cell does not tell
 * @param identity whose sheet it is; null where the workbook does not say
 * @param savedOn day on which the workbook was last saved, UTC; null where it does not say
 */
record ScoreSheet(
        String file,
        String sha256,
        String sheet,
        Sheets.Table table,
        Map<String, Sheets.Note> notes,
        SheetIdentity identity,
        LocalDate savedOn) {
    /** A sheet that says nothing of itself. */
    ScoreSheet(String file, String sha256, String sheet, Sheets.Table table) {
        this(file, sha256, sheet, table, Map.of(), null, null);
    }
}
