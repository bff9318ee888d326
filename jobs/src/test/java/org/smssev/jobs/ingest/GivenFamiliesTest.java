package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;

/** Families that are given beside records that name none and are linked with others. */
@ExtendWith(LocalSpark.class)
class GivenFamiliesTest {
    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    private Source source(String name, String records) throws IOException {
        return ReleaseRuns.mapped(
                name,
                ReleaseFiles.write(folder.resolve(name + ".csv"), "number,title,priorities,family,out\n" + records),
                Map.of(
                        "publication-number", "number",
                        "title", "title",
                        "priority-numbers", "priorities",
                        "family-id", "family",
                        "withdrawn", "out"));
    }

    private static List<String> families(MemoryContext context) {
        return ReleaseRuns.column(context, Patent.class, "publication_number || ' ' || family_id").stream()
                .sorted()
                .toList();
    }

    @Test
    void anotherRecordThatNamesNoFamilyMovesNoPublicationWhicheverComesFirst() throws IOException {
        Source silent =
                source("silent", "US1B2,a,US 16000001;US 16000003,,\nUS2B2,b,US 16000003,,\nUS3B2,c,US 16000003,,\n");
        Source telling = source("telling", "US1B2,a,,900,\nUS2B2,b,,800,\n");

        List<String> expected = List.of("US-1-B2 900", "US-2-B2 800", "US-3-B2 800");
        assertThat(families(runs.run("1", null, silent, telling))).isEqualTo(expected);
        assertThat(families(runs.run("1", null, telling, silent))).isEqualTo(expected);
    }

    @Test
    void aCorrectionThatNamesNoFamilyLeavesAKnownPublicationInIts() throws IOException {
        MemoryContext one =
                runs.run("1", null, source("one", "US1B2,a,US 16000001;US 16000003,900,\nUS2B2,b,US 16000003,800,\n"));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two = runs.run(
                "2", one, source("two", "US1B2,a corrected,US 16000001;US 16000003,,\nUS4B2,d,US 16000001,,\n"));

        assertThat(families(two)).startsWith("US-1-B2 900", "US-2-B2 800");
        assertThat(ReleaseRuns.column(two, Patent.class, "title")).contains("a corrected");
    }

    @Test
    void publicationsThatDifferInTheirKindAreOfOneFamilyWhereNothingElseIsTold() throws IOException {
        Map<String, String> columns = Map.of("publication-number", "number", "title", "title", "ipc", "title");
        Source one = ReleaseRuns.mapped(
                "one",
                ReleaseFiles.write(
                        folder.resolve("one.csv"),
                        "number,title\nCN103175679A,a\nCN103175679B,a\nEP1234567A1,b\nJP2001118988A,c\n"),
                columns);
        Source more = ReleaseRuns.mapped(
                "more",
                ReleaseFiles.write(folder.resolve("more.csv"), "number,title\nEP1234567B1,b\nJP2001118988A,c new\n"),
                columns);

        MemoryContext first = runs.run("1", null, one);
        assertThat(families(first))
                .containsExactly(
                        "CN-103175679-A CN-103175679-A",
                        "CN-103175679-B CN-103175679-A",
                        "EP-1234567-A1 EP-1234567-A1",
                        "JP-2001118988-A JP-2001118988-A");
        runs.mode = Release.Mode.INCREMENT;
        assertThat(families(runs.run("2", first, more)))
                .contains(
                        "EP-1234567-A1 EP-1234567-A1",
                        "EP-1234567-B1 EP-1234567-A1",
                        "JP-2001118988-A JP-2001118988-A");

        // Beside a source that names families they are of these.
        runs.mode = Release.Mode.SNAPSHOT;
        assertThat(families(runs.run("1", null, one, source("telling", "CN103175679B,a,,77,\n"))))
                .contains("CN-103175679-A 77", "CN-103175679-B 77");
    }

    @Test
    void aPublicationThatComesBackJoinsTheFamilyOfItsNumber() throws IOException {
        Map<String, String> columns = Map.of("publication-number", "number", "title", "title", "ipc", "title");
        Source one = ReleaseRuns.mapped(
                "one",
                ReleaseFiles.write(folder.resolve("one.csv"), "number,title\nCN103175679A,a\nCN103175679B,b\n"),
                columns);
        Source marks = ReleaseRuns.mapped(
                "marks",
                ReleaseFiles.write(folder.resolve("marks.csv"), "number,out\nCN103175679B,x\n"),
                Map.of("publication-number", "number", "withdrawn", "out"));
        Source again = ReleaseRuns.mapped(
                "again", ReleaseFiles.write(folder.resolve("again.csv"), "number,title\nCN103175679B,back\n"), columns);

        MemoryContext first = runs.run("1", null, one);
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext second = runs.run("2", first, marks);
        assertThat(families(runs.run("3", second, again, source("telling", "CN103175679A,a,,77,\n"))))
                .containsExactly("CN-103175679-A 77", "CN-103175679-B 77");
    }

