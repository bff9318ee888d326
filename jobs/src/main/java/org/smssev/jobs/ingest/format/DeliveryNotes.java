package org.smssev.jobs.ingest.format;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that say what a delivery of the EPO's bulk data holds, and have no records: the index {@code Root/index.xml} and the
 * statistics {@code statistics_….csv} of DOCDB.
 */
public final class DeliveryNotes {
    /** Comments, a declaration of the type and the like may stand in front. */
    private static final Pattern INDEX =
            Pattern.compile("\\A\\s*(?:<[?!][^>]*+>\\s*+)*+<docdb-package-index[\\s>]", Pattern.CASE_INSENSITIVE);

    /** Counts by office and kind, below a line about the delivery. */
    private static final Pattern STATISTICS =
            Pattern.compile("\\A[^\\r\\n]*[\\r\\n]+Status,NrOfPNStatus,CC,KC,FirstPN,LastPN,");

    private DeliveryNotes() {}

    /** The name of what a file is, by the start of its text; empty if it is none of these. */
    public static Optional<String> of(String start) {
        if (INDEX.matcher(start).find()) {
            return Optional.of("DOCDB_INDEX");
        }
        return STATISTICS.matcher(start).find() ? Optional.of("DOCDB_STATISTICS") : Optional.empty();
    }
}
