package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Criterion;
import org.smssev.common.tables.ScreenTables.KindPart;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.ScreenTables.Weight;
import org.smssev.common.tables.SupplementTables.Completeness;
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
    void whatOnlyExpertsNameHasNoPatentFigures() {
        assertThat(rows(Supplemented.class))
                .filteredOn(s -> s.provenance().equals(List.of("EXPERT")))
                .isNotEmpty()
                .allSatisfy(s -> {
                    assertThat(s.families()).isNull();
                    assertThat(s.screenScore()).isNull();
                    assertThat(s.state()).isNull();
                });
    }
}
