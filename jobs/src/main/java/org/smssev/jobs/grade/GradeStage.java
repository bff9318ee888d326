package org.smssev.jobs.grade;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigText;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.CitationTables.FamilyCitation;
import org.smssev.common.tables.ClusterTables.ClusterMember;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.PanelTables;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.common.tables.ScreenTables.CandidateGap;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.NominatedFamily;
import org.smssev.common.tables.SupplementTables.NominatedGap;
import org.smssev.common.tables.SurveyTables;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** Grade: puts the ratings together and sorts the technologies into levels. */
public final class GradeStage implements Stage {
    @Override
    public String name() {
        return "grade";
    }

    @Override
    public String description() {
        return "Combine the ratings and sort technologies into levels.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                Supplemented.class,
                EvaluateTables.Rating.class,
                EvaluateTables.Score.class,
                EvaluateTables.Expert.class,
                EvaluateTables.Assessment.class,
                PanelTables.Weight.class,
                CandidateMember.class,
                CandidateFamily.class,
                CandidateGap.class,
                NominatedFamily.class,
                NominatedGap.class,
                Family.class,
                FamilyCitation.class,
                ClusterMember.class,
                Candidate.class,
                SurveyTables.Technology.class,
                SurveyTables.ListItem.class,
                TechnologyItem.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                Technology.class,
                Evidence.class,
                GradeTables.Explain.class,
                GradeTables.Sensitivity.class,
                GradeTables.Scenario.class,
                GradeTables.Transition.class,
                GradeTables.Threshold.class,
                GradeTables.RankAcceptability.class,
                GradeTables.CentralWeight.class,
                History.class,
                GradeTables.Change.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(
                config.grade(),
                config.evaluate().rule(),
                config.evaluate().dimensions(),
                config.evaluate().panel().labels(),
                config.evaluate().panel().ahp().weights(),
                config.evaluate().quorum(),
                config.report().evidence(),
                config.release().id(),
                config.project().focalCountry());
    }

    @Override
    public boolean buildsOnEarlierRelease() {
        return true;
    }

    @Override
    public void takenOver(StageContext context) {
        context.write(History.class, history(context, context.rows(Technology.class)));
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        List<Supplemented> candidates = context.rows(Supplemented.class);
        List<EvaluateTables.Score> scores = context.rows(EvaluateTables.Score.class);
        Map<String, Double> weights = RuleSettings.inUse(
                config.evaluate().dimensions(),
                context.rows(PanelTables.Weight.class),
                config.evaluate().panel().ahp().weights().name());
        context.progress("grading");
        Grading grading = new Grading(
                config.evaluate().withDimensions(weights),
                config.grade(),
                candidates,
                context.rows(EvaluateTables.Rating.class),
                Panels.of(
                        scores,
                        context.rows(EvaluateTables.Expert.class),
                        context.rows(EvaluateTables.Assessment.class)));
        List<Technology> technologies = grading.technologies();
        context.write(Technology.class, technologies);
        context.write(GradeTables.Explain.class, grading.explain());
        context.write(GradeTables.Sensitivity.class, grading.sensitivity());
        ScenarioRows scenarios = new ScenarioRows(technologies, grading.sensitivity());
        context.write(GradeTables.Scenario.class, scenarios.scenarios());
        context.write(GradeTables.Transition.class, scenarios.transitions());
        context.write(GradeTables.Threshold.class, grading.thresholds());
        context.write(GradeTables.RankAcceptability.class, grading.ranks());
        context.write(GradeTables.CentralWeight.class, grading.centralWeights());
        context.progress("evidence");
        List<Evidence> evidence = new ArrayList<>(EvidenceRows.of(
                candidates,
                context.rows(CandidateMember.class),
                context.rows(TechnologyItem.class),
                Stream.concat(
                                context.rows(CandidateGap.class).stream().map(CandidateGap::summary),
                                context.rows(NominatedGap.class).stream().map(NominatedGap::summary))
                        .toList(),
                config.project().focalCountry()));
        evidence.addAll(EvidenceRows.scores(candidates, scores));
        evidence.addAll(publications(context, candidates, config.report().evidence()));
        context.write(Evidence.class, evidence);
        context.write(History.class, history(context, technologies));
        context.progress("compare with the previous release");
        context.write(GradeTables.Change.class, changes(context, technologies));
        conventions(context, weights);
    }

