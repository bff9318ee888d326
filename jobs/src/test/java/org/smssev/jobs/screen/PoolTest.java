package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.jobs.measure.Draws;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Pooling, measuring and drawing on families written down by hand. */
class PoolTest {
    /**
     * Forty families: F00 to F09 of technology T in cluster 0, F10 to F19 of cluster 0 alone, F20 to F39 of cluster 1.
     * Code A is on F00 to F07 and F20 to F23, code B on the even ones from F24. Community 0 has all of cluster 1.
     */
    private static final FamilyFacts FACTS = facts(40);

    private static FamilyFacts facts(int n) {
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            rows.add(RowFactory.create(
                    String.format(Locale.ROOT, "F%02d", f),
                    2000 + f % 20,
                    f % 4 == 0,
                    none(),
                    "US-1-A" + f,
                    null,
                    none(),
                    none()));
        }
        int[] technology = new int[n];
        int[] cluster = new int[n];
        int[] community = new int[n];
        double[] generality = new double[n];
        Arrays.setAll(technology, f -> f < 10 ? 0 : -1);
        Arrays.setAll(cluster, f -> f < 20 ? 0 : 1);
        Arrays.setAll(community, f -> f < 20 ? -1 : 0);
        Arrays.setAll(generality, f -> f < 20 ? .5 : Double.NaN);
        int[][] nodes = new int[n][];
        Arrays.setAll(
                nodes,
                f -> f < 8 || (f >= 20 && f < 24) ? new int[] {0} : f >= 24 && f % 2 == 0 ? new int[] {1} : new int[0]);
        int[] start = new int[n + 1];
        for (int f = 0; f < n; f++) {
            start[f + 1] = start[f] + nodes[f].length;
        }
        return new FamilyFacts(
                FamilyColumns.of(rows),
                technology,
                cluster,
                community,
                Lists.of(
                        start, Arrays.stream(nodes).flatMapToInt(Arrays::stream).toArray()),
                generality,
                IntStream.range(0, n).mapToDouble(f -> Double.NaN).toArray());
    }

    /** As rows hold lists. */
    private static Seq<?> none() {
        return CollectionConverters.asScala(List.of()).toSeq();
    }

    private static final Map<Source, List<String>> IDS = Map.of(
            Source.TECHNOLOGY, List.of("T"),
            Source.CLUSTER, List.of("0", "1"),
            Source.COMMUNITY, List.of("0"),
            Source.NODE, List.of("A", "B"));

    private static Pool pool(ScreenConfig settings) {
        return new Pool(settings, FACTS, IDS);
    }

    @Test
    void whatIsTheSameThingIsOneCandidate() {
        // Cluster 0 holds all of T; community 0 is cluster 1. Code A shares 8 of 12 with T and its cluster; code B lies
        // in cluster 1 whole.
        List<Entry> entries = pool(Samples.settings(s -> s)).entries();
        assertThat(entries).extracting(e -> e.source).containsExactly(Source.TECHNOLOGY, Source.CLUSTER);
        assertThat(entries.get(0).guests())
                .containsExactly(new Entry.Guest(Source.CLUSTER, 0, 1), new Entry.Guest(Source.NODE, 0, 8 / 12.0));
        assertThat(entries.get(1).guests())
                .containsExactly(new Entry.Guest(Source.COMMUNITY, 0, 1), new Entry.Guest(Source.NODE, 1, 1));
    }

    @Test
    void whatOverlapsTooLittleIsACandidateOfItsOwn() {
        Pool pool = pool(Samples.settings(s -> {
            s.overlap = .7;
            return s;
        }));
        assertThat(pool.entries())
                .extracting(e -> e.source)
                .containsExactly(Source.TECHNOLOGY, Source.CLUSTER, Source.NODE);
        // The code that stands alone has its twelve families; what joined has added none.
        assertThat(pool.membership().families()).containsExactly(20, 20, 12);
    }

    @Test
    void aClusterOfWhichATechnologyHoldsLittleIsACandidateOfItsOwn() {
        // T lies in cluster 0 whole, and holds half of it.
        Pool pool = pool(Samples.settings(s -> {
            s.cover = .51;
            return s;
        }));
        assertThat(pool.entries())
                .extracting(e -> e.source)
                .containsExactly(Source.TECHNOLOGY, Source.CLUSTER, Source.CLUSTER);
        assertThat(pool.membership().families()).containsExactly(10, 20, 20);
    }

    @Test
    void kindsThatAreNotAskedForStayOut() {
        Pool pool = pool(Samples.settings(s -> {
            s.sources = List.of(Source.COMMUNITY, Source.NODE);
            return s;
        }));
        assertThat(pool.entries()).extracting(e -> e.source).containsExactly(Source.COMMUNITY, Source.NODE);
        assertThat(pool.entries().get(0).guests()).containsExactly(new Entry.Guest(Source.NODE, 1, 1));
    }

    private static Measuring measuring(Pool pool) {
        List<Draft> drafts = pool.entries().stream()
                .map(e -> Samples.draft(e.source + " " + e.place, false))
                .toList();
        return new Measuring(FACTS, pool.membership(), Horizon.of(FACTS.families(), 2, 5), drafts, Map.of());
    }

    @Test
    void measuresRestOnTheFamilies() {
        // Years 2000 to 2019, complete to 2017: windows 2008-2012 and 2013-2017, young 2012-2017. Both candidates have
        // one family of each year, one in four of them international.
        Measured first = measuring(pool(Samples.settings(s -> s))).measured().get(0);
        assertThat(first.families()).isEqualTo(20);
        assertThat(first.value(Measure.LOG_FAMILIES)).isCloseTo(Math.log(21), within(1e-12));
        assertThat(first.value(Measure.GROWTH)).isZero();
        assertThat(first.value(Measure.INTERNATIONAL_SHARE)).isEqualTo(.25);
        assertThat(first.value(Measure.YOUNG_SHARE)).isEqualTo(6 / 18.0);
        assertThat(first.value(Measure.MEDIAN_YEAR)).isEqualTo(2009.5);
        assertThat(first.value(Measure.GENERALITY)).isEqualTo(.5);
        assertThat(first.value(Measure.IMPACT)).isNaN();
        assertThat(first.value(Measure.COMPOSITE_GAP)).isNaN();
    }

    private static Robustness robustness(ScreenConfig settings, Pool pool) {
        Scoring scoring = new Scoring(settings);
        return new Robustness(settings, measuring(pool), scoring, new Gates(settings, scoring.measures()));
    }

    private static double[] frequencies(ScreenConfig settings, Pool pool, long seed) {
        return robustness(settings, pool).drawn(new Draws(FACTS.families().ids, 2_000, seed));
    }

    @Test
    void frequencyOfPassingTheGateIsPoisson() {
        // Twelve families of code A, each drawn Poisson(1): at least 12 with probability .5384 (scipy poisson.sf(11,
        // 12));
        // the others have twenty: .9786.
        ScreenConfig settings = Samples.settings(s -> {
            s.overlap = .7;
            s.minFamilies = 12;
            return s;
        });
        double[] frequencies = frequencies(settings, pool(settings), 7);
        assertThat(frequencies[2]).isCloseTo(.5384, within(.04));
        assertThat(frequencies[0]).isCloseTo(.9786, within(.012));
        // Without a cut nothing else counts, so that no draws are needed.
        double[] exact = robustness(settings, pool(settings)).frequencies(FACTS.families().ids);
        assertThat(exact[2]).isCloseTo(.5384026669363817, within(1e-12));
        assertThat(exact[0]).isCloseTo(.9786131784127198, within(1e-12));
    }

    @Test
    void candidatesAlikeAreSelectedAlikeOften() {
        // The first two have the same years, so one of them leads as often as the other.
        ScreenConfig settings = Samples.settings(s -> {
            s.sources = List.of(Source.TECHNOLOGY, Source.CLUSTER);
            s.cut = ScreenConfig.Cut.NUMBER;
            s.cutAt = 1;
            s.minFamilies = 0;
            return s;
        });
        double[] frequencies = frequencies(settings, pool(settings), 7);
        assertThat(frequencies[0]).isCloseTo(.5, within(.05));
        assertThat(frequencies[0] + frequencies[1]).isBetween(1.0, 1.1);
        assertThat(frequencies(settings, pool(settings), 7)).containsExactly(frequencies);
        assertThat(frequencies(settings, pool(settings), 8)).isNotEqualTo(frequencies);
    }

    @Test
    void frequencyIsUndefinedWhereAFixedGateDrops() {
        ScreenConfig settings = Samples.settings(s -> {
            s.states = List.of("LEAD");
            return s;
        });
        assertThat(frequencies(settings, pool(settings), 7)).containsOnly(Double.NaN);
        assertThat(robustness(settings, pool(settings)).frequencies(FACTS.families().ids))
                .containsOnly(Double.NaN);
    }

    @Test
    void stableFromEightTenths() {
        ScreenConfig settings = Samples.settings(s -> s);
        Scoring scoring = new Scoring(settings);
        Selection selection = new Selection(settings, scoring, new Gates(settings, scoring.measures()));
        selection.select(
                List.of(Samples.measured("a", 1), Samples.measured("b", 2), Samples.measured("c", 3)),
                new double[] {.79, .8, Double.NaN});
        assertThat(selection.candidates()).extracting(Candidate::stable).containsExactly(false, true, null);
        assertThat(selection.candidates())
                .extracting(Candidate::selectionFrequency)
                .containsExactly(.79, .8, null);
    }
}
