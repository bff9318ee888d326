package org.smssev.jobs;

import java.util.List;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.jobs.evaluate.EvaluateStage;
import org.smssev.jobs.grade.GradeStage;
import org.smssev.jobs.ingest.IngestStage;
import org.smssev.jobs.measure.cluster.ClusterStage;
import org.smssev.jobs.measure.gap.GapStage;
import org.smssev.jobs.measure.network.NetworkStage;
import org.smssev.jobs.report.ReportStage;
import org.smssev.jobs.run.StageGraph;
import org.smssev.jobs.screen.ScreenStage;
import org.smssev.jobs.supplement.SupplementStage;
import org.smssev.jobs.survey.SurveyStage;
import org.smssev.jobs.truth.TruthStage;

/** The list of stages: the way into the code. */
public final class Stages {
    private Stages() {}

    /** All stages, in the order of the flow. */
    public static List<Stage> all() {
        return List.of(
                new IngestStage(),
                new SurveyStage(),
                new ClusterStage(),
                new NetworkStage(),
                new GapStage(),
                new ScreenStage(),
                new SupplementStage(),
                new EvaluateStage(),
                new GradeStage(),
                new TruthStage(),
                new ReportStage());
    }

    /** All tables, in the order of the stages that write them, then those about the runs. */
    public static List<TableDef> tables() {
        return StageGraph.tables(all());
    }
}
