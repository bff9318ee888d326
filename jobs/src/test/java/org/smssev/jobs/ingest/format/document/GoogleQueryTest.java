package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.jobs.ingest.format.Field;

class GoogleQueryTest {
    private final GoogleJsonLines google = new GoogleJsonLines();

    private Map<Field, String> fields(String row) {
        return DocumentSamples.fields(google, row);
    }

    @ParameterizedTest
    @CsvSource({
        "ipc, ipc_codes",
        "ipc, ipc_code",
        "inventor, inventors",
        "assignee_harmonized, assignees_harmonized",
        "citation, citations",
        "citation, cited_publications",
        "priority_claim, priority_claims"
    })
    void listOfTheTableGivesTheSameUnderAnotherName(String own, String others) {
        Map<Field, String> expected = fields(DocumentSamples.GOOGLE);
        String renamed = DocumentSamples.GOOGLE.replace('"' + own + "\":", '"' + others + "\":");

        assertThat(renamed).isNotEqualTo(DocumentSamples.GOOGLE);
        assertThat(expected).isNotEmpty();
        assertThat(withoutHyphens(fields(renamed))).isEqualTo(withoutHyphens(expected));
    }

    /** Numbers mean the same with hyphens and without. */
    private static Map<Field, String> withoutHyphens(Map<Field, String> fields) {
        Map<Field, String> without = new EnumMap<>(fields);
        for (Field number :
                List.of(Field.PUBLICATION_NUMBER, Field.APPLICATION_NUMBER, Field.PRIORITY_NUMBERS, Field.CITED)) {
            without.computeIfPresent(number, (field, text) -> text.replace("-", ""));
        }
        return without;
    }

    @Test
    void textsThatAQueryJoinedAreLists() {
        assertThat(fields("""
                        {"publication_number":"EP-3000001-A1","title_en":"A cell","abstract_en":"One","filing_date":20160101,\
                        "ipc_codes":"H01M10/05, H01M4/13","assignees":"ACME CORP,FOO GMBH","assignee_countries":"US,DE",\
                        "inventor":"SMITH JOHN,DOE JANE","cited_publications":["US-1-A","US-2-A"],"family_id":"55556"}
                        """))
                .containsEntry(Field.TITLE, "A cell")
                .containsEntry(Field.ABSTRACT, "One")
                .containsEntry(Field.FILING_DATE, "2016-01-01")
                .containsEntry(Field.IPC, "H01M10/05|H01M4/13")
                .containsEntry(Field.APPLICANTS, "ACME CORP|FOO GMBH")
                .containsEntry(Field.APPLICANT_COUNTRIES, "US|DE")
                .containsEntry(Field.INVENTORS, "SMITH JOHN|DOE JANE")
                .containsEntry(Field.CITED, "US1A|US2A")
                .containsEntry(Field.FAMILY_ID, "55556");
    }

    @Test
    void listsOfTextsMayHaveTheNamesOfTheTablesOwnLists() {
        assertThat(fields("""
                        {"publication_number":"EP-3000001-A1","title_localized":["A cell","Une pile"],\
                        "assignee_harmonized":["ACME INC","BETA GMBH"],"inventor_harmonized":["MUELLER HANS"],\
                        "citation":["US-7650331-B1"],"priority_claim":["EP-10197481-A"]}
                        """))
                .containsEntry(Field.TITLE, "A cell|Une pile")
                .containsEntry(Field.APPLICANTS, "ACME INC|BETA GMBH")
                .containsEntry(Field.INVENTORS, "MUELLER HANS")
                .containsEntry(Field.CITED, "US7650331B1")
                .containsEntry(Field.PRIORITY_NUMBERS, "EP-10197481-A");
    }

    @Test
    void howManyCitationsThereAreIsNoneOfThem() {
        assertThat(fields("{\"publication_number\":\"EP-3000001-A1\",\"family_id\":\"1\",\"citations\":12}"))
                .doesNotContainKey(Field.CITED);
    }

    @Test
    void listsOfAQueryMayStandAsParquetWritesThem() {
        assertThat(fields("""
                        {"publication_number":"EP-3000001-A1","family_id":"1","ipc_codes":{"list":[{"element":"H01M10/05"},\
                        {"element":"H01M4/13"}]}}
                        """)).containsEntry(Field.IPC, "H01M10/05|H01M4/13");
    }
}