    @Test
    void aColumnOfPrioritiesTakesTheNumbersThatStoodForThem() throws IOException {
        String head = "Application Id,Title,I P C,Applicants";
        Source without = ReleaseRuns.source(
                "p", ReleaseFiles.write(folder.resolve("p1.csv"), head + "\nWO2016136990,t,A61M 1/36,A\n"));
        Source with = ReleaseRuns.source(
                "p",
                ReleaseFiles.write(folder.resolve("p2.csv"), head + ",Priority Data\nWO2016136990,t,A61M 1/36,A,\n"));
        MemoryContext first = runs.run("1", null, without);
        String keys = "concat_ws(',', applications)";

        assertThat(ReleaseRuns.column(first, Patent.class, keys)).containsExactly("WO-2016136990");
        assertThat(ReleaseRuns.column(runs.run("2", first, with), Patent.class, keys))
                .containsExactly("");
    }

    @Test
    void aFamilyThatAnIncrementNamesWinsOverTheOneBeforeWhicheverSourceComesFirst() throws IOException {
        MemoryContext one = runs.run("1", null, source("one", "US1B2,a,,900,\nUS2B2,b,,800,\n"));
        runs.mode = Release.Mode.INCREMENT;
        Source titles = ReleaseRuns.mapped(
                "titles",
                ReleaseFiles.write(folder.resolve("titles.csv"), "number,title\nUS1B2,a new\nUS2B2,b new\n"),
                Map.of("publication-number", "number", "title", "title"));
        Source named = source("named", "US1B2,,,800,\n");

        List<String> expected = List.of("US-1-B2 800", "US-2-B2 800");
        assertThat(families(runs.run("2", one, titles, named))).isEqualTo(expected);
        assertThat(families(runs.run("2", one, named, titles))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 0", "true, 10000"})
    void anEmptyFamilyOfATableWithoutLinksLeavesAKnownPublicationInIts(boolean areDigested, int length)
            throws IOException {
        MemoryContext one = runs.run("1", null, source("one", "US1B2,a,US 16000001,900,\nUS2B2,b,,800,\nUS3B2,c,,,\n"));
        runs.mode = Release.Mode.INCREMENT;
        runs.most = areDigested ? runs.most : 0;
        String text = "x".repeat(length);
        Source table = ReleaseRuns.mapped(
                "table",
                ReleaseFiles.write(
                        folder.resolve("table.csv"),
                        "number,title,family,text\nUS1B2,a new,," + text + "\nUS2B2,b new,700," + text
                                + "\nUS3B2,c new,-," + text + "\nUS4B2,d,0," + text + "\n"),
                Map.of("publication-number", "number", "title", "title", "family-id", "family"));
        MemoryContext two = runs.run("2", one, table);

        assertThat(families(two)).containsExactly("US-1-B2 900", "US-2-B2 700", "US-3-B2 US-3-B2", "US-4-B2 US-4-B2");
        assertThat(ReleaseRuns.column(two, Patent.class, "title")).contains("a new", "b new", "c new");
        assertThat(families(runs.run("3", two, table))).isEqualTo(families(two));
    }

    @Test
    void aRecordThatMarksAWithdrawalLinksNothing() throws IOException {
        Source source =
                source("s", "US1B2,a,US 16000001,,\nUS2B2,b,US 16000002,,\nUS3B2,c,US 16000001;US 16000002,,yes\n");

        assertThat(families(runs.run("1", null, source)))
                .containsExactly("US-1-B2 US-1-B2", "US-2-B2 US-2-B2", "US-3-B2 US-3-B2");
    }

    @Test
    void aPublicationThatAnotherSourceMarksAsWithdrawnLinksNothing() throws IOException {
        Source marks = ReleaseRuns.mapped(
                "marks",
                ReleaseFiles.write(folder.resolve("marks.csv"), "number,out\nUS3B2,yes\nUS2B2,no\n"),
                Map.of("publication-number", "number", "withdrawn", "out"));
        Source linking =
                source("s", "US1B2,a,US 16000001,,\nUS2B2,b,US 16000002,,\nUS3B2,c,US 16000001;US 16000002,,\n");

        List<String> expected = List.of("US-1-B2 US-1-B2", "US-2-B2 US-2-B2", "US-3-B2 US-3-B2");
        assertThat(families(runs.run("1", null, marks, linking))).isEqualTo(expected);
        assertThat(families(runs.run("1", null, linking, marks))).isEqualTo(expected);
        Source markedLater = source(
                "t",
                "US1B2,a,US 16000001,,N\nUS2B2,b,US 16000002,,\nUS3B2,c,US 16000001;US 16000002,,\nUS3B2,c,,,yes\n");
        assertThat(families(runs.run("1", null, markedLater))).isEqualTo(expected);
    }

    @Test
    void aRecordThatLinksTwoGivenFamiliesTakesNoOtherIntoTheLesser() throws IOException {
        Source source = source(
                "s",
                "US1B2,a,US 16000001,48,\nUS2B2,b,US 16000001,820,\nUS3B2,c,US 16000003,820,\nUS4B2,d,US 16000003,,\n"
                        + "US5B2,e,US 16000001;US 16000003,,\n");

        assertThat(families(runs.run("1", null, source))).contains("US-4-B2 820");
    }

    @Test
    void aPublicationThatMovesToAnotherFamilyTakesWhatItLinksThereAndAWithdrawnOneNothing() throws IOException {
        MemoryContext one = runs.run(
                "1",
                null,
                source("s", "US1B2,a,US 16000001,100,\nUS2B2,b,US 16000002,300,\nUS8B2,h,US 16000008,800,\n"));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two = runs.run(
                "2",
                one,
                source(
                        "t",
                        "US1B2,a,US 16000001,200,\nUS3B2,c,US 16000001,,\nUS2B2,b,,,yes\nUS4B2,d,US 16000002,,\n"
                                + "US5B2,e,US 16000008,,\n"));

        assertThat(families(two))
                .contains("US-1-B2 200", "US-3-B2 200", "US-4-B2 US-4-B2", "US-5-B2 800", "US-8-B2 800");
        assertThat(two.quality.get("families_apart release")).isIn(null, 0.0);
    }

    @Test
    void aDerivedFamilyThatARecordLeavesByItsNumberAloneIsToldToBeApart() throws IOException {
        MemoryContext one = runs.run("1", null, source("s", "US1B2,a,US 16000001,,\nUS2B2,b,US 16000001,,\n"));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two = runs.run("2", one, source("t", "US1B2,a,,400,\n"));

        assertThat(families(two)).containsExactly("US-1-B2 400", "US-2-B2 US-1-B2");
        assertThat(two.quality).containsEntry("families_apart release", 1.0);
    }

    @Test
    void whatAnEarlierReleaseWithdrewLinksNothing() throws IOException {
        MemoryContext one = runs.run("1", null, source("s", "US1B2,a,US 16000001,,\nUS2B2,b,US 16000001,,\n"));
        MemoryContext two = runs.run("2", one, source("t", "US2B2,b,US 16000001,,\n"));
        assertThat(families(two)).containsExactly("US-1-B2 US-1-B2", "US-2-B2 US-2-B2");
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext three = runs.run("3", two, source("u", "US9B2,c,US 16000001,,\n"));
        assertThat(families(three)).containsExactly("US-1-B2 US-1-B2", "US-2-B2 US-2-B2", "US-9-B2 US-2-B2");
        assertThat(three.quality).containsEntry("families_apart release", 0.0);
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 0", "true, 10000"})
    void aPublicationThatComesBackJoinsTheFamilyOfWhatItIsLinkedWith(boolean areDigested, int length)
            throws IOException {
        runs.most = areDigested ? runs.most : 0;
        MemoryContext one = runs.run(
                "1",
                null,
                source(
                        "one",
                        "US1A1,a,US 16000001,,\nUS1B1,a,US 16000001,,\nUS2A1,b,US 16000002,,yes\nUS2B1,b,US 16000002,,\n"
                                + "US3A1,c,US 16000003,300,\nUS4A1,d,US 16000004,,\nUS4B1,d,US 16000004,,\n"));
        MemoryContext two = runs.run(
                "2", one, source("two", "US1B1,a,US 16000001,,\nUS2B1,b,US 16000002,,\nUS3B1,c,US 16000003,301,\n"));
        runs.mode = Release.Mode.INCREMENT;
        String records = "US1A1,a,US 16000001,,\nUS2A1,b,US 16000002,,\nUS3A1,c,US 16000003,,\nUS4B1,d,US 16000004,,\n";
        MemoryContext three =
                runs.run("3", two, source("three", records + "US9A1," + "x".repeat(length) + ",US 16000009,,\n"));

        assertThat(families(three))
                .contains("US-1-A1 US-1-B1", "US-1-B1 US-1-B1", "US-2-A1 US-2-B1", "US-2-B1 US-2-B1")
                .as("a given family, and one that nothing links")
                .contains("US-3-A1 300", "US-4-B1 US-4-A1");
        assertThat(three.quality).as("300 and 301").containsEntry("families_apart release", 1.0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publicationsThatComeBackAreOfOneFamilyWhereOnlyEachOtherLinksThem(boolean areDigested) throws IOException {
        runs.most = areDigested ? runs.most : 0;
        String stays = "US9A1,i,US 16000009,,\n";
        MemoryContext one = runs.run(
                "1", null, source("one", stays + "US1A1,a,,,\nUS2A1,b,,,\nUS3A1,c,,300,\nUS4A1,d,,,\nUS5A1,e,,,\n"));
        MemoryContext two = runs.run("2", one, source("two", stays));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext three = runs.run(
                "3",
                two,
                source(
                        "three",
                        "US1A1,a,US 16000001,,\nUS2A1,b,US 16000001,,\nUS3A1,c,US 16000003,,\nUS4A1,d,US 16000003,,\n"
                                + "US5A1,e,US 16000005,,\nUS6A1,f,US 16000005,,\n"));

        assertThat(families(three))
                .contains("US-1-A1 US-1-A1", "US-2-A1 US-1-A1")
                .as("with one of a given family")
                .contains("US-3-A1 300", "US-4-A1 300")
                .as("with a new one")
                .contains("US-5-A1 US-5-A1", "US-6-A1 US-5-A1");
    }

    @Test
    void derivedFamiliesThatAnIncrementNamesForOthersOfTheirApplicationAreTold() throws IOException {
        MemoryContext one = runs.run(
                "1",
                null,
                source("one", "US1A1,a,US 16000001,,\nUS2A1,b,US 16000002,,\nUS3A1,c,US 16000003,700,\nUS4A1,d,,,\n"));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two = runs.run(
                "2",
                one,
                source("two", "US1B2,a,US 16000001,777,\nUS2A1,b,US 16000002,778,\nUS3B2,c,US 16000003,779,\n"));

        // US 2 is named itself, and US 3 has a given family.
        assertThat(families(two)).contains("US-1-A1 US-1-A1", "US-1-B2 777", "US-2-A1 778", "US-3-A1 700");
        assertThat(two.quality).containsEntry("families_apart release", 1.0);
    }

    private Source applications(String name, String records) throws IOException {
        return ReleaseRuns.mapped(
                name,
                ReleaseFiles.write(folder.resolve(name + ".csv"), "number,title,application,priorities\n" + records),
                Map.of(
                        "publication-number", "number",
                        "title", "title",
                        "application-number", "application",
                        "priority-numbers", "priorities"));
    }

    @Test
    void aGrantIsOfTheFamilyOfItsApplicationWhicheverRecordTellsThatLink() throws IOException {
        Source naming = source("naming", "EP1111111A1,A kite,US2011100001P,F1,\nEP2222222A1,A drone,,F2,\n");
        Source linking = applications(
                "linking", "EP2222222A1,A drone,EP20130000001,\nEP2222222B1,A drone,EP20130000001,US2011100001P\n");

        List<String> expected = List.of("EP-1111111-A1 F1", "EP-2222222-A1 F2", "EP-2222222-B1 F2");
        assertThat(families(runs.run("1", null, naming, linking))).isEqualTo(expected);
        assertThat(families(runs.run("1", null, linking, naming))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGrantIsOfTheFamilyOfItsApplicationWhichAnIncrementTellsOfAKnownPublication(boolean areDigested)
            throws IOException {
        MemoryContext one =
                runs.run("1", null, applications("one", "EP1111111A1,A kite,,US2011100001P\nEP2222222A1,A drone,,\n"));
        runs.mode = Release.Mode.INCREMENT;
        runs.most = areDigested ? runs.most : 0;
        MemoryContext two = runs.run(
                "2",
                one,
                applications(
                        "two",
                        "EP2222222A1,A drone,EP20130000001,\nEP2222222B1,A drone,EP20130000001,US2011100001P\n"));

        assertThat(families(two))
                .containsExactly(
                        "EP-1111111-A1 EP-1111111-A1", "EP-2222222-A1 EP-2222222-A1", "EP-2222222-B1 EP-2222222-A1");
    }
}
