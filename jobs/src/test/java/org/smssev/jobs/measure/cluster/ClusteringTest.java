package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusteringTest {
    private static final double[][] POINTS = {{0, 0}, {0, 1}, {4, 0}, {4, 1}, {4, 2}};

    @Test
    void rowsGoToTheNearestCentreAndTiesToTheFirst() {
        Centres centres = new Centres(new double[][] {{0, 0}, {2, 0}, {2, 0}});
        assertThat(centres.nearest(Blocks.points(new double[][] {{0.9, 0}, {1.1, 0}, {1, 0}})))
                .containsExactly(0, 1, 0);
    }

    @Test
    void rowsWithoutAVectorGoNowhere() {
        DenseBlock block = new DenseBlock(1, new float[1], new boolean[1]);
        AssignedBlock assigned = AssignedBlock.of(block, new Centres(new double[][] {{1}}));
        assertThat(assigned.clusters).containsExactly(-1);
        assertThat(assigned.distances[0]).isNaN();
    }

    @Test
    void aStepMovesCentresToTheMeansAndKeepsEmptyOnes() {
        Centres centres = new Centres(new double[][] {{0, 0}, {4, 0}, {99, 99}});
        DenseBlock block = Blocks.points(POINTS);
        ClusterSums sums = ClusterSums.of(block, centres.nearest(block), centres);
        assertThat(sums.cost).isCloseTo(1 + 1 + 4, within(1e-9));
        Centres means = ClusterSums.add(List.of(sums)).means(centres);
        assertThat(means.point(0)).containsExactly(0, 0.5);
        assertThat(means.point(1)).containsExactly(4, 1);
        assertThat(means.point(2)).containsExactly(99, 99);
    }

    @Test
    void centresAreRounded() {
        assertThat(new Centres(new double[][] {{0.12345649, 1}}).point(0)).containsExactly(0.123456, 1);
    }

    @Test
    void silhouetteFollowsItsDefinition() {
        DenseBlock block = Blocks.points(POINTS);
        int[] assignment = {0, 0, 1, 1, 1};
        Centres centres = new Centres(new double[][] {{0, 0}, {4, 0}});
        double expected = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double[] sum = new double[2];
            int[] n = new int[2];
            for (int j = 0; j < POINTS.length; j++) {
                if (i != j) {
                    sum[assignment[j]] +=
                            Math.pow(POINTS[i][0] - POINTS[j][0], 2) + Math.pow(POINTS[i][1] - POINTS[j][1], 2);
                    n[assignment[j]]++;
                }
            }
            double a = sum[assignment[i]] / n[assignment[i]];
            double b = sum[1 - assignment[i]] / n[1 - assignment[i]];
            expected += (b - a) / Math.max(a, b) / POINTS.length;
        }
        ClusterSums sums = ClusterSums.add(List.of(ClusterSums.of(block, assignment, centres)));
        assertThat(Silhouette.mean(List.of(block), List.of(assignment), sums)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void silhouetteOfOneClusterIsUndefined() {
        DenseBlock block = Blocks.points(POINTS);
        int[] assignment = new int[POINTS.length];
        ClusterSums sums = ClusterSums.of(block, assignment, new Centres(new double[][] {{0, 0}}));
        assertThat(Silhouette.mean(List.of(block), List.of(assignment), sums)).isNull();
    }
}
