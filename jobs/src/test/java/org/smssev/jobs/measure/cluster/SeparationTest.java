package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {
    private static final double[][] POINTS = {{0, 0}, {0, 1}, {4, 0}, {4, 1}, {4, 2}, {1, 5}};

    private static Separation of(double[][] points, int... assignment) {
        DenseBlock block = Blocks.points(points);
        // One more centre than clusters: an empty one counts for nothing.
        Centres centres = new Centres(new double[5][points[0].length]);
        ClusterSums sums = ClusterSums.add(List.of(ClusterSums.of(block, assignment, centres)));
        return new Separation(List.of(block), List.of(assignment), sums);
    }

    @Test
    void criteriaAreThoseOfScikitLearn() {
        // calinski_harabasz_score and davies_bouldin_score of scikit-learn on the same points and labels
        Separation separation = of(POINTS, 0, 0, 1, 1, 1, 3);
        assertThat(separation.calinskiHarabasz()).isCloseTo(21.5, within(1e-9));
        assertThat(separation.daviesBouldin()).isCloseTo(0.23738736491654647, within(1e-12));
        assertThat(separation.found()).isEqualTo(3);
    }

    @Test
    void oneClusterHasNone() {
        assertThat(of(POINTS, 0, 0, 0, 0, 0, 0).calinskiHarabasz()).isNull();
        assertThat(of(POINTS, 0, 0, 0, 0, 0, 0).daviesBouldin()).isNull();
    }

    @Test
    void clustersOfEqualRowsHaveNoSpreadAndCoincidingMeansNoDistance() {
        double[][] points = {{1, 1}, {1, 1}, {2, 2}, {2, 2}};
        assertThat(of(points, 0, 0, 1, 1).calinskiHarabasz()).isNull();
        assertThat(of(points, 0, 0, 1, 1).daviesBouldin()).isZero();
        assertThat(of(points, 0, 1, 0, 1).daviesBouldin()).isNull();
    }
}
