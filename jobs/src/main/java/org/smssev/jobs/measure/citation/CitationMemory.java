package org.smssev.jobs.measure.citation;

/** What a citation network takes on the driver. */
final class CitationMemory {
    /** Number, family, columns and figures of a publication and of its family, while they are read and after. */
    private static final long PUBLICATION = 500;

    /** A citation as read, as sorted pairs of both networks, and in both directions. */
    private static final long CITATION = 64;

    /** The part of the heap that may be taken. */
    private static final double PART = .7;

    private CitationMemory() {}

    /** Bytes that a network takes, generously. */
    static long bytes(long publications, long citations) {
        return publications * PUBLICATION + citations * CITATION;
    }

    /** Bytes that it may take. */
    static long available() {
        return (long) (Runtime.getRuntime().maxMemory() * PART);
    }
}
