package org.smssev.jobs.grade;

import java.util.List;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.PanelTables.Weight;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables;

/**
 * What the grades of a run rest on, as its tables hold it.
 *
 * @param code version of the code that made the run
 * @param recorded settings of the run, as recorded with it
 * @param technologies the graded list
 * @param panel tables of the evaluate stage
 * @param origin tables that tell where the technologies come from
 */
public record GradedRun(
        String code, List<Setting> recorded, List<Technology> technologies, PanelTables panel, Origin origin) {
    /** Tables of the evaluate stage. */
    public record PanelTables(
            List<Rating> ratings,
            List<Score> scores,
            List<Assessment> assessments,
            List<Expert> experts,
            List<Weight> weights) {}

    /**
     * Where the technologies come from.
     *
     * @param screened candidates of the screen, kept or dropped
     * @param members what was merged into each
     * @param supplemented the candidates that went to the experts
     * @param listed technologies of the survey
     * @param items entries of the lists
     * @param standing entries behind each technology of the survey
     */
    public record Origin(
            List<Candidate> screened,
            List<CandidateMember> members,
            List<Supplemented> supplemented,
            List<SurveyTables.Technology> listed,
            List<SurveyTables.ListItem> items,
            List<SurveyTables.TechnologyItem> standing) {
        /** Everything that was nominated. */
        List<Nomination> nominations() {
            return supplemented.stream()
                    .flatMap(row -> row.nominations().stream())
                    .toList();
        }
    }

    /** Gives the rows of a table of the run. */
    public interface Source {
        /** The rows. */
        <T extends Record> List<T> rows(Class<T> table);
    }

    /** Reads a run from its tables. */
    public static GradedRun read(String code, List<Setting> recorded, List<Technology> technologies, Source source) {
        return new GradedRun(
                code,
                recorded,
                technologies,
                new PanelTables(
                        source.rows(Rating.class),
                        source.rows(Score.class),
                        source.rows(Assessment.class),
                        source.rows(Expert.class),
                        source.rows(Weight.class)),
                new Origin(
                        source.rows(Candidate.class),
                        source.rows(CandidateMember.class),
                        source.rows(Supplemented.class),
                        source.rows(SurveyTables.Technology.class),
                        source.rows(SurveyTables.ListItem.class),
                        source.rows(SurveyTables.TechnologyItem.class)));
    }

    /** The settings by which its scores became levels. */
    RuleSettings settings() {
        return RuleSettings.of(recorded, panel.weights());
    }

    /** The same settings on the comparisons of another run's panel, as far as they were made there. */
    RuleSettings settingsOn(GradedRun other) {
        List<Weight> others = other.panel().weights();
        return RuleSettings.of(recorded, RuleSettings.isIn(recorded, others) ? others : panel.weights());
    }
}
