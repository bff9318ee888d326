package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.ReleaseRuns.COLUMNS;
import static org.smssev.jobs.ingest.ReleaseRuns.LINKS;
import static org.smssev.jobs.ingest.ReleaseRuns.LINK_HEADER;
import static org.smssev.jobs.ingest.ReleaseRuns.ledger;
import static org.smssev.jobs.ingest.ReleaseRuns.patents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.testing.LocalSpark;

/** Records of several sources and releases put together. */
@ExtendWith(LocalSpark.class)
class ReleasesTest {
    @TempDir
    private Path folder;

    ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    @Test
    void rejectedRecordIsTakenOnceItsTextIsMendedAndGivenAgain() throws IOException {
        runs.source("s", "again/1.csv", "US1A1,a,,,,\n,\"no, number\",H01M10/05,,,\n");
        Source all = ReleaseRuns.mapped("s", folder.resolve("again"), COLUMNS);
        MemoryContext first = runs.run("1", null, all);
        assertThat(ledger(first, "1")).hasSize(1);
        String raw = ReleaseRuns.column(first, Quarantined.class, "raw").get(0);

        runs.source("s", "again/2.csv", "US2A1" + raw + "\n");
        MemoryContext second = runs.run("1", null, all);
        assertThat(patents(second, "publication_number || ' ' || title"))
                .containsExactly("US-1-A1 a", "US-2-A1 no, number");
        assertThat(second.rows(LedgerEntry.class))
                .extracting(e -> e.file() + " " + e.newRecords() + " " + e.quarantined())
                .containsExactlyInAnyOrder("1.csv 1 1", "2.csv 1 0");
    }

    @Test
    void rejectedRecordsOfEarlierReleasesStayWhetherALaterOneHasSomeOrNone() throws IOException {
        MemoryContext first = runs.run("1", null, runs.source("s", "some/1.csv", "US1A1,a,,,,\n,no number,,,,\n"));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext none = runs.run("2", first, runs.source("s", "some/2.csv", "US2A1,b,,,,\n"));
        MemoryContext more = runs.run("3", none, runs.source("s", "some/3.csv", "US3A1,c,,,,\n,nor this,,,,\n"));

        assertThat(ReleaseRuns.column(none, Quarantined.class, "release || ' ' || file"))
                .containsExactly("1 1.csv");
        assertThat(ReleaseRuns.column(more, Quarantined.class, "release || ' ' || file"))
                .containsExactly("1 1.csv", "3 3.csv");
    }

    @Test
    void repeatedRecordsFillOneAnotherWithoutBlanking() throws IOException {
        Source first = runs.source(
                "a",
                "a.csv",
                "US1A1,Title,H01M 10/05,ACME; BOLT,US; ,\nUS1A1,Other title,H01M 10/05;H02J 7/00,,,\nUS2A1,,,ONE,,\n");
        Source second = runs.source(
                "b", "b.csv", "US 1 A1,,,ACME; BOLT,US; DE,\nUS2A1,Two,H01M 4/02,,,\nUS3A1,Three,H01M 4/02,,,\n");
        MemoryContext context = runs.run("1", null, first, second);
        assertThat(patents(
                        context,
                        "concat_ws('|', publication_number, title, array_join(ipc.symbol, '+'),"
                                + " array_join(applicants.name, '+'), array_join(applicants.country, '+'),"
                                + " array_join(sources, '+'))"))
                .containsExactly(
                        "US-1-A1|Title|H01M 10/05+H02J 7/00|ACME+BOLT|US+DE|a+b",
                        "US-2-A1|Two|H01M 4/02|ONE||a+b",
                        "US-3-A1|Three|H01M 4/02|||b");
        assertThat(ledger(context, "1"))
                .containsExactly(List.of(3L, 2L, 0L, 0L, 1L, 0L, 0L), List.of(3L, 1L, 0L, 0L, 2L, 0L, 0L));
    }

