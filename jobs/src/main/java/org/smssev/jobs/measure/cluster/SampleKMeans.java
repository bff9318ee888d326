package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
import org.smssev.common.tables.MeasureTables.ClusterScan;

/** k-means on the sample: several numbers of clusters, several starts each, judged by cost and silhouette. */
final class SampleKMeans {
    private final Dataset<Row> features;
    private final List<DenseBlock> sample;
    private final int rows;
    private final Config.Cluster settings;

    /** The sample twice: for MLlib, and in the driver to judge. */
    SampleKMeans(Dataset<Row> features, List<DenseBlock> sample, Config.Cluster settings) {
        this.features = features;
        this.sample = sample;
        this.settings = settings;
        int usable = 0;
        for (DenseBlock block : sample) {
            for (boolean is : block.usable) {
                usable += is ? 1 : 0;
            }
        }
        rows = usable;
    }

    /** A clustering of the sample. */
    record Start(int k, long seed, Centres centres, double cost, Double silhouette) {}

    /** The centres in use, and the curve. */
    record Outcome(Centres centres, List<ClusterScan> scan) {}

    /**
     * Fits. Of the starts of one k, the one of least cost stands for it (ties: lesser seed); of several k, the one of
     * greatest silhouette is chosen (ties: lesser k).
     */
    Outcome fit() {
        List<Integer> ks = settings.k() > 0
                ? List.of(settings.k())
                : settings.kScan().stream().distinct().sorted().toList();
        List<Start> all = new ArrayList<>();
        List<Start> best = new ArrayList<>();
        for (int k : ks) {
            List<Start> starts = new ArrayList<>();
            for (int i = 0; i < settings.starts(); i++) {
                starts.add(start(k, settings.seed() + i));
            }
            all.addAll(starts);
            best.add(starts.stream()
                    .min(Comparator.comparingDouble(Start::cost))
                    .orElseThrow());
        }
        Start chosen = best.stream()
                .max(Comparator.<Start>comparingDouble(s -> s.silhouette() == null ? -2 : s.silhouette())
                        .thenComparing(Start::k, Comparator.reverseOrder()))
                .orElseThrow();
        return new Outcome(
                chosen.centres(),
                all.stream()
                        .map(s -> new ClusterScan(s.k(), s.seed(), s.silhouette(), s.cost(), s.equals(chosen)))
                        .toList());
    }

    private Start start(int k, long seed) {
        Centres centres = Math.min(k, rows) < 2 ? mean() : mllib(Math.min(k, rows), seed);
        List<int[]> nearest = sample.parallelStream().map(centres::nearest).toList();
        ClusterSums sums = ClusterSums.add(IntStream.range(0, sample.size())
                .parallel()
                .mapToObj(b -> ClusterSums.of(sample.get(b), nearest.get(b), centres))
                .toList());
        return new Start(k, seed, centres, sums.cost, Silhouette.mean(sample, nearest, sums));
    }

    private Centres mllib(int k, long seed) {
        Vector[] centres = new KMeans()
                .setK(k)
                .setSeed(seed)
                .setMaxIter(settings.iterations())
                .setSolver("block")
                .fit(features)
                .clusterCenters();
        double[][] points = new double[centres.length][];
        for (int c = 0; c < points.length; c++) {
            points[c] = centres[c].toArray();
        }
        return new Centres(points);
    }

    private Centres mean() {
        Centres origin = new Centres(new double[1][sample.get(0).dimensions]);
        return ClusterSums.add(sample.stream()
                        .map(block -> ClusterSums.of(block, origin.nearest(block), origin))
                        .toList())
                .means(origin);
    }
}
