package org.smssev.jobs.run;

import java.util.List;
import java.util.Map;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * A run that died without a word, as its process was killed or its machine stopped. The next one, which finds its lock, tells of
 * it in {@code meta.runs}, so that a later increment does not leave out what it was to read.
 */
final class KilledRun {
    private static final String RELEASE = "release";
    private static final String CODE = "code";
    private static final String CONFIG = "config";

    private KilledRun() {}

    /** What the lock of a run tells about it. */
    static Map<String, String> about(String release, String code, String configFile) {
        return Map.of(RELEASE, release, CODE, code, CONFIG, configFile);
    }

    /** Records one, unless it has said itself how it ended, or was no run of a release. */
    static void record(Warehouse warehouse, RunLock.Dead dead) {
        if (dead.about(RELEASE).isEmpty()
                || RunHistory.read(warehouse, MetaTables.Run.class).stream()
                        .anyMatch(run -> run.runId().equals(dead.run()))) {
            return;
        }
        MetaTables.Run row = new MetaTables.Run(
                dead.run(),
                "FAILED",
                dead.about(RELEASE).get(),
                dead.begun(),
                dead.lastHeartbeat(),
                dead.about(CODE).orElse(""),
                null,
                List.of(),
                List.of(),
                dead.about(CONFIG).orElse(""),
                "Killed: " + dead.process() + " ended without a message",
                null);
        warehouse.append(MetaTables.Run.class, List.of(row), dead.run() + "/meta.runs");
    }
}
