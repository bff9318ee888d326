package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.Warehouse;

/**
 * Runs the flow: for each stage in order, it takes the tables of an equal earlier computation or computes them, and at
 * the end publishes the run by one row of meta.runs. Every table is read at a recorded version, never at its head, so a
 * run that dies anywhere is simply run again.
 */
public final class Runner {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Stage> stages;
    private final Config config;
    private final Path configFile;
    private final Configuration hadoop;
    private final SessionSource session;
    private final Progress progress;
    private final String code = CodeVersion.current();

    /** A runner of these stages, in order, on one configuration. */
    public Runner(
            List<Stage> stages,
            Config config,
            Path configFile,
            Configuration hadoop,
            SessionSource session,
            Progress progress) {
        this.stages = StageGraph.order(stages);
        this.config = config;
        this.configFile = configFile;
        this.hadoop = hadoop;
        this.session = session;
        this.progress = progress;
    }

    /**
     * What to run.
     *
     * @param from first stage that may be computed, null for the first; those before must be up to date
     * @param to last stage, null for the last
     * @param force whether the stages from {@code from} to {@code to} are computed though they are up to date
     */
    public record Request(String from, String to, boolean force) {
        /** The whole flow, computing what is not up to date. */
        public static final Request ALL = new Request(null, null, false);
    }

    /**
     * What a run came to.
     *
     * @param runId the published run, or the one found up to date
     * @param computed names of the stages computed
     * @param published whether a new run was published
     * @param holds whether the run holds all tables that were asked for, as they are now
     * @param seconds wall time
     */
    public record Outcome(String runId, List<String> computed, boolean published, boolean holds, double seconds) {}

    /** Whether a stage is up to date, and why not. */
    public record StageState(String stage, boolean upToDate, String reason) {}

    /** Runs the request. */
    public Outcome run(Request request) {
        Instant start = Instant.now();
        String runId = ID.format(start) + "-" + UUID.randomUUID().toString().substring(0, 4);
        checkNames(request);
        Warehouse warehouse = new Warehouse(config.warehouse(), hadoop);
        Mirror mirror = new Mirror(warehouse, hadoop, config.mirror(), StageGraph.tables(stages));
        Map<String, String> about = KilledRun.about(
                config.release().id(), code, configFile.toAbsolutePath().toString());
        try (RunLock lock = RunLock.take(fileSystem(), config.warehouse(), runId, about)) {
            new TornCommits(warehouse, hadoop).mend(StageGraph.tables(stages));
            lock.dead().ifPresent(dead -> KilledRun.record(warehouse, dead));
            Outcome outcome = run(warehouse, lock, runId, request, start);
            // Also where nothing was published: an earlier run may have died before it was done with this.
            mirror.refresh(RunHistory.latest(warehouse));
            return outcome;
        } catch (FSError e) {
            throw diskFailure(e);
        }
    }

    /** So Hadoop tells that a local disk is full or fails: as an Error, though the JVM has no fault. */
    private UncheckedIOException diskFailure(FSError e) {
        return new UncheckedIOException(
                config.warehouse() + ": a disk of the warehouse or of Spark's local files failed (" + e.getMessage()
                        + ")",
                new IOException(e.getMessage(), e));
    }

    private Outcome run(Warehouse warehouse, RunLock lock, String runId, Request request, Instant start) {
        RunPlan plan = plan(warehouse, runId, request);
        progress.runStarts(runId, config.release().id());
        boolean ended = false;
        try {
            plan.execute();
            Outcome outcome = plan.publish(lock, start);
            progress.runEnds(outcome.runId(), status(outcome), outcome.seconds());
            ended = true;
            return outcome;
        } catch (UserException e) {
            record(plan, start, e, e.getMessage());
            throw e;
        } catch (Exception e) {
            // Also checked ones, which Spark throws without declaring them.
            record(plan, start, e, e.toString());
            throw e;
        } catch (FSError e) {
            UncheckedIOException failure = diskFailure(e);
            record(plan, start, failure, failure.toString());
            throw failure;
        } finally {
            if (!ended) {
                progress.runEnds(runId, "FAILED", RunRecord.seconds(start, Instant.now()));
            }
            removeScratch(runId);
        }
    }

    /** What keeps the failure from being recorded, a full disk, may be what made the run fail: that is to be told first. */
    private static void record(RunPlan plan, Instant start, Exception failure, String message) {
        try {
            plan.recordFailure(start, message);
        } catch (RuntimeException | FSError e) {
            failure.addSuppressed(e);
        }
    }

    private static String status(Outcome outcome) {
        if (outcome.published()) {
            return "PUBLISHED";
        }
        return outcome.computed().isEmpty() ? "NOTHING_NEW" : "COMPUTED";
    }

    /**
     * What is told of a stage before a run.
     *
     * @param state whether it is up to date, and why not
     * @param files its input files
     * @param bytes their size
     * @param expected rows of its tables
     * @param needs memory of the driver; nothing for a stage that is up to date
     */
    public record Forecast(StageState state, int files, long bytes, ExpectedRows expected, List<Need> needs) {}

    /** What a run would compute, and what that takes; computes nothing and starts no Spark. */
    public List<Forecast> forecast() {
        Warehouse warehouse = new Warehouse(config.warehouse(), hadoop);
        return plan(warehouse, "forecast", Request.ALL).forecast();
    }

    /** What is up to date, computing nothing. */
    public List<StageState> states() {
        Warehouse warehouse = new Warehouse(config.warehouse(), hadoop);
        return plan(warehouse, "status", Request.ALL).states();
    }

    private RunPlan plan(Warehouse warehouse, String runId, Request request) {
        return new RunPlan(stages, config, configFile, hadoop, session, progress, code, warehouse, runId, request);
    }

    private void checkNames(Request request) {
        for (String name : new String[] {request.from(), request.to()}) {
            if (name != null && stages.stream().noneMatch(s -> s.name().equals(name))) {
                throw new UserException(
                        UserException.Exit.USAGE,
                        name + ": no such stage. Choose one of "
                                + String.join(
                                        ", ", stages.stream().map(Stage::name).toList()) + ".");
            }
        }
    }

    private FileSystem fileSystem() {
        try {
            return new org.apache.hadoop.fs.Path(config.warehouse()).getFileSystem(hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the warehouse " + config.warehouse(), e);
        }
    }

    private void removeScratch(String runId) {
        try {
            fileSystem().delete(new org.apache.hadoop.fs.Path(config.warehouse(), "_scratch/" + runId), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the scratch data of run " + runId, e);
        }
    }
}
