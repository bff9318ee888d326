package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.common.tables.ScreenTables.CandidateGap;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Criterion;
import org.smssev.common.tables.ScreenTables.KindPart;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.ScreenTables.Weight;
import org.smssev.common.tables.SupplementTables.Completeness;
import org.smssev.common.tables.SupplementTables.NominatedFamily;
import org.smssev.common.tables.SupplementTables.NominatedGap;
import org.smssev.common.tables.SupplementTables.NominationFate;
import org.smssev.common.tables.SurveyTables.Technology;

/** What the screen and the supplement of the demo must add up to. */
class ScreenedDemoTest {
    private final Demo demo = Demo.once();

    private <T extends Record> List<T> rows(Class<T> table) {
        return TableDigest.published(demo.warehouse, table);
    }

    private Map<String, Candidate> candidates() {
        return rows(Candidate.class).stream().collect(Collectors.toMap(Candidate::candidateId, Function.identity()));
    }

    @Test
    void everySourceIsInOneCandidate() {
        List<String> in = new ArrayList<>();
        rows(Technology.class).forEach(t -> in.add("TECHNOLOGY " + t.technologyId()));
        rows(Cluster.class).stream().filter(c -> c.clusterId() >= 0).forEach(c -> in.add("CLUSTER " + c.clusterId()));
        List<IpcNode> nodes = rows(IpcNode.class).stream()
                .filter(n -> n.level().equals("MAIN_GROUP") && n.period().equals("ALL"))
                .toList();
        nodes.stream().filter(IpcNode::isKeyNode).forEach(n -> in.add("NODE " + n.ipc()));
        nodes.stream().collect(Collectors.groupingBy(IpcNode::community, Collectors.counting())).entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .forEach(e -> in.add("COMMUNITY " + e.getKey()));
        // A key node may lie in the scope of further candidates, without an overlap.
        List<String> out = rows(CandidateMember.class).stream()
                .filter(m -> m.overlap() != null)
                .map(m -> m.memberKind() + " " + m.memberId())
                .toList();
        assertThat(out).containsExactlyInAnyOrderElementsOf(in);
    }

