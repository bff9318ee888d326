package org.smssev.jobs.ingest.family;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Families of publications that name none, by what links them with each other and with those that name one.
 *
 * <p>Of the families that others name, one has that of its own application, or else that which lists it as a member or which it
 * lists, or else that of the same priorities, or else that which claims priority from its application or had it before, or else
 * that with which it shares most priorities; of equals the least. One that is linked with such publications only by others that
 * name none has the least of theirs. Where none is named, those that are linked are a family by the name of its least
 * publication. A name never moves a publication that names another.
 *
 * <p>Takes some 200 bytes for each number, and where families may be named twice as much again.
 */
public final class LinkedFamilies {
    /** Keeps applications, and sets of priorities, apart from publications of the same digits; both sort behind them. */
    private static final String APPLICATION = "\uffff";

    private static final String SET = "\uffff\uffff";
    /** Keeps the names of families apart from numbers. */
    private static final String NAME = "\u0001";

    private final boolean mayBeNamed;
    /** By what links them. */
    private final FamilyIds groups = new FamilyIds();
    /** The group of each, once all that name none were taken. */
    private Map<String, String> groupOf;

    private final Map<String, List<Links>> records = new HashMap<>();
    /** The families that are named of what links. */
    private final Map<String, Set<String>> names = new HashMap<>();
    /** The families that are named of applications by their own publications. */
    private final Map<String, Set<String>> owners = new HashMap<>();

    /**
     * Nothing linked yet.
     *
     * @param mayBeNamed whether families will be named
     */
    LinkedFamilies(boolean mayBeNamed) {
        this.mayBeNamed = mayBeNamed;
    }

    /**
     * What links a record with others.
     *
     * @param number its canonical publication number
     * @param members canonical numbers of publications that it lists as its family
     * @param applications the keys of each number of its application
     * @param priorities the keys of each number of an application that it claims priority from
     */
    record Links(String number, List<String> members, List<List<String>> applications, List<List<String>> priorities)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        /** All of it but the number, each apart from numbers of the other kinds. */
        private List<String> keys() {
            List<String> keys = numbers();
            if (!priorities.isEmpty()) {
                keys.add(set());
            }
            return keys;
        }

        /** These without the set of its priorities. */
        private List<String> numbers() {
            List<String> numbers = new ArrayList<>(members);
            applications.forEach(of -> of.forEach(key -> numbers.add(APPLICATION + key)));
            priorities.forEach(of -> of.forEach(key -> numbers.add(APPLICATION + key)));
            return numbers;
        }

