package org.smssev.jobs.measure.gap;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.CitationTables;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.GapTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.SurveyTables;
import org.smssev.jobs.measure.DriverMemory;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyValues;

/** Measures the technology gap of the focal country in technologies, clusters, communities and codes. */
public final class GapStage implements Stage {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public String description() {
        return "Measure shares, advantage, growth, lag and quality of countries, and the composite gap of the focal one.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                IngestTables.Family.class,
                SurveyTables.Technology.class,
                SurveyTables.Match.class,
                ClusterTables.Cluster.class,
                ClusterTables.ClusterMember.class,
                NetworkTables.IpcNode.class,
                CitationTables.FamilyCitation.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(GapTables.Gap.class, GapTables.GapSummary.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(
                config.gap(),
                config.project(),
                config.release().truncatedYears(),
                config.citations().window(),
                config.network().level());
    }

    @Override
    public List<Need> needs(Config config, ExpectedRows expected) {
        return List.of(FamilyColumns.need(expected.of(IngestTables.Family.class)));
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        context.progress("read families, their subjects and citations");
        FamilyColumns families = FamilyColumns.of(context);
        List<Subject> subjects = subjects(context, families);
        Frame frame = frame(config, families);
        Column[] columns =
                Arrays.stream(Facts.CITATION_COLUMNS).map(name -> col(name)).toArray(Column[]::new);
        double[][] citations = FamilyValues.read(
                context.dataset(CitationTables.FamilyCitation.class).select(columns), families.ids, Map.of());
        Facts facts = new Facts(families, citations, frame);
        DriverMemory.require(
                String.format(Locale.ROOT, "The gap in %,d subjects", subjects.size()),
                GapCalculator.bytes(subjects.size(), frame, config.gap().draws()),
                ", or lower gap.nodes or gap.draws");
        context.progress("measure " + subjects.size() + " subjects");
        GapCalculator calculator = new GapCalculator(subjects, facts, frame, config.gap());
        List<GapTables.GapSummary> summaries = calculator.summaries();
        new GapConventions(context).record(families, frame, summaries);
        context.write(GapTables.Gap.class, calculator.gaps());
        context.write(GapTables.GapSummary.class, summaries);
    }

    private static List<Subject> subjects(StageContext context, FamilyColumns families) {
        Subjects subjects = new Subjects(families);
        add(
                subjects,
                Subject.TECHNOLOGY,
                context.rows(SurveyTables.Technology.class).stream()
                        .map(SurveyTables.Technology::technologyId)
                        .toList(),
                context.dataset(SurveyTables.Match.class)
                        .filter(col("is_primary"))
                        .select("family_id", "technology_id"),
                families);
        add(
                subjects,
                Subject.CLUSTER,
                context.rows(ClusterTables.Cluster.class).stream()
                        .map(cluster -> String.valueOf(cluster.clusterId()))
                        .toList(),
                context.dataset(ClusterTables.ClusterMember.class)
                        .select(col("family_id"), col("cluster_id").cast("string")),
                families);
        NetworkConfig network = context.config().network();
        subjects.addCommunities(context.rows(NetworkTables.IpcNode.class).stream()
                .filter(node -> network.isMain(node.level(), node.period()))
                .toList());
        subjects.addNodes(context.config().gap().nodes());
        return subjects.all();
    }

    /** Adds subjects to which families belong, each to one at most. */
    private static void add(
            Subjects subjects, String kind, List<String> ids, Dataset<Row> members, FamilyColumns families) {
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        subjects.add(kind, ids, FamilyValues.read(members, families.ids, places)[0]);
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
