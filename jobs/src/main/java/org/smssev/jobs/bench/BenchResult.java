package org.smssev.jobs.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run cost.
 *
 * @param input the release that was read
 * @param records records read
 * @param machine what it ran on, by name
 * @param totalSeconds from the launch of the command to the published run, without the generation of the release
 * @param startUpSeconds from the launch to the first stage, without the generation of the release
 * @param stages the stages in the order they ran
 * @param peakResidentMib greatest memory of the process, null where the system does not tell
 * @param quality how well planted truth was found, by check and subject
 */
public record BenchResult(
        String input,
        long records,
        Map<String, Object> machine,
        double totalSeconds,
        double startUpSeconds,
        List<Stage> stages,
        Long peakResidentMib,
        Map<String, Double> quality) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A stage.
     *
     * @param peakHeapMib greatest use of the heap, garbage included, an upper bound
     * @param peakLiveMib greatest use of the heap just after a collection
     */
    public record Stage(String name, double seconds, long peakHeapMib, long peakLiveMib) {}

    /** Records of the release for each second of a stage. */
    double rate(Stage stage) {
        return records / Math.max(stage.seconds(), 1e-3);
    }

    /** What start-up and stages leave of the whole: publication, mirror of the tables, looking for what is new. */
    double restSeconds() {
        return totalSeconds
                - startUpSeconds
                - stages.stream().mapToDouble(Stage::seconds).sum();
    }

    /** The result as a JSON document. */
    public String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("input", input);
        root.put("records", records);
        root.put("machine", machine);
        root.put("total_seconds", totalSeconds);
        root.put("start_up_seconds", startUpSeconds);
        root.put("rest_seconds", restSeconds());
        root.put("peak_resident_mib", peakResidentMib);
        root.put("stages", stages.stream().map(this::fields).toList());
        root.put("quality", quality);
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result is made of texts and numbers", e);
        }
    }

    private Map<String, Object> fields(Stage stage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", stage.name());
        fields.put("seconds", stage.seconds());
        fields.put("records_per_second", rate(stage));
        fields.put("peak_heap_mib", stage.peakHeapMib());
        fields.put("peak_live_mib", stage.peakLiveMib());
        return fields;
    }

    /** The result as a table for a person. */
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d records of %s%n%n%-12s %8s %12s %11s %11s%n",
                records,
                input,
                "",
                "seconds",
                "records/s",
                "heap MiB",
                "live MiB"));
        text.append(String.format(Locale.ROOT, "%-12s %8.1f%n", "start-up", startUpSeconds));
        for (Stage s : stages) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-12s %8.1f %,12.0f %,11d %,11d%n",
                    s.name(),
                    s.seconds(),
                    rate(s),
                    s.peakHeapMib(),
                    s.peakLiveMib()));
        }
        text.append(String.format(Locale.ROOT, "%-12s %8.1f%n", "rest", restSeconds()));
        text.append(String.format(
                Locale.ROOT, "%-12s %8.1f %,12.0f", "total", totalSeconds, records / Math.max(totalSeconds, 1e-3)));
        text.append(peakResidentMib == null ? "" : String.format(Locale.ROOT, "   process %,d MiB", peakResidentMib));
        text.append(System.lineSeparator());
        if (!quality.isEmpty()) {
            text.append(System.lineSeparator()).append("Planted truth found:").append(System.lineSeparator());
            quality.forEach(
                    (check, value) -> text.append(String.format(Locale.ROOT, "%-44s %10s%n", check, figure(value))));
        }
        return text.toString();
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