    @Test
    void applicationsAndPrioritiesMakeFamiliesWhereNoneIsGiven() throws IOException {
        Path file = ReleaseFiles.write(
                folder.resolve("links.csv"),
                LINK_HEADER
                        + "US20190000001A1,US 16/123456,,X1,\n"
                        + "US10900001B2,US201916123456A,KR 10-2017-0000001,X1,\n"
                        + "EP3000001A1,EP 18000001,KR1020170000001,X1,\n"
                        + "EP3000001B1,EP18000001A,,X2,\n"
                        + "JP2019000001A,JP 2018-1,,,DE5A1\n"
                        + "DE5A1,DE 5,,X3,\n"
                        + "FR7A1,FR 7,-,X3,\n"
                        + "FR8A1,FR 8,NA,,\n");
        Source source = ReleaseRuns.mapped("s", file, LINKS);
        assertThat(patents(runs.run("1", null, source), "publication_number || ' ' || family_id"))
                .containsExactly(
                        "DE-5-A1 DE-5-A1",
                        "EP-3000001-A1 EP-3000001-A1",
                        "EP-3000001-B1 EP-3000001-A1",
                        "FR-7-A1 FR-7-A1",
                        "FR-8-A1 FR-8-A1",
                        "JP-2019000001-A DE-5-A1",
                        "US-10900001-B2 EP-3000001-A1",
                        "US-20190000001-A1 EP-3000001-A1");
        runs.families = IngestConfig.Families.EXTENDED;
        assertThat(patents(runs.run("1", null, source), "publication_number || ' ' || family_id"))
                .containsExactly(
                        "DE-5-A1 X3",
                        "EP-3000001-A1 X1",
                        "EP-3000001-B1 X2",
                        "FR-7-A1 X3",
                        "FR-8-A1 FR-8-A1",
                        "JP-2019000001-A JP-2019000001-A",
                        "US-10900001-B2 X1",
                        "US-20190000001-A1 X1");
    }

    @Test
    void aRejectedRecordLinksNothing() throws IOException {
        Map<String, String> columns = Map.of(
                "publication-number",
                "number",
                "priority-numbers",
                "priorities",
                "publication-date",
                "date",
                "family-id",
                "family");
        String good = "US1A1,US 60/000001,2020-01-01,\nEP2A1,US 60/000002,2020-01-01,\n";
        for (String family : List.of("", "F0")) {
            Path file = ReleaseFiles.write(
                    folder.resolve("bad" + family + ".csv"),
                    "number,priorities,date,family\n" + good + "AU1A,US 60/000001;US 60/000002,2020-02-30," + family
                            + "\n");
            MemoryContext context = runs.run("1", null, ReleaseRuns.mapped("s", file, columns));
            assertThat(patents(context, "publication_number || ' ' || family_id"))
                    .containsExactly("EP-2-A1 EP-2-A1", "US-1-A1 US-1-A1");
        }
    }

    @Test
    void aFamilyOfBlanksOfAnyKindIsNoneAndSoAreZeroAndMinusOne() throws IOException {
        Map<String, String> columns =
                Map.of("publication-number", "number", "priority-numbers", "priorities", "family-id", "family");
        Path file = ReleaseFiles.write(
                folder.resolve("blanks.csv"),
                "number,family,priorities\nUS1A1,\"\t\",US 6\nEP2A1,,US 6\nDE3A1,\u3000,US 6\nFR4A1, ,US 6\n"
                        + "KR5A,0,US 6\nJP6A,-1,US 6\n");
        assertThat(patents(runs.run("1", null, ReleaseRuns.mapped("s", file, columns)), "family_id"))
                .containsOnly("DE-3-A1")
                .hasSize(6);
    }

    @Test
    void keysOfAllSourcesLinkWhatAnIncrementAdds() throws IOException {
        Path a = ReleaseFiles.write(folder.resolve("a.csv"), LINK_HEADER + "US1A1,US 15/1,US 60/1,,\n");
        Path b = ReleaseFiles.write(folder.resolve("b.csv"), LINK_HEADER + "US1A1,,US 60/2,,\n");
        MemoryContext one = runs.run("1", null, ReleaseRuns.mapped("a", a, LINKS), ReleaseRuns.mapped("b", b, LINKS));
        runs.mode = Release.Mode.INCREMENT;
        Path next = ReleaseFiles.write(folder.resolve("more.csv"), LINK_HEADER + "EP2A1,EP 16/1,US 60/2,,\n");
        MemoryContext two = runs.run("2", one, ReleaseRuns.mapped("a", next, LINKS));

        assertThat(patents(two, "concat_ws(' ', publication_number, family_id, array_join(applications, '+'))"))
                .containsExactly("EP-2-A1 US-1-A1 EP161+US602", "US-1-A1 US-1-A1 US151+US601+US602");
    }

