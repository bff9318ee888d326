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
        assertThat(guessed("Shift_JIS", name)).isEqualTo("Shift_JIS");
    }
}
