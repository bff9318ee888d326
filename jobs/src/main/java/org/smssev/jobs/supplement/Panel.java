package org.smssev.jobs.supplement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.stats.CaptureRecapture;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.SupplementTables.Completeness;
import org.smssev.common.tables.SupplementTables.Disagreement;
import org.smssev.common.tables.SupplementTables.NominationFate;
import org.smssev.common.tables.SupplementTables.Support;
import org.smssev.jobs.supplement.Supplementing.Fate;

/** What the nominations come to as a whole: support, completeness, and where experts and patents part. */
final class Panel {
    private static final String ASSUMPTION = "Screen and experts find technologies independently, so nominations must"
            + " precede sight of the screen. Where both find the same ones more often than chance, the estimate is too small"
            + " and the coverage too great.";

    private final List<Candidate> screened;
    private final List<Fate> fates;
    /** Nominations behind each candidate. */
    private final Map<String, List<Nominated>> behind = new TreeMap<>();

    Panel(List<Candidate> screened, List<Fate> fates) {
        this.screened = screened;
        this.fates = fates;
        for (Fate fate : fates) {
            if (fate.candidateId() != null) {
                behind.computeIfAbsent(fate.candidateId(), k -> new ArrayList<>())
                        .addAll(fate.group());
            }
        }
    }

    /** Each nomination with what became of it. */
    List<NominationFate> nominations() {
        List<NominationFate> rows = new ArrayList<>();
        for (Fate fate : fates) {
            Matcher.Match match = fate.match();
            for (Nominated n : fate.group()) {
                rows.add(new NominationFate(
                        n.number(),
                        n.nomination().expertId(),
                        n.nomination().organisation(),
                        n.nomination().name(),
                        n.nameZh(),
                        n.domain(),
                        n.ipc(),
                        n.nomination().rationale(),
                        n.evidence(),
                        n.date(),
                        n.essential(),
                        match == null ? null : match.candidate().candidateId(),
                        match == null ? null : Double.valueOf(match.cosine()),
                        match == null ? null : Double.valueOf(match.jaccard()),
                        match == null ? null : Boolean.valueOf(match.sameName()),
                        match == null ? null : Double.valueOf(match.score()),
                        fate.state(),
                        fate.decision() == null ? null : fate.decision().by(),
                        fate.candidateId()));
            }
        }
        return rows;
    }

    /**
     * Support of each nominated candidate.
     *
     * @param eligible organisations whose experts could nominate, null where unknown
     */
    List<Support> support(Integer eligible) {
        List<Support> rows = new ArrayList<>();
        behind.forEach((id, nominations) -> {
            int organisations = Supplementing.organisations(nominations);
            Votes votes = Votes.of(nominations);
            rows.add(new Support(
                    id,
                    nominations.size(),
                    organisations,
                    eligible == null ? null : Double.valueOf(Math.min(1, (double) organisations / eligible)),
                    votes.votes(),
                    votes.essential(),
                    votes.ratio(),
                    votes.critical(),
                    votes.status()));
        });
        return rows;
    }

    /** The estimate of how many technologies there are; what was nominated counts also where it was left out. */
    Completeness completeness() {
        Set<String> kept = new HashSet<>();
        screened.stream().filter(Candidate::selected).forEach(c -> kept.add(c.candidateId()));
        Set<String> nominated = new HashSet<>(behind.keySet());
        fates.stream()
                .filter(fate -> fate.candidateId() == null)
                .forEach(fate -> nominated.add("left out " + fate.group().get(0).group()));
        long both = nominated.stream().filter(kept::contains).count();
        CaptureRecapture estimate = new CaptureRecapture(kept.size(), nominated.size(), both);
        boolean isDefined = !kept.isEmpty() && !nominated.isEmpty();
        String known = estimate.isReliable() ? "OK" : "UNRELIABLE";
        return new Completeness(
                "CHAPMAN",
                estimate.first(),
                estimate.second(),
                both,
                estimate.union(),
                isDefined ? Double.valueOf(estimate.estimate()) : null,
                isDefined ? Double.valueOf(estimate.low()) : null,
                isDefined ? Double.valueOf(estimate.high()) : null,
                isDefined ? Double.valueOf(estimate.coverage()) : null,
                isDefined ? known : "UNDEFINED",
                ASSUMPTION);
    }

    /** Candidates with a screen score, those on which patents and experts differ most first; none without nominations. */
    List<Disagreement> disagreements() {
        List<Candidate> scored =
                screened.stream().filter(c -> c.score() != null).toList();
        if (behind.isEmpty() || scored.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> organisations = new LinkedHashMap<>();
        scored.forEach(c -> organisations.put(
                c.candidateId(), Supplementing.organisations(behind.getOrDefault(c.candidateId(), List.of()))));
        double[] byScreen =
                percentiles(scored.stream().mapToDouble(Candidate::score).toArray());
        double[] bySupport =
                percentiles(organisations.values().stream().mapToDouble(n -> n).toArray());
        double[] sizes = new double[scored.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(byScreen[i] - bySupport[i]);
        }
        double[] ranks = Ranks.averageRanks(sizes, true);
        List<Disagreement> rows = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            Candidate c = scored.get(i);
            double difference = byScreen[i] - bySupport[i];
            String side = difference > 0 ? "PATENTS" : "EXPERTS";
            rows.add(new Disagreement(
                    c.candidateId(),
                    c.nameEn(),
                    ranks[i],
                    c.score(),
                    byScreen[i],
                    organisations.get(c.candidateId()),
                    bySupport[i],
                    difference,
                    difference == 0 ? "NEITHER" : side));
        }
        return rows;
    }

    /** Share of the values below each, half of those equal to it. */
    private static double[] percentiles(double[] values) {
        double[] ranks = Ranks.averageRanks(values, false);
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (ranks[i] - 0.5) / values.length;
        }
        return shares;
    }
}
