package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.List;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Criterion;
import org.smssev.common.tables.ScreenTables.KindPart;
import org.smssev.common.tables.ScreenTables.Weight;

/**
 * Passes candidates through the gates, scores those that pass, and cuts. Gates come first, so that the set that is scored
 * stays fixed; a candidate that a gate dropped has no score, and its reason names the first gate that it failed. What is
 * put in for an undefined value is told, and the raw value stays null. Ties at the cut are all kept.
 */
final class Selection {
    static final String SELECTED = "SELECTED";
    static final String BELOW_CUT = "BELOW_CUT";

    private final ScreenConfig settings;
    private final Scoring scoring;
    private final Gates gates;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Criterion> criteria = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final List<KindPart> kindParts = new ArrayList<>();

    Selection(ScreenConfig settings, Scoring scoring, Gates gates) {
        this.settings = settings;
        this.scoring = scoring;
        this.gates = gates;
    }

    /**
     * Selects among all candidates at once.
     *
     * @param frequencies selection frequency of each, NaN where undefined; null without draws
     */
    void select(List<Measured> all, double[] frequencies) {
        List<Measured> passed =
                all.stream().filter(m -> gates.reason(m) == null).toList();
        double[][] values = passed.stream().map(this::row).toArray(double[][]::new);
        Scoring.Weighted weighted = scoring.weigh(values);
        double[] scores = scoring.scores(weighted.scaled(), weighted.weights());
        double[] ranks = scores.length == 0 ? scores : Ranks.averageRanks(scores, true);
        Double cut = scoring.cut(scores);
        Kinds kinds = new Kinds(
                all.stream().filter(m -> gates.hasFamilies(m.families())).toList());
        addWeights(weighted, values);
        int next = 0;
        for (int c = 0; c < all.size(); c++) {
            Measured measured = all.get(c);
            String gate = gates.reason(measured);
            int at = gate == null ? next++ : -1;
            addCriteria(measured, weighted, at);
            Decision decision = at < 0
                    ? new Decision(null, null, null, false, gate)
                    : Decision.of(scores[at], ranks[at], cut, settings.nearMiss());
            double frequency = frequencies == null ? Double.NaN : frequencies[c];
            candidates.add(candidate(measured, decision, frequency, kinds.parts(measured)));
        }
    }

    /** What became of a candidate. */
    private record Decision(Double score, Double rank, Double margin, boolean isNearMiss, String reason) {
        static Decision of(double score, double rank, Double cut, double nearMiss) {
            boolean isKept = cut == null || score >= cut;
            Double margin = cut == null || cut.isInfinite() ? null : Double.valueOf(score - cut);
            boolean isNear = !isKept && margin != null && -margin <= nearMiss * cut;
            return new Decision(score, rank, margin, isNear, isKept ? SELECTED : BELOW_CUT);
        }
    }

    private double[] row(Measured measured) {
        return scoring.measures().stream().mapToDouble(measured::value).toArray();
    }

    private String direction(int column) {
        return scoring.isBenefit(column) ? "BENEFIT" : "COST";
    }

    private void addWeights(Scoring.Weighted weighted, double[][] values) {
        for (int j = 0; j < scoring.measures().size(); j++) {
            int imputed = 0;
            for (double[] row : values) {
                imputed += Double.isNaN(row[j]) ? 1 : 0;
            }
            weights.add(new Weight(
                    scoring.measures().get(j).label(),
                    direction(j),
                    scoring.measures().get(j).unit(),
                    values.length,
                    imputed,
                    weighted.informative()[j],
                    weighted.entropy()[j],
                    weighted.critic()[j],
                    weighted.given() == null ? null : Double.valueOf(weighted.given()[j]),
                    weighted.weights()[j]));
        }
    }

    private void addCriteria(Measured measured, Scoring.Weighted weighted, int at) {
        for (int j = 0; j < scoring.measures().size(); j++) {
            Measure measure = scoring.measures().get(j);
            double value = measured.value(measure);
            String missing = at < 0 ? "UNDEFINED" : "IMPUTED";
            criteria.add(new Criterion(
                    measured.draft().candidateId(),
                    measure.label(),
                    direction(j),
                    measure.unit(),
                    nullable(value),
                    at < 0 ? null : Double.valueOf(weighted.used()[at][j]),
                    Double.isNaN(value) ? missing : "OK",
                    at < 0 ? null : Double.valueOf(weighted.scaled()[at][j]),
                    weighted.entropy()[j],
                    weighted.critic()[j],
                    weighted.weights()[j]));
        }
    }

    private Candidate candidate(Measured measured, Decision decision, double frequency, List<KindPart> parts) {
        kindParts.addAll(parts);
        Boolean challenger = Kinds.is(Kinds.CHALLENGER, parts);
        Boolean frontier = Kinds.is(Kinds.FRONTIER, parts);
        Draft draft = measured.draft();
        List<String> provenance = new ArrayList<>();
        if (draft.source() == Source.TECHNOLOGY) {
            provenance.add("LIST");
        }
        if (measured.families() > 0) {
            provenance.add("PATENT");
        }
        return new Candidate(
                draft.candidateId(),
                draft.nameEn(),
                draft.nameZh(),
                draft.definitionEn(),
                draft.definitionZh(),
                draft.source().name(),
                draft.domain(),
                provenance,
                draft.ipcScope(),
                draft.keywords(),
                measured.families(),
                decision.score(),
                decision.rank(),
                decision.margin(),
                decision.isNearMiss(),
                nullable(frequency),
                Double.isNaN(frequency) ? null : Boolean.valueOf(frequency >= settings.stableFrom()),
                challenger,
                frontier,
                Kinds.of(challenger, frontier),
                measured.gap().state(),
                draft.alreadyControlled(),
                decision.reason().equals(SELECTED),
                decision.reason());
    }

    private static Double nullable(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    /** Every candidate with its decision, in the order given. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** The criteria of every candidate. */
    List<Criterion> criteria() {
        return criteria;
    }

    /** The criteria with their weights. */
    List<Weight> weights() {
        return weights;
    }

    /** The figures behind the kinds of every candidate. */
    List<KindPart> kindParts() {
        return kindParts;
    }
}
