package org.smssev.jobs.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables;

/**
 * How large the tables of a run will be, told before it runs: as large as they were, in proportion to the input; on a
 * first run from the size of the input alone.
 */
final class Expectation {
    // Of the generated releases and the real ones of docs/real-data.md, rounded up.
    private static final double PAIRS_PER_FAMILY = 4;
    /** Codes of the IPC that there are, or were once, rounded up. */
    private static final Map<NetworkConfig.Level, Long> MOST_CODES = Map.of(
            NetworkConfig.Level.SUBCLASS,
            700L,
            NetworkConfig.Level.MAIN_GROUP,
            9_000L,
            NetworkConfig.Level.SUBGROUP,
            80_000L);

    private static final String SOURCE = "source:";

    private final Config config;
    private final RunHistory history;
    private final Optional<MetaTables.Run> base;

    Expectation(Config config, RunHistory history, Optional<MetaTables.Run> base) {
        this.config = config;
        this.history = history;
        this.base = base;
    }

    /** The rows of all tables of the stages, given the files of the first one. */
    ExpectedRows rows(List<Stage> stages, Map<String, List<InputFile>> ingested) {
        Stage ingest = stages.get(0);
        Optional<MetaTables.StageRun> last = history.newest(ingest.name());
        if (last.isEmpty()) {
            return new ExpectedRows(assumed(records(ingested)), true);
        }
        double growth = growth(last.get(), ingested);
        Map<String, Long> rows = new HashMap<>();
        for (Stage stage : stages) {
            history.newest(stage.name())
                    .ifPresent(s -> s.rows().forEach(r -> rows.put(r.table(), Math.round(r.rows() * growth))));
        }
        return new ExpectedRows(rows, false);
    }

    /** Publications expected, as a multiple of those that there were. */
    private double growth(MetaTables.StageRun last, Map<String, List<InputFile>> ingested) {
        long then = last.files().stream()
                .filter(f -> f.role().startsWith(SOURCE))
                .mapToLong(MetaTables.InputFile::bytes)
                .sum();
        double ratio = then == 0 ? 1 : (double) bytes(ingested) / then;
        boolean adds = config.release().mode() == Release.Mode.INCREMENT && base.isPresent();
        boolean sameRelease = base.map(MetaTables.Run::endedAt)
                .filter(ended -> last.startedAt().isAfter(ended))
                .isPresent();
        // What an increment brings comes on top of what there is, unless the newest tables have it already.
        return adds && !sameRelease ? 1 + ratio : ratio;
    }

    private Map<String, Long> assumed(long records) {
        long codes = MOST_CODES.get(config.network().level());
        Map<String, Long> rows = new HashMap<>();
        rows.put(name(IngestTables.Patent.class), records);
        rows.put(name(IngestTables.Family.class), records);
        rows.put(name(NetworkTables.IpcNode.class), Math.min(records, codes));
        rows.put(name(NetworkTables.IpcEdge.class), Math.round(records * PAIRS_PER_FAMILY));
        return rows;
    }

    private static String name(Class<? extends Record> table) {
        return TableDef.of(table).name();
    }

    private static long bytes(Map<String, List<InputFile>> files) {
        return files.entrySet().stream()
                .filter(e -> e.getKey().startsWith(SOURCE))
                .flatMap(e -> e.getValue().stream())
                .mapToLong(InputFile::bytes)
                .sum();
    }

    private long records(Map<String, List<InputFile>> files) {
        Set<String> mapped = config.ingest().sources().stream()
                .filter(source -> !source.columns().isEmpty())
                .map(source -> SOURCE + source.name())
                .collect(Collectors.toSet());
        double records = 0;
        for (Map.Entry<String, List<InputFile>> e : files.entrySet()) {
            if (e.getKey().startsWith(SOURCE)) {
                for (InputFile f : e.getValue()) {
                    records += InputRecords.of(f.path(), f.name(), f.bytes(), mapped.contains(e.getKey()));
                }
            }
        }
        return Math.round(records);
    }
}
