package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

class TableFileTest {
    private static byte[] workbook(String kind, TestSheet... sheets) throws IOException {
        return kind.equals("xls") ? TestWorkbooks.xls(sheets) : TestWorkbooks.xlsx(sheets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void samplesInWorkbooksGiveTheSameRecordsAsInText(String kind) throws IOException {
        for (String sample :
                List.of("patentscope-2015", "patentscope-2025", "espacenet-2015", "patsnap-zh", "incopat")) {
            byte[] text = Tables.resource(sample + ".csv");
            List<List<?>> rows = new ArrayList<>();
            rows.add(List.of());
            rows.add(List.of("Query: something"));
            try (TableFile table = Tables.open(text)) {
                rows.add(table.header());
            }
            rows.addAll(Tables.cells(text));
            byte[] bytes = workbook(
                    kind, new TestSheet("Notes", List.of(List.of("x", "y"))), new TestSheet("ResultSet", rows));
            try (TableFile table = Tables.open(bytes)) {
                assertThat(table.container().name()).isEqualToIgnoringCase(kind);
                assertThat(table.sheet()).isEqualTo("ResultSet");
                assertThat(table.headerRow()).isEqualTo(3);
                assertThat(table.form()).isEmpty();
            }
            assertThat(Tables.printed(Tables.records(bytes))).isEqualTo(Tables.text(sample + ".expected.txt"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void sheetsOfOneHeaderAreOneTable(String kind) throws IOException {
        List<List<?>> cover = List.of(List.of("Export of 2 patents"), List.of("a", "b"));
        byte[] bytes = workbook(
                kind,
                new TestSheet("Cover", cover),
                new TestSheet(
                        "One",
                        List.of(
                                List.of("Query"),
                                List.of("Title", "Publication Number", "IPC - Current"),
                                List.of("t", "EP1A1", "H01M"))),
                new TestSheet("Empty", List.of()),
                new TestSheet(
                        "Two",
                        List.of(
                                List.of("Title", "Publication Number", "IPC - Current"),
                                List.of("u", "EP2A1"),
                                List.of("v", "EP3A1"))));
        try (TableFile table = Tables.open(bytes)) {
            assertThat(table.sheet()).isEqualTo("One, Two");
            assertThat(table.headerRow()).isEqualTo(2);
        }
        assertThat(Tables.cells(bytes))
                .containsExactly(List.of("t", "EP1A1", "H01M"), List.of("u", "EP2A1", ""), List.of("v", "EP3A1", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void exportsOfDifferentColumnsInOneWorkbookAreRefused(String kind) throws IOException {
        Tables.refused(
                workbook(
                        kind,
                        new TestSheet("One", List.of(List.of("Title", "Publication Number", "IPC - Current"))),
                        new TestSheet("Two", List.of(List.of("Publication Number", "IPC - Current")))),
                "One and Two",
                "different columns",
                "separate file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void sheetsThatLookLikePartsOfATableAreRefusedAndNotesAreNot(String kind) throws IOException {
        TestSheet table = new TestSheet("2013", List.of(List.of("pn", "title", "ipc"), List.of("EP1A1", "t", "H01M")));
        for (List<?> other : List.of(
                List.of("pn", "title", "ipc", "note"), List.of("ipc", "pn", "title"), List.of("EP2A1", "u", "H01M"))) {
            Tables.refused(
                    workbook(kind, table, new TestSheet("2014", List.of(other, List.of("EP3A1", "v", "H01M")))),
                    "2013 and 2014",
                    "different columns");
        }
        TestSheet goesOn = new TestSheet("2014", List.of(List.of("EP2A1", "u"), List.of("EP3A1", "v", "H01M")));
        Tables.refused(workbook(kind, table, goesOn), "2013 and 2014", "different columns");
        TestSheet notes = new TestSheet("Notes", List.of(List.of("What was searched"), List.of("batteries")));
        assertThat(Tables.cells(workbook(kind, table, notes))).containsExactly(List.of("EP1A1", "t", "H01M"));
        TestSheet shorter = new TestSheet("2015", List.of(List.of("EP4A1", "w")));
        try (TableFile file = Tables.open(workbook(kind, notes, table, shorter))) {
            assertThat(file.sheetsLeft())
                    .as("of the first sheet, for want of a known header")
                    .isEqualTo(List.of("2013", "2015"));
        }
        try (TableFile file = Tables.open(workbook(kind, table, notes, shorter))) {
            assertThat(file.sheetsLeft()).containsExactly("2015");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void aHiddenSheetIsNotReadUnlessAllAre(String kind) throws IOException {
        TestSheet old = new TestSheet("Old", List.of(List.of("a", "b"), List.of("1", "2")));
        TestSheet shown = new TestSheet("New", List.of(List.of("a", "b"), List.of("3", "4")));
        assertThat(Tables.cells(TestWorkbooks.hiding(kind, 1, old, shown))).containsExactly(List.of("3", "4"));
        assertThat(Tables.cells(workbook(kind, old, shown))).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void numbersArePlainAndDatesIso(String kind) throws IOException {
        byte[] bytes = workbook(
                kind,
                new TestSheet(
                        "S",
                        List.of(
                                List.of("a", "b", "c"),
                                List.of(20150226, 2.0150376176E10, 0.1),
                                List.of(LocalDate.of(2015, 2, 26), 1e15, -3),
                                List.of("2015026896", " text ", "007"))));
        assertThat(Tables.cells(bytes))
                .containsExactly(
                        List.of("20150226", "20150376176", "0.1"),
                        List.of("2015-02-26", "1E+15", "-3"),
                        List.of("2015026896", " text ", "007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void rowsAreAsWideAsTheHeaderOrAsTheyAreFilled(String kind) throws IOException {
        List<List<?>> rows = List.of(
                List.of("a", "b", "c"),
                List.of("1"),
                List.of(),
                Arrays.asList(null, "2"),
                List.of("1", "2", "3", "", " "),
                List.of("1", "2", "3", "", "5"));
        byte[] bytes = workbook(kind, new TestSheet("S", rows));
        assertThat(Tables.cells(bytes))
                .containsExactly(
                        List.of("1", "", ""),
                        List.of("", "2", ""),
                        List.of("1", "2", "3"),
                        List.of("1", "2", "3", "", "5"));
        try (TableFile table = Tables.open(bytes);
                TableRows found = table.rows()) {
            List<Long> numbers = new ArrayList<>();
            found.forEachRemaining(row -> numbers.add(row.number()));
            assertThat(numbers).containsExactly(2L, 4L, 5L, 6L);
        }
    }

    @Test
    void kindIsToldByContentAndNotByName(@TempDir Path folder) throws IOException {
        byte[] text = Tables.resource("derwent.csv");
        Path named = Files.write(folder.resolve("export.xls"), text);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(FiveFormats.patentscope(FiveFormats.PUBLICATIONS));
        }
        Path workbook = Files.write(folder.resolve("export.csv"), packed.toByteArray());
        try (TableFile a = Tables.open(named);
                TableFile b = Tables.open(workbook)) {
            assertThat(a.container()).isEqualTo(TableFile.Container.TEXT);
            assertThat(a.layout().orElseThrow().name()).isEqualTo("DERWENT");
            assertThat(b.container()).isEqualTo(TableFile.Container.XLS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<html><body><table><tr><td>a</td></tr></table>~web page",
                "<!DOCTYPE html>~web page",
                "<table border=1>~web page",
                "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>~Excel 2003",
                "<?xml version='1.0'?><a/>~XML",
                "<?xml version='1.0'?><!DOCTYPE PATDOC SYSTEM 'a.dtd' []><PATDOC>~USPTO from 2001 to 2004",
                "<?xml version='1.0'?><patent-application-publication>~USPTO from 2001 to 2004",
                "%PDF-1.4~PDF",
                "PAR1~Parquet"
            })
    void whatIsNoTableIsRefusedByItsKind(String start, String says) {
        Tables.refused(start.getBytes(StandardCharsets.UTF_8), says);
        if (start.startsWith("<")) {
            Tables.refused(("\ufeff \n" + start).getBytes(StandardCharsets.UTF_16LE), says);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "425a683931415926,bzip2",
        "425a683117724538,bzip2",
        "fd377a585a000004,xz",
        "28b52ffd24000000,zstd",
        "377abcaf271c0004,7z",
        "526172211a070100,rar"
    })
    void archiveThatIsNotReadIsRefusedByItsFirstBytes(String hex, String says) {
        Tables.refused(Arrays.copyOf(HexFormat.of().parseHex(hex), 600), says, "Unpack it");
    }

    @Test
    void tarIsRefusedPackedAndPlain(@TempDir Path folder) throws IOException {
        byte[] tar = PackedTest.tar("lens.csv", Tables.resource("lens-2024.csv"));
        for (byte[] bytes : List.of(tar, PackedTest.gzip(tar))) {
            Path file = Files.write(folder.resolve("export.csv"), bytes);
            assertThatThrownBy(() -> Tables.open(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContainingAll("export.csv", "a tar archive", "Unpack it");
        }
        assertThat(Tables.cells(("a,b\n" + "x".repeat(253) + "ustar,c\n").getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void headerMayStartLikeAMarkOfAnArchive() throws IOException {
        for (String header : List.of("BZh,number", "BZh9,number", "Rar!,number", "7z,number")) {
            assertThat(Tables.cells((header + "\na,b\n").getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(List.of("a", "b"));
        }
    }

    @Test
    void openDocumentIsNamedWhateverItHolds(@TempDir Path folder) throws IOException {
        for (String kind : List.of("spreadsheet", "text")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                TestWorkbooks.part(zip, "mimetype", "application/vnd.oasis.opendocument." + kind);
                TestWorkbooks.part(zip, "content.xml", "<a/>");
            }
            Tables.refused(out.toByteArray(), "OpenDocument", "Save it as CSV or .xlsx");
            Path file = Files.write(folder.resolve("export.csv"), out.toByteArray());
            assertThatThrownBy(() -> Tables.open(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContainingAll("export.csv", "OpenDocument");
        }
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        Tables.refused(new byte[0], "empty");
        Tables.refused("\n\n".getBytes(StandardCharsets.UTF_8), "empty");
        Tables.refused(TestWorkbooks.xlsx(new TestSheet("S", List.of())), "sheets are empty");
        Tables.refused(TestWorkbooks.xls(new TestSheet("S", List.of())), "sheets are empty");
        assertThat(Tables.cells("a,b\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void encryptedWorkbooksAreRefused() throws IOException {
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("S").createRow(0).createCell(0).setCellValue("a");
            book.write(xls);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        Tables.refused(xls.toByteArray(), "encrypted", "password");
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            files.writeFilesystem(xlsx);
        }
        Tables.refused(xlsx.toByteArray(), "encrypted");
    }

    @Test
    void otherDocumentsOfOfficeAreNamed() throws IOException {
        for (String part :
                List.of("word/document.xml Word", "content.xml OpenOffice", "xl/workbook.bin binary", "a ZIP")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                if (!part.startsWith("a ")) {
                    TestWorkbooks.part(zip, "[Content_Types].xml", "<a/>");
                }
                TestWorkbooks.part(zip, part.split(" ", -1)[0], "<a/>");
            }
            Tables.refused(out.toByteArray(), part.split(" ", -1)[1]);
        }
        Tables.refused(PackedTest.zip("docdb.xml"), "a ZIP archive within another", "Unpack the outer archive");
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), "Book");
            files.writeFilesystem(old);
        }
        Tables.refused(old.toByteArray(), "Excel 95");
    }

    @Test
    void cellsSayNoUntruthsOfTheirPlace() throws IOException {
        Tables.refused(TestWorkbooks.xlsxOf("<row><c r='ZZZZZZZ1'><v>1</v></c></row>", ""), "columns");
        Tables.refused(TestWorkbooks.xlsxOf("<row r='1'><c r='XFD1'><v>1</v></c></row>", ""), "row 1", "2000 columns");
        String shared = "<row><c t='s'><v>0</v></c></row><row><c t='s'><v>999999999</v></c><c><v>7</v></c></row>";
        Tables.refused(TestWorkbooks.xlsxOf(shared, "<si><t>a</t></si>"), "damaged", "shared text", "sheet S, row 2");
    }

    @Test
    void valuesOfWorkbooksAreReadAsTheyWereStored() throws IOException {
        String rows = "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><r><t>b</t></r><r><t>c</t></r></is></c></row>"
                + "<row><c t='str'><f>1+1</f><v>two_x000D_</v></c><c><f>SUM(A1)</f><v>2.50E+3</v></c></row>"
                + "<row><c t='b'><v>1</v></c><c t='e'><v>#VALUE!</v></c></row>"
                + "<row><c t='d'><v>2015-02-26T00:00:00</v></c><c><v>not a number</v></c></row>";
        byte[] bytes = TestWorkbooks.xlsxOf(rows, "<si><t>漢</t><rPh sb='0' eb='1'><t>かん</t></rPh><t>字</t></si>");
        try (TableFile table = Tables.open(bytes)) {
            assertThat(table.header()).containsExactly("漢字", "bc");
        }
        assertThat(Tables.cells(bytes))
                .containsExactly(List.of("two\r", "2500"), List.of("TRUE", ""), List.of("2015-02-26", "not a number"));
    }

    @Test
    void entitiesOfDocumentTypesAreNotOpened() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            TestWorkbooks.part(
                    zip,
                    "xl/workbook.xml",
                    "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><workbook><sheets>"
                            + "<sheet name='&b;'/></sheets></workbook>");
        }
        Tables.refused(out.toByteArray(), "a damaged workbook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx", "text"})
    void rowWithATooLongCellIsMarked(String kind) throws IOException {
        String text = "a,b\n" + "x".repeat(101) + ",1\n2,2\n";
        List<List<?>> rows = List.of(List.of("a", "b"), List.of("x".repeat(101), 1), List.of(2, 2));
        byte[] bytes =
                kind.equals("text") ? text.getBytes(StandardCharsets.UTF_8) : workbook(kind, new TestSheet("S", rows));
        try (TableFile table = TableFile.open(
                        "f",
                        () -> new ByteArrayInputStream(bytes),
                        TextForm.Given.NOTHING,
                        TableLimits.DEFAULT.withCell(100));
                TableRows found = table.rows()) {
            TableRow first = found.next();
            assertThat(first.tooLong()).isTrue();
            assertThat(first.cells()).containsExactly("x".repeat(100), "1");
            assertThat(first.raw()).startsWith("xxx").endsWith("1");
            assertThat(found.next()).matches(row -> !row.tooLong());
            assertThat(found.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void limitsOfRowsAndColumnsAndSizeAreKept(String kind) throws IOException {
        List<List<?>> rows = new ArrayList<>(Collections.nCopies(12, List.of("a", "b", "c")));
        byte[] bytes = workbook(kind, new TestSheet("S", rows));
        for (TableLimits limits : List.of(
                new TableLimits(9, 2, 99, 1 << 20),
                new TableLimits(9, 9, 11, 1 << 20),
                new TableLimits(9, 9, 99, 1000))) {
            assertThatThrownBy(() -> {
                        try (TableFile table = TableFile.open(
                                        "f", () -> new ByteArrayInputStream(bytes), TextForm.Given.NOTHING, limits);
                                TableRows found = table.rows()) {
                            found.forEachRemaining(
                                    row -> assertThat(row.cells()).hasSize(3));
                        }
                    })
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("f");
        }
    }
}
