package org.smssev.jobs.supplement;

import java.util.List;
import org.smssev.common.tables.ScreenTables.Candidate;

/** Candidates of the screen, as tests need them. */
final class Candidates {
    private Candidates() {}

    /** A technology of a list, found in 30 families. */
    static Candidate technology(String id, String name, String ipc, boolean selected) {
        return of(id, name, "TECHNOLOGY", ipc, .4, selected);
    }

    /**
     * A candidate.
     *
     * @param name its name and definition
     * @param source what it was made of
     * @param ipc its scope
     * @param score its score in the screen
     */
    static Candidate of(String id, String name, String source, String ipc, double score, boolean selected) {
        return new Candidate(
                id,
                name,
                null,
                name,
                null,
                source,
                null,
                List.of("LIST", "PATENT"),
                List.of(ipc),
                List.of(),
                30,
                score,
                1.0,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                "LEAD",
                false,
                selected,
                selected ? "SELECTED" : "BELOW_CUT");
    }
}
