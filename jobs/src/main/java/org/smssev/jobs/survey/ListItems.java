package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.UserException;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.common.tables.SurveyTables.Parameter;

/** The entries of an edition of a list, with the thresholds that they name. */
final class ListItems {
    private static final LocalDate NO_DATE = LocalDate.of(1, 1, 1);

    private final Map<String, ListItem> items = new LinkedHashMap<>();
    private final Map<String, List<ListItem>> byNumber = new HashMap<>();

    private ListItems() {}

    /**
     * The entries, each once.
     *
     * @throws UserException with exit 3 if two entries have the same number and date, naming all that do
     */
    static ListItems of(ListFile list, Path file, ListReader.Read read) {
        ListItems all = new ListItems();
        FileProblems problems = new FileProblems("List " + list.id(), file);
        for (ListEntry entry : read.entries()) {
            ListItem item = item(list, entry, read.decimalComma());
            if (!all.add(item)) {
                problems.add(
                        "Item " + entry.itemNo(),
                        "occurs twice with the same date (" + entry.text() + "). Give each entry its own number.");
            }
        }
        problems.throwIfAny();
        return all;
    }

    private static ListItem item(ListFile list, ListEntry entry, boolean decimalComma) {
        return new ListItem(
                list.id(),
                entry.itemNo(),
                entry.validFrom() == null ? NO_DATE : entry.validFrom(),
                entry.validTo(),
                entry.suspendedUntil(),
                entry.parent(),
                entry.regime(),
                entry.textEn(),
                entry.textZh(),
                entry.notes(),
                parameters(entry.textEn(), entry.textZh(), decimalComma));
    }

    /**
     * An edition as its table has it; the thresholds are found anew, so that another way of finding them is no change of
     * the list.
     */
    static ListItems of(List<ListItem> rows, boolean decimalComma) {
        ListItems all = new ListItems();
        for (ListItem row : rows) {
            all.add(new ListItem(
                    row.listId(),
                    row.itemNo(),
                    row.validFrom(),
                    row.validTo(),
                    row.suspendedUntil(),
                    row.parent(),
                    row.regime(),
                    row.textEn(),
                    row.textZh(),
                    row.notes(),
                    parameters(row.textEn(), row.textZh(), decimalComma)));
        }
        return all;
    }

    /** Whether its number and date are new. */
    private boolean add(ListItem item) {
        byNumber.computeIfAbsent(item.itemNo(), k -> new ArrayList<>()).add(item);
        return items.put(item.itemNo() + "\n" + item.validFrom(), item) == null;
    }

    private static List<Parameter> parameters(String textEn, String textZh, boolean decimalComma) {
        return ControlParameters.of(textEn.isEmpty() ? textZh : textEn, decimalComma);
    }

    /** All of them, in the order of the list. */
    List<ListItem> all() {
        return List.copyOf(items.values());
    }

    /** Those of a number, one for each date; none where the list has no such number. */
    List<ListItem> of(String itemNo) {
        return byNumber.getOrDefault(itemNo, List.of());
    }

    /** The numbers, in no order that counts. */
    Set<String> numbers() {
        return byNumber.keySet();
    }

    /** The entry of a number that is valid last; null where there is none. */
    ListItem latest(String itemNo) {
        return of(itemNo).stream()
                .max(Comparator.comparing(ListItem::validFrom))
                .orElse(null);
    }
}
