package org.smssev.jobs.ingest.format.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of one sheet of a workbook, from the top, empty ones left out. */
interface SheetRows extends Closeable {
    /**
     * A row.
     *
     * @param number row of the sheet, from 1
     * @param cells text of its cells, up to the last filled one
     * @param tooLong whether a cell was cut
     */
    record SheetRow(int number, List<String> cells, boolean tooLong) {}

    /** The next row; null behind the last. */
    SheetRow next() throws IOException;
}
