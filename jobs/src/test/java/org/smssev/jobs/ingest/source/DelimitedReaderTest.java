package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Marks;
import org.smssev.jobs.ingest.source.RecordScan.Chunk;

class DelimitedReaderTest {
    /** Characters of the raw text of a record that are kept. */
    private static final int MAX_RAW = 100_000;

    private static List<List<String>> split(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        new DelimitedReader(() -> new StringReader(text), ',', Marks.of('"'), 1000)
                .forEachRemaining(l -> records.add(l.cells()));
        return records;
    }

    /** The same by looking ahead from each mark for the one that closes the cell. */
    private static List<List<String>> splitByLookingAhead(String text) {
        List<List<String>> records = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if ("\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
                continue;
            }
            List<String> cells = new ArrayList<>();
            int from = at;
            boolean more = true;
            while (more) {
                int close = at < text.length() && text.charAt(at) == '"' ? closing(text, at + 1) : -1;
                int end = close < 0 ? at : close + 1;
                while (close < 0 && !isEnd(text, end)) {
                    end++;
                }
                cells.add(
                        close < 0
                                ? text.substring(at, end)
                                : text.substring(at + 1, close).replace("\"\"", "\""));
                more = end < text.length() && text.charAt(end) == ',';
                at = end + 1;
            }
            boolean isNothing = at - 1 - from == cells.size() - 1;
            if (!isNothing) {
                records.add(cells);
            }
        }
        return records;
    }

    private static int closing(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (isEnd(text, i + 1)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
    }

    @Test
    void everyLineEndEndsARecord() throws IOException {
        List<List<String>> expected = List.of(List.of("a", "b"), List.of("c", "d"));
        assertThat(split("a,b\nc,d\n")).isEqualTo(expected);
        assertThat(split("a,b\r\nc,d")).isEqualTo(expected);
        assertThat(split("a,b\rc,d\r")).isEqualTo(expected);
        assertThat(split("\n\na,b\n\r\n\nc,d\n\n")).isEqualTo(expected);
    }

    @Test
    void quotedCellsHoldSeparatorsLineEndsAndDoubledMarks() throws IOException {
        assertThat(split("\"a,b\",\"c\r\nd\",\"say \"\"x\"\"\",\"\"\ne,,f,\n"))
                .containsExactly(List.of("a,b", "c\r\nd", "say \"x\"", ""), List.of("e", "", "f", ""));
    }

    @Test
    void strayQuotationMarkStaysInTheText() throws IOException {
        assertThat(split("\"a \"stray mark\",b\nc,5\" disk\n\"x\" y\",z\n"))
                .containsExactly(List.of("a \"stray mark", "b"), List.of("c", "5\" disk"), List.of("x\" y", "z"));
    }

    @Test
    void aMarkThatNoneClosesIsText() throws IOException {
        assertThat(split("a,\"b\nc\n\"\",\"d \"e\"f,\"\"\"\"\n\"\"g,\"h"))
                .containsExactly(
                        List.of("a", "\"b"), List.of("c"), List.of("", "\"d \"e\"f", "\""), List.of("\"\"g", "\"h"));
    }

    @Test
    void aMarkThatNoneClosesLeavesALongTextAsItIs() throws IOException {
        String line = "x,\"" + "é".repeat(50) + "\r\n";
        assertThat(split("\"a\",b\n" + line.repeat(5000)))
                .hasSize(5001)
                .startsWith(List.of("a", "b"))
                .endsWith(List.of("x", "\"" + "é".repeat(50)));
    }

    @Test
    void aTextThatMayBeCutOffEndsWithinACell() {
        List<List<String>> records = new ArrayList<>();
        new DelimitedReader(new StringReader("a,\"b\nc"), ',', Marks.of('"'), 1000)
                .forEachRemaining(l -> records.add(l.cells()));
        assertThat(records).containsExactly(List.of("a", "b\nc"));
    }

    @Test
    void longCellIsCutAndTold() {
        DelimitedReader reader = new DelimitedReader(new StringReader("abcdef,b\n"), ',', Marks.of('"'), 3);
        DelimitedReader.Line line = reader.next();
        assertThat(line.tooLong()).isTrue();
        assertThat(line.cells()).containsExactly("abc", "b");
        assertThat(reader.raw()).isEqualTo("abcdef,b");
        assertThat(reader.hasNext()).isFalse();
        assertThatThrownBy(reader::raw).isInstanceOf(IllegalStateException.class);
    }

    /** Records of all lengths around that of the reader's buffer, one of them longer than the raw text that is kept. */
    @Test
    void recordsAcrossBuffersAreWholeAndKeepTheirText() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int length = i == 150 ? MAX_RAW + 10 : random.nextInt(i % 7 == 0 ? 70_000 : 900);
            String words = "wé \n".repeat(length / 4 + 1).substring(0, length);
            String record = "\"" + words + "\"," + i + ",\"a \"\"" + words + "\"\"\"";
            expected.add(List.of(words, Integer.toString(i), "a \"" + words + "\""));
            raw.add(record.substring(0, Math.min(record.length(), MAX_RAW)));
            text.append(record).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        DelimitedReader reader =
                new DelimitedReader(new StringReader(text.toString()), ',', Marks.of('"'), Integer.MAX_VALUE);
        List<List<String>> found = new ArrayList<>();
        List<String> foundRaw = new ArrayList<>();
        while (reader.hasNext()) {
            found.add(reader.next().cells());
            foundRaw.add(reader.raw());
        }
        assertThat(found.equals(expected)).isTrue();
        assertThat(foundRaw.equals(raw)).isTrue();
    }

    @Test
    void whatComesBeforeAFailureIsGivenFirst() {
        Reader broken = new StringReader("a,b\nc,d\n") {
            @Override
            public int read(char[] into, int at, int length) throws IOException {
                int n = super.read(into, at, length);
                if (n < 0) {
                    throw new IOException("cut off");
                }
                return n;
            }
        };
        DelimitedReader reader = new DelimitedReader(broken, ',', Marks.of('"'), 1000);
        assertThat(reader.next().cells()).containsExactly("a", "b");
        assertThat(reader.next().cells()).containsExactly("c", "d");
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(reader::hasNext)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void textWithoutQuotationMarkKeepsThem() {
        List<List<String>> records = new ArrayList<>();
        new DelimitedReader(new StringReader("\"a\tb\"\n"), '\t', Marks.of((char) 0), 1000)
                .forEachRemaining(l -> records.add(l.cells()));
        assertThat(records).containsExactly(List.of("\"a", "b\""));
    }

    /** Bytes that come a few at a time. */
    static InputStream few(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(length, most));
            }
        };
    }

    @Test
    void theScanTellsWhereTheBytesOfARecordAre() throws IOException {
        byte[] text = "\n\na,b\r\n\"c\nd\"\r\r\né,\n\"open".getBytes(StandardCharsets.UTF_8);
        List<String> records = RecordScan.through(() -> few(text, 2), ',', Marks.of('"'), scan -> {
            List<String> found = new ArrayList<>();
            while (scan.record()) {
                int start = Math.toIntExact(scan.start());
                found.add(new String(text, start, Math.toIntExact(scan.end()) - start, StandardCharsets.UTF_8));
            }
            return found;
        });
        assertThat(records).containsExactly("a,b", "\"c\nd\"", "é,", "\"open");
    }

    @Test
    void chunksOfAnySizeGiveTheSameRecords() throws IOException {
        Random random = new Random(11);
        String[] pieces = {"a", "\"", "\"\"", ",", "\n", "\r\n", "\r", "é", "中", "\",", "\"\n", ",\"", "\n\"", " x "};
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            int size = 1 + random.nextInt(20);
            int buffer = 1 + random.nextInt(9);
            List<Chunk> chunks = RecordScan.scan(() -> few(bytes, buffer), ',', Marks.of('"'), size, 12)
                    .chunks();
            List<List<String>> joined = new ArrayList<>();
            long end = 0;
            for (Chunk c : chunks) {
                assertThat(c.offset()).isEqualTo(end);
                assertThat(c.firstRecord()).isEqualTo(joined.size());
                List<List<String>> records = split(new String(
                        bytes, Math.toIntExact(c.offset()), Math.toIntExact(c.length()), StandardCharsets.UTF_8));
                assertThat(records).as("%s of %s", c, text).hasSize(Math.toIntExact(c.records()));
                joined.addAll(records);
                assertThat(c.ends() != null).isEqualTo(joined.size() <= 12);
                if (c.ends() != null) {
                    byte[] part = Arrays.copyOfRange(
                            bytes, Math.toIntExact(c.offset()), Math.toIntExact(c.offset() + c.length()));
                    assertThat(texts(part, c.ends()))
                            .as("%s of %s", c, text)
                            .isEqualTo(texts(part, RecordEnds.of(part, ',', Marks.of('"'))))
                            .hasSize(records.size());
                }
                end = c.offset() + c.length();
            }
            assertThat(end).isEqualTo(bytes.length);
            assertThat(joined)
                    .as("%s cut at %s", text, size)
                    .isEqualTo(split(text.toString()))
                    .isEqualTo(splitByLookingAhead(text.toString()));
        }
    }

    private static List<String> texts(byte[] bytes, RecordEnds ends) throws IOException {
        List<String> texts = new ArrayList<>();
        RecordEnds.Cursor record = ends.cursor(bytes, ',');
        while (record.next()) {
            texts.add(new String(bytes, record.start(), record.end() - record.start(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void linesOfNothingButSeparatorsAreNoRecords() throws IOException {
        String text = ",,\na,b,c\n,,,,\r\n,,x\n\n,\n\"\",,\n" + ",,,\n".repeat(100_000) + "d,e,f\n,,";
        List<List<String>> records =
                List.of(List.of("a", "b", "c"), List.of("", "", "x"), List.of("", "", ""), List.of("d", "e", "f"));
        assertThat(split(text)).isEqualTo(records);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(texts(bytes, RecordEnds.of(bytes, ',', Marks.of('"'))))
                .containsExactly("a,b,c", ",,x", "\"\",,", "d,e,f");
    }

    @Test
    void recordsOfAnyLengthAreFoundByTheirEnds() throws IOException {
        List<String> records = IntStream.of(1, 127, 128, 16_383, 16_384, 3_000_000)
                .mapToObj("x"::repeat)
                .toList();
        byte[] bytes = String.join("\n".repeat(200), records).getBytes(StandardCharsets.UTF_8);

        assertThat(texts(bytes, RecordEnds.of(bytes, ',', Marks.of('"')))).isEqualTo(records);
    }

    private static boolean isCutOff(String text) throws IOException {
        boolean byReader;
        try (DelimitedReader reader = new DelimitedReader(() -> new StringReader(text), ',', Marks.of('"'), 100)) {
            reader.forEachRemaining(line -> {});
            byReader = reader.isCutOff();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(RecordScan.scan(() -> new ByteArrayInputStream(bytes), ',', Marks.of('"'), 5, 12)
                        .isCutOff())
                .as(text)
                .isEqualTo(byReader);
        return byReader;
    }

    @Test
    void textThatEndsWithinAQuotedCellIsCutOffButForStrayMarks() throws IOException {
        for (String cut : List.of("a,b\n1,\"", "a,b\n1,\"x", "a,b\n1,\"x\ny", "a,b\n\"1", "a\n\"1\"\n\"2")) {
            assertThat(isCutOff(cut)).as(cut).isTrue();
        }
        for (String whole : List.of(
                "a,b\n1,2",
                "a,b\n1,\"x\"",
                "a,b\n1,\"x\n",
                "a,b\n1,\"x\n2,y",
                "a\n\"x\ny",
                "a,b\n1,5\"",
                "a,b\n1,\"x\n,",
                "a,b\n1,2\n1,\"x\n,,",
                "a,b\n1,\"\"")) {
            assertThat(isCutOff(whole)).as(whole).isFalse();
        }
    }

    @Test
    void aRowOfMoreTextThanARowMayHaveHidesNoStrayMark() throws IOException {
        String header = "h" + ",h".repeat(21) + "\n";
        String text = header + ("x".repeat(900_000) + ",").repeat(19) + "\"Smart\" phone,y,z\n"
                + ("a" + ",b".repeat(21) + "\n").repeat(14) + "a" + ",5\"".repeat(21) + "\n";
        try (DelimitedReader reader =
                new DelimitedReader(() -> new StringReader(text), ',', new Marks('"', false, 22, 0), 1_000_000)) {
            List<Boolean> tooLong = new ArrayList<>();
            reader.forEachRemaining(line -> tooLong.add(line.tooLong()));
            assertThat(tooLong).hasSize(17);
            assertThat(tooLong.indexOf(true)).isEqualTo(1);
            assertThat(tooLong.lastIndexOf(true)).isEqualTo(1);
        }
    }
}
