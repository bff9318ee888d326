package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;

/** Gaps of candidates, on the scales of the subjects that they were made of. */
class CandidateGapTest {
    private static final Config.Gap SETTINGS = new Config.Gap(5, 20, 0.25, 1.2, 10, Map.of(), 200, 7);

    private final Families families = new Families();
    private final List<Subject> clusters = new ArrayList<>();

    /** Families of Korea and of the United States in each year from 2005 to 2024, those of Korea fewer by a step a year. */
    private int[] cluster(int korea, int us, int fewer) {
        int from = families.size();
        for (int year = 2005; year <= 2024; year++) {
            for (int i = 0; i < Math.max(0, korea - fewer * (year - 2005)); i++) {
                families.add("KR", year, 2 + korea / 100.0, 4 + korea / 10.0);
            }
            for (int i = 0; i < us; i++) {
                families.add("US", year, 2, 5);
            }
        }
        int[] own = IntStream.range(from, families.size()).toArray();
        clusters.add(new Subject(Subject.CLUSTER, String.valueOf(clusters.size()), own));
        return own;
    }

    private Frame frame() {
        return new Frame(
                families.columns().countryNames, "KR", List.of(), Map.of(), 2005, 20, Windows.before(2024, 2, 5), 5);
    }

    private List<GapSummary> clusterGaps() {
        return new GapCalculator(clusters, families.facts(frame()), frame(), SETTINGS).summaries();
    }

    private List<GapSummary> candidateGaps(List<GapSummary> measured, Subject... candidates) {
        return new GapCalculator(
                        List.of(candidates), families.facts(frame()), frame(), SETTINGS, GapCalculator.scales(measured))
                .summaries();
    }

    private static GapSummary position(List<GapSummary> gaps, String id) {
        return gaps.stream()
                .filter(gap -> gap.subjectId().equals(id))
                .filter(gap -> GapModel.givesPosition(gap.reference(), gap.familyFilter()))
                .findFirst()
                .orElseThrow();
    }

    private static double part(GapSummary gap, String measure) {
        return gap.parts().stream()
                .filter(part -> part.measure().equals(measure))
                .mapToDouble(GapPart::value)
                .findFirst()
                .orElseThrow();
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b))
                .sorted()
                .distinct()
                .toArray();
    }

    @Test
    void twoClustersMergedHaveTheGapOfTheirUnion() {
        int[] ahead = cluster(9, 3, 0);
        int[] behind = cluster(2, 8, 0);
        cluster(5, 4, 0);
        List<GapSummary> measured = clusterGaps();
        GapSummary both =
                position(candidateGaps(measured, Subject.candidate("c", "CLUSTER", union(ahead, behind))), "c");
        assertThat(both.subjectKind()).isEqualTo("CANDIDATE");
        // 20 years of 9 + 2 families of Korea and of 3 + 8 of the United States: level, where the parts are far apart.
        assertThat(both.nObs()).isEqualTo(440);
        assertThat(part(both, "log_gap")).isEqualTo(Math.log(220.5 / 220.5));
        assertThat(part(position(measured, "0"), "log_gap")).isCloseTo(Math.log(180.5 / 60.5), within(1e-12));
        // Impact: Korea 2.09 of nine families and 2.02 of two, the United States 2.
        assertThat(part(both, "impact_gap")).isCloseTo(Math.log((9 * 2.09 + 2 * 2.02) / 11 / 2), within(1e-12));
        // On the scale of the clusters: MAD of the log gaps of three.
        double[] gaps = {Math.log(180.5 / 60.5), Math.log(40.5 / 160.5), Math.log(100.5 / 80.5)};
        double mad = Math.min(gaps[0] - gaps[2], gaps[2] - gaps[1]);
        GapPart quantity = position(measured, "0").parts().stream()
                .filter(part -> part.measure().equals("log_gap"))
                .findFirst()
                .orElseThrow();
        assertThat(quantity.z()).isCloseTo(gaps[0] / (1.4826 * mad), within(1e-12));
        assertThat(both.composite())
                .isCloseTo(
                        both.parts().stream()
                                        .mapToDouble(p -> p.value()
                                                * (p.measure().equals("tct_gap")
                                                                || p.measure().equals("lag_years")
                                                        ? -1
                                                        : 1)
                                                / scale(measured, p.measure()))
                                        .map(z -> Math.max(-3, Math.min(3, z)))
                                        .sum()
                                / both.parts().size(),
                        within(1e-12));
        assertThat(position(measured, "0").state()).isEqualTo("LEAD");
        assertThat(position(measured, "1").quantityState()).isEqualTo("FOLLOW");
        assertThat(both.quantityState()).isEqualTo("PARALLEL");
    }

    /** 1.4826 times the median distance from the median, of the three clusters. */
    private static double scale(List<GapSummary> measured, String measure) {
        double[] values = IntStream.range(0, 3)
                .mapToDouble(c -> part(position(measured, String.valueOf(c)), measure))
                .sorted()
                .toArray();
        return 1.4826
                * IntStream.range(0, 3)
                        .mapToDouble(i -> Math.abs(values[i] - values[1]))
                        .sorted()
                        .toArray()[1];
    }

    @Test
    void candidateOfOneClusterHasTheFiguresOfThatCluster() {
        cluster(9, 3, 0);
        int[] own = cluster(4, 8, 0);
        cluster(12, 4, 1);
        List<GapSummary> measured = clusterGaps();
        List<GapSummary> alone = candidateGaps(measured, Subject.candidate("1", "CLUSTER", own));
        List<GapSummary> of1 =
                measured.stream().filter(gap -> gap.subjectId().equals("1")).toList();
        assertThat(alone)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("subjectKind")
                .containsExactlyElementsOf(of1);
        assertThat(position(alone, "1").composite()).isNotNull();
    }

    @Test
    void candidateWithoutPatentsHasNoGap() {
        cluster(9, 3, 0);
        cluster(2, 8, 0);
        cluster(5, 4, 0);
        GapSummary none = position(candidateGaps(clusterGaps(), Subject.candidate("c", "CLUSTER", new int[0])), "c");
        assertThat(none.composite()).isNull();
        assertThat(none.state()).isNull();
        assertThat(none.quantityState()).isNull();
        assertThat(none.nObs()).isZero();
        assertThat(none.status()).isEqualTo("UNDEFINED");
    }
}
