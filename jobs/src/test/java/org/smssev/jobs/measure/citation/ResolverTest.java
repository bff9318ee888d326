package org.smssev.jobs.measure.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.text.KeyIndex;
import org.smssev.jobs.measure.citation.Resolver.Outcome;

class ResolverTest {
    private static final String[] NUMBERS = {
        "EP-1000-A1",
        "EP-1000-B1",
        "EP-10001-A1",
        "GB-512345-A",
        "JP-2000-A",
        "JP-5006880-B2",
        "JP-H056880-A",
        "JP-H077880-B2",
        "JP-WO2016123456-A1",
        "US-20100032139-A1",
        "US-700",
        "US-800-A",
        "US-800-S1",
        "US-900-W",
        "XX odd"
    };
    /** The publications of US-800 are an invention and a design. */
    private static final int[] FAMILIES = {0, 0, 1, 7, 2, 10, 11, 12, 13, 8, 3, 4, 5, 9, 6};

    private static final int[] YEARS = {
        2000, 2000, 2000, 2000, 2000, 2012, 1993, 1995, 2009, 2010, 2010, 2010, 2013, 2010, 2000
    };
    /** Publications that cite, of 2010 and of 2013. */
    private static final int OF_2010 = 10;

    private static final int OF_2013 = 12;

    private final Resolver resolver = new Resolver(KeyIndex.of(NUMBERS), FAMILIES, YEARS);
    private final Map<Outcome, Long> tally = new EnumMap<>(Outcome.class);

    private String resolved(String cited) {
        return resolved(cited, OF_2010);
    }

    private String resolved(String cited, int citing) {
        int found = resolver.resolve(cited, citing, tally);
        return found < 0 ? null : NUMBERS[found];
    }

    @Test
    void theNumberItselfComesFirst() {
        assertThat(resolved("EP-1000-B1")).isEqualTo("EP-1000-B1");
        assertThat(resolved("XX odd")).isEqualTo("XX odd");
        assertThat(tally).isEqualTo(Map.of(Outcome.EXACT, 2L));
    }

    @Test
    void aNumberWithoutKindIsTheLeastOfItsFamily() {
        assertThat(resolved("EP-1000")).isEqualTo("EP-1000-A1");
        assertThat(resolved("US-700-B2")).isEqualTo("US-700");
        assertThat(tally).isEqualTo(Map.of(Outcome.WITHOUT_KIND, 2L));
    }

    @Test
    void anotherKindStandsForTheSamePatentButNotInJapan() {
        assertThat(resolved("EP-10001-B1")).isEqualTo("EP-10001-A1");
        assertThat(resolved("JP-2000-B2")).isNull();
        assertThat(resolved("JP-2000")).isEqualTo("JP-2000-A");
        assertThat(tally).isEqualTo(Map.of(Outcome.WITHOUT_KIND, 1L, Outcome.OTHER_KIND, 1L, Outcome.OUTSIDE, 1L));
    }

    @Test
    void applicationsAreNoPublicationsOfTheSameDigits() {
        assertThat(resolved("US-20100032139-W")).isNull();
        assertThat(resolved("US-700-W")).isNull();
        assertThat(resolved("US-900-A")).isNull();
        assertThat(resolved("US-900")).isNull();
        assertThat(resolved("GB-512345-D0")).isNull();
        assertThat(resolved("US-900-W")).isEqualTo("US-900-W");
        assertThat(resolved("GB-512345-B")).isEqualTo("GB-512345-A");
        assertThat(tally).isEqualTo(Map.of(Outcome.EXACT, 1L, Outcome.OTHER_KIND, 1L, Outcome.OUTSIDE, 5L));
    }

    @Test
    void aJapaneseNumberWithoutKindIsNoLaterOne() {
        assertThat(resolved("JP-5006880", OF_2010)).isNull();
        assertThat(resolved("JP-5006880", OF_2013)).isEqualTo("JP-5006880-B2");
    }

    @Test
    void aJapaneseNumberOfAnEraWithoutKindIsOfAnUnexaminedApplication() {
        assertThat(resolved("JP-H056880")).isEqualTo("JP-H056880-A");
        assertThat(resolved("JP-H077880")).isNull();
        assertThat(resolved("JP-H077880-B2")).isEqualTo("JP-H077880-B2");
    }

    @Test
    void aPctPublicationThatJapanPublishesAgainNeedsNoKind() {
        assertThat(resolved("JP-WO2016123456")).isEqualTo("JP-WO2016123456-A1");
    }

    @Test
    void nothingIsGuessedBetweenFamilies() {
        assertThat(resolved("US-800")).isNull();
        assertThat(resolved("US-800-B1")).isNull();
        assertThat(tally).isEqualTo(Map.of(Outcome.AMBIGUOUS, 2L));
    }

    @Test
    void unknownNumbersPointOutside() {
        assertThat(resolved("US-80-A")).isNull();
        assertThat(resolved("Smith 1999")).isNull();
        assertThat(tally).isEqualTo(Map.of(Outcome.OUTSIDE, 2L));
    }
}
