package org.smssev.jobs.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** Finds a technology by its id, its name in either language, another name of it, or a part of one. */
final class TechnologyFinder {
    private static final int SHOWN = 8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final List<Technology> technologies;
    private final Map<String, List<String>> aliases = new HashMap<>();

    TechnologyFinder(List<Technology> technologies, List<Supplemented> candidates) {
        this.technologies = technologies;
        candidates.forEach(row -> aliases.put(row.candidateId(), row.aliases()));
    }

    /**
     * The technology.
     *
     * @throws UserException with exit 2, naming those that match or the nearest ones, if not exactly one does
     */
    Technology find(String asked) {
        String wanted = lower(asked);
        List<Predicate<Technology>> ways = List.of(
                row -> lower(row.technologyId()).equals(wanted),
                row -> names(row).anyMatch(wanted::equals),
                row -> names(row).anyMatch(name -> name.contains(wanted)),
                row -> names(row)
                        .anyMatch(name -> Arrays.stream(wanted.split(" ")).allMatch(name::contains)));
        for (Predicate<Technology> way : ways) {
            List<Technology> found = technologies.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (!found.isEmpty()) {
                throw new UserException(
                        Exit.USAGE,
                        found.size() + " technologies match " + asked + "; name one by its id: "
                                + named(found.stream()));
            }
        }
        throw new UserException(
                Exit.USAGE,
                "There is no technology " + asked + "; name one by its id. The nearest names: "
                        + named(technologies.stream()
                                .sorted(Comparator.comparingDouble((Technology row) -> likeness(row, wanted))
                                        .reversed()
                                        .thenComparing(Technology::technologyId))));
    }

    private static String named(Stream<Technology> rows) {
        return String.join(
                ", ",
                rows.limit(SHOWN)
                        .map(row -> row.technologyId() + " (" + row.nameEn() + ")")
                        .toList());
    }

    private Stream<String> names(Technology row) {
        return Stream.concat(
                        Stream.of(row.nameEn(), row.nameZh() == null ? row.nameEn() : row.nameZh()),
                        aliases.getOrDefault(row.technologyId(), List.of()).stream())
                .map(TechnologyFinder::lower);
    }

    /** Mean over the words asked for of the greatest likeness with a word of a name. */
    private double likeness(Technology row, String wanted) {
        return names(row)
                .mapToDouble(name -> Arrays.stream(wanted.split(" "))
                        .mapToDouble(word -> Arrays.stream(name.split(" "))
                                .mapToDouble(other -> SIMILARITY.apply(word, other))
                                .max()
                                .orElse(0))
                        .average()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }
}
