package org.smssev.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.config.Config.Ingest;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.jobs.ingest.Merge.Outcome;

/** Figures of quality of what was read, and the gate on what was rejected. */
final class IngestQuality {
    /**
     * What a source may miss.
     *
     * @param check name of the check
     * @param condition condition on the publications it gives
     * @param limit share above which it is a warning
     * @param message what is counted, and what that costs
     */
    private record Missing(String check, String condition, double limit, String message) {}

    private static final double HALF = 0.5;
    private static final double ALL = 0.999_999;
    private static final String COUNTRY = "without_country";

    private static final List<Missing> MISSING = List.of(
            new Missing(
                    "without_ipc",
                    "size(patent.ipc) = 0",
                    HALF,
                    "share of publications without an IPC code: the network leaves them out"),
            new Missing(
                    "without_date",
                    "coalesce(patent.priority_date, patent.filing_date) IS NULL",
                    HALF,
                    "share of publications without priority and filing date: they have no year, so growth, lag and"
                            + " young shares leave them out"),
            new Missing(
                    COUNTRY,
                    "NOT exists(patent.applicants, p -> p.country IS NOT NULL)"
                            + " AND NOT exists(patent.inventors, p -> p.country IS NOT NULL)",
                    HALF,
                    "share of publications without any country of applicants or inventors: a gap by these is of the"
                            + " rest"),
            new Missing("without_title", "patent.title IS NULL", HALF, "share of publications without a title"),
            new Missing(
                    "without_abstract",
                    "patent.abstract_text IS NULL",
                    HALF,
                    "share of publications without an abstract: keywords and clusters see no more than their titles"),
            new Missing("without_citations", "size(patent.cited) = 0", ALL, "share of publications that cite none"));

    private static final int FIRST = 4;

    private IngestQuality() {}

    /** Counts outcomes in one pass, records the figures by source, and gives the ledger. */
    static Ledger record(StageContext context, Dataset<Row> outcomes) {
        Column[] figures = new Column[FIRST + MISSING.size()];
        figures[0] = functions.count(functions.lit(1));
        figures[1] = functions.sum("malformed_ipc");
        figures[2] = functions.sum("replaced");
        figures[3] = functions.count_if(functions.expr("patent IS NOT NULL"));
        for (int i = 0; i < MISSING.size(); i++) {
            figures[FIRST + i] = functions.count_if(
                    functions.expr("patent IS NOT NULL AND (" + MISSING.get(i).condition() + ")"));
        }
        List<Row> rows = outcomes.groupBy("source", "file_sha256", "outcome")
                .agg(figures[0], java.util.Arrays.copyOfRange(figures, 1, figures.length))
                .collectAsList();
        Ledger ledger = new Ledger(context.config().release().id());
        Map<String, long[]> bySource = new TreeMap<>();
        for (Row r : rows) {
            ledger.add(r.getString(1), Outcome.valueOf(r.getString(2)), r.getLong(3));
            if (!r.isNullAt(0)) {
                long[] sums = bySource.computeIfAbsent(r.getString(0), s -> new long[figures.length]);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += r.isNullAt(3 + i) ? 0 : r.getLong(3 + i);
                }
            }
        }
        bySource.forEach((source, sums) -> report(context, source, sums));
        return ledger;
    }

    private static void report(StageContext context, String source, long[] sums) {
        context.quality("records_read", source, (double) sums[0], "records read");
        context.quality(
                "ipc_malformed", source, (double) sums[1], "IPC codes that are none, dropped; their records stay");
        context.quality(
                "text_replaced",
                source,
                (double) sums[2],
                "characters that the encoding could not decode, replaced by U+FFFD");
        for (int i = 0; i < MISSING.size(); i++) {
            Missing m = MISSING.get(i);
            // Where the office counts, parties need no countries.
            boolean plays =
                    !m.check().equals(COUNTRY) || context.config().ingest().countryBy() != Ingest.CountryBy.OFFICE;
            if (sums[3] == 0 || !plays) {
                Double share = sums[3] == 0 ? null : Double.valueOf((double) sums[FIRST + i] / sums[3]);
                context.quality(m.check(), source, share, m.message());
            } else {
                context.warnAbove(m.check(), source, (double) sums[FIRST + i] / sums[3], m.limit(), m.message());
            }
        }
    }

    /** Stops the run where too many records were rejected. */
    static void gate(StageContext context, List<LedgerEntry> entries) {
        long read = entries.stream().mapToLong(LedgerEntry::read).sum();
        long rejected = entries.stream().mapToLong(LedgerEntry::quarantined).sum();
        context.gateAbove(
                "quarantined_share",
                "release",
                read == 0 ? 0 : (double) rejected / read,
                context.config().ingest().maxQuarantinedShare(),
                rejected + " of " + read + " records were rejected; see ingest.quarantine for the reasons, or raise"
                        + " ingest.max-quarantined-share");
    }
}
