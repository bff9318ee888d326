package org.smssev.common.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a column. Its name is the record component's in snake case, its type the component's: {@code String},
 * {@code long}, {@code int}, {@code double}, {@code boolean} or their boxed forms, {@code LocalDate}, {@code Instant}, a
 * {@code List} of strings or of records. Primitive columns are never null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    /** What the column holds, with its unit and range; stored with the column. */
    String value();

    /** Whether the column may be null. */
    boolean nullable() default false;

    /** The least value allowed, included. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value allowed, included. */
    double max() default Double.POSITIVE_INFINITY;

    /** The only values allowed, for a text column; empty for no limit. */
    String[] oneOf() default {};

    /** Whether a text, if there is one, must have at least a character. */
    boolean filled() default false;

    /**
     * Whether the values of a column are written as they are: they hardly repeat, or are so many that to look each up in a
     * dictionary takes longer than to write it.
     */
    boolean plain() default false;

    /**
     * Whether all rows of a data file have the same value, a text. It stands in Delta's log beside the file (a column of
     * partitions), not in it, so that rows get another value without being written.
     */
    boolean perFile() default false;
}
