package org.smssev.jobs.ingest.source;

import java.util.List;

/**
 * A record as its file holds it.
 *
 * @param number its place among the records of the file, from 1
 * @param cells one for each column of the file, null where empty; null if the record is rejected
 * @param raw its text; null where it can be built from the cells
 * @param reason why it cannot be read; null if it can
 * @param detail what was seen, in words
 * @param replaced characters that the encoding could not decode
 */
record RawRow(long number, List<String> cells, String raw, String reason, String detail, long replaced) {
    static RawRow of(long number, List<String> cells) {
        long replaced = 0;
        for (String cell : cells) {
            replaced += cell == null ? 0 : replaced(cell);
        }
        return new RawRow(number, cells, null, null, null, replaced);
    }

    static RawRow rejected(long number, String reason, String detail, String raw) {
        return new RawRow(number, null, raw, reason, detail, replaced(raw));
    }

    /** Replacement characters in a text. */
    static long replaced(String text) {
        long replaced = 0;
        for (int at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
            replaced++;
        }
        return replaced;
    }
}
