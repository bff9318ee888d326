package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {
    @Test
    void datesBecomeIsoWhereTheyAreDates() {
        assertThat(Dates.iso("20190531")).isEqualTo("2019-05-31");
        assertThat(Dates.iso(" 2019-05-31 ")).isEqualTo("2019-05-31");
        assertThat(Dates.iso("19330600")).isEqualTo("19330600");
        assertThat(Dates.iso("20190230")).isEqualTo("20190230");
        assertThat(Dates.iso("soon")).isEqualTo("soon");
        assertThat(Dates.iso("0")).isEmpty();
        assertThat(Dates.iso("00000000")).isEmpty();
        assertThat(Dates.iso(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014/6/16",
                "2014-06-16",
                "2014.6.16",
                "2014. 6. 16.",
                "2014. 6. 16",
                "2014년 6월 16일",
                "2014年6月16日",
                "20140616",
                "2014-06-16Z",
                "2014-06-16+02:00",
                "2014-06-16T00:00:00Z"
            })
    void datesWithTheYearFirstAreReadInEachSpelling(String text) {
        assertThat(Dates.iso(text)).isEqualTo("2014-06-16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMITH &AMP; WESSON CORP | SMITH & WESSON CORP
            L&APOS;OREAL | L'OREAL
            A &LT; B &GT; C | A < B > C
            &QUOT;X&QUOT; &COPY; &REG; &TRADE; | "X" © ® ™
            &Amp; | &Amp;
            """)
    void entitiesInCapitalsAreDecodedToo(String text, String decoded) {
        assertThat(Entities.decoded(text)).isEqualTo(decoded);
    }

    @Test
    void countriesAndLanguagesHaveTwoLetters() {
        assertThat(TwoLetters.country("us")).isEqualTo("US");
        assertThat(TwoLetters.country("omitted")).isEmpty();
        assertThat(TwoLetters.country("75")).isEmpty();
        assertThat(TwoLetters.language("EN")).isEqualTo("en");
        assertThat(TwoLetters.language("en-US")).isEqualTo("en");
        assertThat(TwoLetters.language("eng")).isEmpty();
    }

    @Test
    void entitiesAreDecodedInTextsAndNames() {
        FieldValues values = new FieldValues();
        values.putTexts(Field.TITLE, Field.TITLE_LANGUAGE, List.of(new FieldValues.Text("It&#39;s a &amp; b", "en")));
        values.putClean(Field.APPLICANTS, List.of("A &amp; B; C", "D &#31; E"));
        assertThat(values.get(Field.TITLE)).isEqualTo("It's a & b");
        assertThat(values.get(Field.APPLICANTS)).isEqualTo("A & B; C\u001fD E");
    }

    @Test
    void theWordsOfAFooterAreNoNumber() {
        FieldValues values = new FieldValues();
        values.number("\u00a9 WIPO 2015 - search results");
        assertThat(values.map()).isEmpty();
    }

    @Test
    void officeIsNotRepeated() {
        assertThat(Cleaning.number("WO", "WO 9839984", "A1")).isEqualTo("WO 9839984A1");
        assertThat(Cleaning.number("US", "D426060", "S")).isEqualTo("USD426060S");
        assertThat(Cleaning.number("US", " ", "S")).isEmpty();
    }

    @Test
    void blanksAndControlCharactersAreOneBlank() {
        assertThat(Cleaning.blanks(" a\n\t b\u001fc\u00a0d\u3000e\ufeff\u0000 "))
                .isEqualTo("a b c d e");
        assertThat(Cleaning.blanks("\ufeffx\u200by \u200b z\u200b")).isEqualTo("xy z");
        assertThat(Cleaning.blanks("NONE")).isEqualTo("NONE");
        assertThat(Cleaning.blanks(null)).isEmpty();
    }

    @Test
    void valuesAreEvenedOutAndCodesKeepTheirBlanks() {
        FieldValues fields = new FieldValues();
        fields.putClean(Field.TITLE, " a \n b");
        fields.putClean(Field.KIND, (String) null);
        fields.putClean(Field.CITED, List.of(" ", "\u00a0"));
        fields.putCodes(List.of("H01M  10/0525\t", "\n"));
        fields.putTexts(
                Field.ABSTRACT,
                Field.ABSTRACT_LANGUAGE,
                List.of(new FieldValues.Text(" ", "de"), new FieldValues.Text("x", "EN-US")));

        assertThat(fields.map())
                .containsOnly(
                        Map.entry(Field.TITLE, "a b"),
                        Map.entry(Field.IPC, "H01M  10/0525"),
                        Map.entry(Field.ABSTRACT, "x"),
                        Map.entry(Field.ABSTRACT_LANGUAGE, "en"));
    }

    @Test
    void listsStayAlignedAndEmptyOnesAreLeftOut() {
        FieldValues fields = new FieldValues();
        fields.putParties(
                Field.APPLICANTS,
                Field.APPLICANT_COUNTRIES,
                List.of(new FieldValues.Party("A", ""), new FieldValues.Party("", "DE")));
        fields.putParties(Field.INVENTORS, Field.INVENTOR_COUNTRIES, List.of(new FieldValues.Party("B", "")));

        assertThat(fields.map())
                .containsEntry(Field.APPLICANTS, "A" + Field.SEPARATOR)
                .containsEntry(Field.APPLICANT_COUNTRIES, Field.SEPARATOR + "DE")
                .containsEntry(Field.INVENTORS, "B")
                .doesNotContainKey(Field.INVENTOR_COUNTRIES);
    }
}
