package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.FiveFormats;
import org.smssev.jobs.testing.LocalSpark;

/** Files that cannot be taken are refused with a message that says which, why, and what to do; nothing is written. */
@ExtendWith(LocalSpark.class)
class RefusedSourcesTest {
    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder.resolve("runs"));
    }

    /** The message, found where the command line finds it: among the causes. */
    private String refused(Source... sources) {
        return refused(Exit.INPUT, sources);
    }

    private String refused(Exit exit, Source... sources) {
        MemoryContext context = runs.prepared("1", null, sources);
        Throwable thrown = catchThrowable(() -> new IngestStage().run(context));
        assertThat(thrown).isNotNull();
        Throwable cause = thrown;
        while (!(cause instanceof UserException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertThat(cause).as("%s", thrown).isInstanceOf(UserException.class);
        assertThat(((UserException) cause).exit()).isEqualTo(exit);
        assertThat(context.hasWritten(Patent.class)).isFalse();
        return cause.getMessage();
    }

    private String refused(String name, byte[] bytes) throws IOException {
        ReleaseFiles.write(folder.resolve(name), bytes);
        return refused(ReleaseRuns.source("s", folder.resolve(name)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void unknownLayoutIsRefusedWithTheNearestAndWhatDiffers() throws IOException {
        String message =
                refused("own.csv", bytes("Publication No,Titel,Publication Date,Applicants\nUS1A,x,2020-01-01,y\n"));
        assertThat(message)
                .contains("own.csv", "UTF-8", "Publication No, Titel, Publication Date, Applicants")
                .containsPattern("closest layout is [A-Z]+\\w*")
                .contains("missing are", "ingest.sources", "columns");
    }

    @Test
    void aSecondHeaderOfAnotherOrderIsRefused() throws IOException {
        String first =
                "Jurisdiction,Kind,Display Key,Title,Abstract,Publication Date,Applicants,IPCR Classifications,Lens ID\n"
                        + "US,B2,US 9000001 B2,Anode,Text,2015-06-17,ACME,H01M4/00,001\n";
        String second = first.replace("Title,Abstract", "Abstract,Title").replace("Anode,Text", "Text,Anode");

        assertThat(refused("two.csv", bytes(first + second)))
                .contains("two.csv", "record 2 is a header", "another order", "Split the file");
    }

    @Test
    void damagedAndEmptyFilesAreRefused() throws IOException {
        assertThat(refused("empty.csv", new byte[0])).contains("/empty.csv").containsIgnoringCase("it is empty");
        assertThat(refused("page.xls", bytes("<html><body><table><tr><td>a</td></tr></table></body></html>")))
                .contains("page.xls")
                .containsIgnoringCase("HTML");
        assertThat(refused("out.zip", ReleaseFiles.zip(Map.of("../x.csv", "a,b\n"))))
                .contains("out.zip", "../x.csv", "leads out");
        assertThat(refused("nothing.gz", ReleaseFiles.gzip("")))
                .contains("nothing")
                .containsIgnoringCase("empty");
        assertThat(refused("cut.xlsx", Arrays.copyOf(FiveFormats.patSnap(FiveFormats.PUBLICATIONS), 1500)))
                .contains("cut.xlsx");
        assertThat(refused("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}))
                .contains("picture.csv");
    }

    @Test
    void otherColumnsOfAFileThatAnotherSourceReadsAreRefused() throws IOException {
        Path file = ReleaseFiles.write(folder.resolve("own.csv"), "number,title,english\nUS1A,Tital,Title\n");
        Source titles = ReleaseRuns.mapped("a", file, Map.of("publication-number", "number", "title", "title"));
        Source english = ReleaseRuns.mapped("b", file, Map.of("publication-number", "number", "title", "english"));
        assertThat(refused(Exit.USAGE, titles, english))
                .contains("ingest.sources.b", "own.csv", "ingest.sources.a", "reads a file once");
    }

    @Test
    void zipWithOneFileThatIsNoExportIsRefusedWithItsName() throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("lens.csv", FiveFormats.lens(FiveFormats.PUBLICATIONS));
        files.put("readme.txt", "Hello,\nthis is a readme.\n");
        assertThat(refused("mixed.zip", ReleaseFiles.zip(files)))
                .contains("mixed.zip!readme.txt", "layout not recognised");
    }

    @Test
    void deliveryWithoutItsDocumentsIsRefused() throws IOException {
        assertThat(refused("index.xml", bytes("<!-- DOCDB -->\n<docdb-package-index>\n</docdb-package-index>\n")))
                .contains("ingest.sources.s: no records", "index.xml (DOCDB_INDEX)", "Add its documents");
        assertThat(refused("claims.tsv", bytes("patent_id\tclaim_sequence\tclaim_text\n1\t1\tA cell\n")))
                .contains("ingest.sources.s: no records", "claims.tsv (g_claims)", "the tables with the publications");
    }

    @Test
    void parquetThatIsDamagedOrOfNoKnownLayoutIsRefused(SparkSession spark) throws IOException {
        assertThat(refused("cut.parquet", bytes("PAR1 and nothing that follows from it")))
                .contains("cut.parquet", "Parquet");
        Path whole = folder.resolve("own");
        spark.sql("SELECT 'US1A1' AS number, 'x' AS titel").write().parquet(whole.toString());
        assertThat(refused(ReleaseRuns.source("s", whole)))
                .contains("not recognised", "[number, titel]", "ingest.sources.s.columns");
    }

    /** The start is whole, so the file is recognised; a task then finds that it ends too soon. */
    @Test
    void truncatedGzipIsRefusedByTheTaskThatReadsIt() throws IOException {
        StringBuilder text = new StringBuilder("number,title\n");
        Random random = new Random(5);
        for (int i = 0; i < 40_000; i++) {
            text.append("US")
                    .append(1_000_000 + i)
                    .append("A1,")
                    .append(random.nextLong())
                    .append('\n');
        }
        byte[] whole = ReleaseFiles.gzip(text.toString());
        ReleaseFiles.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        Source mapped = ReleaseRuns.mapped(
                "s", folder.resolve("cut.csv.gz"), Map.of("publication-number", "number", "title", "title"));
        assertThat(refused(mapped)).contains("cut.csv.gz");
    }

    /** Of what is lost nothing tells later: in a snapshot it would be withdrawn. */
    @Test
    void textThatEndsWithinAQuotedCellIsRefused() throws IOException {
        String head = "\"number\",\"title\",\"text\"\n\"US1A\",\"A\",\"One\"\n";
        Map<String, String> columns = Map.of("publication-number", "number", "title", "title");
        for (String cut : List.of(
                "\"US2A\",\"B\",\"",
                "\"US2A\",\"B\",\"Tw",
                "\"US2A\",\"B",
                "\"US2A\",\"B\",\"Two, with\nmore, lines and\nTw")) {
            ReleaseFiles.write(folder.resolve("cut.csv"), head + cut);
            ReleaseFiles.write(folder.resolve("packed.csv.gz"), ReleaseFiles.gzip(head + cut));
            for (String file : List.of("cut.csv", "packed.csv.gz")) {
                assertThat(refused(ReleaseRuns.mapped("s", folder.resolve(file), columns)))
                        .as(cut)
                        .contains(file, "cut off", "within a quoted cell", "Copy or download it again");
            }
        }
    }

    @Test
    void truncatedDocumentsAreRefused() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            text.append("{\"lens_id\":\"1\",\"jurisdiction\":\"EP\",\"doc_number\":\"")
                    .append(1_000_000 + i)
                    .append("\",\"kind\":\"A1\",\"biblio\":{\"invention_title\":[{\"text\":\"")
                    .append(random.nextLong())
                    .append("\",\"lang\":\"en\"}]}}\n");
        }
        byte[] whole = ReleaseFiles.gzip(text.toString());
        assertThat(refused("cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2)))
                .contains("cut.jsonl.gz");
    }

    @Test
    void missingColumnsAndTablesAreRefused() throws IOException {
        Path file = ReleaseFiles.write(folder.resolve("a.csv"), "number,title\nUS1A1,x\n");
        assertThat(refused(ReleaseRuns.mapped("s", file, Map.of("publication-number", "no"))))
                .contains("a.csv", ": no column 'no'", "number, title");
        assertThat(refused("g_application.tsv", bytes("application_id\tpatent_id\tfiling_date\n16/1\t1\t2020-01-01\n")))
                .contains("PatentsView", "g_patent");
    }

    @Test
    void headerAloneIsAFileWithoutRecords() throws IOException {
        String lens = FiveFormats.lens(FiveFormats.PUBLICATIONS);
        ReleaseFiles.write(folder.resolve("two/a.csv"), lens.substring(0, lens.indexOf('\n') + 1));
        ReleaseFiles.write(folder.resolve("two/b.csv"), lens);
        MemoryContext context = runs.run("1", null, ReleaseRuns.source("s", folder.resolve("two")));
        assertThat(context.rows(LedgerEntry.class))
                .extracting(LedgerEntry::read)
                .contains(0L, (long) FiveFormats.PUBLICATIONS.size());
        assertThat(context.quality).containsEntry("files_without_records s", 1.0);
    }

    @Test
    void aReleaseWithoutAPublicationIsRefused() throws IOException {
        String lens = FiveFormats.lens(FiveFormats.PUBLICATIONS);
        Path file = ReleaseFiles.write(folder.resolve("lens.csv"), lens.substring(0, lens.indexOf('\n') + 1));
        assertThat(refused(Exit.GATE, ReleaseRuns.source("s", file))).contains("no publication is left of 0 records");
    }

    @Test
    void aColumnThatIsThereTwiceIsNotMapped() throws IOException {
        Path file = ReleaseFiles.write(folder.resolve("a.csv"), "number,title,title\nUS1A1,x,y\n");
        assertThat(refused(ReleaseRuns.mapped("s", file, Map.of("publication-number", "number", "title", "title"))))
                .contains("a.csv", "several columns 'title'");
    }

    @Test
    void aTableOfADatabaseThatIsNotReadIsToldAsSuch() throws IOException {
        assertThat(refused("tls299_appln_new.csv", bytes("appln_id,nobody_knows\n1,A01B   1/00\n")))
                .contains("PATSTAT or PatentsView", "remove it from the folder");
    }
}
