package org.smssev.jobs.screen;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.config.Config;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.CitationTables;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.GapTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.SurveyTables;
import org.smssev.jobs.measure.FamilyCitations;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyValues;
import org.smssev.jobs.measure.MainNetwork;
import org.smssev.jobs.measure.gap.model.GapCalculator;
import org.smssev.jobs.measure.gap.model.GapModel;

/** Pools technologies, clusters, communities and key nodes into candidates, and selects among them. */
public final class ScreenStage implements Stage {
    @Override
    public String name() {
        return "screen";
    }

    @Override
    public String description() {
        return "Form candidates, score them by TOPSIS and keep the best.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                IngestTables.Family.class,
                IngestTables.IpcUse.class,
                SurveyTables.Technology.class,
                SurveyTables.TechnologyItem.class,
                SurveyTables.ListItem.class,
                SurveyTables.Match.class,
                ClusterTables.Cluster.class,
                ClusterTables.ClusterMember.class,
                NetworkTables.IpcNode.class,
                CitationTables.FamilyCitation.class,
                GapTables.GapSummary.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                ScreenTables.Criterion.class,
                ScreenTables.Weight.class,
                ScreenTables.KindPart.class,
                ScreenTables.Candidate.class,
                ScreenTables.CandidateGap.class,
                ScreenTables.CandidateMember.class,
                ScreenTables.CandidateFamily.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return Stream.concat(
                        GapModel.settings(config).stream(),
                        Stream.of(config.screen(), config.network().level()))
                .toList();
    }

    @Override
    public List<Need> needs(Config config, ExpectedRows expected) {
        return List.of(FamilyColumns.need(expected.of(IngestTables.Family.class)));
    }

    @Override
    public boolean buildsOnEarlierRelease() {
        return true;
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        ScreenConfig settings = config.screen();
        context.progress("read families and their groups");
        List<NetworkTables.IpcNode> network = MainNetwork.nodes(context);
        Sources sources = Sources.of(
                context.rows(SurveyTables.Technology.class), context.rows(ClusterTables.Cluster.class), network);
        Dataset<Row> matches = context.dataset(SurveyTables.Match.class)
                .filter(col("is_primary"))
                .select("family_id", "technology_id", "score");
        Dataset<Row> members =
                context.dataset(ClusterTables.ClusterMember.class).select("family_id", "cluster_id");
        FamilyFacts facts = facts(context, sources, network, matches, members);

        context.progress(
                "merge " + sources.ids().values().stream().mapToInt(List::size).sum() + " sources");
        Pool pool = new Pool(settings, facts, sources.ids());
        Membership membership = pool.membership();
        List<Draft> drafts = drafts(context, sources, pool.entries());

        context.progress("measure gaps of " + drafts.size() + " candidates");
        GapModel model = GapModel.of(context);
        GapCalculator gaps =
                model.measureCandidates(membership.subjects(drafts), context.rows(GapTables.GapSummary.class));
        Measuring measuring = new Measuring(
                facts,
                membership,
                Horizon.of(
                        facts.families(),
                        config.release().truncatedYears(),
                        config.gap().window()),
                drafts,
                GapFigures.of(gaps.summaries(), gaps.gaps(), config.project().focalCountry()));
        Scoring scoring = new Scoring(settings);
        Gates gates = new Gates(settings, scoring.measures());
        double[] frequencies = null;
        if (settings.draws() > 0) {
            context.progress("compute selection frequencies");
            frequencies = new Robustness(settings, measuring, scoring, gates).frequencies(facts.families().ids);
        }
        Selection selection = new Selection(settings, scoring, gates);
        selection.select(measuring.measured(), frequencies);

        new ScreenReport(context).record(sources, pool.entries(), selection);
        context.write(ScreenTables.Criterion.class, selection.criteria());
        context.write(ScreenTables.Weight.class, selection.weights());
        context.write(ScreenTables.KindPart.class, selection.kindParts());
        context.write(ScreenTables.Candidate.class, selection.candidates());
        context.write(
                ScreenTables.CandidateGap.class,
                gaps.summaries().stream().map(ScreenTables.CandidateGap::of).toList());
        context.write(
                ScreenTables.CandidateMember.class,
                drafts.stream().flatMap(d -> d.members().stream()).toList());
        context.write(
                ScreenTables.CandidateFamily.class,
                new CandidateFamilies(matches, members).of(context.spark(), drafts, membership, facts));
    }

    private static FamilyFacts facts(
            StageContext context,
            Sources sources,
            List<NetworkTables.IpcNode> network,
            Dataset<Row> matches,
            Dataset<Row> members) {
        FamilyColumns families = FamilyColumns.of(context);
        FamilyCitations citations = FamilyCitations.of(context);
        return FamilyFacts.of(
                families,
                FamilyValues.read(
                        matches.select("family_id", "technology_id"), families.ids, places(sources, Source.TECHNOLOGY))[
                        0],
                FamilyValues.read(
                        members.select(col("family_id"), col("cluster_id").cast("string")),
                        families.ids,
                        places(sources, Source.CLUSTER))[0],
                network,
                sources.communities().stream().map(Sources.Codes::community).toList(),
                sources.keyNodes(),
                citations.generality(),
                citations.impact());
    }

    private static Map<String, Integer> places(Sources sources, Source source) {
        Map<String, Integer> places = new HashMap<>();
        sources.ids().get(source).forEach(id -> places.put(id, places.size()));
        return places;
    }

    private static List<Draft> drafts(StageContext context, Sources sources, List<Entry> entries) {
        CandidateIds ids = new CandidateIds(
                sources.ids().get(Source.TECHNOLOGY),
                context.earlierRows(ScreenTables.CandidateMember.class).orElse(List.of()));
        return new Drafting(
                        sources,
                        ids,
                        Definition.of(
                                context.rows(SurveyTables.TechnologyItem.class),
                                context.rows(SurveyTables.ListItem.class)),
                        titles(context, sources))
                .drafts(entries);
    }

    /** Titles of the key nodes, as far as {@code ingest.ipc-titles} has them. */
    private static Map<String, String> titles(StageContext context, Sources sources) {
        Set<String> keyNodes = Set.copyOf(sources.ids().get(Source.NODE));
        Map<String, String> titles = new HashMap<>();
        for (IngestTables.IpcUse code : context.rows(IngestTables.IpcUse.class)) {
            if (code.title() != null && keyNodes.contains(code.symbol())) {
                titles.put(code.symbol(), code.title());
            }
        }
        return titles;
    }
}
