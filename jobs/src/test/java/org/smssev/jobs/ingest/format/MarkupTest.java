package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "<p id=\"p-0001-en\" num=\"0000\">A cell (<b>1</b>) is <i>in situ</i>.</p>~A cell (1) is in situ.",
                "<P>First.</P><P>Second.</P>~First. Second.",
                "H<sub>2</sub>O<SUB>2</SUB> and 3 cm<SP POS='POST'>3</SP>~H2O2 and 3 cm3",
                "A tool. <IMAGE></IMAGE>~A tool.",
                "of formula <CHEM> are made,<br/>too~of formula are made, too",
                "<p>A text that was cut~A text that was cut"
            })
    void tagsAreTakenOff(String text, String plain) {
        assertThat(Markup.without(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b and c > d",
                "a plane <110> of a crystal",
                "Ni<x>Fe<y>",
                "where a<b> is",
                "a <b, c> pair",
                "if <i or j> holds",
                "a <<heavy>> part",
                "the </i> alone",
                "a  b"
            })
    void whatIsNoTagStays(String text) {
        assertThat(Markup.without(text)).isEqualTo(text);
    }

    @Test
    void textsOfTagsAloneDoNotShiftTheLanguagesOfOthers() {
        FieldValues fields = new FieldValues();
        List<FieldValues.Text> texts =
                List.of(new FieldValues.Text("<p></p>", "de"), new FieldValues.Text("A title", "en"));
        fields.putTexts(Field.TITLE, Field.TITLE_LANGUAGE, texts);
        fields.put(Field.ABSTRACT, List.of("<p></p>", "A text"), Field.ABSTRACT_LANGUAGE, List.of("de", "en"));

        assertThat(fields.get(Field.TITLE)).isEqualTo("A title");
        assertThat(fields.get(Field.TITLE_LANGUAGE)).isEqualTo("en");
        assertThat(fields.get(Field.ABSTRACT)).isEqualTo("\u001fA text");
        assertThat(fields.get(Field.ABSTRACT_LANGUAGE)).isEqualTo("de\u001fen");
    }

    @Test
    void aTagsOtherHalfIsInItsOwnText() {
        assertThat(Markup.without("where a<b is\u001fthe </i> alone\u001fif <i> holds\u001f<b>x</b>"))
                .isEqualTo("where a<b is\u001fthe </i> alone\u001fif <i> holds\u001fx");
        assertThat(Markup.without("<p></p>\u001f<p></p>")).isEmpty();
    }

    @Test
    void textsOfSeveralLanguagesStayApartAndLinesToo() {
        FieldValues fields = new FieldValues();
        fields.put(Field.TITLE, List.of("<p>One</p>", "<image/>", "<p>Two</p>"));
        fields.put(Field.ABSTRACT, "<p>One</p>\n<p>Two</p>");
        fields.put(Field.APPLICANTS, "<b>X</b>");

        assertThat(fields.get(Field.TITLE)).isEqualTo("One\u001f\u001fTwo");
        assertThat(fields.get(Field.ABSTRACT)).isEqualTo("One\nTwo");
        assertThat(fields.get(Field.APPLICANTS)).isEqualTo("<b>X</b>");
    }
}
