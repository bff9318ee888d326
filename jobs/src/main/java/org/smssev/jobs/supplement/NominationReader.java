package org.smssev.jobs.supplement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.ScreenTables.Nomination;

/**
 * Reads nominations from CSV or XLSX: columns nomination_no, expert_id, organisation, technology_en, technology_zh,
 * domain, ipc (with semicolons), rationale; technology_zh, domain, ipc and rationale may be absent or empty.
 */
final class NominationReader {
    private static final List<String> NEEDED = List.of("nomination_no", "expert_id", "organisation", "technology_en");

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();

    private NominationReader(Path file) {
        this.file = file;
    }

    /**
     * The nominations of a file in its order.
     *
     * @throws UserException with exit 3 if a column is missing, or a nomination lacks its number, expert, organisation
     *     or name, or has a code that is none
     */
    static List<Nominated> read(Path file) {
        List<Nominated> all = new ArrayList<>();
        NominationReader reader = new NominationReader(file);
        for (Sheets.Sheet sheet : Sheets.read(file)) {
            all.addAll(reader.sheet(sheet));
        }
        return all;
    }

    private List<Nominated> sheet(Sheets.Sheet sheet) {
        List<Nominated> all = new ArrayList<>();
        columns.clear();
        for (Sheets.Line line : sheet.lines()) {
            if (line.cells().stream().allMatch(c -> c == null || c.isBlank())) {
                continue;
            }
            if (columns.isEmpty()) {
                header(line);
            } else {
                all.add(nominated(line));
            }
        }
        return all;
    }

    private void header(Sheets.Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            String name = line.cells().get(i);
            if (name != null) {
                columns.put(name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT), i);
            }
        }
        for (String column : NEEDED) {
            if (!columns.containsKey(column)) {
                throw error(line, "has no column " + column + "; its columns are " + String.join(", ", line.cells()));
            }
        }
    }

    private Nominated nominated(Sheets.Line line) {
        String nameZh = cell(line, "technology_zh");
        String nameEn = cell(line, "technology_en");
        String name = nameEn == null ? nameZh : nameEn;
        if (name == null) {
            throw error(line, "names no technology; fill technology_en or technology_zh");
        }
        List<String> ipc = new ArrayList<>();
        String codes = cell(line, "ipc");
        for (String raw : codes == null ? new String[0] : codes.split(";", -1)) {
            if (!raw.isBlank()) {
                ipc.add(IpcSymbol.parse(raw)
                        .map(IpcSymbol::canonical)
                        .orElseThrow(() -> error(
                                line, "has the IPC code \"" + raw.strip() + "\", which is none such as H01M 10")));
            }
        }
        return new Nominated(
                new Nomination(
                        needed(line, "nomination_no"),
                        needed(line, "expert_id"),
                        needed(line, "organisation"),
                        name,
                        cell(line, "rationale")),
                name,
                nameZh,
                cell(line, "domain"),
                ipc.stream().distinct().sorted().toList());
    }

    private String needed(Sheets.Line line, String column) {
        String text = cell(line, column);
        if (text == null) {
            throw error(line, "has no " + column + "; fill it in");
        }
        return text;
    }

    private String cell(Sheets.Line line, String column) {
        Integer at = columns.get(column);
        String text =
                at == null || at >= line.cells().size() ? null : line.cells().get(at);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private UserException error(Sheets.Line line, String what) {
        return new UserException(Exit.INPUT, "Nominations " + file + ", line " + line.number() + " " + what);
    }
}
