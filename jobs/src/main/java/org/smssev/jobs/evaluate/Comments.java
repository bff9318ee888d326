package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.smssev.common.io.Sheets;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Reads the comments of a consultation: columns technology (or technology_id), and if given comment_no, commenter, sector,
 * position, text, parameter, answer; their names may be Chinese. A comment that cannot be joined is told, not dropped.
 */
final class Comments {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "technology_id", List.of("technology_id", "技术编号"),
            "technology", List.of("technology", "技术", "技术名称"),
            "comment_no", List.of("comment_no", "no", "序号"),
            "commenter", List.of("commenter", "意见方", "单位"),
            "sector", List.of("sector", "部门"),
            "position", List.of("position", "立场"),
            "text", List.of("text", "comment", "意见"),
            "parameter", List.of("parameter", "proposed_parameter", "建议参数"),
            "answer", List.of("answer", "答复", "回复"));
    private static final Map<String, List<String>> POSITIONS = Map.of(
            "SUPPORT", List.of("support", "supports", "for", "agree", "支持", "赞成", "同意"),
            "OPPOSE", List.of("oppose", "opposes", "against", "object", "反对", "不同意"),
            "NEUTRAL", List.of("neutral", "none", "中立", "无意见"));

    private final CandidateIndex candidates;
    private final TreeMap<String, Comment> comments = new TreeMap<>();
    private final List<RejectedCell> rejected = new ArrayList<>();

    Comments(CandidateIndex candidates) {
        this.candidates = candidates;
    }

    /** The comments, by technology and number. */
    List<Comment> all() {
        return List.copyOf(comments.values());
    }

    /** Cells of comments not taken. */
    List<RejectedCell> rejected() {
        return Collections.unmodifiableList(rejected);
    }

    /**
     * Takes the comments of a file.
     *
     * @throws org.smssev.common.UserException INPUT if no sheet has the columns
     */
    void add(InputFile file) {
        List<Sheets.Sheet> sheets =
                Sheets.read(file.path()).stream().map(Comments::canonical).toList();
        List<Sheets.Sheet> held = sheets.stream()
                .filter(sheet -> Sheets.hasHeader(sheet, "text")
                        && (Sheets.hasHeader(sheet, "technology") || Sheets.hasHeader(sheet, "technology_id")))
                .toList();
        for (Sheets.Sheet sheet : held.isEmpty() ? sheets.subList(0, 1) : held) {
            boolean hasId = Sheets.hasHeader(sheet, "technology_id", "text");
            Sheets.Table table = Sheets.table(sheet, file.path(), hasId ? "technology_id" : "technology", "text");
            table.rows().forEach(row -> add(file, sheet.name(), row));
        }
    }

    private void add(InputFile file, String sheet, Sheets.TableRow row) {
        String id = row.get("technology_id");
        String name = row.get("technology");
        Optional<Supplemented> candidate = candidates.find(id == null ? name : id, name);
        Optional<String> position = position(row.get("position"));
        if (candidate.isEmpty()) {
            String column = id == null ? "technology" : "technology_id";
            reject(file, sheet, row, column, "UNKNOWN_TECHNOLOGY", "no candidate, or more than one, has this name");
            return;
        }
        if (position.isEmpty() && row.get("position") != null) {
            reject(file, sheet, row, "position", "NOT_ONE_OF", "allowed: support, oppose, neutral");
        }
        String technology = candidate.get().candidateId();
        // A number of ours starts with the digest of its file, so that it stays whatever other files there are.
        String number = row.get("comment_no") == null
                ? file.sha256().substring(0, Math.min(8, file.sha256().length())) + "-" + row.number()
                : row.get("comment_no");
        Comment comment = new Comment(
                technology,
                number,
                row.get("commenter"),
                sector(row.get("sector")),
                position.orElse(null),
                row.get("text"),
                row.get("parameter"),
                row.get("answer"));
        if (comments.putIfAbsent(technology + "\t" + number, comment) != null) {
            reject(file, sheet, row, "comment_no", "DUPLICATE_ROW", "an earlier comment has this number");
        }
    }

    private static String sector(String given) {
        return given == null ? null : Roster.sectorOf(given).orElse(given);
    }

    private static Optional<String> position(String given) {
        String word = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
        return POSITIONS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Sheets.Sheet canonical(Sheets.Sheet sheet) {
        List<Sheets.Line> lines = new ArrayList<>();
        for (Sheets.Line line : sheet.lines()) {
            List<String> cells = line.cells().stream().map(Comments::column).toList();
            boolean isHeader = cells.contains("technology") || cells.contains("technology_id");
            lines.add(isHeader ? new Sheets.Line(line.number(), cells) : line);
        }
        return new Sheets.Sheet(sheet.name(), lines);
    }

    private static String column(String cell) {
        String key = cell.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return COLUMNS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(cell);
    }

    private void reject(
            InputFile file, String sheet, Sheets.TableRow row, String column, String reason, String detail) {
        String seen = row.get(column);
        rejected.add(new RejectedCell(
                0,
                file.sha256(),
                file.name(),
                sheet,
                row.reference(column),
                reason,
                "seen: '" + (seen == null ? "" : seen) + "'; " + detail,
                seen));
    }
}
