package org.smssev.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void englishIsLowerCaseWithoutStopWordsAndBoilerplate() {
        assertThat(Tokenizer.tokens(
                        "A Solid-State battery comprising said LiFePO4 cathode, wherein the cathode's pores"))
                .containsExactly("solid-state", "battery", "lifepo4", "cathode", "cathode", "pores");
    }

    @Test
    void numbersAndSingleLettersAreNoTerms() {
        assertThat(Tokenizer.tokens("3d 10 nm x 2.5 -alloy- steel-")).containsExactly("nm", "alloy", "steel");
    }

    @Test
    void chineseIsSegmentedWithoutFunctionWords() {
        assertThat(Tokenizer.tokens("本发明公开了一种锂离子电池正极材料的制备方法"))
                .contains("电池", "材料", "制备", "方法")
                .doesNotContain("的", "一种", "本", "发明", "公开");
    }

    @Test
    void mixedTextKeepsItsOrder() {
        assertThat(Tokenizer.tokens("GaN 材料 substrate")).containsExactly("gan", "材料", "substrate");
    }

    @Test
    void accentedLettersBelongToWords() {
        assertThat(Tokenizer.tokens("Überzug für Stähle")).containsExactly("überzug", "für", "stähle");
    }

    private static List<String> tokens(String text, String language) {
        List<String> found = new ArrayList<>();
        Tokenizer.scan(text, language, (buffer, length, adjacent) -> found.add(new String(buffer, 0, length)));
        return found;
    }

    /** The terms, those adjacent to the one before with a mark. */
    private static List<String> marked(String text, String language) {
        List<String> found = new ArrayList<>();
        Tokenizer.scan(
                text,
                language,
                (buffer, length, adjacent) -> found.add((adjacent ? "+" : "") + new String(buffer, 0, length)));
        return found;
    }

    @Test
    void partsOfHyphenatedWordsStayTogetherAndNumbersStartNone() {
        assertThat(Tokenizer.tokens("X-ray tube, three-phase 3-phase motor; COVID-19 co- operation"))
                .containsExactly("x-ray", "tube", "three-phase", "phase", "motor", "covid-19", "co", "operation");
    }

    @Test
    void eachLanguageHasItsStopWords() {
        assertThat(tokens("Die Erfindung betrifft ein Verfahren zur Herstellung von Stahl", "de"))
                .containsExactly("verfahren", "herstellung", "stahl");
        assertThat(tokens("L'invention concerne un procédé d'élaboration de l'acier", "fr"))
                .containsExactly("procédé", "élaboration", "acier");
        assertThat(tokens("La presente invención se refiere a un procedimiento para el acero", "es"))
                .containsExactly("procedimiento", "acero");
        assertThat(tokens("Изобретение относится к способу получения стали", "ru"))
                .containsExactly("способу", "стали");
    }

    @Test
    void japaneseIsCutIntoPairsAndKoreanIntoWords() {
        assertThat(tokens("本発明は電池", "ja")).contains("電池").doesNotContain("本発", "発明");
        assertThat(tokens("리튬 이차 전지", "ko")).containsExactly("리튬", "이차", "전지");
    }

    @Test
    void termsAreAdjacentUnlessAWordOrAMarkStandsBetween() {
        List<String> found = marked("solid electrolyte, cathode of lithium 锂电池", "en");
        assertThat(found.subList(0, 4)).containsExactly("solid", "+electrolyte", "cathode", "lithium");
        assertThat(found.get(found.size() - 1)).startsWith("+");
    }

    @Test
    void aMarkWithoutABlankStandsBetweenAndOverlappingPairsAreNotAdjacent() {
        assertThat(marked("steel/copper zinc,iron", "en")).containsExactly("steel", "copper", "+zinc", "iron");
        assertThat(marked("电池，电极、材料", "zh")).containsExactly("电池", "电极", "材料");
        assertThat(marked("スイッチ", "ja")).hasSizeGreaterThan(1).noneMatch(term -> term.startsWith("+"));
    }

    @Test
    void wordsOfMoreThanSixtyFourCharactersAreNone() {
        assertThat(Tokenizer.tokens("a" + "b".repeat(64) + " alloy " + "c".repeat(40) + "-" + "d".repeat(40)))
                .containsExactly("alloy");
        assertThat(Tokenizer.tokens("b".repeat(64))).hasSize(1);
    }

    @Test
    void nothingComesFromNothing() {
        assertThat(Tokenizer.tokens(null)).isEmpty();
        assertThat(Tokenizer.tokens("  ,;- 。")).isEmpty();
    }
}
