package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;

/** Tables of the screen and supplement stages. */
public final class ScreenTables {
    private ScreenTables() {}

    @Table(
            name = "screen.criteria",
            comment = "The value of each criterion for each candidate, with the criterion's weights.",
            key = {"candidate_id", "criterion"})
    public record Criterion(
            @Column("candidate") String candidateId,
            @Column("criterion") String criterion,

            @Column(
                    value = "BENEFIT or COST",
                    oneOf = {"BENEFIT", "COST"})
            String direction,

            @Column("unit of the value") String unit,

            @Column(value = "raw value, null where undefined", nullable = true)
            Double value,

            @Column(
                    value = "value that was scored: the raw one, or what screen.missing puts for it; null where a gate"
                            + " dropped the candidate first",
                    nullable = true)
            Double used,

            @Column(
                    value = "OK; IMPUTED: undefined, and scored by screen.missing; UNDEFINED: neither",
                    oneOf = {"OK", "IMPUTED", "UNDEFINED"})
            String status,

            @Column(value = "value scaled to 0 to 1, greater is better", nullable = true, min = 0, max = 1)
            Double scaled,

            @Column(value = "entropy weight of the criterion", min = 0, max = 1)
            double weightEntropy,

            @Column(value = "CRITIC weight of the criterion, by ranks under CRITIC_SPEARMAN", min = 0, max = 1)
            double weightCritic,

            @Column(value = "weight in use", min = 0, max = 1)
            double weight) {}

