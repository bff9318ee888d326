package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.PanelTables.Question;
import org.smssev.common.tables.PanelTables.Round;

/**
 * How the panel converges: of each question in each round its centre and spread, whether it is agreed and whether it is
 * stable since the round before; of each round who answered and whether the rounds may end. Scores left out for a conflict
 * of interest do not count.
 */
final class Delphi {
    private static final int FEWEST = 5;
    private static final double POINT = 1 + 1e-9;

    private final PanelConfig.Delphi rules;
    private final double points;
    private final int sent;

    /**
     * Rules of the panel.
     *
     * @param points points of the scale at unit steps
     * @param sent experts who were sent sheets; 0 where nobody says
     */
    Delphi(PanelConfig.Delphi rules, double points, int sent) {
        this.rules = rules;
        this.points = points;
        this.sent = sent;
    }

    /** Points of a scale at unit steps, both ends among them: 11 of 0 to 10, 10 of 1 to 10. */
    static double points(double min, double max) {
        return Math.floor(max - min) + 1;
    }

    /** Questions by round, then candidate and dimension. */
    List<Question> questions(List<Score> scores) {
        TreeMap<Integer, Map<String, Map<String, Double>>> rounds = rounds(scores);
        List<Question> rows = new ArrayList<>();
        Map<String, Question> before = Map.of();
        Set<String> completers = null;
        for (Map.Entry<Integer, Map<String, Map<String, Double>>> round : rounds.entrySet()) {
            completers = remaining(completers, round.getValue());
            Map<String, Question> now = new HashMap<>();
            for (Map.Entry<String, Map<String, Double>> entry : round.getValue().entrySet()) {
                Question row = question(
                        round.getKey(), entry.getKey(), entry.getValue(), completers, before.get(entry.getKey()));
                now.put(entry.getKey(), row);
                rows.add(row);
            }
            before = now;
        }
        return rows;
    }

    /** Rounds, of which {@link #questions} are the questions. */
    List<Round> rounds(List<Score> scores, List<Question> questions) {
        TreeMap<Integer, Map<String, Map<String, Double>>> rounds = rounds(scores);
        List<Round> rows = new ArrayList<>();
        Set<String> before = null;
        Set<String> completers = null;
        Set<String> seen = new HashSet<>();
        rounds.values().forEach(byQuestion -> byQuestion.values().forEach(own -> seen.addAll(own.keySet())));
        int asked = sent > 0 ? sent : seen.size();
        for (Map.Entry<Integer, Map<String, Map<String, Double>>> round : rounds.entrySet()) {
            Set<String> now = experts(round.getValue());
            completers = remaining(completers, round.getValue());
            Set<String> dropped = before == null ? new HashSet<>() : new HashSet<>(before);
            dropped.removeAll(now);
            Set<String> kept = completers;
            List<Question> own = questions.stream()
                    .filter(row -> row.round() == round.getKey())
                    .toList();
            rows.add(row(round.getKey(), asked, now.size(), dropped.size(), kept.size(), own, rounds, kept));
            before = now;
        }
        return rows;
    }

    private Round row(
            int round,
            int asked,
            int returned,
            int dropouts,
            int completers,
            List<Question> own,
            TreeMap<Integer, Map<String, Map<String, Double>>> rounds,
            Set<String> kept) {
        Double agreed = share(own, Question::agreed);
        boolean isFirst = rounds.lowerKey(round) == null;
        Double stable = isFirst ? null : share(own, Question::stable);
        Double settled = share(own, row -> row.agreed() || row.stable());
        String decision = agreed != null && agreed >= rules.settled()
                ? "AGREED"
                : !isFirst && settled != null && settled >= rules.settled()
                        ? "STABLE"
                        : round >= rules.rounds() ? "LAST" : "CONTINUE";
        return new Round(
                round,
                asked,
                returned,
                asked == 0 ? null : Math.min(1.0, (double) returned / asked),
                dropouts,
                completers,
                own.size(),
                agreed,
                stable,
                settled,
                settledCompleters(round, rounds, kept),
                decision);
    }

