package org.smssev.jobs.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.config.NetworkConfig.Counting;
import org.smssev.common.table.PlainParquet;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableScan;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.NetworkTables.Community;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.run.RunTables;

/** Writes the networks of a run, and for CSV and Parquet its tables, in one format. The same run gives the same files. */
public final class Exporter {
    /** Formats of exports. */
    public enum Format {
        /** GraphML: Gephi, yEd, Cytoscape, igraph, networkx. */
        GRAPHML,
        /** GEXF 1.3: Gephi. */
        GEXF,
        /** Pajek's network, partitions and vectors. */
        PAJEK,
        /** VOSviewer's JSON, and its map and network file. */
        VOSVIEWER,
        /** Tables as comma-separated values. */
        CSV,
        /** Tables as plain Parquet, a file each. */
        PARQUET;

        /** Whether tables are exported beside the networks. */
        public boolean hasTables() {
            return this == CSV || this == PARQUET;
        }
    }

    /**
     * What was written.
     *
     * @param files names of the files, in order
     * @param notes what the reader should know, in sentences
     */
    public record Written(List<String> files, List<String> notes) {}

    private final RunTables run;
    private final Format format;
    private final List<Class<? extends Record>> tables;
    private final CsvTable csv;
    private final int mostLaidOut;
    private final List<String> notes = new ArrayList<>();

    /**
     * An export.
     *
     * @param tables tables to write, for CSV and Parquet
     * @param raw whether CSV leaves text as it is that a spreadsheet would run as a formula
     */
    public Exporter(RunTables run, Format format, List<Class<? extends Record>> tables, boolean raw) {
        this(run, format, tables, raw, Places.MOST_LAID_OUT);
    }

    Exporter(RunTables run, Format format, List<Class<? extends Record>> tables, boolean raw, int mostLaidOut) {
        this.run = run;
        this.format = format;
        this.tables = tables;
        this.csv = new CsvTable(raw);
        this.mostLaidOut = mostLaidOut;
    }

    /**
     * Writes all files, or none.
     *
     * @param force whether to replace files that the last export of this format did not make
     * @throws UserException USAGE if such files are in the way, or the folder cannot be one; INPUT if the run has no network
     */
    public Written to(Path out, boolean force) {
        try (ExportFolder folder = new ExportFolder(out, format.name().toLowerCase(Locale.ROOT))) {
            List<ExportedNetwork> networks = networks();
            for (ExportedNetwork network : networks) {
                write(network, folder);
            }
            if (format.hasTables()) {
                table(folder, Place.class, List.of(allPlaces(networks)));
                for (Class<? extends Record> table : tables) {
                    table(folder, table);
                }
            }
            return new Written(folder.publish(run.run(), force), List.copyOf(notes));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot export to " + out, e);
        }
    }

    private void write(ExportedNetwork network, ExportFolder folder) throws IOException {
        String stem = network.fileStem();
        switch (format) {
            case GRAPHML -> GraphMl.write(network, folder.file(stem + ".graphml"));
            case GEXF -> Gexf.write(network, folder.file(stem + ".gexf"));
            case PAJEK -> Pajek.write(network, folder::file);
            case VOSVIEWER -> {
                VosViewer vosViewer = new VosViewer(network);
                vosViewer.writeJson(folder.file(stem + ".json"));
                vosViewer.writeMap(folder.file(stem + "-map.txt"));
                vosViewer.writeNetwork(folder.file(stem + "-network.txt"));
            }
            case CSV -> {
                csv.writeNodes(folder.file(stem + "-nodes.csv"), network);
                csv.writeEdges(folder.file(stem + "-edges.csv"), network);
            }
            case PARQUET -> {
                // The tables hold the networks; a row each of export.places adds the drawing.
            }
        }
    }

    private static List<Place> allPlaces(List<ExportedNetwork> networks) {
        return networks.stream().flatMap(network -> network.places().stream()).toList();
    }