    @Test
    void aCorrectionThatTellsNothingOfFamiliesLeavesThemAsTheyAre() throws IOException {
        Path file = ReleaseFiles.write(folder.resolve("two.csv"), LINK_HEADER + "US1A1,,US 60/1,,\nEP2A1,,US 60/1,,\n");
        MemoryContext one = runs.run("1", null, ReleaseRuns.mapped("a", file, LINKS));
        runs.mode = Release.Mode.INCREMENT;
        Path next = ReleaseFiles.write(folder.resolve("titles.csv"), "number,title\nUS1A1,corrected\nFR3A1,new\n");
        MemoryContext two = runs.run(
                "2", one, ReleaseRuns.mapped("a", next, Map.of("publication-number", "number", "title", "title")));

        assertThat(patents(two, "concat_ws(' ', publication_number, family_id, title)"))
                .containsExactly("EP-2-A1 EP-2-A1", "FR-3-A1 FR-3-A1 new", "US-1-A1 EP-2-A1 corrected");
    }

    @Test
    void familiesThatOneSourceNamesAreThoseOfTheOthersToo() throws IOException {
        Map<String, String> named =
                Map.of("publication-number", "number", "application-number", "application", "family-id", "family");
        Path names = ReleaseFiles.write(
                folder.resolve("named.csv"),
                "number,application,family\nUS1A1,US 16/000001,900\nEP2A1,EP 2,900\nJP3A,JP 3,800\nKR6A,KR 6,NA\n");
        Path others = ReleaseFiles.write(
                folder.resolve("others.csv"),
                LINK_HEADER
                        + "US7B2,US16000001,,,\n"
                        + "US7E1,,,,US7B2\n"
                        + "JP3A,JP 3,JP 2000-1,,\n"
                        + "CN4A,CN 4,JP 2000-1,,\n"
                        + "CN5A,CN 5,,,\n");
        MemoryContext context =
                runs.run("1", null, ReleaseRuns.mapped("b", others, LINKS), ReleaseRuns.mapped("a", names, named));
        assertThat(patents(context, "publication_number || ' ' || family_id"))
                .containsExactly(
                        "CN-4-A 800",
                        "CN-5-A CN-5-A",
                        "EP-2-A1 900",
                        "JP-3-A 800",
                        "KR-6-A KR-6-A",
                        "US-1-A1 900",
                        "US-7-B2 900",
                        "US-7-E1 900");
    }

