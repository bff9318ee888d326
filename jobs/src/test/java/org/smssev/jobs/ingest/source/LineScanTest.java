package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.ingest.ReleaseRuns;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.ingest.format.document.DocumentFormat;
import org.smssev.jobs.ingest.format.document.DocumentFormats;

class LineScanTest {
    private static final int LONGEST = 200;
    /** White space or nearly, broken characters, marks, records, and ends of lines. */
    private static final List<String> SOME = List.of(
            " ",
            "\t\f",
            "\u3000",
            "\u2003\u1680",
            "\u00a0",
            "é",
            "\ufeff",
            "x",
            "{}",
            "\u0001",
            "\ud83d\ude00",
            " ".repeat(300));

    private static final List<String> ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\n");

    @TempDir
    private Path folder;

    private static String record(int i) {
        return "{\"lens_id\":\"" + i + "\",\"jurisdiction\":\"US\",\"doc_number\":\"" + (9_000_000 + i)
                + "\",\"kind\":\"B2\",\"biblio\":{\"invention_title\":[{\"text\":\"Größe " + i
                + "\",\"lang\":\"de\"}]}}";
    }

    private static byte[] text(Random random) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            byte[] line = (random.nextInt(3) == 0 ? record(i) : "").getBytes(StandardCharsets.UTF_8);
            text.write(line);
            for (int j = random.nextInt(4); j > 0; j--) {
                byte[] some = SOME.get(random.nextInt(SOME.size())).getBytes(StandardCharsets.UTF_8);
                text.write(some, 0, random.nextInt(4) == 0 ? (some.length + 1) / 2 : some.length);
            }
            text.write(ENDS.get(random.nextInt(ENDS.size())).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = text.toByteArray();
        return Arrays.copyOf(bytes, bytes.length - random.nextInt(3));
    }

    @Test
    void documentsOfChunksAreThoseOfTheWhole() throws IOException {
        DocumentFormat format = DocumentFormats.named("LENS_JSONL");
        Random random = new Random(11);
        int apart = 0;
        for (int i = 0; i < 800; i++) {
            byte[] first = (record(0) + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] bytes = (random.nextBoolean() ? "\ufeff" : "").getBytes(StandardCharsets.UTF_8);
            int begin = bytes.length;
            bytes = join(bytes, first, text(random));
            assertThat(format.linesFrom(bytes)).hasValue(begin);

            List<Document> whole = documents(format.read(new ByteArrayInputStream(bytes), LONGEST));
            ByteArrayInputStream lines = new ByteArrayInputStream(bytes, begin, bytes.length - begin);
            List<Document> parts = new ArrayList<>();
            long offset = begin;
            List<RecordScan.Chunk> chunks = LineScan.chunks(lines, begin, 1 + random.nextInt(600));
            for (RecordScan.Chunk chunk : chunks) {
                assertThat(chunk.offset()).isEqualTo(offset);
                assertThat(chunk.firstRecord()).isEqualTo(parts.size());
                offset += chunk.length();
                ByteArrayInputStream part = new ByteArrayInputStream(bytes, (int) chunk.offset(), (int) chunk.length());
                List<Document> own = documents(format.lines(part, LONGEST));
                assertThat(own).hasSize((int) chunk.records());
                parts.addAll(own);
            }
            assertThat(offset).isEqualTo(bytes.length);
            assertThat(parts).isEqualTo(whole);
            apart += chunks.size();
        }
        assertThat(apart).isGreaterThan(3_000);
    }

    @Test
    void aCharacterThatIsNotWholeIsNoWhiteSpace() throws IOException {
        byte[] broken = {(byte) 0xe3, ' ', (byte) 0x80, (byte) 0x80, '\n'};
        byte[] whole = {(byte) 0xe3, (byte) 0x80, (byte) 0x80, ' ', '\n'};

        assertThat(new String(broken, StandardCharsets.UTF_8)).isNotBlank();
        assertThat(new String(whole, StandardCharsets.UTF_8)).isBlank();
        assertThat(LineScan.chunks(new ByteArrayInputStream(join(broken, whole)), 0, 1))
                .extracting(RecordScan.Chunk::records)
                .containsExactly(1L, 0L);
    }

    private static byte[] join(byte[]... some) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] bytes : some) {
            all.write(bytes);
        }
        return all.toByteArray();
    }

    private static List<Document> documents(Iterator<Document> documents) {
        return ImmutableList.copyOf(documents);
    }

    private List<FilePart> parts(String text, Charset charset) throws IOException {
        Path path = Files.write(folder.resolve("records"), text.getBytes(charset));
        Packed.Entry entry = Packed.entries(path, Packed.Limits.DEFAULT).get(0);
        SourceFile file = Recognition.recognise(entry, ReleaseRuns.FOUND, List.of());
        return FilePart.of(new SourceReader.Opened(new FileId(0, "s", "sha", path.toString(), "records"), file), 0);
    }

    @Test
    void largeFilesOfLinesAreReadInParts() throws IOException {
        String text = IntStream.range(0, 20_000)
                .mapToObj(i -> i % 1_000 == 999 ? "{\"broken\n\n" : record(i) + "\n")
                .collect(Collectors.joining());
        List<FilePart> parts = parts(text, StandardCharsets.UTF_8);
        List<Row> rows = new ArrayList<>();
        parts.forEach(part -> part.rows().forEachRemaining(rows::add));
        List<RawRow> whole = ImmutableList.copyOf(RawRows.of(parts.get(0).file()));

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(rows).hasSize(20_000).hasSameSizeAs(whole);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).isEqualTo(parts.get(0).row(whole.get(i), i + 1L));
        }
        assertThat(rows.get(999).getString(Landing.REASON)).isEqualTo("BAD_JSON");
    }

    @Test
    void filesOfOtherShapesAreReadAtAStretch() throws IOException {
        String records =
                IntStream.range(0, 20_000).mapToObj(LineScanTest::record).collect(Collectors.joining(",\n"));
        assertThat(parts("[" + records + "]", StandardCharsets.UTF_8))
                .singleElement()
                .satisfies(part -> assertThat(part.chunk()).isNull());
        assertThat(parts(records.replace("},\n{", "}\n{"), StandardCharsets.UTF_16))
                .singleElement()
                .satisfies(part -> assertThat(part.chunk()).isNull());
        String ofOneLong = record(1) + "\n{\"a\":\"" + "x".repeat(40 << 20) + "\"}\n";
        assertThat(parts(ofOneLong, StandardCharsets.UTF_8))
                .singleElement()
                .satisfies(part -> assertThat(part.chunk()).isNull());
    }
}
