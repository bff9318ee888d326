package org.smssev.jobs.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smssev.common.tables.MetaTables;

/** Figures of the last run in the text format of Prometheus, for a collector of text files. */
final class Metrics {
    /** The file, relative to the warehouse. */
    static final String FILE = "metrics.prom";

    private final Map<String, String> common = new LinkedHashMap<>();
    private final Map<String, Family> families = new LinkedHashMap<>();

    private record Family(String help, List<String> samples) {}

    /** Figures of a project's release, which every figure names. */
    Metrics(String project, String release) {
        common.put("project", project);
        common.put("release", release);
    }

    /**
     * The run as a whole.
     *
     * @param published whether it published a new run; one that finds nothing new succeeds, too
     * @param lastPublished end of the last published run, empty where there is none
     */
    void run(boolean succeeded, boolean published, Instant start, Instant end, Optional<Instant> lastPublished) {
        add("smssev_run_success", "1 if the last run succeeded, else 0.", Map.of(), succeeded ? 1 : 0);
        add("smssev_run_published", "1 if the last run published new tables, else 0.", Map.of(), published ? 1 : 0);
        add("smssev_run_end_timestamp_seconds", "End of the last run, Unix time.", Map.of(), unix(end));
        add("smssev_run_seconds", "Wall time of the last run.", Map.of(), RunRecord.seconds(start, end));
        lastPublished.ifPresent(at -> add(
                "smssev_published_timestamp_seconds",
                "End of the run that readers see, Unix time.",
                Map.of(),
                unix(at)));
    }

    /** A stage of the run. */
    void stage(MetaTables.StageRun stage, boolean computed) {
        Map<String, String> labels = Map.of("stage", stage.stage());
        add(
                "smssev_stage_computed",
                "1 if the last run computed the stage, 0 if it was up to date.",
                labels,
                computed ? 1 : 0);
        add("smssev_stage_seconds", "Wall time of the stage's computation.", labels, stage.seconds());
        add("smssev_stage_input_bytes", "Size of the stage's input files.", labels, (double)
                stage.files().stream().mapToLong(MetaTables.InputFile::bytes).sum());
        stage.rows()
                .forEach(r ->
                        add("smssev_table_rows", "Rows of a table.", Map.of("table", r.table()), (double) r.rows()));
    }

    /** Outcomes of the quality checks; each that has a limit with its value and limit. */
    void qualities(List<MetaTables.Quality> qualities) {
        Map<String, Long> outcomes = new TreeMap<>(Map.of("INFO", 0L, "PASS", 0L, "WARN", 0L, "FAIL", 0L));
        qualities.forEach(q -> outcomes.merge(q.outcome(), 1L, Long::sum));
        outcomes.forEach((outcome, n) ->
                add("smssev_quality_checks", "Quality checks by outcome.", Map.of("outcome", outcome), n));
        for (MetaTables.Quality q : qualities) {
            if (q.limit() != null && q.value() != null) {
                Map<String, String> labels =
                        new TreeMap<>(Map.of("stage", q.stage(), "check", q.check(), "subject", q.subject()));
                add("smssev_quality_value", "Value of a quality check that has a limit.", labels, q.value());
                add("smssev_quality_limit", "Limit of a quality check.", labels, q.limit());
            }
        }
    }

    /** The text of the file. */
    String text() {
        StringBuilder out = new StringBuilder();
        families.forEach((name, family) -> {
            out.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
            out.append("# TYPE ").append(name).append(" gauge\n");
            // A sample may stand once only; of a check told twice the last counts.
            Map<String, String> last = new LinkedHashMap<>();
            family.samples().forEach(s -> last.put(s.substring(0, s.lastIndexOf(' ')), s));
            last.values().forEach(s -> out.append(s).append('\n'));
        });
        return out.toString();
    }

    private void add(String name, String help, Map<String, String> own, double value) {
        Map<String, String> labels = new LinkedHashMap<>(common);
        labels.putAll(new TreeMap<>(own));
        String text = labels.entrySet().stream()
                .map(e -> e.getKey() + "=\"" + escaped(e.getValue()) + "\"")
                .collect(Collectors.joining(","));
        families.computeIfAbsent(name, n -> new Family(help, new ArrayList<>()))
                .samples()
                .add(name + "{" + text + "} " + number(value));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", " ");
    }

    private static double unix(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
