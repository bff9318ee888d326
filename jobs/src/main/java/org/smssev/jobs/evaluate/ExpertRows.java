package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Score;

/** The record of each expert. */
final class ExpertRows {
    /** An expert whose severity is beyond so many robust deviations is biased. */
    static final double BIAS_LIMIT = 3.5;

    private final Taken taken;
    private final List<Double> familiarityScale;
    private final Map<String, Double> basis = new TreeMap<>();
    private final Map<String, Double> familiarity = new TreeMap<>();
    private final double typicalBasis;
    private final double typicalFamiliarity;

    /** @param familiarityScale Cs of familiarity 1 to 5 */
    ExpertRows(Taken taken, List<Double> familiarityScale) {
        this.taken = taken;
        this.familiarityScale = familiarityScale;
        // Rounds come in their order, so that the last round in which an expert tells them counts.
        TreeMap<String, TreeMap<Integer, List<Taken.Said>>> said = new TreeMap<>();
        taken.said()
                .forEach((pair, words) -> said.computeIfAbsent(pair.expertId(), id -> new TreeMap<>())
                        .computeIfAbsent(pair.round(), round -> new ArrayList<>())
                        .add(words));
        said.forEach((expert, rounds) -> rounds.values().forEach(words -> words(expert, words)));
        taken.bases().forEach((pair, degrees) -> basis.put(pair.expertId(), Authority.basis(degrees)));
        typicalBasis = Descriptive.median(values(basis));
        typicalFamiliarity = Descriptive.median(values(familiarity));
    }

    private void words(String expert, List<Taken.Said> words) {
        double[] own = words.stream()
                .filter(word -> word.familiarity() != null)
                .mapToDouble(word -> familiarityScale.get(word.familiarity() - 1))
                .toArray();
        if (own.length > 0) {
            familiarity.put(expert, Descriptive.mean(own));
        }
        double[] bases = words.stream()
                .flatMap(word -> Authority.Basis.of(word.basis()).stream())
                .mapToDouble(Authority::basis)
                .toArray();
        if (bases.length > 0) {
            basis.put(expert, Descriptive.mean(bases));
        }
    }

    /** Cr of each expert who told something, or of whom the panel's median is assumed. */
    double authority(String expert) {
        return Authority.authority(
                basis.getOrDefault(expert, typicalBasis), familiarity.getOrDefault(expert, typicalFamiliarity));
    }

    /** The rows, of those in the roster and of those who answered. */
    List<Expert> all(List<Score> scores, Map<String, Roster.Person> roster, Map<String, Double> severities) {
        Map<String, Double> z = Panel.robustZ(severities);
        TreeSet<String> ids = new TreeSet<>(roster.keySet());
        ids.addAll(taken.missing().keySet());
        Map<String, List<Score>> byExpert = new HashMap<>();
        for (Score score : scores) {
            byExpert.computeIfAbsent(score.expertId(), id -> new ArrayList<>()).add(score);
        }
        ids.addAll(byExpert.keySet());
        List<Expert> rows = new ArrayList<>();
        for (String id : ids) {
            List<Score> own = byExpert.getOrDefault(id, List.of());
            List<Score> given = own.stream().filter(this::isGiven).toList();
            Roster.Person person = roster.getOrDefault(id, new Roster.Person(id, null, null, null));
            double authority = own.isEmpty() ? Double.NaN : authority(id);
            boolean isGiven = basis.containsKey(id) && familiarity.containsKey(id);
            rows.add(new Expert(
                    id,
                    person.organisation(),
                    person.sector(),
                    person.field(),
                    given.size(),
                    taken.missing().getOrDefault(id, 0L),
                    given.stream().filter(Score::excluded).count(),
                    own.stream().filter(Score::outlier).count(),
                    severities.get(id),
                    z.get(id),
                    Math.abs(z.getOrDefault(id, 0.0)) > BIAS_LIMIT,
                    basis.get(id),
                    familiarity.get(id),
                    Values.orNull(authority),
                    Double.isNaN(authority) ? "UNDEFINED" : isGiven ? "GIVEN" : "IMPUTED"));
        }
        return rows;
    }

    /** Whether the expert gave it; else it follows from sub-indicators. */
    private boolean isGiven(Score score) {
        return taken.scores()
                .containsKey(new Taken.Key(
                        score.round(), score.expertId(), score.candidateId(), score.dimension(), score.indicator()));
    }

    private static double[] values(Map<String, Double> byExpert) {
        return byExpert.values().stream().mapToDouble(value -> value).toArray();
    }
}
