package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.MemoryContext;
import org.smssev.jobs.ingest.PartRecords;
import org.smssev.jobs.ingest.ReleaseFiles;
import org.smssev.jobs.ingest.ReleaseRuns;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.testing.LocalSpark;

/** Plain text is read where it is when one pass over it is enough; then it gives what its landed copy gives. */
@ExtendWith(LocalSpark.class)
class ReadInPlaceTest {
    private static final int RECORDS = 200;
    private static final Map<String, String> COLUMNS = Map.of(
            "publication-number",
            "number",
            "title",
            "title",
            "ipc",
            "ipc",
            "family-id",
            "family",
            "filing-date",
            "filed");
    private static final String PATENT =
            "concat_ws('|', publication_number, family_id, title, filing_date, ipc.symbol, sources, record_hash)";

    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void open(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder.resolve("runs"));
    }

    /** A line before the header, cells with line breaks and quotation marks, repeated, torn and unnumbered records. */
    private static String export() {
        StringBuilder text = new StringBuilder("sep=,\n\nnumber,title,ipc,family,filed,application\n");
        for (int i = 0; i < RECORDS; i++) {
            String number = i == 17 ? "" : "US" + (7_000_000 + i % 190) + "B1";
            text.append(number)
                    .append(i % 3 == 0 ? ",\"Cathode \"\"" + i + "\"\"\nof lithium\"," : ",Cathode " + i + ",")
                    .append(i % 7 == 0 ? "" : "H01M 4/" + (10 + i % 80))
                    .append(",F" + i % 60 + ",2019-03-" + (10 + i % 20) + ",US" + (100_000 + i / 2) + "\n");
            if (i % 50 == 0) {
                text.append("torn,record\n\n");
            }
        }
        return text.toString();
    }

    private MemoryContext run(String name, byte[] bytes, Map<String, String> columns) throws IOException {
        return runs.run("1", null, ReleaseRuns.mapped("s", ReleaseFiles.write(folder.resolve(name), bytes), columns));
    }

    private static Path landed(MemoryContext context) {
        return Path.of(context.config().warehouse(), "landing", "1");
    }

    @Test
    void readInPlaceItGivesWhatItsLandedCopyGives() throws IOException {
        MemoryContext plain = run("plain.csv", export().getBytes(StandardCharsets.UTF_8), COLUMNS);
        MemoryContext packed = run("packed.csv.gz", ReleaseFiles.gzip(export()), COLUMNS);

        assertThat(landed(plain)).doesNotExist();
        assertThat(landed(packed)).isNotEmptyDirectory();
        assertThat(ReleaseRuns.column(plain, Patent.class, PATENT))
                .hasSize(189)
                .isEqualTo(ReleaseRuns.column(packed, Patent.class, PATENT));
        assertThat(ReleaseRuns.column(plain, Family.class, "to_json(struct(*))"))
                .isEqualTo(ReleaseRuns.column(packed, Family.class, "to_json(struct(*))"));
        String rejected = "concat_ws('|', record_no, reason, detail, raw)";
        assertThat(ReleaseRuns.column(plain, Quarantined.class, rejected))
                .hasSize(5)
                .isEqualTo(ReleaseRuns.column(packed, Quarantined.class, rejected));
        assertThat(plain.rows(LedgerEntry.class)).singleElement().satisfies(e -> {
            assertThat(e.read()).isEqualTo(RECORDS + 4);
            assertThat(List.of(e.newRecords(), e.duplicate(), e.quarantined())).containsExactly(189L, 10L, 5L);
        });
    }

    @Test
    void aMarkThatNoneClosesTakesNoRecordWithIt() throws IOException {
        String text = export() + "US8000000B1,\"Open,H01M 4/10,F1,2019-03-10,US1\n"
                + IntStream.range(1, 2000)
                        .mapToObj(i -> "US" + (8_000_000 + i) + "B1,Anode,H01M 4/10,F1,2019-03-10,US1\n")
                        .collect(Collectors.joining());
        MemoryContext plain = run("plain.csv", text.getBytes(StandardCharsets.UTF_8), COLUMNS);
        MemoryContext packed = run("packed.csv.gz", ReleaseFiles.gzip(text), COLUMNS);

        for (MemoryContext context : List.of(plain, packed)) {
            assertThat(ReleaseRuns.column(context, Patent.class, "title"))
                    .hasSize(189 + 2000)
                    .contains("\"Open");
            assertThat(context.rows(LedgerEntry.class))
                    .singleElement()
                    .satisfies(e -> assertThat(e.read()).isEqualTo(RECORDS + 4 + 2000));
        }
    }

    @Test
    void overHowManyLinesARejectedRecordGoesIsTold() throws IOException {
        String line = "US8000000B1,Anode,H01M 4/10,F1,2019-03-10,US1\n";
        String start = export() + "US8000001B1,\"Open,H01M 4/10,F1,2019-03-10,US1\n";
        MemoryContext few =
                run("few.csv", (start + line + "\"x\",y\n" + line).getBytes(StandardCharsets.UTF_8), COLUMNS);
        MemoryContext many = run(
                "many.csv", (start + line.repeat(5000) + "\"x\",y\n" + line).getBytes(StandardCharsets.UTF_8), COLUMNS);

        assertThat(ReleaseRuns.column(few, Quarantined.class, "detail"))
                .hasSize(6)
                .contains("3 fields, but the header has 6, over 3 lines");
        assertThat(ReleaseRuns.column(many, Quarantined.class, "detail"))
                .hasSize(6)
                .anySatisfy(detail -> assertThat(detail).endsWith(", over 2174 lines and more"));
    }

    @Test
    void whatMayLinkFamiliesIsReadMoreThanOnceAndLanded() throws IOException {
        Map<String, String> columns = new HashMap<>(COLUMNS);
        columns.put("application-number", "application");

        MemoryContext context = run("plain.csv", export().getBytes(StandardCharsets.UTF_8), columns);

        assertThat(landed(context)).isNotEmptyDirectory();
        assertThat(context.rows(LedgerEntry.class).get(0).read()).isEqualTo(RECORDS + 4);
    }

    private static SourceFile recognised(Path file) throws IOException {
        return Recognition.recognise(
                Packed.entries(file, Packed.Limits.DEFAULT).get(0), ReleaseRuns.FOUND, COLUMNS.values());
    }

    @Test
    void recordsOfChunksAddUpWhateverStandsBeforeTheHeader() throws IOException {
        Path file = ReleaseFiles.write(folder.resolve("plain.csv"), export());
        SourceFile source = recognised(file);
        FileId id = new FileId(0, "s", "sha", file.toString(), "plain.csv");

        for (long size : new long[] {1, 20, 60, 1_000, 1L << 20}) {
            assertThat(source.cut(size, 0).chunks().stream()
                            .mapToLong(c -> new FilePart(id, source, c).records())
                            .sum())
                    .as("chunks of %s bytes", size)
                    .isEqualTo(RECORDS + 4);
        }
    }

    @Test
    void aTextThatQuotesNothingLosesNoRowWhetherItIsPackedOrNot() throws IOException {
        StringBuilder text = new StringBuilder("number\ttitle\tipc\n");
        for (int i = 0; i < RECORDS; i++) {
            String title = i == 20 ? "\"Smart\" phone" : i == 140 ? "The \"best\"" : "plain";
            text.append("US" + (7_000_000 + i) + "B1\t" + title + "\tH01M 10/05\n");
        }
        Path plain = ReleaseFiles.write(folder.resolve("plain.tsv"), text.toString());
        SourceFile source = recognised(plain);
        FileId id = new FileId(0, "s", "sha", plain.toString(), "plain.tsv");
        List<String> titles = new ArrayList<>();
        FilePart.of(new SourceReader.Opened(id, source), 0)
                .forEach(part ->
                        part.rows().forEachRemaining(row -> titles.add(row.getString(Landing.FIRST_CELL + 1))));
        List<String> packed = new ArrayList<>();
        RawRows.of(recognised(ReleaseFiles.write(folder.resolve("packed.tsv.gz"), ReleaseFiles.gzip(text.toString()))))
                .forEachRemaining(row -> packed.add(row.cells().get(1)));

        assertThat(titles).hasSize(RECORDS).isEqualTo(packed).contains("\"Smart\" phone", "The \"best\"");
    }

    @Test
    void emptyCellsBehindTheLastColumnAreNone() throws IOException {
        Path file =
                ReleaseFiles.write(folder.resolve("wide.csv"), "number,title\nUS1A,a,,\nUS2A,b, ,c\nUS3A\nUS4A,d\n");
        List<RawRow> rows = new ArrayList<>();
        RawRows.of(recognised(file)).forEachRemaining(rows::add);

        assertThat(rows)
                .extracting(RawRow::cells)
                .containsExactly(List.of("US1A", "a"), null, null, List.of("US4A", "d"));
        assertThat(rows).extracting(RawRow::reason).containsExactly(null, "FIELD_COUNT", "FIELD_COUNT", null);
    }

    @Test
    void aFileThatChangedSinceItWasScannedIsRefused() throws IOException {
        Path file = ReleaseFiles.write(folder.resolve("changed.csv"), export());
        SourceFile source = recognised(file);
        FileId id = new FileId(0, "s", "sha", file.toString(), "changed.csv");
        List<RecordScan.Chunk> chunks = source.cut(100, 1_000).chunks();
        byte[] text = Files.readAllBytes(file);
        byte[] shifted = new byte[text.length + 1];
        shifted[0] = text[0];
        System.arraycopy(text, 0, shifted, 1, text.length);
        Files.write(file, shifted);

        assertThat(chunks).hasSizeGreaterThan(1);
        assertThatThrownBy(() -> {
                    for (RecordScan.Chunk chunk : chunks) {
                        new PartRecords(new FilePart(id, source, chunk), new BytesDigest.Start("how"), bytes -> -1);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it was changed while it was read");
    }

    @Test
    void rejectedRowsKeepTheTextOfTheFileMarkForMark() throws IOException {
        List<String> rejected = List.of(
                "\"US7000011B2\",\"x\",H01M 4/02,,\"17.03.2015\",\"\"",
                "US7000012B2, \"a\" b,,,2015-02-30,",
                "US7000014B2," + "x".repeat(150_000) + ",,,2015-02-30,",
                "\"US7000013B2\",\"two \"\"lines\"\"\nof it\",,,2015-13-01,");
        String good = "US7000001B2,\"x\",H01M 4/02,,2015-03-17,\n";
        String text = "number,title,ipc,family,filed,application\n" + good + String.join("\n" + good, rejected) + "\n";

        MemoryContext run = run("raw.csv", text.getBytes(StandardCharsets.UTF_8), COLUMNS);

        assertThat(ReleaseRuns.column(run, Quarantined.class, "raw")).containsExactlyInAnyOrderElementsOf(rejected);
    }
}
