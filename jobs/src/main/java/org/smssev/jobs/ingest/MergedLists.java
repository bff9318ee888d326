package org.smssev.jobs.ingest;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.smssev.common.tables.IngestTables.Patent;

/** Lists of several records of one publication, put together. */
final class MergedLists {
    private MergedLists() {}

    /** Whether two records differ in their lists alone, so that they may be rows of one record that was taken apart. */
    static boolean areOfOne(Patent a, Patent b) {
        return Objects.equals(a.title(), b.title())
                && Objects.equals(a.abstractText(), b.abstractText())
                && Objects.equals(a.familyId(), b.familyId())
                && Objects.equals(a.priorityDate(), b.priorityDate())
                && Objects.equals(a.filingDate(), b.filingDate())
                && Objects.equals(a.publicationDate(), b.publicationDate())
                && a.withdrawn() == b.withdrawn();
    }

    /** What is in either list, each once. */
    static <T> List<T> either(List<T> first, List<T> second) {
        if (first.containsAll(second)) {
            return first;
        }
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** Citations of either list, each once; a number without a kind is left out where it is there with one. */
    static List<String> cited(List<String> first, List<String> second) {
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return first.isEmpty() ? second : first;
        }
        Set<String> withKinds = new HashSet<>();
        List<String> all = either(first, second);
        all.stream().filter(MergedLists::hasKind).forEach(n -> withKinds.add(n.substring(0, n.lastIndexOf('-'))));
        return all.stream().filter(number -> !withKinds.contains(number)).toList();
    }

    /** Whether a canonical number, {@code US-7650331-B1}, has a kind. */
    private static boolean hasKind(String number) {
        return number.indexOf('-') != number.lastIndexOf('-');
    }
}
