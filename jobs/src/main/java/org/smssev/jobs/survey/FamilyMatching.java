package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.config.SurveyConfig;
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
    private final ListCodes lists;
    private final List<String> ids;
    private Broadcast<MatchScore> scores;

    /** What was counted beside the matches: families in all, and those of lists as {@link ListCodes} places them. */
    record Counts(long families, long[] lists) {}

    FamilyMatching(
            SparkSession spark,
            Dataset<Row> families,
            List<Technology> technologies,
            RuleIndex rules,
            ListCodes lists) {
        this.spark = spark;
        this.index = new ScopeIndex(technologies);
        this.lists = lists;
        this.ids = technologies.stream().map(Technology::technologyId).toList();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<ScopeIndex> sharedIndex = context.broadcast(index);
        Broadcast<RuleIndex> sharedRules = context.broadcast(rules);
        Broadcast<ListCodes> sharedLists = context.broadcast(lists);
        this.hits = families.select("family_id", "title", "abstract_text", "ipc")
                .javaRDD()
                .map(row -> {
                    FamilyText text = new FamilyText(row.getString(1), row.getString(2));
                    List<String> ipc = row.getList(3);
                    Hits found = new Hits(
                            sharedIndex.value().codeHits(ipc),
                            sharedIndex.value().keywordHits(text),
                            sharedRules.value().find(text, ipc),
                            sharedLists.value().find(ipc));
                    return new Tuple2<>(row.getString(0), found);
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Counts what the families show, on which the weights of the scores rest. */
    Counts count(SurveyConfig settings) {
        int features = index.features();
        long[] counts = sum(hits.mapPartitions(counter(features, lists)), features + 1 + lists.places());
        MatchScore score = new MatchScore(
                index, counts, counts[features], settings.ipcWeight(), settings.fullKeywords(), settings.minScore());
        scores = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(score);
        return new Counts(counts[features], Arrays.copyOfRange(counts, features + 1, counts.length));
    }

    /** The matches in the columns of {@code survey.matches}, in no order; after {@link #count}. */
    Dataset<Row> matches() {
        Broadcast<MatchScore> shared = scores;
        List<String> names = new ArrayList<>(ids);
        JavaRDD<Row> rows = hits.flatMap(family -> shared.value().score(family._2()).stream()
                .map(s ->
                        RowFactory.create(names.get(s.technology()), family._1(), s.method(), s.score(), s.isPrimary()))
                .iterator());
        return spark.createDataFrame(rows, SCHEMA);
    }

    /**
     * Families of groups of technologies, each once in a group; after {@link #count}.
     *
     * @param groupsOf for each technology, by its place, the groups that hold it
     */
    long[] families(int[][] groupsOf, int groups) {
        if (Arrays.stream(groupsOf).allMatch(g -> g.length == 0)) {
            return new long[groups];
        }
        Broadcast<MatchScore> shared = scores;
        return sum(
                hits.mapPartitions(families -> {
                    long[] counts = new long[groups];
                    while (families.hasNext()) {
                        shared.value().score(families.next()._2()).stream()
                                .flatMapToInt(s -> Arrays.stream(groupsOf[s.technology()]))
                                .distinct()
                                .forEach(g -> counts[g]++);
                    }
                    return List.of(counts).iterator();
                }),
                groups);
    }

    private static long[] sum(JavaRDD<long[]> parts, int places) {
        long[] sums = new long[places];
        for (long[] part : parts.collect()) {
            for (int i = 0; i < places; i++) {
                sums[i] += part[i];
            }
        }
        return sums;
    }

    /** Counts the families of each feature, then all, then those of lists. */
    private static FlatMapFunction<Iterator<Tuple2<String, Hits>>, long[]> counter(int features, ListCodes lists) {
        return families -> {
            long[] counts = new long[features + 1 + lists.places()];
            while (families.hasNext()) {
                Hits h = families.next()._2();
                IntStream.concat(Arrays.stream(h.groups()).flatMapToInt(Arrays::stream), Arrays.stream(h.keywords()))
                        .distinct()
                        .forEach(f -> counts[f]++);
                counts[features]++;
                lists.count(h.lists(), counts, features + 1);
            }
            return List.of(counts).iterator();
        };
    }

    @Override
    public void close() {
        hits.unpersist(false);
    }
}
