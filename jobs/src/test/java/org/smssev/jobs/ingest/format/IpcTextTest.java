package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.ipc.IpcCodes;

class IpcTextTest {
    @Test
    void fixedWidthKeepsLevelPositionAndValue() {
        assertThat(IpcText.ofFixedWidth("C07K  16/28        20060101AFI20230209BHEP        "))
                .isEqualTo("C07K  16/28  20060101AFI");
        assertThat(IpcText.ofFixedWidth("A61K   9/16        20060101A I20051008RMEP        "))
                .isEqualTo("A61K   9/16  20060101AI");
        assertThat(IpcText.ofFixedWidth("A61K  31/7048      20060101CLN20051220RMJP        "))
                .isEqualTo("A61K  31/7048  20060101CLN");
    }

    @Test
    void fixedWidthWithoutValueIsTheSymbol() {
        assertThat(IpcText.ofFixedWidth("A61K   9/16        20060101A  20051008RMEP        "))
                .isEqualTo("A61K   9/16");
        assertThat(IpcText.ofFixedWidth(" A61K ")).isEqualTo("A61K");
    }

    @Test
    void editionIsTakenOff() {
        assertThat(IpcText.ofEdition(" 7A 61K   9/16   A")).isEqualTo("A61K 9/16");
        assertThat(IpcText.ofEdition("5H01M10/0525")).isEqualTo("H01M 10/0525");
        assertThat(IpcText.ofEdition("  unknown ")).isEqualTo("unknown");
        assertThat(IpcText.ofEditions(" 7A 61K   9/16   A")).containsExactly("A61K 9/16");
        assertThat(IpcText.ofEditions("7 A61K   9/16, 7 H01M 4/02")).containsExactly("A61K 9/16", "H01M 4/02");
        assertThat(IpcText.ofEditions("F16H 5/40,F16D 25/00;unknown")).containsExactly("F16H 5/40", "F16D 25/00");
    }

    @Test
    void aLongTextWithoutCodesTakesNoLongTime() {
        String blanks = "x" + " ,".repeat(300_000) + "y";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> IpcText.ofEditions(blanks)))
                .containsExactly(blanks);
    }

    @Test
    void symbolIsJoinedOfItsParts() {
        assertThat(IpcText.symbol("H", "1", "M", "10", "0525")).isEqualTo("H01M 10/0525");
        assertThat(IpcText.symbol("H", "01", "M", "", "")).isEqualTo("H01M");
        assertThat(IpcText.symbol("", "", "", "", "")).isEmpty();
    }

    @Test
    void valueAIsAdditional() {
        assertThat(IpcText.of("C12Q1/68", "", "", "L", "A")).isEqualTo("C12Q1/68ALN");
        assertThat(IpcText.of("C12Q1/68", "2010-01-01", "C", "F", "I")).isEqualTo("C12Q1/68  20100101CFI");
    }

    @Test
    void nothingIsGluedToWhatIsNoSubgroup() {
        assertThat(IpcText.of("H01M10", "", "", "F", "I")).isEqualTo("H01M10");
        assertThat(IpcText.of("C12Q1/68", "", "", "F", "")).isEqualTo("C12Q1/68");
    }

    @Test
    void theOpenPatentServicesLeaveTheVersionOut() {
        assertThat(IpcText.ofFixedWidth("B28B   1/    29            A I                    "))
                .isEqualTo("B28B   1/29AI");
        assertThat(IpcText.ofFixedWidth("H01M  10/  0525            A N")).isEqualTo("H01M  10/0525AN");
    }

    @Test
    void aCodeOfLevelSIsASubclass() {
        assertThat(IpcText.ofFixedWidth("A61K                20060101S I20051008RMEP        "))
                .isEqualTo("A61K");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H01M 10/0525<br>H01M 4/13",
                "H01M 10/0525<BR/>H01M 4/13",
                "H01M 10/0525&#10;H01M 4/13",
                "H01M 10/0525\\nH01M 4/13",
                "H01M 10\u20440525\nH01M 4\u221513"
            })
    void lineBreaksAndSlashesOfPagesAreSuch(String cell) {
        assertThat(IpcCodes.split(IpcText.plain(cell))).containsExactly("H01M 10/0525", "H01M 4/13");
    }
}
