package org.smssev.jobs.ingest.format;

/**
 * What stands around the mark of a quoted cell that none closes. Where no record behind it has as many cells as those in front, and
 * the text has no line end, it looks cut off within that cell; else the mark is a stray one.
 */
public final class OpenCell {
    private int widest;
    private boolean goesOn;

    /** Takes a record in front of the mark, by the separators in it. */
    public void before(int separators) {
        widest = Math.max(widest, separators);
    }

    /** Takes a record behind that with the mark. */
    public void behind(int separators) {
        goesOn |= separators >= widest;
    }

    /** Whether a whole record stands behind the mark. */
    public boolean goesOn() {
        return goesOn;
    }
}