        /** The priorities by their first keys: whether there is another depends on the dates that a source gives. */
        private String set() {
            TreeSet<String> first = new TreeSet<>();
            priorities.forEach(of -> first.add(of.get(0)));
            return SET + String.join(SET, first);
        }
    }

    /** Takes a record that names no family. */
    void add(Links record) {
        List<String> keys = new ArrayList<>(List.of(record.number()));
        keys.addAll(record.keys());
        groups.connect(keys);
        if (mayBeNamed) {
            records.computeIfAbsent(record.number(), k -> new ArrayList<>(1)).add(record);
        }
    }

    /**
     * Takes a record that may count later: what names its keys is kept, and nothing is linked by it. Also where it does not count
     * in the end its keys are there, each alone: what is known of them is asked for in vain, and moves nothing.
     */
    void expect(Links record) {
        groups.connect(List.of(record.number()));
        record.keys().forEach(key -> groups.connect(List.of(key)));
    }

    /** Whether nothing was added or expected. */
    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Whether a publication was added, or listed as a member, or expected. */
    boolean contains(String number) {
        return groups.contains(number);
    }

    /** Whether a record is of such a publication, or has a key of one. */
    boolean meets(Links record) {
        // Where the set of its priorities is there, so is each of them.
        return contains(record.number()) || record.numbers().stream().anyMatch(groups::contains);
    }

    /** Takes a record that names its family, after all that name none were added or expected. */
    void name(Links record, String family) {
        name(names, record.number(), family);
        record.keys().forEach(key -> name(names, key, family));
        record.applications().forEach(of -> of.forEach(key -> name(owners, APPLICATION + key, family)));
    }

    /** What records tell that name no family links others with the one that is named of their publication elsewhere. */
    void nameRecords(String number, String family) {
        records.getOrDefault(number, List.of()).forEach(record -> name(record, family));
    }

    /** Takes the family of a publication, or of an application or priority, that is known from before. */
    void nameKnown(String number, boolean isApplication, String family) {
        name(names, isApplication ? APPLICATION + number : number, family);
    }

    private void name(Map<String, Set<String>> named, String key, String family) {
        if (groups.contains(key)) {
            named.computeIfAbsent(key, k -> new TreeSet<>()).add(family);
        }
    }

    private Map<String, String> groupOf() {
        if (groupOf == null) {
            groupOf = groups.families();
        }
        return groupOf;
    }

    /** What all share that are linked with a publication that was added. */
    String group(String number) {
        return groupOf().get(number);
    }

    /** Those of some publications that were added which are linked with a family that is named so far. */
    Set<String> named(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        names.keySet().forEach(key -> named.add(groupOf().get(key)));
        return numbers.stream()
                .filter(number -> named.contains(groupOf().get(number)))
                .collect(Collectors.toSet());
    }

    /** Publications that were added, listed or expected, in order. */
    List<String> publications() {
        return numbers(false);
    }

    /** Applications of these, in order. */
    List<String> applications() {
        return numbers(true).stream()
                .filter(key -> !key.startsWith(SET))
                .map(key -> key.substring(APPLICATION.length()))
                .toList();
    }

    private List<String> numbers(boolean areApplications) {
        return groupOf().keySet().stream()
                .filter(key -> key.startsWith(APPLICATION) == areApplications)
                .sorted()
                .toList();
    }

    /** The family of each publication that was added, listed or expected; that of one which is a family of its own is its number. */
    Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        Map<String, String> least = new HashMap<>();
        if (!names.isEmpty()) {
            groupOf().forEach((number, group) -> {
                String family = number.startsWith(APPLICATION) ? null : linked(number);
                if (family != null) {
                    families.put(number, family);
                    least.merge(group, family, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            });
        }
        groupOf().forEach((number, group) -> {
            if (!number.startsWith(APPLICATION)) {
                families.putIfAbsent(number, least.getOrDefault(group, group));
            }
        });
        return families;
    }

    /** How a publication is linked with a family that is named, the strongest first. */
    private static final class Strength {
        private boolean isOfApplication;
        private boolean isMember;
        private boolean isOfSet;
        private boolean isByApplication;
        private int shared;

        private static final Comparator<Strength> STRONGEST = Comparator.<Strength, Boolean>comparing(
                        s -> s.isOfApplication)
                .thenComparing(s -> s.isMember)
                .thenComparing(s -> s.isOfSet)
                .thenComparing(s -> s.isByApplication)
                .thenComparing(s -> s.shared)
                .reversed();
    }

    /** The family with which a publication is linked itself; null if with none. */
    private String linked(String number) {
        Map<String, Strength> found = new TreeMap<>();
        named(names, number, found).forEach(s -> s.isMember = true);
        for (Links record : records.getOrDefault(number, List.of())) {
            record.members().forEach(key -> named(names, key, found).forEach(s -> s.isMember = true));
            for (List<String> of : record.applications()) {
                of.forEach(key -> named(owners, APPLICATION + key, found).forEach(s -> s.isOfApplication = true));
                of.forEach(key -> named(names, APPLICATION + key, found).forEach(s -> s.isByApplication = true));
            }
            for (List<String> of : record.priorities()) {
                Set<String> by = new TreeSet<>();
                of.forEach(key -> by.addAll(names.getOrDefault(APPLICATION + key, Set.of())));
                by.forEach(name -> found.computeIfAbsent(name, k -> new Strength()).shared++);
            }
            if (!record.priorities().isEmpty()) {
                named(names, record.set(), found).forEach(s -> s.isOfSet = true);
            }
        }
        return found.entrySet().stream()
                .min(Map.Entry.<String, Strength>comparingByValue(Strength.STRONGEST)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<Strength> named(Map<String, Set<String>> names, String key, Map<String, Strength> found) {
        return names.getOrDefault(key, Set.of()).stream()
                .map(name -> found.computeIfAbsent(name, k -> new Strength()))
                .toList();
    }

    /** Those of some families that are linked with a lesser one. */
    Set<String> apart(Set<String> families) {
        FamilyIds together = new FamilyIds();
        names.forEach((key, of) ->
                of.forEach(name -> together.connect(List.of(groupOf().get(key), NAME + name))));
        Map<String, String> roots = together.families();
        Set<String> apart = new TreeSet<>(families);
        apart.removeIf(name -> roots.getOrDefault(NAME + name, NAME + name).equals(NAME + name));
        return apart;
    }
}
