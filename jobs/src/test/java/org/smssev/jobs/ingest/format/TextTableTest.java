package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static byte[] withColumns(int count) {
        String header = IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        return (header + "\n" + "x" + ",".repeat(count - 1) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void columnsBehindTheLastNameDoNotCount() throws IOException {
        String blanks = ",".repeat(9_990);
        byte[] formatted = ("a,b,c" + blanks + "\n1,2,3" + blanks + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Tables.cells(formatted)).hasSize(1);
    }

    @Test
    void aHeaderOfMoreColumnsThanAWorkbookMayHaveIsRefused() throws IOException {
        assertThat(Tables.cells(withColumns(2_000))).hasSize(1);
        Tables.refused(withColumns(2_001), "the file", "its header has 2001 columns, more than 2000");
        Tables.refused(withColumns(20_011), "the file", "at least 10000 columns");
    }
}
