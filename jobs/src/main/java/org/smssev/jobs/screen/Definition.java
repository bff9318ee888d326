package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/**
 * The words of the list entries behind a technology.
 *
 * @param en in English, null where there are none
 * @param zh in Chinese, null where there are none
 */
record Definition(String en, String zh) {
    /** The words of the list entries behind technologies, each once, in the order given. */
    static Map<String, Definition> of(List<TechnologyItem> items, List<ListItem> entries) {
        Map<String, List<ListItem>> texts = new HashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(ListItem::validFrom))
                .forEach(e -> texts.computeIfAbsent(e.listId() + " " + e.itemNo(), k -> new ArrayList<>())
                        .add(e));
        Map<String, Set<String>> english = new HashMap<>();
        Map<String, Set<String>> chinese = new HashMap<>();
        for (TechnologyItem item : items) {
            for (ListItem entry : texts.getOrDefault(item.listId() + " " + item.itemNo(), List.of())) {
                add(english, item.technologyId(), entry.textEn());
                add(chinese, item.technologyId(), entry.textZh());
            }
        }
        Map<String, Definition> definitions = new HashMap<>();
        items.forEach(item -> definitions.put(
                item.technologyId(),
                new Definition(joined(english, item.technologyId()), joined(chinese, item.technologyId()))));
        return definitions;
    }

    private static void add(Map<String, Set<String>> texts, String technology, String text) {
        if (text != null && !text.isBlank()) {
            texts.computeIfAbsent(technology, k -> new LinkedHashSet<>()).add(text);
        }
    }

    private static String joined(Map<String, Set<String>> texts, String technology) {
        return texts.containsKey(technology) ? String.join("; ", texts.get(technology)) : null;
    }
}
