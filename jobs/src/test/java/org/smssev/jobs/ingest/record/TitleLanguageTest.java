package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.text.Languages;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;

class TitleLanguageTest {
    private static final Languages.Chosen TITLE = new Languages.Chosen("The boat of the sea", null, false);

    /** Reads titles and their languages, English ones first. */
    private static Normalised read(String title, String titleLanguage, String language) {
        Map<Field, String> cells = Stream.of(
                        Map.entry(Field.PUBLICATION_NUMBER, "DE1A1"),
                        Map.entry(Field.TITLE, title),
                        Map.entry(Field.TITLE_LANGUAGE, titleLanguage),
                        Map.entry(Field.LANGUAGE, language))
                .filter(cell -> !cell.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<Field, Writing> writings =
                cells.keySet().stream().collect(Collectors.toMap(field -> field, field -> Writing.CANONICAL));
        NormaliserSetup english =
                new NormaliserSetup(Map.of(), false, List.of("en"), null, NormaliserSetup.PLAIN.thesaurus());
        return new RecordNormaliser("1", "s", writings, false, english).normalise(cells);
    }

    @Test
    void theWordsOfATitleTellItsLanguageWhereNoColumnHasACode() {
        assertThat(TitleLanguage.of(null, TITLE)).isEqualTo(new TitleLanguage("en", true));
        assertThat(TitleLanguage.of("-", TITLE)).isEqualTo(new TitleLanguage("en", true));
        assertThat(TitleLanguage.of("DE", TITLE)).isEqualTo(new TitleLanguage("de", false));
        assertThat(TitleLanguage.of(null, new Languages.Chosen("Ruderboot", "de", true)))
                .isEqualTo(new TitleLanguage("de", false));
        assertThat(TitleLanguage.of("-", null)).isEqualTo(new TitleLanguage(null, false));
    }

    @Test
    void aTitleWhoseOwnLanguageNothingTellsIsDetectedThoughThatOfAnotherIsTold() {
        Normalised detected = read("The boat of the sea\u001fDas Boot der See", "\u001fde", "");
        assertThat(detected.patent().title()).isEqualTo("The boat of the sea");
        assertThat(detected.patent().language()).isEqualTo("en");
        assertThat(detected.detectsLanguage()).isTrue();

        Normalised told = read("Ruderboot\u001fRowing boat", "de\u001fen", "");
        assertThat(told.patent().title()).isEqualTo("Rowing boat");
        assertThat(told.detectsLanguage()).isFalse();
    }

    @Test
    void whatStandsForNothingIsNoLanguageOfATitle() {
        Normalised detected = read("The boat of the sea", "NA", "");
        assertThat(detected.patent().language()).isEqualTo("en");
        assertThat(detected.detectsLanguage()).isTrue();
    }

    @Test
    void onlyTheFirstLanguageOfAPublicationTellsIt() {
        assertThat(read("The boat of the sea", "", "\u001fde").detectsLanguage())
                .isTrue();
        Normalised told = read("The boat of the sea", "", "DE\u001ffr");
        assertThat(told.patent().language()).isEqualTo("de");
        assertThat(told.detectsLanguage()).isFalse();
    }
}
