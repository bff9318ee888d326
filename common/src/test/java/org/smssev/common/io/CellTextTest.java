package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void whatLooksLikeAFormulaIsQuotedAndComesBack(String text) {
        assertThat(CellText.guarded(text)).isEqualTo("'" + text);
        assertThat(CellText.original(CellText.guarded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "steel", "1-1", "'tis", "'", "a=b"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CellText.guarded(text)).isEqualTo(text);
        assertThat(CellText.original(text)).isEqualTo(text);
        assertThat(CellText.harmless(text, 10)).isEqualTo(text);
    }

    @Test
    void whatXmlCannotHoldIsReplacedSoThatItHidesNoFormula() {
        assertThat(CellText.harmless("\u0001=1\uD800\uFFFF\u000B", 10)).isEqualTo("\uFFFD=1\uFFFD\uFFFD\uFFFD");
        assertThat(CellText.harmless("😀\u007F\n", 10)).isEqualTo("😀\u007F\n");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(CellText.harmless("abcdef", 5)).isEqualTo("abcd…");
        assertThat(CellText.harmless("abc😀ef", 5)).isEqualTo("abc…");
        assertThat(CellText.harmless("=" + "x".repeat(40_000), CellText.LONGEST))
                .hasSize(CellText.LONGEST);
    }
}
