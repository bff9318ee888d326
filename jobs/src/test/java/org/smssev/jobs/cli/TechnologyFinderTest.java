package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;

class TechnologyFinderTest {
    private static final List<Technology> ALL = List.of(
            technology("C1", "solar cell passivation", "太阳能电池钝化"),
            technology("C2", "perovskite solar cells", "钙钛矿太阳能电池"),
            technology("C10", "space robots", "空间机器人"));

    private static final TechnologyFinder FINDER = new TechnologyFinder(
            ALL,
            List.of(new Supplemented(
                    "C10",
                    "space robots",
                    null,
                    null,
                    List.of(),
                    List.of("orbital manipulator"),
                    List.of(),
                    List.of(),
                    0,
                    null,
                    "NONE",
                    null,
                    null,
                    null)),
            List.of(screened("C3", "solar sails", false), screened("C10", "space robots", true)));

    private static Candidate screened(String id, String en, boolean isSelected) {
        return new Candidate(
                id,
                en,
                null,
                en,
                null,
                "TECHNOLOGY",
                null,
                List.of(),
                List.of(),
                List.of(),
                6,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                isSelected,
                isSelected ? "SELECTED" : "FEW_FAMILIES");
    }

    private static Technology technology(String id, String en, String zh) {
        return new Technology(
                id,
                en,
                zh,
                null,
                null,
                "UNSCORED",
                null,
                null,
                null,
                "NONE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                List.of(),
                0,
                "X",
                List.of(),
                "x",
                "x");
    }

    private static String found(String asked) {
        return FINDER.find(asked);
    }

    @Test
    void byIdNamePartAliasAndChinese() {
        assertThat(found("c1")).as("the id, though others begin with it").isEqualTo("C1");
        assertThat(found("Space  Robots")).isEqualTo("C10");
        assertThat(found("passiv")).isEqualTo("C1");
        assertThat(found("cells perovskite")).as("words in any order").isEqualTo("C2");
        assertThat(found("manipulator")).isEqualTo("C10");
        assertThat(found("机器人")).isEqualTo("C10");
    }

    @Test
    void whatTheScreenDroppedIsFoundAfterWhatIsGraded() {
        assertThat(found("C3")).isEqualTo("C3");
        assertThat(found("Solar Sails")).isEqualTo("C3");
        assertThat(found("sail")).isEqualTo("C3");
        assertThat(found("space")).as("graded, and a candidate").isEqualTo("C10");
    }

    @Test
    void severalAreNamed() {
        assertThatThrownBy(() -> FINDER.find("solar"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("solar: 2 technologies match")
                .hasMessageContaining("C1 (solar cell passivation), C2 (perovskite solar cells)");
    }

    @Test
    void missNamesTheNearestFirst() {
        assertThatThrownBy(() -> FINDER.find("spase robotts"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("spase robotts: no such technology")
                .hasMessageContaining("The closest names are: C10 (space robots)");
    }
}
