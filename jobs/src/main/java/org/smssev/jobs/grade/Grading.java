package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Grade.Aggregation;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * Scores, levels, intervals and what they rest on. A technology is UNSCORED without any score, INSUFFICIENT where a
 * dimension has no rating in use; neither gets a score.
 */
final class Grading {
    private static final double SURE = .8;
    private static final double NEAR = .1;
    private static final double WEIGHT_TOLERANCE = 1e-9;

    private final Config.Evaluate evaluate;
    private final Config.Grade grade;
    private final Panels panels;
    private final String[] dimensions;
    private final double[] weights;
    private final List<Rated> rated = new ArrayList<>();
    private final List<Supplemented> candidates;
    private final Map<String, List<Rating>> ratingsOf = new TreeMap<>();

    /**
     * Grading of candidates.
     *
     * @throws UserException USAGE if the weights of the dimensions do not sum to 1
     */
    Grading(
            Config.Evaluate evaluate,
            Config.Grade grade,
            List<Supplemented> candidates,
            List<Rating> ratings,
            Panels panels) {
        this.evaluate = evaluate;
        this.grade = grade;
        this.panels = panels;
        this.candidates = candidates;
        dimensions = evaluate.dimensions().keySet().toArray(new String[0]);
        weights = Arrays.stream(dimensions)
                .mapToDouble(evaluate.dimensions()::get)
                .toArray();
        if (Math.abs(Arrays.stream(weights).sum() - 1) > WEIGHT_TOLERANCE
                || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new UserException(
                    Exit.USAGE,
                    "evaluate.dimensions is " + evaluate.dimensions() + "; give weights of 0 or more that sum to 1");
        }
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
    }

    /** A candidate with a rating in use on every dimension. */
    record Rated(Supplemented candidate, List<Rating> ratings) {
        double[] inUse() {
            return ratings.stream().mapToDouble(Rating::rating).toArray();
        }

        String id() {
            return candidate.candidateId();
        }
    }

    /** The graded list, in the order of the candidates. */
    List<Technology> technologies() {
        double[] scores = scores();
        double[] ranks = Ranks.averageRanks(scores, true);
        Map<String, Technology> graded = new TreeMap<>();
        if (scores.length > 0) {
            Levels levels = Levels.of(grade, scores);
            Bootstrap[] draws = bootstrap(levels);
            for (int t = 0; t < scores.length; t++) {
                graded.put(rated.get(t).id(), technology(rated.get(t), scores[t], ranks[t], levels, draws[t]));
            }
        }
        List<Technology> rows = new ArrayList<>();
        for (Supplemented candidate : candidates) {
            Technology row = graded.get(candidate.candidateId());
            rows.add(row == null ? ungraded(candidate) : row);
        }
        return rows;
    }

    /** The scores taken apart: weight times rating, and what a rule that is not additive changes. */
    List<Explain> explain() {
        double[] scores = scores();
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
        if (rated.isEmpty()) {
            return List.of();
        }
        return new Scenarios(evaluate, grade, dimensions, weights, rated, panels).all();
    }

    private double[] scores() {
        return rated.stream()
                .mapToDouble(row -> Levels.rounded(Aggregate.score(grade.aggregation(), row.inUse(), weights)))
                .toArray();
    }

    private Bootstrap[] bootstrap(Levels levels) {
        Question[][] questions = new Question[rated.size()][dimensions.length];
        for (int t = 0; t < questions.length; t++) {
            for (int d = 0; d < dimensions.length; d++) {
                questions[t][d] = panels.question(rated.get(t).id(), dimensions[d]);
            }
        }
        return Bootstrap.of(
                questions,
                panels.experts().size(),
                evaluate.rule(),
                grade.aggregation(),
                weights,
                levels,
                grade.draws(),
                grade.seed());
    }

    private Technology technology(Rated row, double score, double rank, Levels levels, Bootstrap draws) {
        String level = levels.level(score);
        List<String> doubts = doubts(score, level, levels, draws);
        Reason reason = Reason.graded(score, level, levels, dimensions, row.inUse());
        List<Double> shares = draws.shares();
        Supplemented candidate = row.candidate();
        return new Technology(
                row.id(),
                candidate.nameEn(),
                candidate.nameZh(),
                candidate.domain(),
                score,
                level,
                rank,
                orNull(draws.lo95()),
                orNull(draws.hi95()),
                shares == null ? null : shares.get(0),
                shares == null ? null : shares.get(1),
                shares == null ? null : shares.get(2),
                shares == null ? null : shares.get(3),
                !doubts.isEmpty(),
                doubts,
                position(candidate),
                candidate.provenance(),
                nScores(row.id()),
                reason.code(),
                reason.en(),
                reason.zh());
    }

    private Technology ungraded(Supplemented candidate) {
        List<Rating> own = ratingsOf.getOrDefault(candidate.candidateId(), List.of());
        boolean isUnscored = own.stream().allMatch(rating -> rating.status().equals("UNSCORED"));
        List<String> lacking = own.stream()
                .filter(rating -> rating.rating() == null)
                .map(Rating::dimension)
                .toList();
        Reason reason = isUnscored ? Reason.unscored() : Reason.insufficient(lacking, evaluate.quorum());
        return new Technology(
                candidate.candidateId(),
                candidate.nameEn(),
                candidate.nameZh(),
                candidate.domain(),
                null,
                isUnscored ? "UNSCORED" : "INSUFFICIENT",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                position(candidate),
                candidate.provenance(),
                nScores(candidate.candidateId()),
                reason.code(),
                reason.en(),
                reason.zh());
    }

    /** Why a level is borderline: none, one or several of the three reasons. */
    static List<String> doubts(double score, String level, Levels levels, Bootstrap draws) {
        List<String> doubts = new ArrayList<>();
        int place = List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED").indexOf(level);
        if (draws.shares() != null && draws.shares().get(place) < SURE) {
            doubts.add("LOW_PROBABILITY");
        }
        if (Arrays.stream(levels.cuts()).anyMatch(cut -> draws.lo95() <= cut && cut <= draws.hi95())) {
            doubts.add("THRESHOLD_IN_INTERVAL");
        }
        if (Arrays.stream(levels.cuts()).anyMatch(cut -> Levels.rounded(Math.abs(score - cut)) < NEAR)) {
            doubts.add("NEAR_THRESHOLD");
        }
        return doubts;
    }

    private int nScores(String id) {
        return ratingsOf.getOrDefault(id, List.of()).stream()
                .mapToInt(Rating::n)
                .sum();
    }

    private static String position(Supplemented candidate) {
        List<String> known = List.of("LEAD", "PARALLEL", "FOLLOW");
        return candidate.state() != null && known.contains(candidate.state()) ? candidate.state() : null;
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
