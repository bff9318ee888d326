package org.smssev.common.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpcCodesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "H01M 10/05 | B60L 58/12",
                "H01M 10/05|B60L 58/12",
                "H01M 10/05,B60L 58/12",
                "H01M 10/05;; B60L 58/12;",
                "H01M 10/05\nB60L 58/12\r\n",
                "H01M 10/05 B60L 58/12",
                "H01M 10/05//B60L 58/12",
                "H01M 10/05/B60L 58/12/",
                "['H01M 10/05', 'B60L 58/12']",
                "H01M 10/05\uff1bB60L 58/12"
            })
    void whateverStandsBetweenTwoCodesTheyAreTwo(String text) {
        assertThat(IpcCodes.split(text)).containsExactly("H01M 10/05", "B60L 58/12");
    }

    @Test
    @Timeout(20)
    void slashesBehindACodeAreMarksOnlyWhereItIsNotCutOffThere() {
        assertThat(IpcCodes.split("H01M 10//B60L 58/12")).containsExactly("H01M 10", "B60L 58/12");
        assertThat(IpcCodes.split("H01M / B60L 58/12")).containsExactly("H01M", "B60L 58/12");
        assertThat(IpcCodes.split("H01M 10/; B60L 58/12")).containsExactly("H01M 10/", "B60L 58/12");
        assertThat(IpcCodes.split("a".repeat(500_000) + "/00" + "/".repeat(500_000)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H01M10/0525",
                "H01M 10/0525(2010.01)",
                "H01M-0010/0525",
                "H01M  10/0525  20100101AFI20230209BHEP        ",
                "H01M0010052500",
                "H01M 100525",
                "H01M10/0525AI",
                "H01M",
                "H01M10/",
                "nothing",
                "A",
                ""
            })
    void whatIsOneCodeOrNoneStaysAsItIs(String text) {
        assertThat(IpcCodes.split(text)).containsExactly(text.strip());
    }

    @Test
    void lowerCaseBracketsAndCodesOfCpcAloneAreCutToo() {
        assertThat(IpcCodes.split("h01m 10/05 | b60l 58/12")).containsExactly("h01m 10/05", "b60l 58/12");
        assertThat(IpcCodes.split("H01M 10/05|Y02E 60/10")).containsExactly("H01M 10/05", "Y02E 60/10");
        assertThat(IpcCodes.split("('H01M 10/05', 'B60L 58/12')")).containsExactly("H01M 10/05", "B60L 58/12");
        assertThat(IpcCodes.split("(H01M 10/05(2010.01), B60L 58/12(2019.01))"))
                .containsExactly("H01M 10/05(2010.01)", "B60L 58/12(2019.01))");
    }

    @Test
    void whatKnowsMoreOfACodeStaysWithIt() {
        assertThat(IpcCodes.split("H01M 10/05(2010.01), B60L 58/12(2019.01); C22C 38/00"))
                .containsExactly("H01M 10/05(2010.01)", "B60L 58/12(2019.01)", "C22C 38/00");
        assertThat(IpcCodes.split("C07K  16/28  20060101AFI20230209BHEP|H01L 21302 H01L 21304"))
                .containsExactly("C07K  16/28  20060101AFI20230209BHEP", "H01L 21302", "H01L 21304");
    }

    @Test
    void wordsBeforeTheFirstCodeAreATextOfTheirOwn() {
        assertThat(IpcCodes.split("see H01M 10/05")).containsExactly("see", "H01M 10/05");
        assertThat(IpcCodes.split("X" + "-".repeat(50_000) + " H01M 10/05")).hasSize(2);
        assertThat(IpcCodes.split("Int. Cl")).containsExactly("Int. Cl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Int. Cl. H01M 10/05",
                "INT.CL.8 H01M 10/05",
                "(51) Int.Cl.7: H01M 10/05",
                "Int. Cl.\u2077 H01M 10/05",
                "IntCl H01M 10/05",
                "IPC8: H01M 10/05",
                "IPC(8) H01M 10/05",
                "7 H01M 10/05"
            })
    void headingsBeforeCodesAreLeftOut(String text) {
        assertThat(IpcCodes.split(text)).containsExactly("H01M 10/05");
    }

    @Test
    void indexingCodesLinkedToACodeHaveItsSubclass() {
        assertThat(symbols("(C08L 67/02, 23:00)")).containsExactly("C08L 67/02", "C08L 23/00");
        assertThat(symbols("A01N 43/50 //(A01N 43/50, 37:18)"))
                .containsExactly("A01N 43/50", "A01N 43/50", "A01N 37/18");
        assertThat(symbols("C07D(401/12,213:00,307:00)")).containsExactly("C07D 401/12", "C07D 213/00", "C07D 307/00");
        assertThat(symbols("A61K 9/16 C07D (401/12)")).containsExactly("A61K 9/16", "C07D 401/12");
        assertThat(IpcCodes.split("C07D(2006/01)")).as("a version").containsExactly("C07D(2006/01)");
        assertThat(symbols("(C12N 15/00, C12R 1:07)")).containsExactly("C12N 15/00", "C12R 1/07");
        assertThat(symbols("(C12N 1/20, C12R 1:19) (C12N 15/09, C12R 1:07)"))
                .containsExactly("C12N 1/20", "C12R 1/19", "C12N 15/09", "C12R 1/07");
        assertThat(symbols("C10N 30:06, 40:25")).containsExactly("C10N 30/06", "C10N 40/25");
        assertThat(symbols("C07D 487/04, C07D 221:00, 239:00"))
                .containsExactly("C07D 487/04", "C07D 221/00", "C07D 239/00");
    }

    private static List<String> symbols(String text) {
        return IpcCodes.split(text).stream().map(IpcSymbol::canonical).toList();
    }

    @Test
    void groupsWithoutTheirSubclassHaveThatOfTheCodeBeforeThem() {
        assertThat(IpcCodes.split("H04N 5/225, 7/18")).containsExactly("H04N 5/225", "H04N 7/18");
        assertThat(IpcCodes.split("H04N 5/225 7/18; G06F 17/30"))
                .containsExactly("H04N 5/225", "H04N 7/18", "G06F 17/30");
        assertThat(IpcCodes.split("H01M 10/05 (2006.01), 10/06 (2006.01)"))
                .containsExactly("H01M 10/05 (2006.01)", "H01M 10/06 (2006.01)");
        assertThat(IpcCodes.split("H01M 10/05, 2006/01")).containsExactly("H01M 10/05, 2006/01");
    }

    @Test
    void marksBehindTheOnlyCodeAreLeftOut() {
        assertThat(IpcCodes.split("G06F17/30.")).containsExactly("G06F17/30");
        assertThat(IpcCodes.split("G06F 17/30,")).containsExactly("G06F 17/30");
    }
}
