package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.tables.GapTables.Gap;

/**
 * Measures one subject. The country measured gets all measures, against each reference; REST, BEST_OTHER, named countries
 * and blocs get those of one side; the other countries families, share and RTA, but not in nodes, which are many. Of a
 * candidate both sides are compared, and no more.
 */
final class SubjectGap {
    private final Subject subject;
    private final Frame frame;
    private final GapRows rows;
    private final Resampled resampled;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Side> focal = new HashMap<>();
    private final Map<String, Concentration> applicants = new HashMap<>();
    private final Map<String, List<Figure>> gaps = new HashMap<>();
    private final Map<String, Field> world;
    private final int[] applicantCountry;
    private final Maturity maturity;

    /**
     * Takes the families of a subject together.
     *
     * @param world all families, by filter
     * @param draws how many draws there will be
     */
    SubjectGap(Subject subject, Facts facts, Frame frame, Map<String, Field> world, int draws, double fewest) {
        this.subject = subject;
        this.frame = frame;
        this.rows = new GapRows(subject, fewest);
        this.world = world;
        this.applicantCountry = facts.applicantCountry;
        for (String filter : Filter.BOTH) {
            Field field = new Field(frame);
            Concentration concentration = new Concentration();
            for (int i = 0; i < subject.size(); i++) {
                int family = subject.family(i);
                if (filter.equals(Filter.ALL) || facts.families.international[family]) {
                    field.add(facts, family);
                    concentration.add(facts.families.applicant[family]);
                }
            }
            fields.put(filter, field);
            focal.put(filter, field.side(frame.focal));
            applicants.put(filter, concentration);
        }
        maturity =
                subject.isMeasuredWhole() ? Maturity.of(fields.get(Filter.ALL).all(), frame) : null;
        // Nodes are many and overlap; the interval of their curve is not worth what it costs.
        boolean isFitted = maturity != null && maturity.share.isDefined() && !subject.kind.equals(Subject.NODE);
        resampled = new Resampled(frame, draws, subject.isMeasuredWhole(), isFitted);
    }

    /** What is drawn to make intervals; all draws come before {@link #measure}. */
    Resampled resampled() {
        return resampled;
    }

    /** Measures what was observed, with the intervals that the draws give. */
    void measure() {
        for (String filter : Filter.BOTH) {
            if (subject.isMeasuredWhole()) {
                shares(filter, world.get(filter));
                sides(filter);
                field(filter, world.get(filter), applicants.get(filter), applicantCountry);
            }
            frame.references.forEach(reference -> compare(filter, reference));
        }
        if (subject.isMeasuredWhole()) {
            addMaturity();
        }
    }

    private void shares(String filter, Field world) {
        Field field = fields.get(filter);
        double known = field.knownTotal();
        double all = world.total();
        for (String country : countries(field)) {
            Side side = field.side(country);
            double x = side.families();
            GapRows.Sides sides = new GapRows.Sides(country, GapRows.WORLD, filter);
            Figure families = known > 0 ? Figure.of(x) : Figure.none(Figure.UNDEFINED);
            Figure rta = Measures.rta(x, known, world.side(country).families(), all);
            add(sides, "families", field.total(), families);
            add(sides, "share", field.total(), Measures.share(x, known));
            add(sides, "rta", field.total(), rta);
            if (country.equals(frame.focal) || frame.references.contains(country)) {
                add(sides, "rpa", field.total(), Measures.rpa(rta));
                add(sides, "rsta", field.total(), Measures.rsta(rta));
            }
            if (country.equals(frame.focal)) {
                double best = field.bestOther() < 0 ? 0 : field.of(field.bestOther());
                add(sides, "frontier_gap", field.total(), Measures.frontierGap(x, Math.max(x, best)));
            }
        }
    }

    /** Countries whose families, share and RTA are told. */
    private Set<String> countries(Field field) {
        Set<String> countries = new LinkedHashSet<>(Set.of(frame.focal));
        frame.references.stream()
                .filter(r -> !r.equals(Frame.REST) && !r.equals(Frame.BEST_OTHER))
                .forEach(countries::add);
        for (int place = 0; place < frame.size() && !subject.kind.equals(Subject.NODE); place++) {
            if (frame.isKnown(place) && field.of(place) > 0) {
                countries.add(frame.country(place));
            }
        }
        return countries;
    }

