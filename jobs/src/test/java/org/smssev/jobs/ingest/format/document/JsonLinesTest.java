package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

class JsonLinesTest {
    private final LensJsonLines lens = new LensJsonLines();
    private final GoogleJsonLines google = new GoogleJsonLines();

    @Test
    void lensRecordGivesItsFields() {
        assertThat(DocumentSamples.fields(lens, DocumentSamples.LENS))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "EP2471949A1"),
                        Map.entry(Field.OFFICE, "EP"),
                        Map.entry(Field.KIND, "A1"),
                        Map.entry(Field.PUBLICATION_DATE, "2012-07-04"),
                        Map.entry(Field.APPLICATION_NUMBER, "EP10197481A"),
                        Map.entry(Field.FILING_DATE, "2010-12-31"),
                        Map.entry(Field.PRIORITY_NUMBERS, "EP10197481A|US201061000001P"),
                        Map.entry(Field.PRIORITY_DATE, "2010-11-30"),
                        Map.entry(Field.TITLE, "Verfahren|Method"),
                        Map.entry(Field.TITLE_LANGUAGE, "de|en"),
                        Map.entry(Field.ABSTRACT, "A method. It works."),
                        Map.entry(Field.ABSTRACT_LANGUAGE, "en"),
                        Map.entry(Field.IPC, "C12Q1/68AFI|A61K35/14ALN|H01M10"),
                        Map.entry(Field.APPLICANTS, "PROGEN SA|NOWHERE LTD"),
                        Map.entry(Field.APPLICANT_COUNTRIES, "ES|"),
                        Map.entry(Field.INVENTORS, "OCHOA JORGE"),
                        Map.entry(Field.INVENTOR_COUNTRIES, "ES"),
                        Map.entry(Field.CITED, "WO2006075254A2"),
                        Map.entry(Field.FAMILY_ID, "4711"),
                        Map.entry(Field.FAMILY_MEMBERS, "EP2471949A1"),
                        Map.entry(Field.EXTENDED_FAMILY_MEMBERS, "ES2404165T3"),
                        Map.entry(Field.LANGUAGE, "en")));
    }

    @Test
    void lensRecordOfTheFirstApiGivesItsFields() {
        assertThat(DocumentSamples.fields(lens, DocumentSamples.LENS_OLD))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "BR0000001A"),
                        Map.entry(Field.OFFICE, "BR"),
                        Map.entry(Field.KIND, "A"),
                        Map.entry(Field.PUBLICATION_DATE, "2001-08-14"),
                        Map.entry(Field.APPLICATION_NUMBER, "BR0000001A"),
                        Map.entry(Field.FILING_DATE, "2000-01-03"),
                        Map.entry(Field.PRIORITY_NUMBERS, "BR0000001A"),
                        Map.entry(Field.PRIORITY_DATE, "2000-01-03"),
                        Map.entry(Field.TITLE, "Bateria"),
                        Map.entry(Field.TITLE_LANGUAGE, "pt"),
                        Map.entry(Field.IPC, "H01M 10/0525  20100101AFI|H01M4/36"),
                        Map.entry(Field.APPLICANTS, "ACME"),
                        Map.entry(Field.APPLICANT_COUNTRIES, "BR"),
                        Map.entry(Field.INVENTORS, "Silva, Ana"),
                        Map.entry(Field.INVENTOR_COUNTRIES, "BR"),
                        Map.entry(Field.CITED, "US5556839A")));
    }

    @Test
    void lensRecordOfTheSiteGivesItsFields() {
        assertThat(DocumentSamples.fields(lens, DocumentSamples.LENS_DOWNLOAD))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "WO2015057966A2"),
                        Map.entry(Field.OFFICE, "WO"),
                        Map.entry(Field.KIND, "A2"),
                        Map.entry(Field.PUBLICATION_DATE, "2015-04-23"),
                        Map.entry(Field.APPLICATION_NUMBER, "US 2014/0060906 W"),
                        Map.entry(Field.FILING_DATE, "2014-10-16"),
                        Map.entry(Field.PRIORITY_NUMBERS, "US 201361891677 P|US 201461993332 P"),
                        Map.entry(Field.PRIORITY_DATE, "2013-10-16"),
                        Map.entry(Field.TITLE, "Therapies"),
                        Map.entry(Field.IPC, "C07K14/165|A61K39/215"),
                        Map.entry(Field.APPLICANTS, "BOGOCH SAMUEL|BOGOCH ELENORE S"),
                        Map.entry(Field.INVENTORS, "BOGOCH SAMUEL")));
        String untitled = DocumentSamples.LENS_DOWNLOAD.replace("Therapies", "WO 2015/057966 A2");
        assertThat(DocumentSamples.fields(lens, untitled)).doesNotContainKey(Field.TITLE);
    }

    @Test
    void lensKeyStandsInForTheNumber() {
        assertThat(DocumentSamples.fields(lens, "{\"lens_id\":\"1\",\"doc_key\":\"EP_2471949_A1_20120704\"}"))
                .containsEntry(Field.PUBLICATION_NUMBER, "EP2471949A1")
                .containsEntry(Field.PUBLICATION_DATE, "2012-07-04");
    }

    @Test
    void googleRowGivesItsFields() {
        assertThat(DocumentSamples.fields(google, DocumentSamples.GOOGLE))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "US-7650331-B1"),
                        Map.entry(Field.OFFICE, "US"),
                        Map.entry(Field.KIND, "B1"),
                        Map.entry(Field.APPLICATION_NUMBER, "US87195204A"),
                        Map.entry(Field.FAMILY_ID, "41785181"),
                        Map.entry(Field.PUBLICATION_DATE, "2010-01-19"),
                        Map.entry(Field.FILING_DATE, "2004-06-18"),
                        Map.entry(Field.PRIORITY_NUMBERS, "US87195204A"),
                        Map.entry(Field.PRIORITY_DATE, "2004-06-18"),
                        Map.entry(Field.TITLE, "System and method|系统"),
                        Map.entry(Field.TITLE_LANGUAGE, "en|zh"),
                        Map.entry(Field.ABSTRACT, "A system & more"),
                        Map.entry(Field.ABSTRACT_LANGUAGE, "en"),
                        Map.entry(Field.IPC, "G06F17/30AFI|B60Q1/02ALN"),
                        Map.entry(Field.APPLICANTS, "GOOGLE INC"),
                        Map.entry(Field.APPLICANT_COUNTRIES, "US"),
                        Map.entry(Field.INVENTORS, "Jeff Dean|Sanjay Ghemawat"),
                        Map.entry(Field.CITED, "US-4876643-A")));
    }

    @Test
    void googleDatesAreReadAsTextAndAsFractionsToo() {
        assertThat(DocumentSamples.fields(
                        google,
                        "{\"publication_number\":\"US-1-A\",\"publication_date\":\"20100119\",\"filing_date\":20040618.0,"
                                + "\"priority_date\":20030102,\"family_id\":\"-1\"}"))
                .containsEntry(Field.PUBLICATION_DATE, "2010-01-19")
                .containsEntry(Field.FILING_DATE, "2004-06-18")
                .containsEntry(Field.PRIORITY_DATE, "2003-01-02")
                .doesNotContainKey(Field.FAMILY_ID);
    }

    @Test
    void googleListsOfParquetExportsAreTheSame() throws IOException {
        String parquet = """
                {"publication_number":"US-1-A","ipc":{"list":[{"element":{"code":"G06F17/30","inventive":true,"first":true}}]},
                 "assignee":{"list":[{"element":"A Co"}]},"title_localized":{"list":[{"element":{"text":"T","language":"en"}}]}}
                """;

        assertThat(GoogleJsonLines.fields(new ObjectMapper().readTree(parquet)))
                .containsEntry(Field.IPC, "G06F17/30AFI")
                .containsEntry(Field.APPLICANTS, "A Co")
                .containsEntry(Field.TITLE, "T");
    }

    @Test
    void brokenLineIsRejectedAndTheNextIsRead() {
        List<Document> documents = DocumentSamples.read(
                google, "{\"publication_number\":\"US-1-A\",\r\n\n[1]\r\n" + DocumentSamples.GOOGLE + "{}{}\n");

        assertThat(documents).extracting(Document::reason).containsExactly("BAD_JSON", "BAD_JSON", null, "BAD_JSON");
        assertThat(documents.get(0).raw()).isEqualTo("{\"publication_number\":\"US-1-A\",");
        assertThat(documents.get(0).detail()).contains("end-of-input");
        assertThat(documents.get(3).detail())
                .startsWith("there is text after the object")
                .doesNotContain("Deserialization");
    }

    @Test
    void reasonSaysWhereInTheLineAndNothingOfTheParser() {
        for (String broken :
                List.of("{\"publication_number\":\"US-1-A\",\n", "{\"a\":[1\n", "{\"a\":\"x\n", "{\"a\" 1}\n")) {
            assertThat(DocumentSamples.read(google, broken).get(0).detail())
                    .contains("column")
                    .doesNotContain("Source", "REDACTED", "line:");
        }
    }

    @Test
    void deepNestingIsRejected() {
        String deep = "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}\n";

        assertThat(DocumentSamples.read(google, deep + DocumentSamples.GOOGLE))
                .extracting(Document::reason)
                .containsExactly("BAD_JSON", null);
    }

    @Test
    void longLineIsRejectedAndTheNextIsRead() {
        String text = "{\"publication_number\":\"" + "x".repeat(9000) + "\"}\n" + DocumentSamples.GOOGLE;

        List<Document> documents = DocumentSamples.read(google, text.getBytes(StandardCharsets.UTF_8), 5000);

        assertThat(documents).extracting(Document::reason).containsExactly("TOO_LONG", null);
        assertThat(documents.get(0).raw()).hasSize(5000);
    }

    @Test
    void utf16IsReadByItsByteOrderMarkAndWithoutOne() {
        Map<Field, String> expected = DocumentSamples.fields(google, DocumentSamples.GOOGLE);
        for (String text : List.of("\ufeff" + DocumentSamples.GOOGLE, DocumentSamples.GOOGLE)) {
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                assertThat(DocumentSamples.read(google, text.getBytes(charset), DocumentSamples.MAX_DOCUMENT))
                        .singleElement()
                        .satisfies(d -> assertThat(d.fields().get(Field.TITLE).replace(Field.SEPARATOR, '|'))
                                .isEqualTo(expected.get(Field.TITLE)));
            }
        }
    }

    @Test
    void separatorInATextIsABlank() {
        assertThat(DocumentSamples.fields(
                        google, "{\"publication_number\":\"US-1-A\",\"assignee\":[\"A\\u001fB\",\"C\"]}"))
                .containsEntry(Field.APPLICANTS, "A B|C");
    }

    @Test
    void eachFormatKnowsItsOwn() {
        assertThat(DocumentFormats.recognise(DocumentSamples.LENS))
                .map(DocumentFormat::name)
                .contains("LENS_JSONL");
        assertThat(DocumentFormats.recognise(DocumentSamples.LENS_OLD))
                .map(DocumentFormat::name)
                .contains("LENS_JSONL");
        assertThat(DocumentFormats.recognise(DocumentSamples.LENS_DOWNLOAD))
                .map(DocumentFormat::name)
                .contains("LENS_JSONL");
        assertThat(DocumentFormats.recognise("{\"lensId\":\"1\",\"authors\":[],\"yearPublished\":2020}"))
                .isEmpty();
        assertThat(DocumentFormats.recognise(DocumentSamples.GOOGLE))
                .map(DocumentFormat::name)
                .contains("GOOGLE_JSONL");
        assertThat(DocumentFormats.recognise(DocumentSamples.GRANT))
                .map(DocumentFormat::name)
                .contains("USPTO_XML");
        assertThat(DocumentFormats.recognise(DocumentSamples.DOCDB))
                .map(DocumentFormat::name)
                .contains("DOCDB_XML");
        assertThat(DocumentFormats.recognise("{\"lens_id\":\"1\",\"authors\":[],\"year_published\":2020}"))
                .isEmpty();
        assertThat(DocumentFormats.recognise("#,Jurisdiction,Kind\n")).isEmpty();
        assertThat(DocumentFormats.recognise("")).isEmpty();
    }
}
