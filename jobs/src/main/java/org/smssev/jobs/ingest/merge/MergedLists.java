package org.smssev.jobs.ingest.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.name.Capitals;

/** Lists of several records of one publication, put together. */
public final class MergedLists {
    /** How lists of two records of one publication are put together. */
    enum Lists {
        /**
         * Records of their own: each list is filled from the other where an entry lacks its country or position, and the fuller
         * one counts, the first where they are equally full; numbers are of both.
         */
        FULLER,
        /** Rows of one record that was taken apart. */
        OF_ROWS,
        /** A record, and what was known before it: the first list counts if it is not empty. */
        EARLIER,
        /**
         * A record, and one of the same release that its source corrected by it: the first list counts if it is not empty, of
         * applications as well.
         */
        CORRECTED,
        /** What records say together, and one of them: of the lists no more than what it tells of the same names and codes. */
        TOLD;

        List<Party> ofParties(List<Party> first, List<Party> second) {
            return switch (this) {
                case FULLER -> fuller(first, second);
                case OF_ROWS -> parties(first, second);
                case EARLIER, CORRECTED, TOLD -> located(first, second);
            };
        }

        List<IpcCode> ofCodes(List<IpcCode> first, List<IpcCode> second) {
            return switch (this) {
                case FULLER -> second.size() > first.size() ? placed(second, first) : placed(first, second);
                case OF_ROWS -> codes(first, second);
                case EARLIER, CORRECTED, TOLD -> placed(first, second);
            };
        }

        List<String> ofCited(List<String> first, List<String> second) {
            return switch (this) {
                case FULLER, OF_ROWS -> cited(first, second);
                case EARLIER, CORRECTED -> own(first, second);
                case TOLD -> first;
            };
        }

        /** A later release may link to any of them, but for those that their source has corrected. */
        List<String> ofApplications(List<String> first, List<String> second) {
            return switch (this) {
                // A record that tells its application alone leaves the priorities; what says nothing new changes
                // nothing.
                case EARLIER -> second.containsAll(first) ? second : numbers(first, second);
                case FULLER, OF_ROWS -> numbers(first, second);
                case CORRECTED -> own(first, second);
                case TOLD -> first;
            };
        }
    }

