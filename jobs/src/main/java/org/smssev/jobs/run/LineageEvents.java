package org.smssev.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.smssev.common.config.Config;
import org.smssev.common.config.Secrets;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.TableDef.Kind;
import org.smssev.common.tables.MetaTables;

/**
 * The events of a run in the shape of OpenLineage, one JSON object a line: START, then COMPLETE or FAIL, for every stage
 * computed. A catalogue can take them in as they are; none is needed.
 *
 * @see <a href="https://openlineage.io/spec/2-0-2/OpenLineage.json">The schema of events</a>
 */
final class LineageEvents {
    private static final String PRODUCER = "urn:smssev:jobs";
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String project;
    private final String namespace;
    private final String runId;
    private final String code;
    private final ColumnLineage columns;
    private final List<String> events = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> inputs = new HashMap<>();

    LineageEvents(List<Stage> stages, Config config, String runId, String code) {
        this.project = config.project().name();
        this.namespace = Secrets.shown("warehouse", config.warehouse());
        this.runId = runId;
        this.code = code;
        this.columns = new ColumnLineage(stages);
    }

    /** A stage starts. */
    synchronized void start(Stage stage, Map<String, List<InputFile>> files, Instant at) {
        List<Map<String, Object>> read = new ArrayList<>();
        for (List<InputFile> list : files.values()) {
            for (InputFile f : list) {
                read.add(dataset("file", f.path().toString(), Map.of("version", version(f.sha256()))));
            }
        }
        stage.reads()
                .forEach(t ->
                        read.add(dataset(namespace, TableDef.of(t).name(), Map.of("schema", schema(TableDef.of(t))))));
        inputs.put(stage.name(), read);
        add("START", stage, at, Map.of(), read, List.of());
    }

    /** A stage ended. */
    synchronized void complete(Stage stage, MetaTables.StageRun run, Instant at) {
        Map<String, Long> versions = new HashMap<>();
        run.outputs().forEach(v -> versions.put(v.table(), v.version()));
        List<Map<String, Object>> written = new ArrayList<>();
        for (Class<? extends Record> t : stage.writes()) {
            TableDef def = TableDef.of(t);
            Map<String, Object> facets = new LinkedHashMap<>();
            facets.put("schema", schema(def));
            facets.put("version", version(String.valueOf(versions.get(def.name()))));
            facets.put("columnLineage", lineage(def));
            Map<String, Object> output = dataset(namespace, def.name(), facets);
            run.rows().stream()
                    .filter(r -> r.table().equals(def.name()))
                    .forEach(r -> output.put("outputFacets", Map.of("outputStatistics", statistics(r.rows()))));
            written.add(output);
        }
        add("COMPLETE", stage, at, Map.of(), inputs.getOrDefault(stage.name(), List.of()), written);
    }

    /** A stage failed. */
    synchronized void fail(Stage stage, String message, Instant at) {
        Map<String, Object> error = facet("facets/1-0-0/ErrorMessageRunFacet.json");
        error.put("message", message);
        error.put("programmingLanguage", "JAVA");
        add("FAIL", stage, at, Map.of("errorMessage", error), inputs.getOrDefault(stage.name(), List.of()), List.of());
    }

    synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** All events so far, a line each. */
    synchronized String text() {
        return String.join("\n", events) + "\n";
    }

    private void add(
            String type,
            Stage stage,
            Instant at,
            Map<String, Object> runFacets,
            List<Map<String, Object>> read,
            List<Map<String, Object>> written) {
        Map<String, Object> parent = facet("facets/1-0-0/ParentRunFacet.json");
        parent.put("run", Map.of("runId", uuid(runId)));
        parent.put("job", job("run"));
        Map<String, Object> facets = new LinkedHashMap<>(runFacets);
        facets.put("parent", parent);
        Map<String, Object> engine = facet("facets/1-1-1/ProcessingEngineRunFacet.json");
        engine.put("name", "smssev");
        engine.put("version", code);
        facets.put("processing_engine", engine);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("runId", uuid(runId + "/" + stage.name()));
        run.put("facets", facets);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", type);
        event.put("eventTime", at.toString());
        event.put("run", run);
        event.put("job", job(stage.name()));
        event.put("inputs", read);
        event.put("outputs", written);
        event.put("producer", PRODUCER);
        event.put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        try {
            events.add(JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is made of texts and numbers", e);
        }
    }

    private Map<String, Object> job(String name) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("namespace", "smssev/" + project);
        job.put("name", name);
        return job;
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, Object> dataset(String namespace, String name, Map<String, Object> facets) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("namespace", namespace);
        dataset.put("name", name);
        dataset.put("facets", facets);
        return dataset;
    }

    private static Map<String, Object> facet(String schema) {
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", SPEC + schema);
        return facet;
    }

    private static Map<String, Object> version(String version) {
        Map<String, Object> facet = facet("facets/1-0-1/DatasetVersionDatasetFacet.json");
        facet.put("datasetVersion", version);
        return facet;
    }

    private static Map<String, Object> statistics(long rows) {
        Map<String, Object> facet = facet("facets/1-0-2/OutputStatisticsOutputDatasetFacet.json");
        facet.put("rowCount", rows);
        return facet;
    }

    private static Map<String, Object> schema(TableDef def) {
        Map<String, Object> facet = facet("facets/1-1-1/SchemaDatasetFacet.json");
        facet.put("fields", fields(def.columns()));
        return facet;
    }

    private static List<Map<String, Object>> fields(List<ColumnDef> columns) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (ColumnDef c : columns) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", c.name());
            boolean list = c.kind() == Kind.STRINGS || c.kind() == Kind.STRUCTS;
            field.put("type", list ? "array" : c.kind().name().toLowerCase(Locale.ROOT));
            field.put("description", c.comment());
            if (c.kind() == Kind.STRUCTS) {
                field.put("fields", fields(TableDef.columnsOf(c.element())));
            }
            fields.add(field);
        }
        return fields;
    }

    private Map<String, Object> lineage(TableDef def) {
        Map<String, Object> fields = new LinkedHashMap<>();
        columns.of(def.name()).forEach((column, sources) -> {
            List<Map<String, Object>> from = new ArrayList<>();
            for (ColumnLineage.Source s : sources) {
                Map<String, Object> input = new LinkedHashMap<>();
                input.put("namespace", namespace);
                input.put("name", s.column().table());
                input.put("field", s.column().name());
                input.put(
                        "transformations",
                        List.of(Map.of(
                                "type",
                                s.direct() ? "DIRECT" : "INDIRECT",
                                "subtype",
                                s.direct() ? "IDENTITY" : "JOIN")));
                from.add(input);
            }
            fields.put(column, Map.of("inputFields", from));
        });
        Map<String, Object> facet = facet("facets/1-2-0/ColumnLineageDatasetFacet.json");
        facet.put("fields", fields);
        return facet;
    }
}
