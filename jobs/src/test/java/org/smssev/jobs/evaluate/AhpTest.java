package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.config.PanelConfig.Group;
import org.smssev.common.config.PanelConfig.Priority;
import org.smssev.common.config.PanelConfig.RandomIndex;
import org.smssev.common.tables.PanelTables.Weight;

class AhpTest {
    private static final double[][] THREE = {{1, 2, 4}, {1 / 2.0, 1, 3}, {1 / 4.0, 1 / 3.0, 1}};
    private static final double[][] EVEN = {{1, 1, 2}, {1, 1, 2}, {.5, .5, 1}};
    private static final double[][] CIRCULAR = {{1, 9, 1 / 9.0}, {1 / 9.0, 1, 9}, {9, 1 / 9.0, 1}};

    @TempDir
    Path dir;

    @Test
    void weightsAndConsistencyOfThree() {
        Ahp ahp = Ahp.of(THREE, Priority.EIGENVECTOR);
        assertThat(ahp.weights()).containsExactly(new double[] {.558425, .319618, .121957}, within(1e-6));
        assertThat(ahp.lambda()).isCloseTo(3.018295, within(1e-6));
        assertThat(ahp.crSaaty()).isCloseTo(.015771, within(1e-6));
        assertThat(ahp.crAlonsoLamata()).isCloseTo(.017433, within(1.1e-6));
        assertThat(ahp.gci()).isCloseTo(.054801, within(1e-6));
    }

    @Test
    void eigenvectorAndGeometricMeansDifferForFour() {
        double[][] a = {{1, 3, 5, 1}, {1 / 3.0, 1, .5, .25}, {.2, 2, 1, 1 / 3.0}, {1, 4, 3, 1}};
        Ahp eigenvector = Ahp.of(a, Priority.EIGENVECTOR);
        assertThat(eigenvector.weights())
                .containsExactly(new double[] {.409562, .093487, .125641, .371311}, within(1e-6));
        assertThat(eigenvector.lambda()).isCloseTo(4.125232, within(1e-6));
        assertThat(Ahp.of(a, Priority.GEOMETRIC).weights())
                .containsExactly(new double[] {.402841, .092482, .123693, .380984}, within(1e-6));
    }

    @Test
    void twoAreAlwaysConsistent() {
        Ahp ahp = Ahp.of(new double[][] {{1, 4}, {.25, 1}}, Priority.EIGENVECTOR);
        assertThat(ahp.weights()).containsExactly(new double[] {.8, .2}, within(1e-12));
        assertThat(ahp.crSaaty()).isZero();
        assertThat(ahp.gci()).isNaN();
    }

    /** AIJ and AIP computed with numpy's eig of the cell-wise geometric mean, and as the mean of both eigenvectors. */
    @Test
    void groupsWeighConsistentJudgesOnly() {
        List<Weight> rows = DimensionWeights.of(given(.4, .3, .3), judges(), ahp(Group.AIJ));
        assertThat(weights(rows, "AIJ")).containsExactly(new double[] {.4791582, .36250372, .15833808}, within(1e-7));
        assertThat(weights(rows, "AIP")).containsExactly(new double[] {.47921227, .35980913, .1609786}, within(1e-7));
        assertThat(rows.stream().filter(row -> !row.consistent()).map(Weight::judge))
                .containsOnly("E3");
        assertThat(rows.stream().filter(Weight::inUse).map(Weight::source)).containsOnly("AIJ");
        assertThat(weights(DimensionWeights.of(given(.4, .3, .3), Map.of(), ahp(Group.GIVEN)), "GIVEN"))
                .containsExactly(.4, .3, .3);
    }

    @Test
    void weightsInUseAreThoseAskedFor() {
        for (Group group : Group.values()) {
            List<Weight> rows = DimensionWeights.of(given(.4, .3, .3), judges(), ahp(group));
            assertThat(rows.stream().filter(Weight::inUse).map(Weight::source)).containsOnly(group.name());
        }
    }

    @Test
    void theGroupIsNeverLessConsistentThanItsLeastConsistentJudge() {
        Random random = new Random(3);
        for (int group = 0; group < 200; group++) {
            List<double[][]> judges = List.of(judge(random), judge(random), judge(random));
            for (Priority priority : Priority.values()) {
                double most = judges.stream()
                        .mapToDouble(a -> Ahp.of(a, priority).crSaaty())
                        .max()
                        .orElseThrow();
                assertThat(Ahp.of(Ahp.geometricMean(judges), priority).crSaaty())
                        .isLessThanOrEqualTo(most + 1e-12);
            }
        }
    }

    private static double[][] judge(Random random) {
        double[][] a = new double[4][4];
        for (int i = 0; i < a.length; i++) {
            a[i][i] = 1;
            for (int j = 0; j < i; j++) {
                a[i][j] = Math.exp(random.nextGaussian());
                a[j][i] = 1 / a[i][j];
            }
        }
        return a;
    }

    @Test
    void withoutAConsistentJudgeTheGroupHasNoWeights() {
        assertThatThrownBy(() -> DimensionWeights.of(given(.4, .3, .3), Map.of("E3", CIRCULAR), ahp(Group.AIP)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none of the 1 judges");
    }

    @Test
    void comparisonsAreReadWithFractionsAndCheckedWhole() throws IOException {
        Path file = Files.writeString(dir.resolve("pairs.csv"), """
                        expert_id,i,j,value
                        E1,a,b,2
                        E1,c,a,1/4
                        E1,b,c,3
                        """);
        assertThat(Comparisons.read(file, List.of("a", "b", "c")).get("E1")).isDeepEqualTo(THREE);
        Path bad = Files.writeString(dir.resolve("bad.csv"), """
                        expert_id,i,j,value
                        E1,a,b,2
                        E1,b,a,2
                        E1,a,x,3
                        E1,a,c,10
                        ,a,c,2
                        E1,a,a,3
                        """);
        assertThatThrownBy(() -> Comparisons.read(bad, List.of("a", "b", "c")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cell D3")
                .hasMessageContaining("cell C4")
                .hasMessageContaining("cell D5")
                .hasMessageContaining("cell A6")
                .hasMessageContaining("cell D7")
                .hasMessageContaining("does not compare b with c");
    }

    private static Map<String, Double> given(double a, double b, double c) {
        Map<String, Double> given = new LinkedHashMap<>();
        given.put("a", a);
        given.put("b", b);
        given.put("c", c);
        return given;
    }

    private static Map<String, double[][]> judges() {
        Map<String, double[][]> judges = new TreeMap<>();
        judges.put("E1", THREE);
        judges.put("E2", EVEN);
        judges.put("E3", CIRCULAR);
        return judges;
    }

    private static PanelConfig.Ahp ahp(Group group) {
        return new PanelConfig.Ahp("pairs.csv", group, Priority.EIGENVECTOR, RandomIndex.SAATY, .1);
    }

    private static double[] weights(List<Weight> rows, String source) {
        return rows.stream()
                .filter(row -> row.source().equals(source))
                .mapToDouble(Weight::weight)
                .toArray();
    }
}
