package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Merged;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.format.Field;

class LatestFirstTest {
    private static final DateReader ISO = new DateReader("yyyy-MM-dd");

    private static Patent record(String source, String change, boolean isWithdrawal, String title, String family) {
        Patent read = ReadRecords.of(ReadRecords.read("US-1-A1", family, "2", source, isWithdrawal, title));
        return LatestFirst.dated(read, change == null ? Map.of() : Map.of(Field.LAST_CHANGE, change), ISO);
    }

    private static Patent given(String change, String title) {
        return record("docdb", change, false, title, "900");
    }

    private static Patent deleted(String change) {
        return record("docdb", change, true, null, "900");
    }

    private static Merged fold(Patent... records) {
        List<Integer> files =
                java.util.stream.IntStream.range(0, records.length).boxed().toList();
        return Merge.fold(null, false, List.of(records), files, List.of("en"));
    }

    @Test
    void theLatestExchangeCountsWhateverTheNamesOfTheFiles() {
        Merged merged = fold(given("2023-01-05", "old"), given("2023-02-09", "new"), given("2022-12-01", "first"));
        assertThat(merged.patent().title()).isEqualTo("new");
        assertThat(merged.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.NEW, Outcome.DUPLICATE);
        assertThat(fold(given("2023-02-09", "new"), given("2023-01-05", "old"))
                        .patent()
                        .title())
                .isEqualTo("new");
        assertThat(fold(given("2023-02-09", null), given("2023-01-05", "old"))
                        .patent()
                        .title())
                .isEqualTo("old");
        assertThat(fold(given("2023-01-05", "one"), given("2023-01-05", "two"))
                        .patent()
                        .title())
                .isEqualTo("one");
    }

    @Test
    void aDeletionCountsWhereNothingLaterBringsThePublicationBack() {
        Merged back = fold(deleted("2023-01-05"), given("2023-02-09", "again"), given("2022-12-01", "first"));
        assertThat(back.patent().withdrawn()).isFalse();
        assertThat(back.patent().title()).isEqualTo("again");
        assertThat(back.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.NEW, Outcome.DUPLICATE);

        Merged gone = fold(given("2023-01-05", "t"), deleted("2023-02-09"));
        assertThat(gone.patent().withdrawn()).isTrue();
        assertThat(gone.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.WITHDRAWN_MARKED);
        assertThat(fold(deleted(null), given("2023-01-05", "t")).patent().withdrawn())
                .isTrue();
    }

    @Test
    void sourcesStayInTheirOrder() {
        Patent first = record("lens", null, false, "lens", "US-1-A1");
        Merged merged = fold(first, given("2023-01-05", "old"), given("2023-02-09", "new"));
        assertThat(merged.patent().title()).isEqualTo("lens");
        assertThat(merged.patent().familyId()).isEqualTo("900");
        assertThat(merged.outcomes()).startsWith(Outcome.NEW);
        // A mark of another source counts whenever that changed it.
        Patent mark = record("marks", "2020-01-01", true, null, "900");
        assertThat(fold(given("2023-01-05", "t"), mark).patent().withdrawn()).isTrue();
    }

    @Test
    void theDayOfTheChangeStandsBehindWhatWasFound() {
        Patent record = given("2023-01-05", "t");
        UTF8String reading = UTF8String.fromString(record.reading());
        assertThat(Reading.lastChange(record)).isEqualTo(19362);
        assertThat(Reading.isOne(reading)).isTrue();
        assertThat(Reading.findings(reading).toString()).isEmpty();
        assertThat(Reading.lastChange(given("soon", "t"))).isZero();
        Patent plain = ReadRecords.of(ReadRecords.read("US-1-A1", "900", "2", "s", false, "t"));
        assertThat(Reading.lastChange(plain)).isZero();
    }
}
