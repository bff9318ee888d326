package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.PanelTables.Weight;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables.ListItem;

/** Rows for tests of the grade stage. */
final class GradeSamples {
    static final String[] DIMENSIONS = {"necessity", "impact"};

    private GradeSamples() {}

    static Technology technology(String id, String level, Double score) {
        return technology(id, level, score, "X");
    }

    static Technology technology(String id, String level, Double score, String reasonCode) {
        return new Technology(
                id,
                "Name " + id,
                "名称" + id,
                null,
                score,
                level,
                1.0,
                null,
                null,
                "OK",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                "LEAD",
                List.of("LIST"),
                0,
                reasonCode,
                List.of(),
                "x",
                "x");
    }

    static Score score(String expert, String technology, String dimension, double value, boolean excluded) {
        return new Score(1, expert, technology, dimension, dimension, value, excluded, false);
    }

    static Expert expert(String id, String sector, Double severity) {
        return new Expert(id, null, sector, null, 0, 0, 0, 0, severity, null, false, null, null, null, "UNDEFINED");
    }

    static Assessment assessment(String expert, String technology, String conflict) {
        return new Assessment(1, expert, technology, null, null, conflict != null, conflict, null, null);
    }

    static Supplemented candidate(String id) {
        return new Supplemented(
                id,
                "Name " + id,
                "名称" + id,
                null,
                List.of("LIST"),
                List.of("alias " + id),
                List.of(),
                List.of(),
                0,
                null,
                "NONE",
                12L,
                null,
                null);
    }

    static Candidate screened(String id, boolean isSelected, String reason) {
        return new Candidate(
                id,
                "Name " + id,
                null,
                "Name " + id,
                null,
                "TECHNOLOGY",
                null,
                List.of("LIST"),
                List.of(),
                List.of(),
                0,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                isSelected,
                reason);
    }

    /** Settings of a run: weights, rule MEAN, quorum 2, levels at 8.5, 7 and 6. */
    static List<Setting> settings(double necessity, String... more) {
        Map<String, String> values = new TreeMap<>();
        values.put("evaluate.rule", "MEAN");
        values.put("evaluate.quorum", "2");
        values.put("grade.level-1", "8.5");
        values.put("grade.level-2", "7.0");
        values.put("grade.level-3", "6.0");
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("evaluate.dimensions.necessity", String.valueOf(necessity)));
        settings.add(new Setting("evaluate.dimensions.impact", String.valueOf(1 - necessity)));
        values.forEach((key, value) -> settings.add(new Setting(key, value)));
        return settings;
    }

    /** Ratings as the evaluate stage makes them of scores, without severities and familiarity. */
    static List<Rating> ratings(List<Score> scores, Rule rule, int quorum) {
        Map<String, List<Score>> byQuestion = new TreeMap<>();
        scores.stream()
                .filter(row -> !row.excluded())
                .forEach(row -> byQuestion
                        .computeIfAbsent(row.candidateId() + "\t" + row.dimension(), key -> new ArrayList<>())
                        .add(row));
        List<Rating> rows = new ArrayList<>();
        byQuestion.forEach((key, own) -> {
            double[] values = own.stream().mapToDouble(Score::score).toArray();
            double[] none = new double[values.length];
            double[] ones = own.stream().mapToDouble(row -> 1).toArray();
            Map<Rule, Double> estimates = new EnumMap<>(Rule.class);
            for (Rule each : Rule.values()) {
                estimates.put(each, PanelRule.rating(each, values, none, ones));
            }
            rows.add(rating(key.split("\t"), estimates, rule, values.length, quorum));
        });
        return rows;
    }

    private static Rating rating(String[] question, Map<Rule, Double> estimates, Rule rule, int n, int quorum) {
        return new Rating(
                question[0],
                question[1],
                n < quorum ? null : estimates.get(rule),
                estimates.get(Rule.MEAN),
                estimates.get(Rule.WEIGHTED_MEAN),
                estimates.get(Rule.MEDIAN),
                estimates.get(Rule.TRIMMED),
                estimates.get(Rule.HUBER),
                estimates.get(Rule.HODGES_LEHMANN),
                estimates.get(Rule.ADJUSTED),
                null,
                null,
                null,
                n,
                null,
                null,
                0,
                null,
                0,
                null,
                n < quorum ? "INSUFFICIENT" : "OK");
    }

    /** A run whose graded list is what this code makes of its scores. */
    static GradedRun run(String code, List<Setting> settings, List<Score> scores, List<Assessment> assessments) {
        return run(code, settings, scores, assessments, List.of());
    }

    /** A run whose panel compared the dimensions, too. */
    static GradedRun run(
            String code,
            List<Setting> settings,
            List<Score> scores,
            List<Assessment> assessments,
            List<Weight> weights) {
        RuleSettings rules = RuleSettings.of(settings, weights);
        List<String> ids =
                scores.stream().map(Score::candidateId).distinct().sorted().toList();
        List<Rating> ratings = ratings(scores, rules.rule(), rules.quorum());
        Recomputed graded = Recomputed.of(ids, PanelState.recorded(ratings), rules);
        List<Technology> technologies = ids.stream()
                .map(id -> technology(
                        id,
                        graded.of(id).level(),
                        Double.isNaN(graded.of(id).score())
                                ? null
                                : graded.of(id).score()))
                .toList();
        return new GradedRun(
                code,
                settings,
                technologies,
                new GradedRun.PanelTables(ratings, scores, assessments, List.of(), weights),
                new GradedRun.Origin(
                        List.of(),
                        List.of(),
                        ids.stream().map(GradeSamples::candidate).toList(),
                        List.of(),
                        List.<ListItem>of(),
                        List.of()));
    }

    /** Experts E1 to E3 on one technology: each score on necessity, and 2 points less on impact. */
    static List<Score> scores(String technology, double... necessity) {
        List<Score> rows = new ArrayList<>();
        for (int e = 0; e < necessity.length; e++) {
            String expert = "E" + (e + 1);
            rows.add(score(expert, technology, "necessity", necessity[e], false));
            rows.add(score(expert, technology, "impact", necessity[e] - 2, false));
        }
        return rows;
    }

    static double part(Change change, String input) {
        return change.causes().stream()
                .filter(cause -> cause.input().equals(input))
                .mapToDouble(cause -> cause.part() == null ? Double.NaN : cause.part())
                .findFirst()
                .orElse(0);
    }

    static void partsSumUp(Change change) {
        double sum = change.causes().stream()
                .filter(cause -> cause.part() != null)
                .mapToDouble(Cause::part)
                .sum();
        assertThat(sum).isCloseTo(change.scoreNow() - change.scoreBefore(), within(1e-9));
    }
}