    @Test
    void whatAnIncrementAddsJoinsTheFamiliesOfEarlierReleases() throws IOException {
        Map<String, String> named =
                Map.of("publication-number", "number", "application-number", "application", "family-id", "family");
        Path names = ReleaseFiles.write(folder.resolve("n.csv"), "number,application,family\nEP2A1,EP 2,900\n");
        Path first = ReleaseFiles.write(
                folder.resolve("first.csv"),
                LINK_HEADER + "US1A1,US 16/000001,KR 2000-1,,\nKR9A,KR 2000-1,,,\nFR7A1,FR 7,,,\nFR8A1,FR 8,,,\n");
        MemoryContext one =
                runs.run("1", null, ReleaseRuns.mapped("a", names, named), ReleaseRuns.mapped("b", first, LINKS));
        assertThat(patents(one, "concat_ws(' ', publication_number, family_id, array_join(applications, '+'))"))
                .containsExactly(
                        "EP-2-A1 900 EP2",
                        "FR-7-A1 FR-7-A1 FR7",
                        "FR-8-A1 FR-8-A1 FR8",
                        "KR-9-A KR-9-A KR20001",
                        "US-1-A1 KR-9-A KR20001+US16000001");

        runs.mode = Release.Mode.INCREMENT;
        Path next = ReleaseFiles.write(
                folder.resolve("next.csv"),
                LINK_HEADER
                        // The grant of an application, a publication known by its member, one that joins two families,
                        // a correction that is sent alone, and one of its own.
                        + "US2B2,US 16000001 20190203,,,\n"
                        + "EP2B1,,,,EP2A1\n"
                        + "FR9A1,FR 9,FR 7; FR 8,,\n"
                        + "US1A1,US 16/000001,KR 2000-1; KR 2000-2,,\n"
                        + "CN5A,CN 5,,,\n");
        MemoryContext two = runs.run("2", one, ReleaseRuns.mapped("b", next, LINKS));
        assertThat(patents(two, "publication_number || ' ' || family_id"))
                .containsExactly(
                        "CN-5-A CN-5-A",
                        "EP-2-A1 900",
                        "EP-2-B1 900",
                        "FR-7-A1 FR-7-A1",
                        "FR-8-A1 FR-8-A1",
                        "FR-9-A1 FR-7-A1",
                        "KR-9-A KR-9-A",
                        "US-1-A1 KR-9-A",
                        "US-2-B2 KR-9-A");
        assertThat(two.quality).containsEntry("families_apart release", 1.0);
        assertThat(ReleaseRuns.column(two, Family.class, "family_id || ' ' || n_publications"))
                .containsExactly("900 2", "CN-5-A 1", "FR-7-A1 2", "FR-8-A1 1", "KR-9-A 3");
    }

    @Test
    void sameReleaseAgainChangesNothingAndAChangedFileIsNoticed() throws IOException {
        Source source = runs.source("s", "r.csv", "US1A1,One,H01M 4/02,ACME,US,\nUS2A1,Two,,,,\nUS9A1,Nine,,,,\n");
        MemoryContext one = runs.run("1", null, source);
        MemoryContext again = runs.run("2", one, source);
        assertThat(ledger(again, "2")).containsExactly(List.of(3L, 0L, 0L, 3L, 0L, 0L, 0L));
        assertThat(patents(again, "publication_number || record_hash || withdrawn || first_release"))
                .isEqualTo(patents(one, "publication_number || record_hash || withdrawn || first_release"));
        assertThat(again.quality).doesNotContainKey("file_changed s/r.csv");

        runs.mode = Release.Mode.INCREMENT;
        Source changed =
                runs.source("s", "r.csv", "US1A1,One mended,H01M 4/02,ACME,US,\nUS2A1,,,,,yes\nUS3A1,Three,,,,\n");
        MemoryContext two = runs.run("3", again, changed);
        assertThat(ledger(two, "3")).containsExactly(List.of(3L, 1L, 1L, 0L, 0L, 1L, 0L));
        assertThat(two.told).isEqualTo("release 3: 1 new, 1 corrected, 1 marked as withdrawn");
        assertThat(patents(two, "concat_ws(' ', publication_number, title, first_release, last_release, withdrawn)"))
                .containsExactly(
                        "US-1-A1 One mended 1 3 false",
                        // What is withdrawn keeps what was known of it.
                        "US-2-A1 Two 1 2 true",
                        "US-3-A1 Three 3 3 false",
                        "US-9-A1 Nine 1 2 false");
        assertThat(two.quality).containsEntry("file_changed s/r.csv", 1.0);
        assertThat(two.rows(LedgerEntry.class)).extracting(LedgerEntry::release).containsExactly("3", "2", "1");

        // Back to what the first release read: other bytes than the last one.
        Source back = runs.source("s", "r.csv", "US1A1,One,H01M 4/02,ACME,US,\nUS2A1,Two,,,,\nUS9A1,Nine,,,,\n");
        MemoryContext ten = runs.run("10", two, back);
        assertThat(ten.quality).containsEntry("file_changed s/r.csv", 1.0);
        // Its own bytes again, though by name release 3 comes after release 10.
        assertThat(runs.run("11", ten, back).quality).doesNotContainKey("file_changed s/r.csv");
    }

