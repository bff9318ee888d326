package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterScan;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables.Community;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;

/** What the template and the scripts of the page read: the template gets tables, the scripts one JSON value. */
final class PageModel {
    private static final List<String> CHANGES = List.of("ENTERED", "RAISED", "LOWERED", "LEFT", "SCORE_ONLY");

    private PageModel() {}

    /** What the template reads. */
    static Map<String, Object> template(ReportData data) {
        ReportData.Tables tables = data.tables();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("header", data.header());
        model.put("figures", data.figures());
        model.put("levels", Scenario.LEVELS);
        List<Scenario> scenarios = Scenario.of(tables.technologies(), tables.sensitivity());
        model.put("scenarios", scenarios);
        model.put("counts", scenarios.get(0).counts());
        model.put(
                "borderline",
                tables.technologies().stream().filter(Technology::borderline).count());
        model.put("scored", tables.technologies().stream().anyMatch(technology -> technology.score() != null));
        model.put("hasTechnologies", !tables.technologies().isEmpty());
        model.put("changes", changes(tables));
        model.put("clusters", clusters(tables.clusters()));
        model.put("clusterScan", clusterScan(tables.clusterScan()));
        model.put("communities", communities(tables.communities()));
        model.put("agreement", agreement(tables.agreement()));
        model.put("experts", experts(tables.experts()));
        model.put(
                "ledger",
                sorted(
                        tables.ledger(),
                        Comparator.comparing(LedgerEntry::source)
                                .thenComparing(LedgerEntry::file)
                                .thenComparing(LedgerEntry::fileSha256)));
        model.put("totals", totals(tables.ledger()));
        model.put(
                "quality",
                sorted(
                        data.quality(),
                        Comparator.comparingInt((MetaTables.Quality row) ->
                                        List.of("FAIL", "WARN", "PASS", "INFO").indexOf(row.outcome()))
                                .thenComparing(MetaTables.Quality::stage)
                                .thenComparing(MetaTables.Quality::check)
                                .thenComparing(MetaTables.Quality::subject)));
        model.put(
                "conventions",
                sorted(
                        data.conventions(),
                        Comparator.comparing(MetaTables.Convention::stage)
                                .thenComparing(MetaTables.Convention::convention)));
        model.put("settings", data.settings());
        return model;
    }

    /** What the scripts read; names and texts are put on the page as text only. */
    static Map<String, Object> script(ReportData data) {
        ReportData.Tables tables = data.tables();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("focal", data.header().focalCountry());
        model.put("scale", data.header().scale());
        model.put("technologies", new TechnologyView(data).all());
        NetworkDrawing drawing =
                NetworkDrawing.of(tables.nodes(), tables.edges(), data.header().networkNodes());
        model.put("nodes", nodes(drawing));
        model.put("links", links(drawing));
        model.put("clusterScan", clusterScan(tables.clusterScan()));
        model.put(
                "agreement",
                tables.agreement().stream()
                        .filter(row -> row.sector().equals("ALL"))
                        .sorted(agreementOrder())
                        .toList());
        model.put("experts", experts(tables.experts()));
        return model;
    }

