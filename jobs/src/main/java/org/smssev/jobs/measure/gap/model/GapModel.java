package org.smssev.jobs.measure.gap.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smssev.common.config.Config;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.CitationTables;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.IngestTables;
import org.smssev.jobs.measure.DriverMemory;
import org.smssev.jobs.measure.FamilyCitations;
import org.smssev.jobs.measure.FamilyColumns;

/**
 * The technology gap of the focal country in sets of the families of a run. Families, draws and what they are compared
 * with are the same whoever asks, so that equal sets have equal figures.
 */
public final class GapModel {
    /** Tables that a stage which measures gaps reads. */
    public static final List<Class<? extends Record>> READS =
            List.of(IngestTables.Family.class, CitationTables.FamilyCitation.class);

    private final FamilyColumns families;
    private final Frame frame;
    private final Facts facts;
    private final Config.Gap settings;

    private GapModel(FamilyColumns families, FamilyCitations citations, Frame frame, Config.Gap settings) {
        this.families = families;
        this.frame = frame;
        this.facts = new Facts(families, citations.columns(), frame);
        this.settings = settings;
    }

    /** The model of a run. */
    public static GapModel of(StageContext context) {
        FamilyColumns families = FamilyColumns.of(context);
        Config config = context.config();
        return new GapModel(families, FamilyCitations.of(context), frame(config, families), config.gap());
    }

    /** Settings on which the figures depend. */
    public static List<Object> settings(Config config) {
        return List.of(
                config.gap(),
                config.project(),
                config.release().truncatedYears(),
                config.citations().window());
    }

    /** All families. */
    public FamilyColumns families() {
        return families;
    }

    /** What they are measured against. */
    public Frame frame() {
        return frame;
    }

    /**
     * The gaps in subjects, on the scales of their kinds.
     *
     * @throws org.smssev.common.UserException if they do not fit into the driver's memory
     */
    public GapCalculator measure(List<Subject> subjects) {
        return measure(subjects, null);
    }

    /**
     * The gaps in candidates, on scales that are there.
     *
     * @param measured summaries of the subjects that set the scales
     * @throws org.smssev.common.UserException if they do not fit into the driver's memory
     */
    public GapCalculator measureCandidates(List<Subject> candidates, List<GapSummary> measured) {
        return measure(candidates, GapCalculator.scales(measured));
    }

    /** Whether a gap is the one that gives the position: against the best other country, over all families. */
    public static boolean givesPosition(String reference, String filter) {
        return reference.equals(Frame.BEST_OTHER) && filter.equals(Filter.ALL);
    }

    private GapCalculator measure(List<Subject> subjects, Map<String, Map<String, Double>> scales) {
        DriverMemory.require(
                String.format(Locale.ROOT, "The gap in %,d subjects", subjects.size()),
                GapCalculator.bytes(subjects.size(), frame, settings.draws()),
                ", or lower gap.nodes or gap.draws");
        return new GapCalculator(subjects, facts, frame, settings, scales);
    }

    private static Frame frame(Config config, FamilyColumns families) {
        int[] years = Arrays.stream(families.year)
                .filter(year -> year != FamilyColumns.NO_YEAR)
                .sorted()
                .toArray();
        int first = years.length == 0 ? 0 : years[0];
        int last = years.length == 0 ? -1 : years[years.length - 1];
        List<String> references = config.project().referenceCountries();
        return new Frame(
                families.countryNames,
                config.project().focalCountry(),
                references == null ? List.of() : references,
                config.gap().blocs(),
                first,
                last - first + 1,
                years.length == 0
                        ? null
                        : Windows.before(
                                last,
                                config.release().truncatedYears(),
                                config.gap().window()),
                config.citations().window());
    }
}
