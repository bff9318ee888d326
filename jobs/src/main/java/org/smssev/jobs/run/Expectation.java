package org.smssev.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
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
    private static final int SAMPLE = 1 << 20;
    // Of the generated releases and the real ones of docs/real-data.md, rounded up.
    private static final double BYTES_PER_RECORD = 2_500;
    private static final double UNPACKED = 6;
    private static final double PAIRS_PER_FAMILY = 4;
    private static final long MOST_CODES = 80_000;
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

    private static Map<String, Long> assumed(long records) {
        Map<String, Long> rows = new HashMap<>();
        rows.put(name(IngestTables.Patent.class), records);
        rows.put(name(IngestTables.Family.class), records);
        rows.put(name(NetworkTables.IpcNode.class), Math.min(records, MOST_CODES));
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

    private static long records(Map<String, List<InputFile>> files) {
        double records = 0;
        for (Map.Entry<String, List<InputFile>> e : files.entrySet()) {
            if (e.getKey().startsWith(SOURCE)) {
                for (InputFile f : e.getValue()) {
                    records += records(f);
                }
            }
        }
        return Math.round(records);
    }

    private static double records(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(gz|zip|bz2|xz|tgz|parquet|xlsx)") || Files.isDirectory(file.path())) {
            return file.bytes() * UNPACKED / BYTES_PER_RECORD;
        }
        return name.matches(".*\\.(csv|tsv|txt)") ? lines(file.path(), file.bytes()) : file.bytes() / BYTES_PER_RECORD;
    }

    /** Lines of a text, told from its beginning; a record has one or more. */
    private static double lines(Path file, long bytes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] sample = in.readNBytes(SAMPLE);
            long lines = 1;
            for (byte b : sample) {
                lines += b == '\n' ? 1 : 0;
            }
            return (double) bytes / sample.length * lines;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
