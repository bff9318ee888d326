package org.smssev.jobs.ingest;

import java.util.stream.Stream;
import org.smssev.common.tables.IngestTables.Patent;

/** Titles and names that are longer than any: several rows of a table that a stray quotation mark made one record of. */
final class Overlong {
    /** No title and no name of a patent is as long. */
    private static final int LONGEST = 2_000;

    private Overlong() {}

    /** Whether the title, or a name, of a publication is such a one. */
    static boolean is(Patent patent) {
        return patent.title() != null && patent.title().length() > LONGEST
                || Stream.concat(patent.applicants().stream(), patent.inventors().stream())
                        .anyMatch(party -> party.name().length() > LONGEST);
    }
}
