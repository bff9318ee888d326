package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.CharWindow;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

class JsonCutterTest {
    private static final JsonRecords LIST = JsonRecords.inList(List.of());
    private static final JsonRecords DATA = JsonRecords.inList(List.of("data"));

    private static List<String> cut(String json, JsonRecords records) throws IOException {
        JsonCutter cutter = new JsonCutter(new CharWindow(new StringReader(json)), records, 100);
        List<String> texts = new ArrayList<>();
        for (String text = cutter.next(); text != null; text = cutter.next()) {
            texts.add(cutter.isTooLong() ? text.length() + "+" : text);
        }
        return cutter.isCutOff() ? List.of(texts + " cut off") : texts;
    }

    @Test
    void entriesOfAListAreCutAsTheirBracketsTell() throws IOException {
        assertThat(cut("[{\"a\":[1,{\"b\":2}]} , {}\n,{\"c\":\"}]{\\\"\"}]", LIST))
                .containsExactly("{\"a\":[1,{\"b\":2}]}", "{}", "{\"c\":\"}]{\\\"\"}");
        assertThat(cut("[]", LIST)).isEmpty();
        assertThat(cut("[{\"a\":1}]\n[{\"a\":2}]", LIST)).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void theListThatNamesLeadToAloneIsCut() throws IOException {
        assertThat(cut(
                        "{\"total\":2,\"other\":[{\"x\":1}],\"data\":[{\"data\":[{\"y\":1}]},{\"z\":\"data\"}],\"more\":{\"data\":[{}]}}"
                                + "{\"data\":[{\"z\":3}]}",
                        DATA))
                .containsExactly("{\"data\":[{\"y\":1}]}", "{\"z\":\"data\"}", "{\"z\":3}");
        assertThat(cut("{\"data\":{\"data\":[{}]}}", DATA)).containsExactly("{\"data\":{\"data\":[{}]}}");
        assertThat(cut("{\"a\":{\"b\":[{\"c\":1}],\"d\":[{}]}}", JsonRecords.inList(List.of("a", "b"))))
                .containsExactly("{\"c\":1}");
    }

    @Test
    void objectsStandBehindOneAnother() throws IOException {
        assertThat(cut("{\n\"a\":1\n}\n{\n\"a\":2\n}", JsonRecords.apart()))
                .containsExactly("{\n\"a\":1\n}", "{\n\"a\":2\n}");
    }

    @Test
    void whatIsNoObjectComesAsItStands() throws IOException {
        assertThat(cut("[1, \"a,b\", [{}], null, {}]", LIST)).containsExactly("1", "\"a,b\"", "[{}]", "null", "{}");
    }

    @Test
    void whatStandsBehindAListThatEndedTooEarlyIsTold() throws IOException {
        assertThat(cut("[{\"a\":1}},{\"b\":1}]", LIST)).containsExactly("{\"a\":1}", "}", "{\"b\":1}");
        assertThat(cut("{\"data\":[{\"a\":1}},{\"b\":1}]}", DATA)).containsExactly("{\"a\":1}", "}", "{\"b\":1}");
        assertThat(cut("[{\"a\":[1]],\"c\":2},{\"b\":1}]", LIST))
                .containsExactly("{\"a\":[1]]", "\"c\":2", "}", "{\"b\":1}");
        assertThat(cut("{\"data\":[{\"a\":1}],{\"b\":1},\"c\":{}}", DATA)).containsExactly("{\"a\":1}", "{\"b\":1}");
        assertThat(cut("[{\"a\":1}]\n{\"b\":1}\n{\"c\":1}", LIST))
                .containsExactly("{\"a\":1}", "{\"b\":1}", "{\"c\":1}");
        assertThat(cut("{\"data\":[{\"a\":1}]}{\"results\":[{\"b\":1}]}[{}]", DATA))
                .containsExactly("{\"a\":1}", "{\"results\":[{\"b\":1}]}", "[{}]");
    }

    @Test
    void aLongArrayInOneLineIsCutInTimeByItsLength() throws IOException {
        String entry = "{\"a\":\"b\",\"c\":[\"d\",\"e\"]},";
        String array = "[" + entry.repeat(200_000) + "{}]";
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(cut(array, LIST)).hasSize(200_001));
    }

    @Test
    void aStringThatDoesNotEndTakesItsLineAlone() throws IOException {
        assertThat(cut("[\n{\"a\":\"b},\n{\"c\":1}},\n{\"d\":1}]", LIST)).contains("{\"d\":1}");
    }

    @Test
    void anEndWithinTheListIsTold() throws IOException {
        assertThat(cut("[{\"a\":1},", LIST)).containsExactly("[{\"a\":1}] cut off");
        assertThat(cut("[{\"a\":1},{\"b", LIST)).containsExactly("[{\"a\":1}, {\"b] cut off");
        assertThat(cut("{\"data\":[{}", DATA)).containsExactly("[{}] cut off");
        assertThat(cut("{\"data\":[{}]", DATA)).containsExactly("[{}] cut off");
        assertThat(cut("{\"data\":[{}]}{\"tot", DATA)).containsExactly("[{}] cut off");
    }

    @Test
    void aLongEntryIsCutShortAndTheNextIsFound() throws IOException {
        assertThat(cut("[{\"a\":\"" + "x".repeat(200_000) + "\"},{}]", LIST)).containsExactly("100+", "{}");
    }

    @Test
    void recordsAreTheSameByLineInAListAndOverSeveralLines() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (DocumentFormat format : List.of(new LensJsonLines(), new GoogleJsonLines())) {
            String lines = DocumentSamples.text(format.name());
            List<Document> byLine = DocumentSamples.read(format, lines);
            ArrayNode array = mapper.createArrayNode();
            for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
                array.add(mapper.readTree(line));
            }
            ObjectWriter pretty = mapper.writerWithDefaultPrettyPrinter();
            StringBuilder apart = new StringBuilder();
            for (JsonNode record : array) {
                apart.append(pretty.writeValueAsString(record)).append('\n');
            }
            for (String text : List.of(
                    array.toString(),
                    pretty.writeValueAsString(array),
                    "{\"total\":2,\"data\":" + array + "}",
                    apart.toString())) {
                assertThat(DocumentSamples.read(format, text))
                        .extracting(Document::fields)
                        .isEqualTo(byLine.stream().map(Document::fields).toList());
            }
            assertThat(byLine.get(0).fields()).containsKey(Field.PUBLICATION_NUMBER);
        }
    }

    @Test
    void brokenEntriesAreRejectedAndAListThatDoesNotEndIsCutOff() {
        String list = "[" + DocumentSamples.LENS + ",7,{\"lens_id\":},\n" + DocumentSamples.LENS;
        assertThat(DocumentSamples.read(new LensJsonLines(), list + "]"))
                .extracting(Document::reason)
                .containsExactly(null, "BAD_JSON", "BAD_JSON", null);
        assertThatThrownBy(() -> DocumentSamples.read(new LensJsonLines(), list))
                .hasStackTraceContaining("it is cut off, or a bracket or quotation mark is missing");
    }
}
