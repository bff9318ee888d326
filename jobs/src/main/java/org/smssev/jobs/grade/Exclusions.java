package org.smssev.jobs.grade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * Scores of a run with the conflicts of interest of another: a conflict that follows from nominations counts as one of
 * the lists, one that follows from who applied for patents as one of the patents; a declared one belongs to the scores.
 * Only pairs of expert and technology that both runs asked can be told; the others stay as they are.
 */
final class Exclusions {
    /** Reason of a conflict that follows from nominations. */
    static final String NOMINATED = "NOMINATED";

    /** Reason of a conflict that follows from who applied for patents. */
    static final String APPLICANT = "APPLICANT";

    private Exclusions() {}

    /**
     * The scores with conflicts replaced.
     *
     * @param own assessments of the same run as the scores
     * @param other assessments of the other run
     * @param reasons reasons that are taken from the other run
     */
    static List<Score> replaced(List<Score> scores, List<Assessment> own, List<Assessment> other, Set<String> reasons) {
        Map<String, Assessment> mine = lastRound(own);
        Map<String, Assessment> theirs = lastRound(other);
        return scores.stream()
                .map(score -> {
                    String pair = score.expertId() + "\t" + score.candidateId();
                    Assessment before = mine.get(pair);
                    Assessment after = theirs.get(pair);
                    if (before == null || after == null) {
                        return score;
                    }
                    boolean isGone = before.conflict() && reasons.contains(String.valueOf(before.conflictReason()));
                    boolean isNew = after.conflict() && reasons.contains(String.valueOf(after.conflictReason()));
                    boolean excluded = isNew || score.excluded() && !isGone;
                    return excluded == score.excluded() ? score : with(score, excluded);
                })
                .toList();
    }

    private static Map<String, Assessment> lastRound(List<Assessment> rows) {
        int last = rows.stream().mapToInt(Assessment::round).max().orElse(0);
        Map<String, Assessment> byPair = new HashMap<>();
        rows.stream()
                .filter(row -> row.round() == last)
                .forEach(row -> byPair.put(row.expertId() + "\t" + row.candidateId(), row));
        return byPair;
    }

    private static Score with(Score score, boolean excluded) {
        return new Score(
                score.round(),
                score.expertId(),
                score.candidateId(),
                score.dimension(),
                score.indicator(),
                score.score(),
                excluded,
                score.outlier());
    }
}
