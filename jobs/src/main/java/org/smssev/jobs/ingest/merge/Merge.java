package org.smssev.jobs.ingest.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.digest.RecordDigest;
import org.smssev.jobs.ingest.merge.MergedLists.Lists;

/** Puts all records of one publication together, and with what an earlier release said of it. */
public final class Merge {
    /** What became of a record, or of a publication that this release lacks. */
    public enum Outcome {
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

    /** What is done with a record, or with the publication of an earlier release. */
    public enum Action {
        /** The record gives the publication as it is. */
        EMIT,
        /** Several records give the publication: {@link #fold} puts them together. */
        FOLD,
        /** The earlier publication stays. */
        CARRY,
        /** The earlier publication stays, withdrawn. */
        WITHDRAW,
        /** Gives nothing. */
        NONE
    }

    /**
     * What is known of a record without its content.
     *
     * @param withdrawn whether the record only marks a withdrawal; of an earlier publication, whether it was withdrawn
     * @param hash digest of its content
     */
    public record Sketch(boolean withdrawn, String hash) {}

    /**
     * What is done.
     *
     * @param outcome what became of the record, for the ledger; null where {@link #fold} tells
     */
    public record Decision(Outcome outcome, Action action) {}

    /**
     * What publications depend on beside their records.
     *
     * @param release this release
     * @param languages of titles and abstracts, the preferred ones first
     */
    public record Settings(String release, List<String> languages) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What the publication is now.
     *
     * @param patent its row
     * @param outcomes of the incoming records, one each in their order
     */
    public record Merged(Patent patent, List<Outcome> outcomes) {}

    /** The outcomes, each at the place that rows have for it. */
    public static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private Merge() {}

    /**
     * Decides on a publication that this release lacks.
     *
     * @param snapshot whether the release withdraws what it lacks
     */
    public static Decision absent(Sketch earlier, boolean snapshot) {
        return snapshot && !earlier.withdrawn()
                ? new Decision(Outcome.WITHDRAWN_ABSENT, Action.WITHDRAW)
                : new Decision(Outcome.CARRIED, Action.CARRY);
    }

    /**
     * Decides on a publication that one record of this release gives.
     *
     * @param earlier the publication as published by the run of an earlier release; may be null
     */
    public static Decision single(Sketch earlier, Sketch incoming) {
        if (incoming.withdrawn()) {
            return new Decision(Outcome.WITHDRAWN_MARKED, earlier == null ? Action.EMIT : Action.WITHDRAW);
        }
        if (earlier == null) {
            return new Decision(Outcome.NEW, Action.EMIT);
        }
        boolean same = !earlier.withdrawn() && earlier.hash().equals(incoming.hash());
        return new Decision(same ? Outcome.UNCHANGED : Outcome.CORRECTED, Action.EMIT);
    }

    /**
     * Puts the records of one publication together; what one record gives stays as it is.
     *
     * <p>Precedence is the order of sources, and of one source that of {@link LatestFirst} where it tells when it changed its
     * records, else of files and records. A field that a record lacks is filled from the next, and so are the lists of one by
     * which its source corrected others; other lists are filled with the countries and positions that the other one tells of the
     * same names and codes, and the fuller one counts then (more entries, of parties also more countries), the preceding one
     * where they are equally full; no field is blanked. Title and abstract are those of {@link MergedTexts}. Of citations all count, and
     * one without a kind is none beside the same number with its kind. A record that marks a withdrawal comes before the others. Records of one file
     * that differ in their lists alone are rows of one record, as a query writes them that takes lists apart (a row for each
     * code and applicant): their lists are put together.
     *
     * <p>Of an increment the publication so given is filled from the earlier one where it lacks a field, and where a party
     * or a code that it repeats lacks its country or position, and where its language is only detected; it is unchanged if that
     * says nothing new. Numbers stay in its order where they are the same. A publication that the release marks as withdrawn in one place
     * and gives in another is what it gives, withdrawn; one that it only marks stays as it was.
     *
     * @param earlier the publication as published by the run of an earlier release; may be null
     * @param fills whether what the records lack is kept from it, as for an increment
     * @param incoming what records give, in order of precedence; withdrawn where they only mark a withdrawal
     * @param files the number of each record's file
     * @param languages those of title and abstract in order of preference
     */
    public static Merged fold(
            Patent earlier, boolean fills, List<Patent> incoming, List<Integer> files, List<String> languages) {
        LatestFirst order = LatestFirst.of(incoming);
        List<Patent> sorted = order.sorted(incoming);
        List<Patent> giving = CutNames.givingWay(sorted);
        Patent pairwise = together(giving, order.sorted(files), order.days());
        // A list that gave way to a fuller one tells countries and positions of what only a later one has.
        Patent together = giving.size() == 1
                ? pairwise
                : giving.stream().reduce(pairwise, (patent, record) -> filled(patent, record, Lists.TOLD));
        MergedTexts texts = sorted.size() == 1
                ? MergedTexts.of(together)
                : MergedTexts.of(order.withLatestTexts(sorted), languages);
        MergedTexts after = earlier != null && fills ? texts.after(earlier, languages) : texts;
        return order.inPlace(merged(earlier, fills, sorted, together, texts, after), incoming.size());
    }

