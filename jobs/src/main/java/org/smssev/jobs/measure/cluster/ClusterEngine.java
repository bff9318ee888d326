package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.config.ClusterConfig;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterScan;

/**
 * Spreads the arithmetic over blocks of families: a constant number of partitions by a hash of the family, each sorted
 * by family and held as one object. What is summed over blocks is collected and added in block order, so neither cores
 * nor the partitions of the input change a bit. Holds cached blocks until closed.
 */
final class ClusterEngine implements AutoCloseable {
    private static final int POWER_ITERATIONS = 2;
    /** Steps of Lloyd over all families after the fit on the sample. */
    private static final int FULL_STEPS = 4;

    private final SparkSession spark;
    private final ClusterConfig settings;
    private final Describer.Years years;
    private final Consumer<String> progress;
    private final List<JavaRDD<?>> cached = new ArrayList<>();

    ClusterEngine(SparkSession spark, ClusterConfig settings, Describer.Years years, Consumer<String> progress) {
        this.spark = spark;
        this.settings = settings;
        this.years = years;
        this.progress = progress;
    }

    /** Clusters, the curve, and the members (family_id, cluster_id, distance, silhouette). */
    record Outcome(List<Cluster> clusters, List<ClusterScan> scan, Dataset<Row> members) {}

    /** Clusters families (family_id, title, abstract_text, ipc, priority_year, applicant). */
    Outcome run(Dataset<Row> families) {
        progress.accept("count terms");
        JavaRDD<RawBlock> raw = cache(blocks(families));
        Dictionary dictionary = dictionary(raw);
        Broadcast<Dictionary> known = context().broadcast(dictionary);
        double ipcWeight = settings.ipcWeight();
        JavaRDD<SparseBlock> sparse = cache(raw.map(block -> SparseBlock.of(block, known.value(), ipcWeight)));
        long size = sparse.map(block -> (long) block.size()).collect().stream()
                .mapToLong(Long::longValue)
                .sum();
        release(raw);

        progress.accept("find components");
        long wanted = settings.sample();
        List<SparseBlock> sample = sparse.map(block -> block.only(StableSample.mark(block.ids, wanted, size)))
                .collect();
        RandomizedSvd.Basis basis =
                RandomizedSvd.fit(sample, dictionary.size(), settings.components(), POWER_ITERATIONS, settings.seed());
        if (basis.components() == 0) {
            return nothing(sparse);
        }
        Broadcast<RandomizedSvd.Basis> axes = context().broadcast(basis);
        JavaRDD<DenseBlock> dense = cache(sparse.map(block -> DenseBlock.of(block, axes.value())));

        SampleKMeans kMeans = new SampleKMeans(
                spark,
                sample.parallelStream()
                        .map(block -> DenseBlock.of(block, basis))
                        .toList(),
                sample.stream().map(block -> block.ids).toList(),
                settings);
        Scan.Outcome fit = new Scan(kMeans, settings, progress).run();
        progress.accept("assign families");
        Centres centres = refine(dense, fit.centres());
        JavaRDD<AssignedBlock> nearest = cache(dense.map(block -> AssignedBlock.of(block, centres)));
        Silhouette silhouette = Silhouette.of(ClusterSums.add(dense.zip(nearest)
                .map(pair -> ClusterSums.of(pair._1(), pair._2().clusters, centres))
                .collect()));
        JavaRDD<AssignedBlock> assigned =
                cache(nearest.zip(dense).map(pair -> pair._1().with(pair._2(), silhouette)));
        return describe(sparse, assigned, dictionary, centres.k, fit);
    }

    @Override
    public void close() {
        List.copyOf(cached).forEach(this::release);
    }

    private Dictionary dictionary(JavaRDD<RawBlock> raw) {
        List<Dictionary.BlockCounts> counts =
                raw.map(Dictionary.BlockCounts::new).collect();
        Map<Bigram, Integer> pairs = Map.of();
        if (settings.maxBigrams() > 0) {
            long families = counts.stream().mapToLong(block -> block.families).sum();
            pairs = Bigrams.count(raw, counts, Bigram.least(settings.minDf(), families));
        }
        return Dictionary.merge(counts, pairs, settings);
    }

