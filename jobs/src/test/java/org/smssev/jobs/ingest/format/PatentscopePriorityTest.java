package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatentscopePriorityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[62/313,664 25.03.2016 US, 15/469,468 24.03.2017 US] | US62/313,664@2016-03-25 US15/469,468@2017-03-24",
                "[60582692 2004-06-24T23:59:59.000Z US]; [11160512 2005-06-27T23:59:59.000Z US]"
                        + "| US60582692@2004-06-24 US11160512@2005-06-27",
                "[02077154.9 EP, 2002-12345 28.01.2002 JP] | EP02077154.9@ JP2002-12345@2002-01-28",
                "60/169,104 1999-12-06 US; 0401632-5 24.06.2004 SE | US60/169,104@1999-12-06 SE0401632-5@2004-06-24",
                "[US 2012-345 2012-01-02] | US2012-345@2012-01-02",
                "[NOT GIVEN 2000-09-20 US] | @2000-09-20"
            })
    void prioritiesOfABracketAreApart(String cell, String priorities) {
        assertThat(read(cell)).isEqualTo(priorities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[CN 20160722 201610584779.5] | CN201610584779.5@2016-07-22",
                "[US 20140624 62/016,245, KR 20150422 10-2015-0011111] | US62/016,245@2014-06-24 KR10-2015-0011111@2015-04-22",
                "[IT 20140626 102014902273430 (NA2014A000023)] | IT102014902273430@2014-06-26",
                "[NO 20021114] | NO20021114@",
                "[NO 20021114 08.03.2002] | NO20021114@2002-03-08",
                "[20021114 NO] | NO20021114@",
                "[US 20149999 62/016,245] | US2014999962/016,245@"
            })
    void theDateMayStandBeforeTheNumber(String cell, String priorities) {
        assertThat(read(cell)).isEqualTo(priorities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[MU 8502556-9 21.10.2005 BR] | BRMU8502556-9@2005-10-21",
                "[MI2013A 001416 27.08.2013 IT] | ITMI2013A001416@2013-08-27",
                "[DE 102011085718.4 03.11.2011 DE] | DE102011085718.4@2011-11-03",
                "[PCT/US2005/009546 20.03.2005 US] | PCT/US2005/009546@2005-03-20",
                "[US06060850 13.11.2006 WO, EP 2006/000659 25.01.2006 WO, JP9516654 01.02.1995 WO]"
                        + "| PCT/US2006/060850@2006-11-13 PCT/EP2006/000659@2006-01-25 PCT/JP1995/016654@1995-02-01",
                "[0806287 , FR20080006287 , WO2009FR52175 , 0806287 12.11.2008 FR] | FR0806287@2008-11-12"
            })
    void lettersInFrontAreNoCountryBesideOne(String cell, String priorities) {
        assertThat(read(cell)).isEqualTo(priorities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[62/313,664 25.03.2016, 15/469,468 24.03.2017 US] | 62/313,664@2016-03-25 US15/469,468@2017-03-24",
                "[62/313,664 25.03.2016 , 15/469,468 24.03.2017 US] | 62/313,664@2016-03-25 US15/469,468@2017-03-24",
                "[62/313,664 2016-03-25T23:59:59.000Z, 1,2 24.03.2017 US] | 62/313,664@2016-03-25 US1,2@2017-03-24",
                "[62/313,664 25.03.2016 (P) , FR20080006287 , 0806287 12.11.2008 FR]"
                        + "| 62/313,664@2016-03-25 FR0806287@2008-11-12"
            })
    void oneWithoutACountryIsAnotherThanTheNext(String cell, String priorities) {
        assertThat(read(cell)).isEqualTo(priorities);
    }

    @Test
    void semicolonsPartThemWithinABracketToo() {
        assertThat(read("[62/313,664 25.03.2016 US; 15/469,468 24.03.2017 US]"))
                .isEqualTo("US62/313,664@2016-03-25 US15/469,468@2017-03-24");
    }

    @ParameterizedTest
    @CsvSource({
        "[CN 20160722], @2016-07-22",
        "[20160722 CN], @2016-07-22",
        "[20160722], @2016-07-22",
        "[20160722 03.01.2017 CN], CN20160722@2017-01-03",
        "[60581223 US], US60581223@",
        "[20149999 US], US20149999@"
    })
    void eightDigitsOfADateAreNoNumberIfTheyStandAlone(String cell, String priorities) {
        assertThat(read(cell)).isEqualTo(priorities);
    }

    private static String read(String cell) {
        List<PatentscopePriority> priorities = PatentscopePriority.of(cell);
        return priorities.stream().map(p -> p.number() + "@" + p.date()).collect(Collectors.joining(" "));
    }
}
