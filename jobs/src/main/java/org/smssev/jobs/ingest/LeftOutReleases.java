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
                        "releases were begun or changed, and this snapshot does not build on them: "
                                + String.join(", ", leftOut) + ". Their changes count as changes of this one.");
            }
            return;
        }
        IngestQuality.gate(
                context,
                "releases_left_out",
                leftOut.size(),
                context.config().ingest().gates().leftOut(),
                "earlier releases are not published, or their own base was computed again. This increment would leave"
                        + " them out"
                        + (leftOut.isEmpty() ? "" : ": " + String.join(", ", leftOut))
                        + ". Publish them first, the oldest first, with `smssev run` and the configuration of each. An"
                        + " unchanged snapshot among them stands for those before it. Or raise ingest.gates.left-out");
    }

    /** Whether {@link #gate} would stop an increment. */
    static boolean isRefused(StageContext context) {
        return IngestQuality.isAbove(
                context.leftOut().size(),
                context.config().ingest().gates().leftOut().fail());
    }
}
