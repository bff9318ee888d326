package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.io.Sheets;

/**
 * Reads a list of technologies from a CSV or XLSX file. The first line that is not empty is the header; the columns
 * are those mapped by the list's setting, else those named as the fields with underscores ({@code item_no}).
 */
final class ListReader {
    private static final Set<String> FIELDS = Set.of(
            "technology-id",
            "item-no",
            "text-en",
            "text-zh",
            "parent",
            "regime",
            "domain",
            "valid-from",
            "valid-to",
            "suspended-until",
            "ipc",
            "keywords");

    private final Config.ListFile list;
    private final Path file;
    private final String separator;
    private final DateTimeFormatter dates;
    private final Map<String, Integer> columns = new HashMap<>();

    private ListReader(Config.ListFile list, Path file) {
        this.list = list;
        this.file = file;
        this.separator = list.text() == null ? ";" : list.text().listSeparator();
        this.dates = list.text() == null
                ? DateTimeFormatter.ISO_LOCAL_DATE
                : DateTimeFormatter.ofPattern(list.text().datePattern(), Locale.ROOT);
    }

    /**
     * The entries of a list in the order of the file, over all of its sheets.
     *
     * @throws UserException with exit 3 if a mapped column is missing, an entry has no text, or a date or an IPC
     *     prefix cannot be read
     */
    static List<ListEntry> read(Config.ListFile list, Path file) {
        ListReader reader = new ListReader(list, file);
        List<ListEntry> entries = new ArrayList<>();
        for (Sheets.Sheet sheet : Sheets.read(file)) {
            entries.addAll(reader.entries(sheet.lines()));
        }
        return entries;
    }

    /** The entries of one sheet. */
    private List<ListEntry> entries(List<Sheets.Line> lines) {
        List<ListEntry> entries = new ArrayList<>();
        boolean headerSeen = false;
        for (Sheets.Line line : lines) {
            if (line.cells().stream().allMatch(c -> c == null || c.isBlank())) {
                continue;
            }
            if (headerSeen) {
                entries.add(entry(line));
            } else {
                locateColumns(line);
                headerSeen = true;
            }
        }
        return entries;
    }

    private void locateColumns(Sheets.Line header) {
        columns.clear();
        List<String> names = header.cells().stream()
                .map(c -> c == null ? "" : c.replace("\uFEFF", "").strip())
                .toList();
        Map<String, String> mapped = list.columns() == null ? Map.of() : list.columns();
        for (String field : mapped.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new UserException(
                        Exit.USAGE,
                        "survey.lists[" + list.id() + "].columns names the field " + field + ", but the fields are "
                                + String.join(", ", FIELDS.stream().sorted().toList()));
            }
        }
        for (String field : FIELDS) {
            String column = mapped.getOrDefault(field, field.replace('-', '_'));
            int at = names.indexOf(column);
            if (at >= 0) {
                columns.put(field, at);
            } else if (mapped.containsKey(field)) {
                throw error(
                        header,
                        "has no column " + column + " (mapped to " + field + "); its columns are "
                                + String.join(", ", names) + ". Correct survey.lists[" + list.id() + "].columns");
            }
        }
        if (!columns.containsKey("text-en") && !columns.containsKey("text-zh")) {
            throw error(
                    header,
                    "has no column for the text of an entry; map text-en or text-zh in survey.lists[" + list.id()
                            + "].columns. Its columns are " + String.join(", ", names));
        }
    }

    private ListEntry entry(Sheets.Line line) {
        String textEn = cell(line, "text-en");
        String textZh = cell(line, "text-zh");
        if (textEn == null && textZh == null) {
            throw error(line, "has no text; give the entry a text in English or Chinese, or remove the line");
        }
        String itemNo = cell(line, "item-no");
        String technologyId = cell(line, "technology-id");
        if (itemNo == null) {
            itemNo = technologyId == null ? String.valueOf(line.number()) : technologyId;
        }
        List<String> ipc = new ArrayList<>();
        for (String raw : cells(line, "ipc")) {
            ipc.add(IpcScope.canonical(raw)
                    .orElseThrow(() -> error(
                            line,
                            "has the IPC scope \"" + raw
                                    + "\", which is no section, class, subclass, group or subgroup, such as H01M 10")));
        }
        return new ListEntry(
                technologyId,
                itemNo,
                textEn == null ? "" : textEn,
                textZh,
                cell(line, "parent"),
                cell(line, "regime"),
                cell(line, "domain"),
                date(line, "valid-from"),
                date(line, "valid-to"),
                date(line, "suspended-until"),
                ipc.stream().distinct().sorted().toList(),
                cells(line, "keywords").stream()
                        .map(k -> k.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }

    private LocalDate date(Sheets.Line line, String field) {
        String text = cell(line, field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, dates);
        } catch (DateTimeException e) {
            throw new UserException(
                    Exit.INPUT, where(line) + " has the " + field + " \"" + text + "\", which is no date", e);
        }
    }

    private List<String> cells(Sheets.Line line, String field) {
        String text = cell(line, field);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(java.util.regex.Pattern.quote(separator), -1))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }

    private String cell(Sheets.Line line, String field) {
        Integer at = columns.get(field);
        if (at == null || at >= line.cells().size()) {
            return null;
        }
        String text = line.cells().get(at);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private UserException error(Sheets.Line line, String what) {
        return new UserException(Exit.INPUT, where(line) + " " + what);
    }

    private String where(Sheets.Line line) {
        return "List " + list.id() + ", " + file + ", line " + line.number();
    }
}
