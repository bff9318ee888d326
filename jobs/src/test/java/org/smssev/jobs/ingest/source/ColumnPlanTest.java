package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.config.Config.Text;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.CellValues;

class ColumnPlanTest {
    @ParameterizedTest
    @CsvSource({
        "2012-193757; 10-2011-1, JP; KR, JP2012-193757+KR10-2011-1",
        "2012-193757; 2011-289662, JP, JP2012-193757+JP2011-289662",
        "2001-003754, United Kingdom, GB2001-003754",
        "PCT/KR2014/001; 2003-7, KR; GB, PCT/KR2014/001+GB2003-7",
        "1; 2; 3, JP; KR, 1; 2; 3",
        "2.0141E+11, JP, 2.0141E+11",
        "1; 2, ; JP, 1+JP2",
        "5, elsewhere, 5"
    })
    void officesOfPrioritiesInAColumnOfTheirOwnStandInFrontOfTheNumbers(String numbers, String offices, String whole) {
        ColumnPlan plan = ColumnPlan.empty();
        plan.put(Field.PRIORITY_NUMBERS, 0, TEXT);
        plan.put(Field.PRIORITY_COUNTRIES, 1, TEXT);
        Map<Field, String> cells = plan.cells(at -> at == 0 ? numbers : offices);
        assertThat(cells).containsOnlyKeys(Field.PRIORITY_NUMBERS);
        assertThat(cells.get(Field.PRIORITY_NUMBERS).replace(CellValues.ROWS, '+'))
                .isEqualTo(whole);
        assertThat(plan.cells(at -> at == 0 ? null : offices)).isEmpty();
    }

    private static final Text TEXT = new Text(null, null, null, ";", "yyyy-MM-dd", 1000);

    private static Map<Field, String> cells(Field field, String cell) {
        ColumnPlan plan = ColumnPlan.empty();
        plan.put(field, 0, TEXT);
        return plan.cells(at -> cell);
    }

    @ParameterizedTest
    @CsvSource({"na;DE, +DE", "NA; DE ;NA, +DE+", "[NA], [NA]", "Namibia, Namibia", "US;NAM, US;NAM"})
    void whatPeopleWriteForNothingIsNotNamibiaInAColumnThatIsMapped(String cell, String countries) {
        for (Field field : List.of(Field.APPLICANT_COUNTRIES, Field.INVENTOR_COUNTRIES)) {
            assertThat(cells(field, cell).get(field).replace(CellValues.ROWS, '+'))
                    .isEqualTo(countries);
        }
    }

    @Test
    void aColumnOfNothingLeavesWhatAnotherTells() {
        assertThat(cells(Field.APPLICANT_COUNTRIES, "NA; na")).isEmpty();
    }

    @Test
    void aColumnIsMappedWhateverItsSeparator() {
        ColumnPlan plan = ColumnPlan.empty();
        plan.put(Field.APPLICANT_COUNTRIES, 0, new Text(null, null, null, "", "yyyy-MM-dd", 1000));
        assertThat(plan.cells(at -> "NA")).isEmpty();
    }

    @Test
    void columnsInTheSpellingOfFieldsTellNamibia() {
        ColumnPlan plan = ColumnPlan.empty();
        plan.canonical(List.of(Field.APPLICANT_COUNTRIES.key()));
        assertThat(plan.cells(at -> "NA")).containsEntry(Field.APPLICANT_COUNTRIES, "NA");
    }

    @Test
    void tagsOfTitlesAndAbstractsAreTakenOffAndThoseOfNamesStay() {
        assertThat(cells(Field.TITLE, "CO<sub>2</sub> &lt;b&gt;x&lt;/b&gt;")).containsEntry(Field.TITLE, "CO2 x");
        assertThat(cells(Field.ABSTRACT, "<p>A</p>")).containsEntry(Field.ABSTRACT, "A");
        assertThat(cells(Field.APPLICANTS, "<b>A</b>")).containsEntry(Field.APPLICANTS, "<b>A</b>");
    }

    @Test
    void entitiesOfListsAreDecodedBeforeTheirSemicolonsCut() {
        assertThat(cells(Field.APPLICANTS, "A &amp; B;C")).containsEntry(Field.APPLICANTS, "A & B;C");
        assertThat(cells(Field.PUBLICATION_NUMBER, "US&amp;1")).containsEntry(Field.PUBLICATION_NUMBER, "US&amp;1");
    }
}
