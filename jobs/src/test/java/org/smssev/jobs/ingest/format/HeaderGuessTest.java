package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderGuessTest {
    private static Optional<HeaderGuess> guess(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HeaderGuess.of(
                "the file", () -> new ByteArrayInputStream(bytes), TextForm.Given.NOTHING, TableLimits.DEFAULT);
    }

    @Test
    void theFirstOfTheWidestRowsIsTold() throws IOException {
        HeaderGuess guess = guess("List of hits\n\nfrom: today, or so\nNummer;Titel;Klasse;Datum\n"
                        + "DE1A1;a, b and c, or d;H01M 4/02;2020\nDE2A1;e;H01M 4/02;2021\n")
                .orElseThrow();
        assertThat(guess.number()).isEqualTo(3);
        assertThat(guess.cells()).containsExactly("Nummer", "Titel", "Klasse", "Datum");
    }

    @Test
    void noneIsTheFirstRowItself() throws IOException {
        assertThat(guess("Nummer;Titel;Klasse\nDE1A1;a;H01M 4/02\n")).isEmpty();
        assertThat(guess("title\nno table\n")).isEmpty();
    }
}
