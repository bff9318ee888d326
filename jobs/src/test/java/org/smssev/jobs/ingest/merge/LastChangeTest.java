package org.smssev.jobs.ingest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ReadRecords;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.Writing;

class LastChangeTest {
    private static final long DAY = LocalDate.of(2023, 1, 5).toEpochDay();

    private static final Patent RECORD = ReadRecords.of(ReadRecords.read("US-1-A1", "900", "2", "s", false, "t"));

    private static long day(String pattern, String cell) {
        LastChange change = new LastChange(new Writing("", pattern));
        return Reading.lastChange(change.of(Map.of(Field.LAST_CHANGE, cell)).dated(RECORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-05",
                "20230105",
                "20230105101010",
                "2023-01-05T10:10:10Z",
                "2023-01-05 10:10:10.123",
                "2023-01-05 23:59:59+00:00",
                "20230105.0"
            })
    void theDayIsReadWhateverStandsBehindIt(String cell) {
        assertThat(day("yyyy-MM-dd", cell)).isEqualTo(DAY);
    }

    @Test
    void otherPatternsAreThoseOfTheSource() {
        assertThat(day("dd.MM.yyyy", "05.01.2023")).isEqualTo(DAY);
        assertThat(day("dd.MM.yyyy", "20230105101010")).isEqualTo(DAY);
        assertThat(day("yyyyMMddHHmmss", "20230105101010")).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1672912210", "20230230", "20230230101010", "2023-W01-4"})
    void whatIsNoDateIsToldAndOrdersNothing(String cell) {
        Map<Field, String> cells = Map.of(Field.LAST_CHANGE, cell);
        LastChange change = new LastChange(Writing.CANONICAL);
        assertThat(change.of(cells).isUnread()).isTrue();
        assertThat(change.of(cells).dated(RECORD)).isEqualTo(RECORD);
    }

    @Test
    void nothingIsNoTextThatCannotBeRead() {
        LastChange change = new LastChange(Writing.CANONICAL);
        assertThat(change.of(Map.of()).isUnread()).isFalse();
        assertThat(change.of(Map.of(Field.LAST_CHANGE, "00000000")).isUnread()).isFalse();
        assertThat(change.of(Map.of(Field.LAST_CHANGE, "2023-01-05")).isUnread())
                .isFalse();
        assertThat(new LastChange(null).of(Map.of(Field.LAST_CHANGE, "soon")).isUnread())
                .isFalse();
    }
}
