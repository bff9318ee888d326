package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.jobs.ingest.NamedFamilies.Strength;

/**
 * Families of publications that name none, by what links them with each other and with those that name one.
 *
 * <p>A list of members that holds the record itself is its whole family, as if that were named: lists with a member in common are one,
 * others are not joined by what they share. It has the family that others name of its application or a member, or of the same
 * priorities, or that had its application before, else the least of its members names it.
 *
 * <p>Of the families that have a name so, another publication has that of its own application, or else that which lists it as a member or
 * which it lists, or else that of the same priorities, or else that which claims priority from its application or had it before, or else
 * that with which it shares most priorities; of equals the least. One that is linked with such publications only by others that
 * name none has the least of theirs. Where none is named, those that are linked are a family by the name of its least
 * publication. A name never moves a publication that names another.
 *
 * <p>Takes some 200 bytes for each number, and where families may be named twice as much again.
 */
final class LinkedFamilies {
    /** Keeps the names of families apart from numbers. */
    private static final String NAME = "\u0001";

    private final boolean mayBeNamed;
    /** By what links them; whole lists link nothing here. */
    private final FamilyIds groups = new FamilyIds();
    /** The group of each, once all that name none were taken. */
    private Map<String, String> groupOf;

    private final Map<String, List<Links>> records = new HashMap<>();
    /** Whole lists, by their members. */
    private final FamilyIds lists = new FamilyIds();

    private final List<Links> listing = new ArrayList<>();
    private final NamedFamilies given = new NamedFamilies();

    /**
     * Nothing linked yet.
     *
     * @param mayBeNamed whether families will be named, or lists be whole
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
        /** Keeps applications, and sets of priorities, apart from publications of the same digits; both sort behind them. */
        static final String APPLICATION = "\uffff";

        static final String SET = "\uffff\uffff";

        /** All of it but the number, each apart from numbers of the other kinds. */
        List<String> keys() {
            List<String> keys = new ArrayList<>(members);
            applications.forEach(of -> of.forEach(key -> keys.add(APPLICATION + key)));
            priorities.forEach(of -> of.forEach(key -> keys.add(APPLICATION + key)));
            if (!priorities.isEmpty()) {
                keys.add(set());
            }
            return keys;
        }

        /** The priorities by their first keys: whether there is another depends on the dates that a source gives. */
        String set() {
            TreeSet<String> first = new TreeSet<>();
            priorities.forEach(of -> first.add(of.get(0)));
            return SET + String.join(SET, first);
        }

        /** Whether it lists its whole family. */
        boolean isWhole() {
            return members.contains(number);
        }
    }

    /** Takes a record that names no family. */
    void add(Links record) {
        List<String> keys = new ArrayList<>(List.of(record.number()));
        keys.addAll(record.keys());
        if (record.isWhole()) {
            lists.connect(record.members());
            listing.add(record);
            keys.forEach(key -> groups.connect(List.of(key)));
        } else {
            groups.connect(keys);
        }
        if (mayBeNamed) {
            records.computeIfAbsent(record.number(), k -> new ArrayList<>(1)).add(record);
        }
    }

    /** Whether nothing was added. */
    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Whether a publication was added, or listed as a member. */
    boolean contains(String number) {
        return groups.contains(number);
    }

    /** Takes a record that names its family, after all that name none. */
    void name(Links record, String family) {
        given.name(record, family, groups::contains);
    }

    /** Takes the family of a publication, or of an application or priority, that is known from before. */
    void nameKnown(String number, boolean isApplication, String family) {
        if (isApplication) {
            given.nameBefore(Links.APPLICATION + number, family, groups::contains);
        } else {
            given.name(number, family, groups::contains);
        }
    }

    private Map<String, String> groupOf() {
        if (groupOf == null) {
            groupOf = groups.families();
        }
        return groupOf;
    }

    /** Publications that were added or listed, in order. */
    List<String> publications() {
        return numbers(false);
    }

    /** Applications of these, in order. */
    List<String> applications() {
        return numbers(true).stream()
                .filter(key -> !key.startsWith(Links.SET))
                .map(key -> key.substring(Links.APPLICATION.length()))
                .toList();
    }

    private List<String> numbers(boolean areApplications) {
        return groupOf().keySet().stream()
                .filter(key -> key.startsWith(Links.APPLICATION) == areApplications)
                .sorted()
                .toList();
    }

    /** The family of each publication that was added or listed; that of one which is a family of its own is its number. */
    Map<String, String> families() {
        Map<String, String> families = ofLists();
        NamedFamilies listed = new NamedFamilies();
        listing.forEach(record -> listed.name(record, families.get(record.number()), groups::contains));
        Map<String, String> least = new HashMap<>();
        if (!given.isEmpty() || !listed.isEmpty()) {
            groupOf().forEach((number, group) -> {
                String family = number.startsWith(Links.APPLICATION)
                        ? null
                        : families.computeIfAbsent(number, n -> linked(n, listed));
                if (family != null) {
                    least.merge(group, family, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            });
        }
        groupOf().forEach((number, group) -> {
            if (!number.startsWith(Links.APPLICATION)) {
                families.putIfAbsent(number, least.getOrDefault(group, group));
            }
        });
        return families;
    }

    /** The family of each publication that a whole list holds: one for all of it. */
    private Map<String, String> ofLists() {
        Map<String, String> listOf = lists.families();
        Map<String, Map<String, Strength>> found = new HashMap<>();
        listOf.forEach((number, list) -> given.find(number, found.computeIfAbsent(list, k -> new TreeMap<>())));
        listing.forEach(record -> given.find(record, found.get(listOf.get(record.number()))));
        Map<String, String> names = new HashMap<>();
        found.forEach((list, by) -> {
            by.values().removeIf(strength -> !strength.isOfWhole());
            names.put(
                    list,
                    by.entrySet().stream()
                            .min(Strength.ORDER)
                            .map(Map.Entry::getKey)
                            .orElse(list));
        });
        Map<String, String> families = new HashMap<>();
        listOf.forEach((number, list) -> families.put(number, names.get(list)));
        return families;
    }

    /** The family with which a publication is linked itself; null if with none. */
    private String linked(String number, NamedFamilies listed) {
        Map<String, Strength> found = new TreeMap<>();
        for (NamedFamilies named : List.of(given, listed)) {
            named.find(number, found);
            records.getOrDefault(number, List.of()).forEach(record -> named.find(record, found));
        }
        return found.entrySet().stream()
                .min(Strength.ORDER)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Those of some families that are linked with a lesser one. */
    Set<String> apart(Set<String> families) {
        FamilyIds together = new FamilyIds();
        listing.forEach(record -> {
            List<String> connected = new ArrayList<>();
            record.members().forEach(member -> connected.add(groupOf().get(member)));
            record.applications()
                    .forEach(of -> of.forEach(key -> connected.add(groupOf().get(Links.APPLICATION + key))));
            together.connect(connected);
        });
        given.names()
                .forEach((key, of) ->
                        of.forEach(name -> together.connect(List.of(groupOf().get(key), NAME + name))));
        Map<String, String> roots = together.families();
        Set<String> apart = new TreeSet<>(families);
        apart.removeIf(name -> roots.getOrDefault(NAME + name, NAME + name).equals(NAME + name));
        return apart;
    }
}
