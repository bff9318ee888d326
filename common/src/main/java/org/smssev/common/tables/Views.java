package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.ViewDef;

/** The views over the tables of a run. */
public final class Views {
    private static final List<ViewDef> ALL = ViewDef.of(List.of(
            GradeViews.GradedList.class,
            GradeViews.Level1Evidence.class,
            GradeViews.ScoreBreakdown.class,
            GradeViews.LevelStability.class,
            GradeViews.Movement.class,
            GradeViews.MovementCause.class,
            GradeViews.LevelHistory.class,
            PanelViews.Dissent.class,
            PanelViews.ExpertDeviation.class,
            PanelViews.PanelAgreement.class,
            MeasureViews.KeyNode.class,
            MeasureViews.GapMatrix.class,
            MeasureViews.ClusterLabel.class,
            MeasureViews.DroppedCandidate.class,
            MeasureViews.ReleaseLedger.class,
            MeasureViews.TechnologyFamily.class));

    private Views() {}

    /** All views, in the order to list them; a view reads none that follows it. */
    public static List<ViewDef> all() {
        return ALL;
    }
}
