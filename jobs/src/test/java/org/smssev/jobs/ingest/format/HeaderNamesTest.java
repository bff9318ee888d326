package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "publication number|publication number",
                "Publication_Number-2|publication_number-2",
                "' IPC code'|'ipc code'",
                "'IPC code '|'ipc code'",
                "'IPC  code'|'ipc code'",
                "IPC (8) / main|ipc(8)/main",
                "\"Title\"|title",
                "\u00a0Title\u3000|title",
                "\ufeffTitle|title",
                "\uff34itle|title",
                "\u516c\u5f00\uff08\u516c\u544a\uff09\u53f7|\u516c\u5f00(\u516c\u544a)\u53f7",
            })
    void namesAreTheSameWhateverTheirCaseWidthQuotesAndBlanks(String name, String key) {
        assertThat(HeaderNames.key(name.replace("'", ""))).isEqualTo(key.replace("'", ""));
    }

    @Test
    void blanksAndTextThatIsTooLongAreNoNames() {
        assertThat(HeaderNames.key(" ")).isEmpty();
        assertThat(HeaderNames.key("")).isEmpty();
        assertThat(HeaderNames.key(null)).isEmpty();
        assertThat(HeaderNames.key("a".repeat(201))).isEmpty();
    }

    @Test
    void ofARepeatedNameTheFirstPlaceCounts() {
        assertThat(HeaderNames.positions(List.of("Title", "", "TITLE", "ipc")))
                .containsOnlyKeys("title", "ipc")
                .containsEntry("title", 0);
    }
}
