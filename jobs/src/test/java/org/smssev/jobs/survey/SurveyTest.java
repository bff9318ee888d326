package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.Technologies.Drafted;

class SurveyTest {
    private static final Map<String, String> MAPPING =
            Map.of("technology-id", "technology_id", "text-en", "technology", "keywords", "keywords", "ipc", "groups");

    @TempDir
    private Path folder;

    static ListFile list(String id) {
        return list(id, Map.of(), true);
    }

    private static ListFile list(String id, Map<String, String> columns, boolean takeOver) {
        return new ListFile(id, id + ".csv", null, null, columns, Map.of(), null, false, takeOver, false);
    }

    private List<Drafted> technologies(String id, Map<String, String> columns, String... lines) throws IOException {
        Technologies technologies = new Technologies();
        add(technologies, id, columns, lines);
        return technologies.drafted();
    }

    private void add(Technologies technologies, String id, Map<String, String> columns, String... lines)
            throws IOException {
        Path file = Files.write(folder.resolve(id + ".csv"), List.of(lines));
        ListFile list = list(id, columns, true);
        technologies.takeOver(list, ListReader.read(list, file).entries(), 3);
    }

    @Test
    void codesOfAFamilyMayStopAtTheSubclass() {
        ScopeIndex index = new ScopeIndex(List.of(
                new Technology("1", "", null, null, List.of("C22C 38"), List.of(), false, "LIST", "UNVALIDATED"),
                new Technology("2", "", null, null, List.of("C22C"), List.of(), false, "LIST", "UNVALIDATED")));

        int[][] hits = index.codeHits(List.of("C22C", "C22C 38/04", "C22C 38/06", "B32B"));

        // Of B32B none; C22C, the second prefix in their order being C22C 38.
        assertThat(hits).isDeepEqualTo(new int[][] {{}, {0}, {0, 1}});
    }

    @Test
    void mappedColumnsGiveIdsScopesAndKeywords() throws IOException {
        assertThat(technologies(
                        "gen",
                        MAPPING,
                        "technology_id,technology,keywords,groups",
                        "0,Graphene sheets,Graphene;sheet,C22C38;B32B"))
                .containsExactly(new Drafted(
                        "0",
                        "Graphene sheets",
                        null,
                        null,
                        List.of("B32B", "C22C 38"),
                        List.of("graphene", "sheet"),
                        List.of(new ItemRef("gen", "0"))));
    }

    @Test
    void entriesOfOneNameInTwoListsAreOneTechnology() throws IOException {
        Technologies made = new Technologies();
        add(made, "a", Map.of(), "item_no,text_en,ipc", "1/X,Rare earth magnets,H01F 1");
        add(made, "b", Map.of(), "item_no,text_en,ipc", "9,rare-earth  magnets,H01F 7");

        assertThat(made.drafted()).hasSize(1);
        Drafted magnets = made.drafted().get(0);
        assertThat(magnets.id()).isEqualTo("a-1-X");
        assertThat(magnets.ipc()).containsExactly("H01F 1", "H01F 7");
        assertThat(Technologies.items(made.drafted()))
                .extracting(i -> i.listId())
                .containsExactly("a", "b");
    }

    @Test
    void pickedEntriesAreNotTakenOverAgain() throws IOException {
        Technologies made = new Technologies();
        Path file = Files.write(
                folder.resolve("picks.csv"), List.of("technology_id,name_en,items", "magnets,Magnets,a:1;a:2"));
        FileProblems problems = new FileProblems("survey.technologies", file);
        made.pick(OperatorSheets.picks(file), Map.of("a", Set.of("1", "2")), problems);
        problems.throwIfAny();
        add(made, "a", Map.of(), "item_no,text_en", "1,Rare earth magnets", "2,Ferrite magnets", "3,Lasers");

        assertThat(made.drafted()).extracting(Drafted::id).containsExactly("magnets", "a-3");
    }

