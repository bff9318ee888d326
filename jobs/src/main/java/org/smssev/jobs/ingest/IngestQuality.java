package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.smssev.common.config.IngestConfig.Gate;
import org.smssev.common.config.IngestConfig.Gates;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.source.Input;

/** Figures of quality of what was read, and the gates on what a release may lack. */
final class IngestQuality {
    /** Of large files some records have texts for countries that are none; above this share it is how they are spelled. */
    private static final double FEW = 0.01;
    /** Share of the records of a source above which it is told that they were rejected, where the gate has no limit. */
    private static final double HALF = 0.5;

    private static final Map<IpcInventory.Status, String> STATUSES = Map.of(
            IpcInventory.Status.IN_FORCE, "IPC codes in force according to the inventory",
            IpcInventory.Status.NOT_IN_FORCE, "IPC codes that are no longer valid",
            IpcInventory.Status.NEVER_EXISTED, "codes that look like IPC codes but never existed",
            IpcInventory.Status.CPC, "CPC codes in place of IPC codes",
            IpcInventory.Status.CUT_OFF, "IPC codes that are cut off",
            IpcInventory.Status.OTHER, "texts among the IPC codes that are not codes");

    private final StageContext context;
    /** Accepted records over all sources, but for those that mark a withdrawal, and what of {@link Lacks#MISSING} they lack. */
    private final Lacking records = new Lacking();

    private IngestQuality(StageContext context) {
        this.context = context;
    }

    /**
     * Records the figures by source.
     *
     * @param numbers tells numbers of no known form by source; asked for only where there are some
     * @param countries tells texts by source that are no country; asked for only where there are many
     */
    static IngestQuality of(
            StageContext context,
            Census census,
            List<Input.Read> files,
            Supplier<Map<String, String>> numbers,
            Supplier<Map<String, String>> countries) {
        IngestQuality quality = new IngestQuality(context);
        Map<String, long[]> bySource = new TreeMap<>();
        Map<String, Integer> empty = new TreeMap<>();
        for (Input.Read read : files) {
            String source = read.file().source();
            bySource.putIfAbsent(source, new long[Census.N_FIGURES]);
            empty.merge(source, read.records() == 0 ? 1 : 0, Integer::sum);
        }
        census.figures().forEach((file, figures) -> {
            long[] sums = bySource.get(files.get(file).file().source());
            Arrays.setAll(sums, i -> sums[i] + figures[i]);
        });
        empty.forEach((source, n) -> context.warnAbove(
                "files_without_records",
                source,
                n,
                0,
                "files have a header but no records. Check whether the export failed."));
        Map<String, String> unknown = told(bySource, Lacks.UNKNOWN, 0, numbers);
        Map<String, String> strange = told(bySource, Lacks.COUNTRIES, FEW, countries);
        bySource.forEach((source, sums) -> {
            if (bySource.size() > 1) {
                quality.reportRejected(source, sums);
            }
            quality.report(source, sums, unknown.getOrDefault(source, ""), strange.getOrDefault(source, ""));
        });
        return quality;
    }

    private static Map<String, String> told(
            Map<String, long[]> bySource, int place, double limit, Supplier<Map<String, String>> first) {
        // A look for the texts reads all records again.
        return bySource.values().stream()
                        .anyMatch(sums ->
                                sums[Census.LACKS + place] > limit * (sums[Census.ACCEPTED] - sums[Census.MARKED]))
                ? first.get()
                : Map.of();
    }

    /** A small source may be lost as a whole, which is little of the release. */
    private void reportRejected(String source, long[] sums) {
        Gate limits = context.config().ingest().gates().quarantined();
        double limit = limits.warn() != null ? limits.warn() : limits.fail() != null ? limits.fail() : HALF;
        long rejected = sums[Census.RECORDS] - sums[Census.ACCEPTED];
        context.warnAbove(
                "quarantined_share",
                source,
                share(rejected, sums[Census.RECORDS]),
                limit,
                rejected + " of " + sums[Census.RECORDS]
                        + " records of this source were rejected. See the reasons in ingest.quarantine.");
    }

