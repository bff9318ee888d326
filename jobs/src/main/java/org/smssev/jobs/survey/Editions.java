package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.smssev.common.config.SurveyConfig;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.SurveyTables.ListItem;

/** The lists as read: the present edition of each, and the one before where there is one. */
final class Editions {
    private final Map<String, ListItems> present = new LinkedHashMap<>();
    private final Map<String, ListItems> before = new TreeMap<>();
    private final Map<String, List<ListEntry>> entries = new HashMap<>();

    private Editions() {}

    /** Role of a list's file, or of the one before. */
    static String role(ListFile list, boolean isPrevious) {
        return (isPrevious ? "previous:" : "list:") + list.id();
    }

    /** Reads the lists, and records how many entries each has. */
    static Editions read(StageContext context) {
        Editions editions = new Editions();
        Map<String, List<ListItem>> earlier = context.earlierRows(ListItem.class).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(ListItem::listId));
        SurveyConfig settings = context.config().survey();
        for (ListFile list : settings.lists()) {
            InputFile file = one(context, list, false);
            ListReader.Read read = ListReader.read(list, file.path());
            ListItems items = ListItems.of(list, file.path(), read);
            editions.entries.put(list.id(), read.entries());
            editions.present.put(list.id(), items);
            long parameters =
                    items.all().stream().mapToLong(i -> i.parameters().size()).sum();
            context.quality("list_items", list.id(), (double) items.all().size(), "entries of list " + list.id());
            context.quality("list_parameters", list.id(), (double) parameters, "thresholds in the entries of the list");
            if (read.passedOver() > 0) {
                context.quality(
                        "list_lines_passed_over",
                        list.id(),
                        (double) read.passedOver(),
                        "lines of list " + list.id() + " were left out by its setting `only`");
            }
            if (list.previous() != null) {
                InputFile previous = one(context, list, true);
                editions.before.put(
                        list.id(), ListItems.of(list, previous.path(), ListReader.read(list, previous.path())));
            } else if (earlier.containsKey(list.id())) {
                editions.before.put(list.id(), ListItems.of(earlier.get(list.id()), read.decimalComma()));
            }
        }
        return editions;
    }

    private static InputFile one(StageContext context, ListFile list, boolean isPrevious) {
        return context.files(role(list, isPrevious)).get(0);
    }

    /** The entries of the present edition as read. */
    List<ListEntry> entries(ListFile list) {
        return entries.get(list.id());
    }

    /** Hands on each entry of each present list, with the list. */
    void forEachEntry(BiConsumer<String, ListEntry> each) {
        present.keySet().forEach(id -> entries.get(id).forEach(entry -> each.accept(id, entry)));
    }

    /** The present edition of each list, in their order. */
    Map<String, ListItems> present() {
        return present;
    }

    /** The edition before, of the lists that have one: the file given, else that of the run of the release before. */
    Map<String, ListItems> before() {
        return before;
    }

    /** Every entry of every present list. */
    List<ListItem> items() {
        List<ListItem> all = new ArrayList<>();
        present.values().forEach(items -> all.addAll(items.all()));
        return all;
    }

    /** For each list, the numbers of both editions. */
    Map<String, Set<String>> numbers() {
        Map<String, Set<String>> numbers = new TreeMap<>();
        present.forEach(
                (id, items) -> numbers.computeIfAbsent(id, k -> new TreeSet<>()).addAll(items.numbers()));
        before.forEach((id, items) -> numbers.get(id).addAll(items.numbers()));
        return numbers;
    }
}
