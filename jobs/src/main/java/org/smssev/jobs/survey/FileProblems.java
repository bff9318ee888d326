package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** What is wrong with a file, told all together. */
final class FileProblems {
    /** Most problems that are written out. */
    private static final int SHOWN = 100;

    private final String what;
    private final Path file;
    private final List<String> problems = new ArrayList<>();

    /**
     * Of a file without problems so far.
     *
     * @param what what the file is, e.g. {@code List ccl}
     */
    FileProblems(String what, Path file) {
        this.what = what;
        this.file = file;
    }

    /**
     * Adds a problem.
     *
     * @param where sheet and cell, or line
     */
    void add(String where, String problem) {
        problems.add(where + " " + problem);
    }

    /**
     * Ends the reading of the file.
     *
     * @throws UserException with exit 3 if there are problems, with all of them
     */
    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        String more = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
        throw new UserException(
                Exit.INPUT,
                what + ", " + file + ": " + problems.size()
                        + (problems.size() == 1 ? " problem. Correct it:\n  " : " problems. Correct them:\n  ")
                        + String.join("\n  ", problems.subList(0, Math.min(SHOWN, problems.size()))) + more);
    }
}
