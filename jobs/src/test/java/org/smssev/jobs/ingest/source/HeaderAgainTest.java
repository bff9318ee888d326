package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;

class HeaderAgainTest {
    private static final List<String> HEADER = List.of("number", "title", "abstract", "published");
    private static final List<String> ROW = List.of("US 9000001 B2", "Anode", "Text", "2015-06-17");

    @TempDir
    private Path folder;

    private final List<Inspection> found = new ArrayList<>();
    private final List<UserException> refused = new ArrayList<>();

    private void look(String name, byte[] bytes, Map<String, String> columns) throws IOException {
        Source known = Inspection.RECOGNISED;
        Source source = new Source(known.name(), known.path(), known.text(), columns, null, List.of());
        Path file = Files.write(folder.resolve(name), bytes);
        Inspection.of(file, source, Inspection.Settings.DEFAULT, Long.MAX_VALUE, () -> null, found::add, refused::add);
    }

    private static byte[] text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final Map<String, String> COLUMNS =
            Map.of("publication-number", "number", "title", "title", "publication-date", "published");

    @Test
    void aHeaderOfTheSameOrderIsOneRejectedRow() throws IOException {
        look("again.csv", text(List.of(HEADER, ROW, HEADER, ROW)), COLUMNS);

        assertThat(refused).isEmpty();
        assertThat(found.get(0).rejected()).containsExactly(Map.entry("NOT_A_PATENT", 1L));
        assertThat(found.get(0).examples()).containsExactly("record 2: NOT_A_PATENT, the header of the file again");
    }

    @Test
    void aHeaderOfAnotherOrderIsRefusedInTextAndWorkbooks() throws IOException {
        List<String> other = List.of("\ufeffnumber", "abstract", "title", "published");
        List<List<String>> rows = List.of(HEADER, ROW, ROW, other, ROW);
        look("two.csv", text(rows), COLUMNS);
        look("two.xlsx", TestWorkbooks.xlsx(new TestWorkbooks.TestSheet("S", new ArrayList<>(rows))), COLUMNS);

        assertThat(found).isEmpty();
        assertThat(refused)
                .hasSize(2)
                .allSatisfy(
                        e -> assertThat(e).hasMessageContainingAll("two.", "record 3 is a header", "Split the file"));
    }

    @Test
    void aHeaderOfAnotherToolOrLanguageBelowRowsIsRefused() throws IOException {
        String derwent = "Publication Number,Title,Assignee/Applicant,IPC - Current,Publication Date\n"
                + "US1A1,Anode,X,H01M4/13,2015-01-01\n";
        String chinese = "公开(公告)号,标题,申请日,公开(公告)日,IPC分类号,受理局\nCN101950000A,电池,2014-01-01,2015-01-01,H01M4/13,中国\n";
        String english = "Publication Number,Title,Publication Date,Application Date,IPC,Patent Office\n"
                + "CN101960000A,Battery,2016-06-06,2014-04-04,H01M4/13,China\n";
        for (String text : List.of(derwent + english, chinese + english, derwent + chinese)) {
            look("below.csv", text.getBytes(StandardCharsets.UTF_8), Map.of());
        }
        look(
                "mapped.csv",
                ("number,title,abstract,published\nUS1A1,a,b,2015-01-01\n" + english).getBytes(StandardCharsets.UTF_8),
                COLUMNS);

        assertThat(found).isEmpty();
        assertThat(refused)
                .hasSize(4)
                .allSatisfy(e -> assertThat(e).hasMessageContainingAll("record 2 is a header", "Split the file"));
    }

    @Test
    void rowsWithNamesOfTheirOwnColumnsAreNoHeader() throws IOException {
        look(
                "numbers.csv",
                ",0,1,2,3,number,title,abstract,published\n0,0,1,0,1,US1A1,a,b,2015-01-01\n"
                        .getBytes(StandardCharsets.UTF_8),
                COLUMNS);
        look(
                "codes.csv",
                "US,EP,CN,JP,number,title,abstract,published\nUS,EP,CN,JP,US1A1,a,b,2015-01-01\n"
                        .getBytes(StandardCharsets.UTF_8),
                COLUMNS);

        assertThat(refused).isEmpty();
        assertThat(found).extracting(Inspection::taken).containsExactly(1L, 1L);
    }

    @Test
    void rowsMayEndEarlyAsExcelEndsThemAndNotElse() throws IOException {
        String header = "Display Key;Jurisdiction;Kind;Lens ID;Publication Date;Title;Applicants;IPCR Classifications;"
                + "NPL Citations;Legal Status;;\n";
        String row = "EP %d A1;EP;A1;1;2016-05-05;T;X;H01M4/13;n;p\n";
        StringBuilder excel = new StringBuilder(header);
        for (int i = 1; i <= 15; i++) {
            excel.append(String.format(row, i));
        }
        for (int i = 16; i <= 47; i++) {
            excel.append(String.format(row, i).replace(";n;p", ""));
        }
        look("excel.csv", excel.toString().getBytes(StandardCharsets.UTF_8), Map.of());
        look(
                "broken.csv",
                "number,title,abstract,published,url,note,status\nUS1A1,a,b,2015-01-01,u,see US2\n7654321,pending,x,y\n"
                        .getBytes(StandardCharsets.UTF_8),
                COLUMNS);
        look(
                "unnamed.csv",
                "number,title,abstract,published,,\nUS1A1,a,b,2015-01-01\n".getBytes(StandardCharsets.UTF_8),
                COLUMNS);

        assertThat(refused).isEmpty();
        assertThat(found).extracting(Inspection::taken).containsExactly(47L, 0L, 1L);
        assertThat(found.get(1).rejected()).isEqualTo(Map.of("FIELD_COUNT", 2L));
    }

    @Test
    void aHeaderOfOtherColumnsOfTheSameLayoutIsRefused() throws IOException {
        String first =
                "Jurisdiction,Kind,Display Key,Title,Abstract,Publication Date,Applicants,IPCR Classifications,Lens ID\n";
        String second = first.replace(",Lens ID", ",Inventors");
        look("two.csv", (first + second).getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(refused).hasSize(1).allSatisfy(e -> assertThat(e).hasMessageContaining("record 1 is a header"));
    }

    @Test
    void rowsThatHaveNamesOfColumnsAreRecords() throws IOException {
        look("words.csv", text(List.of(HEADER, List.of("US 1 A", "title", "abstract", "2015-06-17"))), COLUMNS);

        assertThat(refused).isEmpty();
        assertThat(found.get(0).taken()).isEqualTo(1);
    }
}
