package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;

class FileKindTest {
    @TempDir
    private Path folder;

    private boolean isPacked(String name, byte[] bytes) throws IOException {
        return FileKind.isPacked(Files.write(folder.resolve(name), bytes));
    }

    @Test
    void theBytesTellWhetherATextIsPackedAndNotTheName() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("a,b".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(isPacked("a.csv.gz", "a,b".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(isPacked("a.csv", gzip.toByteArray())).isTrue();
        assertThat(isPacked("a.xlsx", TestWorkbooks.xlsxOf("", ""))).isTrue();
        assertThat(isPacked("part-0", "PAR1PAR1".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(FileKind.isPacked(folder)).as("a Delta table").isTrue();
    }

    @Test
    void xmlOfWhateverRootIsNoTable() {
        String tree = "<searchresult><query>a</query><document id=\"0\"><title>a, b</title></document></searchresult>";
        Tables.refused(tree.getBytes(StandardCharsets.UTF_8), "it is XML of an unknown format. Known are DOCDB, OPS");
        assertThat(FileKind.of("<b>Title</b>,Number\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.TEXT);
    }

    @Test
    void openDocumentInXmlIsNoWebPage() {
        String file = "<?xml version=\"1.0\"?>\n<office:document"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body><office:spreadsheet>"
                + "<table:table table:name=\"Sheet1\"/></office:spreadsheet></office:body></office:document>";
        Tables.refused(file.getBytes(StandardCharsets.UTF_8), "OpenDocument file in XML (.fods)", "save it as .xlsx");
    }
}
