package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.stage.Stage;
import org.smssev.jobs.Stages;

class StageGraphTest {
    @Test
    void stagesThatReadOneAnotherAreInDifferentGroups() {
        List<List<String>> groups = StageGraph.sideBySide(StageGraph.order(Stages.all())).stream()
                .map(group -> group.stream().map(Stage::name).toList())
                .toList();

        assertThat(groups)
                .containsExactly(
                        List.of("ingest"),
                        List.of("survey", "cluster", "network"),
                        List.of("gap"),
                        List.of("screen"),
                        List.of("supplement"),
                        List.of("evaluate"),
                        List.of("grade"),
                        List.of("truth"),
                        List.of("report"));
    }

    @Test
    void aStageThatReadsTheFiguresOfOthersWaitsForThem() {
        List<List<Stage>> groups = StageGraph.sideBySide(
                List.of(new Recorder("a", false), new Recorder("b", true), new Recorder("c", false)));

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).extracting(Stage::name).containsExactly("a");
    }

    private record Recorder(String name, boolean readsFigures) implements BareStage {}
}
