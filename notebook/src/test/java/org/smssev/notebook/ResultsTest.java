package org.smssev.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.tables.GradeTables;

class ResultsTest {
    private final Results results = Results.open(TwoReleases.warehouse().toString());

    @Test
    void lastRunIsOpenedAndTheOneBeforeIsOfTheOtherRelease() {
        Results before = results.before().orElseThrow();
        assertThat(results.run().release()).isEqualTo("2026-02");
        assertThat(before.run().release()).isEqualTo("2026-01");
        assertThat(results.at(before.run().runId()).run()).isEqualTo(before.run());
        assertThat(results.rows(GradeTables.Technology.class)).isNotEmpty();
        assertThat(results.setting("project.focal-country")).hasSize(2);
        assertThat(results.at(results.runs().get(0).runId()).before()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> results.at("none"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none: no such published run")
                .hasMessageContaining(results.run().runId());
        assertThatThrownBy(() -> Results.open(empty.toString())).hasMessageContaining("no run is published");
        assertThatThrownBy(() -> Results.open(empty.resolve("absent").toString()))
                .hasMessageContaining("no warehouse found");
    }
}
