package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentFieldsTest {
    @Test
    void datesBecomeIsoWhereTheyAreDates() {
        assertThat(DocumentFields.date("20190531")).isEqualTo("2019-05-31");
        assertThat(DocumentFields.date(" 2019-05-31 ")).isEqualTo("2019-05-31");
        assertThat(DocumentFields.date("19330600")).isEqualTo("19330600");
        assertThat(DocumentFields.date("20190230")).isEqualTo("20190230");
        assertThat(DocumentFields.date("soon")).isEqualTo("soon");
        assertThat(DocumentFields.date("0")).isEmpty();
        assertThat(DocumentFields.date("00000000")).isEmpty();
        assertThat(DocumentFields.date(null)).isEmpty();
    }

    @Test
    void countriesAndLanguagesHaveTwoLetters() {
        assertThat(DocumentFields.country("us")).isEqualTo("US");
        assertThat(DocumentFields.country("omitted")).isEmpty();
        assertThat(DocumentFields.country("75")).isEmpty();
        assertThat(DocumentFields.language("EN")).isEqualTo("en");
        assertThat(DocumentFields.language("en-US")).isEqualTo("en");
        assertThat(DocumentFields.language("eng")).isEmpty();
    }

    @Test
    void officeIsNotRepeated() {
        assertThat(DocumentFields.number("WO", "WO 9839984", "A1")).isEqualTo("WO 9839984A1");
        assertThat(DocumentFields.number("US", "D426060", "S")).isEqualTo("USD426060S");
        assertThat(DocumentFields.number("US", " ", "S")).isEmpty();
    }

    @Test
    void blanksAndControlCharactersAreOneBlank() {
        assertThat(DocumentFields.clean(" a\n\t b\u001fc\u00a0d\u0000 ")).isEqualTo("a b c d");
    }

    @Test
    void listsStayAlignedAndEmptyOnesAreLeftOut() {
        DocumentFields fields = new DocumentFields();
        fields.put(
                Field.APPLICANTS,
                Field.APPLICANT_COUNTRIES,
                List.of(new DocumentFields.Party("A", ""), new DocumentFields.Party("", "DE")));
        fields.put(Field.INVENTORS, Field.INVENTOR_COUNTRIES, List.of(new DocumentFields.Party("B", "")));

        assertThat(fields.values())
                .containsEntry(Field.APPLICANTS, "A" + Field.SEPARATOR)
                .containsEntry(Field.APPLICANT_COUNTRIES, Field.SEPARATOR + "DE")
                .containsEntry(Field.INVENTORS, "B")
                .doesNotContainKey(Field.INVENTOR_COUNTRIES);
    }
}
