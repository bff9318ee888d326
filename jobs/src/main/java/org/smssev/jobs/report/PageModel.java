package org.smssev.jobs.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.Candidate;

/** What the scripts of the page read, as one value: each table with its query, and what no table holds beside them. */
final class PageModel {
    private static final List<String> OUTCOMES = List.of("FAIL", "WARN", "PASS", "INFO");

    private PageModel() {}

    /** The value; maps keep their order, so equal data give equal JSON. */
    static Map<String, Object> of(ReportData data) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("header", data.header());
        model.put("flow", KeyFigures.of(data));
        Map<String, Object> tables = PageTables.views(data);
        tables.put("years", YearCount.view(data.years()));
        tables.put("quality", quality(data.quality()));
        tables.put("method", method(data.conventions()));
        tables.put("settings", settings(data.settings()));
        model.put("tables", tables);
        model.put("layout", layout(data));
        model.put("titles", titles(data));
        model.put("earlier", earlier(data.earlier()));
        return model;
    }

    private static Map<String, Object> earlier(Map<String, ReportData.Name> names) {
        Map<String, Object> view = new TreeMap<>();
        names.forEach((id, name) -> {
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("name_en", name.nameEn());
            both.put("name_zh", name.nameZh());
            view.put(id, both);
        });
        return view;
    }

    /** Titles of the codes of the candidates. */
    private static Map<String, Object> titles(ReportData data) {
        Map<String, Object> view = new TreeMap<>();
        for (Candidate candidate : data.rows().of(Candidate.class)) {
            for (String code : candidate.ipcScope()) {
                if (data.titles().containsKey(code)) {
                    view.put(code, data.titles().get(code));
                }
            }
        }
        return view;
    }

    /** Places and titles of the codes drawn, in the order of the table of nodes. */
    private static Map<String, Object> layout(ReportData data) {
        Extract nodes = PageTables.of(data).stream()
                .filter(extract -> extract.id().equals("nodes"))
                .findFirst()
                .orElseThrow();
        List<IpcNode> drawn = nodes.pick(data.rows().of(IpcNode.class)).stream()
                .map(IpcNode.class::cast)
                .toList();
        List<IpcEdge> edges = data.rows().of(IpcEdge.class).stream()
                .filter(edge -> edge.level().equals(data.header().networkLevel()))
                .filter(edge -> edge.period().equals(data.header().networkPeriod()))
                .toList();
        NetworkDrawing drawing = NetworkDrawing.of(drawn, edges);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("x", drawing.x());
        view.put("y", drawing.y());
        view.put(
                "titles",
                drawn.stream()
                        .map(node -> data.titles().getOrDefault(node.ipc(), ""))
                        .toList());
        return view;
    }

    private static Map<String, Object> quality(List<MetaTables.Quality> rows) {
        return view(
                "meta.quality",
                inForce(
                        "stage, `check`, subject, value, `limit`, outcome, message",
                        "meta.quality",
                        "array_position(array('FAIL', 'WARN', 'PASS', 'INFO'), outcome), stage, `check`, subject"),
                List.of("stage", "check", "subject", "value", "limit", "outcome", "message"),
                rows.stream()
                        .sorted(Comparator.comparingInt((MetaTables.Quality row) -> OUTCOMES.indexOf(row.outcome()))
                                .thenComparing(MetaTables.Quality::stage)
                                .thenComparing(MetaTables.Quality::check)
                                .thenComparing(MetaTables.Quality::subject))
                        .toList());
    }

    private static Map<String, Object> method(List<MetaTables.Convention> rows) {
        return view(
                "meta.method",
                inForce("stage, convention, choice, meaning", "meta.method", "stage, convention"),
                List.of("stage", "convention", "choice", "meaning"),
                rows.stream()
                        .sorted(Comparator.comparing(MetaTables.Convention::stage)
                                .thenComparing(MetaTables.Convention::convention))
                        .toList());
    }

    private static Map<String, Object> settings(List<MetaTables.Setting> rows) {
        return view(
                "meta.runs",
                "SELECT setting.key, setting.value FROM (SELECT posexplode(settings) AS (place, setting) FROM (SELECT"
                        + " settings FROM meta.runs WHERE status = 'PUBLISHED' ORDER BY started_at DESC, run_id DESC LIMIT"
                        + " 1)) WHERE setting.key <> 'warehouse' ORDER BY place",
                List.of("key", "value"),
                rows);
    }

    /** A query for the rows of a table of meta.* that the stages of the published run recorded when they were computed. */
    private static String inForce(String columns, String table, String order) {
        return "SELECT " + columns + " FROM (SELECT t.*, rank() OVER (PARTITION BY t.stage ORDER BY s.started_at DESC,"
                + " s.run_id DESC) AS newest FROM " + table
                + " t JOIN meta.stages s ON s.run_id = t.run_id AND s.stage = t.stage CROSS JOIN (SELECT tables FROM"
                + " meta.runs WHERE status = 'PUBLISHED' ORDER BY started_at DESC, run_id DESC LIMIT 1) r WHERE"
                + " size(array_except(filter(array_union(s.inputs, s.outputs), o -> o.table <> 'grade.history'),"
                + " r.tables)) = 0) WHERE newest = 1 ORDER BY " + order;
    }

    private static Map<String, Object> view(
            String table, String sql, List<String> columns, List<? extends Record> rows) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("table", table);
        view.put("sql", sql);
        view.put("columns", columns);
        view.put(
                "rows",
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> value(row, column))
                                .toList())
                        .toList());
        return view;
    }

    private static Object value(Record row, String column) {
        return TableDef.columnsOf(row.getClass()).stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow()
                .value(row);
    }
}