    @Test
    void aListOfThousandsIsNotTakenOverByOversight() {
        assertThatThrownBy(() -> technologies("a", Map.of(), "text_en", "one", "two", "three", "four"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("survey.lists[a]: 4 technologies, more than")
                .hasMessageContaining("Set take-over: false");
    }

    @Test
    void lineNumberStandsInForAMissingItemNumber() throws IOException {
        assertThat(technologies("a", Map.of(), "text_en", "Space robots"))
                .extracting(Drafted::id)
                .containsExactly("a-2");
    }

    @Test
    void allProblemsOfAListAreToldTogetherWithTheirLines() {
        assertThatThrownBy(() -> technologies(
                        "a",
                        Map.of(),
                        "item_no,text_en,ipc,valid_from",
                        "1,Magnets,H01F 1;??,",
                        "2,,,",
                        "3,Lasers,,01.02.2024"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(": 3 problems.")
                .hasMessageContaining("line 2 has the IPC scope \"??\"")
                .hasMessageContaining("line 3 has no text")
                .hasMessageContaining("line 4 has the valid-from \"01.02.2024\", which is not a date");
    }

    @Test
    void entriesOfOneNumberAndDateAreToldTogether() throws IOException {
        Path file = Files.write(
                folder.resolve("a.csv"), List.of("item_no,text_en", "1,Magnets", "1,Lasers", "2,Glass", "2,Steel"));

        assertThatThrownBy(() -> ListItems.of(list("a"), file, ListReader.read(list("a"), file)))
                .hasMessageContaining(": 2 problems.")
                .hasMessageContaining("Item 1 occurs twice with the same date (Lasers)")
                .hasMessageContaining("Item 2 occurs twice");
    }

    private static Technology technology(String id, List<String> ipc, List<String> keywords) {
        return technology(id, ipc, keywords, "LIST");
    }

    private static Technology technology(String id, List<String> ipc, List<String> keywords, String method) {
        return new Technology(id, "", null, null, ipc, keywords, false, method, "UNVALIDATED");
    }

    private static List<MatchScore.Scored> match(
            List<Technology> technologies, long[] families, String title, String... ipc) {
        ScopeIndex index = new ScopeIndex(technologies);
        Hits hits = new Hits(
                index.codeHits(List.of(ipc)), index.keywordHits(new FamilyText(title, null)), List.of(), new int[0]);
        return new MatchScore(index, families, 100, .5, 2, .2).score(hits);
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

    @Test
    void codesFoundByLikenessAreToldApart() {
        Technology alike = technology("t", List.of("H01M 4"), List.of("silicon"), "BM25");

        assertThat(match(List.of(alike), new long[] {10, 10}, "Silicon", "H01M 4/04"))
                .extracting(MatchScore.Scored::method)
                .containsExactly("TEXT_BOTH");
        assertThat(match(List.of(alike), new long[] {10, 10}, "Tin", "H01M 4/04"))
                .extracting(MatchScore.Scored::method)
                .containsExactly("TEXT");
    }

    @Test
    void aRuleGivesItsConfidenceAndItsTechnologyHasNoOtherScore() {
        ScopeIndex index = new ScopeIndex(List.of(
                technology("ruled", List.of("H01M 4"), List.of("silicon"), "RULE"),
                technology("given", List.of("H01M 4"), List.of(), "LIST")));
        MatchScore scores = new MatchScore(index, new long[] {10}, 100, .5, 2, .2);
        int[][] groups = index.codeHits(List.of("H01M 4/04"));

        assertThat(index.features()).isEqualTo(1);
        assertThat(scores.score(new Hits(groups, new int[0], List.of(new RuleIndex.Held(0, .9)), new int[0])))
                .containsExactly(
                        new MatchScore.Scored(0, "RULE", .9, true), new MatchScore.Scored(1, "IPC", .5, false));
        assertThat(scores.score(new Hits(groups, new int[0], List.of(new RuleIndex.Held(0, .1)), new int[0])))
                .containsExactly(new MatchScore.Scored(1, "IPC", .5, true));
    }

    @Test
    void theTextOfAnEntryIsNoNameWhoseWordsMatch() {
        String text = "Vacuum pumps having seals of ceramic steel alloy glass rubber carbon silicon boron copper tin";
        Technology entry = new Technology("t", text, null, null, List.of(), List.of(), false, "NONE", "UNVALIDATED");

        assertThat(new ScopeIndex(List.of(entry)).features()).isZero();
    }
}
