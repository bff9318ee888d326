package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.config.PanelConfig.Group;
import org.smssev.common.config.PanelConfig.RandomIndex;
import org.smssev.common.tables.PanelTables.Weight;

/** Weights of the dimensions from every source; judges who contradict themselves are told and left out of the group's. */
final class DimensionWeights {
    private final Map<String, Double> given;
    private final PanelConfig.Ahp settings;
    private final List<String> dimensions;
    private final List<Weight> rows = new ArrayList<>();

    private DimensionWeights(Map<String, Double> given, PanelConfig.Ahp settings) {
        this.given = given;
        this.settings = settings;
        this.dimensions = List.copyOf(given.keySet());
    }

    /**
     * The rows.
     *
     * @param given weights of the settings
     * @param judges comparisons by expert; empty for none
     * @throws UserException INPUT if the group's weights are to be used, but no judge is consistent
     */
    static List<Weight> of(Map<String, Double> given, Map<String, double[][]> judges, PanelConfig.Ahp settings) {
        DimensionWeights weights = new DimensionWeights(given, settings);
        weights.all(judges);
        return weights.rows;
    }

    private void all(Map<String, double[][]> judges) {
        for (String dimension : dimensions) {
            rows.add(new Weight(
                    "GIVEN",
                    "",
                    dimension,
                    given.get(dimension),
                    null,
                    null,
                    null,
                    null,
                    true,
                    settings.weights() == Group.GIVEN));
        }
        List<double[][]> consistent = new ArrayList<>();
        List<double[]> own = new ArrayList<>();
        judges.forEach((expert, a) -> {
            Ahp ahp = Ahp.of(a, settings.priority());
            boolean isConsistent = isConsistent(ahp);
            if (isConsistent) {
                consistent.add(a);
                own.add(ahp.weights());
            }
            add("JUDGE", expert, ahp, isConsistent, false);
        });
        if (!consistent.isEmpty()) {
            // Never less consistent than the least consistent of them: the eigenvalue is convex in the logarithms.
            Ahp joined = Ahp.of(Ahp.geometricMean(consistent), settings.priority());
            add("AIJ", "", joined, isConsistent(joined), settings.weights() == Group.AIJ);
            Ahp averaged = new Ahp(Ahp.mean(own), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            add("AIP", "", averaged, true, settings.weights() == Group.AIP);
        } else if (settings.weights() != Group.GIVEN) {
            throw new UserException(
                    Exit.INPUT,
                    settings.pairwise() + ": none of the " + judges.size() + " judges is consistent (ratio below "
                            + settings.maxRatio()
                            + "). Ask them to revise, or set evaluate.panel.ahp.weights to GIVEN.");
        }
    }

    /** A matrix beyond the tables of the random index cannot be called consistent. */
    private boolean isConsistent(Ahp ahp) {
        double ratio = settings.randomIndex() == RandomIndex.SAATY ? ahp.crSaaty() : ahp.crAlonsoLamata();
        return ratio < settings.maxRatio();
    }

    private void add(String source, String judge, Ahp ahp, boolean isConsistent, boolean inUse) {
        for (int d = 0; d < dimensions.size(); d++) {
            rows.add(new Weight(
                    source,
                    judge,
                    dimensions.get(d),
                    ahp.weights()[d],
                    Values.orNull(ahp.lambda()),
                    Values.orNull(ahp.crSaaty()),
                    Values.orNull(ahp.crAlonsoLamata()),
                    Values.orNull(ahp.gci()),
                    isConsistent,
                    inUse));
        }
    }
}
