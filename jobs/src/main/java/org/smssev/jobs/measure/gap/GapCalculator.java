package org.smssev.jobs.measure.gap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.config.Config;
import org.smssev.common.tables.MeasureTables.Gap;
import org.smssev.common.tables.MeasureTables.GapSummary;

/**
 * Measures the gap of a country in all subjects. Technologies and clusters get families, share and RTA of every country,
 * and everything of the focal country against REST (all other known countries together), BEST_OTHER (the one with most
 * families) and the reference countries; nodes get the focal country against REST. All under both family filters.
 */
final class GapCalculator {
    static final String ALL = "ALL";
    static final String INTERNATIONAL = "INTERNATIONAL";
    static final String REST = "REST";
    static final String BEST_OTHER = "BEST_OTHER";

    private static final List<String> FILTERS = List.of(ALL, INTERNATIONAL);
    private static final String NO_YEARS = "UNKNOWN";

    private final Subject world;
    private final String focal;
    private final List<String> references;
    private final Config.Gap settings;
    private final Integer firstYear;
    private final Windows windows;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<GapSummary> summaries = new ArrayList<>();
    private final SortedMap<String, Composite> composites = new TreeMap<>();

    /**
     * Fixes the frame of all measures.
     *
     * @param youngest last year of the release, null where no year is known
     */
    GapCalculator(Subject world, Config config, Integer youngest) {
        this.world = world;
        this.focal = config.project().focalCountry();
        List<String> given = config.project().referenceCountries();
        this.references = given == null ? List.of() : given;
        this.settings = config.gap();
        this.firstYear = world.all().firstYear();
        this.windows = youngest == null
                ? null
                : Windows.before(youngest, config.release().truncatedYears(), settings.window());
    }

    /** Measures all subjects; the composite is scaled over all subjects of a kind. */
    void measure(Collection<Subject> subjects) {
        for (Subject subject : subjects) {
            for (String filter : FILTERS) {
                measureCountries(subject, filter);
                for (String reference : references(subject)) {
                    compare(subject, filter, reference);
                }
            }
        }
        for (Subject subject : subjects) {
            for (String filter : FILTERS) {
                references(subject).forEach(reference -> summarise(subject, filter, reference));
            }
        }
    }

    /** Measures in long form. */
    List<Gap> gaps() {
        return gaps;
    }

    /** Composite gaps and positions of the focal country. */
    List<GapSummary> summaries() {
        return summaries;
    }

    private Set<String> references(Subject subject) {
        Set<String> all = new LinkedHashSet<>(List.of(REST));
        if (!subject.kind().equals(Subject.NODE)) {
            all.add(BEST_OTHER);
            all.addAll(references);
            all.remove(focal);
        }
        return all;
    }

    private void measureCountries(Subject subject, String filter) {
        Field field = subject.field(filter);
        Field total = world.field(filter);
        Set<String> countries = new TreeSet<>(Set.of(focal));
        if (!subject.kind().equals(Subject.NODE)) {
            countries.addAll(field.countries());
            countries.addAll(references);
        }
        double known = knownTotal(field);
        for (String country : countries) {
            double x = field.of(country);
            Figure families = known > 0 ? Figure.of(x) : Figure.none(Figure.UNDEFINED);
            Figure rta = Measures.rta(x, known, total.of(country), total.total());
            Row row = new Row(subject, filter, country, "WORLD", field.total());
            add(row, "families", ALL, families);
            add(row, "share", ALL, Measures.share(x, known));
            add(row, "rta", ALL, rta);
            if (country.equals(focal)) {
                add(row, "rpa", ALL, Measures.rpa(rta));
                add(row, "rsta", ALL, Measures.rsta(rta));
                add(row, "growth", windowLabel(), growth(field.side(Set.of(country))));
            }
        }
    }

