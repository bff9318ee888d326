package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.number.PublicationNumber;

class ApplicationKeysTest {
    /** The keys of a record whose lists are separated by semicolons. */
    private static List<String> keys(Map<Field, String> record) {
        Map<Field, Writing> writings = new EnumMap<>(Field.class);
        Map<Field, DateReader> dates = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            writings.put(field, new Writing(";", "yyyy-MM-dd"));
            dates.put(field, new DateReader("yyyy-MM-dd"));
        }
        return new ApplicationKeys(writings, dates, false).of(record, RecordNormaliser.number(record));
    }

    @Test
    void anApplicationOfTheUnitedStatesMeetsThatOfDocdb() {
        Map<Field, String> granted = Map.of(
                Field.PUBLICATION_NUMBER, "US8123456B2",
                Field.APPLICATION_NUMBER, "US12648029",
                Field.FILING_DATE, "2009-12-28");
        Map<Field, String> inDocdb = Map.of(
                Field.PUBLICATION_NUMBER, "US2011160001A1",
                Field.APPLICATION_NUMBER, "US64802909A",
                Field.FILING_DATE, "2009-12-28");
        assertThat(keys(granted)).containsExactly("US12648029", "US64802909O");
        assertThat(keys(inDocdb)).containsExactly("US64802909O");
    }

    @Test
    void applicationsOfADesignAreNoneOfAPatent() {
        Map<Field, String> design = Map.of(
                Field.PUBLICATION_NUMBER, "USD612345",
                Field.KIND, "S1",
                Field.APPLICATION_NUMBER, "US29341234",
                Field.PRIORITY_NUMBERS, "JP2009-003456;KR20-2009-0001234;JP 2009003457 A;CN201430012345.6");
        String[] keys = {"US29341234", "JP2009003456F", "KR20090001234U", "JP2009003457", "CN201430012345"};
        assertThat(keys(design)).containsExactly(keys);
        Map<Field, String> bare = new EnumMap<>(design);
        bare.remove(Field.KIND);
        assertThat(keys(bare)).containsExactly(keys);
        bare.put(Field.KIND, "B2");
        bare.put(Field.PUBLICATION_NUMBER, "US7612345");
        assertThat(keys(bare)).contains("JP2009003456");
        assertThat(keys(Map.of(Field.PUBLICATION_NUMBER, "KR300512345S", Field.APPLICATION_NUMBER, "20090012345")))
                .containsExactly("KR20090012345F");
        assertThat(keys(Map.of(Field.PUBLICATION_NUMBER, "301234567", Field.KIND, "S1", Field.APPLICATION_NUMBER, "5")))
                .containsExactly("5F");
    }

    @Test
    void theApplicationOfAUtilityModelIsNoneOfAPatent() {
        assertThat(keys(Map.of(
                        Field.PUBLICATION_NUMBER, "JP3109999U",
                        Field.APPLICATION_NUMBER, "2005-001234",
                        Field.PRIORITY_NUMBERS, "2004-001234")))
                .containsExactly("JP2005001234U", "JP2004001234");
        assertThat(keys(Map.of(Field.PUBLICATION_NUMBER, "JP2006123456A", Field.APPLICATION_NUMBER, "2005-001234")))
                .containsExactly("JP2005001234");
        assertThat(keys(Map.of(Field.PUBLICATION_NUMBER, "KR200400001Y1", Field.APPLICATION_NUMBER, "2005-0012345")))
                .containsExactly("KR20050012345U");
        assertThat(keys(Map.of(
                        Field.PUBLICATION_NUMBER, "DE202005001234U1", Field.APPLICATION_NUMBER, "202005001234.5")))
                .containsExactly("DE202005001234");
    }

    @Test
    void numbersThatAreCountedOnMeetThoseOfDocdbByTheirDate() {
        Map<Field, String> printed = Map.of(
                Field.PUBLICATION_NUMBER, "US8123456B2",
                Field.PRIORITY_NUMBERS, "NZ614915;IL 137,925;PL P-387051;PT109314;NZ 61491514 A;AU PR1097",
                Field.PRIORITY_DATE, "2014-01-30;2000-08-17;2009-01-16;2014-04-22;2014-01-30;2000-10-27");
        assertThat(keys(printed))
                .containsExactly(
                        "NZ614915",
                        "NZ61491514",
                        "IL137925",
                        "IL13792500",
                        "PL387051",
                        "PL38705109",
                        "PT109314",
                        "AUPR1097",
                        "AUPR109700");
    }

    /** That there is no reader of dates shows that none is asked for. */
    @Test
    void datesThatTellNothingAreNotRead() {
        Map<Field, Writing> writings = Map.of(
                Field.PRIORITY_NUMBERS, new Writing(";", "yyyy-MM-dd"),
                Field.PRIORITY_DATE, new Writing(";", "yyyy-MM-dd"));
        Map<Field, String> record = Map.of(
                Field.PUBLICATION_NUMBER, "CN104000001A",
                Field.PRIORITY_NUMBERS, "CN201410351234.5;KR20130001234;EP 14001234",
                Field.PRIORITY_DATE, "2014-07-22;2013-01-04;2014-04-02");
        assertThat(new ApplicationKeys(writings, Map.of(), false).of(record, RecordNormaliser.number(record)))
                .containsExactly("CN201410351234", "KR20130001234", "EP14001234");
    }

    @Test
    void datesBelongToApplicationsWhereThereAreAsMany() {
        Map<Field, String> two = Map.of(
                Field.PUBLICATION_NUMBER, "US1A1",
                Field.PRIORITY_NUMBERS, "JP25-123456;JP25-123457",
                Field.PRIORITY_DATE, "2013-06-01;soon");
        assertThat(keys(two)).containsExactly("JP2013123456", "JP25-123457");
        Map<Field, String> one = Map.of(
                Field.PUBLICATION_NUMBER, "JP1A",
                Field.APPLICATION_NUMBER, "25-123456",
                Field.FILING_DATE, "2013-06-01",
                Field.PRIORITY_NUMBERS, "JP25-123456;JP25-123457",
                Field.PRIORITY_DATE, "2012-06-01");
        assertThat(keys(one)).containsExactly("JP2013123456", "JP25-123456", "JP25-123457");
    }

    @Test
    void ofASourceThatTellsNoLinksTheNumberOfAPublicationIsTheKeyOfItsApplication() {
        ApplicationKeys keys = new ApplicationKeys(Map.of(), Map.of(), true);
        Map<Field, String> granted = Map.of(Field.PUBLICATION_NUMBER, "EP1234567B1");
        assertThat(keys.of(granted, RecordNormaliser.number(granted))).containsExactly("EP-1234567");
        Map<Field, String> counted = Map.of(Field.PUBLICATION_NUMBER, "JP2001118988A");
        assertThat(keys.of(counted, RecordNormaliser.number(counted))).isEmpty();
    }

    @Test
    void decimalsOfASpreadsheetAreNoneOfAnApplication() {
        Writing writing = new Writing(";", "yyyy-MM-dd");
        ApplicationKeys keys = new ApplicationKeys(
                Map.of(Field.APPLICATION_NUMBER, writing, Field.PRIORITY_NUMBERS, writing), Map.of(), false);
        assertThat(keys.of(
                        Map.of(Field.APPLICATION_NUMBER, "15345678.0", Field.PRIORITY_NUMBERS, "15111111.0;15222222"),
                        PublicationNumber.parse("US7650331B2", null, null)))
                .isEqualTo(List.of("US15345678", "US15111111", "US15222222"));
        assertThat(keys.of(
                        Map.of(Field.APPLICATION_NUMBER, "201410351234.0"),
                        PublicationNumber.parse("CN104267743A", null, null)))
                .isEqualTo(keys.of(
                        Map.of(Field.APPLICATION_NUMBER, "201410351234.5"),
                        PublicationNumber.parse("CN104267743A", null, null)));
    }
}
