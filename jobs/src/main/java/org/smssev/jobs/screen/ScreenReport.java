package org.smssev.jobs.screen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Weight;

/** Records how many went in and came out of the screen, and by which conventions. */
final class ScreenReport {
    private final StageContext context;

    ScreenReport(StageContext context) {
        this.context = context;
    }

    /** Records the figures of quality and the conventions. */
    void record(Sources sources, List<Entry> entries, Selection selection) {
        in(sources, entries);
        out(selection.candidates());
        for (Weight weight : selection.weights()) {
            if (weight.imputed() > 0) {
                context.quality(
                        "criterion_imputed",
                        weight.criterion(),
                        (double) weight.imputed(),
                        weight.imputed() + " of " + weight.candidates() + " scored candidates have no "
                                + weight.criterion() + "; screen.missing replaces it");
            }
            if (!weight.informative() && weight.candidates() > 0) {
                context.quality(
                        "criterion_silent",
                        weight.criterion(),
                        0.0,
                        "all scored candidates have the same " + weight.criterion() + ", so its weight is 0");
            }
        }
        conventions(context.config().screen());
    }

    /** Each source is a candidate, joined one, or is not asked for; no other way is left. */
    private void in(Sources sources, List<Entry> entries) {
        for (Source source : Source.values()) {
            int all = sources.size(source);
            long own = entries.stream().filter(e -> e.source == source).count();
            long joined = entries.stream()
                    .flatMap(e -> e.guests().stream())
                    .filter(g -> g.source() == source)
                    .count();
            boolean isAsked = context.config().screen().sources().contains(source);
            long unasked = isAsked ? 0 : all;
            String kind = source.name();
            context.quality("sources", kind, (double) all, all + " findings of kind " + kind);
            context.quality("sources_own", kind, (double) own, own + " became separate candidates");
            context.quality("sources_joined", kind, (double) joined, joined + " joined an existing candidate");
            if (!isAsked) {
                context.quality("sources_unasked", kind, (double) all, "screen.sources does not name " + kind);
            }
            context.gateAbove(
                    "sources_unaccounted",
                    kind,
                    (double) Math.abs(all - own - joined - unasked),
                    0,
                    "Some findings became no candidate and joined none. This is an error of smssev; please report it.");
        }
    }

    private void out(List<Candidate> candidates) {
        Map<String, Long> reasons = candidates.stream()
                .collect(Collectors.groupingBy(Candidate::reason, TreeMap::new, Collectors.counting()));
        context.quality("candidates", "", (double) candidates.size(), "candidates before the gates and the cut");
        reasons.forEach((reason, n) ->
                context.quality("candidates_by_reason", reason, (double) n, n + " candidates: " + reason));
        Map<String, Long> kinds = candidates.stream()
                .collect(Collectors.groupingBy(
                        c -> c.kind() == null ? "UNDEFINED" : c.kind(), TreeMap::new, Collectors.counting()));
        kinds.forEach((kind, n) -> context.quality("candidates_by_kind", kind, (double) n, n + " candidates: " + kind));
        long near = candidates.stream().filter(Candidate::nearMiss).count();
        context.quality("near_misses", "", (double) near, "candidates just below the cut");
        long unstable = candidates.stream()
                .filter(c -> c.selected() && Boolean.FALSE.equals(c.stable()))
                .count();
        context.quality(
                "unstably_selected",
                "",
                (double) unstable,
                "selected candidates that are selected in fewer draws than screen.stable-from");
    }

    private void conventions(ScreenConfig settings) {
        context.convention(
                "SCREEN_UNDEFINED_CRITERION",
                settings.missing().name(),
                "Replacement for an undefined criterion. Replaced values have the status IMPUTED.");
        context.convention(
                "SCREEN_MERGING",
                settings.overlap() + " from " + settings.mergeOverlap(),
                "A finding joins the candidate that holds at least this share of its families. A cluster adds its"
                        + " families, and joins a technology that holds " + settings.mergeCover()
                        + " of them or more. A community or a code adds no families, because it is wider than the"
                        + " candidate.");
        context.convention(
                "SCREEN_GAP",
                "own families",
                "The gap and the position of a candidate come from its own families. The scale is that of its first kind."
                        + " A candidate nominated with IPC codes alone has the families that hold one of the codes.");
        context.convention(
                "SCREEN_WEIGHTS",
                settings.combine() + " of " + settings.weights() + ", " + settings.weightFloor() + " to "
                        + settings.weightCap(),
                "Weights of the criteria, on values scaled by " + settings.scaling() + " (1 is best).");
        context.convention(
                "SCREEN_KINDS",
                "thirds, quarters and medians of the candidates",
                "CHALLENGER: FOLLOW or PARALLEL, and the 95 % interval of the growth gap is above 0. FRONTIER: the median"
                        + " priority year is in the youngest third, growth in the top quarter, and generality at or above"
                        + " the median. The comparison is among candidates with enough families. Undefined if one part is"
                        + " undefined.");
        if (settings.draws() > 0) {
            context.convention(
                    "SCREEN_SELECTION_FREQUENCY",
                    settings.draws() + " draws, Dirichlet concentration " + settings.concentration(),
                    "Each draw resamples families (Poisson), takes gaps as normal with their intervals, and draws weights"
                            + " around newly computed ones. Positions, network roles and median years are not drawn. If"
                            + " nothing is cut, the value is the exact chance of enough families.");
        }
    }
}
