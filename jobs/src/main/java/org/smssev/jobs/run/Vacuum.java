package org.smssev.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * Removes what no kept run needs: data files of old versions of tables, of computations that were never published and of
 * dead runs, copies of input files, and scratch data. Tables that are only added to, {@code meta.*} and {@code
 * grade.history}, are never touched. The versions that go are recorded in {@code meta.pruned} before the first file is
 * removed, so that one that is killed leaves nothing half readable; it is simply run again.
 */
public final class Vacuum {
    /** Scratch data of verify, which holds no lock, may be in use that long. */
    private static final Duration VERIFY = Duration.ofDays(7);

    private final List<TableDef> tables;
    private final Config config;
    private final Warehouse warehouse;
    private final FileSystem fs;
    private final Instant now;

    /** Prunes the warehouse of a configuration by its rules of retention, as of a moment. */
    public Vacuum(List<Stage> stages, Config config, Configuration hadoop, Instant now) {
        this.tables = stages.stream()
                .flatMap(s -> s.writes().stream())
                .map(TableDef::of)
                .filter(d -> !d.append())
                .toList();
        this.config = config;
        this.warehouse = new Warehouse(config.warehouse(), hadoop);
        this.now = now;
        try {
            this.fs = new Path(config.warehouse()).getFileSystem(hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the warehouse " + config.warehouse(), e);
        }
    }

    /**
     * Something that goes.
     *
     * @param what a table, or a folder of the warehouse
     * @param versions versions of the table that can no longer be read, 0 for a folder
     * @param files files that are removed
     * @param bytes their sizes; a file with a second name elsewhere counts though its space stays taken
     */
    public record Item(String what, int versions, int files, long bytes) {}

    /**
     * What goes and what stays.
     *
     * @param kept runs that stay, oldest first
     * @param pruned runs that can no longer be read, oldest first
     * @param items what is removed
     */
    public record Outcome(List<MetaTables.Run> kept, List<MetaTables.Run> pruned, List<Item> items) {}

    /** What goes of one table or folder. */
    private record Removal(Item item, List<Path> paths, Set<Long> versions) {}

    /** What would be removed; removes nothing. */
    public Outcome plan() {
        KeptRuns kept = KeptRuns.of(new RunHistory(warehouse), config.retention(), now);
        return outcome(kept, removals(kept));
    }

    /**
     * Removes it; takes the lock of the warehouse.
     *
     * @throws org.smssev.common.UserException with exit 5 if a run is at work
     */
    public Outcome run() {
        String id = "vacuum-" + UUID.randomUUID();
        try (RunLock lock = RunLock.take(fs, config.warehouse(), id)) {
            KeptRuns kept = KeptRuns.of(new RunHistory(warehouse), config.retention(), now);
            List<Removal> removals = removals(kept);
            List<MetaTables.Pruned> gone = new ArrayList<>();
            removals.forEach(r -> r.versions()
                    .forEach(v -> gone.add(new MetaTables.Pruned(r.item().what(), v, now))));
            if (!gone.isEmpty()) {
                warehouse.append(MetaTables.Pruned.class, gone, id);
            }
            lock.check();
            for (Removal r : removals) {
                for (Path p : r.paths()) {
                    fs.delete(p, true);
                }
            }
            return outcome(kept, removals);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    config.warehouse() + ": cannot remove files. Check the permissions and run `smssev vacuum` again.",
                    e);
        }
    }

    private static Outcome outcome(KeptRuns kept, List<Removal> removals) {
        Set<MetaTables.TableVersion> gone = new HashSet<>();
        removals.forEach(r -> r.versions()
                .forEach(v -> gone.add(new MetaTables.TableVersion(r.item().what(), v))));
        return new Outcome(
                kept.runs(),
                // One all of whose tables a kept run has, too, stays readable.
                kept.dropped().stream()
                        .filter(r -> r.tables().stream().anyMatch(gone::contains))
                        .toList(),
                removals.stream().map(Removal::item).toList());
    }

