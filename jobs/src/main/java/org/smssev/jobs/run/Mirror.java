package org.smssev.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.smssev.common.SideBySide;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.PlainParquet;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableScan;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.read.DuckDbScript;

/**
 * The tables of the last published run in plain Parquet, {@code <warehouse>/mirror/<stage>/<table>.parquet}, for tools
 * that read no Delta. It is made beside the old one after a run was published and then takes its place as a whole, so
 * nobody sees a half or a mixture; {@code manifest.json} in it says of which run it is. A run that dies on the way leaves
 * the old one, or for the moment between two renames none, and the next run makes it.
 */
public final class Mirror {
    private static final String FOLDER = "mirror";
    private static final String DRAFT = "_mirror";
    private static final String MANIFEST = "manifest.json";
    private static final String SCRIPT = "duckdb.sql";

    private final Warehouse warehouse;
    private final Configuration hadoop;
    private final Config.Mirror settings;
    private final List<TableDef> tables;

    /**
     * A mirror of these tables.
     *
     * @throws UserException with exit 2, if mirror.large names what is no table that grows with patents
     */
    public Mirror(Warehouse warehouse, Configuration hadoop, Config.Mirror settings, List<TableDef> tables) {
        this.warehouse = warehouse;
        this.hadoop = hadoop;
        this.settings = settings;
        this.tables = tables;
        List<String> large =
                tables.stream().filter(TableDef::large).map(TableDef::name).toList();
        for (String name : settings.large()) {
            if (!large.contains(name)) {
                throw new UserException(
                        Exit.USAGE,
                        "mirror.large: not a large table (" + name + "). Choose from " + String.join(", ", large)
                                + ". All other tables are always in the mirror.");
            }
        }
    }

    /** Makes the mirror that of a run, where it is not yet; removes it where the settings want none. */
    public void refresh(Optional<MetaTables.Run> published) {
        if (published.isEmpty()) {
            return;
        }
        Path mirror = new Path(warehouse.path(), FOLDER);
        Path draft = new Path(warehouse.path(), DRAFT);
        try {
            FileSystem files = plain(mirror.getFileSystem(hadoop));
            files.delete(draft, true);
            if (!settings.write()) {
                files.delete(mirror, true);
                return;
            }
            Map<TableDef, Long> versions = versions(published.get());
            String manifest = manifest(published.get(), versions);
            if (manifest.equals(read(files, new Path(mirror, MANIFEST)))) {
                return;
            }
            Path made = new Path(draft, "new");
            write(files, made, versions, manifest);
            if (files.exists(mirror)) {
                rename(files, mirror, new Path(draft, "old"));
            }
            FaultPoint.reached("mirror away");
            rename(files, made, mirror);
            files.delete(draft, true);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException(
                    mirror + ": the Parquet mirror was not written, but run "
                            + published.get().runId()
                            + " is published. Run again, or switch the mirror off with mirror.write: false.",
                    e);
        }
    }

