package org.smssev.jobs.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Names that recur, each with a number, in the order in which they came first. */
final class Names implements Serializable {
    private static final long serialVersionUID = 1L;

    final List<String> names = new ArrayList<>();
    private final transient Map<String, Integer> numbers = new HashMap<>();

    int number(String name) {
        return numbers.computeIfAbsent(name, n -> {
            names.add(n);
            return names.size() - 1;
        });
    }

    /** All names, sorted. */
    static String[] sorted(List<Names> parts) {
        TreeSet<String> all = new TreeSet<>();
        parts.forEach(part -> all.addAll(part.names));
        return all.toArray(String[]::new);
    }

    /** The places of these names among all, sorted. */
    int[] among(String[] sorted) {
        return names.stream()
                .mapToInt(name -> Arrays.binarySearch(sorted, name))
                .toArray();
    }
}
