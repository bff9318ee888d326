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
                "candidates that the screen dropped and a nomination restored");
        Map<String, Long> states = all.stream()
                .collect(Collectors.groupingBy(Supplemented::matchState, TreeMap::new, Collectors.counting()));
        states.forEach(
                (state, n) -> context.quality("supplemented_by_state", state, (double) n, n + " candidates: " + state));
        context.warnAbove(
                "decisions_stale",
                "",
                supplementing.stale().size(),
                0,
                "decisions have no effect, because their nomination or candidate no longer exists: "
                        + supplementing.stale().stream().limit(SHOWN).collect(Collectors.joining(", "))
                        + (supplementing.stale().size() > SHOWN ? ", ..." : "")
                        + ". Decide again in " + ReviewQueue.FILE + ".");
        if (completeness.status().equals("UNRELIABLE")) {
            context.warnAbove(
                    "completeness_unreliable",
                    "",
                    1,
                    0,
                    "Only " + completeness.both()
                            + " technologies were both screened and nominated. The estimated total"
                            + " number of technologies is unreliable.");
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
                    "organisations nominated, more than the " + eligible
                            + " in supplement.eligible-organisations. Raise the"
                            + " setting; until then, shares of support are limited to 1.");
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
                "nominated names left out, because fewer organisations than supplement.min-support support them");
        long open = fates.stream()
                .filter(fate -> fate.state().equals(Supplementing.REVIEW))
                .count();
        context.warnAbove(
                "review_undecided",
                "",
                (double) open,
                0,
                "nominated names may be existing candidates. Decide in a copy of " + ReviewQueue.FILE
                        + " in the warehouse and name it in supplement.decisions. Until then, the names count as new.");
    }

    private void conventions(SupplementConfig settings) {
        context.convention(
                "SUPPLEMENT_MATCH",
                "merged from " + settings.autoMerge() + ", reviewed from " + settings.review(),
                "The match score is the maximum of the cosine of texts, the Jaccard index of IPC main groups, and 1 for"
                        + " equal names. Decisions of people take precedence.");
        context.convention(
                "SUPPLEMENT_SUPPORT",
                settings.minSupport() + " organisations",
                "A technology from experts alone is kept if at least this many organisations support it. It is also kept"
                        + " if its votes pass Lawshe's test with exact critical values (five votes or more).");
        context.convention(
                "SUPPLEMENT_COMPLETENESS",
                "Chapman",
                "(n1 + 1)(n2 + 1)/(m + 1) - 1, where n1 were screened, n2 nominated and m both. Assumes independent"
                        + " sources.");
    }
}
