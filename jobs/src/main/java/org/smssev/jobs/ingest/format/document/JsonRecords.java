package org.smssev.jobs.ingest.format.document;

import java.util.List;

/**
 * Where the records of a file of JSON stand.
 *
 * @param depth how many brackets are open around each; {@link #BY_LINE} where each has a line of its own
 * @param names the names that lead to the list of them, from the outermost object on; empty where they stand in no object
 */
record JsonRecords(int depth, List<String> names) {
    /** As a depth: each record has a line of its own, whatever the line holds. */
    private static final int BY_LINE = -1;

    static JsonRecords byLine() {
        return new JsonRecords(BY_LINE, List.of());
    }

    /** One behind the other, over several lines. */
    static JsonRecords apart() {
        return new JsonRecords(0, List.of());
    }

    /** In the list that these names lead to; the outermost one if there are none. */
    static JsonRecords inList(List<String> names) {
        return new JsonRecords(names.size() + 1, List.copyOf(names));
    }

    boolean areByLine() {
        return depth == BY_LINE;
    }
}
