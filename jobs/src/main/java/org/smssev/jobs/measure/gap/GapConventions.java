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
                        ? "families (fractional) without a known country; they count in totals only"
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
                            + ", left out of growth, lag and maturity because the years are incomplete");
        }
        context.quality(
                "gap_states_that_differ",
                "",
                (double) summaries.stream()
                        .filter(s -> s.state() != null && !Objects.equals(s.state(), s.quantityState()))
                        .count(),
                "rows of measure.gap_summary with different positions by the composite and by quantity alone");
        conventions(frame);
    }

    private void conventions(Frame frame) {
        Config.Gap settings = context.config().gap();
        context.convention(
                "gap.subject",
                "primary matches",
                "A family counts in its primary technology, its cluster, the community of most of its codes, and each of"
                        + " its main groups. Families are counted fractionally by country.");
        context.convention(
                "gap.references",
                String.join(", ", frame.references),
                "REST is all other known countries together. BEST_OTHER is the one with most families in the subject. A"
                        + " bloc is its members (gap.blocs) without " + frame.focal + ".");
        context.convention(
                "gap.composite",
                "log_gap, log_gap_international, impact_gap, growth_gap, tct_gap, lag_years",
                "Parts have equal weights. They are scaled by 1.4826 MAD, clipped to 3 and not centred. At least three"
                        + " parts are needed. Above 0 is ahead. For cycle time and lag, less is ahead.");
        context.convention(
                "gap.position",
                "interval",
                "LEAD if the 95 % interval is above the half width, FOLLOW if it is below minus the half width, else"
                        + " PARALLEL. The half width is gap.parallel for the composite and the logarithm of"
                        + " gap.parallel-ratio for quantity. LOW_N below gap.min-families.");
        context.convention(
                "gap.interval",
                settings.draws() + " draws",
                "Poisson bootstrap over families, with the same draws for all parts of a composite. Share uses Wilson"
                        + " intervals; share gap and log gap use their standard errors.");
        context.convention(
                "gap.years",
                frame.completeLabel(),
                "Complete years. Growth compares two windows; lag and maturity are cumulative. The last"
                        + " release.truncated-years years are left out.");
        context.convention(
                "gap.growth",
                "(x1 / x0)^(1 / " + settings.window() + ") - 1",
                "Growth per year from the families of the earlier window, x0, to those of the later one, x1. If x0 is 0,"
                        + " growth is exp(b) - 1, where b is the slope of ln(x + 1) over the years of both. If x0 of one"
                        + " side is 0, growth_gap uses the slope for both sides. The growth criterion of the screen is"
                        + " ((x1 + .5) / (x0 + .5))^(1 / " + settings.window() + ") - 1.");
        context.convention(
                "gap.quality",
                frame.citedLabel(),
                "rci, top10_share and their gaps use families with a complete citation window. cii uses citations by"
                        + " families of the last complete year.");
        context.convention(
                "gap.maturity",
                "logistic",
                "Least squares on cumulative families. UNRELIABLE with fewer than 8 years or before the inflexion."
                        + " gompertz_gain is the gain in AICc of a Gompertz curve. The interval has at most 50"
                        + " draws; nodes have no interval.");
        context.convention(
                "gap.monopoly",
                "ASPI",
                "High (3): the leading country has 8 of the 10 strongest applicants and 3 times the families of the"
                        + " second. Medium (2): 5 applicants and 2 times. Low (1): the rest. Country is the leading"
                        + " country, reference the second.");
    }
}
