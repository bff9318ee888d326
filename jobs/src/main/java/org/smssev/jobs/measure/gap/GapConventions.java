package org.smssev.jobs.measure.gap;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.smssev.common.config.Config;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.gap.model.Frame;

/** Tells what the gap rests on, and by which conventions it was measured. */
final class GapConventions {
    private final StageContext context;

    GapConventions(StageContext context) {
        this.context = context;
    }

    void record(FamilyColumns families, Frame frame, List<GapSummary> summaries) {
        double unknown = 0;
        double known = 0;
        for (int at = 0; at < families.countryParts.length; at++) {
            if (frame.isKnown(families.countries.value(at))) {
                known += families.countryParts[at];
            } else {
                unknown += families.countryParts[at];
            }
        }
        context.quality(
                "families_without_country",
                "",
                unknown,
                known > 0
                        ? "families (fractional) whose country is not known; they count in totals only"
                        : "no family has a known country: all gap measures are undefined");
        if (frame.windows == null) {
            context.quality("families_with_year", "", 0.0, "no family has a year: growth and lag are undefined");
        } else {
            long open = Arrays.stream(families.year)
                    .filter(year -> year > frame.windows.to())
                    .count();
            context.quality(
                    "families_in_truncated_years",
                    "",
                    (double) open,
                    "families after " + frame.windows.to()
                            + ", which growth, lag and maturity leave out as the years are incomplete");
        }
        context.quality(
                "gap_states_that_differ",
                "",
                (double) summaries.stream()
                        .filter(s -> s.state() != null && !Objects.equals(s.state(), s.quantityState()))
                        .count(),
                "rows of measure.gap_summary whose position by the composite is not that by quantity alone");
        conventions(frame);
    }

    private void conventions(Frame frame) {
        Config.Gap settings = context.config().gap();
        context.convention(
                "gap.subject",
                "primary matches",
                "A family counts in its primary technology only, in its cluster, in the community of most of its codes"
                        + " and in each of its main groups; families are counted fractionally by country.");
        context.convention(
                "gap.references",
                String.join(", ", frame.references),
                "REST is all other known countries together, BEST_OTHER the one with most families in the subject; a bloc"
                        + " is its members (gap.blocs) without " + frame.focal + ".");
        context.convention(
                "gap.composite",
                "log_gap, log_gap_international, impact_gap, growth_gap, tct_gap, lag_years",
                "Equal weights of the parts present, scaled by 1.4826 MAD, clipped to 3, not centred; at least three are"
                        + " needed; above 0 is ahead. Cycle time and lag count as ahead where they are less.");
        context.convention(
                "gap.position",
                "interval",
                "LEAD if the 95 % interval is above the half width, FOLLOW if below it, else PARALLEL: gap.parallel on the"
                        + " composite, the logarithm of gap.parallel-ratio on quantity. LOW_N below gap.min-families.");
        context.convention(
                "gap.interval",
                settings.draws() + " draws",
                "Poisson bootstrap over families, all parts of a composite in the same draws; share by Wilson, share gap"
                        + " and log gap by their standard errors.");
        context.convention(
                "gap.years",
                frame.completeLabel(),
                "Complete years: growth compares two windows, lag and maturity are cumulative; the last"
                        + " release.truncated-years years are left out.");
        context.convention(
                "gap.growth",
                "(x1 / x0)^(1 / " + settings.window() + ") - 1",
                "Growth a year from the families of the earlier window, x0, to those of the later one, x1. Where x0 is 0:"
                        + " exp(b) - 1 with b the slope of ln(x + 1) over the years of both. growth_gap takes the slope for both"
                        + " sides where x0 of one is 0, as differences are of one form. The growth of candidates, a criterion of"
                        + " the screen, is ((x1 + .5) / (x0 + .5))^(1 / " + settings.window() + ") - 1.");
        context.convention(
                "gap.quality",
                frame.citedLabel(),
                "rci, top10_share and their gaps rest on families whose citation window is complete; cii on citations by"
                        + " families of the last complete year.");
        context.convention(
                "gap.maturity",
                "logistic",
                "Least squares on cumulative families; UNRELIABLE with fewer than 8 years or before the inflexion; in"
                        + " gompertz_gain the AICc by which a Gompertz curve is better. The interval has at most 50 draws; nodes have none.");
        context.convention(
                "gap.monopoly",
                "ASPI",
                "3 high: 8 of the 10 strongest applicants sit in the leading country, which has 3 times the second's"
                        + " families; 2 medium: 5 and 2 times; 1 low. Country is the leading one, reference the second.");
    }
}