    private void sides(String filter) {
        Field field = fields.get(filter);
        Side all = field.all();
        List<String> names = new ArrayList<>(List.of(frame.focal));
        names.addAll(frame.references);
        for (String name : names) {
            Side side = field.side(name);
            double[] values = SideFigures.values(side, all, frame);
            double[] observed = SideFigures.observed(side);
            List<Interval> intervals = resampled.ofSide(filter, name);
            for (int i = 0; i < values.length; i++) {
                rows.add(
                        new GapRows.Sides(name, GapRows.WORLD, filter),
                        SideFigures.NAMES.get(i),
                        SideFigures.windows(frame).get(i),
                        observed[i],
                        Figure.ofDefined(values[i]).with(intervals.get(i)));
            }
        }
    }

    private void compare(String filter, String reference) {
        Field field = fields.get(filter);
        Side a = focal.get(filter);
        Side b = field.side(reference);
        GapRows.Sides sides = new GapRows.Sides(frame.focal, reference, filter);
        add(sides, "share_gap", field.total(), Measures.shareGap(a.families(), b.families(), field.knownTotal()));
        if (reference.equals(Frame.BEST_OTHER)) {
            add(sides, "rpp", field.total(), Measures.rpp(a.families(), b.families()));
        }
        List<Figure> figures = GapFigures.of(a, b, frame);
        gaps.put(filter + " " + reference, figures);
        double[] observed = GapFigures.observed(a, b, field.total());
        List<Interval> intervals = resampled.ofGap(filter, frame.focal, reference);
        for (int i = 0; i < figures.size(); i++) {
            // The quantity gap has an interval of its own, which holds where one side has no family at all.
            Figure figure = figures.get(i).lo95() == null ? figures.get(i).with(intervals.get(i)) : figures.get(i);
            rows.add(sides, GapFigures.NAMES.get(i), GapFigures.windows(frame).get(i), observed[i], figure);
        }
    }

    /** What belongs to the field, not to a country. */
    private void field(String filter, Field world, Concentration applicants, int[] homes) {
        Field field = fields.get(filter);
        GapRows.Sides sides = new GapRows.Sides(GapRows.WORLD, GapRows.WORLD, filter);
        Figure relative = frame.windows == null
                ? Figure.none(Figure.UNDEFINED)
                : Measures.relativeGrowth(field.all(), world.all(), frame.windows);
        rows.add(sides, "rdgr", frame.growthLabel(), field.total(), relative);
        add(sides, "hhi", applicants.families(), applicants.hhi());
        add(sides, "hhi_adjusted", applicants.families(), applicants.adjustedHhi());
        add(sides, "cr4", applicants.families(), applicants.firstFour());
        Concentration.Monopoly monopoly = applicants.monopoly(field, frame, homes);
        add(
                new GapRows.Sides(
                        monopoly.country() == null ? GapRows.WORLD : monopoly.country(),
                        monopoly.second() == null ? GapRows.WORLD : monopoly.second(),
                        filter),
                "monopoly_risk",
                applicants.families(),
                monopoly.risk());
    }

    private void addMaturity() {
        Field field = fields.get(Filter.ALL);
        GapRows.Sides sides = new GapRows.Sides(GapRows.WORLD, GapRows.WORLD, Filter.ALL);
        String window = frame.completeLabel();
        rows.add(sides, "maturity", window, field.total(), maturity.share.with(resampled.ofMaturity()));
        rows.add(sides, "growth_years", window, field.total(), maturity.tenToNinety);
        rows.add(sides, "gompertz_gain", window, field.total(), maturity.gompertz);
    }

    private void add(GapRows.Sides sides, String measure, double observed, Figure figure) {
        rows.add(sides, measure, GapRows.ALL_YEARS, observed, figure);
    }

    Subject subject() {
        return subject;
    }

    /** All rows. */
    List<Gap> rows() {
        return rows.rows();
    }

    /** Families of the field. */
    double families(String filter) {
        return fields.get(filter).total();
    }

    /** A gap against a reference, once it is measured. */
    Figure gap(String filter, String reference, String measure) {
        return gaps.get(filter + " " + reference).get(GapFigures.NAMES.indexOf(measure));
    }

    /** The same gap in every draw, NaN where undefined. */
    double[] draws(String filter, String reference, String measure) {
        return resampled.gapDraws(filter, frame.focal, reference, measure);
    }
}
