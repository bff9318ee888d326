package org.smssev.jobs.measure.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

class CitationFiguresTest {
    /** Family 0 cites 1, 2 and 3; 4 cites 0 and 3; 3 cites the younger 4. */
    private static final Lists CITED = Lists.ofPairs(5, new long[] {1, 2, 3, (3L << 32) | 4, 4L << 32, (4L << 32) | 3});

    private static final Lists CITED_BY = CITED.inverse(5);
    private static final int[] YEARS = {2015, 2012, FamilyColumns.NO_YEAR, 2005, 2016};

    private final CitationAges ages = new CitationAges(YEARS);

    @Test
    void onlyCitationsOfTheWindowCount() {
        assertThat(ages.citedWithin(CITED_BY, 3)).containsExactly(1, 1, 0, 0, 0);
        assertThat(ages.citedWithin(CITED_BY, 11)).containsExactly(1, 1, 0, 2, 0);
        assertThat(ages.citedIn(CITED_BY, 2016, 5)).containsExactly(1, 0, 0, 0, 0);
        assertThat(ages.backwards(CITED)).isEqualTo(1);
    }

    @Test
    void cycleTimeIsTheMedianAgeOfWhatIsCited() {
        double[] median = ages.medianOfCited(CITED);
        // 0 cites families 3 and 10 years old, and one of no year; 4 such of 1 and 11 years.
        assertThat(median).containsExactly(6.5, Double.NaN, Double.NaN, Double.NaN, 6);
    }

    @Test
    void spreadOverFieldsIsUnbiased() {
        // 0 cites fields A, A and B: N = 3, 1 - 5/9 = 4/9, times 3/2
        Lists fields = Lists.of(new int[] {0, 1, 2, 3, 4, 6}, new int[] {0, 0, 0, 1, 0, 1});
        double[] originality = Diversity.of(CITED, fields, 2);
        assertThat(originality[0]).isCloseTo(2 / 3.0, within(1e-12));
        // 3 cites one family of two fields: N = 2, 1/2 times 2
        assertThat(originality[3]).isCloseTo(1, within(1e-12));
        assertThat(originality[1]).isNaN();
        // One pair only
        assertThat(Diversity.of(CITED_BY, fields, 2)[1]).isNaN();
    }
}
