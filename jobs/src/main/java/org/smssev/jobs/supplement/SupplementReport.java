package org.smssev.jobs.supplement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smssev.common.config.SupplementConfig;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.Completeness;

/** Records what became of nominations, and by which conventions. */
final class SupplementReport {
    private static final int SHOWN = 5;

    private final StageContext context;

    SupplementReport(StageContext context) {
        this.context = context;
    }

    /** Records the figures of quality and the conventions. */
    void record(List<Supplemented> all, int nominations, Supplementing supplementing, Completeness completeness) {
        context.quality("nominations", "", (double) nominations, "nominations handed in");
        states(supplementing.fates());
        context.quality(
                "candidates_brought_back",
                "",
                (double) supplementing.broughtBack(),
                "candidates that the screen dropped and a nomination brought back");
        Map<String, Long> states = all.stream()
                .collect(Collectors.groupingBy(Supplemented::matchState, TreeMap::new, Collectors.counting()));
        states.forEach(
                (state, n) -> context.quality("supplemented_by_state", state, (double) n, n + " candidates: " + state));
        context.warnAbove(
                "decisions_stale",
                "",
                supplementing.stale().size(),
                0,
                "decisions whose nomination or candidate is no longer there count as none: "
                        + supplementing.stale().stream().limit(SHOWN).collect(Collectors.joining(", "))
                        + (supplementing.stale().size() > SHOWN ? ", ..." : ""));
        if (completeness.status().equals("UNRELIABLE")) {
            context.warnAbove(
                    "completeness_unreliable",
                    "",
                    1,
                    0,
                    "only " + completeness.both() + " technologies were both screened and nominated, so the estimate of"
                            + " how many there are is unreliable");
        }
        Integer eligible = context.config().supplement().eligibleOrganisations();
        if (eligible != null) {
            int nominating = Supplementing.organisations(supplementing.fates().stream()
                    .flatMap(fate -> fate.group().stream())
                    .toList());
            context.warnAbove(
                    "organisations_nominating",
                    "",
                    nominating,
                    eligible,
                    "organisations nominated, more than supplement.eligible-organisations says could; shares of support"
                            + " are cut at 1");
        }
        conventions(context.config().supplement());
    }

    private void states(List<Supplementing.Fate> fates) {
        Map<String, Long> counts = new TreeMap<>();
        fates.forEach(fate -> counts.merge(fate.state(), (long) fate.group().size(), Long::sum));
        counts.forEach(
                (state, n) -> context.quality("nominations_by_state", state, (double) n, n + " nominations: " + state));
        long names = fates.stream()
                .filter(fate -> fate.state().equals(Supplementing.UNSUPPORTED))
                .count();
        context.quality(
                "nominations_unsupported",
                "",
                (double) names,
                "nominated names left out, as fewer organisations than supplement.min-support stand behind them");
        long open = fates.stream()
                .filter(fate -> fate.state().equals(Supplementing.REVIEW))
                .count();
        context.warnAbove(
                "review_undecided",
                "",
                (double) open,
                0,
                "nominated names may be candidates there are; decide in " + ReviewQueue.FILE
                        + " of the warehouse and name your copy in supplement.decisions. Until then they count as new");
    }

    private void conventions(SupplementConfig settings) {
        context.convention(
                "SUPPLEMENT_MATCH",
                "merged from " + settings.autoMerge() + ", reviewed from " + settings.review(),
                "The greatest of the cosine of texts, the Jaccard index of IPC main groups, and 1 for equal names; people's"
                        + " decisions go before.");
        context.convention(
                "SUPPLEMENT_SUPPORT",
                settings.minSupport() + " organisations",
                "What experts alone give is kept from so many organisations on, or where the votes for essential pass"
                        + " Lawshe's test with exact critical values (five votes or more).");
        context.convention(
                "SUPPLEMENT_COMPLETENESS",
                "Chapman",
                "(n1 + 1)(n2 + 1)/(m + 1) - 1 from what was screened, nominated and both; assumes independent sources.");
    }
}
