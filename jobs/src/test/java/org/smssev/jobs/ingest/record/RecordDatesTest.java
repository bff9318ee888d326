package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.record.RecordNormaliserTest.normaliser;
import static org.smssev.jobs.ingest.record.RecordNormaliserTest.patent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;

/** Dates of records. */
class RecordDatesTest {
    @Test
    void aPriorityNumberWithoutADateHasNone() {
        for (String number : List.of("EP 12345678", "DE 19951231", "CN 5", "US", "P2004-123456", "US 2004/123456")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.PRIORITY_DATE, number))
                            .priorityDate())
                    .as(number)
                    .isNull();
        }
    }

    @Test
    void aPriorityDateThatStartsWithALetterIsReadOrRejectsTheRecord() {
        Map<Field, String> named = Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.PRIORITY_DATE, "Jan 2 2005");
        assertThat(normaliser(";", "MMM d yyyy").normalise(named).patent().priorityDate())
                .isEqualTo(LocalDate.of(2005, 1, 2));
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.PRIORITY_DATE, "US 2005-01-02"))
                        .priorityDate())
                .isEqualTo(LocalDate.of(2005, 1, 2));
        for (String era : List.of("平成17年1月2日", "2005年1月2日")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.PRIORITY_DATE, era))
                            .priorityDate())
                    .as(era)
                    .isEqualTo(LocalDate.of(2005, 1, 2));
        }
        for (String none : List.of("Jan 2 2005", "see note", "平成17年2月30日")) {
            assertThat(normaliser(";", "yyyy-MM-dd")
                            .normalise(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.PRIORITY_DATE, none))
                            .reason())
                    .as(none)
                    .isEqualTo("BAD_DATE");
        }
    }

    @Test
    void aDateThatACellGivesSeveralTimesIsThatDate() {
        for (String cell : List.of("2016-12-07\n2016-12-07", "2016-12-07; 2016-12-07;", "2016-12-07|2016-12-07")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.FILING_DATE, cell))
                            .filingDate())
                    .as(cell)
                    .isEqualTo(LocalDate.of(2016, 12, 7));
        }
        assertThat(normaliser(";", "yyyy-MM-dd")
                        .normalise(
                                Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.FILING_DATE, "2016-12-07\n2016-12-08"))
                        .reason())
                .isEqualTo("BAD_DATE");
    }

    @Test
    void dayZeroOfSpreadsheetsAndDatabasesIsNoDate() {
        Patent zero = patent(Map.of(
                Field.PUBLICATION_NUMBER, "US7A1",
                Field.PRIORITY_DATE, "1900-01-01;2005-01-02",
                Field.FILING_DATE, "1899-12-30"));
        assertThat(zero.priorityDate()).isEqualTo(LocalDate.of(2005, 1, 2));
        assertThat(zero.filingDate()).isNull();
    }

    @Test
    void earliestPriorityIsTakenFromPriorityNumbers() {
        Normalised n = normaliser(";;", "dd/MM/yy")
                .normalise(Map.of(
                        Field.PUBLICATION_NUMBER, "US1A1",
                        Field.PRIORITY_DATE, "US 201562116216 P 20150929;;US 201562234463 P 20150213;;CN 5",
                        Field.FILING_DATE, "12/02/48"));
        assertThat(n.patent().priorityDate()).isEqualTo(LocalDate.of(2015, 2, 13));
        assertThat(n.patent().filingDate()).isEqualTo(LocalDate.of(1948, 2, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02-30", "2020-13-01", "12/02/2015", "soon", "0999-01-01"})
    void dateThatIsNoneRejectsTheRecord(String date) {
        Normalised n = normaliser(";", "yyyy-MM-dd")
                .normalise(Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.PUBLICATION_DATE, date));
        assertThat(n.reason()).isEqualTo("BAD_DATE");
        assertThat(n.detail()).contains("publication-date").contains(date);
        assertThat(n.patent()).isNull();
    }

    @Test
    void aYearThatNoPatentIsOfIsToldWithoutThePattern() {
        Normalised n = normaliser(";", "dd.MM.yyyy")
                .normalise(Map.of(Field.PUBLICATION_NUMBER, "GB1A", Field.FILING_DATE, "01.02.1616"));
        assertThat(n.detail())
                .isEqualTo("filing-date '01.02.1616' is not possible: year 1616 is not from 1617 to 2100");
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "GB1A", Field.FILING_DATE, "1617-03-02"))
                        .filingDate())
                .isEqualTo(LocalDate.of(1617, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u2014", "--", "unknown", "\u65e0", "\\N", "<NA>", "NIL", "0000-00-00", "9999-12-31 00:00:00"})
    void whatStandsForNoPriorityDateIsNoneAsInOtherDates(String none) {
        Patent patent = patent(Map.of(
                Field.PUBLICATION_NUMBER, "US1A1", Field.PRIORITY_DATE, none + ";2005-01-02", Field.FILING_DATE, none));
        assertThat(patent.priorityDate()).isEqualTo(LocalDate.of(2005, 1, 2));
        assertThat(patent.filingDate()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "-", " ", "0"})
    void dateNotGivenIsNull(String date) {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.FILING_DATE, date))
                        .filingDate())
                .isNull();
    }
}
