package org.smssev.jobs.grade;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** Grade: puts the ratings together and sorts the technologies into levels. */
public final class GradeStage implements Stage {
    @Override
    public String name() {
        return "grade";
    }

    @Override
    public String description() {
        return "Puts the ratings together, sorts the technologies into levels, and says how sure each level is.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                Supplemented.class,
                EvaluateTables.Rating.class,
                EvaluateTables.Score.class,
                EvaluateTables.Expert.class,
                EvaluateTables.Assessment.class,
                CandidateMember.class,
                CandidateFamily.class,
                Family.class,
                TechnologyItem.class,
                GapSummary.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                Technology.class,
                Evidence.class,
                GradeTables.Explain.class,
                GradeTables.Sensitivity.class,
                History.class,
                GradeTables.Change.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(
                config.grade(),
                config.evaluate().rule(),
                config.evaluate().dimensions(),
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
    public void run(StageContext context) {
        Config config = context.config();
        List<Supplemented> candidates = context.rows(Supplemented.class);
        Panels panels = Panels.of(
                context.rows(EvaluateTables.Score.class),
                context.rows(EvaluateTables.Expert.class),
                context.rows(EvaluateTables.Assessment.class));
        Grading grading = new Grading(
                config.evaluate(), config.grade(), candidates, context.rows(EvaluateTables.Rating.class), panels);
        context.progress("grading");
        List<Technology> technologies = grading.technologies();
        context.write(Technology.class, technologies);
        context.write(GradeTables.Explain.class, grading.explain());
        context.write(GradeTables.Sensitivity.class, grading.sensitivity());
        context.progress("evidence");
        List<Evidence> evidence = new ArrayList<>(EvidenceRows.of(
                candidates,
                context.rows(CandidateMember.class),
                context.rows(TechnologyItem.class),
                context.rows(GapSummary.class),
                config.project().focalCountry()));
        evidence.addAll(publications(context, candidates, config.report().evidence()));
        context.write(Evidence.class, evidence);
        context.write(History.class, history(context, technologies));
        context.write(
                GradeTables.Change.class,
                context.earlierRows(Technology.class)
                        .map(earlier -> Changes.of(earlier, technologies))
                        .orElse(List.of()));
        context.convention("grade.bootstrap", config.grade().draws() + " draws", "experts are drawn, not scores");
        context.convention("grade.rounding", "9 decimals, half up", "scores are compared with closed lower bounds");
    }

    /** The representatives of the strongest families of each technology; ties by family. */
    private static List<Evidence> publications(StageContext context, List<Supplemented> candidates, int most) {
        if (most == 0) {
            return List.of();
        }
        // The screen keeps the families of candidates that it drops, too.
        Object[] ids = candidates.stream().map(Supplemented::candidateId).toArray();
        Dataset<Row> best = context.dataset(CandidateFamily.class)
                .where(col("candidate_id").isin(ids))
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy("candidate_id")
                                        .orderBy(col("score").desc(), col("family_id"))))
                .where(col("place").leq(most));
        List<Evidence> rows = new ArrayList<>();
        for (Row row : best.join(context.dataset(Family.class), "family_id")
                .select("candidate_id", "representative", "title", "score")
                .collectAsList()) {
            rows.add(new Evidence(
                    row.getString(0), "PUBLICATION", row.getString(1), row.getString(2), row.getDouble(3)));
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