    /** Without the checksum files beside each file, which only Hadoop reads. */
    private static FileSystem plain(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    private Map<TableDef, Long> versions(MetaTables.Run run) {
        Map<String, Long> published = run.tables().stream()
                .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version));
        Map<TableDef, Long> versions = new LinkedHashMap<>();
        for (TableDef def : tables) {
            if (def.stage().equals("meta")) {
                warehouse.head(def).ifPresent(version -> published.put(def.name(), version));
            }
            if (published.containsKey(def.name())
                    && (!def.large() || settings.large().contains(def.name()))) {
                versions.put(def, published.get(def.name()));
            }
        }
        return versions;
    }

    private static String manifest(MetaTables.Run run, Map<TableDef, Long> versions) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run", run.runId());
        manifest.put("release", run.release());
        manifest.put("published", run.endedAt().toString());
        Map<String, Object> tables = new LinkedHashMap<>();
        versions.forEach((def, version) -> tables.put(def.name(), Map.of("version", version)));
        manifest.put("tables", tables);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }

    private static String read(FileSystem files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            return "";
        }
    }

    private void write(FileSystem files, Path folder, Map<TableDef, Long> versions, String manifest)
            throws IOException {
        // Side by side: dozens of small tables, each with a log to be read. All end before a failure is told, so that
        // nothing is written any more when the draft is looked at or made again.
        Map<TableDef, DuckDbScript.Mirrored> mirrored = new ConcurrentHashMap<>();
        List<Runnable> writes = new ArrayList<>();
        versions.forEach((def, version) -> writes.add(() -> mirrored.put(def, mirrored(files, folder, def, version))));
        SideBySide.run(Runtime.getRuntime().availableProcessors(), writes);
        removeChecksums(files, folder);
        write(
                files,
                new Path(folder, SCRIPT),
                script(versions.keySet().stream().map(mirrored::get).toList()));
        write(files, new Path(folder, MANIFEST), manifest);
    }

    private DuckDbScript.Mirrored mirrored(FileSystem files, Path folder, TableDef def, long version) {
        Path target = new Path(folder, def.stage() + "/" + def.table() + ".parquet");
        Warehouse.Stored stored = warehouse.stored(def, version);
        List<String> data = stored.paths();
        String pattern = def.stage() + "/" + target.getName();
        try {
            files.mkdirs(target.getParent());
            if (def.large() && !data.isEmpty()) {
                if (stored.isInFiles()) {
                    copy(files, data, target);
                } else {
                    rewrite(def.type(), version, new Path(target, "part-00000.parquet"));
                }
                pattern += "/*.parquet";
            } else if (data.size() == 1) {
                copy(files, new Path(data.get(0)), target);
            } else {
                // Tables that are added to have many files, and empty ones have none.
                gather(def.type(), version, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
        return new DuckDbScript.Mirrored(def, pattern, stored.columns());
    }

    private static String script(List<DuckDbScript.Mirrored> mirrored) {
        return "-- Makes the tables and views available in DuckDB. Start DuckDB in this folder:\n"
                + "--   duckdb -init " + SCRIPT + "\n"
                + "-- In another folder, run SET file_search_path = '<this folder>'; and then read this file.\n"
                + DuckDbScript.statements(mirrored).stream()
                        .map(statement -> "\n" + statement + ";\n")
                        .collect(Collectors.joining());
    }

    private void copy(FileSystem files, List<String> data, Path folder) throws IOException {
        for (int i = 0; i < data.size(); i++) {
            copy(files, new Path(data.get(i)), new Path(folder, String.format(Locale.ROOT, "part-%05d.parquet", i)));
        }
    }

    private void copy(FileSystem files, Path from, Path to) throws IOException {
        if (!FileUtil.copy(files, from, files, to, false, hadoop)) {
            throw new IOException("Cannot copy " + from + " to " + to);
        }
    }

    /** Rows of files that do not say all of a version, which readers of Parquet alone would not know. */
    private <T extends Record> void rewrite(Class<T> type, long version, Path target) throws IOException {
        try (TableScan<T> rows = warehouse.scan(type, version)) {
            PlainParquet.write(target.toString(), hadoop, type, rows);
        }
    }

    private <T extends Record> void gather(Class<T> type, long version, Path target) throws IOException {
        PlainParquet.write(
                target.toString(),
                hadoop,
                type,
                List.of(warehouse.read(type, version)).iterator());
    }

    /** What writes Parquet leaves Hadoop's checksums of local files beside them. */
    private static void removeChecksums(FileSystem files, Path folder) throws IOException {
        for (RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true); all.hasNext(); ) {
            Path file = all.next().getPath();
            if (file.getName().startsWith(".") && file.getName().endsWith(".crc")) {
                files.delete(file, false);
            }
        }
    }

    private static void write(FileSystem files, Path file, String text) throws IOException {
        try (OutputStream out = files.create(file, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void rename(FileSystem files, Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("Cannot rename " + from + " to " + to);
        }
    }
}
