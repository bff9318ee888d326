package org.smssev.jobs.evaluate;

import java.util.Arrays;
import org.smssev.common.stats.Severity;

/**
 * Intraclass correlations for absolute agreement where experts left technologies out: variance components of the two-way
 * random model {@code y = mu + r_technology + c_expert + e} by Henderson's third method (Searle, Casella and McCulloch
 * 1992), that is, from the sums of squares that technologies and experts explain beyond one another. Without gaps they
 * are those of {@link Icc}. Only experts who are connected through shared technologies count. No interval: none is exact
 * with gaps.
 *
 * @param icc21 one expert, {@code v_r / (v_r + v_c + v_e)}; may be below 0; NaN where there are too few scores
 * @param icc2k mean of the experts, with the harmonic mean of the scores of a technology for their number
 * @param experts experts that count
 * @param technologies technologies that they scored
 */
record GappedIcc(double icc21, double icc2k, int experts, int technologies) {
    /** The correlations of scores with one row per expert and one column per technology, NaN for a gap. */
    static GappedIcc of(double[][] scores) {
        double[] severities = Severity.of(scores);
        double[][] counted = new double[scores.length][];
        for (int e = 0; e < scores.length; e++) {
            counted[e] = Double.isNaN(severities[e]) ? new double[0] : scores[e];
        }
        return new Sums(counted, severities).correlations();
    }

    /** Sums of squares around the means of technologies, around those of experts, and around both together. */
    private static final class Sums {
        private final int experts;
        private int technologies;
        private int scores;
        private double inverse;
        private double aroundTechnologies;
        private double aroundExperts;
        private double aroundBoth;

        Sums(double[][] counted, double[] severities) {
            int columns =
                    Arrays.stream(counted).mapToInt(row -> row.length).max().orElse(0);
            experts = (int) Arrays.stream(counted).filter(row -> row.length > 0).count();
            for (int t = 0; t < columns; t++) {
                int n = 0;
                double raw = 0;
                double adjusted = 0;
                for (int e = 0; e < counted.length; e++) {
                    if (isGiven(counted[e], t)) {
                        n++;
                        raw += counted[e][t];
                        adjusted += counted[e][t] - severities[e];
                    }
                }
                if (n == 0) {
                    continue;
                }
                technologies++;
                scores += n;
                inverse += 1.0 / n;
                for (int e = 0; e < counted.length; e++) {
                    if (isGiven(counted[e], t)) {
                        aroundTechnologies += square(counted[e][t] - raw / n);
                        aroundBoth += square(counted[e][t] - severities[e] - adjusted / n);
                    }
                }
            }
            for (double[] row : counted) {
                double[] own = Arrays.stream(row).filter(y -> !Double.isNaN(y)).toArray();
                double mean = Arrays.stream(own).average().orElse(0);
                for (double y : own) {
                    aroundExperts += square(y - mean);
                }
            }
        }

        private static boolean isGiven(double[] row, int technology) {
            return technology < row.length && !Double.isNaN(row[technology]);
        }

        private static double square(double x) {
            return x * x;
        }

        GappedIcc correlations() {
            int free = scores - technologies - experts + 1;
            if (technologies < 2 || experts < 2 || free < 1) {
                return new GappedIcc(Double.NaN, Double.NaN, experts, technologies);
            }
            double error = aroundBoth / free;
            double ofTechnologies = (aroundExperts - aroundBoth - (technologies - 1) * error) / (scores - experts);
            double ofExperts = (aroundTechnologies - aroundBoth - (experts - 1) * error) / (scores - technologies);
            double each = technologies / inverse;
            return new GappedIcc(
                    ofTechnologies / (ofTechnologies + ofExperts + error),
                    ofTechnologies / (ofTechnologies + (ofExperts + error) / each),
                    experts,
                    technologies);
        }
    }
}
