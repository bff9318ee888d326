package org.smssev.jobs.survey;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.tables.SurveyTables.ListChange;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.common.tables.SurveyTables.Parameter;
import org.smssev.jobs.survey.Technologies.Drafted;

/**
 * Compares two editions of a list, entry by entry. Of an entry with several dates the last counts. Blanks, case and the
 * form of quotation marks do not. Words are compared with numbers put aside, so that a threshold that moved is no
 * rewording; a number that moved and is no threshold is one.
 */
final class ListChanges {
    private final String listId;
    private final ListItems before;
    private final ListItems after;
    private final List<Drafted> technologies;
    private final List<ListChange> changes = new ArrayList<>();

    private ListChanges(String listId, ListItems before, ListItems after, List<Drafted> technologies) {
        this.listId = listId;
        this.before = before;
        this.after = after;
        this.technologies = technologies;
    }

    /** The changes in the order of the numbers; their families are not counted yet. */
    static List<ListChange> between(String listId, ListItems before, ListItems after, List<Drafted> technologies) {
        ListChanges all = new ListChanges(listId, before, after, technologies);
        Set<String> numbers = new TreeSet<>(before.numbers());
        numbers.addAll(after.numbers());
        for (String number : numbers) {
            all.compare(before.latest(number), after.latest(number));
        }
        return all.changes;
    }

    private void compare(ListItem old, ListItem now) {
        if (old == null) {
            add("ENTERED", null, now, List.of(), now.parameters());
        } else if (now == null) {
            add("LEFT", old, null, old.parameters(), List.of());
        } else {
            List<Parameter> dropped = without(old.parameters(), now.parameters());
            List<Parameter> added = without(now.parameters(), old.parameters());
            String oldWords = words(old);
            String newWords = words(now);
            boolean reworded = dropped.isEmpty() && added.isEmpty()
                    ? !oldWords.equals(newWords)
                    : !withoutNumbers(oldWords).equals(withoutNumbers(newWords));
            if (reworded) {
                add("REWORDED", old, now, List.of(), List.of());
            }
            if (!dropped.isEmpty() || !added.isEmpty()) {
                add("PARAMETERS", old, now, dropped, added);
            }
        }
    }

    /** Parameters less others of the same comparison, value and unit, each of which takes away one. */
    private static List<Parameter> without(List<Parameter> parameters, List<Parameter> others) {
        List<Parameter> left = new ArrayList<>(others);
        List<Parameter> rest = new ArrayList<>();
        for (Parameter parameter : parameters) {
            int at = 0;
            while (at < left.size() && !isSame(left.get(at), parameter)) {
                at++;
            }
            if (at < left.size()) {
                left.remove(at);
            } else {
                rest.add(parameter);
            }
        }
        return rest;
    }

    private static boolean isSame(Parameter a, Parameter b) {
        return a.comparison().equals(b.comparison())
                && a.unit().equals(b.unit())
                && Double.compare(a.value(), b.value()) == 0;
    }

    private static String words(ListItem item) {
        return Normalizer.normalize(
                        item.textEn() + "\n" + (item.textZh() == null ? "" : item.textZh()), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[“”„\"]", "\"")
                .replaceAll("[‘’`']", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String withoutNumbers(String words) {
        return words.replaceAll("\\d+(?:[.,\\s]\\d+)*", "#");
    }

    private void add(String change, ListItem old, ListItem now, List<Parameter> dropped, List<Parameter> added) {
        ListItem item = now == null ? old : now;
        changes.add(new ListChange(
                listId,
                item.itemNo(),
                change,
                old == null ? null : text(old),
                now == null ? null : text(now),
                dropped,
                added,
                touched(item.itemNo()),
                0));
    }

    private static String text(ListItem item) {
        return item.textEn().isEmpty() && item.textZh() != null ? item.textZh() : item.textEn();
    }

    private List<String> touched(String number) {
        Set<String> path = new LinkedHashSet<>();
        for (String at = number; at != null && path.add(at); ) {
            ListItem item = after.latest(at) == null ? before.latest(at) : after.latest(at);
            at = item == null ? null : item.parent();
        }
        return technologies.stream()
                .filter(t -> t.items().stream().anyMatch(i -> i.listId().equals(listId) && path.contains(i.itemNo())))
                .map(Drafted::id)
                .sorted()
                .toList();
    }

    /** The changes with the families of their technologies. */
    static List<ListChange> counted(List<ListChange> changes, long[] families) {
        List<ListChange> all = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ListChange c = changes.get(i);
            all.add(new ListChange(
                    c.listId(),
                    c.itemNo(),
                    c.change(),
                    c.before(),
                    c.after(),
                    c.droppedParameters(),
                    c.addedParameters(),
                    c.technologies(),
                    families[i]));
        }
        return all;
    }

    /** For each technology, by its place, the changes that touch it, by theirs. */
    static int[][] byTechnology(List<ListChange> changes, List<Drafted> technologies) {
        Map<String, List<Integer>> touching = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            for (String id : changes.get(i).technologies()) {
                touching.computeIfAbsent(id, k -> new ArrayList<>()).add(i);
            }
        }
        return technologies.stream()
                .map(t -> touching.getOrDefault(t.id(), List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }
}
