package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.smssev.common.io.Sheets;
import org.smssev.common.ipc.IpcSymbol;

/**
 * Reads the sheets that an operator fills in: technologies, experts' rules, labelled samples. Of a workbook every sheet
 * counts that has the columns; the others may hold what they like.
 */
final class OperatorSheets {
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "否");

    private OperatorSheets() {}

    /**
     * An entry of a list.
     *
     * @param listId list
     * @param itemNo number of the entry
     */
    record ItemRef(String listId, String itemNo) {}

    /** A line of the technologies; several lines of one technology are put together. */
    record Pick(
            String where,
            String technologyId,
            String nameEn,
            String nameZh,
            String domain,
            List<ItemRef> items,
            List<String> ipc,
            List<String> keywords) {}

    /**
     * An expert's rule.
     *
     * @param technologyId technology, null where it is for an entry
     * @param item entry, for all technologies that stand on it; null where it is for a technology
     * @param ipc prefix, empty for any code
     * @param keywords of these a family must show one; empty for none needed
     * @param excludedKeywords of these a family may show none
     * @param excludedIpc prefixes that none of the family's codes may have
     * @param confidence 0 to 1; 0 takes codes out of the scope of a shorter prefix
     */
    record RuleLine(
            String where,
            String technologyId,
            ItemRef item,
            String ipc,
            List<String> keywords,
            List<String> excludedKeywords,
            List<String> excludedIpc,
            double confidence) {}

    /** A judged pair of a technology and a family, a publication of one, or an IPC code; two of the three are null. */
    record Label(String technologyId, String familyId, String publication, String ipc, boolean isRelevant) {}

    /** The lines of the technologies' file. */
    static List<Pick> picks(Path file) {
        List<Pick> picks = new ArrayList<>();
        FileProblems problems = new FileProblems("survey.technologies", file);
        CellReader cells = new CellReader(problems);
        rows(file, "technology_id", "name_en", (row, where) -> {
            String id = needed(row, "technology_id", where, problems);
            picks.add(new Pick(
                    where,
                    id,
                    row.get("name_en"),
                    row.get("name_zh"),
                    row.get("domain"),
                    items(cells.parts(row.get("items")), where, problems),
                    cells.ipc(row.get("ipc"), where),
                    cells.keywords(row.get("keywords"))));
        });
        problems.throwIfAny();
        return picks;
    }

    /** The rules. */
    static List<RuleLine> rules(Path file) {
        List<RuleLine> rules = new ArrayList<>();
        FileProblems problems = new FileProblems("survey.rules", file);
        CellReader cells = new CellReader(problems);
        rows(file, "ipc", "confidence", (row, where) -> {
            String technology = row.get("technology_id");
            String list = row.get("list_id");
            String item = row.get("item_no");
            if ((technology == null) == (list == null) || (list == null) != (item == null)) {
                problems.add(where, "must name either a technology_id, or a list_id with an item_no");
            }
            List<String> ipc = cells.ipc(row.get("ipc"), where);
            List<String> keywords = cells.keywords(row.get("keywords"));
            if (ipc.isEmpty() && row.get("ipc") == null && keywords.isEmpty()) {
                problems.add(where, "has neither ipc nor keywords. Fill in one of them.");
            }
            List<String> excludedKeywords = cells.keywords(row.get("exclude_keywords"));
            List<String> excludedIpc = cells.ipc(row.get("exclude_ipc"), where);
            double confidence = confidence(row, where, problems);
            ItemRef ref = list == null ? null : new ItemRef(list, item);
            for (String prefix : ipc.isEmpty() ? List.of("") : ipc) {
                rules.add(new RuleLine(
                        where, technology, ref, prefix, keywords, excludedKeywords, excludedIpc, confidence));
            }
        });
        problems.throwIfAny();
        return rules;
    }

    /** The labelled sample. */
    static List<Label> labels(Path file) {
        List<Label> labels = new ArrayList<>();
        FileProblems problems = new FileProblems("survey.labels", file);
        rows(file, "technology_id", "relevant", (row, where) -> {
            String family = row.get("family_id");
            String publication = row.get("publication_number");
            String ipc = row.get("ipc");
            if ((family == null ? 0 : 1) + (publication == null ? 0 : 1) + (ipc == null ? 0 : 1) != 1) {
                problems.add(where, "must name one of family_id, publication_number and ipc");
            }
            String relevant =
                    row.get("relevant") == null ? "" : row.get("relevant").toLowerCase(Locale.ROOT);
            if (!YES.contains(relevant) && !NO.contains(relevant)) {
                problems.add(cell(where, row, "relevant"), "must be yes or no, but is \"" + relevant + "\"");
            }
            if (ipc != null && IpcSymbol.canonical(ipc) == null) {
                problems.add(
                        cell(where, row, "ipc"),
                        "has the IPC code \"" + ipc + "\", which is not valid. Write a code such as H01M 10/05.");
            }
            labels.add(new Label(
                    needed(row, "technology_id", where, problems),
                    family,
                    publication,
                    IpcSymbol.canonical(ipc),
                    YES.contains(relevant)));
        });
        problems.throwIfAny();
        return labels;
    }

    private static void rows(Path file, String column, String other, BiConsumer<Sheets.TableRow, String> each) {
        List<Sheets.Sheet> sheets = Sheets.read(file);
        List<Sheets.Sheet> fitting =
                sheets.stream().filter(s -> Sheets.hasHeader(s, column, other)).toList();
        for (Sheets.Sheet sheet : fitting.isEmpty() ? sheets.subList(0, 1) : fitting) {
            String name = sheet.name().isEmpty() ? "" : "sheet " + sheet.name() + ", ";
            Sheets.table(sheet, file, column, other)
                    .rows()
                    .forEach(row -> each.accept(row, name + "line " + row.number()));
        }
    }

    private static String needed(Sheets.TableRow row, String column, String where, FileProblems problems) {
        String text = row.get(column);
        if (text == null) {
            problems.add(where, "has no " + column + ". Fill it in.");
        }
        return text;
    }

    private static List<ItemRef> items(List<String> parts, String where, FileProblems problems) {
        List<ItemRef> items = new ArrayList<>();
        for (String part : parts) {
            int colon = part.indexOf(':');
            if (colon <= 0 || colon == part.length() - 1) {
                problems.add(where, "has the item \"" + part + "\". Write list:number, such as ccl:1C010.");
            } else {
                items.add(new ItemRef(
                        part.substring(0, colon).strip(),
                        part.substring(colon + 1).strip()));
            }
        }
        return items;
    }

    private static double confidence(Sheets.TableRow row, String where, FileProblems problems) {
        String text = row.get("confidence");
        try {
            double confidence = text == null ? 1 : Double.parseDouble(text);
            if (confidence >= 0 && confidence <= 1) {
                return confidence;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        problems.add(cell(where, row, "confidence"), "must be a number between 0 and 1, but is \"" + text + "\"");
        return 0;
    }

    private static String cell(String where, Sheets.TableRow row, String column) {
        return where + ", cell " + row.reference(column);
    }
}
