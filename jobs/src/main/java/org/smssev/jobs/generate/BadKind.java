package org.smssev.jobs.generate;

/** Ways in which a record is spoiled. */
enum BadKind {
    /** The publication number is empty. */
    MISSING_NUMBER(true),
    /** The row has fewer or more fields than the header. */
    FIELD_COUNT(true),
    /** A date that is none. */
    BAD_DATE(true),
    /** One IPC code is malformed; the record itself stays good. */
    BAD_IPC(false),
    /** The row stands twice; the first is good. */
    DUPLICATE(false),
    /** The title holds bytes that are not UTF-8. */
    INVALID_UTF8(true);

    private final boolean rejected;

    BadKind(boolean rejected) {
        this.rejected = rejected;
    }

    /** Whether a reader must refuse the row. */
    boolean rejected() {
        return rejected;
    }
}
