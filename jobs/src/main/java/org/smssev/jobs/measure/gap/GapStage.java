package org.smssev.jobs.measure.gap;

import java.util.Collection;
import java.util.List;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MeasureTables;
import org.smssev.common.tables.SurveyTables;

/** Measures the technology gap of the focal country in technologies, clusters and codes. */
public final class GapStage implements Stage {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public String description() {
        return "Measure shares, advantage, growth and lag of countries, and the composite gap of the focal country.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                IngestTables.Family.class,
                SurveyTables.Technology.class,
                SurveyTables.Match.class,
                MeasureTables.Cluster.class,
                MeasureTables.ClusterMember.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(MeasureTables.Gap.class, MeasureTables.GapSummary.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.gap(), config.project(), config.release().truncatedYears());
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        context.progress("count families by country and year");
        FamilyCounts counts = FamilyCounts.count(
                context.dataset(IngestTables.Family.class),
                context.dataset(SurveyTables.Match.class),
                context.dataset(MeasureTables.ClusterMember.class),
                config.project().focalCountry(),
                config.gap().nodes());
        Collection<Subject> subjects = counts.subjects(
                context.rows(SurveyTables.Technology.class).stream()
                        .map(SurveyTables.Technology::technologyId)
                        .toList(),
                context.rows(MeasureTables.Cluster.class).stream()
                        .map(c -> String.valueOf(c.clusterId()))
                        .toList());
        Field world = counts.world().all();
        context.quality(
                "families_without_country",
                "",
                world.of(Field.UNKNOWN),
                world.countries().isEmpty()
                        ? "no family has a known country: all gap measures are undefined"
                        : "families (fractional) whose country is not known; they count in totals only");
        Integer youngest = world.lastYear();
        if (youngest == null) {
            context.quality("families_with_year", "", 0.0, "no family has a year: growth and lag are undefined");
        }
        context.progress("measure " + subjects.size() + " subjects");
        GapCalculator calculator = new GapCalculator(counts.world(), config, youngest);
        calculator.measure(subjects);
        context.convention(
                "GAP_SUBJECT",
                "primary matches",
                "A family counts in its primary technology only; families are counted fractionally by country.");
        context.convention(
                "COMPOSITE_GAP",
                "log_gap, log_gap_international, growth_gap, lag_years",
                "Equal weights of robustly scaled, uncentred parts; at least three are needed; above 0 is ahead.");
        context.write(MeasureTables.Gap.class, calculator.gaps());
        context.write(MeasureTables.GapSummary.class, calculator.summaries());
    }
}
