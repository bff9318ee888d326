package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.DatePatterns;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.io.Sheets;

/**
 * Reads a list from a table or from the JSON of the EU's dual-use list. The first line of a table is the header; the
 * columns are those mapped by the list's setting, else those of a known list, else those named as the fields with
 * underscores ({@code item_no}).
 */
final class ListReader {
    private final ListFile list;
    private final FileProblems problems;
    private final CellReader cells;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> wanted = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<ListEntry> entries = new ArrayList<>();
    private String sheet = "";
    private ListLayout layout;
    private int section = -1;
    private String firstSection;
    private int passedOver;

    /**
     * What a file holds.
     *
     * @param entries its entries in their order
     * @param passedOver lines left out by the setting {@code only}
     * @param decimalComma whether a comma in a number marks decimals
     */
    record Read(List<ListEntry> entries, int passedOver, boolean decimalComma) {}

    private ListReader(ListFile list, Path file) {
        this.list = list;
        this.problems = new FileProblems("List " + list.id(), file);
        this.cells = list.text() == null
                ? new CellReader(problems)
                : new CellReader(
                        list.text().listSeparator(),
                        DatePatterns.formatter(list.text().datePattern()),
                        problems);
    }

    /**
     * The entries of a list in the order of the file, over all of its sheets.
     *
     * @throws UserException with exit 3, naming all problems of the file, if a mapped column is missing, an entry has no
     *     text, or a date or an IPC prefix cannot be read
     */
    static Read read(ListFile list, Path file) {
        for (String field : list.columns() == null
                ? Map.<String, String>of().keySet()
                : list.columns().keySet()) {
            if (!ListLayout.FIELDS.contains(field)) {
                throw new UserException(
                        Exit.USAGE,
                        "survey.lists[" + list.id() + "].columns: unknown field " + field + ". The fields are "
                                + String.join(
                                        ", ",
                                        ListLayout.FIELDS.stream().sorted().toList()));
            }
        }
        if (DualUseTree.isOne(file)) {
            return new Read(DualUseTree.read(list, file), 0, true);
        }
        ListReader reader = new ListReader(list, file);
        for (Sheets.Sheet sheet : Sheets.read(file)) {
            reader.sheet(sheet);
        }
        reader.problems.throwIfAny();
        return new Read(reader.entries, reader.passedOver, list.decimalComma());
    }

    private void sheet(Sheets.Sheet read) {
        sheet = read.name();
        if (read.lines().isEmpty() || !locateColumns(read.lines().get(0))) {
            return;
        }
        for (Sheets.Line line : read.lines().subList(1, read.lines().size())) {
            if (isWanted(line)) {
                entries.add(entry(line));
            } else {
                passedOver++;
            }
        }
    }

    /** Whether all columns are there that are asked for. */
    private boolean locateColumns(Sheets.Line header) {
        columns.clear();
        wanted.clear();
        List<String> names = header.cells().stream()
                .map(c -> c.replace("\uFEFF", "").strip())
                .toList();
        layout = ListLayout.of(names, list.columns());
        section = layout.section() == null ? -1 : names.indexOf(layout.section());
        String hint = ". Its columns are " + String.join(", ", names) + ". Correct survey.lists[" + list.id() + "].";
        boolean complete = true;
        for (String field : ListLayout.FIELDS) {
            int at = names.indexOf(layout.column(field));
            if (at >= 0) {
                columns.put(field, at);
            } else if (layout.columns().containsKey(field)) {
                problems.add(
                        where(header),
                        "has no column " + layout.column(field) + " (mapped to " + field + ")" + hint + "columns");
                complete = false;
            }
        }
        for (String column :
                list.only() == null ? List.<String>of() : list.only().keySet()) {
            wanted.put(column, names.indexOf(column));
            if (!names.contains(column)) {
                problems.add(where(header), "has no column " + column + hint + "only");
                complete = false;
            }
        }
        if (complete && !columns.containsKey("text-en") && !columns.containsKey("text-zh")) {
            problems.add(
                    where(header),
                    "has no column for the text of an entry. Map text-en or text-zh in survey.lists[" + list.id()
                            + "].columns. Its columns are " + String.join(", ", names));
            complete = false;
        }
        return complete;
    }

    private boolean isWanted(Sheets.Line line) {
        return wanted.entrySet().stream()
                .allMatch(e -> list.only()
                        .get(e.getKey())
                        .equals(
                                e.getValue() < line.cells().size()
                                        ? line.cells().get(e.getValue())
                                        : ""));
    }

    private ListEntry entry(Sheets.Line line) {
        String textEn = cell(line, "text-en");
        String textZh = cell(line, "text-zh");
        if (textEn == null && textZh == null && !layout.isKnown()) {
            problems.add(where(line), "has no text. Give the entry a text in English or Chinese, or remove the line.");
        }
        String technologyId = cell(line, "technology-id");
        LocalDate given = list.validFrom() == null ? null : LocalDate.parse(list.validFrom());
        LocalDate from = cells.date(cell(line, "valid-from"), "valid-from", where(line));
        String parent = cell(line, "parent");
        return new ListEntry(
                technologyId,
                number(line, technologyId),
                textEn == null ? "" : textEn,
                textZh,
                cell(line, "notes"),
                parent == null ? null : inSection(line, parent),
                regime(line),
                cell(line, "domain"),
                from == null ? given : from,
                cells.date(cell(line, "valid-to"), "valid-to", where(line)),
                cells.date(cell(line, "suspended-until"), "suspended-until", where(line)),
                cells.ipc(cell(line, "ipc"), where(line)),
                cells.keywords(cell(line, "keywords")));
    }

    private String number(Sheets.Line line, String technologyId) {
        String itemNo = cell(line, "item-no");
        if (itemNo == null) {
            return technologyId == null ? String.valueOf(line.number()) : technologyId;
        }
        String number = inSection(line, itemNo);
        return layout.isKnown() ? distinct(number, numbers) : number;
    }

    /** A number that a known list repeats, made distinct. */
    static String distinct(String number, Map<String, Integer> seen) {
        int times = seen.merge(number, 1, Integer::sum);
        return times == 1 ? number : number + "#" + times;
    }

    private String inSection(Sheets.Line line, String number) {
        if (section < 0) {
            return number;
        }
        String name = line.cells().get(section);
        firstSection = firstSection == null ? name : firstSection;
        return name.equals(firstSection) ? number : name + ":" + number;
    }

    private String regime(Sheets.Line line) {
        return section < 0
                ? cell(line, "regime")
                : layout.section() + " " + line.cells().get(section);
    }

    private String cell(Sheets.Line line, String field) {
        Integer at = columns.get(field);
        String text = at == null || at >= line.cells().size()
                ? ""
                : line.cells().get(at).strip();
        return text.isEmpty() ? null : text;
    }

    private String where(Sheets.Line line) {
        return (sheet.isEmpty() ? "" : "sheet " + sheet + ", ") + "line " + line.number();
    }
}