    private void report(String source, long[] sums, String unknown, String strange) {
        context.quality("records_read", source, (double) sums[Census.RECORDS], "records read");
        context.quality(
                "ipc_malformed",
                source,
                (double) sums[Census.MALFORMED_IPC],
                "invalid IPC codes were dropped. Their records are kept.");
        context.warnAbove(
                "text_replaced",
                source,
                (double) sums[Census.REPLACED],
                0,
                "characters could not be decoded and became U+FFFD. The file has another encoding, or is damaged. Set"
                        + " text.encoding, or split a file of several encodings. If U+FFFD is in the file itself, export"
                        + " it again.");
        for (int i = 0; i < RecordNormaliser.STATUSES.size(); i++) {
            IpcInventory.Status status = RecordNormaliser.STATUSES.get(i);
            if (context.config().ingest().ipcInventory() != null) {
                context.quality(
                        "ipc_" + status.name().toLowerCase(Locale.ROOT),
                        source,
                        (double) sums[Census.STATUSES + i],
                        STATUSES.get(status));
            }
        }
        context.warnAbove(
                "numbers_rounded",
                source,
                (double) sums[Census.LACKS + Lacks.ROUNDED],
                0,
                "records have numbers that a spreadsheet program rounded (such as 2.0141E+11). These numbers are left out,"
                        + " because they would link unrelated patents. Export the table again, with numbers as text.");
        context.warnAbove(
                "numbers_unknown",
                source,
                (double) sums[Census.LACKS + Lacks.UNKNOWN],
                0,
                "publication numbers have an unknown format. They are kept as spelled, and match no other spelling."
                        + " If the office is missing, set the office of the source. If a cell holds more than one"
                        + " number, correct the table."
                        + (unknown.isEmpty() ? "" : " Examples: " + unknown));
        warnOfSome(
                "numbers_own",
                source,
                sums[Census.LACKS + Lacks.OWN],
                "records have a number that only this source uses (Application Id of PATENTSCOPE). They match no other"
                        + " source. Export the column Publication Number as well.");
        warnOfSome(
                "cells_cut",
                source,
                sums[Census.LACKS + Lacks.CUT],
                "records have a cell that a spreadsheet program cut at 32,767 characters. The last value of such a list is"
                        + " left out. Use the file as the tool exported it.");
        warnOfSome(
                "changes_unread",
                source,
                sums[Census.LACKS + Lacks.UNREAD],
                "records have a last-change that is not a date. They count as older than records with a date, and so"
                        + " do their marks of withdrawal. Set text.date-pattern.");
        long n = sums[Census.ACCEPTED] - sums[Census.MARKED];
        if (sums[Census.LACKS + Lacks.COUNTRIES] > 0) {
            context.warnAbove(
                    "countries_unknown",
                    source,
                    share(sums[Census.LACKS + Lacks.COUNTRIES], n),
                    FEW,
                    "share of records with an unknown country. It counts as missing. Replace these texts by two-letter codes"
                            + (strange.isEmpty() ? "." : ": " + strange));
        }
        records.add(n, sums, Census.LACKS);
        for (int i = 0; i < Lacks.MISSING.size(); i++) {
            Lacks.Missing m = Lacks.MISSING.get(i);
            if (!plays(m)) {
                continue;
            }
            if (n == 0) {
                context.quality(m.check(), source, null, "share of records " + m.message());
            } else {
                context.warnAbove(
                        m.check(),
                        source,
                        (double) sums[Census.LACKS + i] / n,
                        m.limit(),
                        "share of records " + m.message());
            }
        }
    }

    /** A warning of records, where there are some; that there are none needs no word. */
    private void warnOfSome(String check, String source, long records, String message) {
        if (records > 0) {
            context.warnAbove(check, source, (double) records, 0, message);
        }
    }

    /** What the records lack. */
    Lacking records() {
        return records;
    }

    /** Whether it matters: countries only of those by whom they are counted; where it is by office, parties need none. */
    private boolean plays(Lacks.Missing m) {
        return m.countryBy() == null
                || m.countryBy() == context.config().ingest().countryBy();
    }