    @Test
    void everyCandidateIsSelectedOrHasAReasonAndItsFigures() {
        assertThat(candidates().values()).allSatisfy(c -> {
            assertThat(c.selected()).isEqualTo(c.reason().equals("SELECTED"));
            assertThat(c.definitionEn()).isNotBlank();
            assertThat(c.score() == null).isEqualTo(c.rank() == null);
            if (c.selected()) {
                assertThat(c.selectionFrequency()).isGreaterThan(0);
            }
        });
        Map<String, Long> criteria = rows(Criterion.class).stream()
                .collect(Collectors.groupingBy(Criterion::candidateId, Collectors.counting()));
        assertThat(criteria)
                .hasSameSizeAs(candidates())
                .allSatisfy((id, n) -> assertThat(n).isEqualTo(6));
        assertThat(rows(KindPart.class)).hasSize(5 * candidates().size());
        assertThat(rows(Weight.class).stream().mapToDouble(Weight::weight).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsSelectedOrNominatedGoesOn() {
        Set<String> on =
                rows(Supplemented.class).stream().map(Supplemented::candidateId).collect(Collectors.toSet());
        Set<String> expected = new HashSet<>();
        candidates().values().stream().filter(Candidate::selected).forEach(c -> expected.add(c.candidateId()));
        List<NominationFate> fates = rows(NominationFate.class);
        fates.stream().map(NominationFate::candidateId).filter(id -> id != null).forEach(expected::add);
        assertThat(on).isEqualTo(expected);
        assertThat(fates).isNotEmpty().allSatisfy(f -> assertThat(f.name()).isNotBlank());
        Completeness completeness = rows(Completeness.class).get(0);
        assertThat(completeness.screened())
                .isEqualTo(candidates().values().stream()
                        .filter(Candidate::selected)
                        .count());
        assertThat(demo.warehouse.resolve("supplement").resolve("review.xlsx")).isNotEmptyFile();
    }

    @Test
    void whatOnlyExpertsNameHasThePatentsOfItsScopeAlone() {
        Map<String, Long> families = rows(NominatedFamily.class).stream()
                .collect(Collectors.groupingBy(NominatedFamily::candidateId, Collectors.counting()));
        Map<String, String> states = new HashMap<>();
        rows(NominatedGap.class).stream()
                .filter(gap -> isPosition(gap.summary()))
                .forEach(gap -> states.put(gap.candidateId(), gap.state()));
        assertThat(rows(Supplemented.class))
                .filteredOn(s -> s.provenance().equals(List.of("EXPERT")))
                .isNotEmpty()
                .allSatisfy(s -> {
                    assertThat(s.families()).isEqualTo(families.get(s.candidateId()));
                    assertThat(s.families() == null || s.families() > 0).isTrue();
                    assertThat(s.screenScore()).isNull();
                    assertThat(s.state()).isEqualTo(states.get(s.candidateId()));
                });
        assertThat(states.keySet()).isEqualTo(families.keySet());
    }

    private static boolean isPosition(GapSummary gap) {
        return gap.reference().equals("BEST_OTHER") && gap.familyFilter().equals("ALL");
    }

    /** Families of China and of the country with most of the others, from the families themselves. */
    private static double logGap(List<Family> families) {
        Map<String, Double> countries = new HashMap<>();
        families.forEach(
                family -> family.countries().forEach(c -> countries.merge(c.country(), c.weight(), Double::sum)));
        double others = countries.entrySet().stream()
                .filter(c -> !Set.of("CN", "UNKNOWN").contains(c.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        return Math.log((countries.getOrDefault("CN", 0.0) + .5) / (others + .5));
    }

    @Test
    void gapOfACandidateIsThatOfItsOwnFamilies() {
        Map<String, Family> families =
                rows(Family.class).stream().collect(Collectors.toMap(Family::familyId, Function.identity()));
        Map<String, List<Family>> own = rows(CandidateFamily.class).stream()
                .collect(Collectors.groupingBy(
                        CandidateFamily::candidateId,
                        Collectors.mapping(f -> families.get(f.familyId()), Collectors.toList())));
        Map<String, GapSummary> gaps = rows(CandidateGap.class).stream()
                .map(CandidateGap::summary)
                .filter(ScreenedDemoTest::isPosition)
                .collect(Collectors.toMap(GapSummary::subjectId, Function.identity()));
        assertThat(gaps.keySet()).isEqualTo(candidates().keySet());
        gaps.forEach((id, gap) -> {
            List<Family> all = own.getOrDefault(id, List.of());
            assertThat(gap.nObs()).as(id).isCloseTo(all.size(), within(1e-6));
            gap.parts().stream()
                    .filter(part -> part.measure().equals("log_gap"))
                    .forEach(part -> assertThat(part.value()).as(id).isCloseTo(logGap(all), within(1e-9)));
        });
        assertThat(candidates().values())
                .allSatisfy(c -> assertThat(c.state())
                        .isEqualTo(gaps.get(c.candidateId()).state()));
        // Merged out of a technology and clusters: not the gap of the technology alone.
        Map<String, GapSummary> technologies = rows(GapSummary.class).stream()
                .filter(gap -> gap.subjectKind().equals("TECHNOLOGY") && isPosition(gap))
                .collect(Collectors.toMap(GapSummary::subjectId, Function.identity()));
        assertThat(candidates().values())
                .filteredOn(c -> technologies.containsKey(c.candidateId()))
                .anyMatch(c -> gaps.get(c.candidateId()).nObs()
                        > technologies.get(c.candidateId()).nObs());
        Map<String, String> positions = new HashMap<>();
        rows(GradeTables.Technology.class).forEach(t -> positions.put(t.technologyId(), t.position()));
        assertThat(rows(Supplemented.class))
                .allSatisfy(s -> assertThat(positions.get(s.candidateId())).isEqualTo(s.state()));
        assertThat(rows(GradeTables.Evidence.class))
                .filteredOn(row -> row.kind().equals("GAP") && row.ref().equals("BEST_OTHER ALL"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    if (gaps.containsKey(row.technologyId())) {
                        assertThat(row.value())
                                .isEqualTo(gaps.get(row.technologyId()).composite());
                    }
                });
    }
}
