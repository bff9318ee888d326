package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Marks;

class StrayMarksTest {
    private static final int MAX_CELL = 1000;

    private static List<List<String>> split(String text, char quote, int columns) throws IOException {
        List<List<String>> records = new ArrayList<>();
        new DelimitedReader(() -> new StringReader(text), ',', new Marks(quote, false, columns, 0), MAX_CELL)
                .forEachRemaining(line -> records.add(line.cells()));
        return records;
    }

    private static List<List<String>> split(String text, int columns) throws IOException {
        return split(text, '"', columns);
    }

    @Test
    void aTextThatQuotesNothingKeepsTheRowsBetweenAMarkAtAStartAndOneAtAnEnd() throws IOException {
        String text = "n,title,x\n1,\"Smart\" phone,a\n2,plain,b\n3,The \"best\",c\n\n4,\"Last\",d\n";
        assertThat(split(text, 3))
                .containsExactly(
                        List.of("n", "title", "x"),
                        List.of("1", "\"Smart\" phone", "a"),
                        List.of("2", "plain", "b"),
                        List.of("3", "The \"best\"", "c"),
                        List.of("4", "\"Last\"", "d"));
        assertThat(split(text, 0)).as("where marks are never stray").hasSize(3);
    }

    @Test
    void aCellOfSeveralLinesStaysOneWhereItsMarksAreNotDoubled() throws IOException {
        assertThat(split("n,title,x\n1,\"The \"best\" phone\nof all, says \"\"he\"\"\",a\n", 3))
                .containsExactly(
                        List.of("n", "title", "x"), List.of("1", "The \"best\" phone\nof all, says \"he\"", "a"));
    }

    @Test
    void aTextThatQuotedACellBeforeHasNoStrayOnes() throws IOException {
        String text = "\"n\",title,x\n1,\"Smart\" phone,a\n2,plain,b\n3,The \"best\",c\n";
        assertThat(split(text, 3)).isEqualTo(split(text, 0)).hasSize(2);
    }

    @Test
    void theLastColumnMayHoldLines() throws IOException {
        String text = "n,title\n1,\"The \"best\" phone\n2,plain\nmore\"\n";
        assertThat(split(text, 2)).isEqualTo(split(text, 0)).hasSize(2);
    }

    /** The rule, by looking ahead from each mark that starts a cell. */
    private static boolean hasStray(String text, int columns) {
        int at = 0;
        int cells = 0;
        while (at < text.length()) {
            int end = at;
            if (text.charAt(at) == '"') {
                int close = -1;
                int inside = -1;
                for (int i = at + 1; i < text.length() && close < 0; i++) {
                    boolean doubled = text.startsWith("\"\"", i);
                    if (text.charAt(i) == '"' && !doubled) {
                        close = i + 1 == text.length() || ",\r\n".indexOf(text.charAt(i + 1)) >= 0 ? i : -1;
                        inside = inside < 0 && close < 0 ? i : inside;
                    }
                    i += doubled ? 1 : 0;
                }
                String line = text.substring(at).split("[\r\n]", 2)[0];
                int lineEnd = at + line.length();
                boolean isSuspect = inside >= 0 && inside < lineEnd;
                boolean isLong = lineEnd < text.length() && (close < 0 || close > lineEnd);
                long commas = line.chars().filter(c -> c == ',').count();
                return isSuspect
                        && isLong
                        && commas > 0
                        && cells + 1 + commas == columns
                        && wholeLines(text.substring(lineEnd), columns);
            }
            while (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            cells = end < text.length() && text.charAt(end) == ',' ? cells + 1 : 0;
            at = end + 1;
        }
        return false;
    }

    private static boolean wholeLines(String text, int columns) {
        List<String> lines = text.lines()
                .flatMap(line -> Stream.of(line.split("\r")))
                .filter(line -> !line.isEmpty())
                .limit(10)
                .toList();
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.split(",", -1).length == columns);
    }

    @Test
    void aCellOfSeveralLinesIsQuotedThoughItsFirstLineLooksWhole() throws IOException {
        for (String mark : List.of("\\\"", "\"")) {
            String text = "n,t,a,d\nUS2B1,phone,\"A " + mark + "smart" + mark + " phone, cheap\nand good\",2020\n"
                    + "US3B1,\"Phones, smart\",b,2020\n";
            assertThat(split(text, 4))
                    .as(text)
                    .isEqualTo(split(text, 0))
                    .hasSize(3)
                    .allMatch(r -> r.size() == 4);
        }
    }

    @Test
    void theScanFindsTheRecordsThatTheReaderGives() throws IOException {
        Random random = new Random(5);
        String[] pieces = {
            "a", "\"", "b\"", "\"a", ",", "\n", "\r\n", "é", "\" c", "\na,b,c\r\n", "\n,\"s\" t,u\n", "x,y,\n"
        };
        int stray = 0;
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder("h,i,j\n");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int buffer = 1 + random.nextInt(9);
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            RecordScan.Cut cut = RecordScan.scan(
                    () -> DelimitedReaderTest.few(bytes, buffer), ',', new Marks('"', false, 3, 0), 4, 0);
            List<List<String>> read = split(text.toString(), 3);
            assertThat(read)
                    .as("%s", text)
                    .isEqualTo(split(text.toString(), cut.marks().quote(), 0))
                    .hasSize((int) cut.chunks().stream()
                            .mapToLong(RecordScan.Chunk::records)
                            .sum());
            assertThat(cut.marks().quote() == 0).as("%s", text).isEqualTo(hasStray(text.toString(), 3));
            stray += cut.marks().quote() == 0 ? 1 : 0;
        }
        assertThat(stray).isGreaterThan(100);
    }
}
