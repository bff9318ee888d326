package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ScreenConfig.Direction;
import org.smssev.common.config.ScreenConfig.Source;

/** Settings of the screen and the supplement stages. */
class ScreenConfigTest {
    private static final String LEAST = """
            project: {name: Test, focal-country: CN}
            release: {id: 2026-01}
            ingest:
              sources:
                - {name: main, path: patents.csv, columns: {publication-number: number}}
            """;

    private static Config parse(String more) {
        return ConfigReader.parse(LEAST + more, "test.yaml", Map.of());
    }

    @Test
    void everySourceAndSixCriteriaAreTheDefault() {
        ScreenConfig screen = parse("").screen();
        assertThat(screen.sources()).containsExactly(Source.values());
        assertThat(screen.criteria()).hasSize(6).containsEntry("growth", Direction.BENEFIT);
        assertThat(screen.cut()).isEqualTo(ScreenConfig.Cut.ALL);
        assertThat(parse("screen: {criteria: {growth: cost}}").screen().criteria())
                .containsExactly(Map.entry("growth", Direction.COST));
        assertThat(parse("").supplement().eligibleOrganisations()).isNull();
    }

    @Test
    void whatDoesNotGoTogetherIsToldAtOnce() {
        assertThatThrownBy(() -> parse("""
                        screen:
                          criteria: {growth: BENEFIT, beauty: BENEFIT}
                          given-weights: {impact: 1, growth: -1}
                          combine: LINEAR
                          cut: BREAKS
                          cut-at: 1
                        supplement: {auto-merge: 0.6, review: 0.7}
                        """))
                .hasMessageContaining("screen.criteria.beauty: unknown criterion. The criteria are composite_gap, ")
                .hasMessageContaining("screen.given-weights.impact: not a criterion")
                .hasMessageContaining("screen.given-weights.growth: must be 0 or more, but is -1.0")
                .hasMessageContaining(
                        "screen.given-weights: no weight above 0. Set one, because screen.combine is LINEAR")
                .hasMessageContaining("screen.cut-at: must be 2 classes or more, but is 1.0")
                .hasMessageContaining("supplement.review: must not be more than supplement.auto-merge");
        assertThatThrownBy(() -> parse("screen: {cut: QUANTILE, cut-at: 50}"))
                .hasMessageContaining("screen.cut-at: must be a quantile, 0 to 1, but is 50.0");
        assertThatThrownBy(() -> parse("screen: {weight-floor: 0.2, weight-cap: 0.1}"))
                .hasMessageContaining("screen.weight-floor: must be 1/6 or less for 6 criteria, but is 0.2")
                .hasMessageContaining("screen.weight-cap: must be 1/6 or more for 6 criteria, but is 0.1");
        assertThatThrownBy(() -> parse("screen: {criteria: {growth: up}}"))
                .hasMessageContaining("screen.criteria.growth: must be one of [BENEFIT, COST], but is up");
    }
}
