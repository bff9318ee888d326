package org.smssev.jobs.measure.gap.model;

/** How far a field has come on its growth curve, from its first family to the last complete year. */
final class Maturity {
    /** Share of the level that is reached at the end, 0 to 1; UNRELIABLE where the level is not identified. */
    final Figure share;

    /** Years from 10 to 90 % of the level. */
    final Figure tenToNinety;

    /** By how much a Gompertz curve is better, by AICc; above 0 the logistic figures should be read with care. */
    final Figure gompertz;

    private Maturity(Figure share, Figure tenToNinety, Figure gompertz) {
        this.share = share;
        this.tenToNinety = tenToNinety;
        this.gompertz = gompertz;
    }

    /** The maturity of the families of a field. */
    static Maturity of(Side all, Frame frame) {
        double[] cumulative = cumulative(all, frame);
        GrowthCurve logistic = GrowthCurve.fit(cumulative, GrowthCurve.Shape.LOGISTIC);
        if (cumulative.length == 0) {
            Figure none = Figure.none(Figure.UNDEFINED);
            return new Maturity(none, none, none);
        }
        if (logistic == null || !logistic.isReliable(cumulative.length)) {
            Figure none = Figure.none(Figure.UNRELIABLE);
            return new Maturity(none, none, none);
        }
        GrowthCurve other = GrowthCurve.fit(cumulative, GrowthCurve.Shape.GOMPERTZ);
        return new Maturity(
                Figure.of(reached(cumulative, logistic)),
                Figure.of(logistic.tenToNinety()),
                other == null
                        ? Figure.none(Figure.UNDEFINED)
                        : Figure.ofDefined(logistic.aicc(cumulative.length) - other.aicc(cumulative.length)));
    }

    /** The share of the level alone; NaN where it is not identified. */
    static double share(Side all, Frame frame) {
        double[] cumulative = cumulative(all, frame);
        GrowthCurve curve = GrowthCurve.fit(cumulative, GrowthCurve.Shape.LOGISTIC);
        return curve == null || !curve.isReliable(cumulative.length) ? Double.NaN : reached(cumulative, curve);
    }

    private static double reached(double[] cumulative, GrowthCurve curve) {
        return Math.min(1, cumulative[cumulative.length - 1] / curve.level());
    }

    /** Cumulative families of the complete years, from the first with any. */
    private static double[] cumulative(Side all, Frame frame) {
        if (frame.windows == null) {
            return new double[0];
        }
        int first = frame.firstYear;
        int last = frame.windows.to();
        while (first <= last && all.in(first) <= 0) {
            first++;
        }
        double[] cumulative = new double[Math.max(0, last - first + 1)];
        double sum = 0;
        for (int t = 0; t < cumulative.length; t++) {
            sum += all.in(first + t);
            cumulative[t] = sum;
        }
        return cumulative;
    }
}
