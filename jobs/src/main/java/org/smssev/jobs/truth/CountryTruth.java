package org.smssev.jobs.truth;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ScreenTables;
import org.smssev.jobs.measure.FamilyColumns;

/** Compares the technology of each publication and the countries' shares of each technology with the planted ones. */
final class CountryTruth {
    private static final double SHARE_THAT_COUNTS = 0.02;

    private final Truth truth;

    CountryTruth(Truth truth) {
        this.truth = truth;
    }

    /** Measures. */
    void measure(StageContext context, PlantedPublications publications) {
        Map<String, Integer> technologyOf = technologies(context, publications);
        Integer[] found = new Integer[publications.size()];
        int right = 0;
        for (int i = 0; i < found.length; i++) {
            found[i] = publications.candidate[i] == null ? null : technologyOf.get(publications.candidate[i]);
            right += found[i] != null && found[i] == publications.planted[i] ? 1 : 0;
        }
        double accuracy = found.length == 0 ? 0 : (double) right / found.length;
        TruthStage.tell(
                context,
                "truth_technology_accuracy",
                "publications",
                accuracy,
                "publications with their planted technology: %.1f %%",
                100 * accuracy);
        Map<Integer, Map<String, Double>> counts = counts(publications, found);
        shares(context, counts);
        advantages(context, counts);
    }

    /** Candidate to planted technology: by name, else the one planted in most of its publications. */
    private Map<String, Integer> technologies(StageContext context, PlantedPublications publications) {
        Map<String, Integer> byName = new HashMap<>();
        truth.names().forEach((id, name) -> byName.putIfAbsent(name, id));
        Map<String, Integer> technologyOf = new TreeMap<>();
        for (ScreenTables.Supplemented c : context.rows(ScreenTables.Supplemented.class)) {
            Integer id = byName.get(Truth.normalised(c.nameEn()));
            for (String alias : c.aliases()) {
                id = id == null ? byName.get(Truth.normalised(alias)) : id;
            }
            if (id != null) {
                technologyOf.put(c.candidateId(), id);
            }
        }
        Map<String, Map<Integer, Long>> votes = new TreeMap<>();
        for (int i = 0; i < publications.size(); i++) {
            String candidate = publications.candidate[i];
            if (candidate != null && !technologyOf.containsKey(candidate)) {
                votes.computeIfAbsent(candidate, c -> new HashMap<>()).merge(publications.planted[i], 1L, Long::sum);
            }
        }
        votes.forEach((candidate, counts) -> counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(e -> technologyOf.put(candidate, e.getKey())));
        return technologyOf;
    }

    /** Families by technology and country; each family once, as the technology of its first publication. */
    private static Map<Integer, Map<String, Double>> counts(PlantedPublications publications, Integer[] technologies) {
        Map<Integer, Map<String, Double>> counts = new TreeMap<>();
        FamilyColumns families = publications.families;
        boolean[] seen = new boolean[families.size()];
        for (int i = 0; i < technologies.length; i++) {
            int family = publications.family[i];
            if (technologies[i] == null || seen[family]) {
                continue;
            }
            seen[family] = true;
            Map<String, Double> own = counts.computeIfAbsent(technologies[i], t -> new TreeMap<>());
            for (int c = families.countries.from(family); c < families.countries.to(family); c++) {
                own.merge(families.countryNames[families.countries.value(c)], families.countryParts[c], Double::sum);
            }
        }
        return counts;
    }

    private static double total(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(d -> d).sum();
    }

    private void shares(StageContext context, Map<Integer, Map<String, Double>> found) {
        double sum = 0;
        double worst = 0;
        int n = 0;
        for (Map.Entry<Integer, Map<String, Double>> planted : truth.shares().entrySet()) {
            Map<String, Double> counts = found.getOrDefault(planted.getKey(), Map.of());
            double total = Math.max(total(counts), 1e-12);
            for (Map.Entry<String, Double> c : planted.getValue().entrySet()) {
                double error = Math.abs(counts.getOrDefault(c.getKey(), 0.0) / total - c.getValue());
                sum += error;
                worst = Math.max(worst, error);
                n++;
            }
        }
        TruthStage.tell(
                context,
                "truth_country_share_mae",
                "countries",
                sum / Math.max(1, n),
                "country shares: mean absolute error %.4f (worst %.3f)",
                sum / Math.max(1, n),
                worst);
    }

    private void advantages(StageContext context, Map<Integer, Map<String, Double>> found) {
        Map<String, Double> byCountry = new TreeMap<>();
        found.values().forEach(m -> m.forEach((c, w) -> byCountry.merge(c, w, Double::sum)));
        double all = total(byCountry);
        Map<Integer, Map<String, Double>> rta = new TreeMap<>();
        found.forEach((t, counts) -> {
            double total = total(counts);
            byCountry.forEach((c, w) -> rta.computeIfAbsent(t, k -> new HashMap<>())
                    .put(c, counts.getOrDefault(c, 0.0) / total / (w / all)));
        });
        double[] errors = truth.rta().entrySet().stream()
                .flatMap(t -> t.getValue().entrySet().stream()
                        .filter(c -> truth.shares().get(t.getKey()).get(c.getKey()) > SHARE_THAT_COUNTS)
                        .map(c ->
                                Math.abs(rta.getOrDefault(t.getKey(), Map.of()).getOrDefault(c.getKey(), 0.0)
                                                - c.getValue())
                                        / c.getValue()))
                .mapToDouble(d -> d)
                .sorted()
                .toArray();
        double mean = java.util.Arrays.stream(errors).average().orElse(0);
        TruthStage.tell(context, "truth_rta_relative_error", "countries", mean, "RTA: mean relative error %.3f", mean);
        String focal = context.config().project().focalCountry();
        List<Integer> least = truth.names().keySet().stream()
                .filter(rta::containsKey)
                .sorted(Comparator.comparingDouble((Integer t) -> rta.get(t).getOrDefault(focal, 0.0))
                        .thenComparing(t -> t))
                .limit(truth.gaps().size())
                .toList();
        long recovered = truth.gaps().stream().filter(least::contains).count();
        TruthStage.tell(
                context,
                "truth_gaps_recovered",
                focal,
                (double) recovered,
                "planted gaps of %s among its %d least RTA: %d",
                focal,
                truth.gaps().size(),
                recovered);
    }
}
