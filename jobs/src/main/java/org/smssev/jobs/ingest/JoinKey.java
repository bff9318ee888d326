package org.smssev.jobs.ingest;

import java.util.Locale;
import java.util.regex.Pattern;

/** By what the records of a source and the rows of a table that is joined to them meet. */
final class JoinKey {
    private static final Pattern NOISE = Pattern.compile("[\\s/,.()\\-]+");

    private JoinKey() {}

    /**
     * The key of a cell; null where it holds nothing.
     *
     * @param cell publication number of a record, or key of a row of the joined table; may be null
     * @param normalise whether it is compared as a publication number: {@code EP 0235972 B1} is {@code EP235972B1}; one of
     *     unknown form without blanks, slashes and case
     */
    static String of(String cell, boolean normalise) {
        if (cell == null || cell.isBlank()) {
            return null;
        }
        if (!normalise) {
            return cell.strip();
        }
        PublicationNumber.Parts parts = PublicationNumber.parse(cell, null, null);
        return parts.isKnown()
                ? parts.canonical()
                : NOISE.matcher(cell).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
