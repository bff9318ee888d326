package org.smssev.jobs.ingest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.smssev.jobs.ingest.LinkedFamilies.Links;

/** Families that have a name, by the publications, applications and priorities of their records, and how strongly others are linked with them. */
final class NamedFamilies {
    /** The families of what links. */
    private final Map<String, Set<String>> names = new HashMap<>();
    /** The families of applications by their own publications. */
    private final Map<String, Set<String>> owners = new HashMap<>();

    /** The families of applications as they were before, by their own publications or by what claims priority from them. */
    private final Map<String, Set<String>> before = new HashMap<>();

    /** How a publication is linked with a family, the strongest first. */
    static final class Strength {
        private boolean isOfApplication;
        private boolean isMember;
        private boolean isOfSet;
        private boolean isByApplication;
        private boolean isFromBefore;
        private int shared;

        private static final Comparator<Strength> STRONGEST = Comparator.<Strength, Boolean>comparing(
                        s -> s.isOfApplication)
                .thenComparing(s -> s.isMember)
                .thenComparing(s -> s.isOfSet)
                .thenComparing(s -> s.isByApplication)
                .thenComparing(s -> s.shared)
                .reversed();

        /** The strongest first, of equals the least name. */
        static final Comparator<Map.Entry<String, Strength>> ORDER =
                Map.Entry.<String, Strength>comparingByValue(STRONGEST).thenComparing(Map.Entry.comparingByKey());

        /** Whether all that one list holds is linked so: what else claims one of its priorities is of another family. */
        boolean isOfWhole() {
            return isOfApplication || isMember || isOfSet || isFromBefore;
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** What links, and the families that it links with. */
    Map<String, Set<String>> names() {
        return names;
    }

    /** Names the family of a record. */
    void name(Links record, String family, Predicate<String> matters) {
        name(record.number(), family, matters);
        record.keys().forEach(key -> name(key, family, matters));
        record.applications().forEach(of -> of.forEach(key -> put(owners, Links.APPLICATION + key, family, matters)));
    }

    /** Names the family of one thing that links, if that matters. */
    void name(String key, String family, Predicate<String> matters) {
        put(names, key, family, matters);
    }

    /** Names the family that an application, or a priority, had before, if that matters. */
    void nameBefore(String key, String family, Predicate<String> matters) {
        put(names, key, family, matters);
        put(before, key, family, matters);
    }

    private static void put(Map<String, Set<String>> named, String key, String family, Predicate<String> matters) {
        if (matters.test(key)) {
            named.computeIfAbsent(key, k -> new TreeSet<>()).add(family);
        }
    }

    /** Finds the families with which a publication is linked by its number, as a listed one is. */
    void find(String number, Map<String, Strength> found) {
        names(names, number).forEach(name -> of(name, found).isMember = true);
    }

    /** Finds those with which a record is linked. */
    void find(Links record, Map<String, Strength> found) {
        record.members().forEach(key -> find(key, found));
        for (var of : record.applications()) {
            for (String key : of) {
                names(owners, Links.APPLICATION + key).forEach(name -> of(name, found).isOfApplication = true);
                names(names, Links.APPLICATION + key).forEach(name -> of(name, found).isByApplication = true);
                names(before, Links.APPLICATION + key).forEach(name -> of(name, found).isFromBefore = true);
            }
        }
        for (var of : record.priorities()) {
            Set<String> by = new TreeSet<>();
            of.forEach(key -> by.addAll(names(names, Links.APPLICATION + key)));
            by.forEach(name -> of(name, found).shared++);
        }
        if (!record.priorities().isEmpty()) {
            names(names, record.set()).forEach(name -> of(name, found).isOfSet = true);
        }
    }

    private static Set<String> names(Map<String, Set<String>> named, String key) {
        return named.getOrDefault(key, Set.of());
    }

    private static Strength of(String name, Map<String, Strength> found) {
        return found.computeIfAbsent(name, k -> new Strength());
    }
}
