package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.smssev.common.io.Sheets;

/**
 * Whose sheet a workbook is and what it asks, as a hidden sheet keeps it: whatever becomes of the visible cells, reading
 * back then knows the round, the expert and the technologies.
 *
 * @param round round, from 1
 * @param expertId the expert
 * @param technologies ids of the technologies asked, in the order of the sheet
 * @param isSound whether the hidden sheet is as it was written
 */
record SheetIdentity(int round, String expertId, List<String> technologies, boolean isSound) {
    /** Name of the hidden sheet. */
    static final String SHEET = "_smssev";

    private static final String FORMAT = "smssev score sheet 1";
    private static final int HEAD = 4;

    /** The lines of the hidden sheet: what it is, round, expert, a digest of all, and the technologies. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, String.valueOf(round), expertId, digest()));
        lines.addAll(technologies);
        return lines;
    }

    /** Reads a hidden sheet; what is damaged gives an identity that is not sound. */
    static SheetIdentity of(Sheets.Sheet sheet) {
        List<String> lines = new ArrayList<>();
        for (Sheets.Line line : sheet.lines()) {
            lines.add(line.cells().get(0));
        }
        if (lines.size() < HEAD || !lines.get(0).equals(FORMAT) || !lines.get(1).matches("[1-9]\\d{0,2}")) {
            return new SheetIdentity(0, "", List.of(), false);
        }
        SheetIdentity read = new SheetIdentity(
                Integer.parseInt(lines.get(1)), lines.get(2), List.copyOf(lines.subList(HEAD, lines.size())), true);
        return read.digest().equals(lines.get(3)) ? read : new SheetIdentity(0, "", List.of(), false);
    }

    private String digest() {
        return DigestUtils.sha256Hex(round + "\n" + expertId + "\n" + String.join("\n", technologies));
    }
}
