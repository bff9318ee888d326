package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.jobs.Stages;
import org.smssev.jobs.testing.DuckDb;
import org.smssev.jobs.testing.SmallWarehouse;

/** The Parquet mirror of small tables, read by DuckDB; no Spark. */
class MirrorTest {
    @TempDir
    private Path folder;

    private SmallWarehouse tables;
    private Path mirror;

    @BeforeEach
    void anEmptyWarehouse() {
        tables = new SmallWarehouse(folder);
        mirror = folder.resolve("mirror");
    }

    private Mirror mirror(boolean write, String... large) {
        return new Mirror(
                tables.warehouse(), new Configuration(), new Config.Mirror(write, List.of(large)), Stages.tables());
    }

    private void refresh(MetaTables.Run run) {
        mirror(true).refresh(Optional.of(run));
    }

    private List<List<Object>> query(String sql) throws SQLException, IOException {
        try (DuckDb db = new DuckDb(mirror)) {
            return db.rows(sql);
        }
    }

    @Test
    void showsThePublishedRunAndNoHeadThatALaterOneLeft() throws Exception {
        MetaTables.Run first = tables.technologies("steel", "=1+1 'quoted'").publish("r1");
        tables.technologies("half of a run");
        refresh(first);

        assertThat(query("SELECT technology_id, name_en, score, provenance FROM grade.technologies ORDER BY 1"))
                .containsExactly(
                        List.of("T1", "steel", 9.5, List.of("PATENT", "LIST")),
                        List.of("T2", "=1+1 'quoted'", 8.5, List.of("PATENT", "LIST")));
        refresh(tables.publish("r2"));
        assertThat(query("SELECT name_en FROM grade.technologies")).containsExactly(List.of("half of a run"));
        assertThat(mirror.resolve("manifest.json")).content().contains("\"run\" : \"r2\"");
    }

    @Test
    void tablesThatAreAddedToAndEmptyOnesAreOneFileEach() throws Exception {
        tables.technologies("steel").write(Evidence.class, List.of());
        tables.publish("r1");
        refresh(tables.publish("r2"));

        assertThat(query("SELECT run_id, name_en FROM grade.history ORDER BY run_id"))
                .containsExactly(List.of("r1", "steel"), List.of("r2", "steel"));
        assertThat(query("SELECT count(*) FROM grade.evidence")).containsExactly(List.of(0L));
        assertThat(query("SELECT column_name FROM (DESCRIBE grade.evidence)"))
                .containsExactly(
                        List.of("technology_id"),
                        List.of("kind"),
                        List.of("ref"),
                        List.of("text"),
                        List.of("value"),
                        List.of("rank"));
        assertThat(query("SELECT count(*) FROM views.level1_evidence")).containsExactly(List.of(0L));
        assertThat(query("SELECT run_id, level_before FROM views.level_history ORDER BY run_id"))
                .containsExactly(Arrays.asList("r1", null), List.of("r2", "LEVEL_1"));
        try (Stream<Path> files = Files.walk(folder.resolve("mirror"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> mirror.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "grade/technologies.parquet",
                            "grade/evidence.parquet",
                            "grade/history.parquet",
                            "meta/runs.parquet",
                            "manifest.json",
                            "duckdb.sql");
        }
    }

    @Test
    void commentsComeAlong() throws Exception {
        refresh(tables.technologies("steel").publish("r1"));
        assertThat(query("SELECT comment FROM duckdb_views() WHERE view_name = 'technologies'"))
                .containsExactly(List.of("The graded list."));
        assertThat(query("SELECT comment FROM duckdb_columns() WHERE table_name = 'technologies' AND column_name ="
                        + " 'name_en'"))
                .containsExactly(List.of("name in English"));
    }

    @Test
    void whatADeadRunLeftIsRepairedAndAReadersFileIsNotTouched() throws Exception {
        MetaTables.Run run = tables.technologies("steel").publish("r1");
        refresh(run);
        Object file = key("grade/technologies.parquet");
        refresh(run);
        assertThat(key("grade/technologies.parquet"))
                .as("written once for a run")
                .isEqualTo(file);

        // Dead while the new mirror was written, then between the two renames.
        Files.createDirectories(folder.resolve("_mirror/new/grade"));
        Files.writeString(folder.resolve("_mirror/new/grade/technologies.parquet"), "half");
        refresh(run);
        assertThat(folder.resolve("_mirror")).doesNotExist();
        assertThat(key("grade/technologies.parquet")).isEqualTo(file);
        Files.createDirectories(folder.resolve("_mirror"));
        Files.move(mirror, folder.resolve("_mirror/old"));
        refresh(run);
        assertThat(query("SELECT name_en FROM grade.technologies")).containsExactly(List.of("steel"));
        assertThat(folder.resolve("_mirror")).doesNotExist();

        // A copy, not a second name of the table's own file.
        Files.write(mirror.resolve("grade/technologies.parquet"), new byte[] {1});
        assertThat(tables.warehouse().read(Technology.class, 0)).hasSize(1);
    }

    private Object key(String file) throws IOException {
        return Files.readAttributes(mirror.resolve(file), BasicFileAttributes.class)
                .fileKey();
    }

    @Test
    void whatGrowsWithPatentsIsMirroredWhereNamed() throws Exception {
        MetaTables.Run run = tables.technologies("steel")
                .write(CandidateFamily.class, SmallWarehouse.families("F1", "F2"))
                .publish("r1");
        refresh(run);
        assertThat(mirror.resolve("screen")).doesNotExist();
        mirror(true, "screen.candidate_families").refresh(Optional.of(run));
        assertThat(mirror.resolve("screen/candidate_families.parquet/part-00000.parquet"))
                .isNotEmptyFile();
        assertThat(query("SELECT family_id FROM screen.candidate_families ORDER BY 1"))
                .containsExactly(List.of("F1"), List.of("F2"));
        assertThatThrownBy(() -> mirror(true, "ingest.patent"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("mirror.large: not a large table (ingest.patent)")
                .hasMessageContaining("ingest.patents");
    }

    @Test
    void switchedOffItIsRemovedSoThatNobodyReadsAnOldOne() {
        MetaTables.Run run = tables.technologies("steel").publish("r1");
        mirror(true).refresh(Optional.empty());
        assertThat(mirror).doesNotExist();
        refresh(run);
        assertThat(mirror).isNotEmptyDirectory();
        mirror(false).refresh(Optional.of(run));
        assertThat(mirror).doesNotExist();
    }

    @Test
    void aMirrorThatCannotBeWrittenIsToldWithTheRunThatStands() throws IOException {
        MetaTables.Run run = tables.technologies("steel").publish("r1");
        Files.writeString(folder.resolve("_mirror"), "a file in the way");
        refresh(run);
        MetaTables.Run again = tables.publish("r2");
        try (Stream<Path> files = Files.walk(folder.resolve("grade/technologies"))) {
            Files.delete(files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThatThrownBy(() -> refresh(again))
                .hasMessageContaining("the Parquet mirror was not written, but run r2 is published")
                .hasMessageContaining("mirror.write: false");
        assertThat(mirror.resolve("manifest.json")).content().contains("\"run\" : \"r1\"");
    }
}
