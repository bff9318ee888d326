package org.smssev.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TechnologyTest {
    private static final String SYMBOL = "[A-H][0-9]{2}[A-Z] [1-9][0-9]{0,3}/[0-9]{2,6}";
    private final List<Technology> all = Technology.all();

    @Test
    void thereAreAtLeast66OfSixDomains() {
        assertThat(all).hasSizeGreaterThanOrEqualTo(66);
        assertThat(all.stream().map(Technology::domain).distinct()).hasSize(6);
        assertThat(all.stream().map(Technology::nameEn).distinct()).hasSameSizeAs(all);
        assertThat(all.stream().filter(Technology::hasPatents)).hasSizeBetween(56, 60);
    }

    @Test
    void everySymbolIsWellFormed() {
        for (Technology t : all) {
            assertThat(t.ipc()).allMatch(symbol -> symbol.matches(SYMBOL)).doesNotHaveDuplicates();
            assertThat(t.hubs()).allMatch(symbol -> symbol.matches(SYMBOL));
            assertThat(t.bridges()).allMatch(symbol -> symbol.matches(SYMBOL));
        }
        assertThat(Technology.lines("background-ipc.txt"))
                .allMatch(symbol -> symbol.matches(SYMBOL))
                .hasSize(600);
    }

    @Test
    void hubsJoinManyTechnologiesAndBridgesTwoOrThreeDomains() {
        Map<String, Set<String>> hubs = new HashMap<>();
        Map<String, Integer> hubUse = new HashMap<>();
        Map<String, Set<String>> bridges = new HashMap<>();
        Map<String, Integer> bridgeUse = new HashMap<>();
        for (Technology t : all) {
            for (String code : t.hubs()) {
                hubs.computeIfAbsent(code, key -> new HashSet<>()).add(t.domain());
                hubUse.merge(code, 1, Integer::sum);
            }
            for (String code : t.bridges()) {
                bridges.computeIfAbsent(code, key -> new HashSet<>()).add(t.domain());
                bridgeUse.merge(code, 1, Integer::sum);
            }
        }
        assertThat(hubs)
                .hasSize(10)
                .allSatisfy((code, domains) -> assertThat(domains).hasSizeGreaterThanOrEqualTo(3));
        assertThat(hubUse.values()).allMatch(n -> n >= 12);
        assertThat(bridgeUse.values()).allMatch(n -> n == 2 || n == 3);
        assertThat(bridges).allSatisfy((code, domains) -> assertThat(domains).hasSize(bridgeUse.get(code)));
    }

    @Test
    void theListsTogetherLackFiveTechnologiesWithPatents() {
        assertThat(all.stream().filter(t -> t.hasPatents() && !t.controlled() && !t.watched()))
                .hasSize(5);
        assertThat(all.stream().filter(Technology::controlled)).hasSize(20);
    }

    @Test
    void plantedScoresSpreadOverTheLevels() {
        TrueScores scores = new TrueScores(new World(1));
        Map<String, Integer> levels = new HashMap<>();
        for (Technology t : all) {
            levels.merge(scores.level(t), 1, Integer::sum);
            for (double score : scores.of(t)) {
                assertThat(score).isBetween(0.0, 10.0);
            }
            if (t.tier() == 1) {
                assertThat(scores.level(t)).isEqualTo("LEVEL_1");
            }
        }
        assertThat(levels).isEqualTo(Map.of("LEVEL_1", 10, "LEVEL_2", 15, "LEVEL_3", 20, "NOT_LISTED", 22));
    }
}
