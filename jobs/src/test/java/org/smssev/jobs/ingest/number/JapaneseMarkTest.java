package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseMarkTest {
    private static String read(String number, String kind) {
        return PublicationNumber.parse(number, "JP", kind).canonical();
    }

    @ParameterizedTest
    @CsvSource({
        "特許6543213, B2, JP-6543213-B2",
        "特許6543210,, JP-6543210",
        "特許第6543211号,, JP-6543211",
        "特許第6543211号(P6543211), B2, JP-6543211-B2",
        "特開2020-123456号公報,, JP-2020123456-A",
        "特開２０２０－１２３４５６,, JP-2020123456-A",
        "特開平08-123456,, JP-H08123456-A",
        "特開平成8-123456, A, JP-H08123456-A",
        "特表2016-523308,, JP-2016523308-A",
        "実登3123456, U, JP-3123456-U",
        "登録実用新案第3123456号,, JP-3123456-U",
        "実開平3-12345,, JP-H0312345-U",
        "特公平5-12345,, JP-H0512345-B2",
        "特公昭63-12345,, JP-S6312345-B2",
        "特公昭55-12345, B1, JP-S5512345-B1",
        "実公平7-12345,, JP-H0712345-Y2",
        "特开2021-123456,, JP-2021123456-A",
        "JP特开2021-123458A, A, JP-2021123458-A",
        "特许第6543212号,, JP-6543212",
        "特开2021-223464号公报,, JP-2021223464-A",
        "登录实用新案第3123458号,, JP-3123458-U",
        "实开平3-12345,, JP-H0312345-U",
        "再公表WO2016/123456,, JP-WO2016123456-A1",
        "再表2016/123456,, JP-WO2016123456-A1"
    })
    void namesOfKindsAreNoPartOfTheNumber(String number, String kind, String canonical) {
        assertThat(read(number, kind)).isEqualTo(canonical);
    }

    @Test
    void namesOfKindsTellTheOffice() {
        assertThat(PublicationNumber.canonical("特開2020-123456")).isEqualTo("JP-2020123456-A");
        assertThat(PublicationNumber.canonical("特許第6543210号")).isEqualTo("JP-6543210");
        assertThat(PublicationNumber.canonical("实开平3-12345")).isEqualTo("JP-H0312345-U");
    }

    /** An examined publication of before Showa 61 is of one of two kinds, and an application is no publication. */
    @ParameterizedTest
    @CsvSource({"特公昭55-12345", "特願2015-123456"})
    void whatMayBeSeveralStaysAsItIs(String number) {
        assertThat(read(number, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "JP 07-242528, JP-H07242528",
        "JP 06-000910, JP-H06910",
        "JP 1-16244, JP-H0116244",
        "JP 61-28078, JP-S6128078",
        "JP 37-8198, JP-S378198",
        "JP 07202317, JP-H07202317",
        "JP 10154751, JP-H10154751",
        "JP 61 132751, JP-S61132751",
        "JP 63222958, JP-S63222958",
        "JP 62/123456, JP-S62123456",
        "60/123456, JP-S60123456",
        "JP 37/8198, JP-S378198",
        "JP 5-12345 B2, JP-H0512345-B2",
        "JP 3-12345 U, JP-H0312345-U",
        "JP 7-12345 Y2, JP-H0712345-Y2",
        "JP2026869U, JP-H0226869-U"
    })
    void yearsOfTwoDigitsTellTheEra(String number, String canonical) {
        assertThat(read(number, null)).isEqualTo(canonical);
    }

    /** A PCT publication under the wrong country, a year of no era, digits of a grant and of a registered utility model. */
    @ParameterizedTest
    @CsvSource({
        "JP 02/043615, JP 02/043615",
        "JP 98/043615, JP 98/043615",
        "JP 12-123456, JP-12123456",
        "JP 5285170, JP-5285170",
        "JP 05875093, JP-5875093",
        "JP3021888U, JP-3021888-U",
        "JP2000886U, JP-2000886-U"
    })
    void whatMayBeNoYearOfAnEraIsNoneOfIt(String number, String canonical) {
        assertThat(PublicationNumber.canonical(number)).isEqualTo(canonical);
    }
}
