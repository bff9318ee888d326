package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;

class ConfigDocumentTest {
    private static final String SOME = """
            project: {name: "Test: a \\"name\\" 材料", focal-country: CN}
            warehouse: s3a://bucket/wh
            release: {id: "2026-01", mode: INCREMENT}
            ingest:
              languages: []
              gates: {quarantined: {fail: null}, drop: {warn: null, fail: 0.3}, left-out: {warn: 2, fail: 3}}
              ipc-titles: {en: a.tsv, zh: b.tsv}
              sources:
                - name: main
                  path: patents.csv
                  columns: {publication-number: number}
                  joins: [{path: j.csv, key: k, columns: {ipc: code}}]
            gap: {blocs: {}}
            evaluate: {dimensions: {"z.h": 1}}
            cluster: {k: 7, k-scan: []}
            grade: {level-2: 7.0}
            spark: {spark.driver.memory: 2g, spark.hadoop.fs.s3a.secret.key: planted}
            """;

    @Test
    void theDocumentGivesTheSameConfigurationAgain() {
        Config config = ConfigReader.parse(SOME, "test.yaml", Map.of());

        String document = ConfigDocument.of(config);
        Config again = ConfigDocument.read(document, "run 1");

        assertThat(again.withSpark(Map.of())).isEqualTo(config.withSpark(Map.of()));
        assertThat(again.ingest().languages())
                .as("an empty list wins over the default")
                .isEmpty();
        assertThat(again.gap().blocs()).isEmpty();
        assertThat(again.ingest().gates().quarantined())
                .as("a limit that was taken away")
                .isEqualTo(new IngestConfig.Gate(0.05, null));
    }

    @Test
    void secretsAreNotInIt() {
        Config config = ConfigReader.parse(SOME, "test.yaml", Map.of());

        assertThat(ConfigDocument.of(config)).doesNotContain("planted").contains("spark.driver.memory");
        assertThat(ConfigText.flat(config).toString()).doesNotContain("planted").contains("(hidden)");
    }

    @Test
    void settingsOfOneDocumentStandInForThoseOfAnother() {
        String one = ConfigDocument.of(ConfigReader.parse(SOME, "test.yaml", Map.of()));
        String other = ConfigDocument.of(ConfigReader.parse(
                SOME.replace("2026-01", "2026-02")
                        .replace("patents.csv", "more.csv")
                        .replace("{k: 7", "{k: 9")
                        .replace("gap:", "survey: {rules: rules.csv}\ngap:"),
                "test.yaml",
                Map.of()));

        Config mixed = ConfigDocument.read(
                ConfigDocument.with(one, other, List.of("release", "ingest.sources", "survey.rules")), "mixed");
        Config back = ConfigDocument.read(ConfigDocument.with(other, one, List.of("survey.rules")), "back");

        assertThat(mixed.release().id()).isEqualTo("2026-02");
        assertThat(mixed.ingest().sources().get(0).path()).endsWith("more.csv");
        assertThat(mixed.survey().rules()).endsWith("rules.csv");
        assertThat(mixed.cluster().k()).isEqualTo(7);
        assertThat(back.survey().rules()).as("what the other lacks is left out").isNull();
        assertThat(back.cluster().k()).isEqualTo(9);
    }

    @Test
    void aSettingThatIsNoLongerKnownIsToldWithTheRunsName() {
        String document = ConfigDocument.of(ConfigReader.parse(SOME, "test.yaml", Map.of()));

        assertThatThrownBy(() -> ConfigDocument.read(document.replace("\"level-2\"", "\"level-b\""), "run 1"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("run 1")
                .hasMessageContaining("grade.level-b");
    }

    @Test
    void aYamlErrorDoesNotShowTheSecretBesideIt() {
        for (String text : List.of("spark: {fs.secret.key: planted, x", "spark:\n  a.password: 'planted\n")) {
            assertThatThrownBy(() -> ConfigReader.parse(text, "test.yaml", Map.of()))
                    .isInstanceOf(UserException.class)
                    .hasMessageNotContaining("planted");
        }
    }
}
