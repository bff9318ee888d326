package org.smssev.jobs.ingest.family;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Families from lists of members: publications that share a member belong together, transitively, and the least number
 * of a family names it. Holds every number in memory, about 200 bytes each.
 */
final class FamilyIds {
    private final Map<String, String> parent = new HashMap<>();

    /** Says that these numbers are of one family. */
    void connect(List<String> members) {
        String first = null;
        for (String member : members) {
            String root = root(member);
            if (first == null || first.equals(root)) {
                first = root;
            } else if (first.compareTo(root) < 0) {
                parent.put(root, first);
            } else {
                parent.put(first, root);
                first = root;
            }
        }
    }

    /** Whether nothing was connected. */
    boolean isEmpty() {
        return parent.isEmpty();
    }

    /** Whether a number was named. */
    boolean contains(String member) {
        return parent.containsKey(member);
    }

    /** Family of each number that was named; the least number is always the root, so the order of calls plays no role. */
    Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        for (String member : List.copyOf(parent.keySet())) {
            families.put(member, root(member));
        }
        return families;
    }

    private String root(String member) {
        String root = member;
        String up = parent.putIfAbsent(root, root);
        while (up != null && !up.equals(root)) {
            root = up;
            up = parent.get(root);
        }
        String at = member;
        while (!at.equals(root)) {
            String above = parent.put(at, root);
            at = above == null ? root : above;
        }
        return root;
    }
}
