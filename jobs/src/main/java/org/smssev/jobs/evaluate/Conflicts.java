package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Whether an expert has a conflict of interest in a technology: by the expert's own word, as one who nominated it, or
 * whose organisation did or applied for patents of it.
 */
final class Conflicts {
    private final Map<String, Supplemented> byId = new TreeMap<>();
    private final Map<String, Roster.Person> roster;
    private final Map<String, Set<String>> applicants;

    /**
     * Conflicts of a panel.
     *
     * @param applicants experts whose organisation applied for patents, by candidate
     */
    Conflicts(List<Supplemented> candidates, Map<String, Roster.Person> roster, Map<String, Set<String>> applicants) {
        candidates.forEach(candidate -> byId.put(candidate.candidateId(), candidate));
        this.roster = roster;
        this.applicants = applicants;
    }

    /** What was said of each candidate, with the conflicts. */
    List<Assessment> assessments(Taken taken) {
        List<Assessment> rows = new ArrayList<>();
        taken.said().forEach((pair, said) -> {
            String reason = reason(pair, said);
            rows.add(new Assessment(
                    pair.round(),
                    pair.expertId(),
                    pair.candidateId(),
                    said.familiarity(),
                    said.basis(),
                    reason != null,
                    reason,
                    said.parameter(),
                    said.comment()));
        });
        return rows;
    }

    private String reason(Taken.Pair pair, Taken.Said said) {
        if (said.conflict()) {
            return "DECLARED";
        }
        Roster.Person person = roster.get(pair.expertId());
        String organisation = person == null ? null : person.organisation();
        if (hasNominated(pair.expertId(), organisation, byId.get(pair.candidateId()))) {
            return "NOMINATED";
        }
        boolean applied = applicants.getOrDefault(pair.candidateId(), Set.of()).contains(pair.expertId());
        return applied ? "APPLICANT" : null;
    }

    private static boolean hasNominated(String expertId, String organisation, Supplemented candidate) {
        return candidate.nominations().stream()
                .anyMatch(nomination ->
                        expertId.equals(nomination.expertId()) || isSame(organisation, nomination.organisation()));
    }

    private static boolean isSame(String organisation, String other) {
        return organisation != null
                && other != null
                && CandidateIndex.normalised(organisation).equals(CandidateIndex.normalised(other));
    }
}
