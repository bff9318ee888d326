package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonShapeTest {
    private static final String LENS = DocumentSamples.LENS.strip();
    private static final String GOOGLE = DocumentSamples.GOOGLE.strip();

    private static void refused(String text, String... says) {
        assertThat(JsonShape.refusal(text))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains(says));
    }

    private static void read(String text) {
        assertThat(JsonShape.refusal(text)).as(text).isEmpty();
        assertThat(DocumentFormats.recognise(text)).as(text).isPresent();
    }

    private static String pretty(String json) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json));
    }

    @Test
    void recordsByLineAreRead() {
        for (String text : List.of(LENS, DocumentSamples.LENS_OLD, GOOGLE, GOOGLE + "\r\n" + GOOGLE)) {
            read(text);
            read("\ufeff\n" + text);
            read(text.substring(0, text.length() / 2));
        }
    }

    @Test
    void brokenLineDoesNotMakeRecordsByLineAnotherShape() {
        for (String record : List.of(LENS, GOOGLE)) {
            String last = "\n" + record + "\n";
            for (int i = 1; i < record.length(); i++) {
                read(record.substring(0, i) + last + record);
                read(record.substring(0, i) + "\n" + record.substring(i) + last);
                read(record.substring(0, i) + "\n\n" + record.substring(i, i + 1) + "\n" + record.substring(i + 1)
                        + last);
            }
            read(record + "\n[1]\n" + record);
        }
    }

    @Test
    void arrayIsReadByItsEntries() throws IOException {
        for (String text :
                List.of("[" + LENS + "]", "[\n" + GOOGLE + ",\n" + GOOGLE + "\n]", "[" + LENS.substring(0, 90))) {
            read(text);
            assertThat(JsonShape.records("\ufeff" + text)).isEqualTo(JsonRecords.inList(List.of()));
        }
        read(pretty("[" + LENS + "]"));
        assertThat(JsonShape.names("[" + GOOGLE + "]")).contains("publication_number", "title_localized");
        refused("[1,2,3]", "its list has no objects");
        refused("[\"a\",{}]", "its list has no objects");
    }

    @Test
    void recordsThatWouldNotBeReadByLineEitherAreNotSentThere() throws IOException {
        String own = "{\"title\":\"a\",\"doc_id\":\"EP1\"}";
        for (String text : List.of("[" + own + "]", pretty("[" + own + "]"), pretty(own))) {
            refused(text, "neither patents of The Lens nor rows of Google's table. The names in it are title, doc_id");
        }
        refused(pretty("{\"exchange-documents\":{\"exchange-document\":{\"a\":1}}}"), "OPS in JSON", "Ask OPS for XML");
    }

    @Test
    void objectAroundAListIsReadByItsEntries() throws IOException {
        String answer = "{\"total\":3,\"max_score\":1.0,\"data\":[" + LENS + "," + LENS + "]}";
        for (String text : List.of(
                answer,
                answer + "\n" + answer,
                answer.replace("[{", "[\n{").replace("]}", "\n]}"),
                pretty(answer),
                answer.substring(0, answer.length() / 3))) {
            read(text);
            assertThat(JsonShape.records(text)).isEqualTo(JsonRecords.inList(List.of("data")));
        }
        String rows = "{\"found\":{\"rows\":[" + GOOGLE + "]}}";
        read(rows);
        assertThat(JsonShape.records(rows)).isEqualTo(JsonRecords.inList(List.of("found", "rows")));
        assertThat(JsonShape.names(rows)).contains("publication_number");
    }

    @Test
    void listsWithinARecordAreNoListOfRecords() {
        read(
                "{\"application_number\":\"A\",\"citation\":[{\"publication_number\":\"US-1-A\",\"filing_date\":20100101}],"
                        + "\"publication_number\":\"US-2-A\",\"country_code\":\"US\"}");
        read("{\"biblio\":{},\"families\":[{\"lens_id\":\"1\",\"doc_number\":\"2\"}],\"lens_id\":\"3\"}");
    }

    @Test
    void aListOfMentionsInARecordOfAnotherLayoutIsNoListOfRecords() {
        refused(
                "{\"pn\":\"EP-1-A1\",\"citation\":[{\"publication_number\":\"US-2-A\",\"filing_date\":0}]}",
                "The names in it are pn, citation");
    }

    @Test
    void objectsOverSeveralLinesAreRead() throws IOException {
        for (String record : List.of(LENS, GOOGLE)) {
            String pretty = pretty(record);
            for (String text : List.of(
                    pretty + "\n" + pretty, pretty.replace("\n", "\r\n"), pretty.substring(0, pretty.length() / 2))) {
                read(text);
                assertThat(JsonShape.records(text)).isEqualTo(JsonRecords.apart());
            }
            assertThat(JsonShape.records(record + "\n" + record).areByLine()).isTrue();
        }
    }

    @Test
    void responseOfOpsIsRefusedAndXmlAskedFor() throws IOException {
        String ops =
                "{\"ops:world-patent-data\":{\"@xmlns\":{\"ops\":\"http://ops.epo.org\"},\"exchange-documents\":{}}}";
        refused(ops, "OPS", "Ask OPS for XML");
        refused(pretty(ops), "OPS", "Ask OPS for XML");
    }

    @Test
    void answersOfPatentsViewsApiAreRefusedAndItsTablesAskedFor() throws IOException {
        refused(
                "{\"patents\":[{\"patent_id\":\"1\"}],\"count\":1,\"total_hits\":1}",
                "PatentsView's API",
                "g_patent.tsv");
        refused(pretty("{\"patents\":[{\"patent_number\":\"10012406\"}]}"), "PatentsView's API");
        refused("{\"patents\":[],\"count\":0,\"total_patent_count\":0}", "PatentsView's API", "map its columns");
    }

    @Test
    void linesOfAnotherLayoutAreNamedByTheirNames() {
        refused(
                "{\"lens_id\":\"1\",\"authors\":[],\"year_published\":2020}\n",
                "neither patents of The Lens nor rows of Google's table",
                "lens_id, authors, year_published.");
        refused("{\"id\":1,\"title\":\"x", "The names in it are id, title.");
    }

    @Test
    void whatIsNoJsonIsLeftToOthers() {
        for (String text : List.of(
                "",
                "{",
                "[",
                "[{('",
                "{}",
                "[Publication Number],[Title]\n[US1A],[x]\n",
                "{\\rtf1}",
                "\"number\",\"title\"\n",
                "1\n2\n",
                "<a/>",
                "Publication Number;Title\n")) {
            assertThat(JsonShape.refusal(text)).as(text).isEmpty();
        }
    }
}