    private <T extends Record> void table(ExportFolder folder, Class<T> type) throws IOException {
        TableDef def = TableDef.of(type);
        if (run.version(type) == null) {
            notes.add(def.name() + ": not in this run. No file was written for it.");
        } else if (def.large()) {
            try (TableScan<T> rows = run.scan(type)) {
                table(folder, type, rows);
            }
        } else {
            table(folder, type, List.of(run.rows(type)));
        }
    }

    private <T extends Record> void table(ExportFolder folder, Class<T> type, List<List<T>> rows) throws IOException {
        table(folder, type, rows.iterator());
    }

    private <T extends Record> void table(ExportFolder folder, Class<T> type, java.util.Iterator<List<T>> rows)
            throws IOException {
        String name = "tables/" + TableDef.of(type).name();
        if (format == Format.PARQUET) {
            PlainParquet.write(folder.file(name + ".parquet"), type, rows);
        } else {
            csv.write(folder.file(name + ".csv"), type, rows);
        }
    }

    private record Key(String level, String period) {}

    private List<ExportedNetwork> networks() {
        Map<Key, List<IpcNode>> nodes = grouped(run.rows(IpcNode.class), n -> new Key(n.level(), n.period()));
        Map<Key, List<IpcEdge>> edges = grouped(run.rows(IpcEdge.class), e -> new Key(e.level(), e.period()));
        Counting counting = Counting.valueOf(run.setting("network.counting"));
        Map<Key, Map<Integer, String>> communities = communities();
        Map<String, String> titles = run.rows(IpcUse.class).stream()
                .filter(use -> use.title() != null)
                .collect(Collectors.toMap(IpcUse::symbol, IpcUse::title));
        if (nodes.isEmpty()) {
            throw new UserException(
                    Exit.INPUT,
                    "run " + run.run().runId()
                            + ": no network of IPC codes, because too few families share codes. Lower"
                            + " network.min-families and run again.");
        }
        Map<String, Places> places = new TreeMap<>();
        List<ExportedNetwork> networks = new ArrayList<>();
        nodes.forEach((key, ofKey) -> {
            Places ofLevel = places.computeIfAbsent(key.level(), level -> {
                Key all = new Key(level, NetworkConfig.ALL_YEARS);
                return places(nodes.getOrDefault(all, ofKey), edges.getOrDefault(all, List.of()), counting);
            });
            List<Place> placed = ofKey.stream()
                    .map(node -> place(node, ofLevel.of(node.ipc()), titles.get(node.ipc())))
                    .toList();
            networks.add(ExportedNetwork.of(
                    ofKey,
                    placed,
                    edges.getOrDefault(key, List.of()),
                    counting,
                    communities.getOrDefault(key, Map.of())));
        });
        return networks;
    }

    private static Place place(IpcNode node, Places.Point point, String title) {
        return new Place(
                node.level(),
                node.period(),
                node.ipc(),
                title,
                point.x(),
                point.y(),
                point.placedBy(),
                Palette.color(node.community()));
    }

    private Places places(List<IpcNode> nodes, List<IpcEdge> edges, Counting counting) {
        Places places = Places.of(nodes, edges, ExportedNetwork.weights(edges, counting), mostLaidOut);
        long laidOut = places.count("VOS");
        if (laidOut < nodes.size()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: the strongest %,d codes have a computed layout. The other %,d are placed between their neighbours"
                            + " or on the rim; see the column placed_by.",
                    nodes.get(0).level(),
                    laidOut,
                    nodes.size() - laidOut));
        }
        return places;
    }

    private Map<Key, Map<Integer, String>> communities() {
        double resolution = Double.parseDouble(run.setting("network.resolution"));
        Map<Key, Map<Integer, String>> names = new LinkedHashMap<>();
        run.rows(Community.class).stream()
                .filter(community -> community.resolution() == resolution)
                .forEach(community -> names.computeIfAbsent(
                                new Key(community.level(), community.period()), key -> new TreeMap<>())
                        .put(community.community(), String.join(", ", community.topCodes())));
        return names;
    }

    private static <T> Map<Key, List<T>> grouped(List<T> rows, Function<T, Key> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
