package org.smssev.jobs.screen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.GapTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.SurveyTables;

/** Merges technologies and clusters into candidates, and selects among them. */
public final class ScreenStage implements Stage {
    @Override
    public String name() {
        return "screen";
    }

    @Override
    public String description() {
        return "Merge technologies and clusters into candidates, score them by TOPSIS and keep those above the cut.";
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
                GapTables.GapSummary.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                ScreenTables.Criterion.class,
                ScreenTables.Candidate.class,
                ScreenTables.CandidateMember.class,
                ScreenTables.CandidateFamily.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(
                config.screen(),
                config.gap().window(),
                config.release().truncatedYears(),
                config.network().level());
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        List<ClusterTables.Cluster> clusters = context.rows(ClusterTables.Cluster.class);
        CandidateFamilies counts = new CandidateFamilies(
                context.dataset(SurveyTables.Match.class), context.dataset(ClusterTables.ClusterMember.class));
        context.progress("merge technologies and clusters");
        Map<Integer, Long> sizes = clusters.stream()
                .filter(c -> c.clusterId() != Drafting.NO_CLUSTER)
                .collect(Collectors.toMap(ClusterTables.Cluster::clusterId, ClusterTables.Cluster::size));
        Map<Integer, Merging.Joined> joined = Merging.join(
                counts.technologies(),
                sizes,
                counts.common().stream()
                        .filter(c -> sizes.containsKey(c.clusterId()))
                        .toList(),
                config.screen().mergeOverlap());
        List<NetworkTables.IpcNode> nodes = context.rows(NetworkTables.IpcNode.class).stream()
                .filter(node -> config.network().isMain(node.level(), node.period()))
                .toList();
        List<Draft> drafts = new Drafting(nodes, joined).drafts(context.rows(SurveyTables.Technology.class), clusters);
        Dataset<Row> families = counts.families(context.spark(), drafts).persist();
        Measuring measuring = new Measuring(
                config,
                CandidateFamilies.figures(families, context.dataset(IngestTables.Family.class)),
                context.rows(GapTables.GapSummary.class));
        Selection selection = new Selection(config.screen());
        selection.select(drafts.stream().map(measuring::measure).toList());

        recordCounts(context, selection.candidates(), joined.size());
        context.write(ScreenTables.Criterion.class, selection.criteria());
        context.write(ScreenTables.Candidate.class, selection.candidates());
        context.write(
                ScreenTables.CandidateMember.class,
                drafts.stream().flatMap(d -> d.members().stream()).toList());
        context.write(ScreenTables.CandidateFamily.class, families);
        families.unpersist();
    }

    private static void recordCounts(StageContext context, List<ScreenTables.Candidate> candidates, int joined) {
        Map<String, Long> reasons = candidates.stream()
                .collect(Collectors.groupingBy(ScreenTables.Candidate::reason, TreeMap::new, Collectors.counting()));
        context.quality("candidates", "", (double) candidates.size(), "candidates before the gates and the cut");
        context.quality("clusters_joined", "", (double) joined, "clusters that are one candidate with a technology");
        reasons.forEach((reason, n) ->
                context.quality("candidates_by_reason", reason, (double) n, n + " candidates: " + reason));
        context.convention(
                "SCREEN_UNDEFINED_CRITERION",
                "middle of the range",
                "A criterion that is undefined counts as scaled .5.");
    }
}
