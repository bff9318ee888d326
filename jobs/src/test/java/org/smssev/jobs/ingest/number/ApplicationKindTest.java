package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationKindTest {
    @ParameterizedTest
    @CsvSource({
        "JP, 2015060123, A, false, ''",
        "JP, 1234590, U, false, U",
        "PH, 2016000775, U, false, U",
        "CN, 201520123456, U, false, ''",
        "JP, 2009003456, F, false, F",
        "JP, 2009003456, S, false, F",
        "CN, 201430012345, S, false, ''",
        "US, 29341234, S, false, ''",
        "US, 16000002, F, true, F",
        "US, 61123456, P, false, ''",
        "US, 45000003, P, false, P",
        "US, 67890105, P, true, P",
        "US, 9012398, P, false, P",
        "US, 8359798, A, true, O",
        "US, 8359798, U, true, O",
        "US, 8359798,, false, ''",
        "EP, 12345678, P, false, ''"
    })
    void lettersOfWhatIsNumberedApartStay(String office, String digits, String letter, boolean isOld, String kind) {
        assertThat(ApplicationKind.of(office, digits, letter, isOld)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"JP, true, false", "US, false, true", "CN, false, true", "EP, false, false"})
    void officesCountUtilityModelsApartOrTellDesigns(String office, boolean isApart, boolean isTold) {
        assertThat(ApplicationKind.isCountedApart(office)).isEqualTo(isApart);
        assertThat(ApplicationKind.isToldByDigits(office)).isEqualTo(isTold);
    }
}
