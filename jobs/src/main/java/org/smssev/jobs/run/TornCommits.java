package org.smssev.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * Mends what a loss of power or a full disk may leave: the last commit file of a table, not written whole. It is set aside
 * where no stage or run was recorded with its version, so that the table is again what it was before. To be called under
 * the lock of the warehouse.
 */
final class TornCommits {
    private static final Logger LOG = LoggerFactory.getLogger(TornCommits.class);
    private static final Pattern COMMIT = Pattern.compile("[0-9]{20}\\.json");

    private final Warehouse warehouse;
    private final FileSystem files;
    private final ObjectMapper json = new ObjectMapper();

    TornCommits(Warehouse warehouse, Configuration hadoop) {
        this.warehouse = warehouse;
        try {
            FileSystem all = new Path(warehouse.path()).getFileSystem(hadoop);
            // Hadoop's own checksums of local files would fail before we see what is there.
            this.files = all instanceof LocalFileSystem local ? local.getRawFileSystem() : all;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the warehouse " + warehouse.path(), e);
        }
    }

    /**
     * Sets torn last commits of these tables aside.
     *
     * @throws UserException with exit 3, if what a stage or run was recorded with is torn
     */
    void mend(List<TableDef> tables) {
        // The tables of meta first: they say what was recorded.
        Stream.of(true, false).forEach(meta -> {
            List<Torn> torn = tables.stream()
                    .filter(t -> t.stage().equals("meta") == meta)
                    .flatMap(t -> torn(t).stream())
                    .toList();
            if (!torn.isEmpty()) {
                List<MetaTables.TableVersion> recorded = meta ? List.of() : recorded();
                torn.forEach(t -> setAside(t, recorded));
            }
        });
    }

    private record Torn(TableDef table, long version, Path file) {}

    private List<MetaTables.TableVersion> recorded() {
        RunHistory history = new RunHistory(warehouse);
        return Stream.concat(
                        history.stages().stream().flatMap(s -> s.outputs().stream()),
                        history.published().stream().flatMap(r -> r.tables().stream()))
                .toList();
    }

    private Optional<Torn> torn(TableDef table) {
        Path log = new Path(warehouse.location(table), "_delta_log");
        try {
            Optional<Path> last = Stream.of(files.listStatus(log))
                    .map(f -> f.getPath())
                    .filter(f -> COMMIT.matcher(f.getName()).matches())
                    .max(Comparator.comparing(Path::getName));
            if (last.isEmpty() || isWhole(last.get())) {
                return Optional.empty();
            }
            String name = last.get().getName();
            return Optional.of(new Torn(table, Long.parseLong(name.substring(0, name.indexOf('.'))), last.get()));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the commits of " + log, e);
        }
    }

    /** Whether every line is a JSON object; a file that was cut ends within one, or is empty. */
    private boolean isWhole(Path file) throws IOException {
        String text;
        try (InputStream in = files.open(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            for (String line : text.split("\n")) {
                if (!json.readTree(line).isObject()) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void setAside(Torn torn, List<MetaTables.TableVersion> recorded) {
        if (recorded.contains(new MetaTables.TableVersion(torn.table().name(), torn.version()))) {
            throw new UserException(
                    Exit.INPUT,
                    torn.table().name() + ": commit file incomplete or damaged (" + torn.file()
                            + "). A recorded run needs it. Restore the file from a backup, or start a new warehouse.");
        }
        Path aside = new Path(torn.file().getParent(), "_torn-" + torn.file().getName() + "-" + UUID.randomUUID());
        try {
            if (!files.rename(torn.file(), aside)) {
                throw new IOException("Cannot rename " + torn.file() + " to " + aside);
            }
            files.delete(new Path(torn.file().getParent(), "." + torn.file().getName() + ".crc"), false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot set aside the torn commit " + torn.file(), e);
        }
        LOG.warn("{}: incomplete commit. The file was set aside, and the run repeats the commit.", torn.file());
    }
}
