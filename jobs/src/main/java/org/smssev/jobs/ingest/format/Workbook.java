package org.smssev.jobs.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open workbook. */
interface Workbook extends Closeable {
    /** Names of its sheets, in their order. */
    List<String> sheets();

    /** The rows of a sheet, by its place from 0. */
    SheetRows rows(int sheet) throws IOException;
}
