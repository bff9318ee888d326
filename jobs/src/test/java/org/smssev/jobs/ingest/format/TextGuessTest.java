package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGuessTest {
    private static String guessed(String charset, String applicant) {
        StringBuilder text = new StringBuilder("Title,Publication number,Applicant(s)\r");
        for (int i = 0; i < 50; i++) {
            text.append("A box for the use in kitchens,KR2014000")
                    .append(i)
                    .append(" (U),")
                    .append(applicant)
                    .append('\r');
        }
        return TextGuess.guess(text.toString().getBytes(Charset.forName(charset)))
                .charset();
    }

    /** UTF-8 that Excel of the Mac took for its own set and saved again, with what it could not write left out. */
    @Test
    void damagedTextWithLinesOfTheMacIsOfTheMac() {
        String damaged = "V\u00c3\u00b6lkerbetrieb,f\u00c3_r\r6\u00ce\u00b1-fluor,\u00ec\u00a3_\r";
        assertThat(guessed("x-MacRoman", damaged)).isEqualTo("x-MacRoman");
        assertThat(guessed("x-MacRoman", damaged.replace("\r", "\n"))).isNotEqualTo("x-MacRoman");
    }

    /** Espacenet's half-width blank in UTF-8, read as windows-1252 and saved by Excel of the Mac. */
    @ParameterizedTest
    @ValueSource(strings = {"CO WARREN", "KOCH [INST] SMITH"})
    void charactersThatSwallowBracketsOfLatinTextAreNotJapanese(String name) {
        String misread = new String("\u2002".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

        assertThat(guessed("x-MacRoman", name + misread + "[PH]")).isEqualTo("x-MacRoman");
    }

    @Test
    void lettersBeforeABracketThatHasAPartnerAreNotJapanese() {
        assertThat(guessed("x-MacRoman", "PEÑÑÑ[ES]")).isEqualTo("x-MacRoman");
    }

    @ParameterizedTest
    @CsvSource({"株式会社日立製作所 [JP]", "ソニー [JP]", "[標]サーバー・センター", "ソニー", "データ（ー）・ユーザー] ソニー", "ポーーーン [JP] [US]"})
    void japaneseWhoseCharactersHaveBracketsForSecondBytesStaysSo(String name) {
        assertThat(guessed("Shift_JIS", name)).isEqualTo("windows-31j");
    }

    /** As {@code ö} takes four bytes, of which windows-1252 has no character for the first. */
    @ParameterizedTest
    @CsvSource({"电池, Böhler", "电池组, Müßig & Söhne", "锂, Weiß", "䶮电池, Nuñez"})
    void fewChineseWordsAmongWesternNamesAreChinese(String chinese, String name) {
        assertThat(guessed("gb18030", name + " [AT]," + chinese)).isEqualTo("gb18030");
        String few = "Title,Applicant(s)\n" + "Battery," + name + "\n" + chinese + ",Acme\n"
                + ("Battery,Acme\n" + "Cell," + name + "\n").repeat(15);
        assertThat(TextGuess.guess(few.getBytes(Charset.forName("gb18030"))).charset())
                .isEqualTo("gb18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Böhler", "Müßig & Söhne", "Société é0é0"})
    void westernNamesStayWestern(String name) {
        assertThat(guessed("windows-1252", name)).isEqualTo("windows-1252");
    }
}
