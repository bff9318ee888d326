package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GradeTables.CentralWeight;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.RankAcceptability;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Threshold;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Scores, levels, intervals and what they rest on. A technology is UNSCORED without any score, INSUFFICIENT where a
 * dimension has no rating in use; neither gets a score.
 */
final class Grading {
    private static final double WEIGHT_TOLERANCE = 1e-9;

    private final Config.Evaluate evaluate;
    private final GradeConfig grade;
    private final Panels panels;
    private final String[] dimensions;
    private final double[] weights;
    private final DimensionNames called;
    private final List<Supplemented> candidates;
    private final Map<String, List<Rating>> ratingsOf = new TreeMap<>();
    private final List<Rated> rated = new ArrayList<>();
    private final List<Technology> technologies = new ArrayList<>();
    private double[] scores = {};
    private Verdict verdict;
    private Acceptability acceptability;
    private List<Sensitivity> sensitivity = List.of();

    /**
     * Grades candidates.
     *
     * @throws UserException USAGE if the weights of the dimensions do not sum to 1, or a level is not set
     */
    Grading(
            Config.Evaluate evaluate,
            GradeConfig grade,
            List<Supplemented> candidates,
            List<Rating> ratings,
            Panels panels) {
        this.evaluate = evaluate;
        this.grade = grade;
        this.panels = panels;
        this.candidates = candidates;
        dimensions = evaluate.dimensions().keySet().toArray(new String[0]);
        weights = weights(evaluate.dimensions());
        called = new DimensionNames(evaluate.panel().labels());
        for (Rating rating : ratings) {
            ratingsOf
                    .computeIfAbsent(rating.candidateId(), id -> new ArrayList<>())
                    .add(rating);
        }
        for (Supplemented candidate : candidates) {
            Rating[] own = new Rating[dimensions.length];
            for (Rating rating : ratingsOf.getOrDefault(candidate.candidateId(), List.of())) {
                int at = Arrays.asList(dimensions).indexOf(rating.dimension());
                if (at >= 0 && rating.rating() != null) {
                    own[at] = rating;
                }
            }
            if (Arrays.stream(own).noneMatch(rating -> rating == null)) {
                rated.add(new Rated(candidate, List.of(own)));
            }
        }
        grade();
    }

    /** The weights in the order of the dimensions. */
    static double[] weights(Map<String, Double> dimensions) {
        double[] weights =
                dimensions.values().stream().mapToDouble(Double::doubleValue).toArray();
        if (Math.abs(Arrays.stream(weights).sum() - 1) > WEIGHT_TOLERANCE
                || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new UserException(
                    Exit.USAGE,
                    "evaluate.dimensions: invalid weights (" + dimensions
                            + "). Give weights of 0 or more that sum to 1.");
        }
        return weights;
    }

    private void grade() {
        Map<String, Technology> graded = new TreeMap<>();
        if (!rated.isEmpty()) {
            double[][] ratings = rated.stream().map(Rated::inUse).toArray(double[][]::new);
            scores = Arrays.stream(ratings)
                    .mapToDouble(row -> Levels.rounded(Aggregate.score(grade.aggregation(), row, weights)))
                    .toArray();
            verdict = Verdict.of(Levels.of(grade, scores), grade.veto(), dimensions);
            ExpertDraws draws = draws();
            acceptability = new Acceptability(grade, verdict, ratings, draws, weights);
            sensitivity = new Scenarios(evaluate, grade, dimensions, weights, rated, panels).all();
            Map<String, Double> scoreOf = new TreeMap<>();
            for (int t = 0; t < scores.length; t++) {
                scoreOf.put(rated.get(t).id(), scores[t]);
            }
            Map<String, Influence> influences = Influence.largest(scoreOf, sensitivity);
            double[] ranks = Ranks.averageRanks(scores, true);
            for (int t = 0; t < scores.length; t++) {
                Rated row = rated.get(t);
                int experts = panels.experts(row.id());
                Interval interval = Interval.of(
                        scores[t],
                        experts,
                        draws.draws() == 0 ? new double[0] : draws.scores(t, grade.aggregation(), weights));
                graded.put(
                        row.id(),
                        new TechnologyRow(dimensions, verdict, called)
                                .scored(
                                        row,
                                        scores[t],
                                        ranks[t],
                                        interval,
                                        experts < 2 ? null : acceptability.levelShares(t),
                                        acceptability::error,
                                        influences.get(row.id())));
            }
        }
        for (Supplemented candidate : candidates) {
            Technology row = graded.get(candidate.candidateId());
            List<Rating> own = ratingsOf.getOrDefault(candidate.candidateId(), List.of());
            technologies.add(row == null ? TechnologyRow.unscored(candidate, own, evaluate.quorum(), called) : row);
        }
    }

    private ExpertDraws draws() {
        Question[][] questions = new Question[rated.size()][dimensions.length];
        for (int t = 0; t < questions.length; t++) {
            for (int d = 0; d < dimensions.length; d++) {
                questions[t][d] = panels.question(rated.get(t).id(), dimensions[d]);
            }
        }
        return ExpertDraws.of(questions, panels.experts().size(), evaluate.rule(), grade.draws(), grade.seed());
    }

    /** The graded list, in the order of the candidates. */
    List<Technology> technologies() {
        return technologies;
    }

    /** The scores taken apart: weight times rating, and what a rule that is not additive changes. */
    List<Explain> explain() {
        List<Explain> rows = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            double[] ratings = rated.get(t).inUse();
            double sum = 0;
            for (int d = 0; d < dimensions.length; d++) {
                double part = weights[d] * ratings[d];
                sum += part;
                rows.add(new Explain(rated.get(t).id(), dimensions[d], weights[d], ratings[d], part));
            }
            if (grade.aggregation() != Aggregation.ADDITIVE) {
                rows.add(new Explain(rated.get(t).id(), "RULE_ADJUSTMENT", null, null, scores[t] - sum));
            }
        }
        return rows;
    }

    /** Score and level of each graded technology under every scenario. */
    List<Sensitivity> sensitivity() {
        return sensitivity;
    }

    /** The thresholds with the scores around them; none without scores. */
    List<Threshold> thresholds() {
        return verdict == null ? List.of() : Thresholds.of(verdict.levels(), technologies);
    }

    /** How often each graded technology has each rank. */
    List<RankAcceptability> ranks() {
        List<RankAcceptability> rows = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            rows.addAll(acceptability.ranks(t, rated.get(t).id()));
        }
        return rows;
    }

    /** The weights that speak for each technology that is ever first. */
    List<CentralWeight> centralWeights() {
        List<CentralWeight> rows = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            rows.addAll(acceptability.centralWeights(t, rated.get(t).id(), dimensions));
        }
        return rows;
    }
}
