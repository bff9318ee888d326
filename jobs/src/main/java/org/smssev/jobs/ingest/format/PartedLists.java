package org.smssev.jobs.ingest.format;

import java.util.regex.Pattern;

/**
 * Tells of a column of parties whether line breaks or bars part its lists, so that a semicolon is part of a name. A cell alone
 * does not tell: people break lines in one, and names hold semicolons, so the majority of the cells with several values does.
 */
final class PartedLists {
    private static final Pattern LINE_OR_BAR = Pattern.compile("[\\r\\n|]");

    private int parted;
    private int semicolons;

    /** Looks at a cell. */
    void add(String cell) {
        String list = cell.strip();
        if (LINE_OR_BAR.matcher(list).find()) {
            parted++;
            return;
        }
        if (list.indexOf(';') >= 0 && list.indexOf('&') >= 0) {
            // Else the end of an entity would be taken for one.
            list = Entities.decoded(list);
        }
        semicolons += isWithin(list, ';') || isWithin(list, '；') ? 1 : 0;
    }

    private static boolean isWithin(String list, char mark) {
        int at = list.indexOf(mark);
        return at >= 0 && at < list.length() - 1;
    }

    /** Whether line breaks or bars part the lists. */
    boolean areParted() {
        return parted > semicolons;
    }
}
