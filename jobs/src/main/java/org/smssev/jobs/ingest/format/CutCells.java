package org.smssev.jobs.ingest.format;

/** Cells that a spreadsheet program cut at its longest: the last value of a list is not whole there, and may be another number. */
public final class CutCells {
    private static final int LONGEST = 32_767;

    private CutCells() {}

    /** Whether a cell is as long as spreadsheet programs keep. */
    public static boolean isCut(String cell) {
        return cell != null && cell.length() == LONGEST;
    }

    /** A cell without the last value of its list where it was cut. */
    public static String whole(String cell, String separator) {
        int last = isCut(cell) && !separator.isEmpty() ? cell.lastIndexOf(separator) : -1;
        return last < 0 ? cell : cell.substring(0, last);
    }
}
