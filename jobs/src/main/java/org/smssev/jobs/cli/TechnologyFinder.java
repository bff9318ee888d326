package org.smssev.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Finds a technology by its id, its name in either language, another name of it, or a part of one. Of those that the same
 * way finds, graded ones come before those that were screened out.
 */
final class TechnologyFinder {
    private static final int SHOWN = 8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final List<Named> graded = new ArrayList<>();
    private final List<Named> dropped = new ArrayList<>();

    /** What a technology is called. */
    private record Named(String id, String nameEn, String nameZh, List<String> aliases) {
        Stream<String> names() {
            return Stream.concat(Stream.of(nameEn, nameZh == null ? nameEn : nameZh), aliases.stream())
                    .map(TechnologyFinder::lower);
        }
    }

    /**
     * A finder among the technologies of a run.
     *
     * @param screened all candidates of the screen, those that it dropped among them
     */
    TechnologyFinder(List<Technology> technologies, List<Supplemented> candidates, List<Candidate> screened) {
        Map<String, List<String>> aliases = new HashMap<>();
        candidates.forEach(row -> aliases.put(row.candidateId(), row.aliases()));
        Set<String> ids = new HashSet<>();
        for (Technology row : technologies) {
            ids.add(row.technologyId());
            graded.add(new Named(
                    row.technologyId(),
                    row.nameEn(),
                    row.nameZh(),
                    aliases.getOrDefault(row.technologyId(), List.of())));
        }
        screened.stream()
                .filter(row -> !ids.contains(row.candidateId()))
                .forEach(row -> dropped.add(new Named(row.candidateId(), row.nameEn(), row.nameZh(), List.of())));
    }

    /**
     * The id of the technology.
     *
     * @throws UserException with exit 2, naming those that match or the nearest ones, if not exactly one does
     */
    String find(String asked) {
        String wanted = lower(asked);
        List<Predicate<Named>> ways = List.of(
                row -> lower(row.id()).equals(wanted),
                row -> row.names().anyMatch(wanted::equals),
                row -> row.names().anyMatch(name -> name.contains(wanted)),
                row -> row.names()
                        .anyMatch(name -> Arrays.stream(wanted.split(" ")).allMatch(name::contains)));
        for (Predicate<Named> way : ways) {
            for (List<Named> among : List.of(graded, dropped)) {
                List<Named> found = among.stream().filter(way).toList();
                if (found.size() == 1) {
                    return found.get(0).id();
                }
                if (!found.isEmpty()) {
                    throw new UserException(
                            Exit.USAGE,
                            asked + ": " + found.size() + " technologies match. Give the id of one: "
                                    + named(found.stream()) + ".");
                }
            }
        }
        throw new UserException(
                Exit.USAGE,
                asked + ": no such technology. Give an id. The closest names are: "
                        + named(Stream.concat(graded.stream(), dropped.stream())
                                .sorted(Comparator.comparingDouble((Named row) -> likeness(row, wanted))
                                        .reversed()
                                        .thenComparing(Named::id))));
    }

    private static String named(Stream<Named> rows) {
        return String.join(
                ", ",
                rows.limit(SHOWN)
                        .map(row -> row.id() + " (" + row.nameEn() + ")")
                        .toList());
    }

    /** Mean over the words asked for of the greatest likeness with a word of a name. */
    private static double likeness(Named row, String wanted) {
        return row.names()
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
