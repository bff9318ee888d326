package org.smssev.common.text;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void nothingComesFromNothing() {
        assertThat(Tokenizer.tokens(null)).isEmpty();
        assertThat(Tokenizer.tokens("  ,;- 。")).isEmpty();
    }
}
