package org.smssev.jobs.supplement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.SupplementConfig;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;

class SupplementingTest {
    private static Candidate candidate(String id, String name, String ipc, boolean selected) {
        return new Candidate(
                id,
                name,
                null,
                name,
                null,
                "TECHNOLOGY",
                null,
                List.of("LIST", "PATENT"),
                List.of(ipc),
                List.of(),
                30,
                .4,
                1.0,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                "LEAD",
                false,
                selected,
                selected ? "SELECTED" : "BELOW_CUT");
    }

    private static Nominated nominated(String no, String organisation, String name, String... ipc) {
        return new Nominated(new Nomination(no, "E" + no, organisation, name, null), name, null, null, List.of(ipc));
    }

    private static List<Supplemented> supplement(int minSupport, List<Candidate> candidates, Nominated... nominations) {
        return new Supplementing(
                        new SupplementConfig(List.of(), .8, .5, List.of(), minSupport), Map.of("t1", List.of("L:7", "7")))
                .supplement(candidates, List.of(nominations));
    }

    @Test
    void equalNameMergesAndKeepsTheWording() {
        List<Supplemented> all = supplement(
                1,
                List.of(candidate("t1", "Silicon carbon anodes", "H01M 4", true)),
                nominated("N1", "Acme", "SILICON-CARBON  anodes"),
                nominated("N2", "Acme", "silicon carbon anodes"));
        assertThat(all).hasSize(1);
        Supplemented merged = all.get(0);
        assertThat(merged.provenance()).containsExactly("EXPERT", "LIST", "PATENT");
        assertThat(merged.aliases())
                .containsExactly("L:7", "7", "N1", "SILICON-CARBON  anodes", "N2", "silicon carbon anodes");
        assertThat(merged.matchState()).isEqualTo("AUTO_MERGED");
        assertThat(merged.matchScore()).isEqualTo(1);
        assertThat(merged.support()).isEqualTo(1);
        assertThat(merged.families()).isEqualTo(30);
    }

    @Test
    void nominationBringsBackWhatTheScreenDropped() {
        List<Supplemented> all = supplement(
                1,
                List.of(candidate("t1", "Silicon carbon anodes", "H01M 4", false)),
                nominated("N1", "Acme", "Silicon carbon anodes"));
        assertThat(all).extracting(Supplemented::candidateId).containsExactly("t1");
        assertThat(all.get(0).provenance()).contains("EXPERT");
    }

    @Test
    void halfOfTheGroupsIsForReviewAndNothingInCommonIsNew() {
        List<Supplemented> all = supplement(
                1,
                List.of(candidate("t1", "Silicon carbon anodes", "H01M 4", true)),
                nominated("N1", "Acme", "Dry battery coating", "H01M 4/04", "B05D 1/12"),
                nominated("N2", "Beta", "Space robots"));
        assertThat(all).extracting(Supplemented::matchState).containsExactly("NONE", "REVIEW", "NEW");
        Supplemented space = all.get(2);
        assertThat(space.candidateId()).isEqualTo("nominated-space-robots");
        assertThat(space.provenance()).containsExactly("EXPERT");
        assertThat(space.families()).isNull();
        assertThat(space.screenScore()).isNull();
        assertThat(space.state()).isNull();
    }

    @Test
    void organisationsAreCountedOnceAndMustReachTheLeastSupport() {
        List<Supplemented> all = supplement(
                2,
                List.of(),
                nominated("N1", "Acme", "Space robots"),
                nominated("N2", "ACME", "space robots"),
                nominated("N3", "Acme", "Graphdiyne"),
                nominated("N4", "Beta", "graphdiyne"));
        assertThat(all).extracting(Supplemented::candidateId).containsExactly("nominated-graphdiyne");
        assertThat(all.get(0).support()).isEqualTo(2);
    }
}
