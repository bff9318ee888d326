package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.smssev.common.config.ClusterConfig;
import org.smssev.common.config.ClusterConfig.Choice;
import org.smssev.common.stats.PartitionAgreement;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.ClusterTables.ClusterScan;

/** Clusters the sample into several numbers of clusters from several seeds each, and chooses. */
final class Scan {
    private final SampleKMeans kMeans;
    private final ClusterConfig settings;
    private final Consumer<String> progress;

    Scan(SampleKMeans kMeans, ClusterConfig settings, Consumer<String> progress) {
        this.kMeans = kMeans;
        this.settings = settings;
        this.progress = progress;
    }

    /** The centres in use, the stability of each cluster over bootstraps (null without any), and the curve. */
    record Outcome(Centres centres, double[] stability, List<ClusterScan> curve) {}

    /** What stands for a number of clusters: its start of least cost, and how that agrees with other clusterings. */
    private record Level(
            SampleKMeans.Clustering best, Double silhouette, Double ari, double[] stability, List<ClusterScan> rows) {
        int k() {
            return best.k();
        }

        /** Over seeds where it is known, else over bootstraps. */
        Double agreement() {
            return ari == null ? mean(stability) : ari;
        }
    }

    /** Of the starts of one k the one of least cost stands for it (ties: lesser seed); of several k one is chosen. */
    Outcome run() {
        List<Integer> ks = settings.k() > 0
                ? List.of(settings.k())
                : settings.kScan().stream().distinct().sorted().toList();
        List<Level> levels = new ArrayList<>();
        for (int k : ks) {
            progress.accept("fit " + k + " clusters");
            levels.add(level(k));
        }
        Level chosen = levels.get(choose(levels));
        List<ClusterScan> curve = new ArrayList<>();
        for (Level level : levels) {
            for (ClusterScan row : level.rows()) {
                boolean inUse =
                        row.k() == chosen.k() && row.seed() == chosen.best().seed();
                curve.add(inUse ? chosen(row) : row);
            }
        }
        return new Outcome(chosen.best().centres(), chosen.stability(), curve);
    }

    private Level level(int k) {
        List<SampleKMeans.Clustering> starts = IntStream.range(0, settings.starts())
                .mapToObj(i -> kMeans.cluster(k, settings.seed() + i))
                .toList();
        SampleKMeans.Clustering best = starts.stream()
                .min(Comparator.comparingDouble(SampleKMeans.Clustering::cost))
                .orElseThrow();
        double[] stability = settings.bootstraps() == 0 ? null : kMeans.stability(best, settings.bootstraps());
        double[][] ari = agreements(starts);
        List<ClusterScan> rows = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            SampleKMeans.Clustering start = starts.get(i);
            Separation separation = new Separation(kMeans.sample(), start.assignment(), start.sums());
            rows.add(new ClusterScan(
                    k,
                    start.seed(),
                    separation.found(),
                    Silhouette.mean(kMeans.sample(), start.assignment(), start.sums()),
                    separation.calinskiHarabasz(),
                    separation.daviesBouldin(),
                    start.cost(),
                    mean(ari[i]),
                    start.seed() == best.seed() ? mean(stability) : null,
                    false));
        }
        return new Level(best, rows.get(starts.indexOf(best)).silhouette(), overall(ari), stability, rows);
    }

    /** The adjusted Rand index of each start with each other one. */
    private static double[][] agreements(List<SampleKMeans.Clustering> starts) {
        List<int[]> clusters = starts.stream()
                .map(start -> SampleKMeans.joined(start.assignment()))
                .toList();
        double[][] ari = new double[starts.size()][starts.size()];
        for (int i = 0; i < ari.length; i++) {
            ari[i][i] = Double.NaN;
            for (int j = 0; j < i; j++) {
                ari[i][j] = PartitionAgreement.adjustedRand(clusters.get(i), clusters.get(j));
                ari[j][i] = ari[i][j];
            }
        }
        return ari;
    }

    private static Double overall(double[][] ari) {
        return mean(Arrays.stream(ari).flatMapToDouble(Arrays::stream).toArray());
    }

    /** The mean of the numbers among the values; null if there are none. */
    private static Double mean(double[] values) {
        double[] known = values == null
                ? new double[0]
                : Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return known.length == 0 ? null : Arrays.stream(known).sum() / known.length;
    }

    /** The place of the chosen one: of greatest sum of ranks by what the settings name (ties: lesser k). */
    private int choose(List<Level> levels) {
        boolean unknown = levels.stream().anyMatch(level -> level.agreement() == null);
        Choice choice = unknown ? Choice.SILHOUETTE : settings.choice();
        double[] points = new double[levels.size()];
        if (choice != Choice.STABILITY) {
            add(points, levels, Level::silhouette);
        }
        if (choice != Choice.SILHOUETTE) {
            add(points, levels, Level::agreement);
        }
        int best = 0;
        for (int i = 1; i < points.length; i++) {
            best = points[i] > points[best] ? i : best;
        }
        return best;
    }

    /** Adds the rank of each level, 1 the least value; an unknown value ranks below all. */
    private static void add(double[] points, List<Level> levels, Function<Level, Double> value) {
        double[] ranks = Ranks.averageRanks(
                levels.stream()
                        .map(value)
                        .mapToDouble(v -> v == null ? Double.NEGATIVE_INFINITY : v)
                        .toArray(),
                false);
        for (int i = 0; i < points.length; i++) {
            points[i] += ranks[i];
        }
    }

    private static ClusterScan chosen(ClusterScan row) {
        return new ClusterScan(
                row.k(),
                row.seed(),
                row.found(),
                row.silhouette(),
                row.calinskiHarabasz(),
                row.daviesBouldin(),
                row.cost(),
                row.ariMean(),
                row.jaccardMean(),
                true);
    }
}
