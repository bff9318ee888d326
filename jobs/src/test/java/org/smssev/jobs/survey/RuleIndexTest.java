package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;
import org.smssev.jobs.survey.RuleIndex.Held;

class RuleIndexTest {
    private static RuleLine rule(String ipc, double confidence, List<String> keywords, String... excluded) {
        List<String> words =
                List.of(excluded).stream().filter(x -> !x.matches("[A-H]\\d.*")).toList();
        List<String> codes =
                List.of(excluded).stream().filter(x -> x.matches("[A-H]\\d.*")).toList();
        return new RuleLine("line 2", "t", null, ipc, keywords, words, codes, confidence);
    }

    private static List<Held> find(List<RuleLine> rules, String text, String... ipc) {
        return new RuleIndex(List.of(List.of(), rules)).find(new FamilyText(text, null), List.of(ipc));
    }

    @Test
    void theLongestPrefixDecides() {
        List<RuleLine> rules = List.of(rule("C01B", .5, List.of()), rule("C01B 32", .9, List.of("graphene")));

        assertThat(find(rules, "Graphene sheets", "C01B 32/182")).containsExactly(new Held(1, .9));
        assertThat(find(rules, "Ammonia", "C01B 21/00")).containsExactly(new Held(1, .5));
        // C01B 32 decides and asks for the keyword; that C01B would not does not matter.
        assertThat(find(rules, "Carbon black", "C01B 32/182")).isEmpty();
    }

    @Test
    void confidenceNoughtTakesCodesOut() {
        List<RuleLine> rules = List.of(rule("H01M", .8, List.of()), rule("H01M 8", 0, List.of()));

        assertThat(find(rules, "Fuel cell", "H01M 8/10")).isEmpty();
        assertThat(find(rules, "Fuel cell and battery", "H01M 8/10", "H01M 10/05"))
                .containsExactly(new Held(1, .8));
    }

    @Test
    void excludedWordsAndCodesTakeTheFamilyOut() {
        List<RuleLine> rules = List.of(rule("H01M", .8, List.of(), "fuel cell", "B60L"));

        assertThat(find(rules, "A battery", "H01M 10/05")).hasSize(1);
        assertThat(find(rules, "A fuel cell", "H01M 10/05")).isEmpty();
        assertThat(find(rules, "A battery", "H01M 10/05", "B60L 50/60")).isEmpty();
    }

    @Test
    void aRuleOfKeywordsAloneNeedsNoCode() {
        List<RuleLine> rules = List.of(rule("", .6, List.of("石墨炔", "graphdiyne")));

        assertThat(find(rules, "一种石墨炔的制备", "A01B 1/00")).containsExactly(new Held(1, .6));
        assertThat(find(rules, "Graphene", "C01B 32/182")).isEmpty();
    }
}
