package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTableTest {
    private static final String SAYS = "all columns are in one cell";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Each line as one quoted cell. */
    private static String pasted(String text, String behind) {
        return Arrays.stream(text.split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(line -> '"' + line.replace("\"", "\"\"") + '"' + behind + "\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lens-2015",
                "lens-2021",
                "lens-2024",
                "derwent",
                "patsnap-en",
                "patsnap-zh",
                "incopat",
                "google-search"
            })
    void anExportWhoseLinesAreOneCellEachIsToldAsSuch(String sample) throws IOException {
        String text = Tables.text(sample + ".csv").replace("\r", "");
        assertThatThrownBy(() -> Tables.open(bytes(pasted(text, "")))).hasMessageContaining(SAYS);
        assertThatThrownBy(() -> Tables.open(bytes("\ufeff" + pasted(text, ";;\r"))))
                .hasMessageContainingAll("the file", SAYS, "Text to Columns");
    }

    @Test
    void columnsThatAreMeantAreFoundInOne() throws IOException {
        TextForm.Given given = new TextForm.Given(null, null, null, Set.of("no", "name"));
        byte[] text = bytes("\"no,name,x\"\n\"1,\"\"a, b\"\",2\"\n");
        assertThatThrownBy(() -> TableFile.open("f", () -> new ByteArrayInputStream(text), given, TableLimits.DEFAULT))
                .hasMessageContaining(SAYS);
        byte[] ofOne = bytes("\"no\"\n\"1\"\n");
        TextForm.Given one = new TextForm.Given(null, null, null, Set.of("no"));
        try (TableFile table = TableFile.open("f", () -> new ByteArrayInputStream(ofOne), one, TableLimits.DEFAULT)) {
            assertThat(table.header()).containsExactly("no");
        }
    }

    @Test
    void longLinesOfMarksAreNone() throws IOException {
        for (String line : List.of("\"" + "\"\"".repeat(30_000) + "\"", "\"" + "a".repeat(60_000) + "\"")) {
            try (TableFile table = Tables.open(bytes("a,b\n" + line + ",1\n"))) {
                assertThat(table.header()).containsExactly("a", "b");
            }
        }
    }

    @Test
    void otherTablesAreReadAsTheyWere() throws IOException {
        for (String text : List.of(
                "\"number, title, ipc\"\n\"1, 2, 3\"\n",
                "\"id\",\"title\",\"inventor/author\",\"result link\"\n\"US-1-A\",\"t\",\"a\",\"b\"\n",
                "\"id,title,inventor/author,result link\"\nUS-1-A,t,a,b\n",
                "name\none\n")) {
            try (TableFile table = Tables.open(bytes(text))) {
                assertThat(table.header()).isNotEmpty();
            }
        }
        assertThat(PastedTable.ofHeader(List.of("id", "title"))).isEmpty();
        assertThat(PastedTable.ofHeader(List.of("id,title,inventor/author,result link", "")))
                .isPresent();
    }
}
