package org.smssev.jobs.ingest.format.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smssev.jobs.ingest.format.CharWindow;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

/**
 * The documents of a file of JSON: an object on each line, in lines that end in LF, CR or both, of which blank ones are none; or
 * objects over several lines, or in a list, as {@link JsonShape} tells.
 */
final class JsonDocuments extends DocumentIterator {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_TOKENS = 4_000_000;
    private static final double MAX_WHOLE = 1e15;
    /** A buffer that has grown beyond this is given back. */
    private static final int KEPT_BUFFER = 1 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What Jackson says of anything behind an object begins with this. */
    private static final String MORE = "Trailing token";

    /** Where a message of the parser says in which text something began, which is a line here. */
    private static final Pattern PLACE = Pattern.compile("\\[Source: [^;\\]]*; line: \\d+, (column: \\d+)]");

    private final CharWindow in;
    /** Null where each document has a line. */
    private final JsonCutter cutter;

    private final int max;
    private final Function<JsonNode, Map<Field, String>> fields;
    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;
    /** Whether the line, what is not kept of it too, is more than white space. */
    private boolean isFilled;

    JsonDocuments(InputStream in, int maxDocument, Function<JsonNode, Map<Field, String>> fields) throws IOException {
        byte[] start = in.readNBytes(DocumentFormat.START);
        JsonRecords records = JsonShape.records(text(start));
        this.in = new CharWindow(DocumentText.open(new SequenceInputStream(new ByteArrayInputStream(start), in)));
        this.max = maxDocument;
        this.fields = fields;
        this.cutter = records.areByLine() ? null : new JsonCutter(this.in, records, max);
    }

    private JsonDocuments(Reader lines, int maxDocument, Function<JsonNode, Map<Field, String>> fields) {
        this.in = new CharWindow(lines);
        this.max = maxDocument;
        this.fields = fields;
        this.cutter = null;
    }

    /** Whether each document of a file, by its first bytes, has a line. */
    static boolean areByLine(byte[] start) throws IOException {
        return JsonShape.records(text(start)).areByLine();
    }

    /** The documents of some lines of UTF-8. */
    static JsonDocuments ofLines(InputStream lines, int maxDocument, Function<JsonNode, Map<Field, String>> fields) {
        return new JsonDocuments(new InputStreamReader(lines, StandardCharsets.UTF_8), maxDocument, fields);
    }

    /** What the first bytes of a file say, as far as they go. */
    private static String text(byte[] start) throws IOException {
        StringWriter text = new StringWriter();
        DocumentText.open(new ByteArrayInputStream(start)).transferTo(text);
        return text.toString();
    }

    @Override
    Document read() throws IOException {
        return cutter == null ? line() : entry();
    }

    private Document entry() throws IOException {
        String text = cutter.next();
        if (text == null && cutter.isCutOff()) {
            throw new IOException("it is cut off, or a bracket or quotation mark is missing. Copy or"
                    + " download it again, or correct it.");
        }
        if (text == null) {
            return null;
        }
        return cutter.isTooLong()
                ? Document.rejected("TOO_LONG", "an object of more than " + max + " characters", text)
                : document(text);
    }

    private Document line() throws IOException {
        while (nextLine()) {
            if (isFilled) {
                String text = line.toString();
                return tooLong
                        ? Document.rejected("TOO_LONG", "a line of more than " + max + " characters", text)
                        : document(text);
            }
        }
        return null;
    }

    private Document document(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isObject()
                    ? Document.of(fields.apply(node), text)
                    : Document.rejected(
                            "BAD_JSON", cutter == null ? "the line has no object" : "it is not an object", text);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
            String what = e.getOriginalMessage().startsWith(MORE)
                    ? "there is text after the object. Write each object on its own line, as `jq -c .` does."
                    : PLACE.matcher(e.getOriginalMessage()).replaceAll("$1");
            return Document.rejected("BAD_JSON", what + where, text);
        }
    }

    private boolean nextLine() throws IOException {
        line.setLength(0);
        if (line.capacity() > KEPT_BUFFER) {
            line.trimToSize();
        }
        tooLong = false;
        isFilled = false;
        if (in.peek(0) < 0) {
            return false;
        }
        while (in.peek(0) >= 0) {
            int count = in.before('\n', '\r');
            in.take(count, this::keep);
            int c = in.peek(0);
            if (c == '\n' || c == '\r') {
                in.take(1, null);
                return true;
            }
        }
        return true;
    }

    private void keep(char[] buffer, int start, int count) {
        int room = max - line.length();
        line.append(buffer, start, Math.min(room, count));
        tooLong |= count > room;
        for (int i = start; !isFilled && i < start + count; i++) {
            isFilled = !Character.isWhitespace(buffer[i]);
        }
    }

    /** What tells that an object of some text has one of these names. */
    static Pattern anyName(Set<String> names) {
        return Pattern.compile(
                names.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|", "\"(?:", ")\"\\s*:")));
    }

    /** What stands at a path of names; a missing node if there is nothing. */
    static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String step : path) {
            found = found.path(step);
        }
        return found;
    }

    /** The text of a string, number or truth value at a path; empty for anything else. */
    static String text(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        if (found.isFloatingPointNumber()) {
            // Tools that know no missing integers write dates and ids as 20090825.0.
            double number = found.doubleValue();
            boolean whole = Math.abs(number) < MAX_WHOLE && number == Math.rint(number);
            return whole ? Long.toString((long) number) : found.asText();
        }
        return found.isNull() ? "" : found.asText("");
    }

    /** The text of the first of some names that has one; empty if none has. */
    static String firstText(JsonNode node, String... names) {
        for (String name : names) {
            String text = text(node, name);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    /**
     * The values of a list at a path. A single value counts as a list of it, and an object with one of the given names as
     * the list that it has there; nulls are left out.
     */
    static List<JsonNode> list(JsonNode list, String... inside) {
        for (String name : inside) {
            if (list.isObject() && list.has(name)) {
                return list(list.get(name));
            }
        }
        List<JsonNode> values = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(value -> {
                if (!value.isNull()) {
                    values.add(value);
                }
            });
        } else if (!list.isMissingNode() && !list.isNull()) {
            values.add(list);
        }
        return values;
    }
}
