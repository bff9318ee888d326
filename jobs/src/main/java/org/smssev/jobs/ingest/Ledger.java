package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;

/** Counts what became of the records of each file. */
final class Ledger {
    private final String release;
    private final Map<Integer, Map<Outcome, Long>> counts = new HashMap<>();

    Ledger(String release) {
        this.release = release;
    }

    /** Adds records of a file by its number; {@link Decisions#EARLIER} stands for publications that no record was read for. */
    void add(int file, Outcome outcome, long n) {
        counts.computeIfAbsent(file, f -> new EnumMap<>(Outcome.class)).merge(outcome, n, Long::sum);
    }

    /** Records of an outcome, over all files. */
    long total(Outcome outcome) {
        return counts.values().stream()
                .mapToLong(c -> c.getOrDefault(outcome, 0L))
                .sum();
    }

    /** What became of the records of a release, in words, but for what there was none of. */
    static String described(String release, List<LedgerEntry> entries) {
        Map<String, ToLongFunction<LedgerEntry>> counts = new LinkedHashMap<>();
        counts.put("new", LedgerEntry::newRecords);
        counts.put("corrected", LedgerEntry::corrected);
        counts.put("unchanged", LedgerEntry::unchanged);
        counts.put("duplicate", LedgerEntry::duplicate);
        counts.put("quarantined", LedgerEntry::quarantined);
        counts.put("marked as withdrawn", LedgerEntry::withdrawnMarked);
        counts.put("withdrawn because missing", LedgerEntry::withdrawnAbsent);
        List<String> some = new ArrayList<>();
        counts.forEach((what, count) -> {
            long n = entries.stream().mapToLong(count).sum();
            if (n > 0) {
                some.add(String.format(Locale.ROOT, "%,d %s", n, what));
            }
        });
        return "release " + release + ": " + (some.isEmpty() ? "no record" : String.join(", ", some));
    }

    /**
     * The rows of the release.
     *
     * @param files its files, in order
     * @throws IllegalStateException if the sum of outcomes of a file is not what was read from it
     */
    List<LedgerEntry> entries(List<Input.Read> files) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Input.Read read : files) {
            FileId file = read.file();
            Map<Outcome, Long> c = counts.getOrDefault(file.number(), Map.of());
            LedgerEntry entry = new LedgerEntry(
                    release,
                    file.sha256(),
                    file.source(),
                    file.name(),
                    read.records(),
                    c.getOrDefault(Outcome.NEW, 0L),
                    c.getOrDefault(Outcome.CORRECTED, 0L),
                    c.getOrDefault(Outcome.UNCHANGED, 0L),
                    c.getOrDefault(Outcome.DUPLICATE, 0L),
                    c.getOrDefault(Outcome.QUARANTINED, 0L),
                    c.getOrDefault(Outcome.WITHDRAWN_MARKED, 0L),
                    entries.isEmpty() ? total(Outcome.WITHDRAWN_ABSENT) : 0);
            long sum = entry.newRecords()
                    + entry.corrected()
                    + entry.unchanged()
                    + entry.duplicate()
                    + entry.quarantined()
                    + entry.withdrawnMarked();
            if (sum != entry.read()) {
                throw new IllegalStateException("File " + file.path() + ": " + entry.read() + " records were read, but "
                        + sum + " are accounted for");
            }
            entries.add(entry);
        }
        return entries;
    }
}
