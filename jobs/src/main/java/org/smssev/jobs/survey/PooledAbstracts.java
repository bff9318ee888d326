package org.smssev.jobs.survey;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.ipc.IpcSymbol;
import scala.Tuple2;

/** Titles and abstracts of a code's families, pooled as its text. */
final class PooledAbstracts {
    /** Fewest occurrences of a term in a pool; those below are mostly errors, and are most of the terms. */
    private static final int LEAST = 2;

    private PooledAbstracts() {}

    /** The occurrences of terms in the text of each code, over the families that come first by a hash of their ids. */
    static Map<String, Map<String, Integer>> of(Dataset<Row> families, TextScope settings) {
        IpcSymbol.Level level = IpcSymbol.Level.valueOf(settings.level().name());
        JavaPairRDD<String, Map<String, Integer>> pools = families.select("family_id", "title", "abstract_text", "ipc")
                .orderBy(xxhash64(col("family_id")), col("family_id"))
                .limit(settings.sample())
                .javaRDD()
                .flatMapToPair(row -> {
                    Map<String, Integer> counts = CodeTitles.counts(Arrays.asList(row.getString(1), row.getString(2)));
                    return row.<String>getList(3).stream()
                            .map(symbol -> IpcSymbol.truncate(symbol, level))
                            .filter(Objects::nonNull)
                            .distinct()
                            .map(code -> new Tuple2<>(code, counts))
                            .iterator();
                })
                .aggregateByKey(new HashMap<>(), PooledAbstracts::added, PooledAbstracts::added)
                .mapValues(PooledAbstracts::frequent);
        return new HashMap<>(pools.collectAsMap());
    }

    private static Map<String, Integer> added(Map<String, Integer> pool, Map<String, Integer> counts) {
        counts.forEach((term, n) -> pool.merge(term, n, Integer::sum));
        return pool;
    }

    private static Map<String, Integer> frequent(Map<String, Integer> pool) {
        return pool.entrySet().stream()
                .filter(e -> e.getValue() >= LEAST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