    private static void conventions(StageContext context, Map<String, Double> dimensions) {
        GradeConfig settings = context.config().grade();
        PanelConfig.Group source = context.config().evaluate().panel().ahp().weights();
        context.convention(
                "grade.weights",
                dimensions.entrySet().stream()
                        .map(weight -> weight.getKey() + " " + Reason.text(weight.getValue()))
                        .collect(Collectors.joining(", ")),
                switch (source) {
                    case GIVEN -> "weights of evaluate.dimensions";
                    case AIJ ->
                        "weights from the geometric means of the consistent judges' comparisons (evaluate.weights, AIJ)";
                    case AIP -> "mean of the weights of the consistent judges (evaluate.weights, AIP)";
                });
        GradeConfig.Smaa smaa = settings.smaa();
        context.convention(
                "grade.bootstrap",
                settings.draws() + " draws",
                "The bootstrap draws experts, not scores, and takes percentiles. Severities stay those of the whole panel."
                        + " Below " + Interval.FEW + " experts, the t interval is also given.");
        String weights = switch (smaa.weights()) {
            case NONE -> "weights as set";
            case DIRICHLET -> "weights from Dirichlet(" + Reason.text(smaa.concentration()) + " w)";
            case UNIFORM -> "weights uniform over the simplex";
        };
        context.convention(
                "grade.acceptability",
                weights + (smaa.experts() ? ", experts drawn" : ", experts not drawn") + ", " + smaa.draws() + " draws",
                "Shares of levels and ranks by SMAA (Lahdelma and Salminen 2001). Ties are split. The standard error is"
                        + " sqrt(p (1 - p) / n). Here n is the number of draws of experts, or of weights if no experts"
                        + " are drawn.");
        context.convention("grade.rounding", "9 decimals, half up", "scores are compared with closed lower bounds");
        context.convention(
                "grade.borderline",
                "share < 0.8, threshold in the interval, or nearer than 0.1",
                "If one of the three holds, a person should decide.");
        context.convention(
                "grade.changes",
                "code, settings, lists, patents, scores",
                "The causes are replaced one after another in this order, and the score is computed again after each."
                        + " Another order gives other parts.");
    }

    /** What moved since the run of the release before. */
    private static List<GradeTables.Change> changes(StageContext context, List<Technology> technologies) {
        Optional<MetaTables.Run> earlier = context.earlierRun();
        if (earlier.isEmpty()) {
            return List.of();
        }
        String ours = "this run";
        // Without keys it asks for the code alone.
        String code = context.earlierAgreesOn(List.of()) ? ours : earlier.get().codeVersion();
        try {
            GradedRun then = GradedRun.read(
                    code,
                    earlier.get().settings(),
                    context.earlierRows(Technology.class).orElse(List.of()),
                    new GradedRun.Source() {
                        @Override
                        public <T extends Record> List<T> rows(Class<T> table) {
                            return context.earlierRows(table).orElse(List.of());
                        }
                    });
            GradedRun now =
                    GradedRun.read(ours, ConfigText.flat(context.config()), technologies, new GradedRun.Source() {
                        @Override
                        public <T extends Record> List<T> rows(Class<T> table) {
                            return context.rows(table);
                        }
                    });
            // Another release is other patents.
            return Changes.of(then, now, Differences.of(then, now, true), ours);
        } catch (UserException e) {
            // Its tables are of another shape; the history still tells what came out.
            List<History> history = context.earlierRows(History.class).orElse(List.of()).stream()
                    .filter(row -> row.runId().equals(earlier.get().runId()))
                    .toList();
            return Changes.unexplained(
                    history,
                    technologies,
                    "the tables of the earlier run are those of another version of the program, and cannot be read");
        }
    }

    /** The publications that stand for each technology. */
    private static List<Evidence> publications(StageContext context, List<Supplemented> candidates, int most) {
        if (most == 0) {
            return List.of();
        }
        // The screen keeps the families of candidates that it drops, too.
        Object[] ids = candidates.stream().map(Supplemented::candidateId).toArray();
        Dataset<Row> members = context.dataset(CandidateFamily.class)
                .unionByName(context.dataset(NominatedFamily.class))
                .where(col("candidate_id").isin(ids));
        Representatives representatives = new Representatives(
                context.dataset(Family.class),
                context.dataset(FamilyCitation.class),
                context.dataset(ClusterMember.class));
        List<Evidence> rows = new ArrayList<>();
        for (Row row : representatives.of(members, most).collectAsList()) {
            rows.add(new Evidence(
                    row.getString(0),
                    "PUBLICATION",
                    row.getString(1),
                    row.getString(2),
                    row.getDouble(3),
                    row.getInt(4)));
        }
        return rows;
    }

    private static List<History> history(StageContext context, List<Technology> technologies) {
        return technologies.stream()
                .map(row -> new History(
                        context.runId(),
                        row.technologyId(),
                        context.config().release().id(),
                        row.nameEn(),
                        row.score(),
                        row.level()))
                .toList();
    }
}
