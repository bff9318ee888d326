package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.jobs.testing.LocalSpark;

/** Corrections by files that have fewer columns than what they correct. */
@ExtendWith(LocalSpark.class)
class CorrectionsTest {
    private static final String SAID = "concat_ws('|', publication_number, title, array_join(ipc.symbol, '+'),"
            + " array_join(applicants.name, '+'), array_join(applicants.country, '+', '?'), array_join(sources, '+'))";

    private static final List<String> KEPT = List.of(
            "US-1-A1|One again|H01M 10/05|Bolt|DE|narrow+all",
            "US-2-A1|Two|H01M 10/05|CELL|KR|narrow+all",
            "US-3-A1|Three|H02J 7/00|DYNE|JP|all",
            "US-4-A1|Four||ACME|?|narrow");

    @TempDir
    private Path folder;

    ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    private MemoryContext first() throws IOException {
        return runs.run(
                "1",
                null,
                runs.source(
                        "all",
                        "all.csv",
                        "US1A1,One,H01M 10/05,ACME; BOLT,US; DE,\n"
                                + "US2A1,Two,H01M 10/05,CELL,KR,\n"
                                + "US3A1,Three,H02J 7/00,DYNE,JP,\n"));
    }

    /** A source of numbers, titles and applicants, and of a text that nothing reads. */
    private Source narrow(String file, String text) throws IOException {
        Path written = ReleaseFiles.write(
                folder.resolve(file),
                "pn,name,who,text\nUS1A1,One again,Bolt," + text + "\nUS2A1,,," + text + "\nUS4A1,Four,ACME," + text
                        + "\n");
        return ReleaseRuns.mapped(
                "narrow", written, Map.of("publication-number", "pn", "title", "name", "applicants", "who"));
    }

    @Test
    void anIncrementLeavesWhatItDoesNotTell() throws IOException {
        MemoryContext first = first();
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext second = runs.run("2", first, narrow("narrow.csv", ""));
        assertThat(patents(second, SAID)).containsExactlyElementsOf(KEPT);
        assertThat(ledger(second, "2")).containsExactly(List.of(3L, 1L, 1L, 1L, 0L, 0L, 0L));

        MemoryContext again = runs.run("3", second, narrow("again.csv", "x"));
        assertThat(patents(again, SAID)).containsExactlyElementsOf(KEPT);
        assertThat(ledger(again, "3")).containsExactly(List.of(3L, 0L, 0L, 3L, 0L, 0L, 0L));
    }

    @Test
    void anIncrementThatIsHeldAgainstWhatIsThereLeavesTheSame() throws IOException {
        MemoryContext first = first();
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext second = runs.run("2", first, narrow("narrow.csv", "x".repeat(10_000)));
        assertThat(patents(second, SAID)).containsExactlyElementsOf(KEPT);
        assertThat(ledger(second, "2")).containsExactly(List.of(3L, 1L, 1L, 1L, 0L, 0L, 0L));
    }

