package org.smssev.jobs.measure.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

class CitedImpactTest {
    private static final String[] SUBCLASSES = {"C22B", "C22C", "H01L", "H01M"};

    private static Fields fields(int[]... of) {
        int[] start = new int[of.length + 1];
        for (int i = 0; i < of.length; i++) {
            start[i + 1] = start[i] + of[i].length;
        }
        int[] values = Arrays.stream(of).flatMapToInt(Arrays::stream).toArray();
        return new Fields(new FamilyColumns.Codes(Lists.of(start, values), SUBCLASSES));
    }

    private static CitedImpact impact(int[] cited, int[] year, int[] office, Fields fields, double fewest) {
        return new CitedImpact(
                cited, year, office, fields, IntStream.range(0, cited.length).toArray(), fewest, .1);
    }

    @Test
    void impactIsCitationsOverTheMeanOfYearFieldAndOffice() {
        int[] cited = {1, 3, 10, 4};
        int[] year = {2010, 2010, 2011, 2010};
        int[] office = {0, 0, 0, 1};
        CitedImpact impact =
                impact(cited, year, office, fields(new int[] {3}, new int[] {3}, new int[] {3}, new int[] {3}), 1);
        assertThat(impact.impact).containsExactly(.5, 1.5, 1, 1);
        assertThat(impact.widened).isZero();
    }

    @Test
    void aPatentOfTwoFieldsIsComparedInBoth() {
        // H01L: 2 and half of 4, mean 8/3; H01M: 1 and half of 4, mean 2
        int[] cited = {2, 1, 4};
        CitedImpact impact = impact(
                cited,
                new int[] {2010, 2010, 2010},
                new int[3],
                fields(new int[] {2}, new int[] {3}, new int[] {2, 3}),
                1);
        assertThat(impact.impact[0]).isCloseTo(2 / (8 / 3.0), within(1e-12));
        assertThat(impact.impact[2]).isCloseTo((4 / (8 / 3.0) + 4 / 2.0) / 2, within(1e-12));
    }

    @Test
    void smallAndUncitedCohortsAreWidenedToTheClassFirst() {
        // Two patents of C22B alone are too few; with C22C of the same office they are four, mean 2.
        int[] cited = {0, 4, 2, 2, 50};
        CitedImpact impact = impact(
                cited,
                new int[] {2010, 2010, 2010, 2010, 2010},
                new int[] {0, 0, 0, 0, 1},
                fields(new int[] {0}, new int[] {0}, new int[] {1}, new int[] {1}, new int[] {1}),
                3);
        assertThat(impact.impact[0]).isZero();
        assertThat(impact.impact[1]).isEqualTo(2);
        // All offices: 58 citations of five patents
        assertThat(impact.impact[4]).isCloseTo(50 / (58 / 5.0), within(1e-12));
    }

    @Test
    void withoutYearOrAnyCitationItIsUndefined() {
        CitedImpact impact = impact(
                new int[] {5, 0, 0},
                new int[] {FamilyColumns.NO_YEAR, 2010, 2010},
                new int[3],
                fields(new int[] {0}, new int[] {0}, new int[0]),
                1);
        assertThat(impact.impact).containsOnly(Double.NaN);
        assertThat(impact.top).containsOnly(Double.NaN);
    }

    @Test
    void impactAveragesToOneAndTheTopToItsShare() {
        Random random = new Random(3);
        int n = 20_000;
        int[] cited = random.ints(n, 0, 30).map(c -> c * c / 30).toArray();
        int[] year = random.ints(n, 2000, 2003).toArray();
        int[] office = random.ints(n, 0, 2).toArray();
        int[][] of = new int[n][];
        for (int i = 0; i < n; i++) {
            of[i] = random.nextBoolean() ? new int[] {random.nextInt(4)} : new int[] {0, 1 + random.nextInt(3)};
        }
        CitedImpact impact = impact(cited, year, office, fields(of), 10);
        assertThat(Arrays.stream(impact.impact).average()).hasValueCloseTo(1.0, within(1e-9));
        assertThat(Arrays.stream(impact.top).average()).hasValueCloseTo(.1, within(1e-9));
    }

    @Test
    void tiesAtTheCutAreSplit() {
        // Of ten, one belongs to the top; the two with most citations share it.
        int[] cited = {7, 7, 1, 1, 0, 0, 0, 0, 0, 0};
        int[] year = IntStream.generate(() -> 2010).limit(10).toArray();
        int[][] of = IntStream.range(0, 10).mapToObj(i -> new int[] {1}).toArray(int[][]::new);
        CitedImpact impact = impact(cited, year, new int[10], fields(of), 1);
        assertThat(impact.top).containsExactly(.5, .5, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
