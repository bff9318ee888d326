package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.MeasureTables.Cluster;
import org.smssev.common.tables.MeasureTables.Weighted;

class DescriberTest {
    @Test
    void termsAreWeighedByCountAndRarityOverClusters() {
        RawBlock raw = Blocks.texts("alloy alloy steel", "glass steel", "glass");
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        FeatureCounts counts =
                FeatureCounts.of(SparseBlock.of(raw, dictionary, 1), new int[] {0, 1, 1}, 2, dictionary.size());
        // Cluster 0 holds alloy 2, steel 1; cluster 1 glass 2, steel 1; six words, three a cluster.
        List<Weighted> terms = new Labels(dictionary, counts, new long[] {1, 2}).terms(0);
        assertThat(terms).extracting(Weighted::name).containsExactly("alloy", "steel");
        assertThat(terms.get(0).weight()).isCloseTo(2 * Math.log(1 + 3 / 2.0), within(1e-12));
        assertThat(terms.get(1).weight()).isCloseTo(Math.log(1 + 3 / 2.0), within(1e-12));
    }

    @Test
    void codesAreWeighedByLiftAndNeedTwoFamilies() {
        RawBlock.Builder builder = new RawBlock.Builder();
        builder.add("a", null, null, List.of("H01M 10/05", "C22C 1/00"), null);
        builder.add("b", null, null, List.of("H01M 10/42"), null);
        builder.add("c", null, null, List.of("H01M 10/42"), null);
        builder.add("d", null, null, List.of("B22F 1/00"), null);
        RawBlock raw = builder.build();
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        FeatureCounts counts =
                FeatureCounts.of(SparseBlock.of(raw, dictionary, 1), new int[] {0, 0, 1, 1}, 2, dictionary.size());
        assertThat(new Labels(dictionary, counts, new long[] {2, 2}).ipc(0))
                .containsExactly(new Weighted("H01M 10", (2 / 2.0) / (3 / 4.0)));
    }

    @Test
    void clustersAreNumberedBySizeThenLeastFamilyAndEmptyOnesDropped() {
        RawBlock raw = Blocks.texts("alloy", "alloy", "steel", "steel", "glass", "glass", "");
        SparseBlock sparse = SparseBlock.of(raw, Blocks.dictionary(1, 1, 100, raw), 1);
        DenseBlock dense = new DenseBlock(
                1, new float[] {3, 3, 2, 2, 0, 0, 0}, new boolean[] {true, true, true, true, true, true, false});
        AssignedBlock assigned = AssignedBlock.of(dense, new Centres(new double[][] {{0}, {2}, {9}, {3}}));
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        Describer describer = new Describer(
                dictionary,
                FeatureCounts.of(sparse, assigned.clusters, 4, dictionary.size()),
                ClusterFacts.of(sparse, assigned, 4),
                0);
        assertThat(describer.numbers()).containsExactly(2, 1, -1, 0);
        List<Cluster> clusters = describer.clusters();
        assertThat(clusters).extracting(Cluster::clusterId).containsExactly(-1, 0, 1, 2);
        assertThat(clusters.get(0).reason()).isEqualTo(Describer.NO_FEATURES);
        assertThat(clusters.get(1).centralFamilies()).containsExactly("f0", "f1");
        assertThat(clusters.get(1).meanDistance()).isZero();
        assertThat(clusters.get(1).medianYear()).isNull();
        assertThat(clusters.get(1).youngShare()).isNull();
    }

    @Test
    void youngestThirdOfTheYearsLeavesTruncatedYearsAside() {
        YearCounts years = new YearCounts();
        for (int year = 2012; year <= 2022; year++) {
            years.add(year);
        }
        // 2012 to 2020 are nine years, the youngest third are 2018 to 2020.
        assertThat(years.youngFrom(2)).isEqualTo(2018);
        assertThat(years.share(2018, years.last(2))).isCloseTo(3 / 9.0, within(1e-12));
        assertThat(years.median()).isEqualTo(2017.0);
        assertThat(new YearCounts().youngFrom(2)).isNull();
        assertThat(new YearCounts().median()).isNull();
    }
}
