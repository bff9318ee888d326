package org.smssev.jobs.ingest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.ReadRecords;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.merge.Merge.Merged;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.record.Writing;

class LatestFirstTest {
    private static final LastChange CHANGE = new LastChange(Writing.CANONICAL);
    private static final Party NEW = new Party("New Owner", null, "NEW OWNER");
    private static final Party OLD = new Party("Old A", "US", "OLD A");
    private static final Party OTHER = new Party("Old B", "DE", "OLD B");

    private static Patent record(String source, String change, boolean isWithdrawal, String title, String family) {
        Patent read = ReadRecords.of(ReadRecords.read("US-1-A1", family, "2", source, isWithdrawal, title));
        return CHANGE.of(change == null ? Map.of() : Map.of(Field.LAST_CHANGE, change))
                .dated(read);
    }

    private static Patent owned(String source, String change, List<String> applications, Party... applicants) {
        Patent read = ReadRecords.of(new Patent(
                "US-1-A1",
                "US",
                "A1",
                "900",
                null,
                null,
                LocalDate.of(2020, 5, 4),
                List.of(applicants),
                List.of(),
                List.of(),
                List.of(),
                applications,
                "en",
                "2",
                "2",
                List.of(source),
                false,
                "",
                "t",
                null,
                null));
        return CHANGE.of(change == null ? Map.of() : Map.of(Field.LAST_CHANGE, change))
                .dated(read);
    }

    private static Patent owned(String change, Party... applicants) {
        return owned("docdb", change, List.of(), applicants);
    }

    private static List<Party> applicants(List<Integer> files, Patent... records) {
        return Merge.fold(null, false, List.of(records), files, List.of("en"))
                .patent()
                .applicants();
    }

    private static Patent exchanged(String change, String language, String title) {
        return CHANGE.of(Map.of(Field.LAST_CHANGE, change))
                .dated(ReadRecords.of(ReadRecords.read("docdb", language, title, List.of())));
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
    void aTitleInThePreferredLanguageThatTheLatestExchangeDroppedIsGone() {
        Patent german = exchanged("2023-02-09", "de", "Boot mit Kiel");
        assertThat(fold(german, exchanged("2023-01-05", "en", "Boat with a keel"))
                        .patent()
                        .title())
                .isEqualTo("Boot mit Kiel");
        assertThat(fold(exchanged("2023-01-05", "en", "Boat with a keel"), german)
                        .patent()
                        .language())
                .isEqualTo("de");
        Patent other = ReadRecords.of(ReadRecords.read("lens", "en", "Keel boat", List.of()));
        assertThat(fold(german, other).patent().title()).as("of another source").isEqualTo("Keel boat");
    }

    @Test
    void textsThatOnlyAnOlderRecordHasGoBeforeThoseOfTheNextSource() {
        Patent other = record("lens", null, false, "of another source", "900");
        assertThat(fold(given("2023-02-09", null), given("2023-01-05", "old"), other)
                        .patent()
                        .title())
                .isEqualTo("old");

        Patent latest = exchanged("2023-02-09", "en", "Boat with a keel");
        Patent summary = Merge.withTexts(exchanged("2023-01-05", "en", "Ship with a keel"), "Ship", "It has a keel.");
        Patent chinese =
                Merge.withTexts(ReadRecords.of(ReadRecords.read("lens", "zh", "船", List.of())), null, "本发明公开了一种船。");
        Patent merged = fold(latest, summary, chinese).patent();
        assertThat(List.of(merged.title(), merged.abstractText()))
                .containsExactly("Boat with a keel", "It has a keel.");
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
        assertThat(Reading.lastChange(given("1969-12-31", "t"))).isEqualTo(-1);
        assertThat(Reading.lastChange(given("soon", "t"))).isEqualTo(Reading.UNTOLD);
        Patent plain = ReadRecords.of(ReadRecords.read("US-1-A1", "900", "2", "s", false, "t"));
        assertThat(Reading.lastChange(plain)).isEqualTo(Reading.UNTOLD);
    }

    @Test
    void theLatestListsCountHoweverManyOlderRecordsStandBesideThem() {
        Patent latest = owned("2023-03-01", NEW);
        Patent old = owned("2023-01-05", OLD, OTHER);
        Patent undated = owned(null, OLD, OTHER);
        for (List<Integer> files : List.of(List.of(0, 1, 2), List.of(0, 0, 0), List.of(0, 1, 1), List.of(0, 0, 1))) {
            assertThat(applicants(files, latest, old, old)).containsExactly(NEW);
            assertThat(applicants(files, old, old, latest)).containsExactly(NEW);
            assertThat(applicants(files, old, latest, old)).containsExactly(NEW);
            assertThat(applicants(files, undated, latest, old)).containsExactly(NEW);
            assertThat(applicants(files, latest, undated, undated)).containsExactly(NEW);
        }
        // Of a day before 1970 as well.
        assertThat(applicants(List.of(0, 1), owned("1968-03-01", OLD, OTHER), owned("1969-03-01", NEW)))
                .containsExactly(NEW);
    }

    @Test
    void recordsOfOneDayFillOneAnotherAsThoseWithoutADayDo() {
        for (String day : new String[] {null, "2023-01-05"}) {
            assertThat(applicants(List.of(0, 1), owned(day, NEW), owned(day, OLD, OTHER)))
                    .containsExactly(OLD, OTHER);
            assertThat(applicants(List.of(0, 0), owned(day, NEW), owned(day, OTHER, OLD)))
                    .as("rows of one record")
                    .containsExactly(NEW, OLD, OTHER);
        }
    }

    @Test
    void anotherSourceStandsBesideTheCorrectedRecordAlone() {
        Patent lens = owned("lens", null, List.of(), NEW);
        Patent latest = owned("2023-03-01", NEW);
        Patent old = owned("2023-01-05", OLD, OTHER);
        assertThat(applicants(List.of(0, 1, 2, 3), lens, latest, old, old)).containsExactly(NEW);
        assertThat(applicants(List.of(0, 1, 2), lens, old, old)).containsExactly(OLD, OTHER);
    }

    @Test
    void aPriorityThatTheLatestRecordDroppedIsGone() {
        Patent latest = owned("docdb", "2023-03-01", List.of("US2020A"), NEW);
        Patent old = owned("docdb", "2023-01-05", List.of("US2020A", "US2019A"), NEW);
        Patent bare = owned("docdb", "2023-04-01", List.of(), NEW);
        assertThat(fold(old, latest).patent().applications()).containsExactly("US2020A");
        assertThat(fold(old, latest, bare).patent().applications()).containsExactly("US2020A");
    }

    @Test
    void aMarkWithoutADayCountsWhateverStandsBesideIt() {
        Merged merged = fold(owned(null, OLD), owned("2023-03-01", NEW), deleted(null));
        assertThat(merged.patent().withdrawn()).isTrue();
        assertThat(merged.outcomes()).containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.WITHDRAWN_MARKED);
    }
}
