package org.smssev.jobs.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Finds the candidate that a row of a score sheet means: by its id; else by a number of a list item or nomination that
 * stands behind it; else by its name or an alias, in either language. What means two candidates means none.
 */
final class CandidateIndex {
    private final Map<String, Supplemented> byId = new HashMap<>();
    private final Map<String, Set<String>> byNumber = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    /**
     * An index.
     *
     * @param itemsOf list items behind a candidate, by candidate
     */
    CandidateIndex(List<Supplemented> candidates, Map<String, ? extends Iterable<String>> itemsOf) {
        for (Supplemented candidate : candidates) {
            String id = candidate.candidateId();
            byId.put(id, candidate);
            candidate.nominations().stream().map(Nomination::nominationNo).forEach(no -> add(byNumber, no, id));
            if (itemsOf.containsKey(id)) {
                itemsOf.get(id).forEach(no -> add(byNumber, no, id));
            }
            add(byName, candidate.nameEn(), id);
            add(byName, candidate.nameZh(), id);
            for (String alias : candidate.aliases()) {
                add(byNumber, alias, id);
                add(byName, alias, id);
            }
        }
    }

    /** The candidate of a row; either text may be null. */
    Optional<Supplemented> find(String technologyId, String name) {
        if (technologyId != null && byId.containsKey(technologyId)) {
            return Optional.of(byId.get(technologyId));
        }
        return only(byNumber, technologyId).or(() -> named(byName, name)).or(() -> only(byName, technologyId));
    }

    /** The candidate that a name alone means; the name, with or without its Chinese form under it. */
    Optional<String> named(String name) {
        return named(byName, name).map(Supplemented::candidateId);
    }

    private Optional<Supplemented> named(Map<String, Set<String>> index, String name) {
        Optional<Supplemented> whole = only(index, name);
        return whole.isPresent() || name == null
                ? whole
                : name.lines()
                        .map(line -> only(index, line))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<Supplemented> only(Map<String, Set<String>> index, String text) {
        Set<String> ids = text == null ? Set.of() : index.getOrDefault(normalised(text), Set.of());
        return ids.size() == 1 ? Optional.of(byId.get(ids.iterator().next())) : Optional.empty();
    }

    private static void add(Map<String, Set<String>> index, String text, String id) {
        if (text != null && !text.isBlank()) {
            index.computeIfAbsent(normalised(text), key -> new TreeSet<>()).add(id);
        }
    }

    /** Lower case, without punctuation, one blank between words. */
    static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+", " ")
                .strip();
    }
}
