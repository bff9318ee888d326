package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.testing.SmallWarehouse;

/** Commit files that were not written whole; no Spark. */
class TornCommitsTest {
    private static final TableDef TECHNOLOGIES = TableDef.of(Technology.class);

    @TempDir
    private Path folder;

    private SmallWarehouse tables;

    @BeforeEach
    void publishedWarehouse() {
        tables = new SmallWarehouse(folder);
        tables.technologies("steel").publish("r1");
    }

    private void mend() {
        new TornCommits(tables.warehouse(), new Configuration()).mend(Stages.tables());
    }

    private Path commit(TableDef table, long version) {
        return Path.of(tables.warehouse().location(table), "_delta_log", String.format("%020d.json", version));
    }

    private static void tear(Path commit, double kept) throws IOException {
        byte[] whole = Files.readAllBytes(commit);
        Files.write(commit, Arrays.copyOf(whole, (int) (whole.length * kept)));
    }

    private List<String> names() {
        return tables
                .warehouse()
                .read(Technology.class, tables.warehouse().head(TECHNOLOGIES).orElseThrow())
                .stream()
                .map(Technology::nameEn)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 0.99})
    void aTornCommitOfADeadRunIsSetAside(double kept) throws IOException {
        tables.technologies("half of a run");
        tear(commit(TECHNOLOGIES, 1), kept);

        mend();

        assertThat(names()).containsExactly("steel");
        tables.technologies("iron");
        assertThat(names()).containsExactly("iron");
        mend();
        assertThat(names()).as("what is whole stays").containsExactly("iron");
    }

    @Test
    void aTornFirstCommitLeavesNoTable() throws IOException {
        TableDef runs = TableDef.of(MetaTables.Run.class);
        Files.delete(commit(runs, 1));
        tear(commit(runs, 0), 0.5);
        tear(commit(TECHNOLOGIES, 0), 0);

        mend();

        assertThat(tables.warehouse().head(TECHNOLOGIES)).isEqualTo(OptionalLong.empty());
        tables.technologies("iron");
        assertThat(names()).containsExactly("iron");
    }

    @Test
    void whatAPublishedRunNeedsIsRefusedByName() throws IOException {
        Path commit = commit(TECHNOLOGIES, 0);
        tear(commit, 0.5);

        assertThatThrownBy(this::mend)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("grade.technologies")
                .hasMessageContaining(commit.toString())
                .hasMessageContaining("from a backup");
        assertThat(commit).as("left as it is").exists();
    }
}
