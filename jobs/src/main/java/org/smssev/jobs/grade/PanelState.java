package org.smssev.jobs.grade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.tables.EvaluateTables.Rating;

/** What a panel says of each question: its rating under any rule, from scores or as recorded. */
interface PanelState {
    /** The rating, NaN where there is none. */
    double rating(String technologyId, String dimension, Rule rule);

    /** Scores that count. */
    int scores(String technologyId, String dimension);

    /** Rated again from the scores. */
    static PanelState rerated(Panels panels) {
        return new PanelState() {
            @Override
            public double rating(String technologyId, String dimension, Rule rule) {
                return panels.question(technologyId, dimension).rating(rule);
            }

            @Override
            public int scores(String technologyId, String dimension) {
                return (int) panels.question(technologyId, dimension).experts().count();
            }
        };
    }

    /** As the evaluate stage recorded it. */
    static PanelState recorded(List<Rating> ratings) {
        Map<String, Rating> byQuestion = new HashMap<>();
        ratings.forEach(row -> byQuestion.put(row.candidateId() + "\t" + row.dimension(), row));
        return new PanelState() {
            @Override
            public double rating(String technologyId, String dimension, Rule rule) {
                Rating row = byQuestion.get(technologyId + "\t" + dimension);
                return row == null ? Double.NaN : Scenarios.under(rule, row);
            }

            @Override
            public int scores(String technologyId, String dimension) {
                Rating row = byQuestion.get(technologyId + "\t" + dimension);
                return row == null ? 0 : row.n();
            }
        };
    }
}
