package org.smssev.common.tables;

import java.time.LocalDate;
import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;

/** Tables of the supplement stage beside {@link ScreenTables.Supplemented}. */
public final class SupplementTables {
    private SupplementTables() {}

    @Table(
            name = "supplement.nominations",
            comment = "Every nomination in its own words, what it matched and what became of it.",
            key = "nomination_no")
    public record NominationFate(
            @Column("number of the nomination") String nominationNo,
            @Column("expert who nominated") String expertId,
            @Column("organisation of the expert") String organisation,

            @Column("name as nominated, in English where it has one")
            String name,

            @Column(value = "name in Chinese as nominated", nullable = true)
            String nameZh,

            @Column(value = "domain", nullable = true) String domain,
            @Column("IPC codes as nominated, canonical") List<String> ipc,
            @Column(value = "why", nullable = true) String rationale,

            @Column(value = "what supports it", nullable = true)
            String evidence,

            @Column(value = "day of the nomination", nullable = true)
            LocalDate date,

            @Column(value = "whether the expert calls it essential; null without a vote", nullable = true)
            Boolean essential,

            @Column(value = "candidate of the screen that it fits best; null where there are none", nullable = true)
            String bestCandidateId,

            @Column(value = "cosine of the texts with that candidate", nullable = true, min = 0, max = 1)
            Double textCosine,

            @Column(value = "Jaccard index of the IPC main groups with it", nullable = true, min = 0, max = 1)
            Double ipcJaccard,

            @Column(value = "whether the names are equal but for case, blanks and punctuation", nullable = true)
            Boolean sameName,

            @Column(value = "match score: the greatest of the three", nullable = true, min = 0, max = 1)
            Double matchScore,

            @Column(
                    value = "what became of it, with all nominations of its name: AUTO_MERGED, REVIEW_MERGED (a person"
                            + " decided), NEW, REVIEW (new until a person decides), REJECTED (a person decided),"
                            + " UNSUPPORTED (too few organisations)",
                    oneOf = {"AUTO_MERGED", "REVIEW_MERGED", "NEW", "REVIEW", "REJECTED", "UNSUPPORTED"})
            String state,

            @Column(value = "who decided in the review", nullable = true)
            String decidedBy,

            @Column(value = "candidate that it stands behind; null where it was left out", nullable = true)
            String candidateId) {}