    private JavaRDD<RawBlock> blocks(Dataset<Row> families) {
        boolean bigrams = settings.maxBigrams() > 0;
        return families.select("family_id", "title", "abstract_text", "ipc", "priority_year", "applicant")
                .repartition(settings.partitions(), functions.col("family_id"))
                .sortWithinPartitions("family_id")
                .javaRDD()
                .mapPartitions(rows -> List.of(block(rows, bigrams)).iterator());
    }

    private static RawBlock block(Iterator<Row> rows, boolean bigrams) {
        RawBlock.Builder builder = new RawBlock.Builder(bigrams);
        while (rows.hasNext()) {
            Row row = rows.next();
            builder.add(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.isNullAt(3) ? List.of() : row.getList(3),
                    row.isNullAt(4) ? null : row.getInt(4),
                    row.getString(5));
        }
        return builder.build();
    }

    static Centres refine(JavaRDD<DenseBlock> dense, Centres start) {
        Centres centres = start;
        for (int step = 0; step < FULL_STEPS; step++) {
            Centres now = centres;
            centres = ClusterSums.add(dense.map(block -> ClusterSums.of(block, now.nearest(block), now))
                            .collect())
                    .means(now);
        }
        return centres;
    }

    private Outcome nothing(JavaRDD<SparseBlock> sparse) {
        JavaRDD<AssignedBlock> assigned = cache(sparse.map(block -> AssignedBlock.of(
                new DenseBlock(1, new float[block.size()], new boolean[block.size()]), new Centres(new double[1][1]))));
        return describe(
                sparse,
                assigned,
                Dictionary.merge(List.of(), Map.of(), settings),
                1,
                new Scan.Outcome(new Centres(new double[1][1]), null, List.of()));
    }

    private Outcome describe(
            JavaRDD<SparseBlock> sparse,
            JavaRDD<AssignedBlock> assigned,
            Dictionary dictionary,
            int k,
            Scan.Outcome fit) {
        ClusterFacts[] facts = new ClusterFacts[k + 1];
        Arrays.setAll(facts, c -> new ClusterFacts());
        for (ClusterFacts[] block : sparse.zip(assigned)
                .map(pair -> ClusterFacts.of(pair._1(), pair._2(), k))
                .collect()) {
            for (int c = 0; c <= k; c++) {
                facts[c].add(block[c]);
            }
        }
        int features = dictionary.size();
        FeatureCounts counts = sparse.zip(assigned)
                .map(pair -> FeatureCounts.of(pair._1(), pair._2().clusters, k, features))
                .reduce(FeatureCounts::add);
        Describer describer = new Describer(dictionary, counts, facts, fit.stability(), years);
        return new Outcome(describer.clusters(), fit.curve(), members(sparse, assigned, describer.numbers()));
    }

    private Dataset<Row> members(JavaRDD<SparseBlock> sparse, JavaRDD<AssignedBlock> assigned, int[] numbers) {
        JavaRDD<Row> rows = sparse.zip(assigned).flatMap(pair -> {
            List<Row> members = new ArrayList<>();
            for (int row = 0; row < pair._1().size(); row++) {
                int c = pair._2().clusters[row];
                members.add(RowFactory.create(
                        pair._1().ids[row],
                        c < 0 ? -1 : numbers[c],
                        c < 0 ? null : pair._2().distances[row],
                        number(pair._2().silhouette(row))));
            }
            return members.iterator();
        });
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("family_id", DataTypes.StringType, false)
                        .add("cluster_id", DataTypes.IntegerType, false)
                        .add("distance", DataTypes.DoubleType, true)
                        .add("silhouette", DataTypes.DoubleType, true));
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    private <T> JavaRDD<T> cache(JavaRDD<T> rdd) {
        cached.add(rdd);
        return rdd.persist(StorageLevel.MEMORY_AND_DISK());
    }

    private void release(JavaRDD<?> rdd) {
        rdd.unpersist(false);
        cached.remove(rdd);
    }
}
