package org.smssev.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.HadoopSettings;
import org.smssev.common.config.Secrets;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;

/**
 * What a run leaves for other programs, beside its rows in the tables of meta: {@code report/run.json} of the run that is
 * published, {@code metrics.prom} of the last run whatever became of it, and {@code lineage/<run>.jsonl}.
 */
final class RunRecord {
    private static final String SUMMARY = "report/run.json";

    private final List<Stage> stages;
    private final Config config;
    private final Configuration hadoop;
    private final String runId;
    private final LineageEvents lineage;
    private final Secrets secrets;
    private final List<MetaTables.StageRun> runs = Collections.synchronizedList(new ArrayList<>());

    RunRecord(List<Stage> stages, Config config, Configuration hadoop, String runId, String code) {
        this.stages = stages;
        this.config = config;
        this.hadoop = hadoop;
        this.runId = runId;
        this.secrets = Secrets.of(HadoopSettings.withSubmitted(config.spark()));
        this.lineage = new LineageEvents(stages, config, runId, code);
    }

    /** A stage starts on these files. */
    void started(Stage stage, Map<String, List<InputFile>> files, Instant at) {
        lineage.start(stage, files, at);
    }

    /** A stage ended. */
    void computed(MetaTables.StageRun run) {
        runs.add(run);
        lineage.complete(stage(run.stage()), run, Instant.now());
    }

    /** A stage's tables are those of an earlier computation. */
    void takenOver(MetaTables.StageRun run) {
        runs.add(run);
    }

    /** A stage failed; where a gate did, the checks up to it are kept, that of the gate among them. */
    void failed(Stage stage, Throwable error, Warehouse warehouse, List<MetaTables.Quality> qualities) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        lineage.fail(stage, secrets.hide(message), Instant.now());
        if (error instanceof UserException e && e.exit() == Exit.GATE) {
            try {
                warehouse.append(MetaTables.Quality.class, qualities, runId + "/" + stage.name() + "/failed");
            } catch (RuntimeException unkept) {
                // The gate is to be told first.
                error.addSuppressed(unkept);
            }
        }
    }

    /** The run was published. */
    void published(MetaTables.Run run, Warehouse warehouse, List<MetaTables.Quality> qualities) {
        summarise(run, warehouse, qualities);
        ended(run, Optional.of(run), qualities);
    }

    /** All stages are those of the latest run, which may have died before it wrote its summary. */
    void stands(MetaTables.Run latest, Warehouse warehouse, List<MetaTables.Quality> qualities) {
        if (!WrittenFile.contains(hadoop, config.warehouse(), SUMMARY, "\"" + latest.runId() + "\"")) {
            summarise(latest, warehouse, qualities);
        }
    }

    private void summarise(MetaTables.Run run, Warehouse warehouse, List<MetaTables.Quality> qualities) {
        List<IngestTables.LedgerEntry> ledger = run.tables().stream()
                .filter(t -> t.table()
                        .equals(TableDef.of(IngestTables.LedgerEntry.class).name()))
                .findFirst()
                .map(t -> warehouse.read(IngestTables.LedgerEntry.class, t.version()))
                .orElse(List.of());
        String json = new RunJson(run, ordered(), ledger, qualities).text();
        WrittenFile.write(hadoop, config.warehouse(), SUMMARY, json);
    }

    /** The run ended, in whatever way; {@code latest} is the one that readers see now. */
    void ended(MetaTables.Run run, Optional<MetaTables.Run> latest, List<MetaTables.Quality> qualities) {
        boolean succeeded = run.status().equals("PUBLISHED");
        Metrics metrics = new Metrics(config.project().name(), config.release().id());
        metrics.run(succeeded, succeeded, run.startedAt(), run.endedAt(), latest.map(MetaTables.Run::endedAt));
        ordered().forEach(s -> metrics.stage(s, s.runId().equals(runId)));
        metrics.qualities(qualities);
        WrittenFile.write(hadoop, config.warehouse(), Metrics.FILE, metrics.text());
        if (!lineage.isEmpty()) {
            WrittenFile.write(hadoop, config.warehouse(), "lineage/" + runId + ".jsonl", lineage.text());
        }
    }

    /** The run found nothing to publish; the latest stands. */
    void nothingNew(MetaTables.Run latest, Instant start) {
        Metrics metrics = new Metrics(config.project().name(), config.release().id());
        metrics.run(true, false, start, Instant.now(), Optional.of(latest.endedAt()));
        ordered().forEach(s -> metrics.stage(s, s.runId().equals(runId)));
        WrittenFile.write(hadoop, config.warehouse(), Metrics.FILE, metrics.text());
        if (!lineage.isEmpty()) {
            WrittenFile.write(hadoop, config.warehouse(), "lineage/" + runId + ".jsonl", lineage.text());
        }
    }

    private Stage stage(String name) {
        return stages.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /** In the order of the flow, as stages that run side by side end in any order. */
    private List<MetaTables.StageRun> ordered() {
        List<String> names = stages.stream().map(Stage::name).toList();
        synchronized (runs) {
            return runs.stream()
                    .sorted(Comparator.comparingInt(r -> names.indexOf(r.stage())))
                    .toList();
        }
    }

    /** Seconds between two moments. */
    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
