package org.smssev.jobs.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.RunHistory;

/**
 * The files that went into a run.
 *
 * @param byStage by stage: file name with the beginning of its digest
 */
record RunInputs(Map<String, List<String>> byStage) {
    private static final int SHORT = 8;

    /** The files of the computations whose tables a run holds. */
    static RunInputs of(RunHistory history, MetaTables.Run run) {
        Map<String, List<String>> byStage = new TreeMap<>();
        history.stagesOf(run)
                .forEach(stage -> byStage.put(
                        stage.stage(),
                        stage.files().stream()
                                .map(file -> file.path().replaceAll(".*[/\\\\]", "") + " "
                                        + file.sha256().substring(0, SHORT))
                                .distinct()
                                .sorted()
                                .toList()));
        return new RunInputs(byStage);
    }

    /** Files of a stage. */
    List<String> of(String stage) {
        return byStage.getOrDefault(stage, List.of());
    }
}
