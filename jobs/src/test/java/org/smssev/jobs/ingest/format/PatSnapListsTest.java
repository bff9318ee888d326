package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What parts the lists of an export that a person or another tool may have rewritten. */
class PatSnapListsTest {
    private static final String HEADER = "公开(公告)号,受理局,申请人,发明人,引用专利,优先权号,优先权日\n";

    private static List<List<String>> lists(Field field, String... rows) throws IOException {
        String lines = String.join("\n", rows);
        return Tables.records((HEADER + lines + "\n").getBytes(StandardCharsets.UTF_8)).stream()
                .map(record -> List.of(record.get(field).split(String.valueOf(Field.SEPARATOR))))
                .toList();
    }

    private static String row(String applicants, String inventors) {
        return "CN105555555A,中国,\"" + applicants + "\",\"" + inventors + "\",,,";
    }

    @Test
    void semicolonsPartNamesWhereNoBarDoes() throws IOException {
        String row = row("华为技术有限公司；清华大学", "王小明;李四");
        assertThat(lists(Field.APPLICANTS, row)).containsExactly(List.of("华为技术有限公司", "清华大学"));
        assertThat(lists(Field.INVENTORS, row)).containsExactly(List.of("王小明", "李四"));
    }

    @Test
    void aSemicolonIsAPartOfANameWhereBarsPartTheColumn() throws IOException {
        assertThat(lists(Field.APPLICANTS, row("A; Co. | B", "x"), row("C | D", "x"), row("E; Co.", "x")))
                .containsExactly(List.of("A; Co.", "B"), List.of("C", "D"), List.of("E; Co."));
        assertThat(lists(Field.APPLICANTS, row("A|B", "x"), row("C|D", "x"), row("E; Co.", "x")))
                .containsExactly(List.of("A", "B"), List.of("C", "D"), List.of("E; Co."));
        assertThat(lists(Field.APPLICANTS, row("A；B", "x"), row("C；D", "x"), row("E | F", "x")))
                .containsExactly(List.of("A", "B"), List.of("C", "D"), List.of("E", "F"));
    }

    @Test
    void theSemicolonOfAnEntityPartsNothing() throws IOException {
        assertThat(lists(Field.APPLICANTS, row("AT&amp;T INC.", "x"), row("M&#252;ller;B&amp;Q", "x")))
                .containsExactly(List.of("AT&T INC."), List.of("Müller", "B&Q"));
    }

    @Test
    void numbersAndDatesAreCutAtEither() throws IOException {
        String[] row = {
            "CN105555555A,中国,A,x,CN104444444A;US9801234B2 | EP1234567A1,US62/1; US62/2,2019-05-30；2019-09-17"
        };
        assertThat(lists(Field.CITED, row)).containsExactly(List.of("CN104444444A", "US9801234B2", "EP1234567A1"));
        assertThat(lists(Field.PRIORITY_NUMBERS, row)).containsExactly(List.of("US62/1", "US62/2"));
        assertThat(lists(Field.PRIORITY_DATE, row)).containsExactly(List.of("2019-05-30", "2019-09-17"));
    }

    @Test
    void countriesAreThoseOfTheNamesBesideThem() throws IOException {
        String header = "公开(公告)号,受理局,原始申请(专利权)人,原始申请(专利权)人区域,当前申请(专利权)人,当前申请(专利权)人国家\n";
        assertThat(parties(header, "华为 | Acme,中国 | US,Buyer,JP")).isEqualTo("华为/CN Acme/US");
        assertThat(parties(header, "华为 | Acme,CN,,")).isEqualTo("华为/CN Acme/CN");
        assertThat(parties(header, "华为,,Buyer,JP")).as("of the buyer").isEqualTo("华为/");
        assertThat(parties(header, "华为,,华为,CN")).as("of the same").isEqualTo("华为/CN");
        assertThat(parties(header, ",CN,Buyer | Other,JP | -")).isEqualTo("Buyer/JP Other/");
    }

    private static String parties(String header, String cells) throws IOException {
        String text = header + "CN105555555A,中国," + cells + "\n";
        var record = Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0);
        List<String> names = List.of(record.get(Field.APPLICANTS).split(String.valueOf(Field.SEPARATOR)));
        List<String> countries =
                List.of(record.getOrDefault(Field.APPLICANT_COUNTRIES, "").split(String.valueOf(Field.SEPARATOR), -1));
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + "/" + (i < countries.size() ? countries.get(i) : ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void oldNumbersAreThoseOfDocdb() throws IOException {
        String row = "AU1974075484A1,澳大利亚,A,x,ZA9003445B | US9801234B2,,";
        assertThat(lists(Field.PUBLICATION_NUMBER, row)).containsExactly(List.of("AU7548474A"));
        assertThat(lists(Field.CITED, row)).containsExactly(List.of("ZA903445B", "US9801234B2"));
    }
}
