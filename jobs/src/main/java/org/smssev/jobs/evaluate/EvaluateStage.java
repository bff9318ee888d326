package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.config.Config;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.PanelTables;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.NominatedFamily;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** Evaluate: reads the experts' scores, measures how far they agree, and rates each candidate. */
public final class EvaluateStage implements Stage {
    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public String description() {
        return "Read expert scores, measure agreement and rate candidates.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                Supplemented.class,
                CandidateMember.class,
                TechnologyItem.class,
                CandidateFamily.class,
                NominatedFamily.class,
                Family.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                EvaluateTables.Expert.class,
                EvaluateTables.Score.class,
                EvaluateTables.Assessment.class,
                EvaluateTables.RejectedCell.class,
                EvaluateTables.Agreement.class,
                EvaluateTables.Rating.class,
                PanelTables.Round.class,
                PanelTables.Question.class,
                PanelTables.Sectors.class,
                PanelTables.Weight.class,
                PanelTables.Comment.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.evaluate());
    }

    @Override
    public List<FileRef> files(Config config) {
        Config.Evaluate settings = config.evaluate();
        List<FileRef> files = new ArrayList<>();
        settings.scores().forEach(pattern -> files.add(new FileRef("scores", "evaluate.scores", pattern)));
        if (settings.experts() != null) {
            files.add(new FileRef("experts", "evaluate.experts", settings.experts()));
        }
        if (settings.panel().ahp().pairwise() != null) {
            files.add(new FileRef(
                    "comparisons",
                    "evaluate.panel.ahp.pairwise",
                    settings.panel().ahp().pairwise()));
        }
        settings.panel()
                .comments()
                .forEach(pattern -> files.add(new FileRef("comments", "evaluate.panel.comments", pattern)));
        return files;
    }

    @Override
    public void run(StageContext context) {
        Config.Evaluate settings = context.config().evaluate();
        List<Supplemented> candidates = context.rows(Supplemented.class);
        CandidateIndex index = new CandidateIndex(
                candidates, Items.of(context.rows(CandidateMember.class), context.rows(TechnologyItem.class)));
        Map<String, Roster.Person> roster = settings.experts() == null
                ? Map.of()
                : Roster.read(context.files("experts").get(0).path());
        ScoreReader reader =
                new ScoreReader(index, new Questionnaire(settings), roster.keySet(), Deadlines.of(settings.panel()));
        Map<String, Set<String>> applicants = Map.of();
        if (!settings.scores().isEmpty()) {
            context.progress("read " + context.files("scores").size() + " score files");
            ScoreFiles.read(context.files("scores"), new Questionnaire(settings), context::spark, reader::add);
            applicants = Applicants.of(context, roster, settings.panel().applicantConflict());
        }
        Comments comments = new Comments(index);
        if (!settings.panel().comments().isEmpty()) {
            context.files("comments").forEach(comments::add);
        }
        List<RejectedCell> rejected = new ArrayList<>(reader.rejected());
        rejected.addAll(comments.rejected());
        Strictness.check(rejected, settings.panel().strict());
        context.progress("evaluating");
        Evaluation evaluation = Evaluation.of(reader.taken(), roster, applicants, candidates, settings);
        context.write(EvaluateTables.Expert.class, evaluation.experts());
        context.write(EvaluateTables.Score.class, evaluation.scores());
        context.write(EvaluateTables.Assessment.class, evaluation.assessments());
        context.write(RejectedCell.class, rejected);
        context.write(EvaluateTables.Agreement.class, evaluation.agreement());
        context.write(EvaluateTables.Rating.class, evaluation.ratings());
        context.write(PanelTables.Round.class, evaluation.rounds());
        context.write(PanelTables.Question.class, evaluation.questions());
        context.write(PanelTables.Sectors.class, evaluation.sectors());
        context.write(PanelTables.Weight.class, weights(context, settings));
        context.write(PanelTables.Comment.class, comments.all());
        PanelQuality.tell(context, reader, rejected, evaluation, comments.all());
    }

    private static List<PanelTables.Weight> weights(StageContext context, Config.Evaluate settings) {
        PanelConfig.Ahp ahp = settings.panel().ahp();
        List<String> dimensions = List.copyOf(settings.dimensions().keySet());
        Map<String, double[][]> judges = ahp.pairwise() == null
                ? Map.of()
                : Comparisons.read(context.files("comparisons").get(0).path(), dimensions);
        return DimensionWeights.of(settings.dimensions(), judges, ahp);
    }
}
