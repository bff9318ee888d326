package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.PanelTables.Sectors;

/** What the sectors hold of each question; a sector with fewer than three scores is shown, but not compared. */
final class SectorRows {
    private static final List<String> SECTORS = List.of("INDUSTRY", "GOVERNMENT", "ACADEMIA");
    private static final int FEWEST = 3;
    private static final double SIGNIFICANT = .05;

    private SectorRows() {}

    /**
     * The rows of all questions that an expert of a known sector scored.
     *
     * @param part points between medians from which sectors part
     */
    static List<Sectors> of(List<Score> scores, Map<String, String> sectorOf, double part) {
        Map<String, List<Score>> byQuestion = new TreeMap<>();
        for (Score score : scores) {
            if (!score.excluded()
                    && score.indicator().equals(score.dimension())
                    && sectorOf.containsKey(score.expertId())) {
                byQuestion
                        .computeIfAbsent(
                                score.round() + "\t" + score.candidateId() + "\t" + score.dimension(),
                                key -> new ArrayList<>())
                        .add(score);
            }
        }
        return byQuestion.values().stream()
                .map(question -> row(question, sectorOf, part))
                .toList();
    }

    private static Sectors row(List<Score> question, Map<String, String> sectorOf, double part) {
        List<double[]> bySector = SECTORS.stream()
                .map(sector -> question.stream()
                        .filter(score -> sector.equals(sectorOf.get(score.expertId())))
                        .mapToDouble(Score::score)
                        .toArray())
                .toList();
        List<double[]> compared =
                bySector.stream().filter(values -> values.length >= FEWEST).toList();
        double[] medians =
                compared.stream().mapToDouble(Descriptive::median).sorted().toArray();
        boolean isCompared = medians.length > 1;
        double difference = isCompared ? medians[medians.length - 1] - medians[0] : Double.NaN;
        KruskalWallis test = KruskalWallis.of(compared);
        Score first = question.get(0);
        return new Sectors(
                first.round(),
                first.candidateId(),
                first.dimension(),
                Values.orNull(Descriptive.median(bySector.get(0))),
                Values.orNull(Descriptive.median(bySector.get(1))),
                Values.orNull(Descriptive.median(bySector.get(2))),
                bySector.get(0).length,
                bySector.get(1).length,
                bySector.get(2).length,
                Values.orNull(difference),
                Values.orNull(test.h()),
                Values.orNull(test.p()),
                difference >= part && test.p() < SIGNIFICANT,
                !isCompared ? "LOW_N" : Double.isNaN(test.h()) ? "UNDEFINED" : "OK");
    }
}
