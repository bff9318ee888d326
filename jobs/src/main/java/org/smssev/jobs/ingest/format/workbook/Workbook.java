package org.smssev.jobs.ingest.format.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open workbook. */
public interface Workbook extends Closeable {
    /** Names of the sheets that are shown, in their order; of all, should none be. */
    List<String> sheets();

    /** The rows of a sheet, by its place from 0. */
    SheetRows rows(int sheet) throws IOException;
}
