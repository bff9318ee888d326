package org.smssev.jobs.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.Technologies.Drafted;

/** What each list comes to once its technologies have their scopes. */
final class ListScopes {
    private ListScopes() {}

    /** The IPC prefixes of each list: those of its entries and of the technologies that stand on them. */
    static TreeMap<String, Set<String>> prefixes(Editions editions, List<Drafted> drafted, List<Technology> made) {
        TreeMap<String, Set<String>> prefixes = new TreeMap<>();
        editions.present().keySet().forEach(id -> prefixes.put(id, new TreeSet<>()));
        editions.forEachEntry((id, entry) -> prefixes.get(id).addAll(entry.ipc()));
        for (int t = 0; t < made.size(); t++) {
            for (ItemRef item : drafted.get(t).items()) {
                prefixes.get(item.listId()).addAll(made.get(t).ipcScope());
            }
        }
        return prefixes;
    }

    /** The entries of each list. */
    static Map<String, Long> items(Editions editions) {
        Map<String, Long> items = new HashMap<>();
        editions.present().forEach((id, list) -> items.put(id, (long) list.all().size()));
        return items;
    }

    /** The technologies that stand on entries of each list. */
    static Map<String, Long> technologies(List<Drafted> drafted) {
        Map<String, Long> standing = new HashMap<>();
        drafted.forEach(d ->
                d.items().stream().map(ItemRef::listId).distinct().forEach(id -> standing.merge(id, 1L, Long::sum)));
        return standing;
    }
}
