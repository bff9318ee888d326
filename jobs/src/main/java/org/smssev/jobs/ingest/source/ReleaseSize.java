package org.smssev.jobs.ingest.source;

import java.util.Optional;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.FileKind;

/** How much a release brings, and what it is therefore done by. It is told by the data, so that it does not depend on the machine. */
public final class ReleaseSize {
    private static final long BYTES_PER_PARTITION = 64L << 20;
    private static final int MIN_PARTITIONS = 4;
    /** How many times its size a packed file may hold; a guess, by which only time and memory go. */
    private static final int PACKED = 4;

    /** An increment is large where its text has so great a part of the bytes that the earlier publications are stored in. */
    private static final int LARGE = 4;

    private ReleaseSize() {}

    /** Whether a release is one that withdraws what it lacks. */
    public static boolean isSnapshot(StageContext context) {
        return context.config().release().mode() == Release.Mode.SNAPSHOT;
    }

    /**
     * Whether a release is held against the one before it while it is read: a snapshot, and an increment that is large beside
     * it, as that may repeat most of it. What becomes of the records is the same either way, but for the digests in
     * {@code reading} of those that are known by their fields alone.
     */
    public static boolean isHeld(StageContext context) {
        Optional<StoredTable> earlier = context.earlierTable(Patent.class);
        return earlier.isPresent()
                && (isSnapshot(context) || bytes(context) >= earlier.get().bytes() / LARGE);
    }

    /** Partitions for a release. */
    public static int partitions(StageContext context) {
        return partitions(bytes(context));
    }

    /** Partitions for so many bytes of text. */
    static int partitions(long bytes) {
        return Math.toIntExact(Math.max(MIN_PARTITIONS, bytes / BYTES_PER_PARTITION));
    }

    /** Bytes of the text of a release, about. */
    private static long bytes(StageContext context) {
        long bytes = 0;
        for (Source source : context.config().ingest().sources()) {
            bytes += context.files(SourceReader.role(source)).stream()
                    .mapToLong(f -> f.bytes() * (FileKind.isPacked(f.path()) ? PACKED : 1))
                    .sum();
        }
        return bytes;
    }
}
