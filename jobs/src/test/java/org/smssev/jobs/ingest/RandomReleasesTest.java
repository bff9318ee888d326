package org.smssev.jobs.ingest;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.ReleaseRuns.column;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;

/** Drawn releases: whatever way led to them, the tables are the same. */
@ExtendWith(LocalSpark.class)
class RandomReleasesTest {
    private static final int RELEASES = 3;

    @TempDir
    private Path folder;

    private Random random;
    private ReleaseRuns runs;
    private RandomRecords full;
    private RandomRecords few;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("smssev.fuzz.rounds", 1));
    }

    private void draw(long seed, SparkSession spark) {
        random = new Random(seed);
        runs = new ReleaseRuns(spark, folder);
        runs.families = random.nextBoolean() ? IngestConfig.Families.SIMPLE : IngestConfig.Families.EXTENDED;
        full = new RandomRecords(random, RandomRecords.ALL);
        few = new RandomRecords(random, RandomRecords.FEW);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void snapshotsEndAsTheLastOfThemAlone(long seed, SparkSession spark) throws IOException {
        draw(seed, spark);
        MemoryContext last = null;
        Source[] sources = {};
        for (int release = 1; release <= RELEASES; release++) {
            sources = next(release);
            last = runs.run(String.valueOf(release), last, sources);
        }

        MemoryContext alone = runs.run(String.valueOf(RELEASES), null, sources);

        assertThat(present(last)).as("patents").isEqualTo(present(alone));
        assertThat(json(last, Family.class)).as("families").isEqualTo(json(alone, Family.class));
        assertThat(rows(last, IpcUse.class)).as("codes").isEqualTo(rows(alone, IpcUse.class));
        assertThat(counts(last)).as("ledger").isEqualTo(counts(alone));
        assertThat(quality(last)).as("quality").isEqualTo(quality(alone));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void releasesEndTheSameWhetherToldByDigestsOrMovedWhole(long seed, SparkSession spark) throws IOException {
        draw(seed, spark);
        int most = runs.most;
        MemoryContext told = null;
        MemoryContext moved = null;
        for (int release = 1; release <= RELEASES; release++) {
            runs.mode = random.nextInt(4) == 0 ? Release.Mode.SNAPSHOT : Release.Mode.INCREMENT;
            Source[] sources = next(release);
            runs.most = most;
            told = runs.run(String.valueOf(release), told, sources);
            runs.most = 0;
            moved = runs.run(String.valueOf(release), moved, sources);

            assertThat(json(told, Patent.class)).as("patents").isEqualTo(json(moved, Patent.class));
            assertThat(json(told, Family.class)).as("families").isEqualTo(json(moved, Family.class));
            assertThat(rows(told, IpcUse.class)).as("codes").isEqualTo(rows(moved, IpcUse.class));
            assertThat(rows(told, LedgerEntry.class)).as("ledger").isEqualTo(rows(moved, LedgerEntry.class));
            assertThat(told.quality).as("quality").isEqualTo(moved.quality);
            assertThat(families(told)).as("members").isEqualTo(membersOf(told));
        }
    }

    /** The sources of a release, of which the next one gives most again. */
    private Source[] next(int release) throws IOException {
        Source[] sources = {written("full", release, full, 1 + random.nextInt(3)), written("few", release, few, 1)};
        full.next();
        few.next();
        return sources;
    }

    private Source written(String name, int release, RandomRecords records, int files) throws IOException {
        Path path = folder.resolve(name + release);
        int no = 0;
        for (String text : records.files(files)) {
            ReleaseFiles.write(path.resolve(++no + ".csv"), text);
        }
        return ReleaseRuns.mapped(name, path, records.columns());
    }

    private static List<String> families(MemoryContext context) {
        return column(
                context, Family.class, "family_id || n_publications || concat_ws(',', offices) || concat_ws(',', ipc)");
    }

    /** The same, made of the publications. */
    private static List<String> membersOf(MemoryContext context) {
        return context
                .dataset(Patent.class)
                .where("NOT withdrawn")
                .groupBy("family_id")
                .agg(expr("family_id || count(*) || concat_ws(',', array_sort(collect_set(office)))"
                        + " || concat_ws(',', array_sort(array_distinct(flatten(collect_list(ipc.symbol)))))"))
                .collectAsList()
                .stream()
                .map(r -> r.getString(1))
                .sorted()
                .toList();
    }

    /** Publications that are not withdrawn, but for their first release. */
    private static List<String> present(MemoryContext context) {
        return sorted(context.dataset(Patent.class)
                .where("NOT withdrawn")
                .drop("first_release")
                .toJSON()
                .collectAsList());
    }

    private static List<String> json(MemoryContext context, Class<? extends Record> table) {
        return sorted(context.dataset(table).toJSON().collectAsList());
    }

    private static List<String> rows(MemoryContext context, Class<? extends Record> table) {
        return sorted(context.rows(table));
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream().map(Object::toString).sorted().toList();
    }

    /** What of the ledger does not depend on what was known: records read, given twice, rejected and marked. */
    private static List<List<Object>> counts(MemoryContext context) {
        return context.rows(LedgerEntry.class).stream()
                .filter(e -> e.release().equals(String.valueOf(RELEASES)))
                .map(e -> List.<Object>of(e.file(), e.read(), e.duplicate(), e.quarantined(), e.withdrawnMarked()))
                .toList();
    }

    /** What of the quality does not tell of earlier releases. */
    private static Map<String, Double> quality(MemoryContext context) {
        Map<String, Double> quality = new TreeMap<>(context.quality);
        quality.keySet().removeIf(key -> key.matches("(publications_dropped|rejected_unknown|file_changed) .*"));
        return quality;
    }
}
