package org.smssev.jobs.ingest;

import java.util.Map;
import java.util.Optional;
import org.smssev.common.table.InternalRows;

/** The records of a release, merged with one another and with an earlier release. */
interface ReleaseMerge extends AutoCloseable {
    /** Whether digests told what becomes of the earlier publications, if there were any. */
    boolean isToldByDigests();

    /** Counts the outcomes of all records, rejected ones included. */
    void count(Ledger ledger, Map<Integer, Long> rejected);

    /**
     * What the publications lack that this release gives, each counted once.
     *
     * @param ofRecords what its records lack
     */
    Lacking lacking(Lacking ofRecords);

    /** Publications before this release that are not withdrawn. */
    long before();

    /**
     * Publications after this release that are not withdrawn.
     *
     * @param before how many there were before it
     */
    long present(long before);

    /**
     * The publications that this release gives, with the columns of the table. Where earlier ones stay, also those that it
     * withdraws.
     */
    InternalRows changed();

    /** The rest of the table of patents. */
    Carry carried();

    /**
     * What stays of the earlier publications; empty if there were none, the release stands for all that are there, or digests
     * do not tell it.
     */
    Optional<Staying> staying();

    @Override
    void close();
}
