package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** Rows of the graded list. */
record TechnologyRow(String[] dimensions, Verdict verdict, DimensionNames called) {
    private static final double SURE = .8;
    private static final double NEAR = .1;

    /**
     * The row of a technology with a score.
     *
     * @param shares share of each level, or null
     * @param error standard error of a share
     * @param influence the expert who moves it most, or null
     */
    Technology scored(
            Rated row,
            double score,
            double rank,
            Interval interval,
            double[] shares,
            DoubleUnaryOperator error,
            Influence influence) {
        double[] ratings = row.inUse();
        int place = verdict.place(score, ratings);
        List<String> doubts = doubts(score, ratings, interval, shares);
        Reason reason = Reason.graded(score, verdict, dimensions, ratings, called);
        Supplemented candidate = row.candidate();
        return new Technology(
                row.id(),
                candidate.nameEn(),
                candidate.nameZh(),
                candidate.domain(),
                score,
                Levels.NAMES.get(place),
                rank,
                orNull(interval.lo()),
                orNull(interval.hi()),
                interval.status(),
                orNull(interval.tLo()),
                orNull(interval.tHi()),
                shares == null ? null : shares[0],
                shares == null ? null : shares[1],
                shares == null ? null : shares[2],
                shares == null ? null : shares[3],
                shares == null ? null : error.applyAsDouble(shares[place]),
                shares == null ? null : Levels.NAMES.get(modal(shares)),
                !doubts.isEmpty(),
                doubts,
                influence == null ? null : influence.expertId(),
                influence == null ? null : influence.points(),
                candidate.state(),
                candidate.provenance(),
                nScores(row.ratings()),
                reason.code(),
                reason.parameters(),
                reason.en(),
                reason.zh());
    }

    private static int modal(double[] shares) {
        int modal = 0;
        for (int i = 1; i < shares.length; i++) {
            modal = shares[i] > shares[modal] ? i : modal;
        }
        return modal;
    }

    /** The row of a technology without a score. */
    static Technology unscored(Supplemented candidate, List<Rating> ratings, int quorum, DimensionNames called) {
        boolean isUnscored = ratings.stream().allMatch(rating -> rating.status().equals("UNSCORED"));
        List<String> lacking = ratings.stream()
                .filter(rating -> rating.rating() == null)
                .map(Rating::dimension)
                .toList();
        Reason reason = isUnscored ? Reason.unscored() : Reason.insufficient(lacking, quorum, called);
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
                "NONE",
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
                candidate.state(),
                candidate.provenance(),
                nScores(ratings),
                reason.code(),
                reason.parameters(),
                reason.en(),
                reason.zh());
    }

    /**
     * Why a level is borderline: none, one or several reasons. A threshold does not matter to what a veto keeps off, nor a
     * veto to what is too low or what another veto keeps off.
     */
    List<String> doubts(double score, double[] ratings, Interval interval, double[] shares) {
        List<String> doubts = new ArrayList<>();
        if (shares != null && shares[verdict.place(score, ratings)] < SURE) {
            doubts.add("LOW_PROBABILITY");
        }
        double[] cuts =
                verdict.vetoed(ratings) >= 0 ? new double[0] : verdict.levels().cuts();
        if (Arrays.stream(cuts).anyMatch(cut -> interval.lo() <= cut && cut <= interval.hi())) {
            doubts.add("THRESHOLD_IN_INTERVAL");
        }
        if (Arrays.stream(cuts).anyMatch(cut -> Levels.rounded(Math.abs(score - cut)) < NEAR)) {
            doubts.add("NEAR_THRESHOLD");
        }
        if (verdict.isNearVeto(score, ratings, NEAR)) {
            doubts.add("NEAR_VETO");
        }
        return doubts;
    }

    private static int nScores(List<Rating> ratings) {
        return ratings.stream().mapToInt(Rating::n).sum();
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
