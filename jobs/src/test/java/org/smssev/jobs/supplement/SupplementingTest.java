package org.smssev.jobs.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.SupplementConfig;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.Completeness;
import org.smssev.common.tables.SupplementTables.Disagreement;
import org.smssev.common.tables.SupplementTables.NominationFate;
import org.smssev.common.tables.SupplementTables.Support;

class SupplementingTest {
    private static Nominated nominated(String no, String organisation, String name, String... ipc) {
        return nominated(no, organisation, name, null, ipc);
    }

    private static Nominated nominated(String no, String organisation, String name, Boolean essential, String... ipc) {
        return new Nominated(
                new Nomination(no, "E" + no, organisation, name, null),
                name,
                null,
                null,
                List.of(ipc),
                null,
                null,
                essential);
    }

    private static Supplementing supplementing(int minSupport, Map<String, Decision> decisions) {
        return new Supplementing(
                new SupplementConfig(List.of(), .8, .5, List.of(), minSupport, null),
                Map.of("t1", List.of("L:7", "7")),
                decisions);
    }

    private static List<Supplemented> supplement(int minSupport, List<Candidate> candidates, Nominated... nominations) {
        return supplementing(minSupport, Map.of()).supplement(candidates, List.of(nominations));
    }

    @Test
    void equalNameMergesAndKeepsTheWording() {
        List<Supplemented> all = supplement(
                1,
                List.of(Candidates.technology("t1", "Silicon carbon anodes", "H01M 4", true)),
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
                List.of(Candidates.technology("t1", "Silicon carbon anodes", "H01M 4", false)),
                nominated("N1", "Acme", "Silicon carbon anodes"));
        assertThat(all).extracting(Supplemented::candidateId).containsExactly("t1");
        assertThat(all.get(0).provenance()).contains("EXPERT");
    }