    private List<Removal> removals(KeptRuns kept) {
        List<Removal> removals = new ArrayList<>();
        if (kept.runs().isEmpty()) {
            // Nothing was published yet, so there is nothing that could be told apart from what a run is about to need.
            return removals;
        }
        RunHistory history = new RunHistory(warehouse);
        try {
            for (TableDef def : tables) {
                add(removals, ofTable(def, kept.versions().getOrDefault(def.name(), Set.of()), history));
            }
            for (FileStatus s : list(new Path(warehouse.path(), "landing"))) {
                String name = s.getPath().getName();
                if (s.isDirectory() && !name.equals("files") && !kept.releases().contains(name)) {
                    add(removals, ofFolder("landing/" + name, List.of(s)));
                }
            }
            add(
                    removals,
                    ofFolder(
                            LandedFiles.FOLDER,
                            list(new Path(warehouse.path(), LandedFiles.FOLDER)).stream()
                                    .filter(s ->
                                            !kept.inputs().contains(s.getPath().getName()))
                                    .toList()));
            add(
                    removals,
                    ofFolder(
                            "_scratch",
                            list(new Path(warehouse.path(), "_scratch")).stream()
                                    .filter(this::isLeftOver)
                                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files of " + warehouse.path(), e);
        }
        return removals;
    }

    private boolean isLeftOver(FileStatus scratch) {
        return !scratch.getPath().getName().startsWith("replay-")
                || Instant.ofEpochMilli(scratch.getModificationTime())
                        .plus(VERIFY)
                        .isBefore(now);
    }

    private static void add(List<Removal> removals, Removal r) {
        if (!r.paths().isEmpty() || !r.versions().isEmpty()) {
            removals.add(r);
        }
    }

    private Removal ofTable(TableDef def, Set<Long> kept, RunHistory history) throws IOException {
        OptionalLong head = warehouse.head(def);
        if (head.isEmpty()) {
            return new Removal(new Item(def.name(), 0, 0, 0), List.of(), Set.of());
        }
        Set<Long> readable = new HashSet<>(kept);
        Path folder = new Path(warehouse.location(def));
        Map<String, FileStatus> present = dataFiles(folder);
        Set<String> needed = new HashSet<>();
        for (long version : readable) {
            for (String file : warehouse.files(def, version)) {
                String name = nameIn(folder, new Path(file));
                // Were names not understood, everything would seem to be of no use.
                if (!present.containsKey(name)) {
                    throw new IllegalStateException(def.name() + ", version " + version + ": a kept run needs the file "
                            + name + ", which is missing. Nothing was removed. Restore the file from a backup.");
                }
                needed.add(name);
            }
        }
        // The head is no run's where one died, but other readers of Delta begin there.
        if (!readable.contains(head.getAsLong())) {
            warehouse.files(def, head.getAsLong()).forEach(f -> needed.add(nameIn(folder, new Path(f))));
        }
        List<Path> paths = new ArrayList<>();
        long bytes = 0;
        Set<String> foldersKept = new HashSet<>();
        needed.forEach(n -> foldersKept.add(folderOf(n)));
        Set<String> foldersGone = new HashSet<>();
        int files = 0;
        for (Map.Entry<String, FileStatus> e : present.entrySet()) {
            if (!needed.contains(e.getKey())) {
                files++;
                bytes += e.getValue().getLen();
                String in = folderOf(e.getKey());
                if (in.isEmpty() || foldersKept.contains(in)) {
                    paths.add(e.getValue().getPath());
                } else {
                    foldersGone.add(in);
                }
            }
        }
        foldersGone.forEach(f -> paths.add(new Path(folder, f)));
        Set<Long> versions = recorded(def, history);
        versions.removeAll(readable);
        versions.removeIf(v -> history.pruned().contains(new MetaTables.TableVersion(def.name(), v)));
        return new Removal(new Item(def.name(), versions.size(), files, bytes), paths, versions);
    }

    /** The versions of a table that computations recorded. */
    private static Set<Long> recorded(TableDef def, RunHistory history) {
        Set<Long> versions = new TreeSet<>();
        history.stages().stream()
                .flatMap(s -> s.outputs().stream())
                .filter(v -> v.table().equals(def.name()))
                .forEach(v -> versions.add(v.version()));
        return versions;
    }

    /** Data files below a table's folder by their name in it; neither the log nor checksum files. */
    private Map<String, FileStatus> dataFiles(Path folder) throws IOException {
        Map<String, FileStatus> files = new TreeMap<>();
        RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, true);
        while (all.hasNext()) {
            FileStatus f = all.next();
            String path = f.getPath().toUri().getPath();
            if (!path.contains("/_delta_log/") && path.endsWith(".parquet")) {
                files.put(nameIn(folder, f.getPath()), f);
            }
        }
        return files;
    }

    /** Name of a data file in the table's folder, however the path is written; we make folders one deep. */
    private static String nameIn(Path folder, Path file) {
        Path parent = file.getParent();
        return parent.getName().equals(folder.getName()) ? file.getName() : parent.getName() + "/" + file.getName();
    }

    private static String folderOf(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    }

    private Removal ofFolder(String what, List<FileStatus> gone) throws IOException {
        long bytes = 0;
        int files = 0;
        List<Path> paths = new ArrayList<>();
        for (FileStatus s : gone) {
            paths.add(s.getPath());
            var summary = fs.getContentSummary(s.getPath());
            bytes += summary.getLength();
            files += (int) summary.getFileCount();
        }
        return new Removal(new Item(what, 0, files, bytes), paths, Set.of());
    }

    private List<FileStatus> list(Path folder) throws IOException {
        try {
            return List.of(fs.listStatus(folder));
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
