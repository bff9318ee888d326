package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.SelectionSettings.Input;
import org.smssev.common.tables.MetaTables.Setting;

class SelectionSettingsTest {
    private static final Setting K = new Setting("cluster.k", "60");
    private static final Setting ID = new Setting("survey.lists[0].id", "ccl");
    private static final Setting COLUMN = new Setting("ingest.sources[0].columns.ipc", "ipc");
    private static final Setting RELEASE = new Setting("release.id", "2026-01");

    @Test
    void settingsStandAtTheInputTheyDescribe() {
        Map<Input, Set<Setting>> by = SelectionSettings.of(List.of(K, ID, COLUMN, RELEASE));

        assertThat(by)
                .isEqualTo(Map.of(
                        Input.SETTINGS, Set.of(K), Input.LISTS, Set.of(ID), Input.PATENTS, Set.of(COLUMN, RELEASE)));
    }

    @Test
    void namesOfFilesAndWhatComesAfterTheSelectionDoNotCount() {
        Map<Input, Set<Setting>> by = SelectionSettings.of(List.of(
                new Setting("ingest.sources[0].path", "a.csv"),
                new Setting("ingest.ipc-titles.en", "t.tsv"),
                new Setting("survey.rules", "rules.csv"),
                new Setting("survey.lists[1].previous", "old.csv"),
                new Setting("supplement.decisions[0]", "d.xlsx"),
                new Setting("grade.level-2", "7"),
                new Setting("warehouse", "w"),
                new Setting("project.name", "x")));

        assertThat(by.values()).allSatisfy(own -> assertThat(own).isEmpty());
    }
}
