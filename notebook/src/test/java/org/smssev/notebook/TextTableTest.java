package org.smssev.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GradeTables.Transition;

class TextTableTest {
    @Test
    void textIsAlignedAndNumbersAreShort() {
        TextTable table = new TextTable(
                List.of("name", "value"),
                List.of(Arrays.asList("a\nb", 1234.5678), Arrays.asList(null, 0.000012345), List.of("c", 7)));
        assertThat(table.toString().lines())
                .containsExactly("name  value", "a b     1,235", "      1.2e-05", "c           7", "(3 rows)");
    }

    @Test
    void htmlRunsNothing() {
        TextTable table = new TextTable(List.of("<b>"), List.of(List.of("<script>alert('x')</script> & \"")));
        assertThat(table.html())
                .contains("&lt;b&gt;", "&lt;script&gt;", "&amp; &quot;")
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void columnsAreThoseAskedFor() {
        List<Transition> rows = List.of(new Transition("RULE_MEDIAN", "LEVEL_1", "LEVEL_2", 3));
        assertThat(TextTable.of(rows, "technologies", "scenario").rows()).containsExactly(List.of(3, "RULE_MEDIAN"));
        assertThat(TextTable.of(rows).head())
                .containsExactly("scenario", "level_graded", "level_scenario", "technologies");
        assertThatThrownBy(() -> TextTable.of(rows, "level"))
                .hasMessage(
                        "level: no such column. Choose one of scenario, level_graded, level_scenario, technologies.");
        assertThat(TextTable.of(List.of(), "a").rows()).isEmpty();
        assertThatThrownBy(() -> new TextTable(List.of("a"), List.of(List.of())))
                .hasMessageContaining("0 cells, but there are 1 columns");
    }
}
