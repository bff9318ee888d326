package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long cells of what patterns would look through time and again: read at once, or in hours. */
@Timeout(60)
class LongCellsTest {
    private static final int LONG = 200_000;

    private static final List<String> PARTS = List.of(
            " ",
            ",",
            "; ",
            "a\n",
            "[US] ",
            "1 ",
            "A1",
            "2015-01-02 ",
            "(",
            "<a ",
            "&",
            "'",
            "中",
            "0",
            ".0",
            "ß",
            ", Inc.");

    private static final List<String> ESPACENET =
            List.of("Title", "Publication number", "Inventors", "IPC", "Earliest priority", "Applicants");
    private static final List<String> GOOGLE = List.of(
            "id", "title", "assignee", "inventor/author", "priority date", "filing/creation date", "result link");

    @Test
    void longCellsOfPartiesAreReadInOnePass() {
        reads(new Espacenet(), ESPACENET, 2);
        reads(new Espacenet(), ESPACENET, 5);
        reads(new GoogleSearch(), GOOGLE, 2);
        reads(new GoogleSearch(), GOOGLE, 3);
    }

    private static void reads(TableLayout layout, List<String> header, int column) {
        TableLayout.Bound bound = layout.bind(header).orElseThrow();
        for (String part : PARTS) {
            List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), "1"));
            cells.set(column, "a\n" + part.repeat(LONG / part.length()) + "b");
            assertThatCode(() -> bound.fields(cells)).doesNotThrowAnyException();
        }
    }

    @Test
    void linesOfPartiesLoseTheirSemicolons() {
        TableLayout.Bound bound = new Espacenet().bind(ESPACENET).orElseThrow();
        List<String> cells =
                List.of("t", "EP1A1", "i", "H01M 4/02", "2015-01-02", "ACME; INC [US] ;\r\n \n;\n B LTD [GB];\nC");
        assertThat(bound.fields(cells).get(Field.APPLICANTS).split(String.valueOf(Field.SEPARATOR)))
                .containsExactly("ACME; INC", "B LTD", "C");
    }
}
