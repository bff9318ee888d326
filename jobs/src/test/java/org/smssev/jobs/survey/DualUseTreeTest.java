package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;

class DualUseTreeTest {
    @TempDir
    private Path folder;

    private static String record(String model, int id, String fields) {
        return "{\"model\": \"regulations." + model + "\", \"pk\": " + id + ", \"fields\": {" + fields + "}}";
    }

    private static String paragraph(int id, String path, String code, String type, String text) {
        return record(
                "paragraph",
                id,
                "\"path\": \"" + path + "\", \"code\": \"" + code + "\", \"note_type\": \"" + type
                        + "\", \"regulation\": 7, \"text\": \"" + text + "\"");
    }

    private List<ListEntry> read(String... records) throws IOException {
        Path file = Files.writeString(folder.resolve("list.json"), "[" + String.join(",", records) + "]");
        return ListReader.read(SurveyTest.list("eu"), file).entries();
    }

    private static final String REGULATION =
            record("regulation", 7, "\"code\": \"1C001\", \"category\": 2, \"regime\": 3");

    @Test
    void paragraphsGetNumbersParentsRegimesAndNotes() throws IOException {
        List<ListEntry> entries = read(
                REGULATION,
                record("regime", 3, "\"name\": \"WA\""),
                record("category", 2, "\"name\": \"Materials\""),
                paragraph(2, "00010002", "b.", "base", "x < 5 mm <br>&emsp; of <b>steel</b> &amp; tin\\n"),
                paragraph(1, "0001", "1C001.", "base", "Materials"),
                paragraph(3, "000100020001", "Note:", "Note:", "Not glass"),
                paragraph(4, "0001000200010001", "a.", "base", "nor resin"),
                paragraph(5, "000100020002", "1.", "base", "Sheets"),
                paragraph(6, "000100020003", "1.", "base", "Plates"));

        assertThat(entries)
                .extracting(e -> e.itemNo() + "|" + e.parent() + "|" + e.textEn() + "|" + e.notes())
                .containsExactly(
                        "1C001|null|Materials|null",
                        "1C001.b|1C001|x < 5 mm of steel & tin|Note: Not glass\na. nor resin",
                        "1C001.b.1|1C001.b|Sheets|null",
                        "1C001.b.1#2|1C001.b|Plates|null");
        assertThat(entries).extracting(ListEntry::regime).containsOnly("WA");
        assertThat(entries).extracting(ListEntry::domain).containsOnly("Materials");
    }

    @Test
    void whatIsNoSuchListIsRefused() throws IOException {
        assertThatThrownBy(() -> read("{\"items\": []}"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("has no regulations.paragraph");
        assertThatThrownBy(() -> read("{\"items\": "))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("line 1: not valid JSON");
        assertThatThrownBy(() -> read(paragraph(1, "0001", "1C001.", "base", "Materials")))
                .hasMessageContaining("paragraph 0001 belongs to no regulation of the file");
        assertThatThrownBy(() -> read(REGULATION, paragraph(1, "001", "1C001.", "base", "Materials")))
                .hasMessageContaining("paragraph 1 has the path \"001\"");
    }

    @Test
    void nestingAndPackingBeyondMeasureAreRefused() throws IOException {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(UserException.class);
        Path bomb = folder.resolve("list.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                out.write(blanks);
            }
        }
        assertThatThrownBy(() -> ListReader.read(SurveyTest.list("eu"), bomb))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("larger than 64 MiB");
    }
}
