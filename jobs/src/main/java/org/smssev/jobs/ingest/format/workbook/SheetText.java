package org.smssev.jobs.ingest.format.workbook;

import org.smssev.jobs.ingest.format.TableLimits;

/** How much text the cells of a sheet hold: one that a workbook has once may be named by all of them. */
final class SheetText {
    private final String sheet;
    private final WorkbookErrors errors;
    private final TableLimits limits;
    private long ofRow;
    private long all;

    /** Counts the text of a sheet. */
    SheetText(String sheet, WorkbookErrors errors, TableLimits limits) {
        this.sheet = sheet;
        this.errors = errors;
        this.limits = limits;
    }

    void startRow() {
        ofRow = 0;
    }

    /**
     * Whether a row may hold a further text.
     *
     * @throws org.smssev.common.UserException if the sheet holds more than a workbook may unpack to
     */
    boolean add(String text) {
        ofRow += text.length();
        all += text.length();
        if (all > limits.unpacked()) {
            throw errors.refused(
                    "the cells of sheet " + sheet + " have more than " + limits.unpacked() + " characters",
                    "split it",
                    null);
        }
        return ofRow <= limits.row();
    }
}
