package org.smssev.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.delta.kernel.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.package$;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;

/** The summary of a published run: what went in, with which program and settings, how long it took, what came out. */
final class RunJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final MetaTables.Run run;
    private final List<MetaTables.StageRun> stages;
    private final List<IngestTables.LedgerEntry> ledger;
    private final List<MetaTables.Quality> qualities;

    RunJson(
            MetaTables.Run run,
            List<MetaTables.StageRun> stages,
            List<IngestTables.LedgerEntry> ledger,
            List<MetaTables.Quality> qualities) {
        this.run = run;
        this.stages = stages;
        this.ledger = ledger;
        this.qualities = qualities;
    }

    /** The document, with line breaks. */
    String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("run_id", run.runId());
        root.put("release", run.release());
        root.put("status", run.status());
        root.put("started_at", run.startedAt().toString());
        root.put("ended_at", run.endedAt().toString());
        root.put("seconds", RunRecord.seconds(run.startedAt(), run.endedAt()));
        root.put("earlier_run", run.baseRun());
        root.put("config_file", run.configFile());
        root.put("versions", versions());
        root.put("seeds", settings(true));
        root.put("settings", settings(false));
        root.put("stages", stages.stream().map(this::stage).toList());
        root.put("ledger", ledger.stream().map(RunJson::fields).toList());
        root.put("tables", run.tables().stream().map(this::table).toList());
        root.put(
                "warnings",
                qualities.stream()
                        .filter(q -> q.outcome().equals("WARN"))
                        .map(RunJson::fields)
                        .toList());
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The summary is made of texts and numbers", e);
        }
    }

    private Map<String, Object> versions() {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("code", run.codeVersion());
        versions.put("spark", package$.MODULE$.SPARK_VERSION());
        versions.put("delta_kernel", String.valueOf(Snapshot.class.getPackage().getImplementationVersion()));
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /** All settings by key, or those that seed a draw. */
    private Map<String, Object> settings(boolean seeds) {
        Map<String, Object> settings = new LinkedHashMap<>();
        run.settings().stream()
                .filter(s -> !seeds || s.key().matches("(.*\\.)?seeds?(\\[\\d+])?"))
                .forEach(s -> settings.put(s.key(), s.value()));
        return settings;
    }

    private Map<String, Object> stage(MetaTables.StageRun s) {
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("stage", s.stage());
        stage.put("computed_by", s.runId());
        stage.put("seconds", s.seconds());
        stage.put("fingerprint", s.fingerprint());
        stage.put("inputs", s.files().stream().map(RunJson::fields).toList());
        return stage;
    }

    private Map<String, Object> table(MetaTables.TableVersion v) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("table", v.table());
        table.put("version", v.version());
        stages.stream()
                .flatMap(s -> s.rows().stream())
                .filter(r -> r.table().equals(v.table()))
                .findFirst()
                .ifPresent(r -> table.put("rows", r.rows()));
        return table;
    }

    private static Map<String, Object> fields(Record row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        TableDef.columnsOf(row.getClass()).forEach(c -> fields.put(c.name(), c.value(row)));
        return fields;
    }
}
