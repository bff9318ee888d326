package org.smssev.jobs.measure.gap.model;

import org.smssev.common.stats.Growth;
import org.smssev.common.stats.Wilson;

/**
 * The formulas of the technology gap. Counts are families, fractional; A is the country measured, B its reference. A
 * figure that cannot be computed is undefined, never 0.
 */
final class Measures {
    /** What is added to counts in a log ratio, so that one side may be 0. */
    private static final double E = 0.5;

    private static final double PERCENT = 100;

    private Measures() {}

    /** {@code x / n} with Wilson's interval; undefined where the field is empty. */
    static Figure share(double x, double n) {
        if (n <= 0) {
            return Figure.none(Figure.UNDEFINED);
        }
        double[] interval = Wilson.interval(x, n);
        return Figure.of(x / n, interval[0], interval[1]);
    }

    /** {@code s_A - s_B}, -1 to 1, with {@code SE = sqrt((s_A + s_B - (s_A - s_B)^2) / n)}. */
    static Figure shareGap(double a, double b, double n) {
        if (n <= 0) {
            return Figure.none(Figure.UNDEFINED);
        }
        double gap = a / n - b / n;
        double se = Math.sqrt(Math.max(0, (a / n + b / n - gap * gap) / n));
        return Figure.of(gap, gap - Wilson.Z95 * se, gap + Wilson.Z95 * se);
    }

    /**
     * Revealed technological advantage: the country's share of the field over its share of all families; 0 or more, 1 is
     * neutral. Undefined where a total is 0 (Balassa 1965, Soete 1987).
     */
    static Figure rta(double inField, double field, double ofCountry, double all) {
        return field <= 0 || ofCountry <= 0 || all <= 0
                ? Figure.none(Figure.UNDEFINED)
                : Figure.of(inField / field / (ofCountry / all));
    }

    /** {@code 100 (RTA^2 - 1) / (RTA^2 + 1)}, -100 to 100 (Grupp 1994). */
    static Figure rpa(Figure rta) {
        if (!rta.isDefined()) {
            return rta;
        }
        double square = rta.value() * rta.value();
        return Figure.of(PERCENT * (square - 1) / (square + 1));
    }

    /** {@code (RTA - 1) / (RTA + 1)}, -1 to 1 (Dalum, Laursen and Villumsen 1998). */
    static Figure rsta(Figure rta) {
        return rta.isDefined() ? Figure.of((rta.value() - 1) / (rta.value() + 1)) : rta;
    }

    /** Relative patent position: A over the best other country; undefined, tagged SOLE, where A is alone. */
    static Figure rpp(double a, double best) {
        if (best > 0) {
            return Figure.of(a / best);
        }
        return Figure.none(a > 0 ? Figure.SOLE : Figure.UNDEFINED);
    }

    /** {@code 1 - x / max}, 0 at the frontier; it shows no lead. Undefined where none has any (Fagerberg 1987). */
    static Figure frontierGap(double x, double max) {
        return max <= 0 ? Figure.none(Figure.UNDEFINED) : Figure.of(1 - x / max);
    }

    /** Relative growth: the growth of a field over that of all families (Ernst 1997); undefined where those stand still. */
    static Figure relativeGrowth(Side field, Side world, Windows w) {
        Figure own = growth(field, w, isEmptyBefore(field, w));
        Figure all = growth(world, w, isEmptyBefore(world, w));
        return own.isDefined() && all.isDefined() && all.value() != 0
                ? Figure.of(own.value() / all.value())
                : Figure.none(Figure.UNDEFINED);
    }

    /** Whether the earlier window is empty, so that growth has to be a slope. */
    static boolean isEmptyBefore(Side side, Windows w) {
        return side.between(w.from(), w.middle() - 1) <= 0;
    }

    /** {@code ln((a + .5) / (b + .5))}, with {@code SE^2 = 1/(a + .5) + 1/(b + .5)}; undefined where both are 0. */
    static Figure logGap(double a, double b) {
        if (a <= 0 && b <= 0) {
            return Figure.none(Figure.UNDEFINED);
        }
        double gap = Math.log((a + E) / (b + E));
        double se = logGapError(a, b);
        return Figure.of(gap, gap - Wilson.Z95 * se, gap + Wilson.Z95 * se);
    }

    /** {@code ln(a / b)} of two means; undefined where either is 0 or undefined, as nothing can be added to a mean. */
    static Figure logRatio(double a, double b) {
        return a > 0 && b > 0 ? Figure.of(Math.log(a / b)) : Figure.none(Figure.UNDEFINED);
    }

    /** Standard error of {@link #logGap}. */
    static double logGapError(double a, double b) {
        return Math.sqrt(1 / (a + E) + 1 / (b + E));
    }

    /**
     * {@link Growth} a year between two windows of equal length; the slope where a window of this side or of the other is
     * empty ({@code slope}). Undefined where both windows are empty.
     */
    static Figure growth(Side side, Windows w, boolean slope) {
        return Figure.ofDefined(Growth.ofWindows(side.yearly(w.from(), w.to()), slope));
    }

    /** {@code g_A - g_B}, both in the same form. */
    static Figure growthGap(Side a, Side b, Windows w) {
        boolean slope = isEmptyBefore(a, w) || isEmptyBefore(b, w);
        Figure ga = growth(a, w, slope);
        Figure gb = growth(b, w, slope);
        return ga.isDefined() && gb.isDefined() ? Figure.of(ga.value() - gb.value()) : Figure.none(Figure.UNDEFINED);
    }

    /**
     * Years by which A is behind B (negative: ahead): the largest {@code L >= 0} with {@code X_B(t - L) >= X_A(t)}, with
     * {@code X} the cumulative families, interpolated between years, and {@code t = last}. Where B is not ahead the roles
     * are swapped. Censored, and then a lower bound, where the one ahead had the level already in the first observed
     * year; undefined where neither has families.
     */
    static Figure lag(Side a, Side b, int first, int last) {
        double xa = a.between(first, last);
        double xb = b.between(first, last);
        if (first > last || (xa <= 0 && xb <= 0)) {
            return Figure.none(Figure.UNDEFINED);
        }
        boolean behind = xb >= xa;
        double level = behind ? xa : xb;
        Side leader = behind ? b : a;
        double sum = 0;
        double sign = behind ? 1 : -1;
        for (int year = first; year <= last; year++) {
            double before = sum;
            sum += leader.in(year);
            if (sum >= level) {
                if (year == first) {
                    return new Figure(sign * (last - first), null, null, Figure.CENSORED);
                }
                double part = sum > before ? (level - before) / (sum - before) : 1;
                return Figure.of(sign * (last - (year - 1 + part)) + 0.0);
            }
        }
        return Figure.of(0);
    }
}
