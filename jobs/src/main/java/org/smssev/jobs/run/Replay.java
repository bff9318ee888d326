package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * Computes stages again from what runs recorded, into a folder beside the tables that {@link #close} removes. Inputs are
 * those that were landed; tables of earlier releases are read where they are.
 */
final class Replay implements AutoCloseable {
    /**
     * Where it happens.
     *
     * @param current the configuration of the warehouse; of its settings only those of Spark count
     */
    record Place(Config current, Configuration hadoop, SessionSource session, Progress progress, String code) {
        Warehouse warehouse() {
            return new Warehouse(current.warehouse(), hadoop);
        }
    }

    private final Place place;
    private final List<Stage> stages;
    private final String folder;
    private final Path inputs;
    private final RunState state;
    private int brought;

    /**
     * Makes ready.
     *
     * @param settings the settings
     * @param base the run of the earlier release that stages build on
     */
    Replay(Place place, List<Stage> stages, Config settings, Optional<MetaTables.Run> base) {
        this.place = place;
        this.stages = stages;
        String name = "replay-" + UUID.randomUUID();
        folder = place.current.warehouse() + "/_scratch/" + name;
        inputs = inputsFolder();
        Config config = settings.withSpark(place.current.spark()).withWarehouse(folder + "/warehouse");
        Warehouse made = new Warehouse(config.warehouse(), place.hadoop);
        state = new RunState(
                stages.stream().map(Stage::name).toList(),
                config,
                name,
                made,
                place.warehouse(),
                place.session,
                new RunHistory(made),
                base,
                place.code,
                place.progress);
    }

    /** What it computed so far. */
    RunState state() {
        return state;
    }

    /** Computes a stage on recorded inputs; on another earlier run than the other stages, if one is given. */
    void compute(Stage stage, List<MetaTables.InputFile> recorded, Optional<MetaTables.Run> base) {
        compute(stage, state.context(stage, files(stage.name(), recorded), base));
    }

    /** Computes a stage on recorded inputs. */
    void compute(Stage stage, List<MetaTables.InputFile> recorded) {
        compute(stage, state.context(stage, files(stage.name(), recorded)));
    }

    private void compute(Stage stage, RunContext context) {
        Instant start = Instant.now();
        place.progress.stageStarts(stage.name(), stages.indexOf(stage) + 1, stages.size());
        stage.run(context);
        List<MetaTables.RowCount> rows = context.end();
        place.progress.stageEnds(
                stage.name(),
                Duration.between(start, Instant.now()).toMillis() / 1000.0,
                "replayed: " + RowCounts.describe(rows));
    }

    private Map<String, List<InputFile>> files(String stage, List<MetaTables.InputFile> recorded) {
        LandedFiles landed = new LandedFiles(place.current.warehouse(), place.hadoop);
        Map<String, List<InputFile>> files = new LinkedHashMap<>();
        for (MetaTables.InputFile file : recorded) {
            // Each in a folder of its own, as two may share a name.
            files.computeIfAbsent(file.role(), r -> new ArrayList<>())
                    .add(landed.bring(stage, file, nextFolder(stage)));
        }
        return files;
    }

    /** Stages may be replayed side by side. */
    private synchronized Path nextFolder(String stage) {
        return inputs.resolve(stage).resolve(String.valueOf(brought++));
    }

    /** Beside the replayed tables where these are on a local disk, so that inputs can be linked; else a temporary one. */
    private Path inputsFolder() {
        try {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder, "inputs");
            return path.getFileSystem(place.hadoop) instanceof LocalFileSystem
                    ? Path.of(path.toUri().getPath())
                    : Files.createTempDirectory("smssev-replay");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for the inputs of the replay", e);
        }
    }

    @Override
    public void close() {
        try {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder);
            path.getFileSystem(place.hadoop).delete(path, true);
            FileSystem.getLocal(place.hadoop).delete(new org.apache.hadoop.fs.Path(inputs.toUri()), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the scratch data " + folder, e);
        }
    }
}
