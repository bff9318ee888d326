package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.clustering.BisectingKMeans;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.config.ClusterConfig;
import org.smssev.common.config.ClusterConfig.Algorithm;
import org.smssev.common.stats.PartitionAgreement;

/**
 * Clusterings of the sample. MLlib finds the centres on a part of the sample that suffices for the number of clusters;
 * those of k-means {@link Breathing} leads out of poor local optima; some steps of Lloyd over the whole sample then
 * settle them.
 */
final class SampleKMeans {
    /** Rows for MLlib, by cluster and at least; its time grows with the rows, the centres hardly change with more. */
    private static final int FIT_ROWS_PER_CLUSTER = 250;

    private static final int FIT_ROWS_LEAST = 10_000;
    /** Rows of a partition for MLlib: the clustering depends on it, and each iteration costs two tasks for each. */
    private static final int FIT_ROWS_PER_PARTITION = 4_000;

    private static final int SAMPLE_STEPS = 3;

    private final SparkSession spark;
    private final List<DenseBlock> sample;
    private final List<Member> members;
    private final ClusterConfig settings;

    /** A usable row of the sample. */
    private record Member(int block, int row, double position) {}

    /** The blocks of the sample in key order, with the ids of their families. */
    SampleKMeans(SparkSession spark, List<DenseBlock> sample, List<String[]> ids, ClusterConfig settings) {
        this.spark = spark;
        this.sample = List.copyOf(sample);
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

    /** A clustering of the sample: centres, the cluster of each row of each block, and the sums over the clusters. */
    record Clustering(int k, long seed, Centres centres, List<int[]> assignment, ClusterSums sums) {
        double cost() {
            return sums.cost;
        }
    }

    List<DenseBlock> sample() {
        return sample;
    }

    /** A clustering into at most k clusters. */
    Clustering cluster(int k, long seed) {
        Centres centres = centres(fitRows(k), k, seed);
        for (int step = 0; step < SAMPLE_STEPS; step++) {
            centres = sums(centres, nearest(centres)).means(centres);
        }
        List<int[]> nearest = nearest(centres);
        return new Clustering(k, seed, centres, nearest, sums(centres, nearest));
    }

    /**
     * How stable each cluster of a clustering is, by the bootstrap of Hennig (2007): rows are drawn with replacement, the
     * draw is clustered the same way but for the last steps of Lloyd, and the cluster is compared, over the rows drawn, with the one most like it.
     *
     * @return mean Jaccard overlap of each cluster, 0 to 1; NaN where none of its rows was ever drawn
     */
    double[] stability(Clustering clustering, int bootstraps) {
        List<DenseBlock> rows = fitRows(clustering.k());
        double[] sums = new double[clustering.centres().k];
        int[] counts = new int[sums.length];
        for (int draw = 0; draw < bootstraps; draw++) {
            List<int[]> drawn = drawn(rows, new SplittableRandom(clustering.seed() * 1_000_003 + draw));
            Centres again = centres(repeated(rows, drawn), clustering.k(), clustering.seed() + draw);
            List<DenseBlock> distinct = repeated(
                    rows,
                    drawn.stream()
                            .map(row -> Arrays.stream(row).distinct().toArray())
                            .toList());
            double[] best = PartitionAgreement.bestJaccards(
                    joined(nearest(distinct, clustering.centres())), joined(nearest(distinct, again)), sums.length);
            for (int c = 0; c < sums.length; c++) {
                if (!Double.isNaN(best[c])) {
                    sums[c] += best[c];
                    counts[c]++;
                }
            }
        }
        double[] means = new double[sums.length];
        Arrays.setAll(means, c -> sums[c] / counts[c]);
        return means;
    }

    /** Rows drawn with replacement, as many as there are: their numbers in each block, ascending. */
    private static List<int[]> drawn(List<DenseBlock> blocks, SplittableRandom random) {
        int rows = blocks.stream().mapToInt(block -> block.size).sum();
        int[] times = new int[rows];
        for (int i = 0; i < rows; i++) {
            times[random.nextInt(rows)]++;
        }
        List<int[]> drawn = new ArrayList<>();
        int from = 0;
        for (DenseBlock block : blocks) {
            int start = from;
            drawn.add(IntStream.range(0, block.size)
                    .flatMap(row -> IntStream.generate(() -> row).limit(times[start + row]))
                    .toArray());
            from += block.size;
        }
        return drawn;
    }

    private static List<DenseBlock> repeated(List<DenseBlock> blocks, List<int[]> rows) {
        return IntStream.range(0, blocks.size())
                .mapToObj(b -> blocks.get(b).only(rows.get(b)))
                .toList();
    }

    /** The clusters of all rows that have one. */
    static int[] joined(List<int[]> parts) {
        return parts.stream()
                .flatMapToInt(Arrays::stream)
                .filter(cluster -> cluster >= 0)
                .toArray();
    }

    private Centres centres(List<DenseBlock> rows, int k, long seed) {
        int distinct = distinct(rows, 2 * k);
        int fitted = Math.min(k, distinct);
        if (fitted < 2) {
            Centres origin = new Centres(new double[1][sample.get(0).dimensions]);
            return sums(origin, nearest(origin)).means(origin);
        }
        Broadcast<List<DenseBlock>> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(rows);
        try {
            return settings.algorithm() == Algorithm.BISECTING
                    ? bisecting(features(shared), fitted, seed)
                    : new Breathing(rows, seed).improve(kMeans(features(shared), fitted, distinct < 2 * k, seed));
        } finally {
            shared.destroy();
        }
    }

    /** Rows that differ, counted up to a number. */
    private static int distinct(List<DenseBlock> blocks, int most) {
        Set<Vector> distinct = new HashSet<>();
        for (DenseBlock block : blocks) {
            for (int row = 0; row < block.size && distinct.size() < most; row++) {
                distinct.add(Vectors.dense(block.row(row)));
            }
        }
        return distinct.size();
    }

    /**
     * Centres by MLlib.
     *
     * @param isScarce whether so few rows differ that it may find fewer than k to start from, which its blocks do not bear
     */
    private Centres kMeans(Dataset<Row> features, int k, boolean isScarce, long seed) {
        return rounded(new KMeans()
                .setK(k)
                .setSeed(seed)
                .setMaxIter(settings.iterations())
                .setSolver(isScarce ? "row" : "block")
                .fit(features)
                .clusterCenters());
    }

    private Centres bisecting(Dataset<Row> features, int k, long seed) {
        return rounded(new BisectingKMeans()
                .setK(k)
                .setSeed(seed)
                .setMaxIter(settings.iterations())
                .fit(features)
                .clusterCenters());
    }

    private static Centres rounded(Vector[] centres) {
        return new Centres(Arrays.stream(centres).map(Vector::toArray).toArray(double[][]::new));
    }

    /** Rows for MLlib, in key order. They are broadcast, as those of a local collection travel with each task again. */
    private Dataset<Row> features(Broadcast<List<DenseBlock>> shared) {
        int rows = shared.value().stream().mapToInt(block -> block.size).sum();
        int parts = 1 + rows / FIT_ROWS_PER_PARTITION;
        JavaRDD<Row> features = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(IntStream.range(0, parts).boxed().toList(), parts)
                .flatMap(part -> features(shared.value(), (int) ((long) rows * part / parts), (int)
                                ((long) rows * (part + 1) / parts))
                        .iterator());
        return spark.createDataFrame(features, new StructType().add("features", SQLDataTypes.VectorType(), false));
    }

    /** Rows from one place to another, counted over all blocks. */
    private static List<Row> features(List<DenseBlock> blocks, int from, int to) {
        List<Row> rows = new ArrayList<>();
        int first = 0;
        for (DenseBlock block : blocks) {
            for (int row = Math.max(0, from - first); row < Math.min(block.size, to - first); row++) {
                rows.add(RowFactory.create(Vectors.dense(block.row(row))));
            }
            first += block.size;
        }
        return rows;
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

    private List<int[]> nearest(Centres centres) {
        return nearest(sample, centres);
    }

    private static List<int[]> nearest(List<DenseBlock> blocks, Centres centres) {
        return blocks.parallelStream().map(centres::nearest).toList();
    }

    private ClusterSums sums(Centres centres, List<int[]> nearest) {
        return ClusterSums.add(IntStream.range(0, sample.size())
                .parallel()
                .mapToObj(b -> ClusterSums.of(sample.get(b), nearest.get(b), centres))
                .toList());
    }
}
