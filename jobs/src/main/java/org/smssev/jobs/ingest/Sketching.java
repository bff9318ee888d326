package org.smssev.jobs.ingest;

import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.Merge.Sketch;

/** Digests what records say, and holds that against the publications of an earlier release. Not for several threads. */
final class Sketching {
    private final RecordDigest digest = new RecordDigest();
    private final EarlierSketches earlier;
    private int place;
    private Outcome outcome;
    private boolean stays;

    /**
     * Digests records.
     *
     * @param earlier the earlier publications; null if none are known
     */
    Sketching(EarlierSketches earlier) {
        this.earlier = earlier;
    }

    /**
     * What a record gives, with its digest, and the first release that held it; {@link Merge#sketched} if the earlier row of
     * it says the same.
     */
    Patent of(Patent read) {
        String hash = digest.of(read);
        place = earlier == null ? -1 : earlier.place(UTF8String.fromString(read.publicationNumber()));
        Sketch before = place < 0 ? null : earlier.sketch(place, hash);
        outcome = Merge.single(before, new Sketch(read.withdrawn(), hash)).outcome();
        stays = outcome == Outcome.UNCHANGED && earlier.saysBesides(place, read);
        return Merge.hashed(
                stays ? Merge.sketched(read) : read,
                place < 0 ? read.firstRelease() : earlier.firstRelease(place),
                hash);
    }

    /** Where the publication of the last record is among the earlier ones; -1 if it is none of them. */
    int place() {
        return place;
    }

    /** Whether the earlier row of the publication of the last record says the same, but for the last release. */
    boolean stays() {
        return stays;
    }

    /** What becomes of the last record if no other one gives its publication. */
    Outcome outcome() {
        return outcome;
    }
}
