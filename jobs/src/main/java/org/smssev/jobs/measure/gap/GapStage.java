package org.smssev.jobs.measure.gap;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
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
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyValues;
import org.smssev.jobs.measure.MainNetwork;
import org.smssev.jobs.measure.gap.model.GapCalculator;
import org.smssev.jobs.measure.gap.model.GapModel;
import org.smssev.jobs.measure.gap.model.Subject;
import org.smssev.jobs.measure.gap.model.Subjects;

/** Measures the technology gap of the focal country in technologies, clusters, communities and codes. */
public final class GapStage implements Stage {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public String description() {
        return "Measure the gap between the focal country and the others.";
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
        return Stream.concat(
                        GapModel.settings(config).stream(),
                        Stream.of(config.network().level()))
                .toList();
    }

    @Override
    public List<Need> needs(Config config, ExpectedRows expected) {
        return List.of(FamilyColumns.need(expected.of(IngestTables.Family.class)));
    }

    @Override
    public void run(StageContext context) {
        context.progress("read families, subjects and citations");
        GapModel model = GapModel.of(context);
        List<Subject> subjects = subjects(context, model.families());
        context.progress("measure " + subjects.size() + " subjects");
        GapCalculator calculator = model.measure(subjects);
        List<GapTables.GapSummary> summaries = calculator.summaries();
        new GapConventions(context).record(model.families(), model.frame(), summaries);
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
        subjects.addCommunities(MainNetwork.nodes(context));
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
}
