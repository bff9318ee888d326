package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

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

            @Column(value = "raw value, null where undefined", nullable = true)
            Double value,

            @Column(value = "value scaled to 0 to 1, greater is better", nullable = true, min = 0, max = 1)
            Double scaled,

            @Column(value = "entropy weight of the criterion", min = 0, max = 1)
            double weightEntropy,

            @Column(value = "CRITIC weight of the criterion", min = 0, max = 1)
            double weightCritic,

            @Column(value = "weight in use", min = 0, max = 1)
            double weight) {}

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

            @Column(value = "position of the focal country", nullable = true)
            String state,

            @Column("whether an existing list already controls it")
            boolean alreadyControlled,

            @Column("whether the screen keeps it") boolean selected,

            @Column("reason code: SELECTED, BELOW_CUT, FEW_FAMILIES, ALREADY_CONTROLLED, STATE_FOLLOW, ...")
            String reason) {}

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

            @Column(value = "overlap of families with the candidate, 0 to 1", nullable = true)
            Double overlap) {}

    @Table(
            name = "screen.candidate_families",
            comment = "The families of each candidate, on which its gap and evidence rest.",
            key = {"candidate_id", "family_id"},
            large = true)
    public record CandidateFamily(
            @Column("candidate") String candidateId,
            @Column("family") String familyId,
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
                    oneOf = {"NONE", "AUTO_MERGED", "REVIEW", "NEW"})
            String matchState,

            @Column(value = "families; null without patents", nullable = true)
            Long families,

            @Column(value = "screen score; null without patents", nullable = true)
            Double screenScore,

            @Column(value = "position of the focal country; null without patents", nullable = true)
            String state) {}
}
