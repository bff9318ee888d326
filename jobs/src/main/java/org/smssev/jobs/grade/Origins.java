package org.smssev.jobs.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Why one of two runs holds a technology that the other lacks, as far as the tables of both runs and what differs between
 * them tell without computing the selection of candidates again, which rests on all patents. Where several inputs may be
 * the cause, all are named.
 *
 * @param inputs inputs that may be the cause
 * @param en what the tables tell, in words
 */
record Origins(List<String> inputs, String en) {
    /**
     * Why.
     *
     * @param with the run that holds it
     * @param without the run that lacks it
     */
    static Origins of(String technologyId, GradedRun.Origin with, GradedRun.Origin without, Differences differences) {
        TreeSet<String> possible = differences.names();
        Optional<Candidate> dropped = without.screened().stream()
                .filter(row -> row.candidateId().equals(technologyId))
                .findFirst();
        List<String> members = with.members().stream()
                .filter(row -> row.candidateId().equals(technologyId))
                .filter(row -> row.memberKind().equals("TECHNOLOGY"))
                .map(row -> row.memberId())
                .toList();
        List<String> unlisted = members.stream()
                .filter(id -> without.listed().stream()
                        .noneMatch(row -> row.technologyId().equals(id)))
                .toList();
        Optional<Supplemented> nominated = with.supplemented().stream()
                .filter(row -> row.candidateId().equals(technologyId))
                .filter(row -> !row.nominations().isEmpty())
                .findFirst();
        String seen;
        if (dropped.isPresent()) {
            seen = "the run without it dropped it in the screen: "
                    + dropped.get().reason();
        } else if (!members.isEmpty() && unlisted.size() == members.size()) {
            seen = "the lists of the run without it lack " + String.join(", ", unlisted)
                    + entries(unlisted, with, without);
            possible.retainAll(Set.of(Decomposition.LISTS, Decomposition.SETTINGS, Decomposition.CODE));
        } else if (nominated.isPresent() && members.isEmpty()) {
            seen = "it was nominated (" + nominated.get().nominations().get(0).nominationNo() + ")";
            possible.retainAll(Set.of(Decomposition.LISTS, Decomposition.SETTINGS, Decomposition.CODE));
        } else {
            seen = "the run without it found no such candidate in its patents";
            possible.remove(Decomposition.LISTS);
        }
        if (possible.isEmpty()) {
            return new Origins(List.of(Decomposition.NOT_RECOMPUTED), seen);
        }
        return new Origins(List.copyOf(possible), seen);
    }

    /** The entries that stand behind technologies in one run, and which of them the other run lacks. */
    private static String entries(List<String> technologies, GradedRun.Origin with, GradedRun.Origin without) {
        Set<String> there = without.items().stream()
                .map(row -> row.listId() + " " + row.itemNo())
                .collect(Collectors.toSet());
        List<String> standing = with.standing().stream()
                .filter(row -> technologies.contains(row.technologyId()))
                .map(row -> row.listId() + " " + row.itemNo())
                .distinct()
                .sorted()
                .toList();
        List<String> lacking =
                standing.stream().filter(entry -> !there.contains(entry)).toList();
        if (standing.isEmpty()) {
            return "";
        }
        return lacking.isEmpty()
                ? ", though their entries are on them: they were not picked, or stand under other names"
                : ", as these entries are not on them: " + String.join(", ", lacking);
    }
}
