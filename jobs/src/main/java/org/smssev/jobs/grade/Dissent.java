package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * Who sees a technology otherwise than the panel: each expert's own score, the weighted mean of the dimensions that the
 * expert scored, as given and without any correction.
 *
 * @param voices experts, furthest above the panel's mean first
 * @param mean mean of all voices
 */
record Dissent(List<Voice> voices, double mean) {
    /** Sectors that differ by so many points from the panel are told apart. */
    static final double APART = .5;

    /**
     * An expert's view.
     *
     * @param sector sector, or null
     * @param score own score
     * @param severity points by which the expert scores above the panel in general, NaN where unknown
     */
    record Voice(String expertId, String sector, double score, double severity) {}

    /**
     * A sector's view.
     *
     * @param experts number of its experts
     * @param mean mean of their scores
     */
    record Group(String sector, int experts, double mean) {}

    /** The views on a technology. */
    static Dissent of(String technologyId, List<Score> scores, List<Expert> experts, Map<String, Double> dimensions) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Score score : Panels.counted(scores)) {
            double weight = dimensions.getOrDefault(score.dimension(), 0.0);
            if (score.candidateId().equals(technologyId) && weight > 0) {
                double[] sum = sums.computeIfAbsent(score.expertId(), id -> new double[2]);
                sum[0] += weight * score.score();
                sum[1] += weight;
            }
        }
        Map<String, Expert> known = new TreeMap<>();
        experts.forEach(expert -> known.put(expert.expertId(), expert));
        List<Voice> voices = new ArrayList<>();
        sums.forEach((id, sum) -> {
            Expert expert = known.get(id);
            boolean isRated = expert != null && expert.severity() != null;
            voices.add(new Voice(
                    id,
                    expert == null ? null : expert.sector(),
                    sum[0] / sum[1],
                    isRated ? expert.severity() : Double.NaN));
        });
        voices.sort(Comparator.comparingDouble(Voice::score).reversed().thenComparing(Voice::expertId));
        return new Dissent(
                voices,
                Descriptive.mean(voices.stream().mapToDouble(Voice::score).toArray()));
    }

    /** The sectors, by name; experts without one are left out. */
    List<Group> sectors() {
        Map<String, List<Voice>> bySector = new TreeMap<>();
        voices.stream()
                .filter(voice -> voice.sector() != null)
                .forEach(voice -> bySector.computeIfAbsent(voice.sector(), sector -> new ArrayList<>())
                        .add(voice));
        List<Group> groups = new ArrayList<>();
        bySector.forEach((sector, own) -> groups.add(new Group(
                sector,
                own.size(),
                Descriptive.mean(own.stream().mapToDouble(Voice::score).toArray()))));
        return groups;
    }

    /** How many experts would put the technology at each place of {@link Levels#NAMES} by their own scores. */
    int[] places(Levels levels) {
        int[] places = new int[Levels.NAMES.size()];
        voices.forEach(voice -> places[levels.place(voice.score())]++);
        return places;
    }
}
