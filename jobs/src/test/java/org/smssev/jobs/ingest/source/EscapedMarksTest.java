package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Marks;

/** Marks inside of cells behind a backslash, as Spark writes them, beside doubled ones. */
class EscapedMarksTest {
    private static final int MAX_CELL = 1000;

    private static List<List<String>> split(String text, Marks marks) throws IOException {
        List<List<String>> records = new ArrayList<>();
        new DelimitedReader(() -> new StringReader(text), ',', marks, MAX_CELL)
                .forEachRemaining(line -> records.add(line.cells()));
        return records;
    }

    private static List<List<String>> split(String text, int columns) throws IOException {
        return split(text, new Marks('"', false, columns, columns));
    }

    /** As Spark 4.2 writes three columns. */
    @Test
    void whatSparkWritesComesBack() throws IOException {
        String text = """
                n,title,x
                1,"He said \\"x\\"",US
                2,"with, comma and \\"quote\\" in",US
                3,a\\b plain,US
                4,"5\\", 6\\" pipes",US
                5,"line
                break",US
                6,"",US
                7,,US
                """;
        assertThat(split(text, 3))
                .containsExactly(
                        List.of("n", "title", "x"),
                        List.of("1", "He said \"x\"", "US"),
                        List.of("2", "with, comma and \"quote\" in", "US"),
                        List.of("3", "a\\b plain", "US"),
                        List.of("4", "5\", 6\" pipes", "US"),
                        List.of("5", "line\nbreak", "US"),
                        List.of("6", "", "US"),
                        List.of("7", "", "US"));
        assertThat(split(text, 0)).as("where nothing is found out").hasSizeLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n,t,x\n1,\"5\\\", 6\\\" pipes\",US\n2,\"a, b\",US\n",
                "n,t,x\n1,\"ends so \\\"\",US\n2,\"a, b\",US\n",
                "n,t,x\n1,\"\\\"starts\\\" so\",US\n2,\"a, b\",US\n",
                "n,t,x\n0,\"a, b\",US\n1,\"over\n\\\"two\\\"\nlines\",US\n2,\"a, b\",US\n",
                "n,t,x\n1,\"a backslash and a mark \\\\\\\", so\",US\n2,\"a, b\",US\n",
            })
    void oneMarkTellsThatAllAreEscaped(String text) throws IOException {
        assertThat(split(text, 3))
                .hasSize((int) text.lines().filter(l -> l.endsWith("US")).count() + 1)
                .allMatch(record -> record.size() == 3)
                .last()
                .isEqualTo(List.of("2", "a, b", "US"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n,t,x\n1,\"a folder, C:\\\",US\n2,\"it said \"\"so\"\"\",US\n",
                "n,t,x\n1,\"he said \\\"\"so\\\"\"\",US\n2,\"it said \"\"so\"\"\",US\n",
                "n,t,x\n1,\"two, \\\\\",US\n2,\"it said \"\"so\"\"\",US\n",
            })
    void whereMarksAreDoubledABackslashIsText(String text) throws IOException {
        assertThat(split(text, 3))
                .isEqualTo(split(text, 0))
                .hasSize(3)
                .last()
                .isEqualTo(List.of("2", "it said \"so\"", "US"));
    }

    @Test
    void whatIsWrittenInEitherWayIsReadWhateverItsCellsHold() throws IOException {
        Random random = new Random(3);
        String[] pieces = {"a", "b c", "\"", ",", "\n", "é", "\"x\" "};
        int escaped = 0;
        for (int round = 0; round < 20_000; round++) {
            boolean isEscaped = random.nextBoolean();
            List<List<String>> records = new ArrayList<>(List.of(List.of("h", "i", "j")));
            for (int r = 1 + random.nextInt(12); r > 0; r--) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    StringBuilder cell = new StringBuilder(c == 0 ? "k" : "");
                    for (int i = random.nextInt(5); i > 0; i--) {
                        cell.append(pieces[random.nextInt(pieces.length)]);
                    }
                    cells.add(cell.toString());
                }
                records.add(cells);
            }
            String text = records.stream()
                    .map(cells -> cells.stream()
                            .map(c -> "\"" + c.replace("\"", isEscaped ? "\\\"" : "\"\"") + "\"")
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\n"));
            assertThat(split(text, 3)).as(text).isEqualTo(records);
            escaped += isEscaped ? 1 : 0;
        }
        assertThat(escaped).isBetween(9_000, 11_000);
    }

    @Test
    void theScanFindsTheRecordsThatTheReaderGives() throws IOException {
        Random random = new Random(6);
        String[] pieces = {
            "a",
            "\"",
            "\\\"",
            "\\",
            ",",
            "\n",
            "\r\n",
            "é",
            "\"\"",
            "\na,b,c\r\n",
            "\n,\"s\\\" t\",u\n",
            "x,\"y\\\"\",\n"
        };
        int escaped = 0;
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder("h,i,j\n");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int buffer = 1 + random.nextInt(9);
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            RecordScan.Cut cut = RecordScan.scan(
                    () -> DelimitedReaderTest.few(bytes, buffer), ',', new Marks('"', false, 3, 3), 4, 0);
            assertThat(split(text.toString(), 3))
                    .as("%s", text)
                    .isEqualTo(split(text.toString(), cut.marks()))
                    .hasSize((int) cut.chunks().stream()
                            .mapToLong(RecordScan.Chunk::records)
                            .sum());
            escaped += cut.marks().isEscaped() ? 1 : 0;
        }
        assertThat(escaped).isGreaterThan(100);
    }
}
