package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.ColumnLineage.Column;
import org.smssev.jobs.run.ColumnLineage.Source;

class ColumnLineageTest {
    private final List<Stage> stages = StageGraph.order(Stages.all());
    private final ColumnLineage lineage = new ColumnLineage(stages);

    @Test
    void aGradeLeadsBackToPublicationNumbers() {
        assertThat(lineage.upstream(new Column("grade.technologies", "level")))
                .contains(
                        new Column("evaluate.ratings", "candidate_id"),
                        new Column("screen.candidate_families", "family_id"),
                        new Column("ingest.families", "family_id"),
                        new Column("ingest.patents", "publication_number"));
    }

    @Test
    void aColumnIsTakenOverFromItsNamesakes() {
        assertThat(lineage.of("measure.cluster_members").get("family_id"))
                .contains(new Source(new Column("ingest.families", "family_id"), true));
    }

    @Test
    void everySourceIsADeclaredColumnOfATableThatTheStageReadsOrWrites() {
        for (Stage stage : stages) {
            for (Class<? extends Record> table : stage.writes()) {
                lineage.of(TableDef.of(table).name())
                        .values()
                        .forEach(sources -> sources.forEach(s -> assertThat(stages.stream()
                                        .flatMap(x -> x.writes().stream())
                                        .map(TableDef::of)
                                        .filter(d -> d.name().equals(s.column().table()))
                                        .flatMap(d -> d.columns().stream())
                                        .map(TableDef.ColumnDef::name))
                                .contains(s.column().name())));
            }
        }
    }
}
