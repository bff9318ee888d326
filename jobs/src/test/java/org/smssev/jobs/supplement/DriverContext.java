package org.smssev.jobs.supplement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.CarriedFiles;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.RowChecks;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.MetaTables;

/** A run of the stage alone, without Spark: tables in memory, checked as declared. */
final class DriverContext implements StageContext {
    private final Config config;
    private final Map<Class<?>, List<?>> tables = new HashMap<>();
    private final Map<String, List<InputFile>> files = new HashMap<>();
    private final Map<Class<?>, Object> derived = new HashMap<>();
    final Map<String, Double> quality = new HashMap<>();
    final Set<String> warnings = new TreeSet<>();

    DriverContext(Config config) {
        this.config = config;
        for (FileRef ref : new SupplementStage().files(config)) {
            Path path = Path.of(ref.pattern());
            try {
                files.computeIfAbsent(ref.role(), r -> new ArrayList<>())
                        .add(new InputFile(ref.role(), path, path.getFileName().toString(), "sha", Files.size(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    <T extends Record> DriverContext given(Class<T> table, List<T> rows) {
        tables.put(table, rows);
        return this;
    }

    /** Gives what stages make of a table. */
    <T> DriverContext derived(Class<T> what, T made) {
        derived.put(what, made);
        return this;
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
    public <T extends Record> List<T> rows(Class<T> table) {
        return tables.get(table).stream().map(table::cast).toList();
    }

    @Override
    public <T extends Record> void write(Class<T> table, List<T> rows) {
        tables.put(table, RowChecks.checked(TableDef.of(table), rows));
    }

    @Override
    public List<InputFile> files(String role) {
        return files.getOrDefault(role, List.of());
    }

    @Override
    public void progress(String step) {
        // Nobody is waiting.
    }

    @Override
    public void quality(String check, String subject, Double value, String message) {
        quality.put(check + " " + subject, value);
    }

    @Override
    public void warnAbove(String check, String subject, double value, double limit, String message) {
        quality.put(check + " " + subject, value);
        if (value > limit) {
            warnings.add(check);
        }
    }

    @Override
    public void gateAbove(String check, String subject, double value, double limit, String message) {
        quality.put(check + " " + subject, value);
    }

    @Override
    public void convention(String convention, String choice, String meaning) {
        quality.put(convention, null);
    }

    @Override
    public List<MetaTables.Quality> qualities() {
        return List.of();
    }

    @Override
    public List<MetaTables.Convention> conventions() {
        return List.of();
    }

    @Override
    public <T> T derived(Class<? extends Record> table, Class<T> what, Function<Dataset<Row>, T> make) {
        Object made = derived.get(what);
        return made == null ? make.apply(dataset(table)) : what.cast(made);
    }

    @Override
    public <T extends Record> Optional<List<T>> earlierRows(Class<T> table) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredTable> earlierTable(Class<? extends Record> table) {
        return Optional.empty();
    }

    @Override
    public String codeVersion() {
        return "code";
    }

    @Override
    public boolean earlierAgreesOn(List<String> settings) {
        return false;
    }

    @Override
    public SparkSession spark() {
        throw new IllegalStateException("this stage needs no Spark");
    }

    @Override
    public Dataset<Row> dataset(Class<? extends Record> table) {
        throw new IllegalStateException("this stage needs no Spark");
    }

    @Override
    public void write(Class<? extends Record> table, InternalRows rows, CarriedFiles earlierFiles) {
        throw new IllegalStateException("this stage needs no Spark");
    }

    @Override
    public String scratch() {
        throw new IllegalStateException("this stage needs no scratch folder");
    }
}
