package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.config.Config;
import org.smssev.common.tables.SurveyTables.Technology;
import scala.Tuple2;

/**
 * Matches families to technologies in two steps over partitions: one pass over codes and texts finds the features, a
 * second over the features alone scores them, once it is known how many families have each.
 */
final class FamilyMatching implements AutoCloseable {
    private static final StructType SCHEMA = new StructType()
            .add("technology_id", DataTypes.StringType, false)
            .add("family_id", DataTypes.StringType, false)
            .add("method", DataTypes.StringType, false)
            .add("score", DataTypes.DoubleType, false)
            .add("is_primary", DataTypes.BooleanType, false);

    private final SparkSession spark;
    private final JavaRDD<Tuple2<String, Hits>> hits;
    private final ScopeIndex index;
    private final List<String> ids;

    FamilyMatching(SparkSession spark, Dataset<Row> families, List<Technology> technologies) {
        this.spark = spark;
        this.index = new ScopeIndex(technologies);
        this.ids = technologies.stream().map(Technology::technologyId).toList();
        Broadcast<ScopeIndex> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(index);
        this.hits = families.select("family_id", "title", "abstract_text", "ipc")
                .javaRDD()
                .map(row -> new Tuple2<>(
                        row.getString(0), shared.value().find(row.getString(1), row.getString(2), row.getList(3))))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** The matches in the columns of {@code survey.matches}, in no order. */
    Dataset<Row> matches(Config.Survey settings) {
        long[] counts = new long[index.features() + 1];
        for (long[] part :
                hits.mapPartitions(FamilyMatching.counter(counts.length)).collect()) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += part[i];
            }
        }
        MatchScore scores = new MatchScore(
                index,
                counts,
                counts[index.features()],
                settings.ipcWeight(),
                settings.fullKeywords(),
                settings.minScore());
        Broadcast<MatchScore> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(scores);
        List<String> names = new ArrayList<>(ids);
        JavaRDD<Row> rows = hits.flatMap(family -> shared.value().score(family._2()).stream()
                .map(s ->
                        RowFactory.create(names.get(s.technology()), family._1(), s.method(), s.score(), s.isPrimary()))
                .iterator());
        return spark.createDataFrame(rows, SCHEMA);
    }

    private static org.apache.spark.api.java.function.FlatMapFunction<Iterator<Tuple2<String, Hits>>, long[]> counter(
            int length) {
        return families -> {
            long[] counts = new long[length];
            while (families.hasNext()) {
                Hits h = families.next()._2();
                java.util.stream.IntStream.concat(
                                java.util.Arrays.stream(h.groups()).flatMapToInt(java.util.Arrays::stream),
                                java.util.Arrays.stream(h.keywords()))
                        .distinct()
                        .forEach(f -> counts[f]++);
                counts[length - 1]++;
            }
            return List.of(counts).iterator();
        };
    }

    @Override
    public void close() {
        hits.unpersist(false);
    }
}