    private void compare(Subject subject, String filter, String reference) {
        Field field = subject.field(filter);
        Field.Side a = field.side(Set.of(focal));
        Field.Side b = field.side(rivals(field, reference));
        Row row = new Row(subject, filter, focal, reference, field.total());
        add(row, "share_gap", ALL, Measures.shareGap(a.families(), b.families(), knownTotal(field)));
        if (reference.equals(BEST_OTHER)) {
            add(row, "rpp", ALL, Measures.rpp(a.families(), b.families()));
        }
        Figure quantity = Measures.logGap(a.families(), b.families());
        Figure growthGap = windows == null ? Figure.none(Figure.UNDEFINED) : Measures.growthGap(a, b, windows);
        Figure lag = windows == null || firstYear == null
                ? Figure.none(Figure.UNDEFINED)
                : Measures.lag(a, b, firstYear, windows.to());
        add(row, "log_gap", ALL, quantity);
        add(row, "growth_gap", windowLabel(), growthGap);
        add(row, Composite.LAG, lagLabel(), lag);

        Composite composite = composites.computeIfAbsent(key(subject, filter, reference), k -> new Composite());
        double error = Measures.logGapError(a.families(), b.families());
        if (filter.equals(ALL)) {
            composite.add(subject.id(), "log_gap", quantity, error);
            Field.Side ia = subject.international().side(Set.of(focal));
            Field.Side ib = subject.international().side(rivals(subject.international(), reference));
            composite.add(
                    subject.id(),
                    "log_gap_international",
                    Measures.logGap(ia.families(), ib.families()),
                    Measures.logGapError(ia.families(), ib.families()));
        } else {
            composite.add(subject.id(), "log_gap_international", quantity, error);
        }
        composite.add(subject.id(), "growth_gap", growthGap, 0);
        composite.add(subject.id(), Composite.LAG, lag, 0);
    }

    private void summarise(Subject subject, String filter, String reference) {
        Field field = subject.field(filter);
        Composite.Gap gap = composites.get(key(subject, filter, reference)).of(subject.id());
        Figure quantity = Measures.logGap(
                field.of(focal), field.side(rivals(field, reference)).families());
        double ratio = Math.log(settings.parallelRatio());
        boolean few = field.total() < settings.minFamilies();
        String state = gap.state(settings.parallel());
        String quantityState = quantity.isDefined() ? Composite.stateOf(quantity.lo95(), quantity.hi95(), ratio) : null;
        summaries.add(new GapSummary(
                subject.kind(),
                subject.id(),
                focal,
                reference,
                filter,
                gap.value(),
                gap.parts(),
                few && state != null ? "PARALLEL" : state,
                few && quantityState != null ? "PARALLEL" : quantityState,
                field.total(),
                gap.value() == null ? Figure.UNDEFINED : few ? Figure.LOW_N : Figure.OK));
    }

    /** The countries on the other side: all others, the one with most families (then least code), or the one named. */
    private Set<String> rivals(Field field, String reference) {
        Set<String> others = new TreeSet<>(field.countries());
        others.remove(focal);
        if (reference.equals(REST)) {
            return others;
        }
        if (!reference.equals(BEST_OTHER)) {
            return Set.of(reference);
        }
        String best = null;
        for (String country : others) {
            best = best == null || field.of(country) > field.of(best) ? country : best;
        }
        return best == null ? Set.of() : Set.of(best);
    }

    /** All families of the field; 0 where no country is known, as then no share means anything. */
    private static double knownTotal(Field field) {
        return field.countries().isEmpty() ? 0 : field.total();
    }

    private Figure growth(Field.Side side) {
        return windows == null
                ? Figure.none(Figure.UNDEFINED)
                : Measures.growth(side, windows, side.between(windows.from(), windows.middle() - 1) <= 0);
    }

    private String windowLabel() {
        return windows == null ? NO_YEARS : windows.label();
    }

    private String lagLabel() {
        return windows == null || firstYear == null ? NO_YEARS : firstYear + "-" + windows.to();
    }

    private static String key(Subject subject, String filter, String reference) {
        return subject.kind() + " " + filter + " " + reference;
    }

    /** What all measures of a comparison have in common. */
    private record Row(Subject subject, String filter, String country, String reference, double observed) {}

    private void add(Row row, String measure, String window, Figure f) {
        boolean few = row.observed() < settings.minFamilies() && f.status().equals(Figure.OK);
        gaps.add(new Gap(
                row.subject().kind(),
                row.subject().id(),
                row.country(),
                row.reference(),
                row.filter(),
                measure,
                window,
                f.value(),
                f.lo95(),
                f.hi95(),
                row.observed(),
                few ? Figure.LOW_N : f.status()));
    }
}
