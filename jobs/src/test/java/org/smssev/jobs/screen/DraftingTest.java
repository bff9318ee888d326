package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.LabelTerm;

class DraftingTest {
    private static Cluster cluster(int id, String... terms) {
        return of(id, Stream.of(terms).map(t -> new LabelTerm("en", t, 1)).toList());
    }

    private static Cluster of(int id, List<LabelTerm> terms) {
        return new Cluster(
                id, 10, terms, List.of(), List.of(), List.of(), null, null, null, null, null, null, null, null);
    }

    private static List<Draft> drafts(List<Cluster> clusters) {
        return new Drafting(List.of(), Map.of()).drafts(List.of(), clusters);
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
                .satisfies(d -> assertThat(d.keywords()).containsExactly("电池", "battery"));
    }

    @Test
    void aClusterWithoutTermsHasItsNumber() {
        List<Cluster> clusters = new ArrayList<>(List.of(cluster(7), cluster(8, "wing"), cluster(9, "wing")));
        assertThat(drafts(clusters))
                .extracting(Draft::candidateId)
                .containsExactly("cluster-7", "cluster-wing", "cluster-wing-9");
    }
}
