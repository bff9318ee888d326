package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CellValuesTest {
    private static List<String> split(String cell, String separator) {
        return CellValues.split(cell.replace('+', CellValues.ROWS), separator);
    }

    @Test
    void cellsAreCutAtTheirSeparatorAndBetweenRows() {
        assertThat(split("a;b+c; d+;e", ";")).containsExactly("a", "b", "c", "d", "", "e");
        assertThat(split("a||b+c|d||", "||")).containsExactly("a", "b", "c|d", "");
        assertThat(split("a;b+c", "")).containsExactly("a;b", "c");
        assertThat(split("a+b", ";")).containsExactly("a", "b");
        assertThat(split("", ";")).containsExactly("");
        assertThat(split(";", ";")).containsExactly("", "");
    }

    @Test
    @Timeout(20)
    void manyRowsWithoutTheSeparatorAreCutAsQuickly() {
        List<String> rows = Collections.nCopies(1_000_000, "Smith, John");
        assertThat(split(String.join("+", rows), ";")).isEqualTo(rows);
    }
}
