package org.smssev.jobs.ingest.format.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.ingest.format.FiveFormats;
import org.smssev.jobs.ingest.format.Tables;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

class DamagedWorkbookTest {
    @TempDir
    private Path folder;

    @Test
    void truncatedWorkbooksAreRefused() throws IOException {
        for (byte[] whole : List.of(
                FiveFormats.patSnap(FiveFormats.PUBLICATIONS), FiveFormats.patentscope(FiveFormats.PUBLICATIONS))) {
            Tables.refused(Arrays.copyOf(whole, whole.length / 2), "a damaged workbook");
        }
    }

    @Test
    void workbooksWhoseSharedTextsEndEarlyAreRefused() throws IOException {
        String rows = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>";
        assertThat(Tables.cells(TestWorkbooks.xlsxOf("<row><c><v>1</v></c></row>" + rows, "<si><t>a</t></si><si/>")))
                .as("an empty text is one")
                .containsExactly(List.of("a"));
        Tables.refused(TestWorkbooks.xlsxOf(rows, "<si><t>a</t></si>"), "damaged", "shared text");
        Tables.refused(TestWorkbooks.xlsxOf(rows, ""), "damaged", "shared text");
        byte[] old = TestWorkbooks.xls(new TestSheet("S", List.of(List.of("a", "b"), List.of("c", "d"))));
        int cell = at(old, 0xfd, 0, 10, 0, 1, 0, 1, 0);
        old[cell + 10] = 4;
        Tables.refused(old, "damaged", "shared text", "sheet S, row 2");
        // A number of texts that is greater than that of those which are there.
        old[at(old, 0xfc, 0) + 8] = 6;
        Tables.refused(old, "damaged", "shared text");
    }

    private static int at(byte[] bytes, int... wanted) {
        for (int i = 0; i < bytes.length - wanted.length; i++) {
            int from = i;
            if (IntStream.range(0, wanted.length).allMatch(j -> (bytes[from + j] & 0xff) == wanted[j])) {
                return i;
            }
        }
        throw new AssertionError("no such record");
    }

    @Test
    void changedBytesOfAPartAreToldByItsChecksum() throws IOException {
        byte[] whole = TestWorkbooks.xlsxOf("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>", "");
        int directory = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        // The checksum of the sheet, as the directory has it.
        whole[directory + 16]++;

        Tables.refused(whole, "damaged", "xl/worksheets/sheet1.xml", "checksum");
    }

    @Test
    void workbooksThatLackTheRowsOfASheetAreRefused() throws IOException {
        byte[] whole = TestWorkbooks.xlsx(
                new TestSheet("First", List.of(List.of("a", "b"), List.of("1", "2"))),
                new TestSheet("Second", List.of(List.of("a", "b"), List.of("3", "4"))));

        Tables.refused(
                without(whole, "xl/worksheets/sheet2.xml"), "sheet Second is missing", "xl/worksheets/sheet2.xml");
        Tables.refused(without(whole, "xl/_rels/workbook.xml.rels"), "sheet First is missing");
    }

    private byte[] without(byte[] workbook, String part) throws IOException {
        Path file = Files.write(folder.resolve("whole.xlsx"), workbook);
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath(part));
        }
        return Files.readAllBytes(file);
    }

    @Test
    void workbooksOfMoreThanAThousandSheetsAreRefused() throws IOException {
        TestSheet[] sheets = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> new TestSheet("S" + i, List.of(List.of("a", "b"))))
                .toArray(TestSheet[]::new);

        Tables.refused(TestWorkbooks.xlsx(sheets), "1000 sheets", "Split it");
    }
}
