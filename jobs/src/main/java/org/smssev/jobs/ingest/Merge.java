package org.smssev.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.smssev.common.tables.IngestTables.Patent;

/** Puts all records of one publication together, and with what an earlier release said of it. */
final class Merge {
    /** What became of a record, or of a publication that this release lacks. */
    enum Outcome {
        NEW,
        CORRECTED,
        UNCHANGED,
        DUPLICATE,
        WITHDRAWN_MARKED,
        QUARANTINED,
        /** An earlier publication that a snapshot lacks, withdrawn by that; no record was read. */
        WITHDRAWN_ABSENT,
        /** An earlier publication that stays as it was; no record was read. */
        CARRIED
    }

    /** A record of this release. */
    record Incoming(int sourceOrder, boolean withdrawal, Patent patent) {}

    /**
     * What the publication is now.
     *
     * @param patent its row
     * @param outcomes of the incoming records, one each in their order; or of the earlier publication, if there are none
     */
    record Merged(Patent patent, List<Outcome> outcomes) {}

    private Merge() {}

    /**
     * Merges.
     *
     * @param earlier the publication as published by the run of an earlier release; may be null
     * @param incoming records of this release, in the order of sources, files and records: the first wins, records of
     *     other sources fill what it lacks; may be empty if {@code earlier} is not null
     * @param snapshot whether the release withdraws what it lacks
     */
    static Merged merge(Patent earlier, List<Incoming> incoming, boolean snapshot) {
        if (incoming.isEmpty()) {
            boolean withdraw = snapshot && !earlier.withdrawn();
            return new Merged(
                    withdraw ? withdrawn(earlier) : earlier,
                    List.of(withdraw ? Outcome.WITHDRAWN_ABSENT : Outcome.CARRIED));
        }
        Incoming winner = incoming.get(0);
        Patent patent = winner.patent();
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.NEW);
        for (Incoming other : incoming.subList(1, incoming.size())) {
            if (other.sourceOrder() != winner.sourceOrder()) {
                patent = filled(patent, other.patent());
            }
            outcomes.add(Outcome.DUPLICATE);
        }
        String first = earlier == null ? patent.firstRelease() : earlier.firstRelease();
        Patent now = with(patent, first, winner.withdrawal(), hash(patent));
        if (winner.withdrawal()) {
            outcomes.set(0, Outcome.WITHDRAWN_MARKED);
            return new Merged(earlier == null ? now : withdrawn(earlier), outcomes);
        }
        if (earlier != null) {
            boolean same = !earlier.withdrawn() && earlier.recordHash().equals(now.recordHash());
            outcomes.set(0, same ? Outcome.UNCHANGED : Outcome.CORRECTED);
        }
        return new Merged(now, outcomes);
    }

    private static Patent withdrawn(Patent p) {
        return with(p, p.firstRelease(), true, p.recordHash());
    }

    private static Patent with(Patent p, String firstRelease, boolean withdrawn, String hash) {
        return new Patent(
                p.publicationNumber(),
                p.office(),
                p.kind(),
                p.familyId(),
                p.priorityDate(),
                p.filingDate(),
                p.publicationDate(),
                p.applicants(),
                p.inventors(),
                p.ipc(),
                p.cited(),
                p.language(),
                firstRelease,
                p.lastRelease(),
                p.sources(),
                withdrawn,
                hash,
                p.title(),
                p.abstractText());
    }

    private static Patent filled(Patent p, Patent o) {
        boolean ownFamily = p.familyId().equals(p.publicationNumber());
        List<String> sources = new ArrayList<>(p.sources());
        o.sources().stream().filter(s -> !sources.contains(s)).forEach(sources::add);
        return new Patent(
                p.publicationNumber(),
                or(p.office(), o.office()),
                or(p.kind(), o.kind()),
                ownFamily ? o.familyId() : p.familyId(),
                or(p.priorityDate(), o.priorityDate()),
                or(p.filingDate(), o.filingDate()),
                or(p.publicationDate(), o.publicationDate()),
                or(p.applicants(), o.applicants()),
                or(p.inventors(), o.inventors()),
                or(p.ipc(), o.ipc()),
                or(p.cited(), o.cited()),
                or(p.language(), o.language()),
                p.firstRelease(),
                p.lastRelease(),
                sources,
                p.withdrawn(),
                p.recordHash(),
                or(p.title(), o.title()),
                or(p.abstractText(), o.abstractText()));
    }

    private static <T> T or(T first, T second) {
        boolean lacks = first == null || (first instanceof List<?> list && list.isEmpty());
        return lacks ? second : first;
    }

    /** Digest of what a record says; not of where and when it was read. */
    static String hash(Patent p) {
        StringBuilder s = new StringBuilder();
        for (Object part : new Object[] {
            p.publicationNumber(),
            p.office(),
            p.kind(),
            p.familyId(),
            p.priorityDate(),
            p.filingDate(),
            p.publicationDate(),
            p.applicants(),
            p.inventors(),
            p.ipc(),
            p.cited(),
            p.language(),
            p.title(),
            p.abstractText()
        }) {
            // The length keeps the parts apart whatever they hold.
            String text = part == null ? "\u0000" : part.toString();
            s.append(text.length()).append(':').append(text);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(s.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
