package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** The nodes, clusters, list items, nominations and gap behind each technology; its publications come from Spark. */
final class EvidenceRows {
    /** The gap that gives the position: against the best other country, over all families. */
    static final String POSITION = "BEST_OTHER ALL";

    private EvidenceRows() {}

    /**
     * The rows.
     *
     * @param gaps of candidates, over their own families
     * @param country the focal country, whose gaps count
     */
    static List<Evidence> of(
            List<Supplemented> candidates,
            List<CandidateMember> members,
            List<TechnologyItem> items,
            List<GapSummary> gaps,
            String country) {
        Map<String, List<CandidateMember>> membersOf = new HashMap<>();
        members.forEach(member -> membersOf
                .computeIfAbsent(member.candidateId(), id -> new ArrayList<>())
                .add(member));
        Map<String, List<TechnologyItem>> itemsOf = new HashMap<>();
        items.forEach(item -> itemsOf.computeIfAbsent(item.technologyId(), id -> new ArrayList<>())
                .add(item));
        Map<String, List<GapSummary>> gapsOf = new HashMap<>();
        gaps.stream()
                .filter(gap -> gap.country().equals(country))
                .forEach(gap -> gapsOf.computeIfAbsent(gap.subjectId(), id -> new ArrayList<>())
                        .add(gap));
        List<Evidence> rows = new ArrayList<>();
        for (Supplemented candidate : candidates) {
            // Keyed by kind and reference: two technologies of a candidate may share a list item.
            Map<String, Evidence> own = new LinkedHashMap<>();
            String id = candidate.candidateId();
            for (CandidateMember member : membersOf.getOrDefault(id, List.of())) {
                String kind = member.memberKind();
                if (kind.equals("NODE") || kind.equals("CLUSTER")) {
                    add(own, new Evidence(id, kind, member.memberId(), null, member.overlap()));
                }
                if (kind.equals("TECHNOLOGY")) {
                    for (TechnologyItem item : itemsOf.getOrDefault(member.memberId(), List.of())) {
                        String ref = item.listId() + " " + item.itemNo();
                        add(own, new Evidence(id, "LIST_ITEM", ref, null, null));
                    }
                }
            }
            for (Nomination nomination : candidate.nominations()) {
                String text = nomination.name() + " (" + nomination.organisation() + ")";
                add(own, new Evidence(id, "NOMINATION", nomination.nominationNo(), text, null));
            }
            for (GapSummary gap : gapsOf.getOrDefault(id, List.of())) {
                String ref = gap.reference() + " " + gap.familyFilter();
                String state = gap.state() == null ? gap.status() : gap.state();
                add(own, new Evidence(id, "GAP", ref, state, gap.composite()));
            }
            rows.addAll(own.values());
        }
        return rows;
    }

    /** The scores that count, of the candidates. */
    static List<Evidence> scores(List<Supplemented> candidates, List<Score> scores) {
        Set<String> ids = candidates.stream().map(Supplemented::candidateId).collect(Collectors.toSet());
        return Panels.counted(scores).stream()
                .filter(score -> ids.contains(score.candidateId()))
                .map(score -> new Evidence(
                        score.candidateId(),
                        "SCORE",
                        score.expertId() + " " + score.dimension(),
                        score.outlier() ? "OUTLIER" : null,
                        score.score()))
                .toList();
    }

    private static void add(Map<String, Evidence> rows, Evidence row) {
        rows.putIfAbsent(row.kind() + " " + row.ref(), row);
    }
}
