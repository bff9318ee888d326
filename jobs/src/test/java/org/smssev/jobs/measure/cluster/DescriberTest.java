package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.ClusterTables.ApplicantCount;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.LabelTerm;
import org.smssev.common.tables.ClusterTables.Weighted;

class DescriberTest {
    @Test
    void termsAreWeighedByCountAndRarityOverClusters() {
        RawBlock raw = Blocks.texts("alloy alloy steel", "glass steel", "glass");
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        FeatureCounts counts =
                FeatureCounts.of(SparseBlock.of(raw, dictionary, 1), new int[] {0, 1, 1}, 2, dictionary.size());
        // Cluster 0 holds alloy 2, steel 1; cluster 1 glass 2, steel 1; six words, three a cluster.
        List<LabelTerm> terms = new Labels(dictionary, counts, new long[] {1, 2}).terms(0);
        assertThat(terms).extracting(LabelTerm::name).containsExactly("alloy", "steel");
        assertThat(terms.get(0).weight()).isCloseTo(2 * Math.log(1 + 3 / 2.0), within(1e-12));
        assertThat(terms.get(1).weight()).isCloseTo(Math.log(1 + 3 / 2.0), within(1e-12));
    }

    @Test
    void eachLanguagePresentHasItsTermsTheMostFrequentFirst() {
        RawBlock raw = Blocks.texts(
                "the battery of an electrolyte",
                "the battery with LiFePO4",
                "用于锂离子电池的电解质",
                "用于电池的电解质 LiFePO4",
                "用于电池的陶瓷",
                "Verfahren zur Herstellung einer Schicht");
        Dictionary dictionary = Blocks.dictionary(1, 1, 100, raw);
        FeatureCounts counts = FeatureCounts.of(
                SparseBlock.of(raw, dictionary, 1), new int[] {0, 0, 0, 0, 0, 1}, 2, dictionary.size());
        Labels labels = new Labels(dictionary, counts, new long[] {5, 1});
        List<LabelTerm> terms = labels.terms(0);
        assertThat(terms.stream().map(LabelTerm::language).distinct()).containsExactly("zh", "en");
        assertThat(terms.get(0).name()).isEqualTo("电池");
        assertThat(terms)
                .filteredOn(t -> t.language().equals("en"))
                .extracting(LabelTerm::name)
                .containsExactly("battery", "lifepo4", "electrolyte");
        assertThat(labels.terms(1)).extracting(LabelTerm::language).containsOnly("de");
        // Five English words in two clusters, two of them "battery".
        assertThat(terms.stream()
                        .filter(t -> t.name().equals("battery"))
                        .findFirst()
                        .orElseThrow()
                        .weight())
                .isCloseTo(2 * Math.log(1 + 2.5 / 2), within(1e-12));
    }

    @Test
    void applicantsWithMostFamiliesComeFirstAndTiesByName() {
        RawBlock.Builder builder = new RawBlock.Builder(true);
        String[] applicants = {"B", "A", null, "B", "C", "D", "E", "F"};
        for (int i = 0; i < applicants.length; i++) {
            builder.add("f" + i, "alloy", null, List.of(), null, applicants[i]);
        }
        RawBlock raw = builder.build();
        SparseBlock sparse = SparseBlock.of(raw, Blocks.dictionary(1, 1, 100, raw), 1);
        DenseBlock dense = Blocks.points(new double[applicants.length][1]);
        ClusterFacts[] facts = ClusterFacts.of(sparse, AssignedBlock.of(dense, new Centres(new double[][] {{0}})), 1);
        assertThat(facts[0].topApplicants())
                .containsExactly(
                        new ApplicantCount("B", 2),
                        new ApplicantCount("A", 1),
                        new ApplicantCount("C", 1),
                        new ApplicantCount("D", 1),
                        new ApplicantCount("E", 1));
    }

    @Test
    void growthIsOfTheWindowsBeforeTheTruncatedYearsOfAllData() {
        YearCounts all = new YearCounts();
        YearCounts cluster = new YearCounts();
        for (int year = 2010; year <= 2021; year++) {
            all.add(year);
            for (int i = 0; i < (year < 2015 ? 1 : 32); i++) {
                cluster.add(year);
            }
        }
        // 2010 to 2014: 5 families; 2015 to 2019: 160; the fifth root of 32 is 2.
        assertThat(cluster.growth(all, 5, 2)).isCloseTo(1, within(1e-12));
        assertThat(cluster.growth(all, 6, 2)).isNull();
        assertThat(new YearCounts().growth(new YearCounts(), 5, 2)).isNull();
    }

    @Test
    void codesAreWeighedByLiftAndNeedTwoFamilies() {
        RawBlock.Builder builder = new RawBlock.Builder(true);
        builder.add("a", null, null, List.of("H01M 10/05", "C22C 1/00"), null, null);
        builder.add("b", null, null, List.of("H01M 10/42"), null, null);
        builder.add("c", null, null, List.of("H01M 10/42"), null, null);
        builder.add("d", null, null, List.of("B22F 1/00"), null, null);
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
                new double[] {Double.NaN, .6, .1, .75},
                new Describer.Years(5, 0));
        assertThat(describer.numbers()).containsExactly(2, 1, -1, 0);
        List<Cluster> clusters = describer.clusters();
        assertThat(clusters).extracting(Cluster::clusterId).containsExactly(-1, 0, 1, 2);
        assertThat(clusters.get(0).reason()).isEqualTo(Describer.NO_FEATURES);
        assertThat(clusters.get(1).centralFamilies()).containsExactly("f0", "f1");
        assertThat(clusters.get(1).meanDistance()).isZero();
        assertThat(clusters.get(1).medianYear()).isNull();
        assertThat(clusters.get(1).youngShare()).isNull();
        assertThat(clusters.get(1).growth()).isNull();
        assertThat(clusters).extracting(Cluster::stability).containsExactly(null, .75, .6, null);
        assertThat(clusters).extracting(Cluster::stabilityClass).containsExactly(null, "STABLE", "PATTERN", null);
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