    /**
     * Stops the run where the release lacks too much.
     *
     * @param rejections tells why records were rejected; asked for only where there are too many of them
     * @param kept keeps them where somebody can look at them, and tells where; asked for only where the release fails by them
     * @param given the publications that this release gives, and what they lack
     * @param before publications of the earlier release that were not withdrawn; 0 if there was none
     * @param now publications of this one that are not withdrawn
     */
    void gate(
            List<LedgerEntry> entries,
            Supplier<String> rejections,
            Supplier<String> kept,
            Lacking given,
            long before,
            long now) {
        Gates gates = context.config().ingest().gates();
        long read = entries.stream().mapToLong(LedgerEntry::read).sum();
        long quarantined = entries.stream().mapToLong(LedgerEntry::quarantined).sum();
        double rejected = share(quarantined, read);
        boolean isTold = isAbove(rejected, gates.quarantined().warn())
                || isAbove(rejected, gates.quarantined().fail());
        gate(
                "quarantined_share",
                rejected,
                gates.quarantined(),
                quarantined + " of " + read + " records were rejected"
                        + (isTold ? " (" + rejections.get() + ")" : "")
                        + (isAbove(rejected, gates.quarantined().fail()) ? kept.get() : "")
                        + ". Correct the files, or raise ingest.gates.quarantined");
        for (int i = 0; i < Lacks.MISSING.size(); i++) {
            Lacks.Missing m = Lacks.MISSING.get(i);
            boolean gated = m.check().equals(Lacks.IPC) || m.check().equals(Lacks.COUNTRY);
            if (gated && plays(m)) {
                gate(
                        m.check(),
                        share(given.lacks(i), given.n()),
                        m.check().equals(Lacks.IPC) ? gates.withoutIpc() : gates.withoutCountry(),
                        given.lacks(i) + " of " + given.n() + " publications " + m.message() + " Limit: ingest.gates."
                                + m.check().replace('_', '-'));
            }
        }
        if (before > 0 ? now == 0 : given.n() == 0) {
            context.gateAbove(
                    "without_publications",
                    "release",
                    1,
                    0,
                    "no publication is left of " + read
                            + " records. Check that the files are complete"
                            + (quarantined > 0
                                    ? ". " + quarantined + " were rejected (" + rejections.get() + ")" + kept.get()
                                    : ""));
        }
        if (before > 0) {
            // As many new ones do not make up for it: where numbers are spelled otherwise, all are others.
            long absent =
                    entries.stream().mapToLong(LedgerEntry::withdrawnAbsent).sum();
            gate(
                    "publications_dropped",
                    share(Math.max(before - now, absent), before),
                    gates.drop(),
                    now + " publications, against " + before + " in the release before"
                            + (absent > 0 ? ". " + absent + " of those are missing here and withdrawn" : "")
                            + ". Correct the files, or raise ingest.gates.drop for this run");
        }
    }

    /**
     * Tells of publications that a snapshot withdraws, as it lacks them, where some may only be missing because their records
     * were rejected.
     *
     * @param unknown counts rejected records of which the publication is not known; asked for only where it matters
     */
    void warnOfAbsent(List<LedgerEntry> entries, LongSupplier unknown) {
        long absent = entries.stream().mapToLong(LedgerEntry::withdrawnAbsent).sum();
        if (absent > 0 && entries.stream().anyMatch(e -> e.quarantined() > 0)) {
            context.warnAbove(
                    "rejected_unknown",
                    "release",
                    (double) unknown.getAsLong(),
                    0,
                    "rejected records have unknown publications. This snapshot withdraws "
                            + absent
                            + " missing publications, and some of them may be in these records. Correct the records (see"
                            + " ingest.quarantine) and run again.");
        }
    }

    static boolean isAbove(double value, Double limit) {
        return limit != null && value > limit;
    }

    /** A part of a whole; none of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private void gate(String check, double value, Gate limits, String message) {
        gate(context, check, value, limits, message);
    }

    /** Records a check against the limits of a setting; stops the run above that at which it fails. */
    static void gate(StageContext context, String check, double value, Gate limits, String message) {
        if (limits.fail() != null && (value > limits.fail() || limits.warn() == null)) {
            context.gateAbove(check, "release", value, limits.fail(), message);
        } else if (limits.warn() != null) {
            context.warnAbove(check, "release", value, limits.warn(), message);
        } else {
            context.quality(check, "release", value, message);
        }
    }
}
