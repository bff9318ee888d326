package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.Packed;

class SourceFileTest {
    private static SourceFile workbook(String... header) {
        Packed.Entry entry = Packed.Entry.plain("a.xlsx", Path.of("a.xlsx"), 100, Packed.Limits.DEFAULT);
        return new SourceFile(
                entry,
                SourceFile.Kind.WORKBOOK,
                Recognition.MAPPED,
                null,
                List.of(header),
                header.length,
                null,
                1_000_000,
                List.of());
    }

    @Test
    void whatAFileGivesDependsOnItsColumnsAndOnTheCodeThatReadsIt() {
        String key = workbook("number", "title").readingKey("code");

        assertThat(workbook("number", "title").readingKey("code")).isEqualTo(key);
        assertThat(workbook("number", "names").readingKey("code")).isNotEqualTo(key);
        assertThat(workbook("number title").readingKey("code")).isNotEqualTo(key);
        assertThat(workbook("number", "title").readingKey("other code")).isNotEqualTo(key);
    }
}
