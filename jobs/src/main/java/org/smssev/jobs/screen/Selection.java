package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.smssev.common.config.Config;
import org.smssev.common.stats.Criteria;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.Ranks;
import org.smssev.common.stats.Topsis;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Criterion;

/**
 * Passes candidates through the gates, scores those that pass by TOPSIS, and cuts. Gates come first, so that the set
 * that is scored stays fixed; a candidate that a gate dropped has no score, and its reason names the first gate that it
 * failed. A criterion that is undefined for a candidate counts as the middle of its range (scaled .5): neither the best
 * nor the worst is known of it, and its raw value stays null. Ties at the cut are all kept.
 */
final class Selection {
    static final String SELECTED = "SELECTED";
    static final String BELOW_CUT = "BELOW_CUT";
    static final String FEW_FAMILIES = "FEW_FAMILIES";
    static final String ALREADY_CONTROLLED = "ALREADY_CONTROLLED";

    /** All criteria; each counts as a benefit, so a greater value is a better candidate. */
    static final List<String> CRITERIA =
            List.of("log_families", "growth", "composite_gap", "international_share", "young_share", "network_role");

    private final Config.Screen settings;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Criterion> criteria = new ArrayList<>();

    Selection(Config.Screen settings) {
        this.settings = settings;
    }

    /** Selects among all candidates at once. */
    void select(List<Measured> all) {
        List<Measured> passed = all.stream().filter(m -> gate(m) == null).toList();
        int columns = CRITERIA.size();
        boolean[] benefit = new boolean[columns];
        Arrays.fill(benefit, true);
        double[][] scaled = Criteria.scale(matrix(passed), benefit);
        double[] entropy = passed.isEmpty() ? new double[columns] : Criteria.entropyWeights(scaled);
        double[] critic = passed.isEmpty() ? new double[columns] : Criteria.criticWeights(scaled);
        double[] weights = weights(entropy, critic);
        double[] scores = passed.isEmpty() ? new double[0] : Topsis.closeness(scaled, weights, benefit);
        double[] ranks = passed.isEmpty() ? new double[0] : Ranks.averageRanks(scores, true);
        Double cut = cut(scores);
        int next = 0;
        for (Measured measured : all) {
            String gate = gate(measured);
            int at = gate == null ? next++ : -1;
            for (int j = 0; j < columns; j++) {
                String criterion = CRITERIA.get(j);
                criteria.add(new Criterion(
                        measured.draft().candidateId(),
                        criterion,
                        "BENEFIT",
                        measured.criteria().get(criterion),
                        at < 0 ? null : Double.valueOf(scaled[at][j]),
                        entropy[j],
                        critic[j],
                        weights[j]));
            }
            candidates.add(
                    at < 0
                            ? candidate(measured, null, null, null, gate)
                            : scored(measured, scores[at], ranks[at], cut));
        }
    }

    /** Every candidate with its decision, in the order given. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** The criteria of every candidate. */
    List<Criterion> criteria() {
        return criteria;
    }

    /** The reason of the first gate that drops a candidate, null if it passes them all. */
    private String gate(Measured measured) {
        if (measured.families() < settings.minFamilies()) {
            return FEW_FAMILIES;
        }
        if (settings.dropControlled() && measured.draft().alreadyControlled()) {
            return ALREADY_CONTROLLED;
        }
        List<String> states = settings.states() == null ? List.of() : settings.states();
        boolean stands = states.isEmpty()
                || (measured.state() != null && states.stream().anyMatch(s -> s.equalsIgnoreCase(measured.state())));
        return stands
                ? null
                : "STATE_"
                        + (measured.state() == null
                                ? "UNDEFINED"
                                : measured.state().toUpperCase(Locale.ROOT));
    }

    private static double[][] matrix(List<Measured> passed) {
        double[][] x = new double[passed.size()][CRITERIA.size()];
        for (int j = 0; j < CRITERIA.size(); j++) {
            String criterion = CRITERIA.get(j);
            double[] known = passed.stream()
                    .map(m -> m.criteria().get(criterion))
                    .filter(v -> v != null)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double least = Arrays.stream(known).min().orElse(0);
            double middle = least + (Arrays.stream(known).max().orElse(0) - least) / 2;
            for (int i = 0; i < x.length; i++) {
                Double value = passed.get(i).criteria().get(criterion);
                x[i][j] = value == null ? middle : value;
            }
        }
        return x;
    }

    private double[] weights(double[] entropy, double[] critic) {
        double[] equal = new double[CRITERIA.size()];
        Arrays.fill(equal, 1.0 / equal.length);
        return switch (settings.weights()) {
            case ENTROPY -> entropy;
            case CRITIC -> critic;
            case EQUAL -> equal;
        };
    }

    /** The least score that is kept, null where all are. */
    private Double cut(double[] scores) {
        if (scores.length == 0 || settings.cut() == Config.Screen.Cut.ALL) {
            return null;
        }
        if (settings.cut() == Config.Screen.Cut.QUANTILE) {
            return Descriptive.quantile(scores, Math.min(1, settings.cutAt()));
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        long wanted = Math.min(scores.length, Math.round(settings.cutAt()));
        return wanted <= 0 ? Double.POSITIVE_INFINITY : sorted[(int) (scores.length - wanted)];
    }

    private static Candidate scored(Measured measured, double score, double rank, Double cut) {
        boolean kept = cut == null || score >= cut;
        Double margin = cut == null || cut.isInfinite() ? null : Double.valueOf(score - cut);
        return candidate(measured, score, rank, margin, kept ? SELECTED : BELOW_CUT);
    }

    private static Candidate candidate(Measured measured, Double score, Double rank, Double margin, String reason) {
        Draft draft = measured.draft();
        List<String> provenance = new ArrayList<>();
        if (draft.technologyId() != null) {
            provenance.add("LIST");
        }
        if (measured.families() > 0) {
            provenance.add("PATENT");
        }
        return new Candidate(
                draft.candidateId(),
                draft.nameEn(),
                draft.nameZh(),
                draft.domain(),
                provenance,
                draft.ipcScope(),
                draft.keywords(),
                measured.families(),
                score,
                rank,
                margin,
                measured.state(),
                draft.alreadyControlled(),
                reason.equals(SELECTED),
                reason);
    }
}
