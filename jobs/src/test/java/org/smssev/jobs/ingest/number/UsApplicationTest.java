package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsApplicationTest {
    /** What was filed in 1909 and in 2009 may be of the same digits. */
    @Test
    void oldNumbersOfTheUnitedStatesAreOfTheCenturyOfTheirDate() {
        assertThat(ApplicationNumber.key("US52348509A", "US", LocalDate.of(1909, 10, 19)))
                .isEqualTo("US52348509O1909");
        assertThat(ApplicationNumber.key("US52348509A", "US", LocalDate.of(2009, 7, 16)))
                .isEqualTo("US52348509O");
        assertThat(ApplicationNumber.key("US62636811A", "US", LocalDate.of(1911, 5, 11)))
                .isEqualTo("US62636811O1911");
        assertThat(ApplicationNumber.key("US52348509A", "US", LocalDate.of(1910, 1, 3)))
                .isEqualTo("US52348509O");
    }

    @ParameterizedTest
    @CsvSource({
        "US12648029, 2009-12-28, US64802909O",
        "US09083597, 1998-05-22, US8359798O",
        "12/523485, 2008-01-15, US52348508O",
        "60/578392, 2004-06-10, US57839204P",
        "US 60/012304, 1995-08-01, US1230495P",
        "29/341234, 2009-08-01, US34123409F",
        "11/645607, 2007-01-02, US64560707O",
        "11/672885, 2007-02-08, US67288507O",
        "12/672885, 2007-08-10,",
        "12/280128, 2007-02-16, US28012807O",
        "11/817872, 2005-04-08, US81787205O",
        "10/065872, 2002-11-26, US6587202O",
        "12/001358, 2007-12-11, US135807O",
        "11/596123, 2005-05-06,",
        "10/593323, 2005-03-16, US59332305O",
        "11/593323, 2006-11-06, US59332306O",
        "12/984568, 2011-01-04, US98456811O",
        "12/931970, 2011-02-15, US93197011O",
        "12/984568, 2011-03-15,",
        "61/630289, 2011-12-08, US63028911P",
        "US12901234, 2010-12-01, US90123410O",
        "US11645607, 2007-01-02,",
        "US11345607, 2007-01-02,",
        "US12648029, 2011-01-03,",
        "US12648029, 1996-05-01,",
        "US64802909A, 2009-12-28,",
        "US64802909, 2009-12-28,",
        "64/802909, 2009-12-28,",
        "EP09012345, 2009-12-28,",
        "US12648029,,"
    })
    void theDateOfANumberOfTheUnitedStatesTellsThatOfDatabases(String number, LocalDate date, String old) {
        assertThat(UsApplication.oldKey(ApplicationNumber.key(number, "US", date), number, date))
                .isEqualTo(old);
    }

    /** Series and year may stand in the same digits, the last of the old form are of February 2011. */
    @ParameterizedTest
    @CsvSource({
        "US98456811A,, US98456811O",
        "US 93218711 A, 2011-02-18, US93218711O",
        "US13123411A, 2011-03-18, US13123411",
        "US14123456A, 2014-06-02, US14123456",
        "US14123456A, 1956-06-02, US14123456O",
        "US14123456A,, US14123456O",
        "US11345607A, 2006-02-01, US11345607",
        "US11345607A, 2007-02-01, US11345607O",
        "US63028911P, 2011-12-08, US63028911P",
        "US63028911P, 2020-05-21, US63028911",
        "US20101205, 2005-08-11, US20101205O",
        "US20101205, 2010-12-05, ''",
        "US20101205, 2010-01-05, ''",
        "US20101205, 2009-01-05, ''",
        "US20101205,, ''",
        "US20101205A, 2010-12-05, US20101205A",
        "US20100230,, US20100230"
    })
    void theDateOfANumberOfTheUnitedStatesTellsItsSeriesFromItsYear(String number, LocalDate date, String key) {
        assertThat(ApplicationNumber.key(number, null, date)).isEqualTo(key);
    }
}
