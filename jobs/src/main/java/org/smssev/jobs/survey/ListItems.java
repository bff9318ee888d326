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
            if (all.items.put(entry.itemNo() + "\n" + item.validFrom(), item) != null) {
                problems.add(
                        "Item " + entry.itemNo(),
                        "stands there twice with the same date (" + entry.text() + "); give each entry its own number");
            }
            all.byNumber.computeIfAbsent(entry.itemNo(), k -> new ArrayList<>()).add(item);
        }
        problems.throwIfAny();
        return all;
    }

    private static ListItem item(ListFile list, ListEntry entry, boolean decimalComma) {
        List<Parameter> parameters = new ArrayList<>(ControlParameters.of(entry.textEn(), decimalComma));
        if (entry.textEn().isEmpty()) {
            parameters.addAll(ControlParameters.of(entry.textZh(), decimalComma));
        }
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
                parameters);
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
