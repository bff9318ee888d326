package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    @TempDir
    private Path folder;

    @Test
    void namesOfJsonThatGooglesTableDoesNotHaveAreTold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.jsonl"),
                "{\"publication_number\":\"US-11950524-B2\",\"priority_date\":\"2020-07-27\",\"application_date\":"
                        + "\"2020-07-27\",\"assignee\":\"A\",\"classifications\":{\"ipcr\":[]}}\n{\"publication_number\":\"US-1-A\"}\n");

        List<Inspection> found = new ArrayList<>();
        Inspection.of(file, Inspection.RECOGNISED, Inspection.Settings.DEFAULT, 10, () -> null, found::add, refused -> {
            throw refused;
        });

        assertThat(found.get(0).layout()).isEqualTo("GOOGLE_JSONL");
        assertThat(found.get(0).ignored()).containsExactly("application_date", "classifications");
    }

    @Test
    void aNameThatIsPartOfAnotherColumnsIsNotTakenForRead() {
        assertThat(Inspection.isAmong("family_members", "inpadoc_family_members"))
                .isFalse();
        assertThat(Inspection.isAmong("Title", "Title, Title - DWPI")).isTrue();
        assertThat(Inspection.isAmong("Title - DWPI", "Title, Title - DWPI")).isTrue();
    }
}
