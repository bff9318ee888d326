package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.smssev.common.tables.GradeTables.Scenario;
import org.smssev.common.tables.GradeTables.Threshold;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.PanelTables.Question;
import org.smssev.common.tables.PanelTables.Round;
import org.smssev.common.tables.PanelTables.Sectors;

/** What the panel of the sample said, and how far its levels depend on it. */
final class SamplePanel {
    static final String COMMENT = "Exports would suffer <img src=x onerror=alert(3)>";

    private SamplePanel() {}

    static void put(ReportData.Rows rows, List<String> scored, Random random) {
        List<Question> questions = new ArrayList<>();
        List<Sectors> sectors = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            String id = scored.get(i);
            for (String dimension : SampleReport.DIMENSIONS) {
                double middle = 4 + 5 * random.nextDouble();
                double apart = random.nextInt(5) / 2.0;
                questions.add(new Question(
                        2,
                        id,
                        dimension,
                        20,
                        middle,
                        0.8,
                        0.1,
                        middle - 0.5,
                        middle,
                        middle + 0.5,
                        0.8,
                        0.9,
                        0.1,
                        0.01,
                        20,
                        middle,
                        true,
                        true,
                        "OK"));
                sectors.add(new Sectors(
                        2,
                        id,
                        dimension,
                        middle,
                        middle - apart,
                        middle + 0.25,
                        7,
                        6,
                        7,
                        apart + 0.25,
                        3.1,
                        0.04,
                        apart >= 1.5,
                        "OK"));
            }
            if (i % 4 == 0) {
                comments.add(new Comment(id, "1", "Chamber", "INDUSTRY", "OPPOSE", COMMENT, "> 5 GHz", "Noted"));
            }
        }
        rows.put(Question.class, questions)
                .put(Sectors.class, sectors)
                .put(Comment.class, comments)
                .put(
                        Round.class,
                        List.of(
                                new Round(1, 21, 20, 20 / 21.0, 0, 20, 171, 0.7, null, 0.7, 0.7, "CONTINUE"),
                                new Round(2, 21, 20, 20 / 21.0, 0, 20, 171, 0.9, 0.8, 0.95, 0.95, "AGREED")))
                .put(
                        Scenario.class,
                        List.of(
                                new Scenario("EQUAL_WEIGHTS", scored.size(), 1, 2, 0.8, 0.95, 0.9, 0.2),
                                new Scenario("RULE_MEDIAN", scored.size(), 3, 0, 1.2, 0.93, 0.8, 0.4),
                                new Scenario("WITHOUT_E07", scored.size(), 0, 0, 0.1, 0.99, 1.0, 0.05)))
                .put(
                        Threshold.class,
                        List.of(
                                new Threshold("LEVEL_1", 8.5, 8.6, 8.4, List.of("T003"), List.of("T005"), 8.5, 0.2),
                                new Threshold("LEVEL_2", 7.0, 7.1, 6.9, List.of(), List.of(), 7.02, 0.1)));
    }
}
