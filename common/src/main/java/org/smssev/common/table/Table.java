package org.smssev.common.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a record as a row of a warehouse table; everything about the table is read from the record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
    /** The table's name, {@code stage.table}; it is stored in {@code <warehouse>/<stage>/<table>}. */
    String name();

    /** What the table holds, in a sentence; stored with the table. */
    String comment();

    /** The columns that are unique together; none repeats and none is null. */
    String[] key();

    /** Whether the table grows with the number of patents, and so is written and read by Spark. */
    boolean large() default false;

    /**
     * Whether few of its rows may be read by their places ({@link StoredTable#at}), for which its columns stand in small pages.
     * These take a tenth more space and are a little slower to read as a whole.
     */
    boolean byPlace() default false;

    /** Whether rows are only ever added, each commit once per run (meta.*, grade.history). */
    boolean append() default false;
}
