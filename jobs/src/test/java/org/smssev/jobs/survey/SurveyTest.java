package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.tables.SurveyTables.Technology;

class SurveyTest {
    private static final Map<String, String> MAPPING =
            Map.of("technology-id", "technology_id", "text-en", "technology", "keywords", "keywords", "ipc", "groups");

    @TempDir
    private Path folder;

    private Technologies technologies(String id, Map<String, String> columns, boolean controlled, String... lines)
            throws IOException {
        Technologies technologies = new Technologies();
        add(technologies, id, columns, controlled, lines);
        return technologies;
    }

    private void add(
            Technologies technologies, String id, Map<String, String> columns, boolean controlled, String... lines)
            throws IOException {
        Path file = Files.write(folder.resolve(id + ".csv"), List.of(lines));
        Config.ListFile list = new Config.ListFile(id, file.toString(), null, columns, true, controlled);
        technologies.add(list, ListReader.read(list, file));
    }

    @Test
    void mappedColumnsGiveIdsScopesAndKeywords() throws IOException {
        Technologies made = technologies(
                "gen",
                MAPPING,
                false,
                "technology_id,technology,keywords,groups",
                "0,Graphene sheets,Graphene;sheet,C22C38;B32B");
        assertThat(made.technologies())
                .containsExactly(new Technology(
                        "0",
                        "Graphene sheets",
                        null,
                        null,
                        List.of("B32B", "C22C 38"),
                        List.of("graphene", "sheet"),
                        false));
        assertThat(made.technologyItems()).extracting(i -> i.itemNo()).containsExactly("0");
    }

    @Test
    void entriesOfOneNameInTwoListsAreOneTechnology() throws IOException {
        Technologies made = technologies("a", null, false, "item_no,text_en,ipc", "1/X,Rare earth magnets,H01F 1");
        add(made, "b", null, true, "item_no,text_en,ipc", "9,rare-earth  magnets,H01F 7");
        assertThat(made.technologies()).hasSize(1);
        Technology magnets = made.technologies().get(0);
        assertThat(magnets.technologyId()).isEqualTo("a-1-X");
        assertThat(magnets.ipcScope()).containsExactly("H01F 1", "H01F 7");
        assertThat(magnets.alreadyControlled()).isTrue();
        assertThat(made.technologyItems()).extracting(i -> i.listId()).containsExactly("a", "b");
        assertThat(made.listItems()).hasSize(2);
    }

    @Test
    void lineNumberStandsInForAMissingItemNumber() throws IOException {
        assertThat(technologies("a", null, false, "text_en", "Space robots").technologies())
                .extracting(Technology::technologyId)
                .containsExactly("a-2");
    }

    @Test
    void badScopeIsToldWithItsLine() {
        assertThatThrownBy(() -> technologies("a", null, false, "item_no,text_en,ipc", "1,Magnets,H01F 1;??"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("\"??\"");
    }

    private static Technology technology(String id, List<String> ipc, List<String> keywords) {
        return new Technology(id, "", null, null, ipc, keywords, false);
    }

    private static List<MatchScore.Scored> match(
            List<Technology> technologies, long[] families, String title, String... ipc) {
        ScopeIndex index = new ScopeIndex(technologies);
        return new MatchScore(index, families, 100, .5, 2, .2).score(index.find(title, null, List.of(ipc)));
    }

    @Test
    void codesAndKeywordsTogetherScoreOne() {
        List<MatchScore.Scored> scored = match(
                List.of(technology("t", List.of("H01M 4"), List.of("silicon", "solid electrolyte"))),
                new long[] {10, 10, 10},
                "Silicon with a solid electrolyte",
                "H01M 4/04",
                "H01M 4/38");
        assertThat(scored).containsExactly(new MatchScore.Scored(0, "BOTH", 1.0, true));
    }

    @Test
    void halfOfTheCodesGiveThreeQuartersOfTheIpcPart() {
        assertThat(match(
                        List.of(technology("t", List.of("H01M 4"), List.of())),
                        new long[] {10},
                        null,
                        "H01M 4/04",
                        "B05D 1/00"))
                .containsExactly(new MatchScore.Scored(0, "IPC", .375, true));
    }

    @Test
    void prefixDoesNotCoverLongerGroupNumbers() {
        assertThat(match(List.of(technology("t", List.of("C08F 2"), List.of())), new long[] {10}, null, "C08F 20/00"))
                .isEmpty();
    }

    @Test
    void bestTechnologyIsPrimaryAndTiesGoToTheFirst() {
        assertThat(match(
                        List.of(
                                technology("a", List.of("H01M 4"), List.of()),
                                technology("b", List.of("H01M 4"), List.of())),
                        new long[] {10},
                        null,
                        "H01M 4/04"))
                .extracting(MatchScore.Scored::isPrimary)
                .containsExactly(true, false);
    }

    @Test
    void chineseKeywordMatchesInsideTheText() {
        assertThat(match(List.of(technology("t", List.of(), List.of("石墨烯"))), new long[] {10}, "一种石墨烯材料的制备"))
                .extracting(MatchScore.Scored::method)
                .containsExactly("KEYWORD");
    }
}