    @Table(
            name = "screen.weights",
            comment = "The criteria of the screen with their weights and what they rest on.",
            key = "criterion")
    public record Weight(
            @Column("criterion") String criterion,

            @Column(
                    value = "BENEFIT or COST",
                    oneOf = {"BENEFIT", "COST"})
            String direction,

            @Column("unit of the values") String unit,

            @Column(value = "candidates scored", min = 0) int candidates,

            @Column(value = "of these, candidates whose value was undefined and put in", min = 0)
            int imputed,

            @Column("whether it tells candidates apart; one that does not weighs nothing")
            boolean informative,

            @Column(value = "entropy weight", min = 0, max = 1)
            double weightEntropy,

            @Column(value = "CRITIC weight, by ranks under CRITIC_SPEARMAN", min = 0, max = 1)
            double weightCritic,

            @Column(
                    value = "weight given by people, made to sum to 1; null without any",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double weightGiven,

            @Column(value = "weight in use", min = 0, max = 1)
            double weight) {}

    @Table(
            name = "screen.kind_parts",
            comment = "The figures behind the kinds of technology: each part of CHALLENGER and FRONTIER.",
            key = {"candidate_id", "kind", "part"})
    public record KindPart(
            @Column("candidate") String candidateId,

            @Column(
                    value = "kind",
                    oneOf = {"CHALLENGER", "FRONTIER"})
            String kind,

            @Column(
                    value =
                            "STATE: position FOLLOW or PARALLEL; GROWTH_GAP: lower end of the 95 % interval of the growth"
                                    + " gap above 0; MEDIAN_YEAR: in the youngest third; GROWTH: in the top quarter; GENERALITY:"
                                    + " at or above the median",
                    oneOf = {"STATE", "GROWTH_GAP", "MEDIAN_YEAR", "GROWTH", "GENERALITY"})
            String part,

            @Column(value = "value compared; null for STATE and where undefined", nullable = true)
            Double value,

            @Column(value = "what it is compared with, over the candidates with families enough", nullable = true)
            Double threshold,

            @Column(value = "position, for STATE", nullable = true)
            String state,

            @Column(value = "whether the part is met; null where undefined", nullable = true)
            Boolean met) {}

    @Table(
            name = "screen.candidates",
            comment = "Every candidate with its score, rank and the reason why it was kept or dropped.",
            key = "candidate_id")
    public record Candidate(
            @Column("candidate; it becomes the technology_id, for life")
            String candidateId,

            @Column("name in English") String nameEn,

            @Column(value = "name in Chinese", nullable = true)
            String nameZh,

            @Column("what it is, in English: the words of its list entries, or what its patents share")
            String definitionEn,

            @Column(value = "what it is, in Chinese", nullable = true)
            String definitionZh,

            @Column(
                    value = "what it was made of first",
                    oneOf = {"TECHNOLOGY", "CLUSTER", "COMMUNITY", "NODE"})
            String source,

            @Column(value = "domain", nullable = true) String domain,
            @Column("provenance: PATENT, LIST or both") List<String> provenance,
            @Column("IPC prefixes of its scope") List<String> ipcScope,
            @Column("keywords or label terms") List<String> keywords,
            @Column(value = "families", min = 0) long families,

            @Column(value = "TOPSIS closeness, 0 to 1, null where a gate dropped it first", nullable = true)
            Double score,

            @Column(value = "rank by score, 1 the best, average over ties", nullable = true)
            Double rank,

            @Column(value = "score minus the cut", nullable = true)
            Double margin,

            @Column("whether it is below the cut by no more than the share screen.near-miss of it")
            boolean nearMiss,

            @Column(
                    value =
                            "share of the draws (of families, gaps and weights) in which it is selected; where nothing is"
                                    + " cut, the chance of families enough; null without draws, and where a gate other than that of"
                                    + " families dropped it",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double selectionFrequency,

            @Column(value = "whether that share reaches screen.stable-from", nullable = true)
            Boolean stable,

            @Column(
                    value = "whether it rises fast and is not yet ahead; null where a part of that is undefined",
                    nullable = true)
            Boolean challenger,

            @Column(
                    value = "whether it is young, fast growing and general; null where a part of that is undefined",
                    nullable = true)
            Boolean frontier,

            @Column(
                    value = "the kinds that it is; null where none is met and one is undefined",
                    nullable = true,
                    oneOf = {"CHALLENGER", "FRONTIER", "BOTH", "NEITHER"})
            String kind,

            @Column(
                    value =
                            "position of the focal country over the candidate's own families, against the best other one",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String state,

            @Column("whether an existing list already controls it")
            boolean alreadyControlled,

            @Column("whether the screen keeps it") boolean selected,

            @Column(
                    "reason code: SELECTED, BELOW_CUT, FEW_FAMILIES, ALREADY_CONTROLLED, MISSING_CRITERION, or STATE_ with"
                            + " the position that screen.states does not take: LEAD, PARALLEL, FOLLOW, LOW_N or UNDEFINED")
            String reason) {}

    @Table(
            name = "screen.candidate_gaps",
            comment = "Composite gap of each candidate over its own families, and the position of the country.",
            key = {"candidate_id", "country", "reference", "family_filter"})
    public record CandidateGap(
            @Column("candidate") String candidateId,
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

            @Column("parts of the composite, on the scale of the kind of subject that the candidate was made of first")
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
        public static CandidateGap of(GapSummary gap) {
            return new CandidateGap(
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
            name = "screen.candidate_members",
            comment = "What was merged into each candidate.",
            key = {"candidate_id", "member_kind", "member_id"})
    public record CandidateMember(
            @Column("candidate") String candidateId,

            @Column(
                    value = "kind",
                    oneOf = {"TECHNOLOGY", "CLUSTER", "COMMUNITY", "NODE"})
            String memberKind,

            @Column("technology, cluster, community or code")
            String memberId,

            @Column(
                    value = "overlap of families with the candidate, 0 to 1; null for a key node that lies in its scope"
                            + " alone",
                    nullable = true)
            Double overlap) {}

    @Table(
            name = "screen.candidate_families",
            comment = "The families of each candidate, on which its gap and evidence rest.",
            key = {"candidate_id", "family_id"},
            large = true)
    public record CandidateFamily(
            @Column("candidate") String candidateId,
            @Column(value = "family", plain = true) String familyId,
            @Column("strength of the membership, 0 to 1") double score) {}

    /** One nomination as it was handed in. */
    public record Nomination(
            @Column("number of the nomination in its file") String nominationNo,
            @Column("expert who nominated") String expertId,
            @Column("organisation of the expert") String organisation,
            @Column("name as nominated") String name,
            @Column(value = "why", nullable = true) String rationale) {}

    @Table(
            name = "supplement.candidates",
            comment = "The screened and the nominated candidates, merged, with their provenance.",
            key = "candidate_id")
    public record Supplemented(
            @Column("candidate; it becomes the technology_id, for life")
            String candidateId,

            @Column("name in English") String nameEn,

            @Column(value = "name in Chinese", nullable = true)
            String nameZh,

            @Column(value = "domain", nullable = true) String domain,

            @Column("provenance: PATENT, LIST, EXPERT or several")
            List<String> provenance,

            @Column("other names, as listed or nominated") List<String> aliases,
            @Column("IPC prefixes of its scope") List<String> ipcScope,
            @Column("nominations merged into it") List<Nomination> nominations,

            @Column(value = "organisations that nominated it", min = 0)
            int support,

            @Column(value = "score of its best match with a nomination, 0 to 1", nullable = true)
            Double matchScore,

            @Column(
                    value = "how the nominations met it",
                    oneOf = {"NONE", "AUTO_MERGED", "REVIEW_MERGED", "REVIEW", "NEW"})
            String matchState,

            @Column(
                    value =
                            "families: of a candidate of the screen its own, of another those that hold a code of its scope;"
                                    + " null without patents",
                    nullable = true)
            Long families,

            @Column(value = "screen score; null without patents", nullable = true)
            Double screenScore,

            @Column(
                    value =
                            "position of the focal country over these families, against the best other one; null without"
                                    + " patents",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String state) {}
}
