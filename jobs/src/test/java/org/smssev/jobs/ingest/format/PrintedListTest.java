package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "['ACME INC', 'BETA GMBH'] ~ ACME INC|BETA GMBH",
                "[\"ACME INC\", \"O'BRIEN\"] ~ ACME INC|O'BRIEN",
                "[nan, 'B'] ~ |B",
                "['H01M10/0525', None] ~ H01M10/0525|",
                "[None] ~ ``",
                "[] ~ ``",
                "array(['A' 'B'], dtype=object) ~ A|B"
            })
    void aPrintedListGivesItsValuesInTheirPlaces(String cell, String values) {
        assertThat(PrintedList.of(cell))
                .hasValueSatisfying(list -> assertThat(String.join("|", list)).isEqualTo(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ACME INC",
                "[US]",
                "(ACME) INC",
                "[withheld]",
                "['A'",
                "['A'] and 'B'",
                "[{'name': 'A'}]",
                "[['A']]",
                "(\"ACME\" LTD)",
                "('A', 'B')"
            })
    void otherTextsAreNone(String cell) {
        assertThat(PrintedList.of(cell)).isEmpty();
    }

    @Test
    void listsOfExportsAreReadWhereAProgramPrintedThem() {
        Pattern bar = Pattern.compile("\\|");
        assertThat(Cleaning.list("['H01M10/0525', 'C01B32/182', nan]", bar))
                .containsExactly("H01M10/0525", "C01B32/182");
        assertThat(Cleaning.places("[None, 'DE']", bar)).containsExactly("", "DE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACME INC;\nBETA GMBH",
                "ACME INC; \r\nBETA GMBH;",
                "ACME INC |\nBETA GMBH",
                "ACME INC\n; BETA GMBH"
            })
    void whatPartsValuesAtEndsOfLinesIsNoneOfThem(String cell) {
        assertThat(Cleaning.list(cell, Pattern.compile("[\r\n]+"))).containsExactly("ACME INC", "BETA GMBH");
    }
}
