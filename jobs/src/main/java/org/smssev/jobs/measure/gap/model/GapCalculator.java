package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smssev.common.config.Config;
import org.smssev.common.tables.GapTables.Gap;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.jobs.measure.Draws;

/** Measures the gap of a country in all subjects, each by itself, and then puts their composites on one scale. */
public final class GapCalculator {
    /** Draws at a time: enough for long rows, and few enough for the sums of a country to stay near the processor. */
    private static final int TOGETHER = 100;

    private static final String INTERNATIONAL_QUANTITY = "log_gap_international";

    private final Frame frame;
    private final Config.Gap settings;
    private final List<SubjectGap> measured;
    private final SortedMap<String, Composite> composites = new TreeMap<>();
    private final Map<String, Map<String, Double>> scales;

    /** Measures all subjects, several at a time; the results stand in their order. */
    GapCalculator(List<Subject> subjects, Facts facts, Frame frame, Config.Gap settings) {
        this(subjects, facts, frame, settings, null);
    }

    /**
     * Measures all subjects on given scales.
     *
     * @param scales by kind, filter and reference, as {@link #scales} tells them; null for those of the subjects
     */
    GapCalculator(
            List<Subject> subjects,
            Facts facts,
            Frame frame,
            Config.Gap settings,
            Map<String, Map<String, Double>> scales) {
        this.scales = scales;
        this.frame = frame;
        this.settings = settings;
        Map<String, Field> world = new TreeMap<>();
        for (String filter : Filter.BOTH) {
            world.put(filter, new Field(frame));
        }
        for (int family = 0; family < facts.families.size(); family++) {
            world.get(Filter.ALL).add(facts, family);
            if (facts.families.international[family]) {
                world.get(Filter.INTERNATIONAL).add(facts, family);
            }
        }
        Draws draws = new Draws(facts.families.ids, settings.draws(), settings.seed());
        measured = subjects.parallelStream()
                .map(subject -> new SubjectGap(subject, facts, frame, world, draws.number, settings.minFamilies()))
                .toList();
        draw(draws, facts);
        measured.parallelStream().forEach(SubjectGap::measure);
        measured.forEach(this::addParts);
    }

    /**
     * Bytes that subjects take while they are measured.
     *
     * @param draws draws for intervals
     */
    static long bytes(int subjects, Frame frame, int draws) {
        long fields = 2L * frame.size() * Field.width(frame);
        long references = frame.references.size();
        long figures = (1 + references) * SideFigures.NAMES.size() + references * GapFigures.NAMES.size();
        return (fields + 2L * draws * figures) * Double.BYTES * subjects;
    }

    /** How often each family counts is drawn once for all subjects, for some draws at a time, to take little memory. */
    private void draw(Draws draws, Facts facts) {
        int most = Math.max(1, Math.min(TOGETHER, Integer.MAX_VALUE / Math.max(1, facts.families.size())));
        for (int from = 0; from < draws.number; from += most) {
            int first = from;
            int together = Math.min(most, draws.number - from);
            byte[] times = draws.times(from, together);
            measured.parallelStream().forEach(subject -> draw(subject, first, together, times, facts));
        }
    }

    private void draw(SubjectGap of, int first, int together, byte[] times, Facts facts) {
        DrawnField national = new DrawnField(frame, together);
        DrawnField international = new DrawnField(frame, together);
        Subject subject = of.subject();
        for (int i = 0; i < subject.size(); i++) {
            int family = subject.family(i);
            (facts.families.international[family] ? international : national)
                    .add(facts, family, times, family * together);
        }
        Field[] all = national.fields();
        Field[] filtered = international.fields();
        for (int i = 0; i < together; i++) {
            of.resampled().draw(first + i, all[i], filtered[i]);
        }
    }

    /** Measures in long form. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        measured.forEach(subject -> gaps.addAll(subject.rows()));
        return gaps;
    }

    private void addParts(SubjectGap of) {
        String id = of.subject().id;
        for (String filter : Filter.BOTH) {
            for (String reference : frame.references) {
                Composite composite = composites.computeIfAbsent(key(of, filter, reference), this::composite);
                if (filter.equals(Filter.ALL)) {
                    add(composite, of, filter, reference, GapFigures.QUANTITY);
                }
                composite.add(
                        id,
                        INTERNATIONAL_QUANTITY,
                        of.gap(Filter.INTERNATIONAL, reference, GapFigures.QUANTITY),
                        of.draws(Filter.INTERNATIONAL, reference, GapFigures.QUANTITY));
                add(composite, of, filter, reference, GapFigures.IMPACT);
                add(composite, of, filter, reference, GapFigures.GROWTH);
                add(composite, of, filter, reference, GapFigures.CYCLE_TIME);
                add(composite, of, filter, reference, GapFigures.LAG);
            }
        }
    }

    private Composite composite(String key) {
        return scales == null ? new Composite() : new Composite(scales.getOrDefault(key, Map.of()));
    }

    private static void add(Composite composite, SubjectGap of, String filter, String reference, String measure) {
        composite.add(
                of.subject().id, measure, of.gap(filter, reference, measure), of.draws(filter, reference, measure));
    }

    /** Composite gaps and positions of the country measured. */
    public List<GapSummary> summaries() {
        List<GapSummary> summaries = new ArrayList<>();
        for (SubjectGap of : measured) {
            for (String filter : Filter.BOTH) {
                frame.references.forEach(reference -> summaries.add(summary(of, filter, reference)));
            }
        }
        return summaries;
    }

    private GapSummary summary(SubjectGap of, String filter, String reference) {
        Composite.Gap gap = composites.get(key(of, filter, reference)).of(of.subject().id);
        Figure quantity = of.gap(filter, reference, GapFigures.QUANTITY);
        double families = of.families(filter);
        boolean few = families < settings.minFamilies();
        String state = gap.state(settings.parallel());
        String quantityState = quantity.isDefined()
                ? Composite.stateOf(quantity.lo95(), quantity.hi95(), Math.log(settings.parallelRatio()))
                : null;
        return new GapSummary(
                of.subject().kind,
                of.subject().id,
                frame.focal,
                reference,
                filter,
                gap.value(),
                gap.interval() == null ? null : (Double) gap.interval().lo95(),
                gap.interval() == null ? null : (Double) gap.interval().hi95(),
                gap.parts(),
                few && state != null ? Figure.LOW_N : state,
                few && quantityState != null ? Figure.LOW_N : quantityState,
                families,
                gap.value() == null ? Figure.UNDEFINED : few ? Figure.LOW_N : Figure.OK);
    }

    private static String key(SubjectGap of, String filter, String reference) {
        return key(of.subject().scale, filter, reference);
    }

    private static String key(String kind, String filter, String reference) {
        return kind + " " + filter + " " + reference;
    }

    /** The scales on which summaries stand, by kind, filter and reference, and by part. */
    static Map<String, Map<String, Double>> scales(List<GapSummary> summaries) {
        Map<String, List<List<GapPart>>> parts = new HashMap<>();
        for (GapSummary summary : summaries) {
            String key = key(summary.subjectKind(), summary.familyFilter(), summary.reference());
            parts.computeIfAbsent(key, k -> new ArrayList<>()).add(summary.parts());
        }
        Map<String, Map<String, Double>> scales = new HashMap<>();
        parts.forEach((key, all) -> scales.put(key, Composite.scales(all)));
        return scales;
    }
}
