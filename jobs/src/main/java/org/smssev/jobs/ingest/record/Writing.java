package org.smssev.jobs.ingest.record;

import java.io.Serializable;
import org.smssev.jobs.ingest.format.Field;

/**
 * How a column writes lists and dates.
 *
 * @param listSeparator text between the values of a list; empty if a cell holds one value
 * @param datePattern pattern as java.time has it
 */
public record Writing(String listSeparator, String datePattern) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** That of values in the spelling of {@link Field}. */
    public static final Writing CANONICAL = new Writing("", "yyyy-MM-dd");
}
