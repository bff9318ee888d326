package org.smssev.common.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the rows of a record's {@link Table} are not stored but are those of a query over the tables of a run.
 *
 * <p>The query is read by Spark and by DuckDB, so it keeps to what both understand, and to the three functions that
 * Spark has and that DuckDB is given by macros: {@code explode}, {@code array_join} and {@code array_size}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface View {
    /** The query; its columns are those of the record, in order, under their names. */
    String value();
}
