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
                        weight.imputed() + " of " + weight.candidates() + " candidates scored lack "
                                + weight.criterion() + ", and count by screen.missing");
            }
            if (!weight.informative() && weight.candidates() > 0) {
                context.quality(
                        "criterion_silent",
                        weight.criterion(),
                        0.0,
                        "all candidates scored are alike in " + weight.criterion() + ", which so weighs nothing");
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
            context.quality("sources", kind, (double) all, all + " of kind " + kind + " went in");
            context.quality("sources_own", kind, (double) own, own + " became candidates of their own");
            context.quality("sources_joined", kind, (double) joined, joined + " joined a candidate that is the same");
            if (!isAsked) {
                context.quality("sources_unasked", kind, (double) all, "screen.sources does not name " + kind);
            }
            context.gateAbove(
                    "sources_unaccounted",
                    kind,
                    (double) Math.abs(all - own - joined - unasked),
                    0,
                    "every source must become a candidate, join one or not be asked for");
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
                "candidates selected here, but in fewer draws than screen.stable-from");
    }

    private void conventions(ScreenConfig settings) {
        context.convention(
                "SCREEN_UNDEFINED_CRITERION",
                settings.missing().name(),
                "What stands for a criterion that is undefined; such values have the status IMPUTED.");
        context.convention(
                "SCREEN_MERGING",
                settings.overlap() + " from " + settings.mergeOverlap(),
                "A source joins the candidate that holds as much of its families. A cluster adds its own, and joins a"
                        + " technology that holds " + settings.mergeCover()
                        + " of them or more; a community or a code adds"
                        + " none, as it is wider than what it joins.");
        context.convention(
                "SCREEN_GAP",
                "own families",
                "The gap and the position of a candidate are those of its own families, on the scale of the kind that it"
                        + " was made of first; those nominated with IPC codes alone, of the families that hold one of them.");
        context.convention(
                "SCREEN_WEIGHTS",
                settings.combine() + " of " + settings.weights() + ", " + settings.weightFloor() + " to "
                        + settings.weightCap(),
                "Weights of the criteria; on values scaled by " + settings.scaling() + ", 1 the best.");
        context.convention(
                "SCREEN_KINDS",
                "thirds, quarters and medians of the candidates",
                "CHALLENGER: FOLLOW or PARALLEL, and the 95 % interval of the growth gap above 0. FRONTIER: median"
                        + " priority year in the youngest third of the candidates with families enough, growth in their top"
                        + " quarter, generality at or above their median. Undefined where a part is.");
        if (settings.draws() > 0) {
            context.convention(
                    "SCREEN_SELECTION_FREQUENCY",
                    settings.draws() + " draws, Dirichlet concentration " + settings.concentration(),
                    "Families resampled (Poisson), gaps normal by their intervals, weights computed anew and drawn around"
                            + " themselves. Positions, network roles and median years are not drawn. Where nothing is cut,"
                            + " the chance of families enough, exactly.");
        }
    }
}
