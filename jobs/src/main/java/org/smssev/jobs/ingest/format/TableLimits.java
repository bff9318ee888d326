package org.smssev.jobs.ingest.format;

/**
 * What a table may hold.
 *
 * @param cell longest cell, in characters; a row with a longer one is marked
 * @param columns most columns of a text's header and of a workbook; a file with more is refused
 * @param rows most rows of a workbook's sheet; one with more is refused
 * @param unpacked most bytes that a .xlsx unpacks to, and that a .xls has; a larger one is refused
 */
public record TableLimits(int cell, int columns, int rows, long unpacked) {
    /** A million characters a cell, 2,000 columns, the rows of Excel, 2 GiB. */
    public static final TableLimits DEFAULT = new TableLimits(1_000_000, 2_000, 1 << 20, 2L << 30);

    /** Most characters of all cells of a row; a row with more is marked. */
    public long row() {
        return row(cell);
    }

    /**
     * The same.
     *
     * @param cell longest cell
     */
    static long row(int cell) {
        return Math.max(16L * cell, 16_000_000);
    }

    /** The same but for the cells. */
    public TableLimits withCell(int characters) {
        return new TableLimits(characters, columns, rows, unpacked);
    }
}
