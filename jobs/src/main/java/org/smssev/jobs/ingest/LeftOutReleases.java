package org.smssev.jobs.ingest;

import java.util.Set;
import org.smssev.common.stage.StageContext;

/** Releases that were begun, or computed again, and on which a run does not build. */
final class LeftOutReleases {
    private LeftOutReleases() {}

    /**
     * Stops an increment that would leave out releases: it builds on the last one that was published, and what was read since
     * then and never published, as a later stage failed, would not come back by itself; nor would what was published before the
     * release on which it builds was computed again. A snapshot holds all records again, but does not know which of them those
     * releases brought; that is told.
     */
    static void gate(StageContext context, boolean isSnapshot) {
        Set<String> leftOut = context.leftOut();
        if (isSnapshot) {
            if (!leftOut.isEmpty()) {
                context.warnAbove(
                        "releases_left_out",
                        "release",
                        leftOut.size(),
                        0,
                        "releases on which this snapshot does not build: " + String.join(", ", leftOut)
                                + "; what they brought, corrected or withdrew counts as of this one");
            }
            return;
        }
        IngestQuality.gate(
                context,
                "releases_left_out",
                leftOut.size(),
                context.config().ingest().gates().leftOut(),
                "releases that this increment would leave out, or build on as they were, as what they build on was computed"
                        + " again since, or as they were begun and never published"
                        + (leftOut.isEmpty() ? "" : ": " + String.join(", ", leftOut))
                        + "; publish them first, the oldest first, by `smssev run` with the configuration of each (a snapshot among them, whose"
                        + " files and settings are those of then, stands for those before it), or raise ingest.gates.left-out");
    }

    /** Whether {@link #gate} would stop an increment. */
    static boolean isRefused(StageContext context) {
        return IngestQuality.isAbove(
                context.leftOut().size(),
                context.config().ingest().gates().leftOut().fail());
    }
}
