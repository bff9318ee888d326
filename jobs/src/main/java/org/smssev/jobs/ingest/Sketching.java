package org.smssev.jobs.ingest;

import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.digest.FieldsDigest;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.digest.RecordDigest;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.merge.Merge.Sketch;

/**
 * Digests what records say, and holds that against the publications of an earlier release. A record of which the earlier row
 * was made {@code stays}: nothing more of it is needed. Not for several threads.
 */
public final class Sketching {
    private final RecordDigest digest = new RecordDigest();
    private final EarlierSketches earlier;
    private final FieldsDigest fields;
    private KeyDigests key;
    private int place;
    /** Behind the publication that was found last by the bytes of a record. */
    private int next;

    private Outcome outcome;
    private boolean stays;

    /**
     * Digests records.
     *
     * @param earlier the earlier publications; null if none are known
     * @param fields digests the fields of each record before it is given
     */
    public Sketching(EarlierSketches earlier, FieldsDigest fields) {
        this.earlier = earlier;
        this.fields = fields;
    }

    /**
     * Whether the last record stays, which is told by its fields where they tell its family.
     *
     * @param isOwn whether the family of a record that names none is its own number
     */
    boolean isKnown(boolean isOwn) {
        int known = earlier == null ? -1 : known(earlier.place(fields), isOwn);
        if (known >= 0) {
            stays(known);
        }
        return known >= 0;
    }

    /**
     * Where the publication is of which a record of such bytes tells that it stays; -1 if it tells that of none.
     *
     * @param isOwn as for {@link #isKnown}
     */
    int known(BytesDigest bytes, boolean isOwn) {
        int at = earlier == null ? -1 : earlier.place(bytes, next);
        if (at >= 0) {
            next = at + 1;
        }
        return known(at, isOwn);
    }

    private int known(int at, boolean isOwn) {
        boolean tells = at >= 0
                && !earlier.isWithdrawn(at)
                && (earlier.findings(at).namesFamily() || isOwn && earlier.family(at) == earlier.number(at));
        return tells ? at : -1;
    }

    /** Takes a record for the last one whose publication is there, and stays. */
    void stays(int known) {
        place = known;
        outcome = Outcome.UNCHANGED;
        stays = true;
    }

    /**
     * What a record gives, with its digests, and the first release that held it.
     *
     * @param bytes digest of its bytes; null where it was not read in place
     */
    public Patent of(Patent read, BytesDigest bytes, Findings findings) {
        String hash = digest.of(read);
        key = KeyDigests.of(read.publicationNumber(), read.familyId());
        place = earlier == null ? -1 : earlier.place(key);
        Sketch before = place < 0 ? null : earlier.sketch(place, hash);
        outcome = Merge.single(before, new Sketch(read.withdrawn(), hash)).outcome();
        // A language that a source told before stays told, though the words of the title now tell the same.
        boolean wasTold = outcome == Outcome.UNCHANGED
                && findings.detectsLanguage()
                && earlier.findings(place) != null
                && !earlier.findings(place).detectsLanguage();
        Findings found = wasTold ? findings.told() : findings;
        stays = outcome == Outcome.UNCHANGED && earlier.place(fields) == place && earlier.family(place) == key.family();
        return Merge.read(
                read,
                place < 0 ? read.firstRelease() : earlier.firstRelease(place),
                hash,
                read.withdrawn() ? Reading.ofSeveral(key, hash) : Reading.text(key, hash, fields, bytes, found));
    }

    /** Digests of the publication and the family of the last record that gave a patent. */
    KeyDigests key() {
        return key;
    }

    /** Where the publication of the last record is among the earlier ones; -1 if it is none of them. */
    int place() {
        return place;
    }

    /** Whether the earlier row of the publication of the last record was made of one of the same fields, which were read alike. */
    boolean stays() {
        return stays;
    }

    /** What becomes of the last record if no other one gives its publication. */
    Outcome outcome() {
        return outcome;
    }
}
