package org.smssev.notebook.kernel;

/** Where a cell leaves the value of its last expression; JShell itself gives only its text. Called by generated code. */
public final class CellValue {
    private static volatile Object value;

    private CellValue() {}

    /** Leaves a value. */
    public static void set(Object left) {
        value = left;
    }

    static Object take() {
        Object taken = value;
        value = null;
        return taken;
    }
}
