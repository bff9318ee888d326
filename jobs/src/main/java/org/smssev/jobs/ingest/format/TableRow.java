package org.smssev.jobs.ingest.format;

import java.util.List;

/**
 * A row below the header.
 *
 * @param number where it stands, from 1: of text the record, empty lines not counted; of a workbook the row of the sheet
 * @param cells its cells, never null. In a workbook as many as the header has, or more where more are filled; in text as
 *     many as were found
 * @param text the text it was cut from, at most {@link Document#MAX_RAW} characters; null in a workbook
 * @param tooLong whether a cell is longer than allowed (it is cut), or there are more cells than allowed
 */
public record TableRow(long number, List<String> cells, String text, boolean tooLong) {
    /** The row as it stands in the file, for people: its text, or its cells with tabs between. */
    public String raw() {
        if (text != null) {
            return text;
        }
        return Document.cut(String.join("\t", cells));
    }
}