    /** The share that is settled if only the completers count, in this round and the one before. */
    private Double settledCompleters(
            int round, TreeMap<Integer, Map<String, Map<String, Double>>> rounds, Set<String> kept) {
        Integer before = rounds.lowerKey(round);
        Map<String, Map<String, Double>> earlier = before == null ? Map.of() : only(rounds.get(before), kept);
        List<Question> rows = new ArrayList<>();
        only(rounds.get(round), kept).forEach((key, scores) -> {
            Question past = earlier.containsKey(key) ? question(before, key, earlier.get(key), kept, null) : null;
            rows.add(question(round, key, scores, kept, past));
        });
        return share(rows, row -> row.agreed() || row.stable());
    }

    private Question question(
            int round, String key, Map<String, Double> byExpert, Set<String> completers, Question before) {
        double[] y = values(byExpert, byExpert.keySet());
        double median = Descriptive.median(y);
        double mean = Descriptive.mean(y);
        double sd = Descriptive.sd(y);
        double cv = mean > 0 ? sd / mean : Double.NaN;
        double q1 = Descriptive.quantile(y, .25);
        double q3 = Descriptive.quantile(y, .75);
        double within = 0;
        for (double value : y) {
            within += Math.abs(value - median) <= POINT ? 1.0 / y.length : 0;
        }
        double medianChange = before == null || before.median() == null ? Double.NaN : median - before.median();
        double cvChange = before == null || before.cv() == null ? Double.NaN : cv - before.cv();
        double[] completed = values(byExpert, completers);
        return new Question(
                round,
                key.substring(0, key.indexOf('\t')),
                key.substring(key.indexOf('\t') + 1),
                y.length,
                Values.orNull(mean),
                Values.orNull(sd),
                Values.orNull(cv),
                Values.orNull(q1),
                Values.orNull(median),
                Values.orNull(q3),
                y.length == 0 ? null : Math.min(1, within),
                Values.orNull(Reliability.withinGroup(y, points)),
                Values.orNull(medianChange),
                Values.orNull(cvChange),
                completed.length,
                Values.orNull(Descriptive.median(completed)),
                y.length > 1 && agreed(cv, q3 - q1, within),
                Math.abs(medianChange) < rules.medianChange() && Math.abs(cvChange) < rules.cvChange(),
                y.length == 0 ? "UNDEFINED" : y.length < FEWEST ? "LOW_N" : "OK");
    }

    private boolean agreed(double cv, double iqr, double within) {
        return rules.consensus().stream().allMatch(rule -> switch (rule) {
            case CV -> cv <= rules.cv();
            case IQR -> iqr <= rules.iqr();
            case WITHIN -> within >= rules.within() - 1e-9;
        });
    }

    private static double[] values(Map<String, Double> byExpert, Set<String> experts) {
        return byExpert.entrySet().stream()
                .filter(entry -> experts.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
    }

    private static Double share(List<Question> rows, Predicate<Question> condition) {
        return rows.isEmpty() ? null : rows.stream().filter(condition).count() / (double) rows.size();
    }

    private static Set<String> remaining(Set<String> before, Map<String, Map<String, Double>> round) {
        Set<String> now = experts(round);
        if (before != null) {
            now.retainAll(before);
        }
        return now;
    }

    private static Set<String> experts(Map<String, Map<String, Double>> round) {
        Set<String> experts = new TreeSet<>();
        round.values().forEach(byExpert -> experts.addAll(byExpert.keySet()));
        return experts;
    }

    private static Map<String, Map<String, Double>> only(Map<String, Map<String, Double>> round, Set<String> experts) {
        Map<String, Map<String, Double>> kept = new TreeMap<>();
        round.forEach((key, byExpert) -> {
            Map<String, Double> own = new TreeMap<>(byExpert);
            own.keySet().retainAll(experts);
            if (!own.isEmpty()) {
                kept.put(key, own);
            }
        });
        return kept;
    }

    /** Round -> candidate, tab, dimension -> expert -> score. */
    private static TreeMap<Integer, Map<String, Map<String, Double>>> rounds(List<Score> scores) {
        TreeMap<Integer, Map<String, Map<String, Double>>> rounds = new TreeMap<>();
        for (Score score : scores) {
            if (!score.excluded() && score.indicator().equals(score.dimension())) {
                rounds.computeIfAbsent(score.round(), round -> new TreeMap<>())
                        .computeIfAbsent(score.candidateId() + "\t" + score.dimension(), key -> new TreeMap<>())
                        .put(score.expertId(), score.score());
            }
        }
        return rounds;
    }
}
