package org.smssev.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.config.Secrets;
import org.smssev.jobs.run.Progress;

/** Progress for other programs: one JSON object per event and line, with {@code time}, {@code level} and {@code event}. */
final class JsonProgress implements Progress {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private final Secrets secrets;
    private String runId = "";

    JsonProgress(PrintWriter out, Secrets secrets) {
        this.out = out;
        this.secrets = secrets;
    }

    @Override
    public synchronized void runStarts(String id, String release) {
        runId = id;
        tell("info", "run_start", Map.of("release", release));
    }

    @Override
    public synchronized void runEnds(String id, String status, double seconds) {
        tell(
                status.equals("FAILED") ? "error" : "info",
                "run_end",
                Map.of("status", status, "seconds", seconds, "readers_see", status.equals("FAILED") ? "" : id));
    }

    @Override
    public synchronized void stageStarts(String stage, int index, int count) {
        tell("info", "stage_start", Map.of("stage", stage, "index", index, "count", count));
    }

    @Override
    public synchronized void step(String stage, String step) {
        tell("info", "step", Map.of("stage", stage, "step", step));
    }

    @Override
    public synchronized void stageEnds(String stage, double seconds, String detail) {
        tell("info", "stage_end", Map.of("stage", stage, "seconds", seconds, "detail", detail));
    }

    @Override
    public synchronized void stageFails(String stage, String message) {
        tell("error", "stage_fail", Map.of("stage", stage, "message", message));
    }

    @Override
    public synchronized void warning(String check, String subject, Double value, String message) {
        Map<String, Object> fields = new HashMap<>(Map.of("check", check, "subject", subject, "message", message));
        fields.put("value", value);
        tell("warn", "quality_warning", fields);
    }

    @Override
    public synchronized void stageUpToDate(String stage) {
        tell("info", "stage_up_to_date", Map.of("stage", stage));
    }

    private void tell(String level, String event, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        if (!runId.isEmpty()) {
            all.put("run", runId);
        }
        event(out, secrets, level, event, all);
    }

    /** Writes an event; texts are freed of secrets. */
    static void event(PrintWriter out, Secrets secrets, String level, String event, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("time", Instant.now().toString());
        all.put("level", level);
        all.put("event", event);
        new TreeMap<String, Object>(fields).forEach((k, v) -> all.put(k, v instanceof String s ? secrets.hide(s) : v));
        try {
            out.println(JSON.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is made of texts and numbers", e);
        }
    }
}