    /** What records say together: those of one source as it corrected them, and the sources one after the other. */
    private static Patent together(List<Patent> sorted, List<Integer> files, List<Long> days) {
        List<Patent> parts = new ArrayList<>();
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).sources().equals(sorted.get(from).sources())) {
                to++;
            }
            parts.addAll(ofSource(sorted.subList(from, to), files.subList(from, to), days.subList(from, to)));
        }
        return inTurn(parts, Lists.FULLER);
    }

    /** What the records of one source say, which it changed on such days: by file where these are one. */
    private static List<Patent> ofSource(List<Patent> sorted, List<Integer> files, List<Long> days) {
        List<Patent> corrections = new ArrayList<>();
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size() && days.get(to).equals(days.get(from))) {
                to++;
            }
            List<Patent> ofDay = ofFiles(sorted.subList(from, to), files.subList(from, to));
            if (to - from == sorted.size()) {
                return ofDay;
            }
            corrections.add(inTurn(ofDay, Lists.FULLER));
        }
        return List.of(inTurn(corrections, Lists.CORRECTED));
    }

    /** What the records of each file say, the rows of one record put together. */
    private static List<Patent> ofFiles(List<Patent> records, List<Integer> files) {
        List<Patent> all = new ArrayList<>();
        Patent row = null;
        for (int i = 0; i < records.size(); i++) {
            Patent record = records.get(i);
            if (i > 0 && files.get(i).equals(files.get(i - 1))) {
                Lists lists = MergedLists.areOfOne(row, record) ? Lists.OF_ROWS : Lists.FULLER;
                all.add(filled(all.remove(all.size() - 1), record, lists));
            } else {
                row = record;
                all.add(record);
            }
        }
        return all;
    }

    private static Patent inTurn(List<Patent> parts, Lists lists) {
        return parts.stream().reduce((p, o) -> filled(p, o, lists)).orElseThrow();
    }

    private static Merged merged(
            Patent earlier, boolean fills, List<Patent> incoming, Patent patent, MergedTexts texts, MergedTexts after) {
        String first = earlier == null ? patent.firstRelease() : earlier.firstRelease();
        boolean isOne = incoming.size() == 1;
        boolean isGiven = incoming.stream().anyMatch(record -> !record.withdrawn());
        Patent now = isOne
                ? read(patent, first, patent.recordHash(), patent.reading())
                : ofSeveral(inOrderOf(earlier, patent), texts, first, CutNames.areAllOf(incoming));
        if (earlier != null && fills && isGiven) {
            Patent told = CutNames.givingWay(List.of(now, earlier)).get(0);
            boolean cutsNames = CutNames.areAllOf(List.of(now, earlier));
            Patent kept = ofSeveral(filled(told, earlier, Lists.EARLIER), after, first, cutsNames);
            // A language that was told before stays told, though the words of the title now tell the same.
            boolean saysAll = kept.recordHash().equals(now.recordHash()) && after.isDetected() == texts.isDetected();
            if (!saysAll) {
                now = kept;
            } else if (now.recordHash().equals(earlier.recordHash())) {
                // It is as it was, and so it is of the sources of then, too; but a record alone does not give all of
                // them.
                boolean areAll = kept.sources().equals(now.sources());
                now = read(kept, first, now.recordHash(), areAll ? now.reading() : kept.reading());
            }
        }
        Sketch before = earlier == null ? null : new Sketch(earlier.withdrawn(), earlier.recordHash());
        Decision decision = single(before, new Sketch(now.withdrawn(), now.recordHash()));
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(incoming.size(), Outcome.DUPLICATE));
        outcomes.set(0, decision.outcome());
        // What is marked in one place and given in another is what the release says of it, withdrawn.
        boolean staysAsItWas = decision.action() == Action.WITHDRAW && !isGiven;
        return new Merged(staysAsItWas ? withdrawn(earlier) : now, outcomes);
    }

    private static Patent ofSeveral(Patent put, MergedTexts texts, String firstRelease, boolean cutsNames) {
        Patent p = with(put, texts, firstRelease, put.lastRelease(), put.withdrawn(), put.recordHash(), null);
        String hash = new RecordDigest().of(p);
        KeyDigests key = KeyDigests.of(p.publicationNumber(), p.familyId());
        return read(p, firstRelease, hash, Reading.ofSeveral(key, hash, texts.isDetected(), cutsNames));
    }

    /** The publication of a record, with the first release that held it, the digest of its content and its {@link Reading}. */
    public static Patent read(Patent p, String firstRelease, String hash, String reading) {
        return with(p, MergedTexts.of(p), firstRelease, p.lastRelease(), p.withdrawn(), hash, reading);
    }

    /** An earlier publication that a release gives as it is. */
    public static Patent again(Patent p, String release) {
        return with(p, MergedTexts.of(p), p.firstRelease(), release, p.withdrawn(), p.recordHash(), p.reading());
    }

    private static Patent withdrawn(Patent p) {
        return with(p, MergedTexts.of(p), p.firstRelease(), p.lastRelease(), true, p.recordHash(), p.reading());
    }

    /** A record with other texts; its language stays. */
    static Patent withTexts(Patent p, String title, String abstractText) {
        MergedTexts texts = new MergedTexts(title, abstractText, p.language(), Reading.detectsLanguage(p));
        return with(p, texts, p.firstRelease(), p.lastRelease(), p.withdrawn(), p.recordHash(), p.reading());
    }

    /** A record with other parties. */
    public static Patent withParties(Patent p, List<Party> applicants, List<Party> inventors) {
        return with(
                p,
                applicants,
                inventors,
                p.cited(),
                p.applications(),
                MergedTexts.of(p),
                p.firstRelease(),
                p.lastRelease(),
                p.withdrawn(),
                p.recordHash(),
                p.reading());
    }

    private static Patent with(
            Patent p,
            MergedTexts texts,
            String firstRelease,
            String lastRelease,
            boolean withdrawn,
            String hash,
            String reading) {
        return with(
                p,
                p.applicants(),
                p.inventors(),
                p.cited(),
                p.applications(),
                texts,
                firstRelease,
                lastRelease,
                withdrawn,
                hash,
                reading);
    }

    private static Patent with(
            Patent p,
            List<Party> applicants,
            List<Party> inventors,
            List<String> cited,
            List<String> applications,
            MergedTexts texts,
            String firstRelease,
            String lastRelease,
            boolean withdrawn,
            String hash,
            String reading) {
        return new Patent(
                p.publicationNumber(),
                p.office(),
                p.kind(),
                p.familyId(),
                p.priorityDate(),
                p.filingDate(),
                p.publicationDate(),
                applicants,
                inventors,
                p.ipc(),
                cited,
                applications,
                texts.language(),
                firstRelease,
                lastRelease,
                p.sources(),
                withdrawn,
                hash,
                texts.title(),
                texts.abstractText(),
                reading);
    }

    /** A publication whose numbers are in the order of before where they are the same: which record tells them first says nothing. */
    private static Patent inOrderOf(Patent before, Patent p) {
        return before == null
                ? p
                : with(
                        p,
                        p.applicants(),
                        p.inventors(),
                        MergedLists.inOrderOf(before.cited(), p.cited()),
                        MergedLists.inOrderOf(before.applications(), p.applications()),
                        MergedTexts.of(p),
                        p.firstRelease(),
                        p.lastRelease(),
                        p.withdrawn(),
                        p.recordHash(),
                        p.reading());
    }

    /** A publication, filled from another record of it. */
    private static Patent filled(Patent p, Patent o, Lists lists) {
        // Of a known publication it was looked at when families were linked.
        boolean takesFamily = lists != Lists.EARLIER && p.familyId().equals(p.publicationNumber());
        return new Patent(
                p.publicationNumber(),
                or(p.office(), o.office()),
                or(p.kind(), o.kind()),
                takesFamily ? o.familyId() : p.familyId(),
                or(p.priorityDate(), o.priorityDate()),
                or(p.filingDate(), o.filingDate()),
                or(p.publicationDate(), o.publicationDate()),
                lists.ofParties(p.applicants(), o.applicants()),
                lists.ofParties(p.inventors(), o.inventors()),
                lists.ofCodes(p.ipc(), o.ipc()),
                lists.ofCited(p.cited(), o.cited()),
                lists.ofApplications(p.applications(), o.applications()),
                or(p.language(), o.language()),
                p.firstRelease(),
                p.lastRelease(),
                MergedLists.either(p.sources(), o.sources()),
                p.withdrawn(),
                p.recordHash(),
                or(p.title(), o.title()),
                or(p.abstractText(), o.abstractText()),
                null);
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }
}
