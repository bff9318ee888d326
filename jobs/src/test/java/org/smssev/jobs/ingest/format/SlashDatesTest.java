package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlashDatesTest {
    private static SlashDates.Tally tally(String... cells) {
        SlashDates.Tally tally = new SlashDates.Tally();
        for (String cell : cells) {
            tally.add(cell);
        }
        return tally;
    }

    @Test
    void aNumberAbove12TellsWhichComesFirst() {
        assertThat(tally("04/01/2010", "31/01/2010").told()).isEqualTo(SlashDates.DAY_FIRST);
        assertThat(tally("4/1/2010", "1/31/2010").told()).isEqualTo(SlashDates.MONTH_FIRST);
        assertThat(tally("04/01/2010; 31/01/2010").isTelling()).isTrue();
    }

    @Test
    void filesThatContradictThemselvesOrTellNothingWithoutZerosAreUntold() {
        assertThat(tally("31/01/2010", "01/31/2010").told()).isEqualTo(SlashDates.UNTOLD);
        assertThat(tally("4/1/2010").told()).isEqualTo(SlashDates.UNTOLD);
        assertThat(tally("04/01/2010").told()).isEqualTo(SlashDates.DAY_FIRST);
    }

    @Test
    void aFileIsOpenAsLongAsNoDateTells() {
        assertThat(tally().isOpen()).isFalse();
        assertThat(tally("PCT/US2010/01/2010", "2010-01-31").isOpen()).isFalse();
        assertThat(tally("04/01/2010").isOpen()).isTrue();
        assertThat(tally("04/01/2010", "31/01/2010").isOpen()).isFalse();
    }

    @Test
    void datesOfACellBecomeIsoAndWhatIsNoDayStays() {
        assertThat(SlashDates.DAY_FIRST.iso("4/1/2010; 31/12/2011")).isEqualTo("2010-01-04; 2011-12-31");
        assertThat(SlashDates.MONTH_FIRST.iso("4/1/2010; 31/12/2011")).isEqualTo("2010-04-01; 31/12/2011");
        assertThat(SlashDates.UNTOLD.iso("4/1/2010")).isEqualTo("4/1/2010");
        assertThat(SlashDates.DAY_FIRST.iso("H01M 4/02")).isEqualTo("H01M 4/02");
    }

    @Test
    void yearsOfTwoDigitsAreThoseOfSpreadsheetPrograms() {
        assertThat(SlashDates.MONTH_FIRST.iso("7/31/06")).isEqualTo("2006-07-31");
        assertThat(SlashDates.DAY_FIRST.iso("27/02/39")).isEqualTo("1939-02-27");
        assertThat(SlashDates.DAY_FIRST.iso("27/02/29")).isEqualTo("2029-02-27");
        assertThat(SlashDates.DAY_FIRST.iso("27/02/30")).isEqualTo("1930-02-27");
        assertThat(SlashDates.DAY_FIRST.iso("27/02/2015/3")).isEqualTo("27/02/2015/3");
        assertThat(tally("04/01/10").told()).isEqualTo(SlashDates.UNTOLD);
        assertThat(tally("75/01/10").isOpen()).isTrue();
    }

    @Test
    void hyphensAreReadAlikeButNotWithinNumbersNorBesideTheYearInFront() {
        assertThat(tally("04-01-2010", "31-01-2010").told()).isEqualTo(SlashDates.DAY_FIRST);
        assertThat(SlashDates.DAY_FIRST.iso("04-01-2010; 31/12/2011")).isEqualTo("2010-01-04; 2011-12-31");
        for (String other :
                new String[] {"2010-01-31", "10-31-2003-0012345", "99-10-31-2003", "31-01-10", "31-01/2010"}) {
            assertThat(SlashDates.DAY_FIRST.iso(other)).isEqualTo(other);
            assertThat(tally(other).isOpen()).as(other).isFalse();
        }
    }
}
