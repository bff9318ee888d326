package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.LabelTerm;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

class DraftingTest {
    private static Cluster cluster(int id, String... terms) {
        return of(id, Stream.of(terms).map(t -> new LabelTerm("en", t, 1)).toList());
    }

    private static Cluster of(int id, List<LabelTerm> terms) {
        return new Cluster(
                id, 10, terms, List.of(), List.of(), List.of(), null, null, null, null, null, null, null, null);
    }

    private static List<Draft> drafts(List<Cluster> clusters, CandidateMember... earlier) {
        Sources sources = Sources.of(List.of(), clusters, List.of());
        List<Entry> entries = new ArrayList<>();
        for (int place = 0; place < sources.clusters().size(); place++) {
            entries.add(new Entry(Source.CLUSTER, place));
        }
        return new Drafting(sources, new CandidateIds(List.of(), List.of(earlier)), Map.of(), Map.of()).drafts(entries);
    }

    @Test
    void aTermOfMostClustersNamesNone() {
        List<Draft> drafts = drafts(List.of(
                cluster(0, "method", "rotor", "wing", "flap"),
                cluster(1, "method", "camera", "cameras", "image", "lens"),
                cluster(2, "radar", "method", "echo"),
                cluster(-1)));
        assertThat(drafts)
                .extracting(Draft::nameEn)
                .containsExactly("rotor, wing, flap", "camera, image, lens", "radar, echo, method");
        assertThat(drafts).extracting(Draft::candidateId).contains("cluster-rotor-wing", "cluster-radar-echo");
    }

    @Test
    void chineseTermsNameInChineseAndTheOthersInEnglish() {
        Cluster both = of(3, List.of(new LabelTerm("zh", "电池", 9), new LabelTerm("en", "battery", 5)));
        Cluster one = of(4, List.of(new LabelTerm("zh", "合金", 9)));
        assertThat(drafts(List.of(both, one))).extracting(Draft::nameEn).containsExactly("battery", "合金");
        assertThat(drafts(List.of(both, one))).extracting(Draft::nameZh).containsExactly("电池", "合金");
        assertThat(drafts(List.of(both)))
                .first()
                .satisfies(d -> assertThat(d.keywords()).containsExactly("电池", "battery"))
                .satisfies(d -> assertThat(d.definitionZh()).contains("电池"));
    }

    @Test
    void aClusterWithoutTermsHasItsNumber() {
        List<Cluster> clusters = new ArrayList<>(List.of(cluster(7), cluster(8, "wing"), cluster(9, "wing")));
        assertThat(drafts(clusters))
                .extracting(Draft::candidateId)
                .containsExactly("cluster-7", "cluster-wing", "cluster-wing-9");
    }

    @Test
    void aClusterKeepsItsIdThoughItsTermsChange() {
        List<Draft> drafts = drafts(
                List.of(cluster(5, "rotor"), cluster(6, "wing")),
                new CandidateMember("cluster-wing", "CLUSTER", "5", 1.0),
                new CandidateMember("cluster-wing", "NODE", "B64C 27", null),
                new CandidateMember("L-1", "TECHNOLOGY", "L-1", 1.0),
                new CandidateMember("L-1", "CLUSTER", "6", .7));
        // 5 goes on; 6, which was a part of a technology, is new, and its first choice is taken.
        assertThat(drafts).extracting(Draft::candidateId).containsExactly("cluster-wing", "cluster-wing-6");
    }

    @Test
    void aCommunityKeepsTheIdOfTheOneWhoseKeyNodesItShares() {
        CandidateIds ids = new CandidateIds(
                List.of(),
                List.of(
                        new CandidateMember("community-h01m-10", "COMMUNITY", "3", 1.0),
                        new CandidateMember("community-h01m-10", "NODE", "H01M 10", null),
                        new CandidateMember("community-h01m-10", "NODE", "H01M 4", null)));
        assertThat(ids.ofCommunity(Set.of("B64C 27"), "H01M 10")).isEqualTo("community-h01m-10-2");
        assertThat(ids.ofCommunity(Set.of("H01M 10", "H01M 4", "H01M 8"), "H01M 4"))
                .isEqualTo("community-h01m-10");
    }

