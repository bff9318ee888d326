package org.smssev.jobs.grade;

import java.util.List;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** A candidate with a rating in use on every dimension, in the order of the dimensions. */
record Rated(Supplemented candidate, List<Rating> ratings) {
    double[] inUse() {
        return ratings.stream().mapToDouble(Rating::rating).toArray();
    }

    String id() {
        return candidate.candidateId();
    }
}
