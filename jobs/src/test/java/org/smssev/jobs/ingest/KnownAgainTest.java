package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.ReleaseRuns.COLUMNS;
import static org.smssev.jobs.ingest.ReleaseRuns.HEADER;
import static org.smssev.jobs.ingest.ReleaseRuns.LINKS;
import static org.smssev.jobs.ingest.ReleaseRuns.LINK_HEADER;
import static org.smssev.jobs.ingest.ReleaseRuns.ledger;
import static org.smssev.jobs.ingest.ReleaseRuns.patents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config.Text;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.table.InternalRows;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;

/** What a later release knows again, and what it makes of it. */
@ExtendWith(LocalSpark.class)
class KnownAgainTest {
    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    @Test
    void whatIsKnownAgainCountsAsWhatWasRead() throws IOException {
        runs.inventory = Files.writeString(
                        folder.resolve("inventory.txt"), "H01M0004020000;19680901;-\nH01M;19680901;-\n")
                .toString();
        Source source = runs.source(
                "s",
                "r.csv",
                "US1A1,One \ufffd,H01M 4/02;X9;H01M 9/99,ACME,US,\nUS2A1,Two,,,,\nUS3A1,,H01M 4/02,ACME,,\n,no number,,,,\n");
        MemoryContext one = runs.run("1", null, source);

        MemoryContext again = runs.run("2", one, source);

        assertThat(ledger(again, "2")).containsExactly(List.of(4L, 0L, 0L, 3L, 0L, 0L, 0L));
        assertThat(one.quality).containsEntry("ipc_malformed s", 1.0);
        Map<String, Double> ofSecond = new HashMap<>(again.quality);
        // There is none to compare with in a first release.
        assertThat(ofSecond.remove("publications_dropped release")).isZero();
        assertThat(ofSecond).isEqualTo(one.quality);
        assertThat(patents(again, "publication_number || last_release || reading"))
                .isEqualTo(patents(one, "publication_number || '2' || reading"));
    }

    @Test
    void aPublicationThatComesBackCountsWithItsSymbols() throws IOException {
        String stays = "US1A1,One,H01M 4/02,,,\n";
        MemoryContext one = runs.run("1", null, runs.source("s", "1.csv", stays + "US2A1,Two,C22C 1/00,,,\n"));
        MemoryContext two = runs.run("2", one, runs.source("s", "2.csv", stays));
        assertThat(symbols(two)).containsExactly("H01M 1", "H01M 4 1", "H01M 4/02 1");

        for (String code : List.of("C22C 1/00", "C22C 5/00")) {
            MemoryContext back = runs.run("3", two, runs.source("s", "3.csv", stays + "US2A1,Two," + code + ",,,\n"));
            assertThat(symbols(back))
                    .contains(code + " 1", "H01M 4/02 1")
                    .isEqualTo(symbols(IpcUses.counts(InternalRows.planned(back.dataset(Patent.class)))));
            assertThat(patents(back, "publication_number || first_release || last_release || withdrawn"))
                    .containsExactly("US-1-A113false", "US-2-A113false");
        }
    }

    private static List<String> symbols(MemoryContext context) {
        return symbols(
                context.rows(IpcUse.class).stream().collect(Collectors.toMap(IpcUse::symbol, IpcUse::publications)));
    }

    private static List<String> symbols(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .sorted()
                .toList();
    }

    @Test
    void charactersThatWereReplacedAreThoseOfTheFileThatIsRead() throws IOException {
        MemoryContext broken = runs.run("1", null, remarked("broken.csv", "\ufffd\ufffd"));
        MemoryContext sound = runs.run("1", null, remarked("sound.csv", "fine"));
        assertThat(broken.quality).containsEntry("text_replaced s", 2.0);
        assertThat(broken.warnings).contains("text_replaced s");
        assertThat(sound.warnings).doesNotContain("text_replaced s");

        assertThat(runs.run("2", broken, remarked("sound.csv", "fine")).quality.get("text_replaced s"))
                .isEqualTo(sound.quality.get("text_replaced s"));
        assertThat(runs.run("2", sound, remarked("broken.csv", "\ufffd\ufffd")).quality)
                .containsEntry("text_replaced s", 2.0);
        assertThat(runs.run("2", broken, remarked("broken.csv", "\ufffd\ufffd")).quality)
                .containsEntry("text_replaced s", 2.0);
    }

    @Test
    void moreRecordsThanShareARowAreKnownAmongOthersInSeveralFiles() throws IOException {
        Path files = folder.resolve("several");
        List<MemoryContext> both = new ArrayList<>();
        for (String title : List.of("one", "two")) {
            ReleaseFiles.write(folder.resolve("several/a.csv"), HEADER + many(0, 9_000, title));
            ReleaseFiles.write(folder.resolve("several/b.csv"), HEADER + many(9_000, 9_003, title));
            both.add(runs.run(title, both.isEmpty() ? null : both.get(0), ReleaseRuns.mapped("s", files, COLUMNS)));
        }

        // Every thousandth one is corrected.
        assertThat(ledger(both.get(1), "two"))
                .containsExactlyInAnyOrder(
                        List.of(9_000L, 0L, 9L, 8_991L, 0L, 0L, 0L), List.of(3L, 0L, 1L, 2L, 0L, 0L, 0L));
        assertThat(patents(both.get(1), "publication_number || title || last_release"))
                .isEqualTo(IntStream.range(0, 9_003)
                        .mapToObj(i -> "US-" + (10_000 + i) + "-A1" + (i % 1_000 == 0 ? "two" : "same") + "two")
                        .toList());
    }

