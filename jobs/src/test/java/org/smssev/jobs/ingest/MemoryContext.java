package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.CarriedFiles;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.run.FoundFiles;
import org.smssev.jobs.testing.ParquetTables;

/** A run of the stage alone: large tables are kept as Parquet in a folder, small ones in memory. */
public final class MemoryContext implements StageContext {
    private final SparkSession spark;
    private final Config config;
    private final Path folder;
    private final MemoryContext earlier;
    // Tables are written side by side.
    private final Map<Class<?>, List<?>> small = new ConcurrentHashMap<>();
    private final Map<Class<?>, StoredTable> large = new ConcurrentHashMap<>();
    private final Map<String, List<InputFile>> files = new HashMap<>();
    private final String code;
    public final Map<String, Double> quality = new HashMap<>();
    public final Set<String> warnings = new TreeSet<>();
    public final Map<String, String> messages = new HashMap<>();
    /** What was said of the release in the end. */
    public String told;
    /** The last published run of this release. */
    MemoryContext published;
    /** Files that were left for people. */
    final Map<String, String> left = new HashMap<>();
    /** Files of the earlier release's tables that were taken over whole. */
    final Map<Class<?>, Integer> carried = new ConcurrentHashMap<>();

    MemoryContext(SparkSession spark, Config config, Path folder, MemoryContext earlier) {
        this(spark, config, folder, earlier, "code");
    }

    MemoryContext(SparkSession spark, Config config, Path folder, MemoryContext earlier, String code) {
        this.code = code;
        this.spark = spark;
        this.config = config;
        this.folder = folder;
        this.earlier = earlier;
        for (FileRef ref : new IngestStage().files(config)) {
            files.put(ref.role(), FoundFiles.find(ref));
        }
    }

    /** Puts another table in the place of one that was written. */
    void replace(Class<? extends Record> table, StoredTable by) {
        large.put(table, by);
    }

    boolean hasWritten(Class<? extends Record> table) {
        return large.containsKey(table);
    }

    @Override
    public Config config() {
        return config;
    }

    @Override
    public String runId() {
        return "run";
    }

    @Override
    public SparkSession spark() {
        return spark;
    }

    @Override
    public <T extends Record> List<T> rows(Class<T> table) {
        return small.getOrDefault(table, List.of()).stream().map(table::cast).toList();
    }

    @Override
    public Dataset<Row> dataset(Class<? extends Record> table) {
        return large.get(table).dataset();
    }

    @Override
    public <T> T derived(Class<? extends Record> table, Class<T> what, Function<Dataset<Row>, T> make) {
        return make.apply(dataset(table));
    }

    @Override
    public <T extends Record> Optional<List<T>> earlierRows(Class<T> table) {
        return Optional.ofNullable(earlier).map(e -> e.rows(table));
    }

    @Override
    public <T extends Record> List<T> publishedRows(Class<T> table) {
        return published == null ? List.of() : published.rows(table);
    }

    @Override
    public void leave(String name, String text) {
        left.put(name, text);
    }

    @Override
    public void takeAway(String name) {
        left.remove(name);
    }

    @Override
    public List<String> earlierReleases() {
        return Stream.iterate(earlier, Objects::nonNull, e -> e.earlier)
                .map(e -> e.config.release().id())
                .toList();
    }

    @Override
    public Optional<MetaTables.Run> earlierRun() {
        return Optional.ofNullable(earlier)
                .map(e -> new MetaTables.Run(
                        e.runId(),
                        "PUBLISHED",
                        e.config.release().id(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        e.code,
                        null,
                        List.of(),
                        List.of(new MetaTables.Setting(
                                "ingest.families", e.config.ingest().families().name())),
                        "",
                        null,
                        null));
    }

    @Override
    public Optional<StoredTable> earlierTable(Class<? extends Record> table) {
        return Optional.ofNullable(earlier).map(e -> e.large.get(table));
    }

    @Override
    public <T extends Record> void write(Class<T> table, List<T> rows) {
        small.put(table, new ArrayList<>(rows));
    }

    @Override
    public void write(Class<? extends Record> table, InternalRows rows, CarriedFiles earlierFiles) {
        Dataset<Row> all = rows.dataset();
        if (!earlierFiles.files().isEmpty()) {
            Dataset<Row> stay =
                    earlier.large.get(table).withFiles(earlierFiles.files()).dataset();
            all = all.unionByName(stay);
        }
        large.put(table, ParquetTables.written(table, all, folder.resolve(table.getSimpleName())));
        carried.put(table, earlierFiles.files().size());
    }

    @Override
    public String codeVersion() {
        return code;
    }

    @Override
    public boolean earlierAgreesOn(List<String> settings) {
        return earlier != null && Families.Rules.of(earlier.config.ingest()).equals(Families.Rules.of(config.ingest()));
    }

    @Override
    public List<InputFile> files(String role) {
        return files.getOrDefault(role, List.of());
    }

    @Override
    public List<String> earlierDigests(String role) {
        return earlier == null
                ? List.of()
                : earlier.files(role).stream().map(InputFile::sha256).toList();
    }

    @Override
    public String scratch() {
        return folder.resolve("scratch").toString();
    }

    @Override
    public void told(String what) {
        told = what;
    }

    @Override
    public void progress(String step) {
        // Nobody is waiting.
    }

    /** The table of figures takes each once. */
    private void tell(String what, Double value) {
        assertThat(quality).doesNotContainKey(what);
        quality.put(what, value);
    }

    @Override
    public void quality(String check, String subject, Double value, String message) {
        tell(check + " " + subject, value);
    }

    @Override
    public void warnAbove(String check, String subject, double value, double limit, String message) {
        tell(check + " " + subject, value);
        if (value > limit) {
            messages.put(check + " " + subject, message);
            warnings.add(check + " " + subject);
        }
    }

    @Override
    public void gateAbove(String check, String subject, double value, double limit, String message) {
        tell(check + " " + subject, value);
        if (value > limit) {
            throw new UserException(Exit.GATE, message);
        }
    }

    @Override
    public void convention(String convention, String choice, String meaning) {
        tell(convention + " " + choice, null);
    }

    @Override
    public List<MetaTables.Quality> qualities() {
        return List.of();
    }

    @Override
    public List<MetaTables.Convention> conventions() {
        return List.of();
    }
}