    @Table(
            name = "supplement.candidate_gaps",
            comment =
                    "Composite gap of each candidate that was nominated with an IPC scope, over the families that hold a code of it.",
            key = {"candidate_id", "country", "reference", "family_filter"})
    public record NominatedGap(
            @Column("candidate, none of the screen") String candidateId,
            @Column("country measured") String country,
            @Column("reference") String reference,

            @Column(
                    value = "families counted",
                    oneOf = {"ALL", "INTERNATIONAL"})
            String familyFilter,

            @Column(value = "composite gap, above 0 is ahead", nullable = true)
            Double composite,

            @Column(value = "lower end of its 95 % interval", nullable = true)
            Double lo95,

            @Column(value = "upper end of its 95 % interval", nullable = true)
            Double hi95,

            @Column("parts of the composite, on the scale of technologies, else of clusters, communities or codes")
            List<GapPart> parts,

            @Column(
                    value = "position by the composite; LOW_N: too few families to tell; null where it is undefined",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String state,

            @Column(
                    value = "position by the quantity gap alone, by its interval",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String quantityState,

            @Column(value = "families behind it", min = 0) double nObs,

            @Column(
                    value = "status",
                    oneOf = {"OK", "UNDEFINED", "LOW_N"})
            String status) {
        /** Of the gap of a subject that is a candidate. */
        public static NominatedGap of(GapSummary gap) {
            return new NominatedGap(
                    gap.subjectId(),
                    gap.country(),
                    gap.reference(),
                    gap.familyFilter(),
                    gap.composite(),
                    gap.lo95(),
                    gap.hi95(),
                    gap.parts(),
                    gap.state(),
                    gap.quantityState(),
                    gap.nObs(),
                    gap.status());
        }

        /** As the gap of a subject. */
        public GapSummary summary() {
            return new GapSummary(
                    "CANDIDATE",
                    candidateId,
                    country,
                    reference,
                    familyFilter,
                    composite,
                    lo95,
                    hi95,
                    parts,
                    state,
                    quantityState,
                    nObs,
                    status);
        }
    }

    @Table(
            name = "supplement.candidate_families",
            comment =
                    "The families of each candidate that was nominated with an IPC scope: those that hold a code of it.",
            key = {"candidate_id", "family_id"})
    public record NominatedFamily(
            @Column("candidate, none of the screen") String candidateId,
            @Column("family") String familyId,

            @Column(value = "strength of the membership: a code alone says little", min = 0, max = 1)
            double score) {}

    @Table(
            name = "supplement.support",
            comment = "Support of experts for each nominated candidate, and Lawshe's content validity ratio.",
            key = "candidate_id")
    public record Support(
            @Column("candidate") String candidateId,
            @Column(value = "nominations", min = 1) int nominations,

            @Column(value = "organisations that nominated it; the experts of one count once", min = 1)
            int organisations,

            @Column(
                    value = "these over supplement.eligible-organisations; null without that setting",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double share,

            @Column(value = "experts who voted whether it is essential", min = 0)
            int votes,

            @Column(value = "experts who call it essential", min = 0)
            int essentialVotes,

            @Column(value = "content validity ratio, -1 to 1; null without votes", nullable = true, min = -1, max = 1)
            Double cvr,

            @Column(
                    value =
                            "least ratio that chance reaches with 5 % or less, one-sided and exact; null below five votes",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double cvrCritical,

            @Column(
                    value = "OK; LOW_N: below five votes, too coarse; UNDEFINED: no votes",
                    oneOf = {"OK", "LOW_N", "UNDEFINED"})
            String cvrStatus) {}

    @Table(
            name = "supplement.completeness",
            comment = "How complete the screen and the experts together are, by capture and recapture.",
            key = "method")
    public record Completeness(
            @Column("CHAPMAN") String method,

            @Column(value = "candidates that the screen kept", min = 0)
            long screened,

            @Column(value = "technologies that experts nominated", min = 0)
            long nominated,

            @Column(value = "both", min = 0) long both,
            @Column(value = "either", min = 0) long union,

            @Column(
                    value = "estimate of all technologies there are; null without nominations",
                    nullable = true,
                    min = 0)
            Double estimate,

            @Column(value = "lower end of its 95 % interval", nullable = true, min = 0)
            Double lo95,

            @Column(value = "upper end of its 95 % interval", nullable = true, min = 0)
            Double hi95,

            @Column(value = "either over the estimate", nullable = true, min = 0, max = 1)
            Double coverage,

            @Column(
                    value = "OK; UNRELIABLE: fewer than seven in both; UNDEFINED: nothing was nominated or kept",
                    oneOf = {"OK", "UNRELIABLE", "UNDEFINED"})
            String status,

            @Column("what the estimate rests on") String assumption) {}

    @Table(
            name = "supplement.disagreements",
            comment = "On which candidates patents and experts disagree: rank by the screen against rank by support.",
            key = "candidate_id")
    public record Disagreement(
            @Column("candidate") String candidateId,
            @Column("name in English") String nameEn,

            @Column(value = "rank by the size of the difference, 1 the greatest, average over ties", min = 1)
            double rank,

            @Column(value = "screen score", min = 0, max = 1)
            double screenScore,

            @Column(value = "share of the scored candidates with a lower screen score, half of ties", min = 0, max = 1)
            double screenPercentile,

            @Column(value = "organisations that nominated it", min = 0)
            int organisations,

            @Column(value = "share of the scored candidates with fewer organisations, half of ties", min = 0, max = 1)
            double supportPercentile,

            @Column(value = "screen percentile less support percentile", min = -1, max = 1)
            double difference,

            @Column(
                    value = "who ranks it higher",
                    oneOf = {"PATENTS", "EXPERTS", "NEITHER"})
            String higher) {}
}