    private static String many(int from, int to, String title) {
        return IntStream.range(from, to)
                .mapToObj(i -> "US" + (10_000 + i) + "A1," + (i % 1_000 == 0 ? title : "same") + ",H01M 4/02,,,\n")
                .collect(Collectors.joining());
    }

    /** A record with a remark, in a column that gives no field. */
    private Source remarked(String file, String remark) throws IOException {
        return ReleaseRuns.mapped(
                "s",
                ReleaseFiles.write(
                        folder.resolve(file), "remark," + HEADER + remark + ",US1A1,One,H01M 4/02,ACME,US,\n"),
                COLUMNS);
    }

    @Test
    void aRecordThatNamesNoFamilyIsOfTheFamilyThatOthersTellNow() throws IOException {
        Source own = runs.source("s", "s.csv", "US1A1,One,,,,\nUS2A1,Two,,,,\n");
        Source member = ReleaseRuns.mapped(
                "b", ReleaseFiles.write(folder.resolve("b.csv"), LINK_HEADER + "EP2B1,,,,US1A1\n"), LINKS);
        Source other = ReleaseRuns.mapped(
                "b", ReleaseFiles.write(folder.resolve("c.csv"), LINK_HEADER + "EP2B1,,,,US2A1\n"), LINKS);
        String families = "publication_number || ' ' || family_id";
        MemoryContext first = runs.run("1", null, own, member);
        MemoryContext alone = runs.run("1", null, own);
        List<String> linked = patents(first, families);
        assertThat(linked).isNotEqualTo(patents(runs.run("1", null, own, other), families));

        for (MemoryContext before : List.of(first, alone)) {
            for (List<Source> sources : List.of(List.of(own, member), List.of(own, other), List.of(own))) {
                Source[] given = sources.toArray(Source[]::new);
                String isGiven = "IF(withdrawn, '', " + families + ")";
                assertThat(patents(runs.run("2", before, given), isGiven))
                        .filteredOn(text -> !text.isEmpty())
                        .isEqualTo(patents(runs.run("2", null, given), families));
            }
        }
    }

    @Test
    void recordsAreKnownAgainWhereverTheyStandAndWhateverStandsBesideThem() throws IOException {
        Source source = runs.source("s", "r.csv", "US1A1,One,,,,\nUS2A1,Two,,,,\nUS3A1,Three,,,,\n");
        MemoryContext one = runs.run("1", null, source);
        // By their bytes at other places, one twice; by their fields with quotes, another order of columns and one
        // more.
        Source moved =
                runs.source("s", "moved.csv", "US3A1,Three,,,,\r\n\nUS1A1,One,,,,\nUS2A1,Two,,,,\nUS1A1,One,,,,");
        Source otherwise = ReleaseRuns.mapped(
                "s",
                ReleaseFiles.write(
                        folder.resolve("otherwise.csv"),
                        "no,out,title,number,ipc,applicants,countries\n1,,\"Two\",US2A1,,,\n2,,One,US1A1,,,\n3,,Three,US3A1,,,\n"),
                COLUMNS);

        MemoryContext two = runs.run("2", one, moved);
        MemoryContext three = runs.run("2", one, otherwise);

        assertThat(ledger(two, "2")).containsExactly(List.of(4L, 0L, 0L, 3L, 1L, 0L, 0L));
        assertThat(ledger(three, "2")).containsExactly(List.of(3L, 0L, 0L, 3L, 0L, 0L, 0L));
        assertThat(readings(three)).isEqualTo(readings(one));
        assertThat(patents(three, "publication_number || title || last_release"))
                .isEqualTo(patents(two, "publication_number || title || last_release"))
                .containsExactly("US-1-A1One2", "US-2-A1Two2", "US-3-A1Three2");
    }

    @Test
    void aRecordThatIsReadOtherwiseIsReadAgain() throws IOException {
        String records = "US1A1,One,H01M 4/02,ACME,US,\n";
        Source source = runs.source("s", "r.csv", records);
        MemoryContext one = runs.run("1", null, source);
        String reading = readings(one);
        assertThat(readings(runs.run("2", one, source))).isEqualTo(reading);

        assertThat(readings(runs.run("2", one, runs.source("t", "t.csv", records))))
                .isNotEqualTo(reading);
        Source separated = new Source(
                "s",
                source.path(),
                new Text(null, null, null, "|", "yyyy-MM-dd", 1_000_000),
                source.columns(),
                null,
                List.of());
        assertThat(readings(runs.run("2", one, separated))).isNotEqualTo(reading);
        runs.code = "other code";
        assertThat(readings(runs.run("2", one, source))).isNotEqualTo(reading);
        runs.code = "code";
        runs.languages = List.of("zh", "en");
        assertThat(readings(runs.run("2", one, source))).isNotEqualTo(reading);
        runs.languages = List.of("en", "zh");
        runs.families = IngestConfig.Families.EXTENDED;
        assertThat(readings(runs.run("2", one, source))).isNotEqualTo(reading);
        runs.families = IngestConfig.Families.SIMPLE;
        runs.inventory = Files.writeString(folder.resolve("inventory.txt"), "H01M;19680901;-\n")
                .toString();
        assertThat(readings(runs.run("2", one, source))).isNotEqualTo(reading);
        runs.inventory = null;
        runs.thesaurus = Files.writeString(folder.resolve("names.csv"), "label,replace by\nACME,ACME GROUP\n")
                .toString();
        MemoryContext renamed = runs.run("2", one, source);
        assertThat(patents(renamed, "applicants[0].harmonised")).containsExactly("ACME GROUP");
        assertThat(patents(one, "applicants[0].harmonised")).containsExactly("ACME");
        assertThat(readings(renamed)).isNotEqualTo(reading);
    }

    private static String readings(MemoryContext context) {
        return String.join(" ", patents(context, "reading"));
    }
}