    private static List<Map<String, Object>> nodes(NetworkDrawing drawing) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int i = 0; i < drawing.nodes().size(); i++) {
            IpcNode node = drawing.nodes().get(i);
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("ipc", node.ipc());
            view.put("x", drawing.x().get(i));
            view.put("y", drawing.y().get(i));
            view.put("community", node.community());
            view.put("strength", node.strength());
            view.put("families", node.families());
            view.put("degree", node.degree());
            view.put("betweenness", node.betweenness());
            view.put("growth", node.growth());
            view.put("quadrant", node.quadrant());
            view.put("key", node.isKeyNode());
            nodes.add(view);
        }
        return nodes;
    }

    /** Each link as the positions of its codes among the nodes, and its weight. */
    private static List<List<Number>> links(NetworkDrawing drawing) {
        Map<String, Integer> index = new TreeMap<>();
        for (int i = 0; i < drawing.nodes().size(); i++) {
            index.put(
                    drawing.nodes().get(i).level()
                            + ' '
                            + drawing.nodes().get(i).ipc(),
                    i);
        }
        List<List<Number>> links = new ArrayList<>();
        for (IpcEdge edge : drawing.edges()) {
            links.add(List.of(
                    index.get(edge.level() + ' ' + edge.ipcA()),
                    index.get(edge.level() + ' ' + edge.ipcB()),
                    edge.newman()));
        }
        return links;
    }

    /** Changes with the name of the technology: that of the list, else of its candidate, else its id. */
    private static List<Map<String, Object>> changes(ReportData.Tables tables) {
        Map<String, String> names = new TreeMap<>();
        tables.candidates().forEach(row -> names.put(row.candidateId(), row.nameEn()));
        tables.supplemented().forEach(row -> names.put(row.candidateId(), row.nameEn()));
        tables.technologies().forEach(row -> names.put(row.technologyId(), row.nameEn()));
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Change change : sorted(
                tables.changes(),
                Comparator.comparingInt((Change row) -> CHANGES.indexOf(row.change()))
                        .thenComparing(Change::technologyId))) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("name", names.getOrDefault(change.technologyId(), change.technologyId()));
            view.put("row", change);
            changes.add(view);
        }
        return changes;
    }

    private static List<Cluster> clusters(List<Cluster> rows) {
        return sorted(
                rows,
                Comparator.comparing((Cluster row) -> row.clusterId() < 0)
                        .thenComparing(Comparator.comparingLong(Cluster::size).reversed())
                        .thenComparing(Cluster::clusterId));
    }

    /** The curve by which the number of clusters was chosen; none where it was given. */
    private static List<ClusterScan> clusterScan(List<ClusterScan> rows) {
        boolean scanned = rows.stream().mapToInt(ClusterScan::k).distinct().count() > 1;
        return scanned
                ? sorted(rows, Comparator.comparingInt(ClusterScan::k).thenComparing(ClusterScan::seed))
                : List.of();
    }

    private static List<Community> communities(List<Community> rows) {
        return sorted(
                rows,
                Comparator.comparing(Community::level)
                        .thenComparing(Community::period)
                        .thenComparing(Community::resolution)
                        .thenComparing(Community::community));
    }

    /** One line per round, dimension and sector with a cell per measure; a measure that is missing has no cell. */
    private static Map<String, Object> agreement(List<Agreement> rows) {
        List<String> measures = new ArrayList<>(
                new TreeSet<>(rows.stream().map(Agreement::measure).toList()));
        Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
        for (Agreement row : sorted(rows, agreementOrder())) {
            Map<String, Object> line =
                    lines.computeIfAbsent(row.round() + "\n" + row.dimension() + "\n" + row.sector(), key -> {
                        Map<String, Object> fresh = new LinkedHashMap<>();
                        fresh.put("round", row.round());
                        fresh.put("dimension", row.dimension());
                        fresh.put("sector", row.sector());
                        fresh.put("experts", row.experts());
                        return fresh;
                    });
            line.put("m:" + row.measure(), row);
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("measures", measures);
        view.put("lines", List.copyOf(lines.values()));
        return view;
    }

    private static Comparator<Agreement> agreementOrder() {
        return Comparator.comparing((Agreement row) -> !row.sector().equals("ALL"))
                .thenComparing(Agreement::sector)
                .thenComparing(Agreement::dimension)
                .thenComparing(Agreement::round)
                .thenComparing(Agreement::measure);
    }

    private static List<Expert> experts(List<Expert> rows) {
        return sorted(rows, Comparator.comparing(Expert::expertId));
    }

    private static Map<String, Long> totals(List<LedgerEntry> rows) {
        Map<String, ToLongFunction<LedgerEntry>> columns = new LinkedHashMap<>();
        columns.put("read", LedgerEntry::read);
        columns.put("newRecords", LedgerEntry::newRecords);
        columns.put("corrected", LedgerEntry::corrected);
        columns.put("unchanged", LedgerEntry::unchanged);
        columns.put("duplicate", LedgerEntry::duplicate);
        columns.put("quarantined", LedgerEntry::quarantined);
        columns.put("withdrawnMarked", LedgerEntry::withdrawnMarked);
        columns.put("withdrawnAbsent", LedgerEntry::withdrawnAbsent);
        Map<String, Long> totals = new LinkedHashMap<>();
        columns.forEach((name, column) ->
                totals.put(name, rows.stream().mapToLong(column).sum()));
        return totals;
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }
}
