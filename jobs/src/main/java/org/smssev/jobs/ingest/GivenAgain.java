package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.LedgerEntry;

/** What is given again that was published before: a release by other files, or the files of an earlier release. */
final class GivenAgain {
    /** So many files are named of each source. */
    private static final int NAMED = 3;

    private GivenAgain() {}

    /**
     * Tells where the release was published before and others build on it, or it read other files then, and stops the run where
     * it gives far fewer publications now: nothing else does where it is the first release, or an increment.
     *
     * @param entries what became of its records
     */
    static void gateRelease(StageContext context, List<LedgerEntry> entries) {
        Set<String> later = context.laterReleases();
        if (!later.isEmpty()) {
            context.warnAbove(
                    "releases_after",
                    "release",
                    later.size(),
                    0,
                    "later releases build on this one. Until they run again, readers do not see their records. Run them again"
                            + " in this order: " + String.join(", ", later));
        }
        String release = context.config().release().id();
        List<LedgerEntry> then = context.publishedRows(LedgerEntry.class).stream()
                .filter(e -> e.release().equals(release))
                .toList();
        Set<String> before = files(then);
        Set<String> now = files(entries);
        long gone = before.stream().filter(f -> !now.contains(f)).count();
        long come = now.stream().filter(f -> !before.contains(f)).count();
        if (then.isEmpty() || gone + come == 0) {
            return;
        }
        long wereGiven = given(then);
        long areGiven = given(entries);
        String counts = areGiven + " publications were read, against " + wereGiven
                + " in the last published run of release " + release;
        context.warnAbove(
                "release_again",
                "release",
                (double) gone + come,
                0,
                "files differ from the last run of this release (" + come + " new, " + gone + " gone): " + counts
                        + ". Records that only that run read are gone. Give the files of another period their own"
                        + " release.id.");
        IngestQuality.gate(
                context,
                "release_again_dropped",
                IngestQuality.share(Math.max(0, wereGiven - areGiven), wereGiven),
                context.config().ingest().gates().drop(),
                counts
                        + ", from other files. If these are of another period, give them their own release.id. Otherwise"
                        + " correct the files, or raise ingest.gates.drop for this run");
    }

    private static Set<String> files(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::fileSha256).collect(Collectors.toCollection(HashSet::new));
    }

    /** Publications that were given, each once. */
    private static long given(List<LedgerEntry> entries) {
        return entries.stream()
                .mapToLong(e -> e.newRecords() + e.corrected() + e.unchanged())
                .sum();
    }

    /**
     * Tells which files of an increment an earlier release read: they take back what came since. A snapshot means it so.
     *
     * @param entries what became of its records
     * @param before the same of earlier releases
     */
    static void warnOfFiles(StageContext context, List<LedgerEntry> entries, List<LedgerEntry> before) {
        List<String> newestFirst = context.earlierReleases();
        Map<String, LedgerEntry> newest = new HashMap<>();
        before.forEach(e -> newest.merge(
                e.fileSha256(), e, BinaryOperator.minBy(Comparator.comparing(x -> newestFirst.indexOf(x.release())))));
        Map<String, List<String>> again = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            LedgerEntry e = newest.get(entry.fileSha256());
            // Files of a header alone are all alike.
            if (e != null && entry.read() > 0) {
                again.computeIfAbsent(entry.source(), s -> new ArrayList<>())
                        .add(entry.file() + " in release " + e.release()
                                + (e.file().equals(entry.file()) ? "" : " as " + e.file()));
            }
        }
        again.forEach(
                (source, files) -> context.warnAbove(
                        "read_before",
                        source,
                        files.size(),
                        0,
                        "files of this increment were read by an earlier release: "
                                + String.join(", ", files.subList(0, Math.min(NAMED, files.size())))
                                + (files.size() > NAMED ? " and " + (files.size() - NAMED) + " more" : "")
                                + ". Later corrections of their records are undone. Remove the files if that is not intended."));
    }
}
