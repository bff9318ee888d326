package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.config.IngestConfig.Source;

class OverridesTest {
    private static final String YAML = """
            project: {name: Test, focal-country: CN, reference-countries: [US, JP]}
            release: {id: 2026-01}
            ingest:
              sources:
                - {name: lens, path: a.csv, text: &text {encoding: UTF-8}}
                - name: own
                  path: b.csv
                  text: *text
                  columns: {publication-number: number}
                  joins: [{path: j.csv, key: k, columns: {cited: c}}]
            """;

    private static Config with(String key, String value) {
        return ConfigReader.parse(YAML, "test.yaml", Map.of(key, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest.sources[1].path", "ingest.sources.1.path", "ingest.sources.own.path"})
    void aSourceIsCalledByItsPlaceOrItsName(String key) {
        assertThat(with(key, "c.csv").ingest().sources())
                .extracting(Source::path)
                .containsExactly("a.csv", "c.csv");
    }

    @Test
    void whatStandsDeeperIsReachedAsWell() {
        assertThat(with("ingest.sources.own.joins[0].path", "l.csv")
                        .ingest()
                        .sources()
                        .get(1)
                        .joins()
                        .get(0)
                        .path())
                .isEqualTo("l.csv");
        assertThat(with("ingest.sources.own.columns.title", "name")
                        .ingest()
                        .sources()
                        .get(1)
                        .columns())
                .containsOnlyKeys("publication-number", "title");
        assertThat(with("project.reference-countries[1]", "KR").project().referenceCountries())
                .containsExactly("US", "KR");
    }

    @Test
    void whatAnAliasRepeatsIsChangedWhereItIsNamedOnly() {
        assertThat(with("ingest.sources.own.text.encoding", "gb18030").ingest().sources())
                .extracting(s -> s.text().encoding())
                .containsExactly("UTF-8", "gb18030");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project.reference-countries.",
                "project..name",
                ".project.name",
                "ingest.sources[0]..path",
                "ingest.sources.own.joins.",
                ""
            })
    void anEmptyPartOfAKeyIsNone(String key) {
        assertThatThrownBy(() -> with(key, "US")).hasMessageContaining("-D " + key + ": has an empty part");
    }

    @Test
    void whatStandsInBracketsIsAPlaceAndNoName() {
        String numbered = YAML.replace("name: own", "name: '0'");
        assertThat(ConfigReader.parse(numbered, "test.yaml", Map.of("ingest.sources[0].path", "c.csv"))
                        .ingest()
                        .sources())
                .extracting(Source::path)
                .containsExactly("c.csv", "b.csv");
        assertThat(ConfigReader.parse(numbered, "test.yaml", Map.of("ingest.sources.0.path", "c.csv"))
                        .ingest()
                        .sources())
                .extracting(Source::path)
                .containsExactly("a.csv", "c.csv");
    }

    @Test
    void problemsNameTheOption() {
        assertThatThrownBy(() -> with("ingest.sources.lense.path", "c.csv"))
                .hasMessageContaining(
                        "-D ingest.sources.lense.path: ingest.sources has no lense. It has [0] or lens, [1] or own");
        assertThatThrownBy(() -> with("ingest.sources[2].path", "c.csv"))
                .hasMessageContaining("-D ingest.sources[2].path: ingest.sources has no [2]. It has");
        assertThatThrownBy(() -> with("project.reference-countries[0].name", "x"))
                .hasMessageContaining("project.reference-countries[0] is a single value");
        assertThatThrownBy(() -> with("ingest.sources.lens.text.max-cell", "many"))
                .hasMessageContaining("-D ingest.sources[0].text.max-cell: must be a whole number, but is many");
    }
}
