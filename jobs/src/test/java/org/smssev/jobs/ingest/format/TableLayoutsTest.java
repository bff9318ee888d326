package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.jobs.testing.RealData;

class TableLayoutsTest {
    private static List<String> header(String resource) throws IOException {
        try (TableFile table = Tables.open(Tables.resource(resource))) {
            return table.header();
        }
    }

    private static String layout(List<String> header) {
        return TableLayouts.recognise(header).map(TableLayout::name).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "lens-2024, LENS_CSV",
        "lens-2021, LENS_CSV",
        "lens-2015, LENS_CSV",
        "patentscope-2015, PATENTSCOPE",
        "patentscope-2025, PATENTSCOPE",
        "espacenet-2015, ESPACENET",
        "derwent, DERWENT",
        "patsnap-zh, PATSNAP",
        "patsnap-en, PATSNAP",
        "incopat, INCOPAT",
        "google, GOOGLE_CSV",
        "google-search, GOOGLE_SEARCH"
    })
    void everySampleGivesItsRecords(String sample, String layout) throws IOException {
        List<String> header = header(sample + ".csv");
        assertThat(layout(header)).isEqualTo(layout);
        assertThat(Tables.printed(Tables.records(Tables.resource(sample + ".csv"))))
                .isEqualTo(Tables.text(sample + ".expected.txt"));

        // The order, case and width of the names do not matter.
        List<String> turned = new ArrayList<>(header);
        Collections.shuffle(turned, new Random(7));
        turned.replaceAll(n -> " " + n.toUpperCase(Locale.ROOT).replace("(", "（") + "\u00a0");
        assertThat(layout(turned)).isEqualTo(layout);
    }

    @Test
    void englishHeadersOfPatSnapAndPrioritiesOfPatentscopeAreKnown() {
        assertThat(layout(List.of(
                        "Publication Number",
                        "Title",
                        "Current Assignee",
                        "Original Assignee",
                        "IPC",
                        "Simple Family",
                        "Authority")))
                .isEqualTo("PATSNAP");
        assertThat(layout(List.of("Publication Number", "Publication Date", "Title", "Priorities Data", "IPC")))
                .isEqualTo("PATENTSCOPE");
    }

    @Test
    void namesOfEspacenetHoldSemicolonsWhereLinesPartThem() throws IOException {
        String header =
                "Title,Publication number,Inventor(s),Applicant(s),International classification,Priority number(s)\n";
        String row = "t,WO2015026896 (A1),X [US],\"A; B & CO [DE]\nELWHA LLC [US]\n\",H01M10/05,\n";
        String both = "t,WO2015026896 (A1),X [US],\"A [DE];\nELWHA LLC [US];\n\",H01M10/05,\n";
        String cleaned = "t,WO2015026896 (A1),X [US],A [DE]; ELWHA LLC [US],H01M10/05,\n";
        assertThat(Tables.records((header + row + both + cleaned).getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS))
                .containsExactly("A; B & CO\u001fELWHA LLC", "A\u001fELWHA LLC", "A\u001fELWHA LLC");
    }

    @Test
    void namesHoldSemicolonsAlsoAloneInTheirCellWhereOtherCellsHaveLinesOrBars() throws IOException {
        String header = "Title,Publication number,Inventors,Applicants,IPC,Earliest priority\n";
        String alone = "t,WO2015026896A1,X [US],WIESENTHAL; JOHN F. [GB],H01M10/05,\n";
        String lines = "t,WO2015026896A1,X [US],\"A [DE]\nB [US]\",H01M10/05,\n";
        String rewritten = "t,WO2015026896A1,X [US],A [DE]; B [US],H01M10/05,\n";
        assertThat(Tables.records((header + alone + lines.repeat(3) + rewritten).getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS))
                .containsExactly("WIESENTHAL; JOHN F.", "A\u001fB", "A\u001fB", "A\u001fB", "A\u001fB");
        String entity = "t,WO2015026896A1,X [US],AT&amp;T [US],H01M10/05,\n";
        assertThat(Tables.records((header + entity.repeat(3) + lines + entity).getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS))
                .containsExactly("AT&T", "AT&T", "AT&T", "A\u001fB", "AT&T");
        assertThat(Tables.records(
                        (header + entity.repeat(3) + lines.repeat(2) + alone).getBytes(StandardCharsets.UTF_8)))
                .last()
                .extracting(record -> record.get(Field.APPLICANTS))
                .isEqualTo("WIESENTHAL; JOHN F.");
        assertThat(Tables.records((header + alone + rewritten).getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS))
                .containsExactly("WIESENTHAL\u001fJOHN F.", "A\u001fB");
        String derwent = "Publication Number,IPC - Current,Assignee/Applicant,Inventor\n";
        String bars = "US1A,H01M 10/05,A | B; C,X; Y\n";
        String single = "US2A,H01M 10/05,WIESENTHAL; JOHN F.,X\n";
        assertThat(Tables.records((derwent + bars.repeat(2) + single).getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS) + "/" + record.get(Field.INVENTORS))
                .containsExactly("A\u001fB; C/X\u001fY", "A\u001fB; C/X\u001fY", "WIESENTHAL; JOHN F./X");
    }

    @Test
    void oneStrayBreakOrBarInAColumnDoesNotJoinTheNamesOfAllItsLists() throws IOException {
        String espacenet = "Title,Publication number,Inventors,Applicants,IPC,Earliest priority\n"
                + "t,WO2015026896A1,X [US],\"A [DE]\nB [US]\",H01M10/05,\n"
                + "t,WO2015026896A1,X [US],A; B; C,H01M10/05,\n".repeat(5);
        String derwent = "Publication Number,IPC - Current,Assignee/Applicant,Inventor\n"
                + "US1A,H01M 10/05,A | B,\"X\nY\"\n"
                + "US2A,H01M 10/05,A; B; C,X; Y; Z\n".repeat(5);
        assertThat(Tables.records(espacenet.getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS))
                .hasSize(6)
                .startsWith("A\u001fB", "A\u001fB\u001fC")
                .endsWith("A\u001fB\u001fC");
        assertThat(Tables.records(derwent.getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.APPLICANTS) + "/" + record.get(Field.INVENTORS))
                .hasSize(6)
                .startsWith("A\u001fB/X\u001fY", "A\u001fB\u001fC/X\u001fY\u001fZ")
                .endsWith("A\u001fB\u001fC/X\u001fY\u001fZ");
    }

    @Test
    void listThatWasCutAtABlankLosesItsLastValueAsWell() throws IOException {
        String cut = "EP1;" + "US 1234567 B2; ".repeat(2_184) + "US ";
        assertThat(cut).hasSize(32_767);
        String text = "Publication Number,IPC - Current,Cited Patents,Title\nUS1A,H01M 10/05," + cut + ",t\n";
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .get(Field.CITED)
                        .split("\u001f"))
                .hasSize(2_185)
                .containsOnly("EP1", "US1234567B2");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-01-04, 2010-01-04, 1000",
        "04/01/2010, 04/01/2010, 10000",
        "30/01/2010, 04/01/2010, 1000",
        "04/01/2010, 30/01/2010, 5000"
    })
    void rowsAreReadOnlyUntilTheyTellHowTheFileIsWritten(String date, String later, int count) {
        List<String> header = List.of("Title", "Publication number", "Inventors", "IPC", "Earliest priority");
        TableLayout.Bound bound =
                TableLayouts.recognise(header).orElseThrow().bind(header).orElseThrow();
        AtomicInteger read = new AtomicInteger();
        Iterator<TableRow> rows = IntStream.rangeClosed(1, 20_000)
                .mapToObj(n -> new TableRow(
                        read.incrementAndGet(),
                        List.of("t", "WO2015026896A1", "X", "", n < 5_000 ? date : later),
                        null,
                        false))
                .iterator();
        bound.by(rows);
        assertThat(read).hasValue(count);
    }

    private static List<String> datesOfEspacenet(String... dates) throws IOException {
        StringBuilder text = new StringBuilder("Title,Publication number,Inventors,IPC,Earliest priority\n");
        for (String date : dates) {
            text.append("t,WO2015026896A1,X [US],H01M10/05,").append(date).append('\n');
        }
        return Tables.records(text.toString().getBytes(StandardCharsets.UTF_8)).stream()
                .map(record -> record.get(Field.PRIORITY_DATE))
                .toList();
    }

    @Test
    void theFileTellsWhetherTheDayOrTheMonthOfADateWithSlashesComesFirst() throws IOException {
        assertThat(datesOfEspacenet("04/01/2010", "05/06/2011", "2012-03-04"))
                .containsExactly("2010-01-04", "2011-06-05", "2012-03-04");
        assertThat(datesOfEspacenet("4/1/2010", "7/30/2014", "10/11/2011"))
                .containsExactly("2010-04-01", "2014-07-30", "2011-10-11");
        assertThat(datesOfEspacenet("4/1/2010", "30/7/2014", "10/11/2011"))
                .containsExactly("2010-01-04", "2014-07-30", "2011-11-10");
        assertThat(datesOfEspacenet("4/1/2010", "10/11/2011")).containsExactly("4/1/2010", "10/11/2011");
        assertThat(datesOfEspacenet("30/07/2014", "07/30/2014", "04/01/2010"))
                .containsExactly("30/07/2014", "07/30/2014", "04/01/2010");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Publication Number,DWPI Accession Number,IPC - Current;EP1A1,2010A1,H01M 10/05",
                "Application Id,Application Number,Title,Country,IPC;EP1,1,T,EP,H01M 10/05",
                "公开(公告)号,标题(译)(简体中文),IPC分类号;EP1A1,电池,H01M10/05",
                "公开(公告)号,标题,申请人国别代码,IPC;EP1A1,电池,CN,H01M10/05"
            })
    void datesThatASpreadsheetProgramRewroteAreReadInAllLayoutsWhereTheFileTells(String table) throws IOException {
        String[] lines = table.split(";");
        String date = lines[0].startsWith("公") ? "公开(公告)日" : "Publication Date";
        String text = lines[0] + "," + date + "\n" + lines[1] + ",4/1/2010\n" + lines[1].replace("EP1", "EP2");
        assertThat(Tables.records((text + ",2/15/2008\n").getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.PUBLICATION_DATE))
                .containsExactly("2010-04-01", "2008-02-15");
        assertThat(Tables.records((text + ",5/6/2008\n").getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.PUBLICATION_DATE))
                .containsExactly("4/1/2010", "5/6/2008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014/6/16", "2014-6-16", "2014.06.16", "2014年6月16日", "2014/6/16 0:00"})
    void datesWithTheYearFirstAreReadInAllLayouts(String date) throws IOException {
        assertThat(datesOfEspacenet(date)).containsExactly("2014-06-16");
        String lens = "Jurisdiction,Kind,Display Key,Lens ID,Publication Date\nUS,A1,US 1 A1,x," + date + "\n";
        assertThat(Tables.records(lens.getBytes(StandardCharsets.UTF_8)))
                .extracting(record -> record.get(Field.PUBLICATION_DATE))
                .containsExactly("2014-06-16");
        assertThat(Dates.of("dd.MM.yyyy").read(date)).isEqualTo("2014-06-16");
        assertThat(Dates.of("dd.MM.yyyy").read("2014/6-16")).isEqualTo("2014/6-16");
    }

    @Test
    void boundLayoutNamesItsColumnsAndTravels() throws Exception {
        List<String> header = header("patsnap-zh.csv");
        TableLayout.Bound bound =
                TableLayouts.recognise(header).orElseThrow().bind(header).orElseThrow();
        assertThat(bound.columns())
                .containsEntry(Field.PUBLICATION_NUMBER, "公开(公告)号")
                .containsEntry(Field.TITLE, "标题(译)(简体中文), 标题(译)(English)")
                .doesNotContainKeys(Field.FAMILY_MEMBERS, Field.CITED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(bound);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TableLayout.Bound arrived = (TableLayout.Bound) in.readObject();
            assertThat(arrived.columns()).isEqualTo(bound.columns());
            List<String> cells = List.of("1", "CN1A");
            assertThat(arrived.fields(cells))
                    .isEqualTo(Map.of(Field.PUBLICATION_NUMBER, "CN1A", Field.OFFICE, "CN", Field.KIND, "A"));
        }
    }

    @Test
    void scholarlyExportOfTheLensIsNoPatentExport() throws IOException {
        List<String> header = header("lens-scholar.csv");
        assertThat(TableLayouts.recognise(header)).isEmpty();
        TableLayouts.Nearest nearest = TableLayouts.nearest(header).orElseThrow();
        assertThat(nearest.name()).isEqualTo("LENS_CSV");
        assertThat(nearest.missing())
                .containsExactly(
                        "Jurisdiction or Display Key", "Kind or Display Key", "Display Key or Publication Number");
        assertThat(nearest.share()).isBetween(0.05, 0.3);
        assertThat(TableLayouts.nearest(List.of("colour", "price"))).isEmpty();
    }

    @Test
    void exportWithoutIpcIsRefusedWithTheReason() throws IOException {
        byte[] file = Tables.resource("jplatpat.csv");
        assertThatThrownBy(() -> Tables.open(file).close())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the file")
                .hasMessageContaining("J-PlatPat")
                .hasMessageContaining("no IPC");
        assertThat(TableLayouts.refusal(List.of("文献番号", "FI", "IPC"))).isEmpty();
        assertThat(TableLayouts.refusal(List.of("Fi", "Foo"))).isEmpty();
    }

    @Test
    void noTextHoldsTheSeparatorOfLists() throws IOException {
        String text = Tables.text("lens-2021.csv").replace("Systems", "Sys\u001ftems &#31;&#0;\0x");
        assertThat(Tables.records(text.getBytes(StandardCharsets.UTF_8)).get(0))
                .containsEntry(Field.TITLE, "Sys tems x");
    }

    @Test
    void membersOfInpadocAloneTellNoExportOfDerwent() {
        List<String> families = List.of(
                "application_number",
                "priority_date",
                "family_members",
                "inpadoc_family_members",
                "publication_number");
        assertThat(layout(families)).isEqualTo("none");
        assertThat(layout(List.of("publication_number", "inpadoc_family_members", "dwpi_family_numbers")))
                .isEqualTo("DERWENT");
    }

    @Test
    void ofColumnsOfOneNameTheFirstThatIsFilledCounts() throws IOException {
        String header = "Jurisdiction,Kind,Display Key,Lens ID,Applicants,IPCR Classifications,Applicants,Applicants";
        assertThat(Tables.record(header, "US,B2,US 7654321 B2,1,,H01M10/05,,ACME"))
                .containsEntry(Field.APPLICANTS, "ACME");
        assertThat(Tables.record(header, "US,B2,US 7654321 B2,1,FOO,H01M10/05,BAR,ACME"))
                .containsEntry(Field.APPLICANTS, "FOO");
        String two = "Jurisdiction,Kind,Display Key,Lens ID,Applicants,IPCR Classifications";
        assertThat(Tables.record(
                        two + "," + two, "US,B2,US 7654321 B2,1,,H01M10/05,US,B2,US 7654322 B2,2,BOLT,H01M10/06"))
                .as("two tables side by side")
                .doesNotContainKey(Field.APPLICANTS);
    }

    @Test
    void setsOnDronesBindAsTheirNamesSay() throws IOException {
        Path folder = RealData.folder("drones");
        try (TableFile lens = Tables.open(folder.resolve("lens_drones.csv.gz"));
                TableFile numbers = Tables.open(folder.resolve("numbers.csv.gz"))) {
            // R has renamed the columns of the first and rewritten its dates.
            assertThat(lens.layout().orElseThrow().name()).isEqualTo("LENS_CSV");
            assertThat(numbers.layout().orElseThrow().name()).isEqualTo("DERWENT");
            assertThat(count(lens)).isEqualTo(9071);
            assertThat(count(numbers)).isEqualTo(15776);
        }
    }

    private static long count(TableFile table) throws IOException {
        try (TableRows rows = table.rows()) {
            long count = 0;
            while (rows.hasNext()) {
                assertThat(rows.next().cells()).hasSameSizeAs(table.header());
                count++;
            }
            return count;
        }
    }
}
