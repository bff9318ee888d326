package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedLeadTest {
    private static final String HEADER =
            "Publication Number,Title,Publication Date,Assignee/Applicant,IPC - Current,DWPI Family Members\r\n";

    private static String rows(String row) {
        return IntStream.range(0, 15)
                .mapToObj(i -> row.replace("#", "" + (10 + i)))
                .collect(Collectors.joining());
    }

    private static void assertRead(String text, Charset charset, List<String> last) throws IOException {
        byte[] bytes = text.getBytes(charset);
        try (TableFile table = Tables.open(bytes)) {
            assertThat(table.layout()).as("%s", text).isPresent();
        }
        assertThat(Tables.cells(bytes)).as("%s", text).hasSize(15).last().isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"lithium battery\" AND cathode\r\n",
                "\"lithium battery\" AND cathode,,,,,\r\n",
                "\"Battery\" patents 2021\r\n\r\n",
                "\"unclosed query\r\n",
                "my search\r\n\"a\" b \"c\"\r\n\r\n",
                "\"电池\" 检索\r\n",
                "my \"Battery\" patents\r\n",
                "\"\"\"lithium battery\"\" AND cathode\"\r\n"
            })
    void howATitleQuotesSaysNothingOfTheRows(String lead) throws IOException {
        List<String> last = List.of("US20210024A1", "T, \"24\"", "2021-01-07", "A, Inc. | B", "H01M-0010/0525", "");
        String row = "US202100#A1,\"T, \"\"#\"\"\",2021-01-07,\"A, Inc. | B\",H01M-0010/0525,\r\n";
        String all = "\"US202100#A1\",\"T, \"\"#\"\"\",\"2021-01-07\",\"A, Inc. | B\",\"H01M-0010/0525\",\"\"\r\n";
        String quoted = HEADER.replace(",", "\",\"").replaceFirst("(.*)\r", "\"$1\"\r");
        assertRead(lead + HEADER + rows(row), StandardCharsets.UTF_8, last);
        assertRead(lead + quoted + rows(all), StandardCharsets.UTF_8, last);
        assertRead("\ufeff" + lead + quoted + rows(all), StandardCharsets.UTF_16LE, last);
        assertRead(lead + HEADER + rows(row), Charset.forName("GB18030"), last);
    }

    @Test
    void aHeaderThatIsMeantIsFoundBelowIt() throws IOException {
        byte[] bytes = "\"smart\" phones\nno,\"name, long\"\n1,\"a, b\"\n".getBytes(StandardCharsets.UTF_8);
        TextForm.Given given = new TextForm.Given(null, null, null, Set.of("no", "name, long"));
        TextForm form =
                TextForm.look(() -> new ByteArrayInputStream(bytes), given).form();
        assertThat(form.begin()).isEqualTo("\"smart\" phones\n".length());
        assertThat(form.quote()).isEqualTo('"');
        assertThat(form.leadRows()).isZero();
    }

    @Test
    void aFileThatQuotesNothingHasItsMarksAsText() throws IOException {
        String row = "US202100#A1\t\"Smart\" phone #\t2021-01-07\tA\tH01M-0010/0525\t\r\n";
        assertRead(
                "\"smart\" phones\r\n" + HEADER.replace(',', '\t') + rows(row),
                StandardCharsets.UTF_8,
                List.of("US20210024A1", "\"Smart\" phone 24", "2021-01-07", "A", "H01M-0010/0525", ""));
    }

    @Test
    void rowsBeforeARepeatedHeaderAreNoLead() throws IOException {
        String header = HEADER.replace(',', '\t');
        String few = rows("US202100#A1\t\"Smart\" phone #\t2021-01-07\tA\tH01M-0010/0525\t\r\n");
        byte[] bytes = (header + few + header + few).getBytes(StandardCharsets.UTF_8);
        assertThat(Tables.cells(bytes)).hasSize(31);
        assertThat(Tables.cells(bytes).get(0)).contains("\"Smart\" phone 10");
        assertThat(TextForm.look(() -> new ByteArrayInputStream(bytes), TextForm.Given.NOTHING)
                        .form()
                        .begin())
                .isZero();
    }

    @Test
    void aLeadThatIsNotSpelledAsReadStaysARow() throws IOException {
        byte[] broken = ("\"smart\" \u0001\n" + HEADER + rows("US202100#A1,T,2021-01-07,A,H01M-0010/0525,\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        broken[8] = (byte) 0xff;
        TextForm.Given utf8 = new TextForm.Given("UTF-8", null, null, Set.of());
        TextForm form =
                TextForm.look(() -> new ByteArrayInputStream(broken), utf8).form();
        assertThat(form.begin()).isZero();
        assertThat(form.leadRows()).isEqualTo(1);
    }
}
