package org.smssev.jobs.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.package$;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.Progress;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.RunTables;
import org.smssev.jobs.run.Runner;

/** Runs the flow once and tells what it cost. */
public final class Benchmark {
    private final Instant launched;
    private final Progress progress;

    /**
     * @param launched when the command was launched, before the JVM started
     * @param progress what is told meanwhile
     */
    public Benchmark(Instant launched, Progress progress) {
        this.launched = launched;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param input what is run on, in words
     * @param generation time taken since the launch that does not count
     * @param runner the runner that tells its progress to the one given
     * @param warehouse its warehouse, empty before
     */
    public BenchResult run(String input, Duration generation, Function<Progress, Runner> runner, Warehouse warehouse) {
        try (HeapPeaks heap = new HeapPeaks()) {
            StageMeter meter = new StageMeter(progress, heap);
            runner.apply(meter).run(Runner.Request.ALL);
            Instant end = Instant.now();
            MetaTables.Run run = new RunHistory(warehouse).latest().orElseThrow();
            long records = new RunTables(warehouse, run)
                    .rows(IngestTables.LedgerEntry.class).stream()
                            .mapToLong(IngestTables.LedgerEntry::read)
                            .sum();
            OptionalLong resident = HeapPeaks.resident();
            return new BenchResult(
                    input,
                    records,
                    machine(),
                    seconds(Duration.between(launched, end).minus(generation)),
                    seconds(Duration.between(launched, meter.first()).minus(generation)),
                    meter.stages(),
                    resident.isPresent() ? resident.getAsLong() : null,
                    quality(warehouse));
        }
    }

    /** When this command was launched: as the launcher tells, else when the JVM started. */
    public static Instant launched() {
        String told = System.getenv("SMSSEV_LAUNCHED");
        return told != null && told.matches("\\d+[.,]\\d+")
                ? Instant.ofEpochMilli(Math.round(Double.parseDouble(told.replace(',', '.')) * 1000))
                : Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("heap_mib", Runtime.getRuntime().maxMemory() >> 20);
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", Runtime.version().toString());
        machine.put("spark", package$.MODULE$.SPARK_VERSION());
        machine.put("date", Instant.now().toString());
        return machine;
    }

    private static Map<String, Double> quality(Warehouse warehouse) {
        Map<String, Double> quality = new TreeMap<>();
        RunHistory.read(warehouse, MetaTables.Quality.class).stream()
                .filter(q -> q.check().startsWith("truth_") && q.value() != null)
                .forEach(q -> quality.put(q.check().substring("truth_".length()) + " " + q.subject(), q.value()));
        return quality;
    }
}