    @Test
    void aLanguageThatWasToldStaysWhereACorrectionOnlyDetectsOne() throws IOException {
        Map<String, String> told = Map.of("publication-number", "pn", "title", "name", "title-language", "lang");
        MemoryContext first = runs.run(
                "1",
                null,
                ReleaseRuns.mapped(
                        "told",
                        ReleaseFiles.write(
                                folder.resolve("told.csv"),
                                "pn,name,lang\nDE1A1,Ruderboot,de\nDE2A1,Ruderboot,de\nDE3A1,Ruderboot,\n"),
                        told));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext second = runs.run(
                "2",
                first,
                ReleaseRuns.mapped(
                        "titles",
                        ReleaseFiles.write(
                                folder.resolve("titles.csv"),
                                "pn,name\nDE1A1,Ruderboot neu\nDE2A1,Ruderboot\nDE3A1,Ruderboot neu\n"),
                        Map.of("publication-number", "pn", "title", "name")));
        assertThat(patents(second, "concat_ws('|', publication_number, title, language)"))
                .containsExactly("DE-1-A1|Ruderboot neu|de", "DE-2-A1|Ruderboot|de", "DE-3-A1|Ruderboot neu|en");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void anIncrementKeepsTheSourcesOfWhatItTellsAgainAndASnapshotDoesNot(int length) throws IOException {
        String record = "DE1A1,Ruderboot,de," + "x".repeat(length) + "\n";
        Map<String, String> columns = Map.of("publication-number", "pn", "title", "name", "title-language", "lang");
        String header = "pn,name,lang,text\n";
        Source one = ReleaseRuns.mapped("one", ReleaseFiles.write(folder.resolve("one.csv"), header + record), columns);
        Source other =
                ReleaseRuns.mapped("other", ReleaseFiles.write(folder.resolve("other.csv"), header + record), columns);
        String said = "array_join(sources, '+')";

        MemoryContext both = runs.run("1", null, one, other);
        MemoryContext alone = runs.run("1", null, one);
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext again = runs.run("2", both, other);
        MemoryContext moved = runs.run("2", alone, other);
        assertThat(patents(again, said)).containsExactly("other+one");
        assertThat(patents(moved, said)).containsExactly("other+one");
        assertThat(List.of(ledger(again, "2"), ledger(moved, "2")))
                .containsOnly(List.of(List.of(1L, 0L, 0L, 1L, 0L, 0L, 0L)));

        runs.mode = Release.Mode.SNAPSHOT;
        assertThat(patents(runs.run("3", moved, other), said)).containsExactly("other");
    }

    /** German titles, with their languages or without, and a text that nothing reads. */
    private Source titled(String name, String title, String language, String text) throws IOException {
        Path file = ReleaseFiles.write(
                folder.resolve(name + ".csv"),
                "pn,name,lang,text\nDE1A1," + title + "," + language + "," + text + "\n");
        return ReleaseRuns.mapped(
                name, file, Map.of("publication-number", "pn", "title", "name", "title-language", "lang"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void aLanguageThatWasToldStaysThroughARecordThatSaysTheSame(int length) throws IOException {
        String title = "Das Boot mit dem Kiel und der Schraube";
        String text = "x".repeat(length);
        MemoryContext first = runs.run("1", null, titled("told", title, "de", ""));
        MemoryContext snapshot = runs.run("2", first, titled("detected", title, "", text));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext increment = runs.run("2", first, titled("detected", title, "", text));
        String said = "concat_ws('|', title, language)";
        assertThat(List.of(ledger(snapshot, "2"), ledger(increment, "2")))
                .containsOnly(List.of(List.of(1L, 0L, 0L, 1L, 0L, 0L, 0L)));

        Source next = titled("next", "Ruderboot", "", text);
        assertThat(patents(runs.run("3", increment, next), said)).containsExactly("Ruderboot|de");
        assertThat(patents(runs.run("3", snapshot, next), said)).containsExactly("Ruderboot|de");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void aTitleInThePreferredLanguageStaysThroughOneInAnother(int length) throws IOException {
        MemoryContext first = runs.run("1", null, titled("first", "Boat with a keel", "", ""));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext second = runs.run("2", first, titled("second", "带龙骨的船", "", "x".repeat(length)));
        assertThat(patents(second, "concat_ws('|', title, language)")).containsExactly("Boat with a keel|en");
        assertThat(ledger(second, "2")).containsExactly(List.of(1L, 0L, 0L, 1L, 0L, 0L, 0L));
    }

    @Test
    void aSnapshotCountsAsItIs() throws IOException {
        MemoryContext second = runs.run("2", first(), narrow("narrow.csv", ""));
        assertThat(patents(second, SAID)).startsWith("US-1-A1|One again||Bolt|?|narrow", "US-2-A1||||narrow");
    }
}