    @Test
    void halfOfTheGroupsIsForReviewAndNothingInCommonIsNew() {
        List<Supplemented> all = supplement(
                1,
                List.of(Candidates.technology("t1", "Silicon carbon anodes", "H01M 4", true)),
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

    /** A nomination for review: half of its main groups are those of the candidate. */
    private static final Nominated DOUBTFUL = nominated("N1", "Acme", "Dry battery coating", "H01M 4/04", "B05D 1/12");

    private static final List<Candidate> ANODES =
            List.of(Candidates.technology("t1", "Silicon carbon anodes", "H01M 4", true));

    @Test
    void whatAPersonDecidedGoesBeforeTheScore() {
        Supplementing merging = supplementing(1, Map.of("N1", new Decision(Decision.Verdict.MERGE, "t1", "Li", null)));
        List<Supplemented> merged = merging.supplement(ANODES, List.of(DOUBTFUL));
        assertThat(merged).extracting(Supplemented::matchState).containsExactly("REVIEW_MERGED");
        assertThat(merged.get(0).aliases()).contains("Dry battery coating");
        assertThat(merging.fates().get(0).candidateId()).isEqualTo("t1");

        Decision own = new Decision(Decision.Verdict.NEW, null, null, null);
        Nominated equal = nominated("N1", "Acme", "Silicon carbon anodes");
        assertThat(supplementing(1, Map.of("N1", own)).supplement(ANODES, List.of(equal)))
                .extracting(Supplemented::matchState)
                .containsExactly("NONE", "NEW");

        Supplementing rejecting =
                supplementing(1, Map.of("N1", new Decision(Decision.Verdict.REJECT, null, null, null)));
        assertThat(rejecting.supplement(ANODES, List.of(DOUBTFUL)))
                .extracting(Supplemented::candidateId)
                .containsExactly("t1");
        assertThat(rejecting.fates().get(0).state()).isEqualTo("REJECTED");
    }

    @Test
    void decisionsOnWhatIsGoneCountAsNoneAndAreTold() {
        Supplementing stale = supplementing(
                1,
                Map.of(
                        "N1", new Decision(Decision.Verdict.MERGE, "gone", null, null),
                        "N9", new Decision(Decision.Verdict.NEW, null, null, null)));
        assertThat(stale.supplement(ANODES, List.of(DOUBTFUL)))
                .extracting(Supplemented::matchState)
                .containsExactly("NONE", "REVIEW");
        assertThat(stale.stale()).containsExactly("N1", "N9");
    }

    @Test
    void votesForEssentialCarryANominationOfOneOrganisation() {
        Nominated[] votes = new Nominated[5];
        for (int i = 0; i < votes.length; i++) {
            votes[i] = nominated("N" + i, "Acme", "Graphdiyne", true);
        }
        assertThat(supplement(2, List.of(), votes)).hasSize(1);
        votes[0] = nominated("N0", "Acme", "Graphdiyne", false);
        assertThat(supplement(2, List.of(), votes)).isEmpty();
    }

    @Test
    void aCodeIsNotATechnologyForItsCodesAlone() {
        Candidate node = Candidates.of("node-h01m-4", "IPC H01M 4", "NODE", "H01M 4", .4, true);
        assertThat(supplement(1, List.of(node), nominated("N1", "Acme", "Silicon anodes", "H01M 4")))
                .extracting(Supplemented::matchState)
                .containsExactly("NONE", "NEW");
    }

    @Test
    void nothingThatWasNominatedIsLost() {
        Supplementing supplementing = supplementing(2, Map.of());
        List<Candidate> candidates = List.of(
                Candidates.technology("t1", "Silicon carbon anodes", "H01M 4", true),
                Candidates.technology("t2", "Rotors", "B64C 27", true));
        supplementing.supplement(
                candidates,
                List.of(
                        nominated("N1", "Acme", "Silicon-carbon anodes", true),
                        nominated("N2", "Beta", "Silicon carbon anodes", false),
                        nominated("N3", "Acme", "Space robots")));
        Panel panel = new Panel(candidates, supplementing.fates());
        assertThat(panel.nominations())
                .extracting(NominationFate::nominationNo, NominationFate::state, NominationFate::candidateId)
                .containsExactly(
                        tuple("N1", "AUTO_MERGED", "t1"),
                        tuple("N2", "AUTO_MERGED", "t1"),
                        tuple("N3", "UNSUPPORTED", null));
        assertThat(panel.nominations().get(0).name()).isEqualTo("Silicon-carbon anodes");
        // Two of eight organisations; one of two votes, which are too few.
        assertThat(panel.support(8)).containsExactly(new Support("t1", 2, 2, .25, 2, 1, 0.0, null, "LOW_N"));
        assertThat(panel.support(null)).extracting(Support::share).containsOnlyNulls();
        // Screened 2, nominated 2, both 1: 3 x 3 / 2 - 1
        Completeness completeness = panel.completeness();
        assertThat(completeness.estimate()).isEqualTo(3.5);
        assertThat(completeness.union()).isEqualTo(3);
        assertThat(completeness.status()).isEqualTo("UNRELIABLE");
    }

    @Test
    void disagreementIsTheDifferenceOfPercentiles() {
        List<Candidate> candidates = List.of(scored("t1", .9), scored("t2", .5), scored("t3", .1), scored("t4", .05));
        Supplementing supplementing = supplementing(1, Map.of());
        supplementing.supplement(candidates, List.of(nominated("N1", "Acme", "t4"), nominated("N2", "Beta", "t4")));
        List<Disagreement> rows = new Panel(candidates, supplementing.fates()).disagreements();
        // by screen .875 .625 .375 .125; by support t4 .875, the others .375
        assertThat(rows)
                .extracting(
                        Disagreement::candidateId, Disagreement::difference, Disagreement::rank, Disagreement::higher)
                .containsExactly(
                        tuple("t1", .5, 2.0, "PATENTS"),
                        tuple("t2", .25, 3.0, "PATENTS"),
                        tuple("t3", 0.0, 4.0, "NEITHER"),
                        tuple("t4", -.75, 1.0, "EXPERTS"));
        assertThat(new Panel(candidates, List.of()).disagreements()).isEmpty();
        assertThat(new Panel(candidates, List.of()).completeness().status()).isEqualTo("UNDEFINED");
    }

    private static Candidate scored(String id, double score) {
        return Candidates.of(id, id, "TECHNOLOGY", "B64C 27", score, true);
    }
}
