package org.smssev.jobs.evaluate;

import java.util.List;

/**
 * A column of the sheet of scores.
 *
 * @param name name by which it is read back, or by which it is known here
 * @param label what stands in the header
 * @param width in characters
 * @param isInput whether the expert fills it in
 * @param isHidden whether it is hidden
 * @param choices the answers it may hold; empty for any
 * @param value what stands in it
 */
record SheetColumn(
        String name, String label, int width, boolean isInput, boolean isHidden, List<String> choices, Value value) {
    /** What stands in a cell: text, a number, or null for nothing. */
    interface Value {
        Object of(Dossier dossier, int number);
    }

    static SheetColumn hidden(String name, Value value) {
        return new SheetColumn(name, name, 10, false, true, List.of(), value);
    }

    static SheetColumn shown(String name, String label, int width, Value value) {
        return new SheetColumn(name, label, width, false, false, List.of(), value);
    }

    static SheetColumn input(String name, String label, int width, List<String> choices) {
        return new SheetColumn(name, label, width, true, false, choices, (dossier, number) -> null);
    }
}