    @Test
    void aReleaseOfMoreRecordsThanDigestsTellIsMergedAll() throws IOException {
        runs.most = 3;
        MemoryContext one = runs.run("1", null, runs.source("s", "two.csv", "US1A1,a,,,,\nUS2A1,b,,,,\n"));
        Source five = runs.source("s", "five.csv", "US1A1,a,,,,\nUS3A1,c,,,,\nUS4A1,d,,,,\nUS5A1,e,,,,\nUS5A1,,,A,,\n");
        MemoryContext two = runs.run("2", one, five);

        assertThat(ledger(two, "2")).containsExactly(List.of(5L, 3L, 0L, 1L, 1L, 0L, 1L));
        assertThat(two.told).isEqualTo("release 2: 3 new, 1 unchanged, 1 duplicate, 1 withdrawn because missing");
        assertThat(patents(two, "concat_ws(' ', publication_number, first_release, last_release, withdrawn)"))
                .containsExactly(
                        "US-1-A1 1 2 false",
                        "US-2-A1 1 1 true",
                        "US-3-A1 2 2 false",
                        "US-4-A1 2 2 false",
                        "US-5-A1 2 2 false");
    }

    @Test
    void columnsOfParquetThatHoldNumbersAndTimesGiveIdsAndDays(SparkSession spark) {
        Path file = folder.resolve("typed.parquet");
        spark.sql("SELECT * FROM VALUES"
                        + " ('US1A1', 38234.0D, TIMESTAMP '2015-06-17 13:45:00', 123456789012.0D),"
                        + " ('US2A1', -1.0D, TIMESTAMP '2015-06-18 00:00:00', 2.5D),"
                        + " ('US3A1', 0.0D, NULL, NULL), ('US4A1', double('NaN'), NULL, 1e19D),"
                        + " ('US5A1', 16777215D, NULL, double('Infinity')) AS t(number, family, filed, title)")
                .coalesce(1)
                .write()
                .parquet(file.toString());
        Source source = ReleaseRuns.mapped(
                "s",
                file,
                Map.of(
                        "publication-number",
                        "number",
                        "family-id",
                        "family",
                        "filing-date",
                        "filed",
                        "title",
                        "title"));
        assertThat(patents(
                        runs.run("1", null, source),
                        "concat_ws(' ', publication_number, family_id, filing_date, title)"))
                .containsExactly(
                        "US-1-A1 38234 2015-06-17 123456789012",
                        "US-2-A1 US-2-A1 2015-06-18 2.5",
                        "US-3-A1 US-3-A1",
                        "US-4-A1 US-4-A1 1.0E19",
                        "US-5-A1 16777215 Infinity");
    }

    @Test
    void aSnapshotDoesNotWithdrawWhatARejectedRecordIsOf() throws IOException {
        for (int most : new int[] {runs.most, 2}) {
            runs.most = most;
            String what = most + "/";
            MemoryContext one = runs.run("1", null, dated(what + "1.csv", "US1A1,a,\nUS2A1,b,\nUS3A1,c,\nUS4A1,d,\n"));
            MemoryContext two = runs.run(
                    "2",
                    one,
                    dated(
                            what + "2.csv",
                            "US1A1,a,\nUS2A1,b,2015-02-30\nUS4A1,d,2015-02-30\nUS4A1,d,\nUS9A1,i,2015-02-30\n"));

            assertThat(patents(
                            two, "concat_ws(' ', publication_number, title, first_release, last_release, withdrawn)"))
                    .containsExactly(
                            "US-1-A1 a 1 2 false", "US-2-A1 b 1 1 false", "US-3-A1 c 1 1 true", "US-4-A1 d 1 2 false");
            assertThat(ledger(two, "2")).containsExactly(List.of(5L, 0L, 0L, 2L, 0L, 0L, 1L));
            MemoryContext three = runs.run("3", two, dated(what + "3.csv", "US1A1,a,\nUS4A1,d,\n"));
            assertThat(patents(three, "concat_ws(' ', publication_number, withdrawn)"))
                    .containsExactly("US-1-A1 false", "US-2-A1 true", "US-3-A1 true", "US-4-A1 false");
        }
    }

    private Source dated(String file, String records) throws IOException {
        return ReleaseRuns.mapped(
                "s",
                ReleaseFiles.write(folder.resolve(file), "number,title,date\n" + records),
                Map.of("publication-number", "number", "title", "title", "publication-date", "date"));
    }
}
