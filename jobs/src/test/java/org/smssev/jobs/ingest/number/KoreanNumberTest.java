package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KoreanNumberTest {
    @ParameterizedTest
    @CsvSource({
        "1017403130000, B1, KR-101740313-B1",
        "10-1740314-0000, B1, KR-101740314-B1",
        "KR10-1740316-00-00, B1, KR-101740316-B1",
        "2004567890000, Y1, KR-200456789-Y1",
        "10-2020009-0000, B1, KR-102020009-B1",
        "1020200090000, B1, KR-102020009-B1",
        "1017403130000,, KR-101740313",
        "10-1740315, B1, KR-101740315-B1"
    })
    void registrationsHaveNoZerosOfTheRegister(String number, String kind, String canonical) {
        assertThat(PublicationNumber.parse(number, "KR", kind).canonical()).isEqualTo(canonical);
    }

    /** Zeros at its end are those of an application or of the register. */
    @ParameterizedTest
    @ValueSource(strings = {"1020200090000", "KR1020200090000", "KR-1020200090000", "KR 10 20200090000"})
    void whatMayBeBothIsNoNumberOfKnownForm(String number) {
        PublicationNumber.Parts parts = PublicationNumber.parse(number, "KR", null);
        assertThat(parts).isEqualTo(new PublicationNumber.Parts("KR1020200090000", "KR", null));
        assertThat(parts.isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1020200094567, A, KR-20200094567-A",
        "2020200094567,, KR-20200094567-U",
        "KR2020200094567,, KR-20200094567-U",
        "20-2020-0094567,, KR-20200094567-U",
        "20-2020-0094567, Y1, KR-20200094567-Y1",
        "20-2020-0094567 U,, KR-20200094567-U",
        "10-2020-0094567 A,, KR-20200094567-A",
        "1020200090000, A, KR-20200090000-A",
        "KR1019830000117B1,, KR-830000117-B1",
        "10-1997-0002035, A, KR-970002035-A",
        "19960012206, B1, KR-960012206-B1",
        "10-1998-0700351, A, KR-19980700351-A",
        "20-1995-0000415, Y1, KR-19950000415-Y1",
        "10-2020-0090000,, KR-20200090000",
        "10-2020-0090000, B1, KR-20200090000-B1",
        "1017403131234,, KR-1017403131234"
    })
    void applicationsHaveAYearBehindTheTypeOfRight(String number, String kind, String canonical) {
        assertThat(PublicationNumber.parse(number, "KR", kind).canonical()).isEqualTo(canonical);
    }
}