    @Test
    void aCommunityIsNamedByItsStrongestCodesAndHoldsAllItsKeyNodes() {
        List<IpcNode> nodes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            nodes.add(node("H01M " + (10 + i), 0, 12 - i, i == 0 || i == 11));
        }
        nodes.add(node("B64C 27", 1, 1, true));
        Sources sources = Sources.of(List.of(), List.of(), nodes);
        // A community of one code is that code.
        assertThat(sources.communities()).extracting(Sources.Codes::community).containsExactly(0);
        Entry entry = new Entry(Source.COMMUNITY, 0);
        entry.add(new Entry.Guest(Source.NODE, 1, .9));
        Draft draft = new Drafting(sources, new CandidateIds(List.of(), List.of()), Map.of(), Map.of())
                .drafts(List.of(entry))
                .get(0);
        assertThat(draft.candidateId()).isEqualTo("community-h01m-10");
        assertThat(draft.nameEn()).isEqualTo("IPC community H01M 10, H01M 11, H01M 12");
        assertThat(draft.ipcScope()).hasSize(10).doesNotContain("H01M 20", "H01M 21");
        assertThat(draft.members())
                .containsExactly(
                        new CandidateMember("community-h01m-10", "COMMUNITY", "0", 1.0),
                        new CandidateMember("community-h01m-10", "NODE", "H01M 21", .9),
                        new CandidateMember("community-h01m-10", "NODE", "H01M 10", null));
        // the greatest closeness of its key nodes
        assertThat(draft.network()).isEqualTo(.12);
    }

    private static Draft ofNode(Map<String, String> titles) {
        Sources sources = Sources.of(List.of(), List.of(), List.of(node("B64C 11", 0, 1, true)));
        return new Drafting(sources, new CandidateIds(List.of(), List.of()), Map.of(), titles)
                .drafts(List.of(new Entry(Source.NODE, 0)))
                .get(0);
    }

    @Test
    void aCodeIsNamedByItsTitleWhereThatIsKnown() {
        assertThat(ofNode(Map.of("B64C 11", "Propellers")).nameEn()).isEqualTo("Propellers (IPC B64C 11)");
        assertThat(ofNode(Map.of("B64C 11", "Propellers")).nameZh()).isEqualTo("IPC B64C 11");
        assertThat(ofNode(Map.of("B64C 11", "螺旋桨")).nameZh()).isEqualTo("螺旋桨（IPC B64C 11）");
        assertThat(ofNode(Map.of("B64C 11", "螺旋桨")).nameEn()).isEqualTo("IPC B64C 11");
        assertThat(ofNode(Map.of()).nameEn()).isEqualTo("IPC B64C 11");
        assertThat(ofNode(Map.of()).candidateId())
                .isEqualTo(ofNode(Map.of("B64C 11", "Propellers")).candidateId());
    }

    @Test
    void aLongTitleIsCutBehindAWord() {
        assertThat(Naming.shortened("Wings ; Flaps")).isEqualTo("Wings; Flaps");
        assertThat(Naming.shortened("Aeroplanes; ".repeat(9)))
                .isEqualTo("Aeroplanes; Aeroplanes; Aeroplanes; Aeroplanes; Aeroplanes; Aeroplanes…");
    }

    private static IpcNode node(String ipc, int community, double strength, boolean isKey) {
        return new IpcNode(
                "MAIN_GROUP",
                "ALL",
                ipc,
                10,
                1,
                strength,
                1,
                .1,
                null,
                null,
                0,
                null,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                community,
                0,
                null,
                strength / 100,
                0,
                1,
                "HUB",
                isKey,
                "x");
    }

    @Test
    void aTechnologyIsDefinedByItsListEntries() {
        Technology technology =
                new Technology("L-1", "Anodes", "负极", null, List.of(), List.of(), false, "NONE", "UNVALIDATED");
        Map<String, Definition> definitions = Definition.of(
                List.of(item("L-1", "L", "1"), item("L-1", "L", "2")),
                List.of(entry("L", "1", "Anodes of silicon", "硅负极"), entry("L", "2", "Anodes of carbon", null)));
        Sources sources = Sources.of(List.of(technology), List.of(), List.of());
        Draft draft = new Drafting(sources, new CandidateIds(List.of("L-1"), List.of()), definitions, Map.of())
                .drafts(List.of(new Entry(Source.TECHNOLOGY, 0)))
                .get(0);
        assertThat(draft.definitionEn()).isEqualTo("Anodes of silicon; Anodes of carbon");
        assertThat(draft.definitionZh()).isEqualTo("硅负极");
        assertThat(draft.members()).containsExactly(new CandidateMember("L-1", "TECHNOLOGY", "L-1", 1.0));
    }

    private static TechnologyItem item(String id, String list, String no) {
        return new TechnologyItem(id, list, no);
    }

    private static ListItem entry(String list, String no, String en, String zh) {
        return new ListItem(list, no, LocalDate.of(1, 1, 1), null, null, null, null, en, zh, null, List.of());
    }
}
