package org.smssev.jobs.supplement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smssev.common.UserException;
import org.smssev.common.io.Sheets;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.ScreenTables.Nomination;

/**
 * Reads nominations from CSV or XLSX: columns nomination_no, expert_id, organisation and technology_en or technology_zh;
 * domain, ipc (with semicolons), rationale, evidence, date (as 2026-01-31) and essential (yes or no) may be absent or
 * empty. Sheets without such a header are passed over. All problems of all files are told together.
 */
final class NominationReader {
    private static final String NUMBER = "nomination_no";
    private static final String EXPERT = "expert_id";
    private static final String ORGANISATION = "organisation";
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "否");

    private final Problems problems = new Problems();
    private final Map<String, String> seen = new HashMap<>();
    private final List<Nominated> all = new ArrayList<>();

    private NominationReader() {}

    /**
     * The nominations of files in their order.
     *
     * @throws UserException with exit 3, naming each file, sheet and cell, if a column is missing, a nomination lacks its
     *     number, expert, organisation or name, has a number given twice, or a cell that is not understood
     */
    static List<Nominated> read(List<Path> files) {
        NominationReader reader = new NominationReader();
        files.forEach(reader::file);
        reader.problems.throwIfAny("supplement.nominations");
        return reader.all;
    }

    private void file(Path file) {
        try {
            List<Sheets.Sheet> sheets = Sheets.read(file);
            List<Sheets.Sheet> tables = sheets.stream()
                    .filter(sheet -> Sheets.hasHeader(sheet, NUMBER, EXPERT, ORGANISATION))
                    .toList();
            // Where no sheet has the header, the first one's complaint says what is missing.
            for (Sheets.Sheet sheet : tables.isEmpty() ? sheets.subList(0, 1) : tables) {
                Sheets.Table table = Sheets.table(sheet, file, NUMBER, EXPERT, ORGANISATION);
                table.rows().forEach(row -> new Line(file, sheet, row).take());
            }
        } catch (UserException e) {
            problems.add(e.getMessage());
        }
    }

    /** A row while it is read. */
    private final class Line {
        private final Path file;
        private final Sheets.Sheet sheet;
        private final Sheets.TableRow row;
        private boolean isSound = true;

        Line(Path file, Sheets.Sheet sheet, Sheets.TableRow row) {
            this.file = file;
            this.sheet = sheet;
            this.row = row;
        }

        void take() {
            String number = needed(NUMBER);
            String expert = needed(EXPERT);
            String organisation = needed(ORGANISATION);
            String nameZh = row.get("technology_zh");
            String name = Optional.ofNullable(row.get("technology_en")).orElse(nameZh);
            if (name == null || Matcher.normalised(name).isEmpty()) {
                wrong("technology_en", "no technology name. Fill in technology_en or technology_zh.");
            }
            if (number != null) {
                String before = seen.putIfAbsent(number, file + ", " + row.reference(NUMBER));
                if (before != null) {
                    wrong(
                            NUMBER,
                            "nomination " + number + " already exists in " + before
                                    + ". Give this one another number.");
                }
            }
            List<String> ipc = codes();
            LocalDate date = date();
            Boolean essential = essential();
            if (isSound) {
                all.add(new Nominated(
                        new Nomination(number, expert, organisation, name, row.get("rationale")),
                        name,
                        nameZh,
                        row.get("domain"),
                        ipc,
                        row.get("evidence"),
                        date,
                        essential));
            }
        }

        private List<String> codes() {
            List<String> ipc = new ArrayList<>();
            String cell = row.get("ipc");
            for (String raw : cell == null ? new String[0] : cell.split("[;；]", -1)) {
                if (!raw.isBlank()) {
                    Optional<IpcSymbol> symbol = IpcSymbol.parse(raw);
                    if (symbol.isEmpty()) {
                        wrong("ipc", "invalid IPC code (\"" + raw.strip() + "\"). Write a code such as H01M 10.");
                    }
                    symbol.map(IpcSymbol::canonical).ifPresent(ipc::add);
                }
            }
            return ipc.stream().distinct().sorted().toList();
        }

        private LocalDate date() {
            String cell = row.get("date");
            try {
                return cell == null ? null : LocalDate.parse(cell);
            } catch (DateTimeParseException e) {
                wrong("date", "invalid date (\"" + cell + "\"). Write a date such as 2026-01-31.");
                return null;
            }
        }

        private Boolean essential() {
            String cell = row.get("essential");
            String word = cell == null ? "" : cell.toLowerCase(Locale.ROOT);
            if (YES.contains(word) || NO.contains(word)) {
                return YES.contains(word);
            }
            if (cell != null) {
                wrong("essential", "unknown answer (\"" + cell + "\"). Write yes or no, or leave it empty.");
            }
            return null;
        }

        private String needed(String column) {
            String text = row.get(column);
            if (text == null) {
                wrong(column, column + " is missing. Fill it in.");
            }
            return text;
        }

        private void wrong(String column, String what) {
            isSound = false;
            problems.add(file, sheet, row, column, what);
        }
    }
}
