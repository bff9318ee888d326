package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;

class SheetsTest {
    @TempDir
    Path dir;

    @Test
    void rowsAreReadByColumnNameWithTheirLine() throws IOException {
        Path file = text(
                "a.csv", "\uFEFFItem No, Text-EN\r\n1,\"two\r\nlines\"\r\n\r\n2,\"a \"\"quoted\"\" #1\"\r\n3,\r\n");
        Sheets.Table table = Sheets.table(Sheets.read(file).get(0), file, "item_no");
        assertThat(table.header()).containsExactly("item_no", "text_en");
        assertThat(table.rows()).extracting(Sheets.TableRow::number).containsExactly(2, 5, 6);
        assertThat(table.rows().get(0).get("text_en")).isEqualTo("two\nlines");
        assertThat(table.rows().get(1).get("TEXT EN")).isEqualTo("a \"quoted\" #1");
        assertThat(table.rows().get(1).reference("text_en")).isEqualTo("B5");
        assertThat(table.rows().get(2).get("text_en")).isNull();
    }

    @Test
    void semicolonsAndTabsSeparateToo() throws IOException {
        assertThat(Sheets.read(text("a.csv", "a;b\n1;2\n"))
                        .get(0)
                        .lines()
                        .get(1)
                        .cells())
                .containsExactly("1", "2");
        assertThat(Sheets.read(text("a.tsv", "a\tb\n1\t2, 3\n"))
                        .get(0)
                        .lines()
                        .get(1)
                        .cells())
                .containsExactly("1", "2, 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv.gz", "a.csv"})
    void packedTextIsReadWhateverItsName(String name) throws IOException {
        Path file = dir.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("名称\n石墨烯\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sheets.read(file).get(0).lines().get(1).cells()).containsExactly("石墨烯");
    }

    @Test
    void plainTextUnderTheNameOfPackedTextIsRead() throws IOException {
        assertThat(Sheets.read(text("a.csv.gz", "a\n1\n")).get(0).lines()).hasSize(2);
    }

    @Test
    void columnLettersGoBeyondZ() {
        assertThat(Sheets.columnLetters(0)).isEqualTo("A");
        assertThat(Sheets.columnLetters(25)).isEqualTo("Z");
        assertThat(Sheets.columnLetters(26)).isEqualTo("AA");
        assertThat(Sheets.columnLetters(701)).isEqualTo("ZZ");
    }

    @Test
    void hiddenSheetsAreReadOnlyWhereAskedForAndCellsCarryNotes() throws IOException {
        Path file = workbook(
                "book.xlsx",
                "<xf numFmtId='0'/><xf numFmtId='9'/>",
                new Part("seen", "", "<c r='A1' s='1'><v>0.85</v></c><c r='B1'><f>NOW()</f></c><c r='C1'><v>5</v></c>"),
                new Part("kept", "state='veryHidden'", "<c r='A1'><v>1</v></c>"));
        assertThat(Sheets.read(file)).extracting(Sheets.Sheet::name).containsExactly("seen");
        assertThat(Sheets.readAll(file)).extracting(Sheets.Sheet::isHidden).containsExactly(false, true);
        assertThat(Sheets.read(file).get(0).notes())
                .containsOnly(entry("A1", Sheets.Note.PERCENT), entry("B1", Sheets.Note.FORMULA_WITHOUT_VALUE));
        assertThat(Sheets.savedAt(file)).contains(Instant.parse("2026-03-31T10:00:00Z"));
        assertThat(Sheets.savedAt(text("a.csv", "a\n1\n"))).isEmpty();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void badFilesAreToldWithFileAndRemedy() throws IOException {
        assertFails(text("empty.csv", ""), "it is empty");
        assertFails(text("bad.xlsx", "no workbook"), "a damaged workbook");
        assertFails(text("a.doc", "x"), "Save it as .xlsx");
        assertFails(dir.resolve("none.csv"), "file not found");
        assertFails(text("long.csv", "a\n" + "x".repeat(Sheets.MAX_CELL + 1)), "may have 100,000 characters");
        Path latin = Files.write(dir.resolve("latin.csv"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});
        assertFails(latin, "not in UTF-8");
    }

    @Test
    void missingColumnIsNamed() throws IOException {
        Path file = text("a.csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> Sheets.table(Sheets.read(file).get(0), file, "expert_id"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("expert_id");
    }

    private void assertFails(Path file, String message) {
        assertThatThrownBy(() -> Sheets.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(String.valueOf(file.getFileName()))
                .hasMessageContaining(message);
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    /**
     * A sheet of a workbook.
     *
     * @param attributes further ones of its entry in the workbook
     * @param cells of its row
     */
    private record Part(String name, String attributes, String cells) {}

    /** A workbook that was changed on 2026-03-31, with these formats of cells. */
    private Path workbook(String name, String formats, Part... sheets) throws IOException {
        Path file = dir.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            String packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
            String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='" + type + "sheet.main+xml'/>"
                            + "<Override PartName='/xl/styles.xml' ContentType='" + type + "styles+xml'/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='" + packaged + "'><Relationship Id='r1' Type='" + relations
                            + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            StringBuilder entries = new StringBuilder();
            StringBuilder targets = new StringBuilder();
            for (int i = 1; i <= sheets.length; i++) {
                Part sheet = sheets[i - 1];
                entries.append("<sheet name='" + sheet.name() + "' sheetId='" + i + "' " + sheet.attributes()
                        + " r:id='r" + i + "'/>");
                targets.append("<Relationship Id='r" + i + "' Type='" + relations
                        + "/worksheet' Target='worksheets/sheet" + i + ".xml'/>");
                part(
                        zip,
                        "xl/worksheets/sheet" + i + ".xml",
                        "<worksheet xmlns='" + main + "'><sheetData><row r='1'>" + sheet.cells()
                                + "</row></sheetData></worksheet>");
            }
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + main + "' xmlns:r='" + relations + "'><sheets>" + entries
                            + "</sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='" + packaged + "'>" + targets + "<Relationship Id='styles' Type='"
                            + relations + "/styles' Target='styles.xml'/></Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns='" + main + "'><cellXfs>" + formats + "</cellXfs></styleSheet>");
            part(
                    zip,
                    "docProps/core.xml",
                    "<p xmlns:t='http://purl.org/dc/terms/'><t:modified>2026-03-31T10:00:00Z</t:modified></p>");
        }
        return file;
    }

    private Path wide(String name, String cells) throws IOException {
        return workbook(name, "<xf numFmtId='0'/>", new Part("Wide", "", cells));
    }

    @Test
    void aWorkbookWithFilledColumnsBeyondTheMostIsRefusedAndOneWithEmptyOnesIsNot() throws IOException {
        String beyond = Sheets.columnLetters(Sheets.MAX_COLUMNS) + "1";
        String first = "<c r='A1'><v>1</v></c>";

        assertFails(
                wide("wide.xlsx", first + "<c r='" + beyond + "'><v>2</v></c>"),
                "its sheet Wide has more than 2000 columns");
        assertThat(Sheets.read(wide("formatted.xlsx", first + "<c r='" + beyond + "' s='0'/>")))
                .hasSize(1);
    }
}
