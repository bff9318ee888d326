package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.config.Config;
import org.smssev.common.tables.MeasureTables.ClusterScan;

/**
 * k-means on the sample: several numbers of clusters, several starts each, judged by cost and silhouette. MLlib finds
 * the centres on a part of the sample that suffices for the number of clusters, {@link Breathing} leads them out of poor
 * local optima, and some steps of Lloyd over the whole sample then settle them.
 */
final class SampleKMeans {
    /** Rows for MLlib, by cluster and at least; its time grows with the rows, the centres hardly change with more. */
    private static final int FIT_ROWS_PER_CLUSTER = 250;

    private static final int FIT_ROWS_LEAST = 10_000;
    /** Constant, as the clustering depends on it; few, as each iteration costs a task for each. */
    private static final int FIT_PARTITIONS = 4;

    private static final int SAMPLE_STEPS = 3;

    private final SparkSession spark;
    private final List<DenseBlock> sample;
    private final List<Member> members;
    private final Config.Cluster settings;

    /** A usable row of the sample. */
    private record Member(int block, int row, double position) {}

    /** The blocks of the sample in key order, with the ids of their families. */
    SampleKMeans(SparkSession spark, List<DenseBlock> sample, List<String[]> ids, Config.Cluster settings) {
        this.spark = spark;
        this.sample = sample;
        this.settings = settings;
        this.members = new ArrayList<>();
        for (int b = 0; b < sample.size(); b++) {
            for (int row = 0; row < sample.get(b).size; row++) {
                if (sample.get(b).usable[row]) {
                    members.add(new Member(b, row, StableSample.position(ids.get(b)[row])));
                }
            }
        }
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
            best.add(
                    starts.stream().min(Comparator.comparingDouble(Start::cost)).orElseThrow());
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
        int fitted = Math.min(k, members.size());
        Centres centres = fitted < 2 ? mean() : new Breathing(fitRows(k), seed).improve(mllib(fitted, seed));
        for (int step = 0; step < SAMPLE_STEPS; step++) {
            centres = sums(centres, nearest(centres)).means(centres);
        }
        List<int[]> nearest = nearest(centres);
        ClusterSums sums = sums(centres, nearest);
        return new Start(k, seed, centres, sums.cost, Silhouette.mean(sample, nearest, sums));
    }

    private List<int[]> nearest(Centres centres) {
        return sample.parallelStream().map(centres::nearest).toList();
    }

    private ClusterSums sums(Centres centres, List<int[]> nearest) {
        return ClusterSums.add(IntStream.range(0, sample.size())
                .parallel()
                .mapToObj(b -> ClusterSums.of(sample.get(b), nearest.get(b), centres))
                .toList());
    }

    private Centres mllib(int k, long seed) {
        Vector[] centres = new KMeans()
                .setK(k)
                .setSeed(seed)
                .setMaxIter(settings.iterations())
                .setSolver("block")
                .fit(features(k))
                .clusterCenters();
        double[][] points = new double[centres.length][];
        for (int c = 0; c < points.length; c++) {
            points[c] = centres[c].toArray();
        }
        return new Centres(points);
    }

    /** Rows for MLlib, in key order. */
    private Dataset<Row> features(int k) {
        List<Row> rows = new ArrayList<>();
        for (DenseBlock block : fitRows(k)) {
            for (int row = 0; row < block.size; row++) {
                rows.add(RowFactory.create(Vectors.dense(block.row(row))));
            }
        }
        return spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, FIT_PARTITIONS),
                new StructType().add("features", SQLDataTypes.VectorType(), false));
    }

    /** The usable rows of least position, which suffice for this number of clusters, block by block. */
    private List<DenseBlock> fitRows(int k) {
        long wanted = Math.max(FIT_ROWS_LEAST, (long) FIT_ROWS_PER_CLUSTER * k);
        double limit = wanted >= members.size()
                ? 1
                : members.stream()
                        .mapToDouble(Member::position)
                        .sorted()
                        .skip(wanted)
                        .findFirst()
                        .orElse(1);
        List<DenseBlock> blocks = new ArrayList<>();
        for (int b = 0; b < sample.size(); b++) {
            int block = b;
            int[] rows = members.stream()
                    .filter(m -> m.block() == block && m.position() < limit)
                    .mapToInt(Member::row)
                    .toArray();
            blocks.add(sample.get(b).only(rows));
        }
        return blocks;
    }

    private Centres mean() {
        Centres origin = new Centres(new double[1][sample.get(0).dimensions]);
        return sums(origin, nearest(origin)).means(origin);
    }
}
