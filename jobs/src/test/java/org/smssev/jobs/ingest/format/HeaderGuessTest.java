package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;

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

    private static Optional<HeaderGuess> guessInWorkbook(List<List<?>> rows) throws IOException {
        try (TableFile table = Tables.open(TestWorkbooks.xls(new TestWorkbooks.TestSheet("hits", rows)))) {
            return HeaderGuess.of(table);
        }
    }

    @Test
    void theHeaderOfAWorkbookBelowItsTitleIsTold() throws IOException {
        List<List<?>> rows = List.of(
                List.of("A list"),
                List.of(),
                List.of("from today"),
                List.of("번호", "제목", "분류"),
                List.of("1020200000001", "a", "H01M 4/02"),
                List.of("1020200000002", "b"));
        HeaderGuess guess = guessInWorkbook(rows).orElseThrow();
        assertThat(guess.number()).isEqualTo(4);
        assertThat(guess.cells()).containsExactly("번호", "제목", "분류");
        assertThat(guessInWorkbook(rows.subList(3, 6))).isEmpty();
    }
}
