package org.smssev.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.stats.Wilson;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.ScopeTables.Coverage;
import org.smssev.common.tables.ScopeTables.Overlap;

/**
 * The IPC prefixes of each list: those of its entries and of the technologies that stand on them. Families are counted in
 * an array: one place for each list, then one for each pair of lists.
 */
final class ListCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> lists;
    private final List<Set<String>> prefixes = new ArrayList<>();
    private final Map<String, int[]> byPrefix = new HashMap<>();

    ListCodes(SortedMap<String, Set<String>> byList) {
        lists = List.copyOf(byList.keySet());
        Map<String, List<Integer>> of = new HashMap<>();
        for (String list : lists) {
            for (String prefix : byList.get(list)) {
                of.computeIfAbsent(prefix, k -> new ArrayList<>()).add(prefixes.size());
            }
            prefixes.add(new TreeSet<>(byList.get(list)));
        }
        of.forEach((prefix, places) ->
                byPrefix.put(prefix, places.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The lists under whose prefixes one of the codes falls, by their place, rising. */
    int[] find(List<String> ipc) {
        TreeSet<Integer> found = new TreeSet<>();
        for (String symbol : byPrefix.isEmpty() ? List.<String>of() : ipc) {
            for (IpcSymbol.Level level : IpcSymbol.Level.values()) {
                int[] of = byPrefix.get(IpcSymbol.truncate(symbol, level));
                for (int i = 0; of != null && i < of.length; i++) {
                    found.add(of[i]);
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Places of the counts. */
    int places() {
        return lists.size() + lists.size() * (lists.size() - 1) / 2;
    }

    /** Counts a family. */
    void count(int[] found, long[] counts, int from) {
        for (int i = 0; i < found.length; i++) {
            counts[from + found[i]]++;
            for (int j = i + 1; j < found.length; j++) {
                counts[from + pair(found[i], found[j])]++;
            }
        }
    }

    /** Place of the pair of list a and a later list b. */
    private int pair(int a, int b) {
        int n = lists.size();
        return n + a * (2 * n - a - 1) / 2 + b - a - 1;
    }

    /**
     * The coverage of each list.
     *
     * @param codes the release's codes
     * @param items entries of each list
     * @param technologies technologies that stand on entries of each list
     * @param families counts as {@link #count} made them
     * @param all all families
     */
    List<Coverage> coverage(
            List<IpcUse> codes, Map<String, Long> items, Map<String, Long> technologies, long[] families, long all) {
        List<Coverage> rows = new ArrayList<>();
        List<Set<String>> groups = mainGroups(codes);
        for (int i = 0; i < lists.size(); i++) {
            boolean isDefined = all > 0 && !prefixes.get(i).isEmpty();
            double[] interval = isDefined ? Wilson.interval((double) families[i], (double) all) : new double[2];
            rows.add(new Coverage(
                    lists.get(i),
                    items.getOrDefault(lists.get(i), 0L),
                    technologies.getOrDefault(lists.get(i), 0L),
                    groups.get(i).size(),
                    families[i],
                    isDefined ? (double) families[i] / all : null,
                    isDefined ? interval[0] : null,
                    isDefined ? interval[1] : null,
                    isDefined ? "OK" : "UNDEFINED"));
        }
        return rows;
    }

    /** The overlap of each pair of lists, by the main groups that the release has. */
    List<Overlap> overlaps(List<IpcUse> codes, long[] families) {
        List<Overlap> rows = new ArrayList<>();
        List<Set<String>> groups = mainGroups(codes);
        for (int a = 0; a < lists.size(); a++) {
            for (int b = a + 1; b < lists.size(); b++) {
                Set<String> either = new TreeSet<>(groups.get(a));
                either.addAll(groups.get(b));
                long both =
                        groups.get(a).stream().filter(groups.get(b)::contains).count();
                rows.add(new Overlap(
                        lists.get(a),
                        lists.get(b),
                        both,
                        either.size(),
                        either.isEmpty() ? null : (double) both / either.size(),
                        families[pair(a, b)],
                        either.isEmpty() ? "UNDEFINED" : "OK"));
            }
        }
        return rows;
    }

    /** For each list, the main groups of the release under its prefixes; of a subgroup, its own. */
    private List<Set<String>> mainGroups(List<IpcUse> codes) {
        List<Set<String>> groups = new ArrayList<>();
        lists.forEach(l -> groups.add(new TreeSet<>()));
        for (IpcUse code : codes) {
            String group = IpcSymbol.truncate(code.symbol(), IpcSymbol.Level.MAIN_GROUP);
            if (group != null) {
                for (int list : find(List.of(code.symbol()))) {
                    groups.get(list).add(group);
                }
            }
        }
        return groups;
    }
}
