package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.config.SurveyConfig.TextScope.Against;
import org.smssev.common.config.SurveyConfig.TextScope.Level;
import org.smssev.common.config.SurveyConfig.TextScope.Method;
import org.smssev.common.tables.ScopeTables.Scope;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.OperatorSheets.Label;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;
import org.smssev.jobs.survey.Technologies.Drafted;

class OperatorSheetsTest {
    private static final Map<String, Set<String>> NUMBERS = Map.of("ccl", Set.of("1C010", "1C010.e", "3A001"));

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("sheet.csv"), List.of(lines));
    }

    private List<Drafted> picked(String... lines) throws IOException {
        Technologies technologies = new Technologies();
        Path file = file(lines);
        FileProblems problems = new FileProblems("survey.technologies", file);
        technologies.pick(OperatorSheets.picks(file), NUMBERS, problems);
        problems.throwIfAny();
        return technologies.drafted();
    }

    @Test
    void linesOfOneTechnologyArePutTogether() throws IOException {
        assertThat(picked(
                        "technology_id,name_en,name_zh,domain,items,ipc,keywords",
                        "fibre,Carbon fibre,碳纤维,materials,ccl:1C010; ccl:1C010.e,D01F9,Carbon fibre",
                        "fibre,,,,ccl:3A001,C08J5,",
                        "chips,,芯片,,,,"))
                .containsExactly(
                        new Drafted(
                                "fibre",
                                "Carbon fibre",
                                "碳纤维",
                                "materials",
                                List.of("C08J 5", "D01F 9"),
                                List.of("carbon fibre"),
                                List.of(
                                        new ItemRef("ccl", "1C010"),
                                        new ItemRef("ccl", "1C010.e"),
                                        new ItemRef("ccl", "3A001"))),
                        new Drafted("chips", "芯片", "芯片", null, List.of(), List.of(), List.of()));
    }

    @Test
    void allProblemsOfTheTechnologiesAreToldTogether() {
        assertThatThrownBy(() ->
                        picked("technology_id,name_en,items", "a,Alpha,ccl:9Z999", "a,Beta,eu:1C010", "b,,ccl:1C010"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(": 4 problems.")
                .hasMessageContaining("line 2 names the item 9Z999, which is not in list ccl")
                .hasMessageContaining("line 3 gives technology a the name_en \"Beta\"")
                .hasMessageContaining("line 3 names the list eu, which is not configured. The lists are ccl")
                .hasMessageContaining("Technology b has no name");
        assertThatThrownBy(() -> picked("technology_id,name_en,items,ipc", "a,Alpha,1C010,??", ",Beta,,"))
                .hasMessageContaining("line 2 has the item \"1C010\". Write list:number")
                .hasMessageContaining("line 2 has the IPC scope \"??\"")
                .hasMessageContaining("line 3 has no technology_id");
    }

    @Test
    void rulesOfEntriesHoldForTheTechnologiesThatStandOnThem() throws IOException {
        List<Drafted> drafted = picked("technology_id,name_en,items", "fibre,Fibre,ccl:1C010", "chips,Chips,");
        Path file = file(
                "technology_id,list_id,item_no,ipc,keywords,exclude_keywords,exclude_ipc,confidence",
                "chips,,,H01L21;H10,,,,0.8",
                ",ccl,1C010,D01F 9,carbon,viscose,A41,0.9");

        Map<String, List<RuleLine>> rules =
                Scoping.rulesOf(OperatorSheets.rules(file), drafted, NUMBERS, new FileProblems("survey.rules", file));

        assertThat(rules.get("chips")).extracting(RuleLine::ipc).containsExactly("H01L 21", "H10");
        RuleLine fibre = rules.get("fibre").get(0);
        assertThat(fibre.keywords()).containsExactly("carbon");
        assertThat(fibre.excludedKeywords()).containsExactly("viscose");
        assertThat(fibre.excludedIpc()).containsExactly("A41");
        assertThat(fibre.confidence()).isEqualTo(.9);
    }

    @Test
    void allProblemsOfTheRulesAreToldTogetherWithTheirCells() {
        assertThatThrownBy(() -> OperatorSheets.rules(file(
                        "technology_id,list_id,item_no,ipc,keywords,confidence",
                        "t,ccl,1C010,H01L,,0.5",
                        "t,,,,,0.5",
                        "t,,,H01L,,1.5",
                        "t,ccl,,H01L,,high")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("line 2 must name either a technology_id, or a list_id with an item_no")
                .hasMessageContaining("line 3 has neither ipc nor keywords")
                .hasMessageContaining("line 4, cell F4 must be a number between 0 and 1, but is \"1.5\"")
                .hasMessageContaining("line 5, cell F5 must be a number between 0 and 1, but is \"high\"");
    }

    @Test
    void rulesOfNothingAndRulesTwiceAreToldTogether() throws IOException {
        List<Drafted> drafted = picked("technology_id,name_en,items", "fibre,Fibre,ccl:1C010");
        Path file = file(
                "technology_id,list_id,item_no,ipc,keywords,confidence",
                "fibre,,,D01F,,1",
                ",ccl,1C010,D01F,,0.5",
                "none,,,D01F,,1",
                ",ccl,4X,D01F,,1");
        FileProblems problems = new FileProblems("survey.rules", file);

        Scoping.rulesOf(OperatorSheets.rules(file), drafted, NUMBERS, problems);

        assertThatThrownBy(problems::throwIfAny)
                .hasMessageContaining("line 3 is for technology fibre and the prefix \"D01F\", as is line 2")
                .hasMessageContaining("line 4 is for the technology none, which does not exist")
                .hasMessageContaining("line 5 is for the item 4X of list ccl, which is in no list");
    }

    @Test
    void labelsNameAPairAndWhetherItIsRelevant() throws IOException {
        assertThat(OperatorSheets.labels(file(
                        "technology_id,family_id,publication_number,ipc,relevant",
                        "t,F1,,,yes",
                        "t,,US-1-A,,0",
                        "t,,,h01m10/0525,是")))
                .containsExactly(
                        new Label("t", "F1", null, null, true),
                        new Label("t", null, "US-1-A", null, false),
                        new Label("t", null, null, "H01M 10/0525", true));
        assertThatThrownBy(() -> OperatorSheets.labels(file(
                        "technology_id,family_id,publication_number,ipc,relevant",
                        "t,F1,US-1-A,,yes",
                        "t,F1,,,perhaps")))
                .hasMessageContaining("line 2 must name one of family_id, publication_number and ipc")
                .hasMessageContaining("line 3, cell E3 must be yes or no, but is \"perhaps\"");
    }

    @Test
    void rulesComeBeforeGivenCodesAndTheseBeforeLikenessOfTexts() throws IOException {
        List<Drafted> drafted = picked(
                "technology_id,name_en,items,ipc",
                "ruled,Ruled,,A01B",
                "given,Given,,A01B;A01C",
                "alike,Alike,,",
                "none,None,,");
        RuleLine rule = new RuleLine("line 2", "ruled", null, "H01L", List.of("x"), List.of("y"), List.of("B01D"), .7);
        RuleLine out = new RuleLine("line 3", "ruled", null, "H01L 21", List.of(), List.of(), List.of(), 0);
        TextScope settings = new TextScope(Method.COSINE, Against.TITLES, Level.MAIN_GROUP, 5, 2, 0.5, 100);
        Scoping scoping = new Scoping(
                drafted,
                Map.of("ruled", List.of(rule, out)),
                settings.method().name(),
                t -> t.id().equals("none") ? List.of() : List.of(new TextIndex.Link("C22C 38", .4, 1, 3.5)),
                List.of(new Label("alike", null, null, "C22C 38/04", true)));

        assertThat(scoping.technologies(Set.of("given")))
                .extracting(Technology::scopeMethod, Technology::ipcScope, Technology::scopeStatus)
                .containsExactly(
                        tuple("RULE", List.of("H01L"), "UNVALIDATED"),
                        tuple("LIST", List.of("A01B", "A01C"), "UNVALIDATED"),
                        tuple("COSINE", List.of("C22C 38"), "VALIDATED"),
                        tuple("NONE", List.of(), "UNVALIDATED"));
        List<Scope> scopes = scoping.scopes();
        assertThat(scopes)
                .extracting(s -> s.technologyId() + " " + s.ipc() + " " + s.method() + " " + s.status())
                .containsExactly(
                        "ruled H01L RULE UNVALIDATED",
                        "ruled H01L 21 RULE UNVALIDATED",
                        "given A01B LIST UNVALIDATED",
                        "given A01C LIST UNVALIDATED",
                        "alike C22C 38 COSINE VALIDATED");
        assertThat(scopes.get(0).excluded()).containsExactly("y", "B01D");
        assertThat(scopes.get(4).z()).isEqualTo(3.5);
    }
}