    /** Codes of one symbol: the first position, and codes of which it is known, come first. */
    private static final Comparator<IpcCode> KNOWN_FIRST = Comparator.comparing(
                    IpcCode::position, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(IpcCode::value, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{Punct}\\s]+");

    private MergedLists() {}

    /**
     * Whether two records differ in their lists alone, and agree in a text or date, so that they may be rows of one record that was
     * taken apart.
     */
    static boolean areOfOne(Patent a, Patent b) {
        boolean isTold = a.title() != null
                || a.abstractText() != null
                || a.priorityDate() != null
                || a.filingDate() != null
                || a.publicationDate() != null;
        return isTold
                && Objects.equals(a.title(), b.title())
                && Objects.equals(a.abstractText(), b.abstractText())
                && Objects.equals(a.familyId(), b.familyId())
                && Objects.equals(a.priorityDate(), b.priorityDate())
                && Objects.equals(a.filingDate(), b.filingDate())
                && Objects.equals(a.publicationDate(), b.publicationDate())
                && a.withdrawn() == b.withdrawn();
    }

    /** Parties of rows of one record, by name, as rows come in any order; one without a country is none beside it with one. */
    private static List<Party> parties(List<Party> first, List<Party> second) {
        if (isToldByOne(first, second)) {
            return own(first, second);
        }
        Set<Party> all = new LinkedHashSet<>(first);
        all.addAll(second);
        Set<String> placed =
                all.stream().filter(p -> p.country() != null).map(Party::name).collect(Collectors.toSet());
        return all.stream()
                .filter(p -> p.country() != null || !placed.contains(p.name()))
                .sorted(Comparator.comparing(Party::name)
                        .thenComparing(Party::country, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** Codes likewise, by symbol; one of which position or value is known is preferred. */
    private static List<IpcCode> codes(List<IpcCode> first, List<IpcCode> second) {
        if (isToldByOne(first, second)) {
            return own(first, second);
        }
        Map<String, IpcCode> all = new TreeMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(code -> all.merge(code.symbol(), code, BinaryOperator.minBy(KNOWN_FIRST)));
        return List.copyOf(all.values());
    }

    /** Whether there is nothing to put together, so that the order of one list stays. */
    private static boolean isToldByOne(List<?> first, List<?> second) {
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    /** The fuller list once each has what the other tells of its names, so that countries of the shorter one do not make it that. */
    private static List<Party> fuller(List<Party> first, List<Party> second) {
        List<Party> one = located(first, second);
        List<Party> other = located(second, first);
        long more = fullness(other) - fullness(one);
        return more > 0 || more == 0 && fullness(second) > fullness(first) ? other : one;
    }

    private static long fullness(List<Party> parties) {
        return parties.stream().filter(p -> !p.name().isEmpty()).count()
                + parties.stream().filter(p -> p.country() != null).count();
    }

    private static <T> List<T> own(List<T> now, List<T> before) {
        return now.isEmpty() ? before : now;
    }

    /**
     * Parties of one list; those without a country have the one that the other list tells of their name, but not where the list itself
     * has the name with one: a record that repeats itself says nothing new.
     */
    private static List<Party> located(List<Party> list, List<Party> other) {
        if (list.isEmpty() || list.stream().allMatch(p -> p.country() != null)) {
            return own(list, other);
        }
        Map<String, String> known = new HashMap<>();
        other.stream().filter(p -> p.country() != null).forEach(p -> known.putIfAbsent(spelled(p), p.country()));
        list.stream().filter(p -> p.country() != null).forEach(p -> known.remove(spelled(p)));
        return list.stream()
                .map(p -> p.country() == null && !p.name().isEmpty()
                        ? new Party(p.name(), known.get(spelled(p)), p.harmonised())
                        : p)
                .toList();
    }

    /** By what a name is known in another list; those of inventors are not harmonised, and differ in commas and points. */
    private static String spelled(Party party) {
        return party.harmonised() == null
                ? BETWEEN_WORDS
                        .matcher(Capitals.of(party.name()))
                        .replaceAll(" ")
                        .strip()
                : party.harmonised();
    }

    /** Codes of one list; those without position and value have what the other list tells of their symbol. */
    private static List<IpcCode> placed(List<IpcCode> list, List<IpcCode> other) {
        if (list.isEmpty() || list.stream().noneMatch(MergedLists::isBare)) {
            return own(list, other);
        }
        Map<String, IpcCode> known = new HashMap<>();
        other.forEach(code -> known.putIfAbsent(code.symbol(), code));
        return list.stream()
                .map(code -> isBare(code) ? known.getOrDefault(code.symbol(), code) : code)
                .toList();
    }

    private static boolean isBare(IpcCode code) {
        return code.position() == null && code.value() == null;
    }

    /** What is in either list, each once. */
    public static <T> List<T> either(List<T> first, List<T> second) {
        if (first.containsAll(second)) {
            return first;
        }
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** Numbers of both lists, each once, in their order, as records come in any. */
    private static List<String> numbers(List<String> first, List<String> second) {
        if (isToldByOne(first, second)) {
            return own(first, second);
        }
        Set<String> all = new TreeSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** Citations of both lists likewise; a number without a kind is left out where it is there with one. */
    static List<String> cited(List<String> first, List<String> second) {
        if (isToldByOne(first, second)) {
            return own(first, second);
        }
        Set<String> withKinds = new HashSet<>();
        List<String> all = numbers(first, second);
        all.stream().filter(MergedLists::hasKind).forEach(n -> withKinds.add(n.substring(0, n.lastIndexOf('-'))));
        return all.stream().filter(number -> !withKinds.contains(number)).toList();
    }

    /** Numbers, each once, in the order of before where they are the same. */
    static List<String> inOrderOf(List<String> before, List<String> now) {
        boolean areSame = before.size() == now.size() && new HashSet<>(before).containsAll(now);
        return areSame ? before : now;
    }

    /** Whether a canonical number, {@code US-7650331-B1}, has a kind. */
    private static boolean hasKind(String number) {
        int kind = number.lastIndexOf('-') + 1;
        return number.indexOf('-') == 2
                && kind > 3
                && kind < number.length()
                && Character.isLetter(number.charAt(kind));
    }
}
